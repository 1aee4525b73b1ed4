"""The other end of the destinations tcp, unix, udp and unixgram."""
