"""The text of `ss` as an oracle: what it printed, and what it would print for a record, word by word.

`ss` of iproute2 5.x to 6.x with -t -i -n -o -e -m (and --tos, --cgroup, --inet-sockopt), in its one-line and its two-line layout, with and
without header. The way from a value to a word is misc/ss.c's (inet_show_sock, tcp_show_info, tcp_stats_print), so that the only
rounding is ss's own. It leaves out most words whose value is zero: `words` does so too, and so their absence is compared as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from socket import AF_INET, AF_INET6, inet_ntop

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.wire.uapi import INET_DIAG

Words = dict[str, str]
"""Name of a word -> its value as printed; a word without a value has "yes"."""

NOT_COMPARED = {
    "users": "whose file descriptor it is, from /proc: no part of a record",
    "cgroup": "a path, where a record has the number; that there is one is compared",
}

STATES = (
    "UNKNOWN",
    "ESTAB",
    "SYN-SENT",
    "SYN-RECV",
    "FIN-WAIT-1",
    "FIN-WAIT-2",
    "TIME-WAIT",
    "UNCONN",
    "CLOSE-WAIT",
    "LAST-ACK",
    "LISTEN",
    "CLOSING",
)
TIMERS = ("off", "on", "keepalive", "timewait", "persist", "unknown")
CONGESTION = (
    *("reno", "cubic", "bbr", "dctcp", "dctcp-reno", "vegas"),
    *("bic", "cdg", "highspeed", "htcp", "hybla", "illinois", "lp", "nv", "scalable", "veno", "westwood", "yeah"),
)
OPTIONS = {"ts": 1, "sack": 2, "ecn": 8, "ecnseen": 16, "fastopen": 32}
SHUTDOWN = ("<->", "-->", "<--", "---")
SOCKOPT = (
    *("recverr", "is_icsk", "freebind", "hdrincl", "mc_loop", "transparent", "mc_all", "nodefrag"),
    *("bind_addr_no_port", "recverr_rfc4884", "defer_connect"),
)
MPTCP_FLAGS = "MmJjBbecv"
TLS_VERSIONS = {0x0303: "1.2", 0x0304: "1.3"}
TLS_CIPHERS = {51: "aes-gcm-128", 52: "aes-gcm-256"}
TLS_CONFIGURATIONS = ("", "none", "sw", "hw", "hw-record")
PLAIN = {
    "backoff": "tcp_info_backoff",
    "mss": "tcp_info_snd_mss",
    "pmtu": "tcp_info_pmtu",
    "rcvmss": "tcp_info_rcv_mss",
    "advmss": "tcp_info_adv_mss",
    "cwnd": "tcp_info_snd_cwnd",
    "bytes_sent": "tcp_info_bytes_sent",
    "bytes_retrans": "tcp_info_bytes_retrans",
    "bytes_acked": "tcp_info_bytes_acked",
    "bytes_received": "tcp_info_bytes_received",
    "segs_out": "tcp_info_segs_out",
    "segs_in": "tcp_info_segs_in",
    "data_segs_out": "tcp_info_data_segs_out",
    "data_segs_in": "tcp_info_data_segs_in",
    "lastsnd": "tcp_info_last_data_sent",
    "lastrcv": "tcp_info_last_data_recv",
    "lastack": "tcp_info_last_ack_recv",
    "delivered": "tcp_info_delivered",
    "delivered_ce": "tcp_info_delivered_ce",
    "unacked": "tcp_info_unacked",
    "lost": "tcp_info_lost",
    "dsack_dups": "tcp_info_dsack_dups",
    "fackets": "tcp_info_fackets",
    "reord_seen": "tcp_info_reord_seen",
    "rcv_space": "tcp_info_rcv_space",
    "rcv_ssthresh": "tcp_info_rcv_ssthresh",
    "notsent": "tcp_info_not_sent_bytes",
    "rcv_ooopack": "tcp_info_rcv_ooopack",
    "snd_wnd": "tcp_info_snd_wnd",
    "rcv_wnd": "tcp_info_rcv_wnd",
    "rehash": "tcp_info_rehash",
}
"""Words that are a field's number, and are left out when it is zero."""

_OTHERS = (
    "timer uid ino sk fwmark cgroup v6only tos tclass class_id skmem mem wscale rto rtt ato ssthresh dctcp bbr busy rwnd_limited"
    " sndbuf_limited retrans sacked reordering rcv_rtt minrtt flags token seq sfseq ssnoff maplen"
)
_NAMED = frozenset(PLAIN) | frozenset(_OTHERS.split())
_SPACED = re.compile(
    r"(?:^| )(send|pacing_rate|delivery_rate) ([0-9]\S*)|(?:^| )(version|cipher|rxconf|txconf): (\S+)"
    r"|(?:^| )inet-sockopt: \(([^)]*)\)|(?:^| )users:(\(\(.*?\)\))(?= |$)"
)
_ALL_ONES = 2**64 - 1


def parse(text: str) -> list[Words]:
    """The words of each socket. Raises ValueError for a word that is not known: nothing may go uncompared in silence."""
    sockets: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith(("State", "Netid")) or not line.strip():
            continue
        if line[0].isspace():
            sockets[-1] += line.split()
        else:
            sockets.append(line.split())
    return [_read(tokens) for tokens in sockets]


def _read(tokens: list[str]) -> Words:
    if len(tokens) < 5 or tokens[0] not in STATES:
        raise ValueError(f"no socket of ss: {' '.join(tokens)!r}")
    found = dict(zip(("state", "recv-q", "send-q", "local", "peer"), tokens, strict=False))
    rest = " ".join(tokens[5:])
    for rate, value, tls, how, sockopt, users in _SPACED.findall(rest):
        if rate or tls:
            _add(found, rate or f"tls-{tls}", value or how)
        else:
            _add(found, *(("users", users) if users else ("inet-sockopt", " ".join(sockopt.split()))))
    for token in _SPACED.sub(" ", rest).split():
        name, colon, value = token.partition(":")
        if token in OPTIONS or token in ("app_limited", "zc_ro_tx"):
            _add(found, token, "yes")
        elif token in SHUTDOWN:
            _add(found, "shutdown", token)
        elif token in CONGESTION:
            _add(found, "congestion", token)
        elif token.startswith("tcp-ulp-"):
            _add(found, "ulp", token.removeprefix("tcp-ulp-"))
        elif name == "md5keys":
            _add(found, name, str(value.count(",") + 1))
        elif colon and name in _NAMED:
            _add(found, name, value)
        else:
            raise ValueError(f"the parser does not know this word of ss: {token!r}")
    return found


def _add(found: Words, name: str, value: str) -> None:
    if found.setdefault(name, value) != value:
        raise ValueError(f"ss says {name} twice: {found[name]!r} and {value!r}")


def words(row: XtcpFlatRecord, interfaces: dict[int, str] | None = None) -> Words:
    """What ss prints for this record, decoded with all groups on."""
    return dict(_header(row, interfaces or {1: "lo"})) | dict(_attributes(row)) | (dict(_tcp_info(row)) if row.tcp_info_bytes else {})


def differences(printed: Words, row: XtcpFlatRecord, unknown: Iterable[str] = ()) -> list[str]:
    """Where the text and the record disagree. `unknown`: words that the ss of this text cannot print yet."""
    expected = words(row)
    ignored = {*NOT_COMPARED, *unknown}
    found = [
        f"{name}: ss {printed.get(name, 'nothing')}, record {expected.get(name, 'nothing')}"
        for name in sorted(printed.keys() | expected.keys())
        if name not in ignored and printed.get(name) != expected.get(name)
    ]
    if ("cgroup" in printed) != ("cgroup" in expected):
        found.append(f"cgroup: ss {'cgroup' in printed}, record {'cgroup' in expected}")
    return found


def identity(printed: Words) -> tuple[str, str, str]:
    """Which socket it is."""
    return printed["sk"], printed["local"], printed["peer"]


def _has(row: XtcpFlatRecord, attribute: str) -> bool:
    return bool(row.kernel_attributes >> INET_DIAG[attribute] & 1)


def _header(row: XtcpFlatRecord, interfaces: dict[int, str]) -> Iterator[tuple[str, str]]:
    yield "state", STATES[row.inet_diag_msg_state]
    yield "recv-q", _signed(row.inet_diag_msg_rqueue)
    yield "send-q", _signed(row.inet_diag_msg_wqueue)
    device = f"%{interfaces[row.inet_diag_msg_socket_interface]}" if row.inet_diag_msg_socket_interface else ""
    yield "local", _address(row, row.inet_diag_msg_socket_source) + device + _port(row.inet_diag_msg_socket_source_port)
    yield "peer", _address(row, row.inet_diag_msg_socket_destination) + _port(row.inet_diag_msg_socket_destination_port)
    if row.inet_diag_msg_timer:
        timer = TIMERS[min(row.inet_diag_msg_timer, 5)]
        yield "timer", f"({timer},{_milliseconds(row.inet_diag_msg_expires)},{row.inet_diag_msg_retrans})"
    if row.inet_diag_msg_uid:
        yield "uid", str(row.inet_diag_msg_uid)
    yield "ino", str(row.inet_diag_msg_inode)
    yield "sk", f"{row.inet_diag_msg_socket_cookie:x}"


def _address(row: XtcpFlatRecord, raw: bytes) -> str:
    if row.inet_diag_msg_family == AF_INET:
        return inet_ntop(AF_INET, raw[:4])
    if not any(raw) and not row.skv6only:
        return "*"
    return f"[{inet_ntop(AF_INET6, raw)}]"


def _signed(queue: int) -> str:
    """ss prints them so; a connection that waits to send its SYN with data has a queue of more than 2 GiB, as the kernel reckons."""
    return str(queue - (1 << 32) if queue >> 31 else queue)


def _port(number: int) -> str:
    return f":{number or '*'}"


def _milliseconds(timeout: int) -> str:
    """print_ms_timer of ss.c, odd as it is: 4.011ms are 4011 ms."""
    minutes, rest = divmod(timeout, 60_000)
    seconds, ms = divmod(rest, 1000)
    text = ""
    if minutes:
        ms, seconds, text = 0, 0 if minutes > 9 else seconds, f"{minutes}min"
    if seconds:
        ms = 0 if seconds > 9 else ms
        text += f"{seconds}{'.' if ms else 'sec'}"
    return text + (f"{ms:03}ms" if ms else "")


def _attributes(row: XtcpFlatRecord) -> Iterator[tuple[str, str]]:
    if row.mark:
        yield "fwmark", f"{row.mark:#x}"
    if row.c_group:
        yield "cgroup", "yes"
    if _has(row, "SKV6ONLY"):
        yield "v6only", str(row.skv6only)
    if _has(row, "SHUTDOWN"):
        yield "shutdown", f"{'-' if row.shutdown_state & 1 else '<'}-{'-' if row.shutdown_state & 2 else '>'}"
    for name, attribute, value in (
        ("tos", "TOS", row.type_of_service),
        ("tclass", "TCLASS", row.traffic_class),
        ("class_id", "CLASS_ID", row.class_id),
    ):
        if _has(row, attribute):
            yield name, f"{value:#x}" if value else "0"
    if _has(row, "SOCKOPT"):
        yield "inet-sockopt", " ".join(name for bit, name in enumerate(SOCKOPT) if row.sock_opt >> bit & 1)
    if _has(row, "SKMEMINFO"):
        yield (
            "skmem",
            f"(r{row.sk_mem_info_rmem_alloc},rb{row.sk_mem_info_rcv_buf},t{row.sk_mem_info_wmem_alloc},tb{row.sk_mem_info_snd_buf}"
            f",f{row.sk_mem_info_fwd_alloc},w{row.sk_mem_info_wmem_queued},o{row.sk_mem_info_optmem}"
            f",bl{row.sk_mem_info_backlog},d{row.sk_mem_info_drops})",
        )
    elif _has(row, "MEMINFO"):
        yield "mem", f"(r{row.mem_info_rmem},w{row.mem_info_wmem},f{row.mem_info_fmem},t{row.mem_info_tmem})"
    if _has(row, "MD5SIG"):
        yield "md5keys", str(row.md5sig_count)
    if row.ulp_name:
        yield "ulp", row.ulp_name
    if row.ulp_name == "tls" and row.tls_version:
        yield "tls-version", TLS_VERSIONS[row.tls_version]
        yield "tls-cipher", TLS_CIPHERS[row.tls_cipher]
        yield "tls-rxconf", TLS_CONFIGURATIONS[row.tls_rx_conf]
        yield "tls-txconf", TLS_CONFIGURATIONS[row.tls_tx_conf]
        if row.tls_zc_ro_tx:
            yield "zc_ro_tx", "yes"
    if row.ulp_name == "mptcp" and row.mptcp_flags:
        yield "flags", "".join(letter for bit, letter in enumerate(MPTCP_FLAGS) if row.mptcp_flags >> bit & 1)
        yield "token", f"{row.mptcp_token_rem:04x}(id:{row.mptcp_id_rem})/{row.mptcp_token_loc:04x}(id:{row.mptcp_id_loc})"
        yield "seq", f"{row.mptcp_map_seq:x}"
        yield "sfseq", f"{row.mptcp_map_sfseq:x}"
        yield "ssnoff", f"{row.mptcp_ssn_offset:x}"
        yield "maplen", f"{row.mptcp_map_datalen:x}"


def _tcp_info(row: XtcpFlatRecord) -> Iterator[tuple[str, str]]:
    for name, bit in OPTIONS.items():
        if row.tcp_info_options & bit:
            yield name, "yes"
    if row.congestion_algorithm_string:
        yield "congestion", row.congestion_algorithm_string
    if row.tcp_info_options & 4:
        yield "wscale", f"{row.tcp_info_send_scale},{row.tcp_info_rcv_scale}"
    for name, field in PLAIN.items():
        if value := getattr(row, field):
            yield name, str(value)
    if row.tcp_info_rto not in (0, 3_000_000):
        yield "rto", _thousandth(row.tcp_info_rto)
    if row.tcp_info_rtt:
        yield "rtt", f"{_thousandth(row.tcp_info_rtt)}/{_thousandth(row.tcp_info_rtt_var)}"
    if row.tcp_info_ato:
        yield "ato", _thousandth(row.tcp_info_ato)
    if 0 < row.tcp_info_snd_ssthresh < 0xFFFF:
        yield "ssthresh", str(row.tcp_info_snd_ssthresh)
    if row.tcp_info_retrans or row.tcp_info_total_retrans:
        yield "retrans", f"{row.tcp_info_retrans}/{row.tcp_info_total_retrans}"
    if row.tcp_info_sacked and STATES[row.inet_diag_msg_state] != "LISTEN":
        yield "sacked", str(row.tcp_info_sacked)
    if row.tcp_info_reordering != 3:
        yield "reordering", str(row.tcp_info_reordering)
    if row.tcp_info_rcv_rtt:
        yield "rcv_rtt", _thousandth(row.tcp_info_rcv_rtt)
    if row.tcp_info_min_rtt not in (0, 2**32 - 1):
        yield "minrtt", _thousandth(row.tcp_info_min_rtt)
    yield from _rates(row)
    yield from _algorithm(row)


def _rates(row: XtcpFlatRecord) -> Iterator[tuple[str, str]]:
    rtt = row.tcp_info_rtt
    if row.vegas_info_enabled and row.vegas_info_rtt not in (0, 0x7FFFFFFF):
        rtt = row.vegas_info_rtt
    if rtt and row.tcp_info_snd_mss and row.tcp_info_snd_cwnd:
        yield "send", _bits(float(row.tcp_info_snd_cwnd) * row.tcp_info_snd_mss * 8_000_000.0 / rtt)
    if row.tcp_info_pacing_rate not in (0, _ALL_ONES):
        limit = row.tcp_info_max_pacing_rate
        limited = f"/{_bits(limit * 8.0)}" if limit not in (0, _ALL_ONES) else ""
        yield "pacing_rate", _bits(row.tcp_info_pacing_rate * 8.0) + limited
    if row.tcp_info_delivery_rate:
        yield "delivery_rate", _bits(row.tcp_info_delivery_rate * 8.0)
    if row.tcp_info_delivery_rate_app_limited:
        yield "app_limited", "yes"
    busy = row.tcp_info_busy_time
    if busy:
        yield "busy", f"{busy // 1000}ms"
    for name, limited_us in (("rwnd_limited", row.tcp_info_rwnd_limited), ("sndbuf_limited", row.tcp_info_sndbuf_limited)):
        if busy and limited_us:
            yield name, f"{limited_us // 1000}ms({100.0 * limited_us / busy:.1f}%)"


def _algorithm(row: XtcpFlatRecord) -> Iterator[tuple[str, str]]:
    if row.dctcp_info_enabled:
        yield (
            "dctcp",
            f"(ce_state:{row.dctcp_info_ce_state},alpha:{row.dctcp_info_alpha}"
            f",ab_ecn:{row.dctcp_info_ab_ecn},ab_tot:{row.dctcp_info_ab_tot})",
        )
    elif _has(row, "DCTCPINFO"):
        yield "dctcp", "fallback_mode"
    if _has(row, "BBRINFO"):
        bandwidth = row.bbr_info_bw_hi << 32 | row.bbr_info_bw_lo
        gains = (("pacing_gain", row.bbr_info_pacing_gain), ("cwnd_gain", row.bbr_info_cwnd_gain))
        text = f"bw:{_bits(bandwidth * 8.0)},mrtt:{_thousandth(row.bbr_info_min_rtt)}"
        yield "bbr", f"({text}{''.join(f',{name}:{gain / 256.0:g}' for name, gain in gains if gain)})"


def _bits(rate: float) -> str:
    return f"{rate:.0f}bps"


def _thousandth(number: int) -> str:
    return f"{number / 1000:g}"
