"""-closed: one last record of each TCP connection when it ends, whichever namespace it was in.

hearing --datagrams--> messages --groups by nsid--> mending (what the kernel forgot, from activity.closing) --> engine --rows--> deliver
                                      ^ nsids: which namespace has which id, and ids for those that have none
"""
