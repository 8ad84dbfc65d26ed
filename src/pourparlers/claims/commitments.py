"""What parties bind themselves to: truces, corridors, exchanges, accords, withdrawals, deadlines; each step of their life that a document tells.

Built from the events, which know their day, status and participants; read here are the scope and the conditions.
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparlers.claims.context import Context
from pourparlers.claims.pledges import effect_on
from pourparlers.claims.positions.conditions import firm_conditions
from pourparlers.claims.voices import Voices
from pourparlers.lexicon import load
from pourparlers.model.claim import Agent, Commitment, Event
from pourparlers.model.ids import content_id
from pourparlers.model.text import Evidence, Span, evidence

#: Phases by the status of an event whose kind tells none. What is only proposed, denied or hypothetical binds nobody.
_BY_STATUS = {
    "planned": "declared",
    "unconfirmed": "declared",
    "ongoing": "in_force",
    "occurred": "in_force",
    "postponed": "suspended",
    "cancelled": "suspended",
}
#: Statuses of an event under which its kind's own phase has not come yet.
_NOT_YET = frozenset(("planned", "unconfirmed", "postponed", "cancelled"))
_KIND_PHASES = frozenset(("extended", "suspended", "violated", "ended", "in_force", "declared"))
#: Kinds of events after which a commitment that is carried out has only begun to be.
_OPENED = frozenset(("corridor.opened",))
#: Words that a scope may be made of: adjectives and complements of the noun that tells the commitment.
_SCOPE_DEPS = ("amod", "nmod")
#: A scope of more words is a sentence, not a scope.
_WIDEST = 12


@dataclass(frozen=True, slots=True)
class Kind:
    """An entry of ``data/schema/commitment.yaml``; the file explains its fields."""

    commitment: str
    fr: str
    en: str
    events: tuple[str, ...]
    example: str
    carried_out: bool = False
    breach: tuple[str, ...] = ()


@functools.cache
def kinds() -> tuple[Kind, ...]:
    """The kinds of commitments, in the order of the file."""
    return load("schema/commitment", Kind)


def find_commitments(context: Context, voices: Voices, events: tuple[Event, ...]) -> tuple[Commitment, ...]:
    """The commitments told by a document, one for each type, phase and set of parties, in the order of their evidence."""
    del voices  # an event brings its own attribution
    told: dict[tuple[str, str, tuple[str, ...]], list[Event]] = {}
    for event in events:
        kind = kind_of(context, event)
        phase = phase_of(event, kind, _effect(context, event)) if kind is not None else None
        if kind is not None and phase is not None:
            told.setdefault((kind.commitment, phase, tuple(sorted(p.name for p in event.participants))), []).append(event)
    found = [_commitment(context, key, group) for key, group in _joined(told).items()]
    return tuple(sorted(found, key=lambda c: (c.evidence.start, c.type, c.phase, c.id)))


def kind_of(context: Context, event: Event) -> Kind | None:
    """The commitment that an event tells of: by its kind, then its type; a breach by the words around it."""
    if event.type == "violation":
        words = {t.lemma.lower() for t in context.annotated.tokens_in(event.evidence.span)} | {
            t.lower for t in context.annotated.tokens_in(event.evidence.span)
        }
        return next((k for k in kinds() if words & set(k.breach)), None)
    for name in (event.subtype, event.type):
        for kind in kinds():
            if name in kind.events:
                return kind
    return None


def _effect(context: Context, event: Event) -> str | None:
    """What the words around the noun of an event make of it, as in `pledges.effect_on`."""
    noun = next((t for t in context.annotated.tokens_in(event.trigger) if t.pos == "NOUN"), None)
    return None if noun is None else effect_on(context.annotated, noun)


def phase_of(event: Event, kind: Kind, effect: str | None = None) -> str | None:
    """The step that an event marks in the life of its commitment; None for what binds nobody (yet).
    effect: what the words around its noun make of it ("agreed", "missing", "wished"), None when they tell nothing."""
    if event.status not in _BY_STATUS:
        return None
    if event.type == "violation":
        return "violated"
    if effect in ("missing", "wished") and event.status in ("occurred", "ongoing", "planned"):
        return None
    if effect == "agreed" and event.status == "occurred":
        return "declared"
    own = event.subtype.rpartition(".")[2] if event.subtype is not None else ""
    if own in _KIND_PHASES and event.status not in _NOT_YET:
        return own
    by_status = _BY_STATUS[event.status]
    if event.status == "occurred" and kind.commitment in ("memorandum", "deadline"):
        return "declared"
    done = kind.carried_out and event.subtype not in _OPENED
    return "ended" if done and event.status == "occurred" else by_status


def _joined(told: dict[tuple[str, str, tuple[str, ...]], list[Event]]) -> dict[tuple[str, str, tuple[str, ...]], list[Event]]:
    """The groups, with those that name no party joined to the only one of their type and phase that does."""
    joined = {key: list(group) for key, group in told.items() if key[2]}
    for key, group in told.items():
        partners = [k for k in joined if k[:2] == key[:2]]
        if key[2]:
            continue
        joined.setdefault(partners[0] if len(partners) == 1 else key, []).extend(group)
    return joined


def _commitment(context: Context, key: tuple[str, str, tuple[str, ...]], events: Sequence[Event]) -> Commitment:
    kind, phase, _ = key
    first = min(events, key=lambda e: (e.when.start is None, e.evidence.start, e.id))
    return Commitment(
        id=content_id("commitment", context.document.id, kind, phase, context.capture_span(first.evidence.span), context.capture_span(first.trigger)),
        evidence=evidence(context.document, first.evidence.span, f"commitment:{first.subtype or first.type}"),
        attribution=first.attribution,
        said_on=first.said_on,
        type=kind,
        phase=phase,
        parties=_parties(events),
        scope=_scope(context, first),
        when=first.when,
        conditions=tuple(_conditions(context, events)),
        events=tuple(e.id for e in sorted(events, key=lambda e: (e.evidence.start, e.id))),
    )


def _parties(events: Sequence[Event]) -> tuple[Agent, ...]:
    found: dict[str, Agent] = {}
    for event in events:
        for agent in event.participants:
            found.setdefault(agent.name, agent)
    return tuple(found.values())


def _scope(context: Context, event: Event) -> str | None:
    """What the commitment covers, in the document's words ("humanitaire de dix jours"), else the place; None when the text does not tell."""
    annotated = context.annotated
    noun = next((t for t in annotated.tokens_in(event.trigger) if t.pos == "NOUN"), None)
    if noun is not None:
        below = [t for t in annotated.dependents(noun, *_SCOPE_DEPS) if t.i > noun.i]
        last = max((annotated.subtree(t)[-1] for t in below), key=lambda t: t.i, default=noun)
        span = Span(noun.end, last.end)
        if 0 < last.i - noun.i <= _WIDEST and not context.times_in(span):
            return context.document.quote(span).strip(' "«»“”')
    return None if event.place is None else event.place.name


def _conditions(context: Context, events: Sequence[Event]) -> Iterator[Evidence]:
    """The passages of the events' sentences that make the commitment depend on something."""
    sentences = sorted({s.i for e in events if (s := context.annotated.sentence_at(e.trigger.start)) is not None})
    for i in sentences:
        for span in firm_conditions(context.annotated, context.annotated.sentences[i]):
            yield evidence(context.document, span, "condition")
