"""Whose "le gouvernement" can be: the governments that a text names by their state, and those of them that only bring others together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.words import fold, group
from pourparlers.model.annotated import Annotated

#: So many words behind a government tell what it does for others: "le gouvernement kassarien, qui accueille".
_BESIDE = 6


@dataclass(frozen=True, slots=True)
class Governments:
    """sole: the state whose government a text speaks of, when it is one only and the text names no other state more often; None else.
    brokers: the states whose governments it tells of as hosts, payers or mediators at least as often as not."""

    sole: str | None
    brokers: frozenset[str]


def governments(annotated: Annotated, candidates: Sequence[Candidate]) -> Governments:
    """Whose governments a text names. candidates: all of its passages, in order."""
    named = [c for c in candidates if c.noun is not None and c.noun.lemma == "gouvernement" and len(c.sides) == 1]
    balance: Counter[str] = Counter()
    for candidate in named:
        balance[candidate.sides[0]] += 1 if _brings_together(annotated, candidate) else -1
    parties = [state for state, brokered in balance.items() if brokered < 0]
    often = _named_states(candidates)
    sole = parties[0] if len(parties) == 1 and often[parties[0]] == max(often.values()) else None
    return Governments(sole, frozenset(balance) - frozenset(parties))


def _brings_together(annotated: Annotated, candidate: Candidate) -> bool:
    """True for "le gouvernement kassarien, médiateur", "qui accueille la rencontre"; "financée par le gouvernement kassarien"."""
    tokens, head = annotated.tokens, candidate.head
    near = (tokens[tokens[head].head], *tokens[head + 1 : head + _BESIDE])
    return any(fold(token.lemma) in group("brokering") for token in near)


def _named_states(candidates: Sequence[Candidate]) -> Counter[str]:
    """How often a text names each state: by itself, by its capital, by what is called after it ("l'armée zambienne")."""
    often: Counter[str] = Counter()
    end = 0
    for candidate in candidates:
        if candidate.span.start >= end and len(candidate.sides) == 1:
            often[candidate.sides[0]] += 1
            end = candidate.span.end
    return often
