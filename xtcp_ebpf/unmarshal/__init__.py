"""Our own output read back: one file for each kind of format; readers.py names them."""
