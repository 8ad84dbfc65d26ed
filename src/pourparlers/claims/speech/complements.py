"""What a reporting verb governs where it stands: a clause, an infinitive, a noun, a noun after a preposition, an attribute."""

from pourparlers.claims.particles import THAT
from pourparlers.model.annotated import Annotated, Token

_CLAUSE_WORDS = frozenset(("que", "qu'", "qu’", "si", "s'", "comment", "pourquoi", "combien"))
_PREPOSITIONS = {
    "de": "de",
    "d'": "de",
    "d’": "de",
    "du": "de",
    "des": "de",
    "à": "à",
    "au": "à",
    "aux": "à",
    "contre": "contre",
    "sur": "sur",
    "pour": "pour",
}
#: "a dit ne pas vouloir": a negated infinitive hangs on what reports it, whatever stands between them.
_NEGATIONS = frozenset(("ne", "n'", "n’", "pas", "plus", "rien", "jamais"))
_OPENING = frozenset('"«“:')
#: A clause may begin that many words after its verb: "a déclaré jeudi à la presse, à l'issue de la réunion, que".
_FAR = 25
#: A preposition belongs to its verb when it stands that near: "a fait état la veille de".
_NEAR = 6


def complements(annotated: Annotated, verb: Token, last: int) -> frozenset[str]:
    """What stands after a verb whose words end with token `last`, in the words of data/fr/reporting.yaml: que, inf, obj, attr, a preposition;
    "quote" for a quotation mark just after it, "colon"."""
    found = {_kind(annotated, child) for child in annotated.dependents(verb) if child.i > last or child.lower in ("l'", "l’", "la", "le", "les")}
    found |= _by_order(annotated, verb, last, may_clause="obj" not in found)
    return frozenset(found - {""})


def _kind(annotated: Annotated, child: Token) -> str:
    relation = child.dep.partition(":")[0]
    if relation in ("ccomp", "xcomp", "advcl", "obj", "obl", "acl", "nmod", "iobj", "conj"):
        marks = [t for t in annotated.dependents(child, "mark", "case") if t.i < child.i]
        infinitive = any(t.has("VerbForm=Inf") for t in (child, *annotated.dependents(child, "aux", "cop")))
        return _of_marks(relation, marks, infinitive)
    return ""


def _of_marks(relation: str, marks: list[Token], infinitive: bool) -> str:
    if marks:
        if marks[0].lower in _CLAUSE_WORDS:
            return "que"
        return _PREPOSITIONS.get(marks[0].lower, "")
    if relation == "obj":
        return "obj"
    if relation == "xcomp" or relation == "ccomp":
        return "inf" if infinitive else "attr"
    return ""


def _by_order(annotated: Annotated, verb: Token, last: int, may_clause: bool) -> set[str]:
    """The first word after the verb tells, and a "que" that comes before any other finite verb."""
    sentence = annotated.sentences[verb.sentence]
    after = annotated.tokens[last + 1 : min(last + 1 + _FAR, sentence.last)]
    found: set[str] = set()
    if after:
        found.add(_first_word(after))
    for token in after:
        if (token.i <= last + _NEAR or token.lower == "comme") and token.lower in _PREPOSITIONS:
            found.add(_PREPOSITIONS[token.lower])
        if token.lower in THAT and may_clause:
            found.add("que")
            break
        if token.has("VerbForm=Inf") and annotated.tokens[token.i - 1].lower in _NEGATIONS:
            found.add("inf")
        if token.has("VerbForm=Fin"):
            break
    return found


def _first_word(after: tuple[Token, ...]) -> str:
    plain = [t for t in after if t.pos != "ADV" and t.text != ","]
    first = plain[0] if plain else after[0]
    if first.text in _OPENING:
        return "colon" if first.text == ":" else "quote"
    if first.lower in _CLAUSE_WORDS:
        return "que"
    if first.lower in _PREPOSITIONS:
        return _PREPOSITIONS[first.lower] if first.lower != "des" else "obj"
    if first.has("VerbForm=Inf"):
        return "inf"
    return {"DET": "obj", "NOUN": "obj", "PROPN": "obj", "NUM": "obj", "ADJ": "attr"}.get(first.pos, "")
