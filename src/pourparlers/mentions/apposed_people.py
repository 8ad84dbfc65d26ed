"""People named behind what they are together: "les chefs de la diplomatie, Awa Sow et Jean Roy, se sont vus"."""

import re
from collections.abc import Sequence

from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.discourse import Discourse
from pourparlers.mentions.entities import Entity

#: Between the phrase and the first name, and between two names, each of which may have its state or party in brackets behind it.
_COLON = re.compile(r"\s*[,(:]\s*(?:MM\. )?")
_NEXT = re.compile(r"(?:\s*\([^)]{2,25}\))?(?P<by>\s*,\s*|,?\s+et\s+)(?:le |la |l['’])?")
_CLOSING = re.compile(r"(?:\s*\([^)]{2,25}\))?\s*[,.;)]")
_WINDOW = 24


def apposed_people(discourse: Discourse, number: int) -> tuple[Entity, ...]:
    """The people whom a phrase in the plural without a name stands before, none when it stands alone or opens with a preposition ("Devant les
    députés, Awa Sow et Jean Roy")."""
    here = discourse.candidates[number]
    if not _means_people(here) or _is_fronted(discourse, here):
        return ()
    text, last, last_by, found = discourse.annotated.document.text, here, "", list[Entity]()
    for at in range(number + 1, min(len(discourse.candidates), number + _WINDOW)):
        other = discourse.candidates[at]
        if other.span.start < last.span.end or text[other.span.start - 1] == "(":
            continue  # inside the phrase or a name, or the party of the one before
        between = (_NEXT if found else _COLON).fullmatch(text, last.span.end, other.span.start)
        entity = discourse.assigned.get(at)
        if between is None or other.sentence != here.sentence or other.form != "name" or entity is None or entity.kind != "person":
            break
        last, last_by = other, between.group("by") if found else ""
        found.append(entity)
    if len(found) < 2 or "et" not in last_by or _CLOSING.match(text, last.span.end) is None:
        return ()
    _take_sides(discourse, number, found)
    return tuple(found)


def _take_sides(discourse: Discourse, number: int, people: Sequence[Entity]) -> None:
    """Puts people without a side with the state that the phrase names, and each with his own where it names as many, in the same order ("les
    ministres malien et nigérien, Salif Traoré et Issa Maïga")."""
    phrase = discourse.candidates[number]
    inside = discourse.candidates[number + 1 : number + 1 + len(people)]
    own = [c.sides[0] for c in inside if c.form == "adjective" and len(c.sides) == 1 and c.span.end <= phrase.span.end]
    one = discourse.side(phrase) if len(own) < 2 else None
    for person, side in zip(people, own if len(own) == len(people) else [one] * len(people), strict=True):
        person.side = person.side or side


def _means_people(candidate: Candidate) -> bool:
    """True for the title of several, without a name: "les chefs de la diplomatie"."""
    return candidate.plural and candidate.form == "title" and candidate.noun is not None and candidate.name == "" and not candidate.quoted


def _is_fronted(discourse: Discourse, candidate: Candidate) -> bool:
    """True for what opens its sentence behind a preposition."""
    annotated, token = discourse.annotated, discourse.annotated.token_at(candidate.span.start)
    first = annotated.sentences[candidate.sentence].first
    return token is not None and token.i <= first + 2 and annotated.tokens[first].pos == "ADP"
