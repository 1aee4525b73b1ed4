"""A profile as `go tool pprof` opens it: gzipped protobuf, by proto/pprof/v1/pprof.proto."""

from __future__ import annotations

import gzip
from typing import Final

from xtcp_ebpf.pb.pprof_pb2 import PprofProfile, PprofValueType
from xtcp_ebpf.profiles.profile import Frame, Kind, Profile

CONTENT_TYPE: Final = "application/octet-stream"
SUFFIX: Final = ".pprof"
PROGRAM: Final = "xtcp-ebpf"
THREAD: Final = "thread"
"""The label by which `-tagfocus` chooses a thread."""


def encode(profile: Profile) -> bytes:
    """The file's bytes."""
    return _Writer(profile).bytes()


class _Writer:
    """Texts, functions and locations are written once and said by number; those of texts begin at 0, the others at 1."""

    def __init__(self, profile: Profile) -> None:
        self._out = out = PprofProfile(time_nanos=profile.began_ns, duration_nanos=profile.duration_ns)
        self._texts: dict[str, int] = {"": 0}
        self._functions: dict[tuple[str, str, int], int] = {}
        self._locations: dict[Frame, int] = {}
        for kind in profile.kinds:
            self._kind(out.sample_type.add(), kind)
        out.default_sample_type = self._text(profile.kinds[-1].name)
        if profile.period_ns:
            self._kind(out.period_type, profile.kinds[-1])
            out.period = profile.period_ns
        # Nothing is to be looked up elsewhere: without this pprof asks for the program's file.
        out.mapping.add(id=1, filename=self._text(PROGRAM), has_functions=True, has_filenames=True, has_line_numbers=True)
        out.comment.extend(map(self._text, profile.remarks))
        for (thread, stack), values in profile.samples.items():
            sample = out.sample.add(location_id=map(self._location, stack), value=values)
            if thread:
                sample.label.add(key=self._text(THREAD), str=self._text(thread))
        out.string_table.extend(self._texts)

    def bytes(self) -> bytes:
        return gzip.compress(self._out.SerializeToString(), 6, mtime=0)

    def _kind(self, into: PprofValueType, kind: Kind) -> None:
        into.type, into.unit = self._text(kind.name), self._text(kind.unit)

    def _text(self, text: str) -> int:
        return self._texts.setdefault(text, len(self._texts))

    def _location(self, frame: Frame) -> int:
        if (number := self._locations.get(frame)) is None:
            number = self._locations[frame] = len(self._locations) + 1
            line = self._out.location.add(id=number, mapping_id=1).line.add(line=frame.line)
            line.function_id = self._function(frame)
        return number

    def _function(self, frame: Frame) -> int:
        key = frame.name, frame.file, frame.first_line
        if (number := self._functions.get(key)) is None:
            number = self._functions[key] = len(self._functions) + 1
            name = self._text(frame.name)
            self._out.function.add(id=number, name=name, system_name=name, filename=self._text(frame.file), start_line=frame.first_line)
        return number
