"""Passages in quotation marks: « », “ ”, ‘ ’, straight ones, lines of dialogue, and the turns of interviews.

Straight marks do not tell whether they open or close: what stands around them does, and where that fails their order in the paragraph.
A mark without its partner costs at most its own paragraph.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pourparlers.annotation.interviews import find_interview
from pourparlers.model.annotated import Quotation
from pourparlers.model.text import Span

_MARKS = re.compile(r"""[«»“”"‹›]|(?<![\w'])['‘](?=\w)|(?<=[\w.!?…])['’](?![\w'])""")
_FAMILY = {
    "«": "guillemet",
    "»": "guillemet",
    "‹": "single",
    "›": "single",
    "“": "double",
    "”": "double",
    '"': "straight",
    "'": "single",
    "‘": "single",
    "’": "single",
}
_OPENS, _CLOSES = frozenset("«“‹‘"), frozenset("»”›’")
_SPEECH = re.compile(r"\b(?:je|j'|nous|vous|tu|mon|notre|votre)\b|[!?]", re.IGNORECASE)
_REPORT = re.compile(r"[!?…]\s+(?=[a-zà-ÿ])|,\s+(?=\w+-(?:t-)?(?:il|elle|on|ils|elles|je)\b|(?:a|ont|avait)(?:-t)?-(?:il|elle|ils|elles|on)\b)")
#: What is left where a closing mark was lost before its comma: "Nous partons , dit le maire.
_LOST = re.compile(r"(?<=\w) , ?(?=[a-zà-ÿ])")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark. role: "open", "close" or "" when its surroundings do not tell."""

    at: int
    family: str
    role: str


def find_quotations(text: str, lines: Sequence[Span]) -> tuple[Quotation, ...]:
    """The quotations of a text in order, nested ones left out. lines: its paragraphs; no quotation crosses from one into the next."""
    found: list[Quotation] = []
    continued = ""
    interview = find_interview(text, lines)
    for number, line in enumerate(lines):
        here, continued = (interview[number], "") if number in interview else _of_line(text, line, continued)
        found += here
    return tuple(found)


def _of_line(text: str, line: Span, continued: str) -> tuple[Sequence[Quotation], str]:
    """The quotations of a line, and the family of the one that it leaves open. continued: that of the line before."""
    marks = [_mark(text, m.start(), line) for m in _MARKS.finditer(text, line.start, line.end)]
    if not marks or all(m.family == "single" for m in marks):
        dialogue = _dialogue(text, line)
        if dialogue:
            return dialogue, ""
    marks = _without_stray_singles(marks)
    return _paired(text, line, _settled(marks), continued)


def _mark(text: str, at: int, line: Span) -> _Mark:
    char = text[at]
    family = _FAMILY[char]
    if char in _OPENS:
        return _Mark(at, family, "open")
    if char in _CLOSES:
        # typists who lack “ use ” on both sides
        return _Mark(at, family, "open" if char == "”" and _spaced(text, at, line) == "open" else "close")
    return _Mark(at, family, _spaced(text, at, line))


def _spaced(text: str, at: int, line: Span) -> str:
    """What the neighbours of a straight mark tell."""
    before = text[at - 1] if at > line.start else " "
    after = text[at + 1] if at + 1 < line.end else " "
    opens = (before.isspace() or before in "(['«“—–-") and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in ",.;:!?)]'»”")
    if opens and not closes:
        return "open"
    return "close" if closes and not opens else ""


def _without_stray_singles(marks: list[_Mark]) -> list[_Mark]:
    """Apostrophes that look like marks count only when an opening one stands directly before a closing one."""
    kept: list[_Mark] = []
    for i, mark in enumerate(marks):
        if mark.family == "single" and mark.role != "close" and not _next_closes(marks, i):
            continue
        if mark.family == "single" and mark.role == "close" and not (kept and kept[-1].family == "single" and kept[-1].role == "open"):
            continue
        kept.append(mark if mark.family != "single" or mark.role == "close" else _Mark(mark.at, mark.family, "open"))
    return kept


def _next_closes(marks: list[_Mark], i: int) -> bool:
    return i + 1 < len(marks) and marks[i + 1].family == "single" and marks[i + 1].role == "close"


def _settled(marks: list[_Mark]) -> list[_Mark]:
    """Every straight mark with a role: what its neighbours say, else the opposite of the straight mark before it."""
    settled: list[_Mark] = []
    is_open = False
    for mark in marks:
        if mark.family != "straight":
            settled.append(mark)
            continue
        role = mark.role or ("close" if is_open else "open")
        settled.append(_Mark(mark.at, mark.family, role))
        is_open = role == "open"
    return settled


def _paired(text: str, line: Span, marks: list[_Mark], continued: str) -> tuple[list[Quotation], str]:
    found: list[Quotation] = []
    stack: list[_Mark] = []
    marks = _continuation(text, line, marks, continued, found)
    for i, mark in enumerate(marks):
        if mark.role == "open":
            if stack and mark.family == stack[-1].family and not _can_nest(marks, i, len(stack)):
                stack = _cut(text, stack, mark.at, found)
            stack.append(mark)
        elif any(_partners(m, mark) for m in stack):
            while not _partners(stack[-1], mark):
                stack.pop()
            opening = stack.pop()
            if not stack:
                found.append(_quotation(text, Span(opening.at, mark.at + 1)))
    if stack:
        lost = _LOST.search(text, stack[0].at, line.end)
        end = line.end if lost is None else lost.start()
        found.append(_quotation(text, Span(stack[0].at, end), open_ended=True))
        return found, stack[0].family if lost is None else ""
    return found, ""


def _partners(opening: _Mark, closing: _Mark) -> bool:
    """True for marks of one kind; typists who have “ only close it with a straight one."""
    return opening.family == closing.family or {opening.family, closing.family} == {"double", "straight"}


def _continuation(text: str, line: Span, marks: list[_Mark], continued: str, found: list[Quotation]) -> list[_Mark]:
    """The marks of a line that goes on with the quotation of the line before: a closing mark comes before any opening one,
    or at its very start, where it only repeats (»-continued paragraphs)."""
    if not continued or not marks or marks[0].family != continued:
        return marks
    first = marks[0]
    if not text[line.start : first.at].strip():
        return [_Mark(first.at, first.family, "open"), *marks[1:]]
    if first.role == "close":
        found.append(Quotation(Span(line.start, first.at + 1), _inner(text, line.start, first.at)))
        return marks[1:]
    return marks


def _can_nest(marks: list[_Mark], i: int, depth: int) -> bool:
    """True when enough marks close after the opening one at `i` for all that would then be open."""
    family = marks[i].family
    level = depth + 1
    for mark in marks[i + 1 :]:
        if mark.family == family:
            level += 1 if mark.role == "open" else -1
            if level <= 0:
                return True
    return False


def _cut(text: str, stack: list[_Mark], at: int, found: list[Quotation]) -> list[_Mark]:
    """A second opening mark where one is open: the first was never closed; it ends before the second if a sentence does."""
    passage = text[stack[0].at : at].rstrip()
    if passage[-1:] in ".!?…":
        found.append(_quotation(text, Span(stack[0].at, stack[0].at + len(passage)), open_ended=True))
    return []


def _quotation(text: str, outer: Span, open_ended: bool = False) -> Quotation:
    end = outer.end if open_ended else outer.end - 1
    return Quotation(outer, _inner(text, outer.start + 1, end), open_ended)


def _inner(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    inner = words.strip()
    first = start + len(words) - len(words.lstrip()) if inner else start
    return Span(first, first + len(inner))


def _dialogue(text: str, line: Span) -> list[Quotation]:
    """A line of dialogue: a dash, then words that speak to somebody; it ends before "dit-il" or with the line."""
    words = text[line.start : line.end]
    if not words.startswith(("— ", "– ")) or not _SPEECH.search(words):
        return []
    report = _REPORT.search(words)
    end = line.start + (len(words.rstrip()) if report is None else report.start() + (report.group()[0] != ","))
    inner = _inner(text, line.start + 1, end)
    return [Quotation(Span(line.start, end), inner, open_ended=True)] if len(inner) else []
