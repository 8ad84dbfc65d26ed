"""An event that an article tells more than once is one row."""

from collections.abc import Iterable
from dataclasses import replace

from pourparlers.claims.events.drafts import Draft
from pourparlers.claims.events.parties import generic
from pourparlers.model.claim import BEHIND, Agent, When
from pourparlers.model.mention import Place

_AHEAD = frozenset(("planned", "proposed", "conditional"))
#: So many words after a deed may stand what it was done with.
_NEAR = 10
#: So many words after an attack may stand the gerund that tells what came of it.
_GERUND_WITHIN = 20
#: So many sentences after a text opens with an event it tells the rest.
_OPENING = 2
#: A war is told by its years and by the day on which it broke out.
_WAR = "attack.war"
_VISIT = "meeting.visit"
_MEDIATION = "médiation"
_DAY = len("2022-03-03")
#: Kinds that are never another kind of their type: troops that leave are not those that come, nor is an abduction a strike.
_APART = frozenset(
    (
        "agreement.ended",
        "attack.abduction",
        "attack.war",
        "capture.coup",
        "displacement.exile",
        "exchange.bodies",
        "movement.deployment",
        "movement.mobilisation",
        "movement.withdrawal",
        "proposal.plan",
        "rejection.break",
        "sanction.blockade",
    )
)


def merged(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The drafts with those that tell one event made one, in the order of the text."""
    rows: list[Draft] = []
    for draft in drafts:
        partner = next((i for i in range(len(rows) - 1, -1, -1) if same_event(rows[i], draft)), None)
        if partner is None:
            rows.append(draft)
        else:
            rows[partner] = joined(rows[partner], draft)
    return tuple(rows)


def same_event(first: Draft, second: Draft) -> bool:
    """True when the second passage tells the event of the first: one type, and days, places, rounds and people that fit together."""
    if first.kind.type != second.kind.type or not _statuses_fit(first, second) or not days_fit(first.when, second.when):
        return False
    if first.round is not None and second.round is not None and first.round != second.round:
        return False
    if not _kinds_fit(first.kind.kind, second.kind.kind):
        return False
    if not _places_fit(first.place, second.place) or not _people_fit(first, second) or (second.answering and not first.answering):
        return False
    return _reason_to_join(first, second)


def _kinds_fit(first: str, second: str) -> bool:
    """True for two kinds that words may tell of one event: "une frappe" and "tués"."""
    return first == second or not {first, second} & _APART


def _reason_to_join(first: Draft, second: Draft) -> bool:
    """Something must say that they are one: a day or a place in common, nearness, or that the second tells of what is known or came of it."""
    if _came_of(first, second):
        return True
    if first.headline and not first.dated and not second.headline:
        return not (first.hit.verbal and first.status == "occurred" and second.status in _AHEAD)
    told_as_one = first.dated and first.when == second.when  # by the same words, be their day known or not
    same_day = told_as_one or (first.when.start is not None and first.when.start == second.when.start)
    same_place = first.place is not None and second.place is not None and not (first.dated and second.dated)
    same_war = first.kind.kind == second.kind.kind == _WAR and first.dated and second.dated
    return (same_day or same_place or same_war or _takes_up(first, second)) and not _two_acts(first, second)


def _came_of(first: Draft, second: Draft) -> bool:
    """True for what an attack led to, told behind it by a gerund: "une bombe a visé un car, tuant cinq personnes"."""
    behind = second.hit.head.i - first.hit.head.i
    told = second.hit.verbal and second.hit.head.lower.endswith("ant") and first.kind.type == "attack"
    return told and first.hit.head.sentence == second.hit.head.sentence and 0 < behind <= _GERUND_WITHIN


def _takes_up(first: Draft, second: Draft) -> bool:
    """True when one of two passages near each other adds no day or place, or the second tells of what is known ("la rencontre")."""
    distance = second.hit.head.sentence - first.hit.head.sentence
    if second.another:
        return False
    if _told_before(first, second) or _lasts_until(first, second) or (distance <= 1 and _called_again(first, second)):
        return True
    bare = not second.dated and second.place is None
    beside = distance == 0 and _completes(first, second)
    if _of_before(first, second):
        return False
    resumed = second.definite and not (first.status == "proposed" and second.status in BEHIND)  # what was offered is not held for that
    return (bare and (distance <= 1 or resumed)) or beside or _by_means_of(first, second)


def _of_before(first: Draft, second: Draft) -> bool:
    """True for an envoy's visits behind a meeting of others: "leur tête-à-tête […] L'émissaire a multiplié les navettes"."""
    return second.kind.kind == _VISIT and first.kind.kind != _VISIT and bool(second.participants) and not first.participants


def _lasts_until(first: Draft, second: Draft) -> bool:
    """True for talks that have begun, and the end of which is told right after: "Les discussions doivent durer jusqu'à mercredi"."""
    begun, end = first.when.start, second.when.end
    if begun is None or end is None or second.when.start is not None or first.kind.type != "meeting":
        return False
    near = 0 < second.hit.head.sentence - first.hit.head.sentence <= _OPENING
    return near and second.definite and first.status in BEHIND and begun <= end


def _called_again(first: Draft, second: Draft) -> bool:
    """True for a call told without its day, and the noun that comes back to it with one: "Ils se sont parlé. L'échange, lundi, a duré"."""
    return first.hit.trigger == second.hit.trigger and first.kind.type == "call" and not first.dated and second.definite


def _told_before(first: Draft, second: Draft) -> bool:
    """True for a meeting that a text opens with and tells right after: "La rencontre a tourné court. X et Y se sont quittés jeudi à Oslo"."""
    near = second.hit.head.sentence - first.hit.head.sentence <= _OPENING
    bare = first.definite and not first.dated and first.place is None and not first.participants
    return near and bare and first.kind.type == "meeting" and second.hit.verbal and second.dated and second.status == first.status


def _completes(first: Draft, second: Draft) -> bool:
    """True for two words of one sentence of which one lacks the day or the place that the other has: "un accord conclu à Oslo, signé mardi"."""
    bare = (not first.dated and first.place is None) or (not second.dated and second.place is None)
    return bare or (first.dated != second.dated and (first.place is None) != (second.place is None))


def _by_means_of(first: Draft, second: Draft) -> bool:
    """True for a deed and what it was done with, or in, right after: "tués samedi par un engin explosif dans le nord"."""
    near = first.hit.head.sentence == second.hit.head.sentence and 0 < second.hit.head.i - first.hit.head.i <= _NEAR
    one_day = not (first.dated and second.dated) or first.when == second.when
    return near and one_day and first.hit.verbal and not second.hit.verbal and first.place is None and first.kind.type == "attack"


def _two_acts(first: Draft, second: Draft) -> bool:
    """True for two verbs of acts that one side does one after the other ("a fermé le passage et bloqué les livraisons"), or to two places."""
    if first.kind.roles == "sides" or not (first.hit.verbal and second.hit.verbal):
        return False
    same_day = first.when.start == second.when.start and len(first.when.start or "") == _DAY
    return first.hit.trigger.lemma != second.hit.trigger.lemma and not (same_day and first.place is not None and second.place is not None)


def _statuses_fit(first: Draft, second: Draft) -> bool:
    return first.status == second.status or not {"cancelled", "postponed", "denied"} & {first.status, second.status}


def days_fit(first: When, second: When) -> bool:
    """True when one day may be the other, told more vaguely; unknown days fit all."""
    if first.start is None or second.start is None:
        return True
    short, long = sorted((first.start, second.start), key=len)
    return long.startswith(short)


def _places_fit(first: Place | None, second: Place | None) -> bool:
    if first is None or second is None or first.name == second.name:
        return True
    country = {first.country, second.country}
    return len(country) == 1 and None not in country and "country" in (first.precision, second.precision)


def _people_fit(first: Draft, second: Draft) -> bool:
    left, right = ({x for a in d.participants if not generic(a) for x in (a.name, a.side) if x is not None} for d in (first, second))
    return not left or not right or bool(left & right) or any(_some_of(a, b) or _some_of(b, a) for a in left for b in right)


def _some_of(people: str, party: str) -> bool:
    """True for people of a party: "combattants du Front" and "Front"."""
    return people[:1].islower() and party[:1].isupper() and people.endswith(f" {party}")


def joined(first: Draft, second: Draft) -> Draft:
    """One draft of two: the better told one's words and status, and whatever the other adds."""
    best, other = (second, first) if _telling(second) > _telling(first) else (first, second)
    finer = other.when.start is not None and len(other.when.start) > len(best.when.start or "")
    until = replace(first.when, end=second.when.end, last=second.when.last) if _lasts_until(first, second) else best.when
    return replace(
        best,
        when=other.when if finer else until,
        attribution=other.attribution if best.headline and not other.headline else best.attribution,
        place=_finer(best.place, other.place),
        participants=_together(best, other),
        mediator=best.mediator or (None if _only_mediation(best, other) else other.mediator),
        tellings=first.tellings + second.tellings,
        round=best.round if best.round is not None else other.round,
    )


def _only_mediation(best: Draft, other: Draft) -> bool:
    """True for those who mediate today, and talks of another day: "leur dernière entrevue remonte à mai. La médiation malienne s'est tue"."""
    apart = best.hit.head.sentence != other.hit.head.sentence and best.when != other.when
    return apart and other.hit.trigger.lemma == _MEDIATION


def _together(best: Draft, other: Draft) -> tuple[Agent, ...]:
    """Those whom either names; "les délégations" only where nobody is named."""
    people = tuple(dict.fromkeys((*best.participants, *other.participants)))
    return tuple(a for a in people if not generic(a)) or people


def _telling(draft: Draft) -> int:
    """How much a draft tells."""
    return 3 * draft.dated - draft.borrowed + 2 * (draft.place is not None) + min(2, len(draft.participants)) + draft.hit.verbal - 2 * draft.headline


def _finer(first: Place | None, second: Place | None) -> Place | None:
    if first is None or second is None:
        return first if second is None else second
    return second if first.precision == "country" and second.precision != "country" else first
