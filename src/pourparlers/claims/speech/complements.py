"""What a reporting verb governs where it stands: a clause, an infinitive, a noun, a noun after a preposition, an attribute."""

from pourparlers.claims.particles import OF, THAT
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
#: What a verb governs without a preposition or a conjunction.
_PLAIN = frozenset(("obj", "inf", "attr", "quote"))
#: A clause may begin that many words after its verb: "a déclaré jeudi à la presse, à l'issue de la réunion, que".
_FAR = 25
#: A preposition belongs to its verb when it stands that near: "a fait état la veille de".
_NEAR = 6
#: What leads to where, when, how or to whom something was said: "a dit à la presse", "a assuré dans une vidéo".
_CIRCUMSTANCES = frozenset(
    (
        "à",
        "au",
        "aux",
        "après",
        "auprès",
        "avant",
        "dans",
        "depuis",
        "devant",
        "dès",
        "durant",
        "en",
        "face",
        "lors",
        "par",
        "pendant",
        "pour",
        "selon",
        "sur",
    )
)
#: "de son côté", "en effet", "ce week-end", "cette semaine", "la semaine dernière".
_OWN, _SIDES = frozenset(("son", "sa", "leur")), frozenset(("côté", "part"))
_WHEN = frozenset(
    (
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "semaine",
        "week-end",
        "matin",
        "soir",
        "mois",
        "année",
        "jour",
        "nuit",
    ),
)
#: What may follow such a word: "vendredi soir", "la semaine dernière".
_WHEN_ELSE = _WHEN | {"après-midi", "matinée", "soirée", "dernier", "dernière", "même"}


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
        found |= _opening_words(after)
        found |= _opening_words(after[_circumstance_end(after) :]) & (_PLAIN | {"colon"})
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


def _opening_words(after: tuple[Token, ...]) -> set[str]:
    """What the first word tells, and the first within a quotation mark: "s'est dit « optimiste »"."""
    if not after:
        return set()
    first = _first_word(after)
    return {first, *({_first_word(after[1:])} & _PLAIN if first == "quote" and len(after) > 1 else ())}


def _circumstance_end(after: tuple[Token, ...]) -> int:
    """How many words behind a verb tell where, when or to whom something was said: "a assuré dans une vidéo | être prête"."""
    at = 0
    while at < len(after):
        end = _phrase_end(after, at)
        if end == at:
            return at
        at = end
    return at


def _phrase_end(after: tuple[Token, ...], at: int) -> int:
    """The word behind an adverb, a comma, a time, or a preposition with its noun that begins at word `at`; `at` itself for anything else."""
    word = after[at]
    if (word.pos == "ADV" and word.lower not in _NEGATIONS) or word.text == ",":
        return at + 1
    of_own = word.lower in OF and any(t.lower in _OWN for t in after[at + 1 : at + 2]) and any(t.lower in _SIDES for t in after[at + 2 : at + 3])
    noun = next((i for i in range(at, min(len(after), at + _NEAR)) if after[i].pos in ("NOUN", "PROPN")), None)
    timed = noun is not None and after[noun].lower in _WHEN and all(t.pos in ("DET", "ADJ", "NUM") for t in after[at:noun])
    if noun is None or not (of_own or timed or word.lower in _CIRCUMSTANCES) or any(t.pos in ("VERB", "AUX", "PUNCT") for t in after[at:noun]):
        return at
    end = noun + 1
    while end < len(after) and (after[end].lower in _WHEN_ELSE if timed else after[end].pos in ("ADJ", "PROPN", "NUM")):
        end += 1
    return end


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
