# ruff: noqa: T201  this is a command: it prints
"""In the guest: what NATS carries, as text on stdout.

nats_rows.py sub SUBJECT     what comes in the next five seconds
nats_rows.py make SUBJECT    makes a stream of JetStream that keeps the subject
nats_rows.py count SUBJECT   how many messages that stream has
"""

from __future__ import annotations

import asyncio
import os
import sys
from typing import Any

import nats

SERVER = os.environ.get("NATS", "nats://127.0.0.1:4222")
SECONDS = 5.0


async def sub(client: Any, subject: str) -> None:
    async def show(message: Any) -> None:
        print(message.data.decode(), flush=True)

    await client.subscribe(subject, cb=show)
    await asyncio.sleep(SECONDS)


async def make(client: Any, subject: str) -> None:
    await client.jetstream().add_stream(name=subject.upper(), subjects=[subject])


async def count(client: Any, subject: str) -> None:
    print((await client.jetstream().stream_info(subject.upper())).state.messages)


async def main(verb: str, subject: str) -> None:
    client = await nats.connect(SERVER)
    await {"sub": sub, "make": make, "count": count}[verb](client, subject)
    await client.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:3]))
