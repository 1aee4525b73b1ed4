"""One file for each format; FORMATS in formats.py names them."""
