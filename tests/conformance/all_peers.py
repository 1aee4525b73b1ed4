"""Every receiver that the conformance suite of the destinations runs against: each is the real thing."""

from __future__ import annotations

from conformance.peers import (
    FilePeer,
    NullPeer,
    Peer,
    PipePeer,
    StderrPeer,
    Tcp6Peer,
    TcpPeer,
    Udp6Peer,
    UdpPeer,
    UnixgramPeer,
    UnixPeer,
)
from conformance.peers_http import HttpPeer, HttpsPeer
from conformance.peers_kafka import KafkaPeer
from conformance.peers_nats import JetstreamPeer, NatsPeer
from conformance.peers_nsq import NsqPeer
from conformance.peers_parquet import ParquetPeer, S3Peer
from conformance.peers_valkey import ValkeyChannelPeer, ValkeyPeer

PEERS: tuple[type[Peer], ...] = (
    NullPeer,
    PipePeer,
    StderrPeer,
    FilePeer,
    TcpPeer,
    Tcp6Peer,
    UdpPeer,
    Udp6Peer,
    UnixPeer,
    UnixgramPeer,
    HttpPeer,
    HttpsPeer,
    KafkaPeer,
    NatsPeer,
    JetstreamPeer,
    NsqPeer,
    ValkeyPeer,
    ValkeyChannelPeer,
    ParquetPeer,
    S3Peer,
)
