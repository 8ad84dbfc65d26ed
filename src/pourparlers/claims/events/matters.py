"""Whom or what the verb of an event names: the prisoners who are freed, the drone that is shot down, what is refused, promised or threatened."""

from collections.abc import Sequence

from pourparlers.claims.clauses import phrase_span, trimmed
from pourparlers.claims.context import Context
from pourparlers.claims.events.drafts import Draft
from pourparlers.claims.particles import OF
from pourparlers.model.annotated import Token
from pourparlers.model.claim import SPOKEN
from pourparlers.model.text import Span

#: Events whose line tells little without them, by type or by finer kind.
_TOLD_WITH = SPOKEN | {"agreement.adopted", "aid", "attack.abduction", "attack.killing", "exchange", "interception", "sanction", "vote"}
#: An ultimatum has a day rather than an object.
_DATED = "threat.deadline"
#: What goes before the infinitive of what is refused or promised.
_MARKS = OF | {"à", "pour"}
_PARTED = frozenset((",", ";", ":", "(", "«", "–", "—"))
#: What stands before a number, beside articles.
_ABOUT = frozenset((("au", "moins"), ("moins", "de"), ("plus", "de"), ("près", "de")))
#: Words that open a phrase, and end none.
_OPENING = frozenset(("ADP", "DET"))
#: Shorter words tell nothing ("le faire").
_SHORTEST = 8


def matter_of(context: Context, draft: Draft) -> Span | None:
    """The words for it, in the sentence that tells the event; None for events told by a noun, where nothing is named, or only who takes part."""
    kind = draft.kind
    if draft.hit.group is None or _TOLD_WITH.isdisjoint((kind.type, kind.kind)) or kind.kind == _DATED:
        return None
    named = None if kind.type == "agreement" else _named(context, draft)
    found = named or _clause(context, draft.hit.head)
    return found if found is not None and found.end - found.start >= _SHORTEST else None


def _named(context: Context, draft: Draft) -> Span | None:
    """The object of an active verb, the subject of a passive one: not a time, nor whoever is spoken to or takes part."""
    head, passive = draft.hit.head, draft.hit.passive
    noun = next((t for t in context.annotated.dependents(head, "nsubj" if passive else "obj") if t.pos in ("NOUN", "PROPN")), None)
    if noun is None or (noun.i < head.i) is not passive or noun.lemma == draft.kind.type or noun.i in draft.hit.words:  # "recouvrer la liberté"
        return None
    mention = context.mentions.headed(noun.i)
    if mention is not None and (draft.kind.type in SPOKEN or any(context.agent(mention).name == agent.name for agent in draft.participants)):
        return None
    found = phrase_span(context.annotated, noun)
    times = context.times_in(found)
    if any(time.span.covers(noun.span) for time in times):
        return None
    tokens = context.annotated.tokens_in(Span(found.start, min((t.span.start for t in times if t.span.start > noun.start), default=found.end)))
    while tokens and times and tokens[-1].pos in _OPENING:
        tokens = tokens[:-1]
    return trimmed(context.annotated, Span(tokens[0].start, tokens[-1].end)) if _is_whole(tokens) else None


def _is_whole(tokens: Sequence[Token]) -> bool:
    """True for a phrase with its article or number and its last noun, which is no clause and points at nothing said before ("ces exigences")."""
    first, last = tokens[0], tokens[-1]
    counted = tuple(t.lower for t in tokens[:2]) in _ABOUT
    opens = counted or first.pos in ("NUM", "PROPN") or (first.pos == "DET" and not first.has("PronType=Dem"))
    return opens and last.pos not in _OPENING and not any(t.has("VerbForm=Fin") for t in tokens)


def _clause(context: Context, head: Token) -> Span | None:
    """The infinitive that depends on a verb, or its clause with "que", up to the first mark or the next clause."""
    annotated = context.annotated
    verb = next((t for t in annotated.dependents(head, "xcomp", "ccomp") if t.i > head.i and t.pos == "VERB"), None)
    if verb is None or any(t.text in _PARTED for t in annotated.tokens[head.i + 1 : verb.i]):
        return None
    tokens = annotated.subtree(verb)
    joined = {t.i for other in annotated.dependents(verb, "conj") for t in annotated.dependents(other, "cc")}
    end = next((t.i for t in annotated.tokens[verb.i : tokens[-1].i] if t.text in _PARTED or t.i in joined), tokens[-1].i + 1)
    kept = [t for t in tokens if head.i < t.i < end and (t.i > verb.i or t.lower not in _MARKS)]
    return trimmed(annotated, Span(kept[0].start, kept[-1].end)) if kept else None
