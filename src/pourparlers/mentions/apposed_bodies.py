"""Bodies beside their names: "le principal parti d'opposition, l'UPN, a signé", "l'UPN, principal parti d'opposition, a signé"."""

import re

from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.discourse import Discourse
from pourparlers.mentions.entities import Entity
from pourparlers.mentions.words import group

_BESIDE = re.compile(r"\s*,\s*(?:le |la |les |l['’])?")
_BARE = re.compile(r"\s*[,(]\s*(?:\w+ième )?")
_WINDOW = 8
_CLOSING = frozenset(",.;)")
#: So many characters behind a comma the next of a list begins.
_ARTICLE = 5


def apposed_body(discourse: Discourse, number: int) -> Entity | None:
    """The body with a name that the phrase of a party or movement stands beside, None when it stands alone or in a list."""
    here = discourse.candidates[number]
    if here.noun is None or here.form != "title" or here.plural or here.noun.lemma not in group("any_body") | group("uprisings"):
        return None
    return _named_behind(discourse, number) or _named_before(discourse, number)


def _named_behind(discourse: Discourse, number: int) -> Entity | None:
    here = discourse.candidates[number]
    for at in range(number + 1, min(len(discourse.candidates), number + _WINDOW)):
        other = discourse.candidates[at]
        if other.span.start >= here.span.end:
            fits = _fits(discourse, here, at) and _BESIDE.fullmatch(_between(discourse, here, other)) and _closes(discourse, at)
            return discourse.assigned[at] if fits else None
    return None


def _named_before(discourse: Discourse, number: int) -> Entity | None:
    here = discourse.candidates[number]
    if here.definite:
        return None
    for at in range(number - 1, max(-1, number - _WINDOW), -1):
        other = discourse.candidates[at]
        if other.span.end <= here.span.start and not (at and discourse.candidates[at - 1].span.end >= other.span.end):
            fits = _fits(discourse, here, at) and _BARE.fullmatch(_between(discourse, other, here)) and _closes(discourse, number)
            return discourse.assigned[at] if fits else None
    return None


def _fits(discourse: Discourse, here: Candidate, at: int) -> bool:
    """True for a body with a name in the same sentence."""
    other = discourse.candidates[at]
    return other.sentence == here.sentence and other.form == "name" and at in discourse.assigned and discourse.assigned[at].kind == "organisation"


def _between(discourse: Discourse, first: Candidate, second: Candidate) -> str:
    return discourse.annotated.document.text[first.span.end : second.span.start]


def _closes(discourse: Discourse, number: int) -> bool:
    """True when a comma, a full stop or a verb ends an apposition, and no list goes on."""
    annotated, last = discourse.annotated, discourse.candidates[number]
    token = annotated.token_at(last.span.end - 1)
    if token is None or token.i + 1 >= len(annotated.tokens):
        return True
    following = annotated.tokens[token.i + 1]
    if following.text == ",":
        behind = next((c for c in discourse.candidates[number + 1 : number + _WINDOW] if c.span.start > last.span.end), None)
        return behind is None or behind.span.start - following.end > _ARTICLE or behind.form == "pronoun"
    return following.text in _CLOSING or following.pos in ("VERB", "AUX")
