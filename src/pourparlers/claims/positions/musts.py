"""What speakers say others must do: "les troupes doivent se retirer", "il faut une trêve", as demands of whoever says so."""

from collections.abc import Iterator, Sequence

from pourparlers.claims.clauses import own_subject
from pourparlers.claims.positions.candidates import Candidate
from pourparlers.claims.positions.extents import infinitive_at, reach, span_of
from pourparlers.claims.positions.issues import classify
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span

#: Forms of "devoir" that lay something on others; past ones ("a dû", "devait") tell what happened or was planned.
_MUST = frozenset(("doit", "doivent", "devra", "devront", "devrait", "devraient"))
#: Forms that tell plans as well: "les ministres doivent se rencontrer vendredi".
_PLANS_TOO = frozenset(("doit", "doivent"))
_NEEDS = frozenset(("faut", "faudra", "faudrait"))
_FIRST_PERSON = frozenset(("je", "j'", "nous", "on"))
#: Weight of an issue below which a duty is no matter of negotiation.
_AT_STAKE = 2
#: Words before the duty that may belong to its subject.
_WIDEST = 25


def from_duties(annotated: Annotated, spoken: Sequence[Span]) -> Iterator[Candidate]:
    """The duties that statements lay on others, in order. spoken: the passages of the statements."""
    for span in spoken:
        for token in annotated.tokens_in(span):
            found = _duty(annotated, token, span)
            if found is not None:
                about = classify([annotated.document.quote(found)])
                planned = about is not None and about.guide == "meeting" and token.lower in _PLANS_TOO
                if about is not None and about.weight >= _AT_STAKE and not planned:
                    yield Candidate("demands", found, about, token, f"duty:{token.lower}", spoken=True)


def _duty(annotated: Annotated, token: Token, said: Span) -> Span | None:
    """The passage of a duty: with its subject for "devoir", what is needed for "falloir"."""
    if token.lower in _NEEDS:
        return _within(annotated, token.i + 1, reach(annotated, token.i + 1), said) if token.i + 1 < len(annotated.tokens) else None
    if token.lower not in _MUST or infinitive_at(annotated, token.i + 1) is None:
        return None
    subject = own_subject(annotated, token) or own_subject(annotated, annotated.tokens[token.head])
    if subject is None or subject.i > token.i or subject.lower in _FIRST_PERSON:
        return None
    first = annotated.subtree(subject)[0]
    if token.i - first.i > _WIDEST or first.sentence != token.sentence:
        return None
    return _within(annotated, first.i, reach(annotated, token.i + 1), said)


def _within(annotated: Annotated, first: int, last: int, said: Span) -> Span | None:
    tokens = [t for t in annotated.tokens[first:last] if said.covers(t.span)]
    return span_of(annotated, tokens[0].i, tokens[-1].i + 1) if len(tokens) > 1 else None
