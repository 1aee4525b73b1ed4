"""Every knob there is: one frozen dataclass, whose fields carry all that flags, environment, -help, -conf and documents need.

Values: durations are seconds (float), sizes bytes, nltimeout milliseconds. Reading and checking them is config.py's task.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from xtcp_ebpf.delivery_knobs import ACCESS, BROKERS, OBJECTS, OUT, SAFE, DeliveryKnobs
from xtcp_ebpf.knob import Knob, later, meaningless, works

WEEK = 7 * 86400.0

POLL = "When to look"
ROWS = "What stands in a row"
READ = "How the kernel is read"
SPACES = "Which namespaces"
BUSY = "Which of them were busy"
ENDS = "Connections that end"
SEEN = "Who may look at it"
SELF = "The program itself"
GROUPS = (OUT, SAFE, ACCESS, BROKERS, OBJECTS, POLL, ROWS, SPACES, BUSY, READ, ENDS, SEEN, SELF)

CONTROL = "grpc-and-metrics"
ENRICH = "enrichment"


_JITTER = "Each interval is up to half of this longer or shorter; 0: exact, and the first poll at once."
_DECODERS = (
    "What is decoded: default (all but meminfo), all, none, or a list of"
    " meminfo info vegas cong tos tc skmem shut dctcp bbr classid cgroup sockopt protocol skv6only mark md5sig ulp."
)
_DEBUG = "How much is logged: 0 to 10 one line per event that matters, from 11 on each poll, from 101 on each namespace."
_CLOSED = "One last record of each TCP connection when it ends (record_kind 2); a namespace without an nsid gets one for it."
_CLOSED_BUFFER = "Receive buffer for what the kernel tells of them, some 1,300 bytes each; what does not fit is lost, and counted."
_READS = (
    "How namespaces are read: dump; exact (each known socket by itself, all are counted, with any doubt a dump; needs BPF);"
    " auto: whichever is cheaper."
)
_EXACT = "Sockets that are remembered for exact reads, 56 bytes each; namespaces beyond are dumped."
_ENGINE = "Decoder: c, python, or auto (c, else python with a warning)."
_SCOPE = "all, or own: only the one it is started in, for a sidecar; needs no capability to enter others."
_SKIP = (
    "Leave out: none; empty (namespaces without TCP sockets); idle (and those where nothing happened since the last dump); quiet (and"
    " sockets at rest, needs BPF); auto: idle where BPF runs, else empty."
)
_BPF = "Let BPF programs tell which namespaces are busy: off; auto (if it can, else without, and says why); require (or do not start)."
_SOURCE = (
    "walk (the kernel's own TCP counters, read once a poll: Linux 5.19), tracepoints (programs run for each segment: Linux 5.5),"
    " auto: the walk if it can."
)
_LOADER = "libbpf (prebuilt programs), bcc (compiles them at the start; tracepoints only), auto: libbpf if it can."
_STALE = "A namespace with sockets is dumped at least every so many polls, whatever was seen there."
_SLOTS = "Namespaces for which the BPF maps have room; more are dumped at each poll."
_RIGHTS = "Capabilities to keep that the daemon would give up at its start: names, or all."
_PRIVSEP = (
    "Keep the rights to enter namespaces, to look for them and to load BPF programs in small processes beside the daemon, which has none of"
    " them."
)
_OFFERS = "Take namespaces that `xtcp-ebpf offer` hands over at this socket file: those that the daemon cannot enter."
_OFFERS_FROM = "Whose offers are taken, users by number or name, besides root's and those of the daemon's own user."
_PROM_LISTEN = (
    "Where metrics, /healthz and /readyz are: HOST:PORT, [IPV6]:PORT, :PORT (all addresses), unix:PATH; empty: nowhere."
    " The default is not opened with -maxLoops, and does without when the port is taken."
)
_TCP_STATS = "Metrics of the host's own TCP sockets too, from the rows that pass by: states, losses, round trip times, by namespace name."
_GRPC_LISTEN = (
    "Where gRPC is served: HOST, HOST:PORT, [IPV6]:PORT, :PORT (all addresses), unix:PATH; empty: nowhere. The default is not opened with"
    " -maxLoops, and does without when the port is taken."
)
_GRPC_CONTROL = (
    "Who may change things by gRPC: guarded (a token, a client certificate, root on the Unix socket), open (whoever reaches the listener),"
    " off (nobody)."
)
_GRPC_CLIENT_CA = "Authorities (PEM) of client certificates: who has one may read and control."
_GRPC_NAMES = "Names of those client certificates that may control; the others may read."
_JSON = "Knobs as `ctl get` writes them, all or some: what stands there beats the defaults, other variables and flags beat it."
_PROFILE = "Write a profile of the run into the current folder at its end: cpu, mem, memheap, goroutine (threads)."
_SAMPLES = "How often it is looked at: 20 cost some 2 % of a core, 100 some 8 %."
_PYROSCOPE = "Send profiles to this Pyroscope server all the time (needs pyroscope-io); a login may stand in the address."
_GO = "Go's own: Python has neither its scheduler nor its thread limit"
_RING = "there is no io_uring path: one recv takes 32 KiB of replies"


@dataclass(frozen=True, slots=True)
class Knobs(DeliveryKnobs):
    """What the daemon is told. `Knobs()` holds the defaults; `config.load` fills in what 0 or nothing stands for."""

    frequency: float = works(
        10.0, "frequency", "POLL_FREQUENCY", "duration", POLL, "Time from one poll to the next.", low=0.01, high=WEEK, live=True
    )
    timeout: float = works(
        5.0,
        "timeout",
        "POLL_TIMEOUT",
        "duration",
        POLL,
        "When a poll is given up: what has come is sent, what is missing is said.",
        low=0.001,
        high=WEEK,
        words="half of -frequency, at most 5s",
        live=True,
        differs="5s, whatever -frequency says",
    )
    poll_jitter_pct: int = works(20, "pollJitterPct", "POLL_JITTER_PCT", "int", POLL, _JITTER, high=100, unit="percent", live=True)
    max_loops: int = works(
        0,
        "maxLoops",
        "MAX_LOOPS",
        "int",
        POLL,
        "End after N polls, all sent, with exit code 0.",
        high=100000,
        unit="polls",
        words="go on for ever",
        differs="counts events of its loop, about 3 to a poll",
    )

    hostname: str = works(
        "", "hostname", "XTCP_HOSTNAME", "string", ROWS, "Name of this host.", high=253, words="what the host calls itself"
    )
    location: str = works("", "location", "LOCATION", "string", ROWS, "Where this host is: a region, a rack.", high=253)
    label: str = works("", "label", "LABEL", "string", ROWS, "Text of your own on each row.", high=40)
    tag: str = works("", "tag", "TAG", "string", ROWS, "Another one.", high=40)
    deserializers: str = works("default", "deserializers", "DESERIALIZERS", "string", ROWS, _DECODERS, high=400, takes="NAMES")
    modulus: int = works(
        1, "modulus", "MODULUS", "int", ROWS, "Report every Nth socket.", low=1, high=1000000, differs="has no effect but load"
    )

    netlinkers: int = works(
        0,
        "netlinkers",
        "NETLINKERS",
        "int",
        READ,
        "Reader threads, whatever the number of namespaces.",
        high=100,
        unit="threads",
        words="the cores, at most 4",
        differs="4 for each namespace",
    )
    nltimeout: int = works(
        1000,
        "nltimeout",
        "NLTIMEOUTMS",
        "int",
        READ,
        "Longest wait for one reply of the kernel.",
        low=1,
        high=100000,
        unit="milliseconds",
        takes="MILLISECONDS",
    )
    nlmsg_seq: int = works(666, "nlmsgSeq", "NLMSQSEQ", "int", READ, "Sequence number of the first request.", low=1, high=10000)
    packet_size: int = works(
        0, "packetSize", "PACKET_SIZE", "size", READ, "Receive buffer, first factor.", high=1000000, unit="bytes", words="the page size"
    )
    packet_size_mply: int = works(
        8,
        "packetSizeMply",
        "PACKETSIZEMPLY",
        "int",
        READ,
        "Receive buffer, second factor; 0: the default. 32 KiB in all is best.",
        high=100,
    )
    write_files: int = works(
        0,
        "writeFiles",
        "WRITEFILES",
        "int",
        READ,
        "Write the first N replies of the kernel to a capture that `decode` reads; MD5 keys are zeroed.",
        high=1000,
        words="none",
        differs="raw datagrams, a file each",
    )
    capture_path: str = works(
        "./", "capturePath", "CAPTUREPATH", "string", READ, "What the names of written files begin with.", low=1, high=4096, takes="PREFIX"
    )
    reads: str = works("auto", "reads", "XTCP_READS", "string", READ, _READS, choices=("auto", "dump", "exact"), live=True)
    exact_sockets: int = works(
        500_000, "exactSockets", "XTCP_EXACT_SOCKETS", "int", READ, _EXACT, low=1, high=100_000_000, unit="sockets", live=True
    )
    engine: str = works("auto", "engine", "XTCP_ENGINE", "string", READ, _ENGINE, choices=("auto", "c", "python"))

    namespaces: str = works("all", "namespaces", "XTCP_NAMESPACES", "string", SPACES, _SCOPE, choices=("all", "own"))
    netns_dirs: tuple[str, ...] = works(
        ("/run/netns", "/run/docker/netns", "/run/user/*/netns"),
        "netnsDirs",
        "NETNS_DIRS",
        "list",
        SPACES,
        "Where namespaces are bind-mounted; * stands for any name.",
        words="/run/netns, /run/docker/netns, /run/user/*/netns",
        takes="A,B,...",
    )
    reconcile_before_poll: bool = works(
        True,
        "reconcileBeforePoll",
        "RECONCILE_BEFORE_POLL",
        "bool",
        SPACES,
        "Search /proc before each poll; with BPF for new namespaces, and at every tenth. Mounts are watched either way.",
        words="on",
        live=True,
    )
    reconcile_frequency: float = works(
        21600.0,
        "reconcileFrequency",
        "RECONCILE_FREQUENCY",
        "duration",
        SPACES,
        "Time between thorough searches: everything anew, descriptors and nsid too; 0: at the start only.",
        high=WEEK,
        live=True,
    )
    scan_descriptors: bool = works(
        False,
        "scanDescriptors",
        "SCAN_DESCRIPTORS",
        "bool",
        SPACES,
        "The thorough search also finds namespaces that only a descriptor or a thread of a process holds (slow).",
    )
    populate_nsid: bool = works(False, "populateNsid", "POPULATE_NSID", "bool", SPACES, "Fill the field nsid (needs pyroute2, 25 MB).")

    bpf: str = works("auto", "bpf", "XTCP_BPF", "string", BUSY, _BPF, choices=("off", "auto", "require"), live=True)
    bpf_source: str = works(
        "auto", "bpfSource", "XTCP_BPF_SOURCE", "string", BUSY, _SOURCE, choices=("auto", "walk", "tracepoints"), live=True
    )
    bpf_loader: str = works("auto", "bpfLoader", "XTCP_BPF_LOADER", "string", BUSY, _LOADER, choices=("auto", "libbpf", "bcc"), live=True)
    bpf_map_size: int = works(16384, "bpfMapSize", "XTCP_BPF_MAP_SIZE", "int", BUSY, _SLOTS, low=16, high=1 << 20, unit="namespaces")
    skip: str = works("auto", "skip", "XTCP_SKIP", "string", BUSY, _SKIP, choices=("auto", "none", "empty", "idle", "quiet"), live=True)
    max_stale: int = works(10, "maxStale", "XTCP_MAX_STALE", "int", BUSY, _STALE, low=1, high=1000000, unit="polls", live=True)

    closed: bool = works(False, "closed", "XTCP_CLOSED", "bool", ENDS, _CLOSED)
    closed_buffer_bytes: int = works(
        16 << 20,
        "closedBufferBytes",
        "XTCP_CLOSED_BUFFER_BYTES",
        "size",
        ENDS,
        _CLOSED_BUFFER,
        low=4096,
        high=1 << 30,
        words="16 MiB",
        unit="bytes",
    )
    closed_rate: int = works(
        0,
        "closedRate",
        "XTCP_CLOSED_RATE",
        "int",
        ENDS,
        "Most such records a second; those beyond are left out and counted.",
        high=10000000,
        words="any number",
        unit="records",
    )

    d: int = works(0, "d", "DEBUG_LEVEL", "int", SELF, _DEBUG, high=1000, live=True, differs="111, and refuses 0")
    log_format: str = works(
        "text", "logFormat", "XTCP_LOG_FORMAT", "string", SELF, "Form of log lines, and of -conf.", choices=("text", "json")
    )
    keep_capabilities: tuple[str, ...] = works(
        (), "keepCapabilities", "XTCP_KEEP_CAPABILITIES", "list", SELF, _RIGHTS, words="those that it needs", takes="NAMES"
    )
    privsep: bool = works(False, "privsep", "XTCP_PRIVSEP", "bool", SELF, _PRIVSEP)
    accept_offers: str = works("", "acceptOffers", "XTCP_ACCEPT_OFFERS", "string", SELF, _OFFERS, high=100, takes="SOCKET", words="none")
    accept_offers_from: tuple[str, ...] = works(
        (), "acceptOffersFrom", "XTCP_ACCEPT_OFFERS_FROM", "list", SELF, _OFFERS_FROM, words="nobody else's", takes="USERS"
    )
    conf: bool = works(False, "conf", "", "bool", SELF, "Print the effective configuration, secrets masked, and exit.")
    v: bool = works(False, "v", "", "bool", SELF, "Print the version and the engine, and exit.")
    help: bool = works(False, "help", "", "bool", SELF, "Print this, and exit.")

    grpc_listen: tuple[str, ...] = works(
        ("127.0.0.1",),
        "grpcListen",
        "GRPC_LISTEN",
        "list",
        SEEN,
        _GRPC_LISTEN,
        words="127.0.0.1",
        takes="A,B,...",
        differs="all addresses",
    )
    grpc_port: int = works(
        8889, "grpcPort", "GRPC_PORT", "int", SEEN, "Port of those -grpcListen addresses that name none.", low=1, high=65535
    )
    grpc_control: str = works(
        "guarded", "grpcControl", "GRPC_CONTROL", "string", SEEN, _GRPC_CONTROL, choices=("guarded", "open", "off"), differs="open"
    )
    grpc_token_file: str = works(
        "", "grpcTokenFile", "GRPC_TOKEN_FILE", "string", SEEN, "File with the bearer token that may control.", high=4096, takes="PATH"
    )
    grpc_read_token_file: str = works(
        "", "grpcReadTokenFile", "GRPC_READ_TOKEN_FILE", "string", SEEN, "The same, to read only.", high=4096, takes="PATH"
    )
    grpc_tls_cert: str = works(
        "", "grpcTlsCert", "GRPC_TLS_CERT", "string", SEEN, "Certificate chain (PEM): then gRPC speaks TLS.", high=4096, takes="PATH"
    )
    grpc_tls_key: str = works("", "grpcTlsKey", "GRPC_TLS_KEY", "string", SEEN, "Its private key (PEM).", high=4096, takes="PATH")
    grpc_client_ca: str = works("", "grpcClientCa", "GRPC_CLIENT_CA", "string", SEEN, _GRPC_CLIENT_CA, high=4096, takes="PATH")
    grpc_control_names: tuple[str, ...] = works(
        (), "grpcControlNames", "GRPC_CONTROL_NAMES", "list", SEEN, _GRPC_NAMES, words="any name", takes="NAMES"
    )
    grpc_streams: int = works(
        20, "grpcStreams", "GRPC_STREAMS", "int", SEEN, "Most streams of records at a time.", low=1, high=1000, unit="streams"
    )
    grpc_queue_bytes: int = works(
        64 << 20,
        "grpcQueueBytes",
        "GRPC_QUEUE_BYTES",
        "size",
        SEEN,
        "Most that may wait for one stream; one that falls further behind is told so and ended.",
        low=1 << 16,
        high=2**40,
        words="64 MiB",
        unit="bytes",
    )
    grpc_rate: int = works(
        100, "grpcRate", "GRPC_RATE", "int", SEEN, "Most requests a second, of all clients together.", low=1, high=100000, unit="requests"
    )
    prom_listen: str = works(
        "127.0.0.1:9088",
        "promListen",
        "PROM_LISTEN",
        "string",
        SEEN,
        _PROM_LISTEN,
        high=300,
        takes="HOST:PORT",
        differs=":9088, all addresses",
    )
    prom_tcp_stats: bool = works(False, "promTcpStats", "PROM_TCP_STATS", "bool", SEEN, _TCP_STATS)
    prom_tcp_stats_namespaces: int = works(
        20,
        "promTcpStatsNamespaces",
        "PROM_TCP_STATS_NAMESPACES",
        "int",
        SEEN,
        "So many namespaces, those with most sockets, have series of their own there; the rest together is `other`.",
        high=1000,
        unit="namespaces",
    )
    prom_path: str = works("/metrics", "promPath", "PROM_PATH", "string", SEEN, "Path of the metrics.", low=1, high=200, takes="/PATH")
    healthcheck: bool = works(False, "healthcheck", "", "bool", SEEN, "Is the daemon at -promListen ready? Exit code 0 or 1.")
    ipv4_ttl: int = works(0, "ipv4Ttl", "IPV4_TTL", "int", SEEN, "IP_TTL of the listeners.", high=255, words="the system's")
    ipv6_hop_limit: int = works(
        0, "ipv6HopLimit", "IPV6_HOP_LIMIT", "int", SEEN, "IPV6_UNICAST_HOPS of the listeners.", high=255, words="the system's"
    )
    pprof: bool = works(False, "pprof", "XTCP_PPROF", "bool", SEEN, "Profiles at -promListen, below /debug/pprof/; loopback only.")
    profile_mode: str = works("", "profile.mode", "", "string", SEEN, _PROFILE, high=20, takes="MODE", differs="mutex, block, trace too")
    pyroscope_url: str = works(
        "", "pyroscopeUrl", "PYROSCOPE_URL", "string", SEEN, _PYROSCOPE, high=2000, words="none", takes="URL", secret="within"
    )
    pyroscope_app_name: str = works(
        "xtcp2", "pyroscopeAppName", "PYROSCOPE_APP_NAME", "string", SEEN, "What this program is called there.", low=1, high=200
    )
    pyroscope_sample_hz: int = works(
        20, "pyroscopeSampleHz", "", "int", SEEN, _SAMPLES, low=1, high=1000, unit="times a second", differs="100"
    )
    pyroscope_upload_sec: int = works(
        15, "pyroscopeUploadSec", "", "int", SEEN, "Time between two uploads.", low=1, high=3600, unit="seconds"
    )
    xtcp_config_json: str = works(
        "", "", "XTCP_CONFIG_JSON", "string", SELF, _JSON, words="nothing", takes="JSON", secret="whole", differs="beats all"
    )

    resolve_container_id: bool = later(False, "resolveContainerId", "CONTAINER_ID_RESOLVE", "bool", ENRICH, "Container of a cgroup.")
    enrich_container: bool = later(False, "enrichContainer", "ENRICH_CONTAINER", "bool", ENRICH, "Container of a namespace.")
    docker_socket: str = later("/run/docker.sock", "dockerSocket", "DOCKER_SOCKET", "string", ENRICH, "Where Docker answers.")
    enrich_lldp: bool = later(False, "enrichLldp", "ENRICH_LLDP", "bool", ENRICH, "Switch and port of the uplinks.")
    lldpd_socket: str = later("/run/lldpd.socket", "lldpdSocket", "LLDPD_SOCKET", "string", ENRICH, "Where lldpd answers.")
    lldpd_version_hint: str = later("", "lldpdVersionHint", "LLDPD_VERSION_HINT", "string", ENRICH, "Which lldpd it is.")
    enrich_nic: bool = later(False, "enrichNic", "ENRICH_NIC", "bool", ENRICH, "Make and driver of the uplinks.")
    uplink_count: int = later(2, "uplinkCount", "UPLINK_COUNT", "int", ENRICH, "How many uplinks.")
    uplink_interfaces: tuple[str, ...] = later((), "uplinkInterfaces", "UPLINK_INTERFACES", "list", ENRICH, "Which uplinks.")

    go_max_procs: int = meaningless(4, "goMaxProcs", "GOMAXPROCS", "int", _GO)
    max_threads: int = meaningless(2000, "maxThreads", "", "int", _GO)
    io_uring: bool = meaningless(False, "ioUring", "", "bool", _RING)
    io_uring_recv_batch: int = meaningless(64, "ioUringRecvBatch", "", "int", _RING)
    io_uring_cqe_batch: int = meaningless(128, "ioUringCqeBatch", "", "int", _RING)
    netlinkers_done_chan_size: int = meaningless(
        100, "", "NETLINKERS_DONE_CHAN_SIZE", "int", "a reader carries one dump to its end, so no channel holds finished ones"
    )


TABLE: tuple[Knob, ...] = tuple(replace(f.metadata["knob"], attribute=f.name) for f in fields(Knobs))
BY_FLAG = {knob.flag: knob for knob in TABLE if knob.flag}
BY_ATTRIBUTE = {knob.attribute: knob for knob in TABLE}
