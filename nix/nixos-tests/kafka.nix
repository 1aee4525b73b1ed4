# One broker, in KRaft mode.
{ ... }:
{
  virtualisation.memorySize = 2048;
  virtualisation.diskSize = 2048;
  services.apache-kafka = {
    enable = true;
    clusterId = "ak2fIHr4S8WWarOF_ODD0g";
    formatLogDirs = true;
    settings = {
      "node.id" = 1;
      "process.roles" = [
        "broker"
        "controller"
      ];
      "listeners" = [
        "PLAINTEXT://127.0.0.1:9092"
        "CONTROLLER://127.0.0.1:9093"
      ];
      "listener.security.protocol.map" = [
        "PLAINTEXT:PLAINTEXT"
        "CONTROLLER:PLAINTEXT"
      ];
      "controller.quorum.voters" = [ "1@127.0.0.1:9093" ];
      "controller.listener.names" = [ "CONTROLLER" ];
      "log.dirs" = [ "/var/lib/apache-kafka" ];
      "offsets.topic.replication.factor" = 1;
    };
  };
  systemd.services.apache-kafka.serviceConfig.StateDirectory = "apache-kafka";
  services.xtcp-ebpf.settings.dest = [ "kafka:127.0.0.1:9092" ];
}
