"""`python -m xtcp_ebpf`."""

import sys

from xtcp_ebpf.cli.main import main

sys.exit(main())
