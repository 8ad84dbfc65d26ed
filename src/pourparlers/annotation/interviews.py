"""Interviews that are printed without quotation marks: what is asked, and what is answered.

Three layouts: turns behind labels ("Awa Sow : Nous irons.", "R. – Non."), questions in lines of their own with the answers below them, and questions
that open the line of their answer ("— Irez-vous ? Oui, lundi."). Labels are trusted when they answer two questions; bare questions, which press and
ministries put to themselves too, only where they speak to somebody ("vous") who answers in the first person or whom the text presents before.
"""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pourparlers.lexicon import groups, read_yaml
from pourparlers.model.annotated import Answer, Question, Quotation
from pourparlers.model.text import Span

#: A name, a letter or a word with a capital, and the mark that parts it from what is said.
_LABEL = re.compile(
    r"[\s*_]*(?:[—–-]\s+)?(?P<label>[A-ZÀ-Ý][\w'’.-]*(?: (?:[A-ZÀ-Ý][\w'’.-]*|d[eu]|des|la|le|el|al|ben|van|von|di|da)){0,5})"
    r"(?P<mark> ?:|\.? ?[–—]|\.-)(?=[\s*_]+\S)"
)
_AROUND = " \t\r\n\xa0*_—–-"
#: A question that opens the line of its answer.
_OPENING = re.compile(r"(?P<asked>[^?!»\"”]{8,300}\?)[\s*_»]+(?=[\w«\"“])")
_SENTENCE_END = re.compile(r"[.!…]\s+[A-ZÀ-Ý]")
_ASKED_OF = re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE)
_OF_ONESELF = re.compile(r"\b(?:je|nous|notre|nos|mon|ma|mes|moi)\b|\b[jm]['’]", re.IGNORECASE)
#: With what somebody replies to what was held out to him without a question mark.
_REPLYING = re.compile(
    r"(?:je|nous|moi|oui|non|si|exact|faux|absolument|en effet)\b|j['’]"
    r"|c['’]est (?:absurde|exact|faux|inexact|juste|ridicule|un mensonge|une calomnie|vrai)\b",
    re.IGNORECASE,
)
#: Words of habit that speak to nobody: "Vous savez, la paix est loin."
_HABIT = re.compile(r"(?:vous (?:savez|voyez|comprenez|imaginez|connaissez)|voyez-vous|croyez|sachez)\b", re.IGNORECASE)
_MARKS = {'"': '"', "«": "»", "“": "”"}
_PROSE_ENDS = frozenset(".!?…»\"”)'’")
#: An interview has at least as many answered questions.
_FEWEST = 2
#: A line of more words that ends in a question mark is no question put to somebody.
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without label and dashes, and its number. stop: where it ends. name: its label, folded, "" without one. asks: it ends with a
    question mark."""

    number: int
    said: Span
    stop: int
    label: Span | None
    name: str
    asks: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """What of a line is asked, and what is answered behind which label."""

    line: int
    said: Span
    asks: bool
    label: Span | None = None


def find_interview(text: str, lines: Sequence[Span]) -> dict[int, tuple[Quotation, ...]]:
    """Number of a line -> what it asks and answers, in order, for the interviews among the paragraphs of a text; empty for other texts."""
    if "?" not in text:
        return {}
    read = [line for number, span in enumerate(lines) if (line := _line(text, number, span)) is not None]
    found: dict[int, tuple[Quotation, ...]] = {}
    for part in _labelled(text, read) or _below(text, read) or _beside(text, read):
        found[part.line] = (*found.get(part.line, ()), _quotation(text, part))
    return found


def _line(text: str, number: int, line: Span) -> _Line | None:
    """None for a line without words."""
    label = _LABEL.match(text, line.start, line.end)
    said = _trimmed(text, Span(line.start if label is None else label.end(), line.end))
    if not len(said):
        return None
    asks = text[said.start : said.end].rstrip(" \xa0»").endswith("?")
    named = None if label is None else Span(label.start("label"), label.end("label"))
    name = "" if named is None else text[named.start : named.end].rstrip(".").casefold()
    return _Line(number, said, line.start + len(text[line.start : line.end].rstrip()), named, name, asks)


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(_AROUND))
    return Span(start, max(start, span.start + len(words.rstrip(_AROUND))))


def _labelled(text: str, lines: Sequence[_Line]) -> list[_Part]:
    """The parts of an interview whose answers bear labels."""
    asking = _asking(lines)
    asked = [line.asks or line.name in asking for line in lines]
    own: dict[str, list[_Line]] = defaultdict(list)
    for line in lines:
        own[line.name].append(line)
    after: dict[str, int] = {}
    for before, line in zip(asked, lines[1:], strict=False):
        if line.name and line.name not in asking:
            after[line.name] = after.get(line.name, 0) + before
    answering = {name for name, count in after.items() if _answers(own[name], count, bool(asking))}
    if sum(after[name] for name in answering) < _FEWEST and not (answering & groups("fr/claim_words")["answer_labels"] and sum(asked) >= _FEWEST):
        return []
    answering |= _second(lines, asked, set(after) - answering) if asking else set()
    return list(_parts(text, lines, [a and line.name not in answering for a, line in zip(asked, lines, strict=True)], answering))


def _asked(line: _Line) -> _Part:
    """The question of a line, with the marks behind it."""
    return _Part(line.number, Span(line.said.start, line.stop), asks=True)


def _asking(lines: Sequence[_Line]) -> frozenset[str]:
    """The labels most of whose lines ask, and those of whoever asks, whatever they say."""
    own: dict[str, list[bool]] = {}
    for line in lines:
        own.setdefault(line.name, []).append(line.asks)
    several = (name for name, asks in own.items() if name and sum(asks) >= _FEWEST and 2 * sum(asks) >= len(asks))
    return frozenset(several) | (groups("fr/claim_words")["question_labels"] & own.keys())


def _answers(own: Sequence[_Line], after: int, asked_by_label: bool) -> bool:
    """True for a label whose lines follow questions and are none; one line does where somebody else's label asks. after: how many follow one."""
    few_ask = 2 * sum(line.asks for line in own) < len(own)
    return few_ask and ((after >= _FEWEST and 2 * after > len(own)) or (asked_by_label and after > 0))


def _second(lines: Sequence[_Line], asked: Sequence[bool], names: set[str]) -> set[str]:
    """Those of several who are asked together who never answer first: by two lines, a full name or initials, behind the first question."""
    inside = Counter(line.name for line in lines[asked.index(True) :])
    return {name for name in names & inside.keys() if inside[name] >= _FEWEST or " " in name or "." in name}


def _parts(text: str, lines: Sequence[_Line], asked: Sequence[bool], answering: set[str]) -> Iterator[_Part]:
    """The questions, the labelled answers, and the paragraphs in which an answer goes on."""
    last = max(i for i, asks in enumerate(asked) if asks)
    only = next(iter(answering)) if len(answering) == 1 else None
    told: _Line | None = None
    label = next((line.label for line in lines if line.name == only), None)
    for i, line in enumerate(lines):
        if asked[i]:
            told, current = line, label
            yield _asked(line)
        elif line.name in answering and (told is not None or any(asked[i:])):
            told, current = line, line.label
            yield _Part(line.number, line.said, asks=False, label=line.label)
        elif told is not None and _goes_on(text, line, open_end=i > last):
            yield _Part(line.number, line.said, asks=False, label=current)


def _goes_on(text: str, line: _Line, open_end: bool) -> bool:
    """True for a paragraph in which an answer goes on, not a section head; behind the last question only where it speaks of itself."""
    words = text[line.said.start : line.said.end]
    return words[-1] in _PROSE_ENDS and (not open_end or _OF_ONESELF.search(words) is not None)


def _below(text: str, lines: Sequence[_Line]) -> list[_Part]:
    """The parts of an interview whose answers stand below its questions without any label."""
    asking = _asking(lines)
    asked = [_is_put(text, line) or line.name in asking for line in lines]
    around = enumerate(pairwise(lines))
    pairs = [(line, after) for i, (line, after) in around if asked[i] and not asked[i + 1] and _is_prose(text, after)]
    if not _is_interview(text, [(line.said, after.said) for line, after in pairs]):
        return []
    first, last = pairs[0][0].number, pairs[-1][1].number
    held_out = [_is_held_out(text, lines, asked, i) for i in range(len(lines))]
    found = []
    for line, asks in zip(lines, (a or h for a, h in zip(asked, held_out, strict=True)), strict=True):
        if line.number >= first and (asks or (_is_prose(text, line) and (line.number <= last or _goes_on(text, line, open_end=True)))):
            found.append(_asked(line) if asks else _Part(line.number, line.said, asks=False))
    return found


def _is_put(text: str, line: _Line) -> bool:
    """True for a short line that asks in nobody's quotation marks."""
    words = text[line.said.start : line.said.end]
    return line.asks and words.endswith("?") and words[0] not in _MARKS and len(words.split()) <= _LONGEST


def _is_held_out(text: str, lines: Sequence[_Line], asked: Sequence[bool], i: int) -> bool:
    """True for what the interviewer holds out between two answers: "L'armée dit que vous avez tiré.", "Une loi qui n'est jamais venue…": a sentence
    that speaks to somebody or breaks off, and not of himself, before a paragraph that replies."""
    if not 0 < i < len(lines) - 1 or asked[i - 1] or asked[i] or asked[i + 1] or not _is_prose(text, lines[i]) or not _is_prose(text, lines[i + 1]):
        return False
    words = text[lines[i].said.start : lines[i].said.end]
    put = len(words.split()) <= _LONGEST and words[0] not in _MARKS and _SENTENCE_END.search(words) is None and _HABIT.match(words) is None
    spoken_to = words.endswith(("…", "...")) or _ASKED_OF.search(words) is not None
    return put and spoken_to and _OF_ONESELF.search(words) is None and _REPLYING.match(text, lines[i + 1].said.start) is not None


def _is_prose(text: str, line: _Line) -> bool:
    return text[line.said.end - 1] in _PROSE_ENDS and not line.name


def _beside(text: str, lines: Sequence[_Line]) -> list[_Part]:
    """The parts of an interview whose questions open the lines of their answers."""
    opened = [(line, m) for line in lines if (m := _OPENING.match(text, line.said.start, line.said.end)) is not None]
    opened = [(line, m) for line, m in opened if _SENTENCE_END.search(m["asked"]) is None]
    pairs = [(line, Span(m.start(), m.end("asked")), Span(m.end(), line.said.end)) for line, m in opened]
    if not _is_interview(text, [(asked, said) for _, asked, said in pairs]):
        return []
    return [part for line, asked, said in pairs for part in (_Part(line.number, asked, asks=True), _Part(line.number, said, asks=False))]


def _is_interview(text: str, pairs: Sequence[tuple[Span, Span]]) -> bool:
    """True for two questions and more with their answers, which speak to somebody and of himself, or which the text presents."""
    if len(pairs) < _FEWEST:
        return False
    addressed = sum(_ASKED_OF.search(text, asked.start, asked.end) is not None for asked, _ in pairs)
    of_oneself = sum(_OF_ONESELF.search(text, said.start, said.end) is not None for _, said in pairs)
    if _is_presented(text[: pairs[0][0].start]):
        return addressed + of_oneself > 0
    return addressed > 0 and (2 * addressed > len(pairs) or 3 * of_oneself >= len(pairs))


def _is_presented(head: str) -> bool:
    folded = head.casefold().replace("’", "'")
    return any(words in folded for words in _presenting()) or folded.lstrip(_AROUND).startswith(("entretien", "interview"))


@functools.cache
def _presenting() -> tuple[str, ...]:
    """The words that present an interview, as data/fr/interviews.yaml lists them."""
    return tuple(entry["words"] for entry in read_yaml("fr/interviews")["entries"])


def _quotation(text: str, part: _Part) -> Quotation:
    """The question or the answer; quotation marks around the whole of it are not its own."""
    outer = part.said
    inner = _within_marks(text, outer)
    return Question(outer, inner) if part.asks else Answer(outer, inner, label=part.label)


def _within_marks(text: str, span: Span) -> Span:
    closing = _MARKS.get(text[span.start])
    end = text.rfind(closing, span.start + 1, span.end) if closing is not None else -1
    if closing is None or end < 0 or text[end + 1 : span.end].strip(" .") or closing in text[span.start + 1 : end]:
        return span
    return _trimmed(text, Span(span.start + 1, end))
