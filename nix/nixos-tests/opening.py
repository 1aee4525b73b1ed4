# ruff: noqa: F821  the test driver gives `machine` and `start_all`
"""What every script begins with: the machines are up, and so is the scene."""

start_all()
machine.wait_for_unit("multi-user.target")
machine.wait_for_file("/run/scene.json")


def wait_for_rows(reader: str, seconds: int = 180) -> None:
    """Until what the command `reader` prints, lines of JSON, has one poll with all of the scene's sockets."""
    read = f"( timeout 20 {reader} ) >/tmp/rows 2>/tmp/said || true"
    machine.wait_until_succeeds(f"{read}; expect-rows </tmp/rows || {{ tail -n 5 /tmp/said; false; }}", timeout=seconds)


def property_of(unit: str, name: str) -> str:
    """As systemd has it."""
    return machine.succeed(f"systemctl show --value -p {name} {unit}").strip()
