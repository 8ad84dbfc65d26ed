"""What parties bind themselves to: truces, corridors, exchanges, accords, withdrawals, deadlines; each step of their life that a document tells.

Built from the events, which know their day, status and participants; read here are the noun that names it, its step, scope and conditions.
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pourparlers.claims.bound import bound_by, stipulated
from pourparlers.claims.context import Context
from pourparlers.claims.phases import phase_told, several
from pourparlers.claims.pledges import before, effect_on
from pourparlers.claims.positions.conditions import firm_conditions
from pourparlers.claims.promised import counted_from, covering, day_before, day_of, ending, lasting_until, named, starting, truce_of
from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.calendar import prefix_days
from pourparlers.model.claim import Agent, Commitment, Event, Position, When
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
#: Phases that a refusal leaves nothing of; one that ends or breaks a truce tells a phase of it.
_STANDING = frozenset(("declared", "in_force", "extended"))
#: How the rules of positions end that bind whoever takes them.
_BINDING_RULES = (":text", ":promettre", ":promesse")
_KIND_PHASES = frozenset(("extended", "suspended", "violated", "ended", "in_force", "declared"))
#: Kinds of events that leave the phase to the words around their noun.
_OPEN_KINDS = frozenset(("declared", "signed", "adopted", "withdrawal", "prisoners", "bodies", ""))
#: Kinds of events after which a commitment that is carried out has only begun to be.
_OPENED = frozenset(("corridor.opened",))
#: Words that a scope may be made of: adjectives and complements of the noun that tells the commitment.
_SCOPE_DEPS = ("amod", "nmod")
#: Days between two tellings of one type and phase beyond which they are two promises.
_APART = 10
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


@dataclass(slots=True)
class _Told:
    """A step of a commitment as one document tells it. type, phase: its own. noun: that names it, None where none does. heading: told by a title."""

    type: str
    phase: str
    events: list[Event]
    parties: tuple[Agent, ...]
    noun: Token | None
    when: When
    heading: bool


def find_commitments(context: Context, events: tuple[Event, ...], positions: Sequence[Position] = ()) -> tuple[Commitment, ...]:
    """The commitments told by a document, one for each type, phase and set of parties, in the order of their evidence. What is only asked,
    offered or refused, as the positions tell, binds nobody."""
    in_order = sorted(events, key=lambda e: (e.evidence.start, e.trigger.start, e.id))
    steps: list[_Told] = []
    for at, event in enumerate(in_order):
        step = _told(context, event, in_order[:at], steps)
        if step is not None and not _only_at_stake(event, step, positions):
            steps.append(step)
    found = [_commitment(context, step) for step in _joined(steps)]
    return tuple(sorted(found, key=lambda c: (c.evidence.start, c.type, c.phase, c.id)))


def _told(context: Context, event: Event, earlier: Sequence[Event], steps: Sequence[_Told]) -> _Told | None:
    """The step that an event tells of; None when it tells of no commitment, or of many. earlier: the events before it. steps: theirs."""
    kind = kind_of(context, event)
    noun = None if kind is None else named(context, event, _nouns())
    if kind is None or (noun is not None and several(context.annotated, noun)):
        return None
    truce = truce_of(context, noun) if kind.commitment == "memorandum" else None
    over = None if noun is None else ending(context, noun)
    stated = None if noun is None else phase_told(context.annotated, noun, None if over is None else over[0])
    if noun is not None and before(context.annotated, noun) == "missing":
        return None  # "une décision prise sans l'accord du voisin"
    phase = "declared" if _laid_down(context, event) else phase_of(event, kind, _effect(context, noun or _act(context, event)), stated)
    if phase is None:
        return None
    if over is not None and stated is None and phase == "declared":
        phase = "in_force"  # "la trêve expire samedi"
    is_truce = truce is not None or _means_the_truce(kind, stated, steps)
    when = _when(context, event, truce or noun, phase, stated)
    if phase in _STANDING and when.end in (None, when.start):
        when = _until(context, when, stated, None if over is None else over[1])
    parties = bound_by(context, event, truce or noun, earlier)
    return _Told("ceasefire" if is_truce else kind.commitment, phase, [event], parties, truce or noun, when, _in_heading(context, event))


def _until(context: Context, when: When, stated: tuple[str, Token] | None, over: When | None) -> When:
    """The day of a step with the last one on which it holds, where the words around it tell one. over: that on which a verb ends it."""
    last = lasting_until(context, stated[1]) if over is None and stated is not None else over
    if last is None:
        return when
    # "la trêve expire samedi": the event's day is that of the end
    return last if over is not None and when.first == over.last else replace(when, end=last.end, last=last.last)


def _only_at_stake(event: Event, step: _Told, positions: Sequence[Position]) -> bool:
    """True for what stands within a thing that a party asks for, offers or refuses: "s'est dit prêt à une trêve". What a text lays down and
    what somebody promises binds him."""
    span = event.trigger if step.noun is None else step.noun.span
    within = [p for p in positions if p.evidence.span.covers(span) and not p.evidence.rule.endswith(_BINDING_RULES)]
    open_yet = any(p.stance in ("demands", "offers", "conditions") for p in within)
    return (open_yet and step.phase != "violated") or (step.phase in _STANDING and any(p.stance == "rejects" for p in within))


@functools.cache
def _nouns() -> frozenset[str]:
    """The nouns that name a commitment."""
    return frozenset(word for kind in kinds() for word in kind.breach)


def _laid_down(context: Context, event: Event) -> bool:
    return event.status in ("occurred", "ongoing", "planned") and event.type != "violation" and stipulated(context, event)


def _means_the_truce(kind: Kind, stated: tuple[str, Token] | None, steps: Sequence[_Told]) -> bool:
    """True for "l'accord a été rompu" where the only accord told so far is a truce."""
    before = {step.type for step in steps}
    return (
        kind.commitment == "memorandum"
        and stated is not None
        and stated[0] in _KIND_PHASES - {"declared"}
        and "ceasefire" in before
        and "memorandum" not in before
    )


def _when(context: Context, event: Event, noun: Token | None, phase: str, stated: tuple[str, Token] | None) -> When:
    """The day of a step: that from which it holds, if it is told ("qui entrera en vigueur lundi"), else that of the event, else that on which it was
    promised ("ont convenu mercredi d'une trêve")."""
    found = _day_told(context, event, noun, phase, stated)
    promised = None if noun is None or found.start is not None or found.end is not None else day_before(context, noun)
    return found if promised is None else promised


def _day_told(context: Context, event: Event, noun: Token | None, phase: str, stated: tuple[str, Token] | None) -> When:
    start = None if noun is None else starting(context, noun)
    if start is not None and (phase in ("declared", "in_force") or (noun is not None and counted_from(context, noun) == start)):
        return start
    if stated is None or phase != stated[0] or phase == "declared":
        return event.when
    own = day_of(context, stated[1])
    if own is not None and (start is None or own.first != start.first):
        return own if event.when.start is not None else replace(own, end=event.when.end, last=event.when.last)  # "prolongée jusqu'au 23"
    # "prolonger la trêve en vigueur depuis le 2 avril": that is not the day of the extension
    return When() if start is not None and event.when.first == start.first else event.when


def _in_heading(context: Context, event: Event) -> bool:
    return any(line.kind in ("title", "heading") and line.span.covers(event.trigger) for line in context.document.lines)


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


def _act(context: Context, event: Event) -> Token | None:
    """The infinitive that tells an event: "échanger" in "ont accepté d'échanger leurs prisonniers"."""
    token = context.annotated.token_at(event.trigger.start)
    return token if token is not None and token.has("VerbForm=Inf") else None


def _effect(context: Context, noun: Token | None) -> str | None:
    """What the words around the noun of a commitment make of it, as in `pledges.effect_on`."""
    return None if noun is None else effect_on(context.annotated, noun)


def phase_of(event: Event, kind: Kind, effect: str | None = None, stated: tuple[str, Token] | None = None) -> str | None:
    """The step that an event marks in the life of its commitment; None for what binds nobody (yet).
    effect: what the words around its noun make of it ("agreed", "missing", "wished"). stated: the step that they tell and its word, None if none."""
    if event.status == "proposed" and stated is not None and stated[1].pos == "NOUN" and stated[0] == "in_force":
        return "in_force"  # "l'entrée en vigueur de la trêve réclamée par l'envoyé"
    if event.status not in _BY_STATUS:
        return None
    if event.type == "violation":
        return "violated"
    if effect in ("missing", "wished") and event.status in ("occurred", "ongoing", "planned"):
        return None
    own = event.subtype.rpartition(".")[2] if event.subtype is not None else ""
    if stated is not None and event.status not in _NOT_YET and own in _OPEN_KINDS:
        return stated[0]
    if effect == "agreed" and event.status == "occurred":
        return "declared"
    if own in _KIND_PHASES and event.status not in _NOT_YET:
        return own
    return _by_status(event, kind)


def _by_status(event: Event, kind: Kind) -> str:
    if event.status == "occurred" and kind.commitment in ("memorandum", "deadline"):
        return "declared"
    done = kind.carried_out and event.subtype not in _OPENED
    return "ended" if done and event.status == "occurred" else _BY_STATUS[event.status]


def _joined(steps: Sequence[_Told]) -> list[_Told]:
    """The steps, with those joined that one promise can have been told by twice; the parties of the article go before those of its title."""
    joined: list[_Told] = []
    for step in sorted(steps, key=lambda s: (s.heading, not s.parties)):
        same = next((other for other in joined if _is_same(other, step)), None)
        if same is None:
            joined.append(replace(step, events=list(step.events)))
            continue
        same.events += step.events
        if not step.heading or len(same.parties) < 2:
            same.parties = _united(same.parties, step.parties)
        if same.when.start is None:
            same.when = step.when
    return joined


def _is_same(one: _Told, other: _Told) -> bool:
    """True for steps of one type and phase, whose days do not lie apart, if either names nobody, is a title's, or names one of the other's."""
    if (one.type, one.phase) != (other.type, other.phase) or _days_apart(one.when, other.when) > _APART:
        return False
    if one.phase == "extended" and one.when.start != other.when.start and not other.heading:
        return False  # each extension is one of its own
    names = {agent.name for agent in one.parties} & {agent.name for agent in other.parties}
    return bool(names) or not one.parties or not other.parties or other.heading


def _days_apart(one: When, other: When) -> int:
    days = [prefix_days(when.start) for when in (one, other) if when.start is not None]
    if len(days) < 2 or days[0] is None or days[1] is None:
        return 0
    return max(days[0].first - days[1].last, days[1].first - days[0].last, 0)


def _united(one: Sequence[Agent], other: Sequence[Agent]) -> tuple[Agent, ...]:
    found: dict[str, Agent] = {}
    for agent in (*one, *other):
        found.setdefault(agent.name, agent)
    return tuple(found.values())


def _commitment(context: Context, step: _Told) -> Commitment:
    events = step.events
    first = next((e for e in events if e.when == step.when), events[0]) if step.noun is None else events[0]
    told = Span(first.evidence.start, first.evidence.end) if step.noun is None else covering(context, first, step.noun)
    return Commitment(
        id=content_id("commitment", step.type, step.phase, context.capture_span(told), first.id),
        evidence=evidence(context.document, told, f"commitment:{first.subtype or first.type}"),
        attribution=first.attribution,
        said_on=first.said_on,
        type=step.type,
        phase=step.phase,
        parties=step.parties,
        scope=_scope(context, first, step.noun),
        when=step.when,
        conditions=tuple(_conditions(context, events)),
        events=tuple(e.id for e in sorted(events, key=lambda e: (e.evidence.start, e.id))),
    )


def _scope(context: Context, event: Event, noun: Token | None) -> str | None:
    """What the commitment covers, in the document's words ("humanitaire de dix jours"), else the place; None when the text does not tell."""
    annotated = context.annotated
    if noun is not None:
        below = [t for t in annotated.dependents(noun, *_SCOPE_DEPS) if t.i > noun.i and not _with_whom(annotated, t)]
        last = max((annotated.subtree(t)[-1] for t in below), key=lambda t: t.i, default=noun)
        first = _behind_truce(annotated, noun)
        span = Span(first.end, last.end)
        if 0 < last.i - first.i <= _WIDEST and not context.times_in(span):
            return context.document.quote(span).strip(' "«»“”')
    return None if event.place is None else event.place.name


def _with_whom(annotated: Annotated, token: Token) -> bool:
    """True for "entre les deux camps", "avec la guérilla": parties, not a scope; and for "immédiat", which tells when."""
    return token.lemma == "immédiat" or any(t.lower in ("entre", "avec") for t in annotated.dependents(token, "case"))


def _behind_truce(annotated: Annotated, noun: Token) -> Token:
    """The last word of "accord de cessez-le-feu", behind which its scope stands."""
    near = annotated.tokens[noun.i + 1 : min(annotated.sentences[noun.sentence].last, noun.i + 3)]
    named = len(near) == 2 and near[0].lower == "de" and near[1].lemma in ("cessez-le-feu", "paix", "principe", "trêve")
    return near[1] if named else noun


def _conditions(context: Context, events: Sequence[Event]) -> Iterator[Evidence]:
    """The passages of the events' sentences that make the commitment depend on something."""
    sentences = sorted({s.i for e in events if (s := context.annotated.sentence_at(e.trigger.start)) is not None})
    for i in sentences:
        for span in firm_conditions(context.annotated, context.annotated.sentences[i]):
            yield evidence(context.document, span, "condition")
