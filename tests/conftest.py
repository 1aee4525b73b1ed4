"""What holds for all tests."""

from __future__ import annotations

import os

# Before anybody imports grpc: after each fork it would start threads in the child, and some of our children have to be alone.
os.environ.setdefault("GRPC_ENABLE_FORK_SUPPORT", "0")
