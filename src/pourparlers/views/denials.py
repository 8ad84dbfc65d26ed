"""By which statement of its article a claim is denied."""

import functools
from collections.abc import Iterable

from pourparlers.lexicon import read_yaml
from pourparlers.model.claim import Claim, Event, Statement
from pourparlers.model.naming import fold, folded_words, same_name
from pourparlers.views.agents import agent_name

#: Characters behind a claim within which its denial begins.
_REACH = 250
#: As many words at most make a denial without an object ("le maire a tout nié"); what one may deny any of.
_BARE, _CHARGED = 5, frozenset({"attack", "violation"})


def denial_of(claim: Claim, statements: Iterable[Statement]) -> Statement | None:
    """The first statement by which somebody denies a claim, on it or soon behind it: whoever it tells to deny it, or anybody who does not assert it.
    statements: those of its article. None where there is none."""
    denier = claim.denier if isinstance(claim, Event) else None
    said = [s for s in statements if s.verb in _denying() and agent_name(s.speaker) not in claim.claimants]
    against = [s for s in said if _denies(s, claim) and (denier is None or same_name(s.speaker.name, denier.name))]
    return min(against, key=lambda s: (s.evidence.start, s.id), default=None)


def _denies(said: Statement, claim: Claim) -> bool:
    """True for a denial that tells the claim itself, and for one soon behind it that names nothing else to deny: "le maire dément", "il rejette ces
    accusations"; behind what one may be charged with also "il dément toute attaque"."""
    if said.evidence.start < claim.evidence.end:
        return said.evidence.end > claim.evidence.start
    words = folded_words(said.evidence.quote)
    taken_up = len(words) <= _BARE or any(word.startswith(noun) for word in words for noun in _accusations())
    any_of_it = getattr(claim, "type", "") in _CHARGED and not {"tout", "toute"}.isdisjoint(words)
    return said.evidence.start <= claim.evidence.end + _REACH and (taken_up or any_of_it)


@functools.cache
def _denying() -> frozenset[str]:
    """The verbs by which somebody denies what was told."""
    return frozenset(entry["word"] for entry in read_yaml("fr/denials")["entries"] if entry["shape"] in ("verb", "rejection"))


@functools.cache
def _accusations() -> tuple[str, ...]:
    """The nouns that stand for what somebody else claims, folded."""
    return tuple(fold(entry["word"]) for entry in read_yaml("fr/denials")["entries"] if entry["shape"] == "accusation")
