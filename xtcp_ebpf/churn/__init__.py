"""Network namespaces with TCP traffic that come and go: for nstest and for soak tests. No part of the daemon."""
