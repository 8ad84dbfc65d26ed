"""What a party makes its position depend on: "à condition que", "tant que", "si …"."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pourparlers.claims.clauses import own_subject
from pourparlers.claims.groups import group
from pourparlers.claims.particles import NOT, OF_THE, TO_THE
from pourparlers.claims.positions.candidate import Candidate
from pourparlers.claims.positions.extents import infinitive_at, inside_quotation, reach, span_of
from pourparlers.claims.positions.issues import classify
from pourparlers.claims.positions.stances import Stance, bare_verb, entries_of, times
from pourparlers.claims.verbs import mood_and_tense_by_form, verb_group
from pourparlers.lexicon import Phrases, load
from pourparlers.model.annotated import Annotated, Quotation, Sentence, Token
from pourparlers.model.text import Span

#: Words after "si" that make it an aside: "si nécessaire", "si possible".
_ASIDES = frozenset(("nécessaire", "besoin", "possible", "bien", "peu", "tant"))
#: Verbs of "s'il s'avère que", "s'ils existent", which make nothing depend on anybody.
_PROVING = frozenset(("avérer", "exister"))
_SHORTEST = 4
_THEY = frozenset(("il", "elle", "ils", "elles", "s'il", "s'ils"))
_NOTHING = frozenset(("aucun", "aucune", "pas"))
#: Stances on which a condition may hang.
_TAKEN = ("accepts", "rejects", "offers", "conditions")
_THREATS = frozenset(("menacer",))
#: Endings of nouns of acts.
_ACTS = ("tion", "ment", "ture", "trait", "pect")
_AS_LONG_AS = frozenset(("tant que", "tant qu'"))
_WE = frozenset(("nous", "je", "j'", "j’"))
#: Endings of conditionals that taggers take for imperfects.
_WOULD = ("eraient", "erait")
#: How many words may stand between the verb and the noun of "poser comme condition".
_POSED = 14
#: How far before "que" the "ne" of a restriction may stand.
_NEGATION = 14
#: Modal verbs and tenses of the consequence, by which a sentence in "si" is a threat or a promise.
_CONSEQUENCES = ("Tense=Fut", "Mood=Cnd")


@dataclass(frozen=True, slots=True)
class Connector:
    """An entry of ``data/fr/conditions.yaml``; the file explains its fields."""

    phrase: str
    example: str
    weak: bool = False
    whole: bool = False


@functools.cache
def _phrases() -> Phrases[Connector]:
    return Phrases((_words(entry.phrase), entry) for entry in load("fr/conditions", Connector))


def _words(phrase: str) -> list[str]:
    """The words of a phrase as the tokenizer cuts them: an elision is a word of its own."""
    return phrase.replace("'", "' ").split()


def from_conditions(annotated: Annotated, spoken: Sequence[Span]) -> Iterator[Candidate]:
    """The conditions told in a document, in order. spoken: the passages of the statements."""
    for sentence in annotated.sentences:
        words = [t.lower.replace("’", "'") for t in annotated.sentence_tokens(sentence)]
        words = ["si" if w in ("s'il", "s'ils") or (w == "s'" and then in ("il", "ils")) else w for w, then in pairwise((*words, ""))]
        words[:1] = ["à" if w == "a" else w for w in words[:1]]  # a capital may go without its accent
        for match in _phrases().find(words):
            candidate = _condition(annotated, sentence, annotated.tokens[sentence.first + match.first], match.value, spoken)
            if candidate is not None:
                yield candidate
                break


def _condition(annotated: Annotated, sentence: Sentence, first: Token, connector: Connector, spoken: Sequence[Span]) -> Candidate | None:
    behind = annotated.tokens[first.i + 1] if first.i + 1 < sentence.last else first
    near = annotated.tokens[first.i + 1 : min(first.i + _SHORTEST, sentence.last)]
    if connector.phrase == "si" and (behind.lower in _ASIDES or any(t.lemma in _PROVING for t in near)):
        return None
    if connector.phrase.startswith("à moins d") and _measured(annotated, sentence, first):
        return None
    if first.i > sentence.first and annotated.tokens[first.i - 1].lower in group("doubts"):
        return None
    if connector.phrase == "sans" and not _nothing(annotated, sentence, first):
        return None
    if connector.weak and _comes_to_power(annotated, first):
        return None
    stance = _stance_word(annotated, sentence, first)
    if connector.phrase == "si" and _asked(annotated, first, open_to_doubt=stance is None):
        return None
    in_speech = any(s.covers(first.span) for s in spoken)
    bound = _bound(annotated, sentence, first) if connector.whole and stance is None and not in_speech else None
    if connector.weak and stance is None and bound is None and not (in_speech and _consequent(annotated, sentence, first)):
        return None
    alone = stance is not None and stance.i < first.i and not connector.whole
    if connector.whole and not _restricted(annotated, sentence, first):
        return None
    span = _clause(annotated, first) if alone else _sentence_part(annotated, sentence, first)
    if stance is not None and alone and _threatens(annotated, stance):
        span = Span(_threatened(annotated, stance, first).start, span.end)
    if connector.whole:
        span = Span(_clause_start(annotated, sentence, first).start, _clause(annotated, first).end)
    about = classify([annotated.document.quote(span), annotated.document.quote(sentence.span)])
    if about is None and stance is None and not (in_speech and connector.phrase in _AS_LONG_AS and _we_do_not(annotated, sentence)):
        return None
    told = alone or bound is not None or (connector.whole and stance is not None and not in_speech)
    return Candidate("conditions", span, about, stance or bound or first, f"condition:{connector.phrase}", spoken=not told)


def _stance_word(annotated: Annotated, sentence: Sentence, first: Token) -> Token | None:
    """A word of accepting, refusing or offering in the sentence, on which the condition hangs."""
    for token in reversed(annotated.tokens[sentence.first : first.i]):
        if _threatens(annotated, token) or any(map(_takes, entries_of(token))):
            return token
    return None


def _threatens(annotated: Annotated, token: Token) -> bool:
    """True for a form of "menacer", whatever the tagger takes it for."""
    return token.lemma in _THREATS or (token.lower == "menace" and bare_verb(annotated, token))


def _takes(entry: Stance) -> bool:
    """True for a word of accepting, refusing or offering that needs no other words to be one, as "donner son feu vert" does."""
    alone = any(" " not in frame for frame in entry.frames)
    told = entry.things == "any" or entry.category == "adjective"
    return entry.stance in _TAKEN and told and entry.lemma != "accord" and alone


def _threatened(annotated: Annotated, threat: Token, first: Token) -> Token:
    """The infinitive that a threat names before its condition ("menace de se retirer si …"), else the first word of the condition."""
    return next((t for t in annotated.tokens[threat.i + 1 : first.i] if infinitive_at(annotated, t.i) is not None), first)


def posed(annotated: Annotated) -> Iterator[Candidate]:
    """The conditions that somebody lays down as such: "pose la levée du blocus comme condition", "pose comme condition à la trêve un retrait"."""
    for token in annotated.tokens:
        if token.lemma not in group("preconditions") or token.i < 2 or annotated.tokens[token.i - 1].lower not in ("comme", "pour", "en"):
            continue
        near = annotated.tokens[max(annotated.sentences[token.sentence].first, token.i - _POSED) : token.i]
        verb = next((t for t in reversed(near) if t.lemma in group("posing")), None)
        if verb is None:
            continue
        between = any(t.pos == "NOUN" and t.lower not in times() for t in annotated.tokens[verb.i + 1 : token.i])
        span = span_of(annotated, verb.i + 1, token.i - 1) if between else _posed_behind(annotated, token)
        yield Candidate("conditions", span, classify([annotated.document.quote(span)]), verb, f"condition:{verb.lemma}")


def _posed_behind(annotated: Annotated, noun: Token) -> Span:
    """What is laid down behind "comme condition"; with what it is a condition of, when that stands between ("comme condition à la trêve, un
    retrait")."""
    sentence = annotated.sentences[noun.sentence]
    comma = next((t.i for t in annotated.tokens[noun.i + 1 : sentence.last] if t.text == ","), None)
    linked = noun.i + 1 < sentence.last and annotated.tokens[noun.i + 1].lower in TO_THE
    laid = _second_noun(annotated, noun, sentence.last if comma is None else comma) if linked else None
    if laid is not None:
        return span_of(annotated, laid, reach(annotated, laid))
    of = linked and comma is not None
    first = comma + 1 if of and comma is not None else noun.i + 1
    return span_of(annotated, noun.i if of else min(first, sentence.last - 1), reach(annotated, first) if first < sentence.last else sentence.last)


def _second_noun(annotated: Annotated, noun: Token, last: int) -> int | None:
    """Where the noun begins that no preposition links to those before it: "un retrait" in "comme condition à la reprise du dialogue un retrait"."""
    for token in annotated.tokens[noun.i + 3 : last]:
        before = annotated.tokens[token.i - 1]
        if token.pos == "DET" and before.pos in ("NOUN", "ADJ", "PROPN") and token.lower not in ("du", "des"):
            return token.i
    return None


def _consequent(annotated: Annotated, sentence: Sentence, first: Token) -> bool:
    """True when the sentence tells a consequence in the future, or with "falloir" and "devoir", or nothing but what will not be ("pas de
    paix sans justice")."""
    if _opens_with_none(annotated, sentence, first):
        return True
    for token in annotated.sentence_tokens(sentence):
        if token.pos in ("VERB", "AUX") and token.i != first.i:
            if token.lemma in ("falloir", "devoir") or mood_and_tense_by_form(token.lower) == ("indicative", "future"):
                return True
            if any(token.has(f) for f in _CONSEQUENCES) or token.lower.endswith(_WOULD):
                return True
    return False


def _opens_with_none(annotated: Annotated, sentence: Sentence, first: Token) -> bool:
    """True for "aucune trêve", "pas de paix" without a verb at the head of what is said before the condition."""
    quotation = inside_quotation(annotated, first)
    begin = sentence.start if quotation is None else max(sentence.start, quotation.inner.start)
    before = [t for t in annotated.tokens[sentence.first : first.i] if t.start >= begin and t.pos != "PUNCT"]
    return bool(before) and before[0].lower in _NOTHING and not any(t.has("VerbForm=Fin") for t in before)


def _asked(annotated: Annotated, first: Token, *, open_to_doubt: bool) -> bool:
    """True for the "si" that looks back ("s'il avait signé") and, where nothing tells that a stance depends on it, for that of a question
    ("l'agence se demande si le site est vide")."""
    verb = annotated.tokens[first.head]
    group = verb_group(annotated, verb)
    return (open_to_doubt and verb.dep.startswith(("ccomp", "obj"))) or group.tense in ("past", "pluperfect")


def _comes_to_power(annotated: Annotated, first: Token) -> bool:
    """True for "s'il est élu", "si elle accède au pouvoir": what a candidate's promise hangs on, and nobody can grant."""
    words = annotated.tokens_in(_clause(annotated, first))[1:]
    return any(t.lower in _THEY for t in words[:1]) and any(t.lemma in group("gaining_power") or t.lower in group("gaining_power") for t in words)


def _nothing(annotated: Annotated, sentence: Sentence, first: Token) -> bool:
    """True for "sans" and a thing at stake or an act, where the sentence says that nothing will be without it ("aucune paix sans retrait")."""
    none = any(t.lower in _NOTHING or t.lower.startswith("refus") for t in annotated.tokens[sentence.first : first.i])
    about = classify([annotated.document.quote(_clause(annotated, first))])
    noun, of = annotated.tokens[first.i + 1], annotated.tokens[min(first.i + 2, sentence.last - 1)]
    act = noun.pos == "NOUN" and noun.lower.endswith(_ACTS) and of.lower in OF_THE
    return none and infinitive_at(annotated, first.i + 1) is None and (act or (about is not None and about.at_stake))


def _measured(annotated: Annotated, sentence: Sentence, first: Token) -> bool:
    """ "à moins de vingt kilomètres" is a distance."""
    return any(t.pos == "NUM" for t in annotated.tokens[first.i + 3 : min(first.i + 4, sentence.last)])


def _restricted(annotated: Annotated, sentence: Sentence, first: Token) -> bool:
    """True for "ne … que": the negation stands before without "pas"."""
    before = annotated.tokens[max(sentence.first, first.i - _NEGATION) : first.i]
    denied = next((t.i for t in before if t.lower in NOT), None)
    if denied is None or any(t.lower == "pas" for t in before):
        return False
    return sum(t.has("VerbForm=Fin") for t in annotated.tokens[denied : first.i]) <= 1


def _we_do_not(annotated: Annotated, sentence: Sentence) -> bool:
    """True where a speaker tells what he or his side will not do: "nous ne viendrons pas"."""
    words = [t.lower for t in annotated.sentence_tokens(sentence)]
    return any(word in _WE and after in NOT for word, after in pairwise(words))


def _bound(annotated: Annotated, sentence: Sentence, first: Token) -> Token | None:
    """The verb in the future of what somebody will do on a condition only, in the article's own words: "Lima ne signera que si l'armée part"."""
    before = annotated.tokens[max(sentence.first, first.i - _NEGATION) : first.i]
    verbs = (t for t in reversed(before) if t.pos in ("VERB", "AUX") and mood_and_tense_by_form(t.lower) == ("indicative", "future"))
    verb = next(verbs, None)
    return None if verb is None or own_subject(annotated, verb) is None else verb


def _clause_start(annotated: Annotated, sentence: Sentence, first: Token) -> Token:
    """The first word of the clause before a connector: behind the last conjunction or mark, else of the sentence."""
    opening = [
        t
        for t in annotated.tokens[sentence.first : first.i - 1]
        if t.lower in ("que", "qu'", "qu’", "mais") or t.text in (",", ":", ";") or t.pos == "PUNCT"
    ]
    return annotated.tokens[opening[-1].i + 1] if opening else annotated.tokens[sentence.first]


def _clause(annotated: Annotated, first: Token) -> Span:
    return span_of(annotated, first.i, max(first.i + 1, reach(annotated, first.i)))


def _sentence_part(annotated: Annotated, sentence: Sentence, first: Token) -> Span:
    """The condition with its consequence: the sentence, within the quotation that holds it, from the condition on when that comes first."""
    quotation: Quotation | None = inside_quotation(annotated, first)
    start, end = sentence.start, sentence.end
    if quotation is not None:
        start, end = max(start, quotation.inner.start), min(end, quotation.inner.end)
    turned = first.i > sentence.first and annotated.tokens[first.i - 1].lower in ("mais", ";", ":")
    if quotation is None or turned or first.start - start < 30:
        start = first.start
    inside = annotated.tokens_in(Span(start, end))
    return span_of(annotated, inside[0].i, inside[-1].i + 1)


def firm_conditions(annotated: Annotated, sentence: Sentence) -> Iterator[Span]:
    """The passages of a sentence that open with words used for conditions alone ("à condition que", never "si")."""
    words = [t.lower.replace("’", "'") for t in annotated.sentence_tokens(sentence)]
    for match in _phrases().find(words):
        if not match.value.weak:
            yield _clause(annotated, annotated.tokens[sentence.first + match.first])
