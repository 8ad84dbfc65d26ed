"""What speakers say others must do: "les troupes doivent se retirer", "il faut une trêve", as demands of whoever says so."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparlers.claims.clauses import own_subject
from pourparlers.claims.groups import group
from pourparlers.claims.particles import OF, THAT
from pourparlers.claims.positions.candidate import Candidate
from pourparlers.claims.positions.extents import infinitive_at, inside_quotation, reach, span_of
from pourparlers.claims.positions.issues import About
from pourparlers.claims.positions.matter import DEMONSTRATIVES, about_of, referred
from pourparlers.claims.positions.stances import times
from pourparlers.claims.positions.texts import kind_of
from pourparlers.claims.verbs import verb_group
from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span

#: Forms of "devoir" that lay something on others; past ones ("a dû", "devait") tell what happened or was planned.
_MUST = frozenset(("doit", "doivent", "devra", "devront", "devrait", "devraient"))
#: Forms that tell plans as well: "les ministres doivent se rencontrer vendredi".
_PLANS_TOO = frozenset(("doit", "doivent"))
#: What "doit" becomes behind "a dit que"; elsewhere it tells what was planned.
_PAST = frozenset(("devait", "devaient"))
_NEEDS = frozenset(("faut", "faudra", "faudrait"))
_FIRST_PERSON = frozenset(("je", "j'", "nous", "on"))
#: Words before the duty that may belong to its subject.
_WIDEST = 25
#: Words before that of an impersonal duty that may hold "il est".
_NEAR = 4
#: A duty of at most so many words is told with "il est".
_SHORT = 5
_BEING = frozenset(("est", "était", "serait", "sera"))


@dataclass(frozen=True, slots=True)
class Duty:
    """An entry of ``data/fr/duties.yaml``; the file explains its fields."""

    word: str
    example: str


@functools.cache
def duty_words() -> frozenset[str]:
    """The words that say what must be done: "impératif", "nécessaire"."""
    return frozenset(entry.word for entry in load("fr/duties", Duty))


def from_duties(annotated: Annotated, spoken: Sequence[Span], reported: Sequence[Span] = ()) -> Iterator[Candidate]:
    """The duties that statements lay on others, in order. spoken: the passages of the statements. reported: those told without quotation marks."""
    for span in spoken:
        yield from _exhortation(annotated, span)
        for token in annotated.tokens_in(span):
            found = _duty(annotated, token, span, said_before=span in reported)
            if found is not None:
                about = about_of(annotated, found, token) or _referred(annotated, found, token)
                if about is not None and about.at_stake and not _is_plan(annotated, token, found, about):
                    yield Candidate("demands", found, about, token, f"duty:{token.lower}", spoken=True)


def _is_plan(annotated: Annotated, verb: Token, span: Span, about: About) -> bool:
    """True for a duty that only tells what is to take place: "la prochaine séance doit se tenir lundi"."""
    tells = verb.lower in (_PLANS_TOO | _PAST) and not _judged(annotated, verb)
    return tells and (about.guide == "meeting" or _scheduled(annotated, verb, span))


def _exhortation(annotated: Annotated, said: Span) -> Iterator[Candidate]:
    """ "« Que les militaires retournent dans leurs casernes »": what a speaker wants others to do, in a subjunctive of its own."""
    words = [t for t in annotated.tokens_in(said) if t.pos != "PUNCT"]
    if len(words) < _SHORT or words[0].lower not in THAT or not opens_quotation(annotated, words[0]):
        return
    verb = next((t for t in words if t.has("VerbForm=Fin")), None)
    if verb is None or words[0].i + 1 == verb.i or verb_group(annotated, verb).negated or verb.has("Mood=Cnd") or verb.has("Tense=Fut"):
        return
    if verb.lower in ("est", "sont", "a", "ont", "faire"):
        return
    last = words[0].i + 1
    while last < annotated.sentences[words[0].sentence].last and said.covers(annotated.tokens[last].span):
        last += 1
    span = span_of(annotated, words[0].i, last)
    yield Candidate("demands", span, about_of(annotated, span, verb) or referred(annotated, verb), verb, "duty:que", spoken=True)


def opens_quotation(annotated: Annotated, token: Token) -> bool:
    """True for the first word of a quotation that opens its sentence or stands behind a colon."""
    quotation = inside_quotation(annotated, token)
    if quotation is None:
        return False
    before = [t for t in annotated.tokens[annotated.sentences[token.sentence].first : token.i] if t.start < quotation.outer.start]
    return not before or before[-1].text == ":"


def _referred(annotated: Annotated, span: Span, word: Token) -> About | None:
    """What a duty is about that names its matter by a demonstrative, or whose subject is a text: "il est temps de revenir sur cette décision",
    "le protocole doit disparaître"."""
    words = annotated.tokens_in(span)
    refers = word.lower in duty_words() and any(t.lower in DEMONSTRATIVES for t in words)
    refers = refers or (word.lower in _MUST and len(words) > 1 and kind_of(words[1]) is not None)
    return referred(annotated, word) if refers else None


def _duty(annotated: Annotated, token: Token, said: Span, *, said_before: bool) -> Span | None:
    """The passage of a duty: with its subject for "devoir", what is needed for "falloir"."""
    if token.lower in _NEEDS:
        return _within(annotated, token.i + 1, reach(annotated, token.i + 1), said) if token.i + 1 < len(annotated.tokens) else None
    if token.lower in duty_words():
        return _impersonal(annotated, token, said)
    act = infinitive_at(annotated, token.i + 1)
    past = said_before and token.lower in _PAST and _behind_that(annotated, token)
    if not (token.lower in _MUST or past) or act is None or act.lemma in group("courtesies"):
        return None
    subject = own_subject(annotated, token) or _just_before(annotated, token) or own_subject(annotated, annotated.tokens[token.head])
    if subject is None or subject.i > token.i or subject.lower in _FIRST_PERSON:
        return None
    first = next((t for t in annotated.subtree(subject) if t.pos not in ("ADP", "PUNCT")), subject)
    if token.i - first.i > _WIDEST or first.sentence != token.sentence:
        return None
    that = _that_behind(annotated, token) if subject.lower == "il" else None
    if that is not None:
        return _within(annotated, that.i, reach(annotated, that.i), said)
    return _within(annotated, first.i, reach(annotated, token.i + 1), said)


def _scheduled(annotated: Annotated, verb: Token, span: Span) -> bool:
    """True for what is to begin or end on a day: "la trêve doit entrer en vigueur lundi"."""
    act = infinitive_at(annotated, verb.i + 1)
    behind = () if act is None else (t for t in annotated.tokens_in(span) if t.i > act.i)
    return act is not None and act.lemma in group("taking_effect") and any(t.lower in times() or t.pos == "NUM" for t in behind)


def _that_behind(annotated: Annotated, verb: Token) -> Token | None:
    """The "que" of an impersonal duty, a few words behind its verb: "il doit être entendu que les troupes partiront"."""
    return next((t for t in annotated.tokens[verb.i + 2 : min(annotated.sentences[verb.sentence].last, verb.i + _SHORT)] if t.lower in THAT), None)


def _judged(annotated: Annotated, verb: Token) -> bool:
    """True for what somebody thinks must be: "estime que les deux camps doivent se rencontrer" tells no plan."""
    before = annotated.tokens[max(annotated.sentences[verb.sentence].first, verb.i - _WIDEST) : verb.i]
    return any(t.lemma in group("opinions") for t in before)


def _behind_that(annotated: Annotated, verb: Token) -> bool:
    """True for a verb behind "que" in its sentence: "a souligné que le voisin devait …"."""
    before = annotated.tokens[max(annotated.sentences[verb.sentence].first, verb.i - _WIDEST) : verb.i]
    return any(t.lower in THAT for t in before)


def _impersonal(annotated: Annotated, word: Token, said: Span) -> Span | None:
    """ "ouvrir un couloir" behind "il est temps de", "que les troupes partent" behind "il est urgent"."""
    before = [t.lower for t in annotated.tokens[max(0, word.i - _NEAR) : word.i]]
    if "il" not in before or not set(before) & _BEING or word.i + 1 >= len(annotated.tokens):
        return None
    opening = annotated.tokens[word.i + 1]
    end = reach(annotated, opening.i)
    if opening.lower in OF and end - opening.i <= _SHORT:
        return _within(annotated, word.i - before[::-1].index("il") - 1, end, said)
    if opening.lower in THAT:
        return _within(annotated, opening.i, reach(annotated, opening.i), said)
    begins = opening.lower in OF and infinitive_at(annotated, opening.i + 1) is not None
    return _within(annotated, opening.i + 1, reach(annotated, opening.i + 1), said) if begins else None


def _just_before(annotated: Annotated, verb: Token) -> Token | None:
    """The noun that ends just before a verb, where the parser finds it no subject."""
    before = annotated.tokens[verb.i - 1] if verb.i else verb
    return before if before.pos in ("NOUN", "PROPN") and before.sentence == verb.sentence else None


def _within(annotated: Annotated, first: int, last: int, said: Span) -> Span | None:
    tokens = [t for t in annotated.tokens[first:last] if said.covers(t.span)]
    return span_of(annotated, tokens[0].i, tokens[-1].i + 1) if len(tokens) > 1 else None
