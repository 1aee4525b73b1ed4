"""THE TABLE: every member of every structure that the kernel sends about a TCP socket, and the record field that it becomes.

One row for each kernel member, in the kernel's order and spelling (include/uapi/linux/{inet_diag,tcp,tls,mptcp}.h). Offsets are computed
in layout.py; field numbers come from the descriptor. Both engines, the request's idiag_ext, the decoder groups, docs/fields.md and later
the column schemas derive from this. A member without a field is passed over.
"""

from __future__ import annotations

from typing import NamedTuple

from xtcp_ebpf.wire.uapi import INET_DIAG


class Member(NamedTuple):
    """One member of a kernel structure."""

    name: str
    kind: str
    """u8 u16 u32 u64 be16 le16 bytes16 cookie cstr enum flag count100 (see layout.KINDS)."""
    field: str = ""
    unit: str = ""
    meaning: str = ""
    bits: tuple[int, int] | None = None
    """(shift, width) inside the member for a C bit field; members that share a byte share an offset."""


class Struct(NamedTuple):
    """What one attribute carries."""

    name: str
    path: tuple[int, ...]
    """Attribute numbers from the outside in; () is the message header itself."""
    group: str
    """Decoder group of -deserializers; "" cannot be turned off."""
    members: tuple[Member, ...] = ()
    ext: int = 0
    """The attribute number whose bit in idiag_ext asks for it; 0: the kernel sends it unasked."""


M = Member

# fmt: off

HEADER = Struct(
    "inet_diag_msg",
    (),
    "",
    (
        M("idiag_family", "u8", "inet_diag_msg_family", "", "Address family: 2 IPv4, 10 IPv6"),
        M("idiag_state", "u8", "inet_diag_msg_state", "", "TCP state: 1 ESTABLISHED ... 12 NEW_SYN_RECV"),
        M("idiag_timer", "u8", "inet_diag_msg_timer", "", "Running timer: 1 retransmit, 2 keepalive, 3 TIME_WAIT, 4 zero window probe"),
        M("idiag_retrans", "u8", "inet_diag_msg_retrans", "count", "Retransmits or probes of the running timer"),
        M("idiag_sport", "be16", "inet_diag_msg_socket_source_port", "", "Local port"),
        M("idiag_dport", "be16", "inet_diag_msg_socket_destination_port", "", "Peer's port"),
        M("idiag_src", "bytes16", "inet_diag_msg_socket_source", "", "Local address, 16 bytes; IPv4 in the first four"),
        M("idiag_dst", "bytes16", "inet_diag_msg_socket_destination", "", "Peer's address, 16 bytes; IPv4 in the first four"),
        M("idiag_if", "u32", "inet_diag_msg_socket_interface", "", "Interface index that the socket is bound to"),
        M("idiag_cookie", "cookie", "inet_diag_msg_socket_cookie", "", "The socket's own number, never used again on this host until reboot"),
        M("idiag_expires", "u32", "inet_diag_msg_expires", "ms", "Until the running timer fires"),
        M("idiag_rqueue", "u32", "inet_diag_msg_rqueue", "bytes", "Received and not read yet; for a listener: connections not accepted yet"),
        M("idiag_wqueue", "u32", "inet_diag_msg_wqueue", "bytes", "Written and not acknowledged yet; for a listener: the backlog's limit"),
        M("idiag_uid", "u32", "inet_diag_msg_uid", "", "User that owns the socket"),
        M("idiag_inode", "u32", "inet_diag_msg_inode", "", "The socket's inode in /proc/<pid>/fd; 0 when no process holds it"),
    ),
)

MEMINFO = Struct(
    "inet_diag_meminfo",
    (INET_DIAG["MEMINFO"],),
    "meminfo",
    (
        M("idiag_rmem", "u32", "mem_info_rmem", "bytes", "Memory of the receive queue"),
        M("idiag_wmem", "u32", "mem_info_wmem", "bytes", "Memory queued for sending"),
        M("idiag_fmem", "u32", "mem_info_fmem", "bytes", "Memory reserved and not used yet"),
        M("idiag_tmem", "u32", "mem_info_tmem", "bytes", "Memory of the transmit queue"),
    ),
    INET_DIAG["MEMINFO"],
)

TCP_INFO = Struct(
    "tcp_info",
    (INET_DIAG["INFO"],),
    "info",
    (
        M("tcpi_state", "u8", "tcp_info_state", "", "TCP state, as inet_diag_msg_state"),
        M("tcpi_ca_state", "u8", "tcp_info_ca_state", "", "Congestion state: 0 open, 1 disorder, 2 CWR, 3 recovery, 4 loss"),
        M("tcpi_retransmits", "u8", "tcp_info_retransmits", "count", "Timeouts in a row without an answer"),
        M("tcpi_probes", "u8", "tcp_info_probes", "count", "Keepalive or window probes without an answer"),
        M("tcpi_backoff", "u8", "tcp_info_backoff", "count", "Doublings of the retransmit timeout"),
        M("tcpi_options", "u8", "tcp_info_options", "", "1 timestamps, 2 SACK, 4 wscale, 8 ECN, 16 ECN seen, 32 SYN data, 64 usec timestamps"),
        M("tcpi_snd_wscale", "u8", "tcp_info_send_scale", "", "Window scale that the peer announced", (0, 4)),
        M("tcpi_rcv_wscale", "u8", "tcp_info_rcv_scale", "", "Window scale that we announced", (4, 4)),
        M("tcpi_delivery_rate_app_limited", "u8", "tcp_info_delivery_rate_app_limited", "", "1: the delivery rate was limited by the application", (0, 1)),
        M("tcpi_fastopen_client_fail", "u8", "tcp_info_fast_open_client_failed", "", "Why TCP Fast Open failed (enum tcp_fastopen_client_fail)", (1, 2)),
        M("tcpi_rto", "u32", "tcp_info_rto", "us", "Retransmit timeout"),
        M("tcpi_ato", "u32", "tcp_info_ato", "us", "Delayed acknowledgement timeout"),
        M("tcpi_snd_mss", "u32", "tcp_info_snd_mss", "bytes", "Segment size in use for sending"),
        M("tcpi_rcv_mss", "u32", "tcp_info_rcv_mss", "bytes", "Segment size seen from the peer"),
        M("tcpi_unacked", "u32", "tcp_info_unacked", "segments", "In flight; for a listener: connections not accepted yet"),
        M("tcpi_sacked", "u32", "tcp_info_sacked", "segments", "Selectively acknowledged; for a listener: the backlog's limit"),
        M("tcpi_lost", "u32", "tcp_info_lost", "segments", "Thought lost"),
        M("tcpi_retrans", "u32", "tcp_info_retrans", "segments", "Retransmitted and not acknowledged yet"),
        M("tcpi_fackets", "u32", "tcp_info_fackets", "segments", "Forward acknowledgements; 0 since Linux 4.15"),
        M("tcpi_last_data_sent", "u32", "tcp_info_last_data_sent", "ms", "Since data was last sent"),
        M("tcpi_last_ack_sent", "u32", "tcp_info_last_ack_sent", "ms", "Not remembered by the kernel: 0"),
        M("tcpi_last_data_recv", "u32", "tcp_info_last_data_recv", "ms", "Since data was last received"),
        M("tcpi_last_ack_recv", "u32", "tcp_info_last_ack_recv", "ms", "Since an acknowledgement was last received"),
        M("tcpi_pmtu", "u32", "tcp_info_pmtu", "bytes", "Path MTU"),
        M("tcpi_rcv_ssthresh", "u32", "tcp_info_rcv_ssthresh", "bytes", "Slow start threshold of the receive window"),
        M("tcpi_rtt", "u32", "tcp_info_rtt", "us", "Smoothed round trip time"),
        M("tcpi_rttvar", "u32", "tcp_info_rtt_var", "us", "Mean deviation of the round trip time"),
        M("tcpi_snd_ssthresh", "u32", "tcp_info_snd_ssthresh", "segments", "Slow start threshold; 2147483647 while there is none"),
        M("tcpi_snd_cwnd", "u32", "tcp_info_snd_cwnd", "segments", "Congestion window"),
        M("tcpi_advmss", "u32", "tcp_info_adv_mss", "bytes", "Segment size that we announced"),
        M("tcpi_reordering", "u32", "tcp_info_reordering", "segments", "Reordering that is tolerated"),
        M("tcpi_rcv_rtt", "u32", "tcp_info_rcv_rtt", "us", "Round trip time seen by the receiver"),
        M("tcpi_rcv_space", "u32", "tcp_info_rcv_space", "bytes", "Receive buffer tuning: bytes read in one round trip"),
        M("tcpi_total_retrans", "u32", "tcp_info_total_retrans", "segments", "Retransmitted since the start"),
        M("tcpi_pacing_rate", "u64", "tcp_info_pacing_rate", "bytes/s", "Pacing rate; all ones while there is none"),
        M("tcpi_max_pacing_rate", "u64", "tcp_info_max_pacing_rate", "bytes/s", "Limit of the pacing rate; all ones while there is none"),
        M("tcpi_bytes_acked", "u64", "tcp_info_bytes_acked", "bytes", "Acknowledged by the peer since the start"),
        M("tcpi_bytes_received", "u64", "tcp_info_bytes_received", "bytes", "Received in order since the start"),
        M("tcpi_segs_out", "u32", "tcp_info_segs_out", "segments", "Sent since the start, acknowledgements and retransmits included"),
        M("tcpi_segs_in", "u32", "tcp_info_segs_in", "segments", "Received since the start"),
        M("tcpi_notsent_bytes", "u32", "tcp_info_not_sent_bytes", "bytes", "Written and never sent yet"),
        M("tcpi_min_rtt", "u32", "tcp_info_min_rtt", "us", "Smallest round trip time of the last minutes"),
        M("tcpi_data_segs_in", "u32", "tcp_info_data_segs_in", "segments", "Received with data since the start"),
        M("tcpi_data_segs_out", "u32", "tcp_info_data_segs_out", "segments", "Sent with data since the start"),
        M("tcpi_delivery_rate", "u64", "tcp_info_delivery_rate", "bytes/s", "Latest measured rate of delivery"),
        M("tcpi_busy_time", "u64", "tcp_info_busy_time", "us", "Time with data to send"),
        M("tcpi_rwnd_limited", "u64", "tcp_info_rwnd_limited", "us", "Time limited by the peer's window"),
        M("tcpi_sndbuf_limited", "u64", "tcp_info_sndbuf_limited", "us", "Time limited by our send buffer"),
        M("tcpi_delivered", "u32", "tcp_info_delivered", "segments", "Delivered since the start, SYN included"),
        M("tcpi_delivered_ce", "u32", "tcp_info_delivered_ce", "segments", "Delivered and marked by ECN"),
        M("tcpi_bytes_sent", "u64", "tcp_info_bytes_sent", "bytes", "Sent since the start, retransmits included"),
        M("tcpi_bytes_retrans", "u64", "tcp_info_bytes_retrans", "bytes", "Retransmitted since the start"),
        M("tcpi_dsack_dups", "u32", "tcp_info_dsack_dups", "segments", "Duplicates that the peer reported (DSACK)"),
        M("tcpi_reord_seen", "u32", "tcp_info_reord_seen", "count", "Reorderings seen"),
        M("tcpi_rcv_ooopack", "u32", "tcp_info_rcv_ooopack", "segments", "Received out of order"),
        M("tcpi_snd_wnd", "u32", "tcp_info_snd_wnd", "bytes", "The peer's receive window"),
        M("tcpi_rcv_wnd", "u32", "tcp_info_rcv_wnd", "bytes", "Our receive window"),
        M("tcpi_rehash", "u32", "tcp_info_rehash", "count", "New flow hashes because of a bad path"),
        M("tcpi_total_rto", "u16", "tcp_info_total_rto", "count", "Retransmit timeouts since the start"),
        M("tcpi_total_rto_recoveries", "u16", "tcp_info_total_rto_recoveries", "count", "Recoveries by retransmit timeout since the start"),
        M("tcpi_total_rto_time", "u32", "tcp_info_total_rto_time", "ms", "Time in such recoveries"),
        M("tcpi_received_ce", "u32", "tcp_info_received_ce", "segments", "Received with the ECN mark CE (AccECN)"),
        M("tcpi_delivered_e1_bytes", "u32", "tcp_info_delivered_e1_bytes", "bytes", "Delivered as ECT(1), as the peer counts (AccECN)"),
        M("tcpi_delivered_e0_bytes", "u32", "tcp_info_delivered_e0_bytes", "bytes", "Delivered as ECT(0), as the peer counts (AccECN)"),
        M("tcpi_delivered_ce_bytes", "u32", "tcp_info_delivered_ce_bytes", "bytes", "Delivered as CE, as the peer counts (AccECN)"),
        M("tcpi_received_e1_bytes", "u32", "tcp_info_received_e1_bytes", "bytes", "Received as ECT(1) (AccECN)"),
        M("tcpi_received_e0_bytes", "u32", "tcp_info_received_e0_bytes", "bytes", "Received as ECT(0) (AccECN)"),
        M("tcpi_received_ce_bytes", "u32", "tcp_info_received_ce_bytes", "bytes", "Received as CE (AccECN)"),
        M("tcpi_accecn_fail_mode", "u16", "tcp_info_accecn_fail_mode", "", "How AccECN failed, bits"),
        M("tcpi_accecn_opt_seen", "u16", "tcp_info_accecn_opt_seen", "", "Whether the AccECN option was seen"),
    ),
    INET_DIAG["INFO"],
)

VEGAS = Struct(
    "tcpvegas_info",
    (INET_DIAG["VEGASINFO"],),
    "vegas",
    (
        M("tcpv_enabled", "u32", "vegas_info_enabled", "", "1: Vegas is at work"),
        M("tcpv_rttcnt", "u32", "vegas_info_rtt_cnt", "count", "Round trip times measured in this round"),
        M("tcpv_rtt", "u32", "vegas_info_rtt", "us", "Round trip time that Vegas uses"),
        M("tcpv_minrtt", "u32", "vegas_info_min_rtt", "us", "Smallest round trip time of this round"),
    ),
    INET_DIAG["VEGASINFO"],
)

CONG = Struct(
    "INET_DIAG_CONG",
    (INET_DIAG["CONG"],),
    "cong",
    (
        M("name", "cstr", "congestion_algorithm_string", "", "Congestion control by its kernel name"),
        M("name", "enum", "congestion_algorithm_enum", "", "The same as a number, where the record has one for it"),
    ),
    INET_DIAG["CONG"],
)
CONGESTION_ENUM = {"cubic": 1, "dctcp": 2, "vegas": 3, "prague": 4, "bbr": 5, "bbr1": 5, "bbr2": 6, "bbr3": 7}
"""Kernel name -> value of proto enum CongestionAlgorithm."""

TOS = Struct("INET_DIAG_TOS", (INET_DIAG["TOS"],), "tos", (M("tos", "u8", "type_of_service", "", "IPv4 type of service byte"),), INET_DIAG["TOS"])
TCLASS = Struct(
    "INET_DIAG_TCLASS", (INET_DIAG["TCLASS"],), "tc", (M("tclass", "u8", "traffic_class", "", "IPv6 traffic class byte"),), INET_DIAG["TCLASS"]
)

SKMEMINFO = Struct(
    "INET_DIAG_SKMEMINFO",
    (INET_DIAG["SKMEMINFO"],),
    "skmem",
    (
        M("SK_MEMINFO_RMEM_ALLOC", "u32", "sk_mem_info_rmem_alloc", "bytes", "Memory of the receive queue"),
        M("SK_MEMINFO_RCVBUF", "u32", "sk_mem_info_rcv_buf", "bytes", "Limit of the receive buffer"),
        M("SK_MEMINFO_WMEM_ALLOC", "u32", "sk_mem_info_wmem_alloc", "bytes", "Memory handed to the network layer"),
        M("SK_MEMINFO_SNDBUF", "u32", "sk_mem_info_snd_buf", "bytes", "Limit of the send buffer"),
        M("SK_MEMINFO_FWD_ALLOC", "u32", "sk_mem_info_fwd_alloc", "bytes", "Memory reserved and not used yet"),
        M("SK_MEMINFO_WMEM_QUEUED", "u32", "sk_mem_info_wmem_queued", "bytes", "Memory queued for sending"),
        M("SK_MEMINFO_OPTMEM", "u32", "sk_mem_info_optmem", "bytes", "Memory of socket options and filters"),
        M("SK_MEMINFO_BACKLOG", "u32", "sk_mem_info_backlog", "bytes", "Packets that wait while the socket is locked"),
        M("SK_MEMINFO_DROPS", "u32", "sk_mem_info_drops", "packets", "Dropped because a buffer was full"),
    ),
    INET_DIAG["SKMEMINFO"],
)

SHUTDOWN = Struct(
    "INET_DIAG_SHUTDOWN",
    (INET_DIAG["SHUTDOWN"],),
    "shut",
    (M("sk_shutdown", "u8", "shutdown_state", "", "1: no more receiving, 2: no more sending, 3: both"),),
    INET_DIAG["SHUTDOWN"],
)

DCTCP = Struct(
    "tcp_dctcp_info",
    (INET_DIAG["DCTCPINFO"],),
    "dctcp",
    (
        M("dctcp_enabled", "u16", "dctcp_info_enabled", "", "1: DCTCP is at work"),
        M("dctcp_ce_state", "u16", "dctcp_info_ce_state", "", "1: the last packet had the mark CE"),
        M("dctcp_alpha", "u32", "dctcp_info_alpha", "1/1024", "Estimated share of marked bytes"),
        M("dctcp_ab_ecn", "u32", "dctcp_info_ab_ecn", "bytes", "Acknowledged and marked in this round"),
        M("dctcp_ab_tot", "u32", "dctcp_info_ab_tot", "bytes", "Acknowledged in this round"),
    ),
    INET_DIAG["VEGASINFO"],
)

PROTOCOL = Struct(
    "INET_DIAG_PROTOCOL",
    (INET_DIAG["PROTOCOL"],),
    "protocol",
    (M("sk_protocol", "u8", "inet_diag_protocol", "", "IP protocol; the kernel sends it with messages of closed sockets"),),
)
SKV6ONLY = Struct(
    "INET_DIAG_SKV6ONLY",
    (INET_DIAG["SKV6ONLY"],),
    "skv6only",
    (M("ipv6only", "u8", "skv6only", "", "1: this IPv6 listener takes no IPv4"),),
)
MARK = Struct(
    "INET_DIAG_MARK", (INET_DIAG["MARK"],), "mark", (M("sk_mark", "u32", "mark", "", "Routing and firewall mark (needs CAP_NET_ADMIN)"),)
)

BBR = Struct(
    "tcp_bbr_info",
    (INET_DIAG["BBRINFO"],),
    "bbr",
    (
        M("bbr_bw_lo", "u32", "bbr_info_bw_lo", "bytes/s", "Bandwidth estimate, lower 32 bits"),
        M("bbr_bw_hi", "u32", "bbr_info_bw_hi", "bytes/s", "Bandwidth estimate, upper 32 bits"),
        M("bbr_min_rtt", "u32", "bbr_info_min_rtt", "us", "Smallest round trip time of the last ten seconds"),
        M("bbr_pacing_gain", "u32", "bbr_info_pacing_gain", "1/256", "Gain of the pacing rate"),
        M("bbr_cwnd_gain", "u32", "bbr_info_cwnd_gain", "1/256", "Gain of the congestion window"),
    ),
    INET_DIAG["VEGASINFO"],
)

CLASS_ID = Struct(
    "INET_DIAG_CLASS_ID",
    (INET_DIAG["CLASS_ID"],),
    "classid",
    (M("classid", "u32", "class_id", "", "net_cls class, or the socket's priority"),),
    INET_DIAG["TCLASS"],
)
MD5SIG = Struct(
    "tcp_diag_md5sig",
    (INET_DIAG["MD5SIG"],),
    "md5sig",
    (M("tcp_diag_md5sig", "count100", "md5sig_count", "count", "TCP-MD5 keys of the socket; the keys are never copied"),),
)

_ULP = INET_DIAG["ULP_INFO"]
ULP_NAME = Struct(
    "INET_ULP_INFO_NAME", (_ULP, 1), "ulp", (M("name", "cstr", "ulp_name", "", "Upper layer protocol on the socket: tls, mptcp, ..."),)
)
TLS = (
    Struct("TLS_INFO_VERSION", (_ULP, 2, 1), "ulp", (M("version", "u16", "tls_version", "", "0x0303 TLS 1.2, 0x0304 TLS 1.3"),)),
    Struct("TLS_INFO_CIPHER", (_ULP, 2, 2), "ulp", (M("cipher_type", "u16", "tls_cipher", "", "TLS_CIPHER_* of linux/tls.h"),)),
    Struct("TLS_INFO_TXCONF", (_ULP, 2, 3), "ulp", (M("tx_conf", "u16", "tls_tx_conf", "", "Sending: 1 none, 2 software, 3 device, 4 device record"),)),
    Struct("TLS_INFO_RXCONF", (_ULP, 2, 4), "ulp", (M("rx_conf", "u16", "tls_rx_conf", "", "Receiving: as tls_tx_conf"),)),
    Struct("TLS_INFO_ZC_RO_TX", (_ULP, 2, 5), "ulp", (M("zerocopy_sendfile", "flag", "tls_zc_ro_tx", "", "1: sendfile without a copy"),)),
    Struct("TLS_INFO_RX_NO_PAD", (_ULP, 2, 6), "ulp", (M("rx_no_pad", "flag", "tls_rx_no_pad", "", "1: the peer promised no padding"),)),
    Struct("TLS_INFO_TX_MAX_PAYLOAD_LEN", (_ULP, 2, 7), "ulp", (M("tx_max_payload_len", "u16", "tls_tx_max_payload_len", "bytes", "Most plaintext of one TLS record that is sent"),)),
)
MPTCP = tuple(
    Struct(f"MPTCP_SUBFLOW_ATTR_{name.upper()}", (_ULP, 3, number), "ulp", (M(name, kind, f"mptcp_{name}", unit, meaning),))
    for number, (name, kind, unit, meaning) in enumerate(
        (
            ("token_rem", "u32", "", "The peer's token of the MPTCP connection"),
            ("token_loc", "u32", "", "Our token of the MPTCP connection"),
            ("relwrite_seq", "u32", "", "Relative sequence number of the next write"),
            ("map_seq", "u64", "", "Data sequence number of the current mapping"),
            ("map_sfseq", "u32", "", "Subflow sequence number of the current mapping"),
            ("ssn_offset", "u32", "", "Offset of subflow sequence numbers"),
            ("map_datalen", "u16", "bytes", "Length of the current mapping"),
            ("flags", "u32", "", "MPTCP_SUBFLOW_FLAG_* of linux/mptcp.h"),
            ("id_rem", "u8", "", "The peer's address identifier"),
            ("id_loc", "u8", "", "Our address identifier"),
        ),
        start=1,
    )
)

CGROUP_ID = Struct(
    "INET_DIAG_CGROUP_ID", (INET_DIAG["CGROUP_ID"],), "cgroup", (M("cgroup_id", "u64", "c_group", "", "Inode of the socket's cgroup v2"),)
)
SOCKOPT = Struct(
    "inet_diag_sockopt",
    (INET_DIAG["SOCKOPT"],),
    "sockopt",
    (M("flags", "le16", "sock_opt", "", "Bits from 0: recverr is_icsk freebind hdrincl mc_loop transparent mc_all nodefrag bind_address_no_port ..."),),
)

STRUCTS: tuple[Struct, ...] = (
    HEADER,
    MEMINFO,
    TCP_INFO,
    VEGAS,
    CONG,
    TOS,
    TCLASS,
    SKMEMINFO,
    SHUTDOWN,
    DCTCP,
    PROTOCOL,
    SKV6ONLY,
    Struct("INET_DIAG_LOCALS", (INET_DIAG["LOCALS"],), ""),
    Struct("INET_DIAG_PEERS", (INET_DIAG["PEERS"],), ""),
    Struct("INET_DIAG_PAD", (INET_DIAG["PAD"],), ""),
    MARK,
    BBR,
    CLASS_ID,
    MD5SIG,
    Struct("INET_DIAG_ULP_INFO", (_ULP,), "ulp"),
    ULP_NAME,
    Struct("INET_ULP_INFO_TLS", (_ULP, 2), "ulp"),
    *TLS,
    Struct("INET_ULP_INFO_MPTCP", (_ULP, 3), "ulp"),
    *MPTCP,
    Struct("MPTCP_SUBFLOW_ATTR_PAD", (_ULP, 3, 11), ""),
    Struct("INET_DIAG_SK_BPF_STORAGES", (INET_DIAG["SK_BPF_STORAGES"],), ""),
    CGROUP_ID,
    SOCKOPT,
)

TCP_INFO_LENGTHS = {192: "4.15", 224: "4.19", 232: "5.4", 240: "6.6", 248: "6.8", 280: "6.18"}
"""Lengths of struct tcp_info in bytes, and a kernel that has it. For documents only: presence is decided by length."""
