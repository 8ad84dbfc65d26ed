"""Which round of talks it is: "le deuxième tour", "le 32e round", "le prochain round, le sixième"."""

import re

from pourparlers.claims.events.forms import word_lemmas
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.triggers import Hit
from pourparlers.model.annotated import Token

#: So far before the noun of talks stands the rank of their round: "le deuxième tour de pourparlers".
_RANKED_WITHIN = 4
#: So far behind stands "depuis": "la première rencontre de ce niveau depuis 2019".
_SINCE_WITHIN = 6
_RANK = re.compile(r"(\d{1,3})(?:er|re|ère|e|ème|nd|nde)")
_ROUNDS = frozenset(("cycle", "manche", "round", "tour"))


def round_of(scene: Scene, hit: Hit, ordinals: dict[str, int]) -> int | None:
    """The ordinal of a round of talks or of a summit."""
    if hit.kind.type != "meeting" or hit.verbal:
        return None
    if hit.kind.kind == "meeting.visit":
        return None
    before: list[Token] = [hit.head] if hit.head.lower in ordinals else []
    for token in reversed(scene.annotated.tokens[max(scene.sentence(hit.head).first, hit.head.i - _RANKED_WITHIN) : hit.head.i]):
        if (token.pos == "NOUN" and token.lower not in ordinals and token.lower not in _ROUNDS) or token.i in scene.predicates:
            break
        before.append(token)
    if _first_since(scene, hit):
        return None
    near = [*reversed(before), *scene.annotated.dependents(hit.head, "amod"), *_rank_behind(scene, hit)]
    ranks = (ordinals.get(w) or _in_figures(w) for t in near for w in (t.lower, *word_lemmas(t)))
    return next((rank for rank in ranks if rank is not None), None)


def _first_since(scene: Scene, hit: Hit) -> bool:
    """True for "la première rencontre de ce niveau depuis 2019", which may be any round."""
    after = scene.annotated.tokens[hit.last + 1 : min(scene.sentence(hit.head).last, hit.last + _SINCE_WITHIN)]
    return any(t.lower == "depuis" for t in after)


def _in_figures(word: str) -> int | None:
    """The rank that a word in figures tells: "32e"."""
    found = _RANK.fullmatch(word)
    return None if found is None else int(found[1])


def _rank_behind(scene: Scene, hit: Hit) -> tuple[Token, ...]:
    """The rank between commas right behind the noun of a round: "le prochain round, le sixième, s'ouvrira"."""
    behind = scene.annotated.tokens[hit.last + 1 : min(scene.sentence(hit.head).last, hit.last + 5)]
    told = len(behind) > 3 and [behind[0].text, behind[3].text] == [",", ","] and behind[1].pos == "DET"
    return behind[2:3] if told and hit.head.lower in _ROUNDS else ()
