"""Which quotations are somebody's words: not names, titles of works and papers, section heads, or scare quotes."""

import re
from collections.abc import Sequence

from pourparlers.claims.clauses import is_dictated
from pourparlers.claims.particles import THAT
from pourparlers.claims.speech.scene import in_head
from pourparlers.model.annotated import Annotated, Answer, Question, Quotation, Token
from pourparlers.model.text import Span

_WORD = re.compile(r"\w+")
#: Quotations of fewer words are statements only when they are sentences.
_FEWEST = 4
_BEFORE_SEVERAL = frozenset(("aux", "des"))
_BEFORE_NAMES = frozenset(("le", "la", "les", "l'", "l’", "du", "de", "des", "au", "un", "une"))


def spoken(annotated: Annotated) -> tuple[Quotation, ...]:
    """The quotations that count as statements, in order."""
    return tuple(q for q in annotated.quotations if is_spoken(annotated, q))


def is_spoken(annotated: Annotated, quotation: Quotation) -> bool:
    """True for at least four words (elided "d'" counted), or a full sentence, that is no name and no section head."""
    if isinstance(quotation, Question):
        return False
    if isinstance(quotation, Answer):
        return word_count(annotated, quotation.inner) >= _FEWEST
    words = word_count(annotated, quotation.inner)
    sentence = annotated.sentence_at(quotation.inner.start)
    if _is_heading(annotated, quotation) or (sentence is not None and in_head(annotated, sentence)):
        return False
    if _is_dictated(annotated, quotation):
        return False
    if words < _FEWEST:
        return words >= 2 and _is_sentence(annotated, quotation)
    return not _is_name(annotated, quotation)


def word_count(annotated: Annotated, span: Span) -> int:
    """How many words stand in a span, "d'" and "l'" counted."""
    return len(_WORD.findall(annotated.document.quote(span)))


def _is_sentence(annotated: Annotated, quotation: Quotation) -> bool:
    """A finite verb with a subject of its own, closed by a mark or a comma: "Nous refusons"."""
    tokens = annotated.tokens_in(quotation.inner)
    verbs = [t for t in tokens if t.has("VerbForm=Fin")]
    return bool(verbs) and any(t.dep.startswith(("nsubj", "expl:subj")) for t in tokens) and tokens[0].text[:1].isupper()


def _is_heading(annotated: Annotated, quotation: Quotation) -> bool:
    """A line that holds nothing else but dashes: '- "Jamais je n'ai eu aussi peur" -'."""
    text, outer = annotated.document.text, quotation.outer
    start = text.rfind("\n", 0, outer.start) + 1
    end = text.find("\n", outer.end)
    around = text[start : outer.start] + text[outer.end : end if end >= 0 else len(text)]
    return bool(around.strip()) and not around.strip(" -–—*")


def _is_name(annotated: Annotated, quotation: Quotation) -> bool:
    """Words without a verb that are mostly capitalised, or begin with a capital after a determiner: le "Mouvement du renouveau national"."""
    inside = annotated.tokens_in(quotation.inner)
    tokens = [t for t in inside if t.pos not in ("PUNCT", "ADP", "DET", "CCONJ")]
    if not tokens or has_verb(annotated, quotation):
        return False
    before = annotated.token_at(quotation.outer.start - 2) if quotation.outer.start > 1 else None
    if before is not None and before.lower in _BEFORE_SEVERAL and word_count(annotated, quotation.inner) <= _FEWEST and not _judges(inside):
        return True  # des "escadrons de la mort"
    named = before is not None and before.lower in _BEFORE_NAMES and inside[0].text[:1].isupper()
    return named or sum(t.text[:1].isupper() for t in tokens) > 0.6 * len(tokens)


def _is_dictated(annotated: Annotated, quotation: Quotation) -> bool:
    """True for the words in "exige que la Ligue déclare que « la trêve est finie »", which nobody has said."""
    inside = annotated.tokens_in(quotation.outer)
    lead = [] if not inside else [t for t in annotated.tokens[max(0, inside[0].i - 2) : inside[0].i] if t.lower not in THAT]
    return bool(lead) and is_dictated(annotated, lead[-1])


def _judges(words: Sequence[Token]) -> bool:
    """True when an adjective or a participle says what somebody thinks of it: des "actes de barbarie inouïs"."""
    return any(t.pos == "ADJ" or t.has("VerbForm=Part") for t in words)


def has_verb(annotated: Annotated, quotation: Quotation) -> bool:
    """True when a finite verb stands in a quotation."""
    return any(t.has("VerbForm=Fin") or t.pos == "AUX" for t in annotated.tokens_in(quotation.inner))
