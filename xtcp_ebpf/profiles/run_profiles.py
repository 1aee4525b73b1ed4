"""The profiles of a whole run that the operator asked for: to a file, to Pyroscope, or none."""

from __future__ import annotations

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.profiles.continuous import Continuous
from xtcp_ebpf.profiles.on_file import OnFile


class RunProfiles:
    """Taken from the making, by a thread that is at home, to close(). Raises UsageError when one cannot be had."""

    def __init__(self, knobs: Knobs, clock: Clock) -> None:
        self._on_file = OnFile(knobs.profile_mode, clock) if knobs.profile_mode else None
        self._continuous: Continuous | None = None
        try:
            if knobs.pyroscope_url:
                tags = {"hostname": knobs.hostname, "location": knobs.location, "label": knobs.label, "tag": knobs.tag}
                self._continuous = Continuous(
                    knobs.pyroscope_url,
                    knobs.pyroscope_app_name,
                    knobs.pyroscope_sample_hz,
                    knobs.pyroscope_upload_sec,
                    tags,
                    stderr=knobs.log_format == "text",  # it has a form of its own
                )
        except BaseException:
            if self._on_file:
                self._on_file.finish()
            raise
        if self._on_file:
            self._on_file.start()

    def close(self) -> None:
        """Write what is to be written, and send it: that waits two seconds at most. A second time does nothing."""
        if self._on_file:
            self._on_file.finish()
        if self._continuous:
            self._continuous.close()
