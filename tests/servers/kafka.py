"""Apache Kafka: broker and controller in one JVM (KRaft), with its jars from Maven."""

from __future__ import annotations

import shutil
import socket
import struct
import subprocess
from collections.abc import Mapping
from pathlib import Path

from servers.cache import CannotMake, made, run, tool
from servers.certificates import Certificates
from servers.process import HOST, Server, free_port

VERSION = "4.1.0"
CLUSTER = "xtcp-ebpf-tests-0000AA"  # 16 bytes in base64url
JAVA = ["-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.showDateTime=true"]
COLLECTOR = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
POM = f"""<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>xtcp-ebpf</groupId><artifactId>kafka-for-tests</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>{VERSION}</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-simple</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
"""
ALONE = """
process.roles=broker,controller
node.id=1
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
offsets.topic.replication.factor=1
offsets.topic.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
broker.session.timeout.ms=1000
broker.heartbeat.interval.ms=200
"""
"""One node is the whole cluster. After kill -9 it waits until its own former session is over: keep that short."""


def obtain() -> Path:
    """The folder of Kafka's jars. Raises CannotMake."""
    return made("kafka", VERSION, _fetch) / "lib"


def classes() -> Path:
    """What the JVM remembers of a first start: with it each further one takes half the time."""
    return made("kafka-classes", VERSION, _remember) / "classes.jsa"


def _remember(folder: Path) -> None:
    with _First(folder / "run"):
        pass
    shutil.rmtree(folder / "run")


def _fetch(folder: Path) -> None:
    maven = tool("mvn", "apt-get install --no-install-recommends maven (it brings a Java too)")
    (folder / "pom.xml").write_text(POM)
    run([maven, "-q", "-B", COLLECTOR, "-DincludeScope=runtime", f"-DoutputDirectory={folder / 'lib'}"], folder)


class Kafka(Server):
    """`port` is without TLS and without credentials, always; the other listeners are there when they are asked for.

    `sasl`: `sasl_port` takes `user` and `password` by PLAIN, SCRAM-SHA-256 and SCRAM-SHA-512. `tls`: `tls_port`, and with `sasl` also
    `sasl_tls_port`; `mutual`: TLS clients must show a certificate. `settings` are further lines of server.properties.
    A frozen broker leaves its cluster after a second, and returns when it is thawed.
    Topics come into being when they are written to, with one partition each.
    """

    user = "alice"
    password = "alice's secret"

    def __init__(
        self,
        folder: Path,
        sasl: bool = False,
        tls: Certificates | None = None,
        mutual: bool = False,
        settings: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(folder)
        self._java = tool("java", "apt-get install --no-install-recommends maven (it brings a Java too)")
        self._lib = obtain()
        self.controller_port = free_port()
        kinds = {"PLAINTEXT": self.port}
        self.sasl_port = self.tls_port = self.sasl_tls_port = 0
        if sasl:
            kinds["SASL_PLAINTEXT"] = self.sasl_port = free_port()
        if tls:
            kinds["SSL"] = self.tls_port = free_port()
        if sasl and tls:
            kinds["SASL_SSL"] = self.sasl_tls_port = free_port()
        self._settings = self.folder / "server.properties"
        lines = [f"{name}={value}" for name, value in {**self._listeners(kinds), **self._sasl(kinds), **self._tls(tls, mutual)}.items()]
        lines += [f"{name}={value}" for name, value in (settings or {}).items()]
        self._settings.write_text(ALONE + "\n".join(lines) + "\n")

    def _listeners(self, kinds: Mapping[str, int]) -> dict[str, str]:
        brokers = ",".join(f"{kind}://{HOST}:{port}" for kind, port in kinds.items())
        return {
            "log.dirs": str(self.folder / "data"),
            "controller.quorum.voters": f"1@{HOST}:{self.controller_port}",
            "listeners": f"{brokers},CONTROLLER://{HOST}:{self.controller_port}",
            "advertised.listeners": brokers,
            "listener.security.protocol.map": ",".join(f"{kind}:{kind}" for kind in kinds) + ",CONTROLLER:PLAINTEXT",
        }

    def _sasl(self, kinds: Mapping[str, int]) -> dict[str, str]:
        found = {"sasl.enabled.mechanisms": "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512"}
        for kind in ("sasl_plaintext", "sasl_ssl"):
            if kind.upper() in kinds:
                plain = f'org.apache.kafka.common.security.plain.PlainLoginModule required user_{self.user}="{self.password}";'
                found[f"listener.name.{kind}.plain.sasl.jaas.config"] = plain
                for scram in ("scram-sha-256", "scram-sha-512"):
                    module = "org.apache.kafka.common.security.scram.ScramLoginModule required;"
                    found[f"listener.name.{kind}.{scram}.sasl.jaas.config"] = module
        return found

    def _tls(self, tls: Certificates | None, mutual: bool) -> dict[str, str]:
        if tls is None:
            return {}
        return {
            "ssl.keystore.type": "PEM",
            "ssl.keystore.location": str(tls.joined()),
            "ssl.truststore.type": "PEM",
            "ssl.truststore.location": str(tls.ca),
            "ssl.client.auth": "required" if mutual else "none",
        }

    def _sharing(self) -> str:
        return f"-XX:SharedArchiveFile={classes()}"

    def _run(self, main: str, *words: str) -> list[str]:
        return [self._java, *JAVA, self._sharing(), "-cp", f"{self._lib}/*", main, *words]

    def _format(self) -> None:
        known = [f"{kind}=[name={self.user},password={self.password}]" for kind in ("SCRAM-SHA-256", "SCRAM-SHA-512")]
        command = self._run("kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", str(self._settings))
        for one in known:
            command += ["--add-scram", one]
        done = subprocess.run(command, cwd=self.folder, text=True, capture_output=True)
        if done.returncode:
            raise CannotMake(f"Kafka's StorageTool ended with {done.returncode}:\n{done.stdout}{done.stderr}")

    def start(self) -> None:
        if not (self.folder / "data").exists():
            self._format()
        super().start()

    def command(self) -> list[str]:
        return self._run("kafka.Kafka", str(self._settings))

    def answers(self) -> bool:
        """It lists itself: before that, it is not yet part of its cluster and takes nothing."""
        with socket.create_connection((HOST, self.port), 5) as sock:
            sock.sendall(struct.pack(">ihhih i", 14, 3, 1, 7, -1, 0))  # Metadata, version 1, of no topic
            answer = b""
            while len(answer) < 12:
                if not (piece := sock.recv(4096)):
                    return False
                answer += piece
        return bool(struct.unpack_from(">i", answer, 8)[0])


class _First(Kafka):
    def _sharing(self) -> str:
        return f"-XX:ArchiveClassesAtExit={self.folder.parent / 'classes.jsa'}"
