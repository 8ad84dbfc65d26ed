"""Text under cleaning, each character of which knows where in the decoded capture it came from."""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import sub
from typing import TypeAlias

from pourparlers.model.text import Alignment, Segment, Span

#: What a pattern is replaced by: a string, or a function from the match to one; None leaves the match as it stands.
Replacement: TypeAlias = str | Callable[[re.Match[str]], str | None]


@dataclass(frozen=True, slots=True)
class Traced:
    """Text and, for each of its characters, the run [start, end) of the decoded capture it came from; -1 for what cleaning put in."""

    text: str
    starts: "array[int]"
    ends: "array[int]"

    @classmethod
    def of(cls, text: str, start: int = 0) -> "Traced":
        """Text that stands in the capture as it is, from `start` on."""
        return cls(text, array("q", range(start, start + len(text))), array("q", range(start + 1, start + len(text) + 1)))

    @classmethod
    def put_in(cls, text: str) -> "Traced":
        """Text that stands nowhere in the capture."""
        nowhere = array("q", [-1]) * len(text)
        return cls(text, nowhere, nowhere)

    @classmethod
    def join(cls, parts: Iterable["Traced"]) -> "Traced":
        """The parts one after the other."""
        held = list(parts)
        starts, ends = array("q"), array("q")
        for part in held:
            starts.extend(part.starts)
            ends.extend(part.ends)
        return cls("".join(part.text for part in held), starts, ends)

    def __len__(self) -> int:
        return len(self.text)

    def cut(self, start: int, end: int) -> "Traced":
        """The characters [start, end)."""
        return Traced(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def strip(self) -> "Traced":
        """Without white space at either end."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(start, len(self.text.rstrip())))

    def split(self, pattern: re.Pattern[str]) -> Iterator["Traced"]:
        """The runs between the matches of a pattern, empty ones too."""
        last = 0
        for match in pattern.finditer(self.text):
            yield self.cut(last, match.start())
            last = match.end()
        yield self.cut(last, len(self.text))

    def sub(self, pattern: re.Pattern[str], replacement: Replacement) -> "Traced":
        """With every match replaced. The new characters map one by one if there are as many, else each to the whole match."""
        parts, last = [], 0
        for match in pattern.finditer(self.text):
            new = replacement if isinstance(replacement, str) else replacement(match)
            if new is None or new == match[0]:
                continue
            parts.append(self.cut(last, match.start()))
            parts.append(self._renewed(match.start(), match.end(), new))
            last = match.end()
        if last == 0 and not parts:
            return self
        parts.append(self.cut(last, len(self.text)))
        return Traced.join(parts)

    def _renewed(self, start: int, end: int, new: str) -> "Traced":
        if len(new) == end - start:
            return Traced(new, self.starts[start:end], self.ends[start:end])
        came_from = self.cut(start, end).capture
        if came_from is None:
            return Traced.put_in(new)
        return Traced(new, array("q", [came_from.start]) * len(new), array("q", [came_from.end]) * len(new))

    @property
    def capture(self) -> Span | None:
        """The smallest run of the capture that holds all that came from it; None if nothing did."""
        known = [i for i in range(len(self.starts)) if self.starts[i] >= 0]
        return Span(min(self.starts[i] for i in known), max(self.ends[i] for i in known)) if known else None

    def alignment(self) -> Alignment:
        """The segments of the map back to the capture, as long as they can be."""
        follows, alone = self._steps()
        segments: list[Segment] = []
        i = 0
        while i < len(self.text):
            j = _run_end(i, follows, alone) if alone[i] else self._block_end(i)
            if self.starts[i] >= 0:
                segments.append(Segment(Span(i, j), Span(self.starts[i], self.ends[j - 1])))
            i = j
        return Alignment(tuple(segments))

    def _steps(self) -> tuple[bytes, bytes]:
        """For each character, 1 or 0: whether the next one comes from the next place; whether it comes from one place, and alone."""
        steps = list(map(sub, self.starts[1:], self.starts))
        widths = map(sub, self.ends, self.starts)
        alone = bytes(width == 1 and before != 0 and after != 0 for width, before, after in zip(widths, [1, *steps], [*steps, 1], strict=False))
        return bytes(map((1).__eq__, steps)), alone

    def _block_end(self, i: int) -> int:
        """The end of the run from `i` whose characters all come from one run of the capture, or all from nowhere."""
        starts, ends, j = self.starts, self.ends, i + 1
        while j < len(starts) and starts[j] == starts[i] and ends[j] == ends[i]:
            j += 1
        return j


def _run_end(i: int, follows: bytes, alone: bytes) -> int:
    """The end of the run from `i` that maps character by character."""
    ends = [follows.find(0, i) + 1, alone.find(0, i)]
    return min((end for end in ends if end > i), default=len(alone))
