"""Whom somebody acts for when only a body beside tells, once it is known who that is: "la délégation du mouvement", "la délégation, menée par Jean
Roy"."""

from collections.abc import Mapping

from pourparlers.lexicon.movements import has_national_title
from pourparlers.mentions.bodies import foremost_state, is_regular_army
from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.discourse import Discourse
from pourparlers.mentions.entities import Entity
from pourparlers.mentions.nouns import noun
from pourparlers.mentions.parts import is_subject
from pourparlers.mentions.variations import is_former
from pourparlers.mentions.words import cut, fold, group
from pourparlers.model.annotated import Token

#: So many passages, or words, may stand inside a title before the body.
_INSIDE = 8
#: So many passages back the owner of "son" may stand.
_FAR = 16
_THAT_OF = frozenset(("celle", "celles", "celui", "ceux"))
_BODIES = ("organisation", "state")
_LINKS = ("ADJ", "ADP", "DET")
#: What leads to where somebody is posted, or to what his work is: "ambassadeur à l'ONU", "émissaire pour la Zambie".
_ELSEWHERE = frozenset(("à", "au", "aux", "en", "pour", "sur"))


def allegiances(discourse: Discourse, names: Mapping[int, str]) -> dict[int, str]:
    """Number of an entity without a side -> the side of the body that it acts for or leads, by the text's own words, or that body's name."""
    found: dict[int, str] = {}
    for number in sorted(discourse.assigned):
        entity, candidate = discourse.assigned[number], discourse.candidates[number]
        if entity.side is not None or entity.number in found:
            continue
        side = _of_government(discourse, candidate) if _serves(candidate) else None
        side = _of_sole_state(discourse) if is_regular_army(candidate) else side
        body = (_body_inside(discourse, number) or _owner(discourse, number)) if _serves(candidate) else _body_led(discourse, number)
        if side is None and body is not None and body is not entity:
            side = body.side or found.get(body.number) or names[body.number]
        if side is not None:
            found[entity.number] = side
    return found


def _of_government(discourse: Discourse, candidate: Candidate) -> str | None:
    """The state whose delegation "la délégation gouvernementale" is, where the text speaks of one government only; and whose "Premier ministre",
    where it is mostly about that state."""
    if group("governmental") & set(cut(candidate.phrase)):
        return discourse.governments.sole
    return _of_sole_state(discourse) if has_national_title(candidate.phrase) else None


def _of_sole_state(discourse: Discourse) -> str | None:
    """The state whose army "l'armée" is: the one that the text is about, where it speaks of no other's government."""
    sole = discourse.governments.sole
    return sole if sole == foremost_state(discourse) else None


def _serves(candidate: Candidate) -> bool:
    """True for an office held now, and for what a body sends or is led by."""
    if candidate.noun is None or not candidate.phrase or is_former(candidate):
        return False
    return candidate.noun.office is not None or candidate.noun.lemma in group("sent")


def _body_inside(discourse: Discourse, number: int) -> Entity | None:
    """The body that follows the noun of a title and its preposition: "chef | de l'UPN", not "envoyé de la Suède auprès | du mouvement"."""
    candidates, whole = discourse.candidates, discourse.candidates[number]
    for at in range(number + 1, min(len(candidates), number + _INSIDE)):
        inner = candidates[at]
        if inner.span.start >= whole.span.end:
            return None
        if inner.form != "adjective":
            entity = discourse.assigned.get(at)
            return entity if entity is not None and entity.kind in _BODIES and _follows(discourse, whole, inner) else None
    return None


def _follows(discourse: Discourse, whole: Candidate, inner: Candidate) -> bool:
    """True when only adjectives, prepositions and articles stand between the noun of a title and what is named inside it."""
    tokens = discourse.annotated.tokens
    before = [t for t in tokens[max(0, inner.head - _INSIDE) : inner.head] if t.start >= whole.span.start and t.end <= inner.span.start]
    at = next((i for i, t in enumerate(before) if noun(t.text) == whole.noun), None)
    between = [] if at is None else before[at + 1 :]
    if [t.lower for t in between[:2]] == ["en", "chef"]:
        between = between[2:]
    return at is not None and all(t.pos in _LINKS and t.lower not in _ELSEWHERE for t in between)


def _owner(discourse: Discourse, number: int) -> Entity | None:
    """The body whose "son porte-parole" speaks: the last one that the sentence, or the one before, tells something of as its subject."""
    tokens, candidate = discourse.annotated.tokens, discourse.candidates[number]
    first = discourse.annotated.token_at(candidate.span.start)
    if first is None or first.i == 0 or tokens[first.i - 1].lower not in ("son", "sa", "leur"):
        return None
    for at in range(number - 1, max(-1, number - _FAR), -1):
        other = discourse.candidates[at]
        if candidate.sentence - other.sentence > 1 or other.quoted:
            return None
        if at in discourse.assigned and (is_subject(discourse.annotated, other) or _of_a_subject(discourse, other)):
            entity = discourse.assigned[at]
            return entity if entity.kind in _BODIES and entity is not discourse.assigned[number] else None
    return None


def _of_a_subject(discourse: Discourse, candidate: Candidate) -> bool:
    """True for the movement of "celle du mouvement est conduite par sa porte-parole"."""
    above = discourse.annotated.tokens[discourse.annotated.tokens[candidate.head].head]
    return above.lower in _THAT_OF and above.dep.startswith("nsubj")


def _led(discourse: Discourse, participle: Token) -> Token:
    """What is led: the subject of "la délégation est conduite par", the noun before "la délégation, conduite par"."""
    subject = next(iter(discourse.annotated.dependents(participle, "nsubj")), None)
    return discourse.annotated.tokens[participle.head] if subject is None else subject


def _body_led(discourse: Discourse, number: int) -> Entity | None:
    """The body of "la délégation de la guérilla, conduite par | Moussa Sow"."""
    tokens, candidate = discourse.annotated.tokens, discourse.candidates[number]
    before = discourse.annotated.token_at(candidate.span.start)
    at = -1 if before is None else before.i - 1
    while at > 0 and tokens[at].pos == "DET":
        at -= 1
    if candidate.kind != "person" or at < 1 or tokens[at].lower != "par" or fold(tokens[at - 1].text) not in group("led"):
        return None
    governor = _led(discourse, tokens[at - 1])
    bodies = (at for at in range(number - 1, max(-1, number - _INSIDE), -1) if discourse.candidates[at].head == governor.i)
    entity = next((discourse.assigned[at] for at in bodies if at in discourse.assigned), None)
    return entity if entity is not None and entity.kind in _BODIES else None
