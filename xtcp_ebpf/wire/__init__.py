"""Pure: bytes in, bytes out. No socket, no file, no clock, no thread, no log."""
