"""Days inside quotation marks that are counted from the day on which the words were said: « « Nous signerons demain », a dit lundi la ministre »."""

from collections.abc import Sequence
from dataclasses import replace

from pourparlers.dating.hang import Tied, gives_day
from pourparlers.dating.words import Words

_SENTENCE_ENDS = frozenset(".!?\n")

#: The sentence that tells who spoke is searched for its day so many words around a quotation.
_REACH = 30


def counted_from_said(tied: Sequence[Tied], words: Words, quoted: Sequence[int]) -> tuple[Tied, ...]:
    """The times with « hier », « aujourd'hui », « demain » of a quotation tied to the day told right after it in its sentence, else right before."""
    found = list(tied)
    spans = _spans(quoted) if any(_is_deictic(t) for t in tied) else {}
    by_word = {t.draft.first: i for i, t in enumerate(tied) if _may_tell(t)}
    for i, t in enumerate(tied):
        if _is_deictic(t):
            said = _day_said(by_word, words, quoted, spans[quoted[t.draft.first]])
            if said is not None:
                found[i] = replace(t, anchor=str(said))
    return tuple(found)


def _is_deictic(tied: Tied) -> bool:
    told = tied.relation
    return tied.quoted and tied.anchor == "published" and told.op == "unit" and told.get("unit") == "day" and not tied.draft.vague


def _may_tell(tied: Tied) -> bool:
    """True for a day outside quotation marks on which something may have been said."""
    is_day = tied.anchor in ("none", "published") and gives_day(tied.relation) and not tied.quoted
    return is_day and tied.direction != "future" and not tied.background


def _spans(quoted: Sequence[int]) -> dict[int, tuple[int, int]]:
    """The first and last word of each quotation."""
    found: dict[int, tuple[int, int]] = {}
    for i, number in enumerate(quoted):
        if number:
            found[number] = (found.get(number, (i, i))[0], i)
    return found


def _day_said(by_word: dict[int, int], words: Words, quoted: Sequence[int], span: tuple[int, int]) -> int | None:
    first, last = span
    after = range(last + 1, min(len(words.forms), last + 1 + _REACH))
    before = range(first - 1, max(-1, first - 1 - _REACH), -1)
    for around in (after, before):
        for i in around:
            if words.forms[i] in _SENTENCE_ENDS and not quoted[i]:
                break
            if i in by_word:
                return by_word[i]
    return None
