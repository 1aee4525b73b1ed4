"""Text that may be shown: without the passwords in it, and without what could forge a line of a log."""

from __future__ import annotations

import re

_SECRETS = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        r"(?P<before>//)(?P<secret>[^/?#@:]+)(?=@)",
        r"(?P<before>//[^/?#@:]*:)(?P<secret>[^?#]+)(?=@)",
        r"(?P<before>//[^/?#@:]*:)(?!\*\*\*@|\d+[/?#])(?P<secret>.+)(?=@)",
        r"(?P<before>(?:^|,)[a-z0-9]+:[^/@:,]*:)(?P<secret>.+)(?=@)",
        r"(?P<before>,[^/@:,=]+:)(?P<secret>[^/@,]+)(?=@)",
        r"(?P<before>(?:^|,)(?!(?:file|unix|unixgram|parquet):)[a-z0-9]+:)(?P<secret>[^/@:,]+)(?=@)",
        r"(?P<before>[?&;][^=&;]*(?:pass|pwd|token|secret|key|auth)[^=&;]*=)(?P<secret>[^&#]+)",
        r"(?P<before>(?:^|,)[a-z0-9]*(?:password|token|secretkey|accesskey)=)(?P<secret>[^,]+)",
    )
)


def masked(text: str) -> str:
    """An address with the passwords and tokens in it as ***; rather one word too many than one too few."""
    for pattern in _SECRETS:
        text = pattern.sub(lambda found: found["before"] + "***", text)
    return text


def without_secrets(message: str, text: str) -> str:
    """The message without what masked() hides of `text`."""
    for pattern in _SECRETS:
        for found in pattern.finditer(text):
            message = message.replace(repr(found["secret"])[1:-1], "***").replace(found["secret"], "***")
    return message


def visible(text: str) -> str:
    """Control characters as escapes, so that no value can forge a line of a log."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)
