"""From what a call raised to what its caller is told: a code, and a text that fits and gives nothing away."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterable
from typing import Final, TypeVar
from urllib.parse import quote

import grpc

from xtcp_ebpf.api.control import Busy, Refused, TooLate
from xtcp_ebpf.config_fields import said
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.mask import visible

log = logging.getLogger(__name__)

LONGEST_TEXT: Final = 4000
"""Bytes of an error's text on the wire: it is a header, and a client takes some 8 KiB of them."""
_AS_IT_IS: Final = " !\"#$&'()*+,-./:;<=>?@[\\]^_`{|}~"
"""What gRPC does not write as %XX, beside letters and digits."""

Answer = TypeVar("Answer")


class No(Exception):
    """The answer to a call that cannot be done."""

    def __init__(self, code: grpc.StatusCode, text: str) -> None:
        super().__init__(text)
        self.code = code
        self.text = text


def refused(problems: Iterable[BadFlag]) -> No:
    """INVALID_ARGUMENT with every bad field, as many as fit."""
    texts = [str(said(problem)) for problem in problems]
    fit = len(texts)
    while fit > 1 and _length("; ".join(texts[:fit])) > LONGEST_TEXT - 100:
        fit -= 1
    more = [f"and {len(texts) - fit} more"] if fit < len(texts) else []
    return No(grpc.StatusCode.INVALID_ARGUMENT, "; ".join([*texts[:fit], *more]))


def answer(context: grpc.ServicerContext, work: Callable[[], Answer]) -> Answer:
    """What the work answers. Of what it did not mean to raise the caller learns nothing: it may hold what is not for him to know."""
    try:
        return work()
    except No as error:
        no = error
    except Refused as error:
        no = refused(error.problems)
    except Busy as error:
        no = No(grpc.StatusCode.RESOURCE_EXHAUSTED, str(error))
    except TooLate as error:
        no = No(grpc.StatusCode.UNAVAILABLE, str(error))
    except Exception as error:  # gRPC would send its text
        log.error("gRPC: %s in\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
        no = No(grpc.StatusCode.INTERNAL, f"{type(error).__name__} in the daemon: its log says where")
    return context.abort(no.code, fitting(no.text))


def fitting(text: str) -> str:
    """On one line, and not longer than a client takes."""
    text = visible(text)
    while _length(text) > LONGEST_TEXT:
        text = text[: len(text) * 9 // 10] + "..."
    return text


def _length(text: str) -> int:
    return len(quote(text, safe=_AS_IT_IS, errors="replace"))
