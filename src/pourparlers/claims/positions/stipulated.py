"""Clauses told under the name of their accord: "aux termes du protocole, l'armée se retirera et les milices rendront leurs armes"."""

from collections.abc import Iterator

from pourparlers.claims.positions.candidate import Candidate
from pourparlers.claims.positions.extents import span_of
from pourparlers.claims.positions.matter import about_of
from pourparlers.claims.positions.texts import kind_of
from pourparlers.claims.verbs import mood_and_tense_by_form, verb_group
from pourparlers.model.annotated import Annotated, Sentence, Token

#: Words that open what an accord lays down, and how many words may stand before its noun.
_OPENING = frozenset(("termes", "vertu", "conformément", "selon"))
_NEAR = 6
#: How far behind its noun the comma may stand.
_NAME = 12
_SHORTEST = 4
#: So many clauses of one sentence are looked at.
_MOST = 12


def from_stipulations(annotated: Annotated) -> Iterator[Candidate]:
    """The clauses that sentences tell under the name of an accord at their head, in order."""
    for sentence in annotated.sentences:
        deal = _deal(annotated, sentence)
        if deal is not None:
            yield from _clauses(annotated, sentence, deal)


def _deal(annotated: Annotated, sentence: Sentence) -> Token | None:
    """The noun of the accord at the head of a sentence: "accord" in "aux termes de l'accord,"."""
    opening = annotated.tokens[sentence.first : min(sentence.first + 3, sentence.last)]
    if not any(t.lower in _OPENING for t in opening):
        return None
    near = annotated.tokens[sentence.first : min(sentence.first + _NEAR, sentence.last)]
    return next((t for t in near if kind_of(t) == "deal"), None)


def _clauses(annotated: Annotated, sentence: Sentence, deal: Token) -> Iterator[Candidate]:
    near = annotated.tokens[deal.i : min(deal.i + _NAME, sentence.last)]
    comma = next((t.i for t in near if t.text == ","), None)
    if comma is None:
        return
    first = comma + 1
    for last in _ends(annotated, sentence, first):
        verb = next((t for t in annotated.tokens[first:last] if _binds(annotated, t)), None)
        if verb is not None and last - first >= _SHORTEST:
            span = span_of(annotated, first, last)
            yield Candidate("accepts", span, about_of(annotated, span, verb), deal, "clause:text", text=True)
        first = last + 1


def _ends(annotated: Annotated, sentence: Sentence, first: int) -> Iterator[int]:
    """Where the clauses end: at a comma or "et" behind a verb in the future before another."""
    binding = [t.i for t in annotated.tokens[first : sentence.last] if _binds(annotated, t)]
    told = False
    for token in annotated.tokens[first : sentence.last]:
        told = told or token.i in binding[:_MOST]
        if told and (token.text == "," or token.lower == "et") and binding[-1] > token.i:
            yield token.i
            told = False
    yield sentence.last


def _binds(annotated: Annotated, token: Token) -> bool:
    """True for a verb in the future, and for "doit" with its infinitive."""
    future = mood_and_tense_by_form(token.lower) == ("indicative", "future") and token.pos in ("VERB", "AUX")
    return (future and verb_group(annotated, token).finite) or token.lower in ("doit", "doivent")
