"""Who binds himself: those who sign, announce or extend, not those who ask for it, mediate or look on, or the town where it happens."""

from collections.abc import Sequence
from itertools import islice

from pourparlers.claims.clauses import conjuncts, is_predicate, subject
from pourparlers.claims.context import Context
from pourparlers.claims.groups import group
from pourparlers.claims.positions.standing import looks_on
from pourparlers.claims.speech.speakers import Speakers
from pourparlers.model.annotated import Token
from pourparlers.model.claim import Agent, Event
from pourparlers.model.mention import Mention
from pourparlers.model.text import Span

_AT = frozenset(("à", "au", "en", "aux"))
#: Those on either side, without a name.
_SIDES = frozenset(("belligérants", "camps", "parties", "protagonistes"))
#: How many verbs up from the noun the subject may be: "X a annoncé avoir prolongé la trêve".
_HIGHEST = 5
#: So many at most dispute a breach.
_DISPUTING = 3
#: How far before a verb the text stands that "qui" takes up.
_RELATIVE = 4


def bound_by(context: Context, event: Event, noun: Token | None, earlier: Sequence[Event]) -> tuple[Agent, ...]:
    """Those whom an event binds. noun: that which names the commitment, None where none does. earlier: the events told before it."""
    if stipulated(context, event):
        signed = next((e for e in reversed(earlier) if e.type == "agreement" and len(e.participants) > 1), None)
        return event.participants if signed is None else signed.participants
    if event.type == "violation":
        return tuple(agent for agent in _in_dispute(context, event) if not looks_on(agent.name))
    told = tuple(agent for agent in event.participants if not _stands_aside(context, event, agent))
    acting = () if noun is None else _acting(context, noun)
    if len(acting) > 1 or not told:
        return acting or told
    return told


def _in_dispute(context: Context, event: Event) -> tuple[Agent, ...]:
    """Those whose truce was broken: the participants of the breach, where its sentence names any of them, else those whom it names."""
    sentence = context.annotated.sentence_at(event.trigger.start)
    near = () if sentence is None else context.mentions.within(sentence.span)
    if not near or any(m.actor == agent.actor for m in near for agent in event.participants):
        accusers = (agent for link in event.attribution if link.verb.startswith("accuser") for agent in link.agents if agent.actor is not None)
        return tuple(dict.fromkeys((*event.participants, *accusers)))
    outer = [m for m in near if not any(m.span != o.span and o.span.covers(m.span) for o in near)]
    named = [m for m in outer if m.form != "adjective" and not any(p.span.overlaps(m.span) for p in context.mentions.places)]
    return tuple(dict.fromkeys(context.agent(m) for m in named[:_DISPUTING])) or event.participants


def stipulated(context: Context, event: Event) -> bool:
    """True for what a text lays down: "le texte prévoit un retrait"."""
    annotated = context.annotated
    token = annotated.token_at(event.trigger.start)
    if token is None:
        return False
    for verb in islice(annotated.ancestors(token), _HIGHEST):
        if verb.lemma in group("laying_down") and is_predicate(annotated, verb):
            head = subject(annotated, verb)
            near = annotated.tokens[max(annotated.sentences[verb.sentence].first, verb.i - _RELATIVE) : verb.i]
            relative = any(t.lower == "qui" for t in near) and any(t.lemma in group("texts") for t in near)  # "l'application du texte, qui prévoit"
            return relative or (head is not None and head.lemma in group("texts"))
    return False


def _acting(context: Context, noun: Token) -> tuple[Agent, ...]:
    """The subjects of the verb that makes a noun binding: "les deux camps ont annoncé avoir prolongé la trêve"."""
    annotated = context.annotated
    for verb in islice(annotated.ancestors(noun), _HIGHEST):
        infinitive = any(t.has("VerbForm=Inf") for t in annotated.dependents(verb, "aux"))  # "annoncent avoir prolongé": its subject stands above
        if verb.lemma in group("binding") and is_predicate(annotated, verb) and not infinitive:
            head = subject(annotated, verb)
            if head is None or head.i == noun.i or head.i > verb.i:
                return ()
            return _agents(context, conjuncts(annotated, head))
    return ()


def _agents(context: Context, heads: Sequence[Token]) -> tuple[Agent, ...]:
    """Those known to the document, and parties without a name ("les parties au conflit")."""
    speakers = Speakers(context)
    found = (
        agent for head in heads for agent in speakers.agents(head) if agent.actor is not None or (head.lower in _SIDES and agent.name != head.text)
    )
    return tuple(dict.fromkeys(found))


def _stands_aside(context: Context, event: Event, agent: Agent) -> bool:
    """True for one who only asks for it or has it negotiated, and for a town that is named as the place of it."""
    sentence = context.annotated.sentence_at(event.trigger.start)
    span = event.evidence.span if sentence is None else sentence.span
    mentions = [m for m in context.mentions.within(span) if m.actor == agent.actor]
    return bool(mentions) and all(_is_place(context, m, span) or _asks(context, m) for m in mentions)


def _is_place(context: Context, mention: Mention, span: Span) -> bool:
    first = context.annotated.token_at(mention.span.start)
    before = None if first is None or first.start <= span.start else context.annotated.tokens[first.i - 1]
    return before is not None and before.lower in _AT and any(p.span.overlaps(mention.span) for p in context.mentions.places)


def _asks(context: Context, mention: Mention) -> bool:
    """True behind "réclamé par", "parrainé par", also for the second of two."""
    annotated = context.annotated
    token = annotated.tokens[mention.head]
    return any(t.lemma in group("sought") and t.has("VerbForm=Part") and t.i < token.i for t in islice(annotated.ancestors(token), 3))
