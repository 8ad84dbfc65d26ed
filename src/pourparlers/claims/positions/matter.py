"""What the thing of a position is about: by its own words, or by what it refers to ("ce plan", "ces exigences")."""

import re

from pourparlers.claims.positions.extents import words_in
from pourparlers.claims.positions.issues import About, classify, topic
from pourparlers.claims.positions.texts import kind_of, texts
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span

DEMONSTRATIVES = frozenset(("ce", "cet", "cette", "ces", "celui-ci", "celle-ci", "ceux-ci", "celles-ci", "cela", "tel", "telle", "telles", "tels"))
_CLITICS = frozenset(("le", "la", "l'", "l’", "les", "y", "en"))
#: Issues whose thing is talking rather than a point at stake.
TALKS = frozenset(("meeting", "settlement"))
#: A matter told in so many words names nothing else.
_BARE = 5
#: Issues of what is done to a text or about it: the text tells the matter.
_OF_TEXTS = frozenset(("withdrawal",))
_TROOPS = frozenset(("armée", "force", "militaire", "soldat", "troupe"))
#: A document's topic of such a weight is that of any deal in it.
_DOMINANT = 20
#: What opens a circumstance in a thing: the issue is told before it ("des explications avant de possibles sanctions").
_CIRCUMSTANCE = re.compile(r"(?<=\w)[\s,]+(?:avant|après|sans|malgré|face)\b", re.IGNORECASE)


def about_of(annotated: Annotated, span: Span, anchor: Token) -> About | None:
    """The issue of a thing by its own words; by what stands around it and the document's topic when it is a mere reference ("ce plan",
    "ces exigences") or leaves or reopens a text ("le retrait du traité")."""
    text = annotated.document.quote(span)
    own = classify([_CIRCUMSTANCE.split(text, maxsplit=1)[0] or text])
    if own is not None and not (own.guide in _OF_TEXTS and _of_a_deal(annotated, span)):
        return own
    if _refers(annotated, span):
        return referred(annotated, anchor) or own
    main = topic(annotated.document.text)
    return main if main is not None and main.weight >= _DOMINANT and _of_a_deal(annotated, span) else own


def referred(annotated: Annotated, anchor: Token) -> About | None:
    """What a reference is about: the point at stake in its sentence or the one before, else the document's topic, else whatever stands there."""
    near, main = classify(around(annotated, anchor)), topic(annotated.document.text)
    if near is not None and near.issue not in TALKS and (near.guide != "other" or main is None):
        return near
    return main or near


def _refers(annotated: Annotated, span: Span) -> bool:
    """True for a thing that stands for another: a demonstrative, a clitic before an infinitive ("le rejeter"), the noun of a text."""
    first = annotated.token_at(span.start)
    if first is None:
        return False
    clitic = first.lower in _CLITICS and first.pos == "PRON"
    return clitic or first.lower in DEMONSTRATIVES or _names_a_text(annotated, span)


def _of_a_deal(annotated: Annotated, span: Span) -> bool:
    """True for a thing that names a deal whose matter is told elsewhere: "la renégociation de ce traité"."""
    words = annotated.tokens_in(span)
    return any(kind_of(t) == "deal" for t in words) and not any(t.lemma in _TROOPS for t in words)


def _names_a_text(annotated: Annotated, span: Span) -> bool:
    """True for a thing that is a plan or a deal whose matter is told elsewhere, or a matter named in few words."""
    head = next((t for t in annotated.tokens_in(span) if t.pos == "NOUN"), None)
    kind = None if head is None else texts().get(head.lemma)
    return kind in ("deal", "plan") or (kind == "matter" and words_in(annotated.document.quote(span)) <= _BARE)


def around(annotated: Annotated, token: Token) -> tuple[str, ...]:
    """What may tell the issue of a thing that does not tell it itself: its sentence, then the one before it."""
    sentence = annotated.sentences[token.sentence]
    before = annotated.sentences[sentence.i - 1] if sentence.i else sentence
    return tuple(annotated.document.quote(s.span) for s in (sentence, before))
