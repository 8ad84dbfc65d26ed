"""Words: what the tokenizer finds, mended where it is wrong as a rule."""

import itertools
import re
from dataclasses import dataclass

_CLITIC = re.compile(r"-(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce)$", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?: \d{3})+(?!\d)")
_QUOTED = re.compile(r"(\w+')([\"«“]+)(?=.)")
_ACRONYM = re.compile(r"[A-ZÀ-Ý0-9]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word at [start, end) of the text, and the form under which the tagger knows it best."""

    start: int
    end: int
    form: str


def mend(text: str, words: list[Word]) -> list[Word]:
    """The words with those joined that belong together ("-t" "-il", "1" "000", "Addis" "-" "Abeba", "FDV" "/" "M17", "N'" "Djamena"),
    and cut apart that stuck together ("porte-t-il", "d'« un")."""
    mended: list[Word] = []
    grouped = {m.start(): m.end() for m in _GROUPED.finditer(text, words[0].start, words[-1].end)} if words else {}
    until = -1
    for word in (piece for glued in words for piece in _cut_quotes(glued)):
        if word.start < until and mended:
            mended[-1] = _join(mended[-1], word, mended[-1].form + word.form)
            continue
        until = grouped.get(word.start, -1)
        if not _joined(mended, word):
            mended += _cut_clitic(word)
    return mended


def _cut_quotes(word: Word) -> list[Word]:
    """A word in which a quotation mark opens after an apostrophe, cut at both."""
    found = _QUOTED.match(word.form)
    if found is None:
        return [word]
    cuts = [word.start, word.start + found.end(1), word.start + found.end(2), word.end]
    return [Word(a, b, word.form[a - word.start : b - word.start]) for a, b in itertools.pairwise(cuts) if a < b]


def _join(left: Word, right: Word, form: str) -> Word:
    return Word(left.start, right.end, form)


def _joined(mended: list[Word], word: Word) -> bool:
    """Joins the word to those before it, if it belongs to them."""
    if not mended or mended[-1].end != word.start:
        return False
    last = mended[-1]
    if last.form == "-t" and _CLITIC.fullmatch(word.form):
        mended[-1] = _join(last, word, word.form)  # the tagger knows "-il", not "-t-il"
        return True
    if last.form in ("N'", "M'") and word.form[:1].isupper():
        mended[-1] = _join(last, word, last.form + word.form)
        return True
    if len(mended) < 2 or mended[-2].end != last.start:
        return False
    return _joined_across(mended, last, word)


def _joined_across(mended: list[Word], last: Word, word: Word) -> bool:
    """Joins a word to the one before a hyphen or, for acronyms, a stroke."""
    first = mended[-2]
    hyphened = last.form == "-" and first.form[-1:].isalpha() and word.form[:1].isalpha()
    acronyms = last.form == "/" and _ACRONYM.fullmatch(first.form) and _ACRONYM.fullmatch(word.form)
    if not hyphened and not acronyms:
        return False
    form = f"{first.form}-{word.form}" if hyphened else first.form
    mended[-2:] = [_join(first, word, form)]
    return True


def _cut_clitic(word: Word) -> list[Word]:
    found = _CLITIC.search(word.form)
    if found is None or found.start() == 0 or "-t-" not in found.group():
        return [word]
    cut = word.start + found.start()
    return [Word(word.start, cut, word.form[: found.start()]), Word(cut, word.end, "-" + found.group().rpartition("-")[2])]
