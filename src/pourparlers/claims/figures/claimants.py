"""Who asserts a figure: whoever tells its passage, the number before it in one list, or the party whose proposal it belongs to."""

from collections.abc import Sequence

from pourparlers.claims.context import Context
from pourparlers.claims.figures.sources import source_of
from pourparlers.claims.figures.tallies import teller_of
from pourparlers.claims.positions.candidate import Candidate
from pourparlers.claims.positions.candidates import from_cues
from pourparlers.claims.positions.parties import parties
from pourparlers.claims.speech.speakers import Speakers
from pourparlers.claims.voices import Voices
from pourparlers.model.claim import Agent, Attribution, Figure
from pourparlers.model.mention import Quantity
from pourparlers.model.text import Span

#: Ways of telling that hold for their whole sentence, whichever part of it the passage was found to be.
_FOR_THE_SENTENCE = frozenset(("selon", "d'après", "d’après", "à en croire"))


def attribution_of(context: Context, voices: Voices, speakers: Speakers, quantity: Quantity, before: Figure | None) -> tuple[Attribution, ...]:
    """The chain of tellers of a quantity. speakers: those of the document. before: the figure told just before it in the document."""
    told = voices.at(quantity.span)
    sentence = context.annotated.sentence_at(quantity.span.start)
    if told or sentence is None or voices.is_known(quantity.span):
        return told
    if before is not None and _takes_up(context, before, quantity):
        return before.attribution
    if (
        before is not None
        and before.attribution
        and sentence.span.covers(before.evidence.span)
        and _quoted_alike(context, before.evidence.span, quantity.span)
    ):
        return before.attribution
    wide = _sentence_wide(voices, sentence.span, quantity.span)
    return wide or teller_of(context, speakers, quantity) or source_of(context, speakers, quantity)


def _takes_up(context: Context, before: Figure, quantity: Quantity) -> bool:
    """True for a number that opens the next sentence and counts more of the same ("Plus de cinq mille sont partis"): its source is that of the
    number before it."""
    sentence, own = context.annotated.sentence_at(before.evidence.start), context.annotated.sentence_at(quantity.span.start)
    if sentence is None or own is None or own.i != sentence.i + 1 or own.start != quantity.span.start or any(c.isalpha() for c in quantity.what):
        return False
    return context.annotated.quotation_at(before.evidence.start) is None and context.annotated.quotation_at(quantity.span.start) is None


def _quoted_alike(context: Context, left: Span, right: Span) -> bool:
    """True when two passages stand in one quotation, or neither in one: what follows a quotation is not its speaker's."""
    return context.annotated.quotation_at(left.start) == context.annotated.quotation_at(right.start)


def _sentence_wide(voices: Voices, sentence: Span, quantity: Span) -> tuple[Attribution, ...]:
    """ "Selon l'armée, …": the source that the sentence names before the number, though the parser cut the passage short."""
    for voice in reversed(voices.passages):
        said = voice.chain[-1] if voice.chain else None
        if (
            said is not None
            and said.verb in _FOR_THE_SENTENCE
            and sentence.start <= voice.span.start < quantity.start
            and voice.span.end <= quantity.start
        ):
            return voice.chain
    return ()


def proposer_of(context: Context, span: Span) -> tuple[Attribution, ...]:
    """The party that proposes or asks for a stretch of time: "la junte a proposé une transition de trois ans"."""
    for candidate in from_cues(context.annotated):
        if candidate.span.covers(span):
            return tuple(Attribution(p, candidate.rule.split(":")[1], candidate.anchor.start, candidate.anchor.end) for p in _one(context, candidate))
    return ()


def _one(context: Context, candidate: Candidate) -> Sequence[Agent]:
    found = parties(context, (), candidate)
    return found if len(found) == 1 else ()
