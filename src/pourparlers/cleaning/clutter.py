"""Lines and scraps that are not the article: advertisements, links, buttons, notices (data/fr/boilerplate.yaml)."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pourparlers.cleaning.draft import Draft, Paragraph, dropped
from pourparlers.cleaning.folding import fold
from pourparlers.lexicon import load
from pourparlers.model.text import Dropped

#: A line that opens with boilerplate and is longer than this may go on with the article.
_LONG = 160

_GAP = r".{0,80}?"
_FIGURES_AND_MARKS = re.compile(r"[\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_BREAK = re.compile(r"[.!?…] +[A-ZÀ-Ý«\"“]")
_SENTENCE_END = re.compile(r"[.!?…»\"”]\s+(?=\S)")
_BARE_MARK = re.compile(r"n?[^\w«»\"“”]*|_+")  # a lone "n" is what bad exports leave of a line feed


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """An entry of data/fr/boilerplate.yaml, where the fields are explained."""

    phrase: str
    where: str
    rule: str
    example: str
    keeps: str
    below: Literal["", "headlines", "all"] = ""


@dataclass(frozen=True, slots=True)
class _Pattern:
    """All phrases of one kind of place in one pattern over folded text; rules: the rule of each of its groups."""

    pattern: re.Pattern[str]
    rules: tuple[str, ...]

    def rule(self, match: re.Match[str]) -> str:
        return self.rules[(match.lastindex or 1) - 1]


def lexicon() -> tuple[Boilerplate, ...]:
    """The entries of the lexicon."""
    return load("fr/boilerplate", Boilerplate)


@functools.cache
def _pattern(where: str) -> _Pattern:
    """One alternation, the longest phrases first, a group a rule: alternatives of one rule stand together."""
    by_rule: dict[str, list[str]] = {}
    for entry in sorted(lexicon(), key=lambda entry: (-len(entry.phrase), entry.phrase)):
        if entry.where == where:
            by_rule.setdefault(entry.rule, []).append(_GAP.join(re.escape(fold(part)) for part in entry.phrase.split("*")))
    inner = "|".join(f"({'|'.join(phrases)})" for phrases in by_rule.values())
    return _Pattern(re.compile(_AROUND[where].replace("@", f"(?:{inner})")), tuple(by_rule))


_AROUND = {
    "anywhere": r"\s*@",
    "button": r"(?<!\w)@(?!\w)",
    "closes": r"@[\W_]*$",
    "glued": r"[\W_]*@",
    "label": r"@ *",
    "line": r"[\W_]*@[\W_]*",
    "opens": r"[\W_]*@(?:(?<!\w)|(?!\w))",
}


def without_clutter(draft: Draft) -> Draft:
    """The draft without boilerplate; what was taken out is listed."""
    kept: list[Paragraph] = []
    out: list[Dropped] = []
    for paragraph in draft.paragraphs:
        rule = _whole(paragraph.text)
        if rule is not None:
            out.extend(dropped(paragraph.words, rule))
            continue
        for piece in _scraps_out(paragraph, out):
            rule = _whole(piece.text)
            if rule is None:
                kept.append(piece)
            else:
                out.extend(dropped(piece.words, rule))
    return replace(draft, paragraphs=tuple(kept), dropped=(*draft.dropped, *out))


def below(text: str) -> Boilerplate | None:
    """The entry of which a whole line consists, figures and marks aside, when what stands below it goes with it; None for any other line."""
    return None if len(text) > _LONG else _headings().get(_FIGURES_AND_MARKS.sub(" ", fold(text)).strip())


@functools.cache
def _headings() -> dict[str, Boilerplate]:
    """Folded words without marks -> the entry that heads something."""
    return {_FIGURES_AND_MARKS.sub(" ", fold(entry.phrase)).strip(): entry for entry in lexicon() if entry.below}


def _whole(text: str) -> str | None:
    """The rule by which a whole line is boilerplate, None when it is not."""
    folded = fold(text)
    line = _pattern("line")
    match = line.pattern.fullmatch(folded)
    if match is not None:
        return line.rule(match)
    opens = _pattern("opens")
    match = opens.pattern.match(folded)
    if match is not None and (len(text) <= _LONG or _SENTENCE_BREAK.search(text, match.end()) is None):
        return opens.rule(match)
    if _BARE_MARK.fullmatch(text):
        return "mark"
    return _buttons(folded)


def is_button(text: str) -> bool:
    """True for words that are buttons or names of sections and nothing else."""
    return _buttons(fold(text)) is not None


def _buttons(folded: str) -> str | None:
    """The rule of the first button in a line of nothing but buttons, None for other lines."""
    if len(folded) > 2 * _LONG:
        return None
    buttons = _pattern("button")
    first = buttons.pattern.search(folded)
    if first is None or _LETTER.search(buttons.pattern.sub(" ", folded)) is not None:
        return None
    return buttons.rule(first)


def _scraps_out(paragraph: Paragraph, out: list[Dropped]) -> Iterator[Paragraph]:
    """What is left of a line without the scraps in it: one piece, or several where scraps parted sentences."""
    words, start = paragraph.words, 0
    pieces: list[tuple[int, int]] = []
    for first, last, rule in _scraps(paragraph.text, fold(paragraph.text)):
        if first >= start:
            out.extend(dropped(words.cut(first, last), rule))
            pieces.append((start, first))
            start = last
    pieces.append((start, len(words)))
    for first, last in pieces:
        piece = words.cut(first, last).strip()
        if piece.text:
            yield replace(paragraph, words=piece)


def _scraps(text: str, folded: str) -> list[tuple[int, int, str]]:
    """The scraps in a line: start, end, rule, in order."""
    found = [*_anywhere(text, folded), *_labels(text, folded), *_glued(text, folded), *_closing(text, folded)]
    return sorted(found)


def _anywhere(text: str, folded: str) -> Iterator[tuple[int, int, str]]:
    pattern = _pattern("anywhere")
    for match in pattern.pattern.finditer(folded):
        if not text[match.end() : match.end() + 1].islower():
            yield match.start(), match.end(), pattern.rule(match)


def _labels(text: str, folded: str) -> Iterator[tuple[int, int, str]]:
    pattern = _pattern("label")
    for match in pattern.pattern.finditer(folded):
        before = text[: match.start()].rstrip()
        after = text[match.end() : match.end() + 1]
        if (not before or before[-1] in '.!?…»"”)') and (after.isupper() or after in ("«", '"', "“", "")):
            yield match.start(), match.end(), pattern.rule(match)


def _glued(text: str, folded: str) -> Iterator[tuple[int, int, str]]:
    pattern = _pattern("glued")
    match = pattern.pattern.match(folded)
    if match is not None and text[match.end() : match.end() + 1].isupper():
        yield match.start(), match.end(), pattern.rule(match)


def _closing(text: str, folded: str) -> Iterator[tuple[int, int, str]]:
    pattern = _pattern("closes")
    match = pattern.pattern.search(folded, max(0, len(folded) - 2 * _LONG))
    if match is not None:
        ends = [end.end() for end in _SENTENCE_END.finditer(text, 0, match.start())]
        yield (ends[-1] if ends else 0), len(text), pattern.rule(match)
