"""Whose a text is: the author of a plan, the signatories of a deal."""

from collections.abc import Iterator

from pourparlers.claims.clauses import clause_head, subjects
from pourparlers.claims.context import Context
from pourparlers.claims.particles import OF_THE
from pourparlers.claims.positions.extents import reach
from pourparlers.claims.positions.texts import kind_of, put_forward_by
from pourparlers.model.annotated import Annotated, Token

#: How far behind the noun of a deal "entre" may stand.
_NEAR = 8
#: Words behind the parties of a deal that open its matter.
_MATTER = frozenset(("sur", "pour", "afin", "visant", "qui", "prévoyant", "concernant"))


def owners(context: Context, noun: Token) -> Iterator[Token]:
    """The words that name the parties of a text, as far as the passage of its noun tells."""
    yield from _between(context, noun) or _owners(context.annotated, noun)


def _between(context: Context, noun: Token) -> tuple[Token, ...]:
    """The heads of the actors named behind "entre": "un accord de trêve entre le roi et le front". Empty where there is no "entre"."""
    annotated = context.annotated
    verb = annotated.tokens[noun.head]
    far = verb.i if noun.dep == "nsubj:pass" and verb.i > noun.i else noun.i
    near = annotated.tokens[noun.i + 1 : far + 1 + _NEAR]
    between = next((t for t in near if t.lower == "entre" and t.sentence == noun.sentence), None)
    if between is None:
        return ()
    behind = annotated.tokens[between.i + 1 : reach(annotated, between.i + 1)]
    end = next((i for i, t in enumerate(behind) if t.lower in _MATTER), len(behind))
    behind = behind[:end]
    heads = [t for t in behind if (m := context.mentions.headed(t.i)) is not None and m.form != "pronoun"]
    covered = [context.mentions.headed(t.i) for t in heads]
    return tuple(t for t in heads if not any(m is not None and m.head != t.i and m.span.covers(t.span) for m in covered))


def _owners(annotated: Annotated, noun: Token) -> Iterator[Token]:
    """ "le plan américain", "le plan de la Ligue", "le roi et le front ont signé un accord", "la médiatrice a présenté un plan"."""
    for token in annotated.dependents(noun, "nmod", "amod"):
        if kind_of(noun) == "plan" and (token.pos == "ADJ" or token.text[:1].isupper()) and _of(annotated, token):
            yield token
    if kind_of(noun) == "plan":
        yield from _author(annotated, noun)
    if kind_of(noun) == "deal":
        governor = clause_head(annotated, noun)
        yield from subjects(annotated, governor) if governor.i != noun.i and noun.dep.startswith(("obj", "obl")) else ()
        return
    author = put_forward_by(annotated, noun)
    if author is not None:
        yield author


def _author(annotated: Annotated, noun: Token) -> Iterator[Token]:
    """The name behind "de" in the noun phrase of a plan, where the parser hangs it elsewhere: "le plan de paix controversé de Pierre Morel"."""
    for token in annotated.tokens[noun.i + 1 : noun.i + _NEAR]:
        if token.pos in ("VERB", "AUX", "PUNCT") and not token.has("VerbForm=Part"):
            return
        if token.pos == "PROPN" and annotated.tokens[token.i - 1].lower in ("de", "du", "des", "d'", "d’", "m."):
            yield token
            return


def _of(annotated: Annotated, token: Token) -> bool:
    """True for a complement in "de", or one without a preposition."""
    return all(c.lower in OF_THE for c in annotated.dependents(token, "case"))
