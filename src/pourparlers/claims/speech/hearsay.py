"""The reported conditional: "l'armée aurait repris la ville", told by nobody who is named."""

from itertools import pairwise

from pourparlers.claims.clauses import clause_span
from pourparlers.claims.particles import THAT
from pourparlers.claims.speech.speakers import UNNAMED
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.claim import Attribution
from pourparlers.model.text import Span

VERB = "conditionnel"
#: A conditional of these tells what may, must or should be, not what is said to be.
_MODAL = frozenset(("pouvoir", "devoir", "falloir", "vouloir", "aimer", "souhaiter", "préférer"))
_CONDITIONS = frozenset(("si", "sinon", "quand", "cas"))
#: "s'il", not "s'apprêtait".
_ELIDED, _THEY = frozenset(("s'", "s’")), frozenset(("il", "ils"))


def hearsay(annotated: Annotated) -> list[tuple[Span, Attribution]]:
    """The clauses of a document in the reported conditional, in order, told by an unnamed teller."""
    found: list[tuple[Span, Attribution]] = []
    for sentence in annotated.sentences:
        tokens = annotated.sentence_tokens(sentence)
        if _is_conditional(tokens):
            continue
        told = [t for t in tokens if t.pos in ("VERB", "AUX", "ADJ", "NOUN") and _is_reported(annotated, t)]
        found += [(clause_span(annotated, t), Attribution(UNNAMED, VERB, t.start, t.end)) for t in told]
    return found


def _is_conditional(tokens: tuple[Token, ...]) -> bool:
    """True for a sentence that sets a condition, so that its conditional reports nothing."""
    elided = any(t.lower in _ELIDED and after.lower in _THEY for t, after in pairwise(tokens))
    return elided or any(t.lower in _CONDITIONS for t in tokens)


def _is_reported(annotated: Annotated, token: Token) -> bool:
    """A perfect conditional ("aurait fui"), or a passive or attributive "serait", outside a subordinate clause where it is a future of the past."""
    helpers = tuple(annotated.dependents(token, "aux", "cop"))
    if not helpers or token.lemma in _MODAL or any(h.lemma in _MODAL for h in helpers):
        return False
    group = verb_group(annotated, token)
    if group.mood != "conditional" or group.modal is not None or _is_future_of_past(annotated, token):
        return False
    return group.perfect or group.passive or any(h.dep == "cop" for h in helpers)


def _is_future_of_past(annotated: Annotated, token: Token) -> bool:
    marks = [t.lower for t in annotated.dependents(token, "mark")]
    return any(m in THAT for m in marks) or token.dep.startswith("ccomp")
