"""What speakers refuse in their own words: "nous ne céderons pas", "pas question de négocier", "une annexion est inacceptable"."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparlers.claims.clauses import own_subject
from pourparlers.claims.particles import OF_THE
from pourparlers.claims.positions.candidate import Candidate
from pourparlers.claims.positions.extents import infinitive_at, reach, span_of
from pourparlers.claims.positions.issues import classify
from pourparlers.claims.verbs import mood_and_tense_by_form, verb_group
from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span

_FIRST_PERSON = frozenset(("nous", "je", "j'", "j’", "on"))
#: Words of a refusal that stand before its first person: "plus jamais nous ne …".
_BEFORE = frozenset(("jamais", "plus", "non", "aucunement"))
#: Words of a subject judged that may be told with the adjective.
_WIDEST = 20
#: Deeds are condemned, not refused: "ces attaques sont inacceptables".
DEEDS = frozenset(("ceasefire",))
#: How many words before a verb or adjective may hold its first person and negation.
_NEAR = 8
_WILL_NOT = frozenset(("va", "vont", "allait", "allaient"))
#: Subjects that stand for somebody named before, not for the speaker.
_RELATIVES = frozenset(("qui", "que", "lequel", "laquelle", "celui", "celle", "ceux", "cela", "ça", "ce", "c'", "c’", "personne", "rien"))
_GOING = frozenset(("vais", "allons", "va"))
_NEGATIONS = frozenset(("pas", "jamais", "plus"))
_NO, _UNTIL = frozenset(("pas", "aucun", "aucune")), frozenset(("tant", "sans", "avant"))
_WILL_BE = frozenset(("aura", "aurait"))
#: Words that make a condition of such a refusal.
_UNLESS = frozenset(("sans", "tant"))
_IS = frozenset(("est", "serait", "sera", "était"))
#: Tags of subjects that name nothing.
_PRONOUNS = frozenset(("PRON", "DET"))


@dataclass(frozen=True, slots=True)
class Refusal:
    """An entry of ``data/fr/refusals.yaml``; the file explains its fields."""

    lemma: str
    shape: str
    example: str


@functools.cache
def _lemmas(shape: str) -> frozenset[str]:
    return frozenset(entry.lemma for entry in load("fr/refusals", Refusal) if entry.shape == shape)


def refusing_adjectives() -> frozenset[str]:
    """The adjectives by which a thing is refused: "inacceptable"."""
    return _lemmas("judgement")


@functools.cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    """The words of the phrases without their last preposition, which may be elided."""
    return tuple(tuple(lemma.split()[:-1]) for lemma in sorted(_lemmas("phrase")))


def from_refusals(annotated: Annotated, spoken: Sequence[Span]) -> Iterator[Candidate]:
    """The refusals that statements tell, in order. spoken: the passages of the statements."""
    for said in spoken:
        for token in annotated.tokens_in(said):
            found = next((span for read in _SHAPES if (span := read(annotated, token)) is not None), None)
            if found is not None and said.covers(found):
                about = classify([annotated.document.quote(found)])
                if token.lower in _WILL_BE and (about is None or not about.at_stake):
                    continue  # "il n'y aura pas de miracle"
                if about is None or about.guide not in DEEDS or token.pos != "ADJ":
                    own = _in_third_person(annotated, token) if _vows(token) else None
                    yield Candidate("rejects", found, about, token, f"refusal:{token.lemma}", spoken=True, own=own)


def _vow(annotated: Annotated, token: Token) -> Span | None:
    """ "nous ne céderons pas un seul village", whole."""
    if token.pos != "VERB" or not _vows(token):
        return None
    group, subject = verb_group(annotated, token), own_subject(annotated, token)
    first = subject is not None and subject.lower in _FIRST_PERSON
    future = mood_and_tense_by_form(token.lower) == ("indicative", "future") or token.has("Tense=Fut") or group.first.lower in _WILL_NOT
    other = _in_third_person(annotated, token)
    if other is not None and group.negated and (future or _would(token)):
        return span_of(annotated, annotated.subtree(other)[0].i, max(token.i + 1, reach(annotated, token.i)))
    if subject is None or not first or not (group.negated and future):
        return _near_vow(annotated, token)
    return _vowed(annotated, token, subject)


def _in_third_person(annotated: Annotated, token: Token) -> Token | None:
    """The subject of a vow by which its speaker may mean himself or his side: "a répété qu'il ne partira pas", "le pays ne cédera rien"."""
    subject = own_subject(annotated, token) if token.pos == "VERB" else None
    told = subject is not None and subject.lower not in _FIRST_PERSON and subject.i < token.i and subject.pos in ("NOUN", "PROPN", "PRON")
    return subject if told and subject is not None and subject.lower not in _RELATIVES else None


def _would(token: Token) -> bool:
    """True for the future of what was said: "a averti qu'il ne céderait pas"."""
    return token.has("Mood=Cnd") or token.lower.endswith(("rait", "raient"))


def _near_vow(annotated: Annotated, token: Token) -> Span | None:
    """ "nous n'allons pas négocier": the nearest first person before a form of "aller" that "ne … pas" negates."""
    before = annotated.tokens[max(annotated.sentences[token.sentence].first, token.i - _NEAR) : token.i]
    going = next((t.i for t in before if t.lower in _GOING), None)
    if going is None or not token.has("VerbForm=Inf") or not {t.lower for t in before} & _NEGATIONS:
        return None
    first = next((t for t in before if t.i < going and t.lower in _FIRST_PERSON), None)
    return None if first is None else _vowed(annotated, token, first)


def _vowed(annotated: Annotated, token: Token, subject: Token) -> Span:
    start = subject.i
    while start > annotated.sentences[token.sentence].first and annotated.tokens[start - 1].lower in _BEFORE:
        start -= 1
    return span_of(annotated, start, max(token.i + 1, reach(annotated, token.i)))


def _vows(token: Token) -> bool:
    """True for a form of a verb of vows; the tagger leaves some futures in -er as they are ("négocierons")."""
    return token.lemma in _lemmas("vow") or any(lemma.endswith("er") and token.lower.startswith(lemma) for lemma in _lemmas("vow"))


def _judgement(annotated: Annotated, token: Token) -> Span | None:
    """ "une annexion est inacceptable", with its subject."""
    if token.lemma not in _lemmas("judgement") and token.lower.removesuffix("s").removesuffix("e") not in _lemmas("judgement"):
        return None
    subject = own_subject(annotated, token)
    if any(t.lemma == "avoir" for t in annotated.dependents(token, "aux")):
        return None  # "le roi a exclu …" is no judgement
    if subject is None or subject.pos in _PRONOUNS or verb_group(annotated, token).negated:
        return None
    first = annotated.subtree(subject)[0]
    return span_of(annotated, first.i, token.i + 1) if 0 < token.i - first.i <= _WIDEST else None


def _phrase(annotated: Annotated, token: Token) -> Span | None:
    """ "de céder les îles" behind "pas question", "il est exclu"."""
    if token.i + 1 >= len(annotated.tokens) or annotated.tokens[token.i + 1].lower not in OF_THE:
        return None
    before = [t.lower for t in annotated.tokens[max(0, token.i - 3) : token.i + 1]]
    told = any(tuple(before[-len(words) :]) == words for words in _phrases())
    return span_of(annotated, token.i + 1, max(token.i + 2, reach(annotated, token.i + 1))) if told else None


def _verdict(annotated: Annotated, token: Token) -> Span | None:
    """ "une annexion serait une déclaration de guerre", with its subject."""
    if token.pos not in ("NOUN", "PROPN") or not annotated.document.text.startswith(tuple(sorted(_lemmas("verdict"))), token.start):
        return None
    near = annotated.tokens[max(annotated.sentences[token.sentence].first, token.i - 4) : token.i]
    copula = next((t for t in reversed(near) if t.lemma == "être" or (t.lower == "comme" and _judged(annotated, t))), None)
    if copula is None or verb_group(annotated, token).negated:
        return None
    subject = own_subject(annotated, token) or own_subject(annotated, copula)
    first = annotated.subtree(subject)[0].i if subject is not None else _clause_begin(annotated, copula)
    if first >= copula.i or token.i - first > _WIDEST:
        return None
    end = next((t.i for t in annotated.tokens[token.i : token.i + _NEAR] if t.pos == "PUNCT"), token.i + 1)
    return span_of(annotated, first, end)


def _judged(annotated: Annotated, comme: Token) -> bool:
    """ "considère l'annexion comme une déclaration de guerre"."""
    before = annotated.tokens[max(annotated.sentences[comme.sentence].first, comme.i - _WIDEST) : comme.i]
    return any(t.lemma in ("considérer", "voir", "percevoir", "interpréter") for t in before)


def _clause_begin(annotated: Annotated, verb: Token) -> int:
    """The index behind the last conjunction before a verb, or of its sentence."""
    first = annotated.sentences[verb.sentence].first
    return max((t.i + 1 for t in annotated.tokens[first : verb.i] if t.lower in ("que", "qu'", "qu’", "mais", "car", ";", ":")), default=first)


def _impossible(annotated: Annotated, token: Token) -> Span | None:
    """ "il n'y a pas de négociation possible", "aucun compromis n'est envisageable"."""
    if token.lemma not in _lemmas("impossible"):
        return None
    before = annotated.tokens[max(annotated.sentences[token.sentence].first, token.i - _NEAR) : token.i]
    none = next((t.i for t in before if t.lower in ("aucun", "aucune") or (t.lower == "pas" and annotated.tokens[t.i + 1].lower in OF_THE)), None)
    if none is None or not any(t.pos == "NOUN" for t in annotated.tokens[none : token.i]):
        return None
    start = next((t.i for t in before if t.lower == "il" and t.i < none), none)
    return span_of(annotated, start, token.i + 1)


def _unfit(annotated: Annotated, token: Token) -> Span | None:
    """ "l'intégrité du pays n'est pas négociable", with its subject."""
    if token.lemma not in _lemmas("unfit") and token.lower.removesuffix("s").removesuffix("e") not in _lemmas("unfit"):
        return None
    subject = own_subject(annotated, token)
    if subject is None or subject.pos in _PRONOUNS or not verb_group(annotated, token).negated:
        return None
    first = annotated.subtree(subject)[0]
    return span_of(annotated, first.i, token.i + 1) if 0 < token.i - first.i <= _WIDEST else None


def _none(annotated: Annotated, token: Token) -> Span | None:
    """ "il n'y aura pas de solution à deux États", "il n'y aura aucune concession"."""
    if token.lower not in _WILL_BE or token.i < 2 or annotated.tokens[token.i - 1].lower != "y":
        return None
    behind = annotated.tokens[token.i + 1 : token.i + 3]
    if not any(t.lower in (*_NEGATIONS, "aucun", "aucune", "ni") for t in behind):
        return None
    sentence = annotated.sentences[token.sentence]
    if any(t.lower in _UNLESS for t in annotated.tokens[sentence.first : sentence.last]):
        return None
    return span_of(annotated, max(sentence.first, token.i - 3), max(token.i + 2, reach(annotated, token.i)))


def _idle(annotated: Annotated, token: Token) -> Span | None:
    """ "négocier maintenant" behind "il serait inutile de"."""
    if token.lemma not in _lemmas("idle") and token.lower not in _lemmas("idle"):
        return None
    before = [t.lower for t in annotated.tokens[max(0, token.i - 4) : token.i]]
    first = token.i + 2
    impersonal = "il" in before and bool(set(before) & _IS) and not set(before) & _NEGATIONS
    if not impersonal or first >= len(annotated.tokens) or annotated.tokens[first - 1].lower not in OF_THE:
        return None
    return span_of(annotated, first, max(first + 1, reach(annotated, first))) if infinitive_at(annotated, first) is not None else None


def _ruled_out(annotated: Annotated, token: Token) -> Span | None:
    """ "pas de trêve" and "aucun retrait" at the head of what is said, before "tant que", "sans", "avant", or alone between its quotation marks."""
    if token.lower not in _NO or not _opens_speech(annotated, token):
        return None
    behind = annotated.tokens[token.i + 1 : min(annotated.sentences[token.sentence].last, token.i + _NEAR)]
    until = next((t.i for t in behind if t.lower in _UNTIL), None) or _end_of_quotation(annotated, token)
    if until is None or until < token.i + 2 or any(t.has("VerbForm=Fin") for t in annotated.tokens[token.i : until]):
        return None
    span = span_of(annotated, token.i, until)
    about = classify([annotated.document.quote(span)])
    return span if about is not None and about.at_stake else None


def _end_of_quotation(annotated: Annotated, token: Token) -> int | None:
    """Where a quotation of one short sentence ends that a word opens; None for others."""
    quotation = annotated.quotation_at(token.start)
    words = () if quotation is None or quotation.inner.start != token.start else annotated.tokens_in(quotation.inner)
    if not 1 < len(words) <= _NEAR or words[-1].sentence != token.sentence or (token.lower == "pas" and words[1].lower not in OF_THE):
        return None
    return words[-1].i + 1


def _opens_speech(annotated: Annotated, token: Token) -> bool:
    """True for the first word of a sentence or of a quotation."""
    quotation = annotated.quotation_at(token.start)
    opens = quotation is not None and quotation.inner.start == token.start
    return opens or token.i == annotated.sentences[token.sentence].first


#: The readers of the shapes; the first that finds a refusal tells it.
_SHAPES = (_vow, _judgement, _phrase, _verdict, _impossible, _unfit, _none, _idle, _ruled_out)
