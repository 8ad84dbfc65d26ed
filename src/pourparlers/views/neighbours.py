"""What stands near an entry and is not it: what seemed the same and was kept apart, and what answers it. In plain French."""

import re
from collections.abc import Callable, Iterable, Iterator

from pourparlers.model.chronicle import Entry, Link
from pourparlers.model.claim import Claim
from pourparlers.model.naming import folded_words
from pourparlers.views.days import french_span
from pourparlers.views.labels import kind_label
from pourparlers.views.shown import Shown

#: Entries kept apart that an explanation names, the likeliest first.
MOST = 6
#: Letters that a stem and a word must share for the word to be told in its place.
_ROOT = 3
#: Reasons that tell stems of words: what stands before the stems, the stems, what stands after.
_STEMS = re.compile(r"(mots communs : |raconté par le même mot \(|même nom \()([^()]*)(\)?)")

#: Tells a reason in whole words.
Spelling = Callable[[str], str]


def spelling(claims: Iterable[Claim]) -> Spelling:
    """Reasons name the stems of words that passages share ("marchandis"): these tell the words that the passages of these claims have."""
    words = sorted({word for claim in claims for word in re.findall(r"[^\W_]+", claim.evidence.quote.lower())})

    def spelled(reason: str) -> str:
        found = _STEMS.fullmatch(reason)
        if found is None:
            return reason
        before, stems, after = found.groups()
        return f"{before}{', '.join(_word(stem, words) for stem in re.split(r',? ', stems))}{after or ''}"

    return spelled


def _word(stem: str, words: Iterable[str]) -> str:
    """The word that shares most letters with a stem; the stem where none does."""

    def shared(word: str) -> int:
        letters = zip(stem, "".join(folded_words(word)), strict=False)
        return next((i for i, (a, b) in enumerate((*letters, ("", " "))) if a != b), 0)

    best = max(words, key=lambda word: (shared(word), -len(word)), default=stem)
    return best if shared(best) >= min(_ROOT, len(stem)) else stem


def in_short(entry: Entry) -> str:
    """An entry in a line: its id, its summary and its day."""
    day = french_span(entry.start, entry.end) or "sans date"
    return f"{entry.id} : {entry.summary or kind_label(entry.type, entry.subtype)} ({day})"


def apart(shown: Shown, entry: Entry) -> Iterator[str]:
    """The entries that some claim seemed one with, each with why it is not, the likeliest first."""
    members = frozenset(entry.members)
    told: set[str] = set()
    for link in sorted(_kept_apart(shown, entry), key=lambda link: (-link.total, link)):
        other = shown.entry_of(link.right if link.left in members else link.left)
        if other is not None and other.id != entry.id and other.id not in told and len(told) < MOST:
            told.add(other.id)
            yield f"{in_short(other)} — {_why(link)}"


def _kept_apart(shown: Shown, entry: Entry) -> Iterator[Link]:
    members = frozenset(entry.members)
    return (link for link in shown.links(*entry.members) if link.verdict != "same" and not members.issuperset((link.left, link.right)))


def _why(link: Link) -> str:
    """The first reason that a judgement on two different things gives, which decides."""
    return link.reasons[0] if link.reasons else "autre chose"


def answers_to(shown: Shown, entry: Entry) -> tuple[Entry, ...]:
    """The entries that answer a demand or an offer, in the order of the chronicle."""
    if entry.kind != "position":
        return ()
    return tuple(other for other in shown.entries("position") if entry.id in other.answers)
