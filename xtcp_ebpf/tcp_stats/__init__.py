"""The TCP health of the host, from the rows that pass by (-promTcpStats).

chunks --before--> accumulate (C or Python) --> pictures --ended--> Shown <--scrape-- families (shares: who has series of its own)

A picture is what one whole dump said of one namespace; nothing is kept of single sockets.
"""
