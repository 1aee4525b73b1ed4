"""What the tests of s3parquet: say to it and hear from it."""

from __future__ import annotations

from typing import Any

import pytest
from servers.s3 import S3

from xtcp_ebpf.abc import Target
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.destinations import s3parquet
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.knobs import Knobs

KEYS = {"s3_access_key": S3.access_key, "s3_secret_key": S3.secret_key}


class Quick(SystemClock):
    """Jitter that makes waits short, and seconds ten of which are one."""

    def monotonic(self) -> float:
        return super().monotonic() * 10

    def random(self) -> float:
        return 0.02


def target(address: str = "", **knobs: Any) -> Target:
    return Target(
        "s3parquet", address, knobs=Knobs(**{"hostname": "web-1", "s3_bucket": S3.bucket, "produce_timeout": 1.0, **KEYS, **knobs})
    )


def refused(where: Target) -> SendError:
    """What opening it says. No secret is in it."""
    with pytest.raises(SendError) as caught:
        s3parquet.open(where, Quick())
    assert S3.secret_key not in str(caught.value) and S3.access_key not in str(caught.value)
    return caught.value


def answered(where: Target, sent: list[bytes]) -> SendError:
    """What sending it says, to each the same."""
    sink = s3parquet.open(where, Quick())
    answers = sink.send_all(sent)
    sink.close()
    assert answers[0] is not None and all(answer is answers[0] for answer in answers)
    assert answers[0].retry is True
    assert S3.secret_key not in str(answers[0])
    return answers[0]
