"""Demands told under their noun: "trois conditions : …", "parmi ses exigences figure …", "la trêve est sa principale revendication"."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparlers.claims.clauses import agent_of_passive, own_subject
from pourparlers.claims.groups import group
from pourparlers.claims.particles import OF_THE, THAT
from pourparlers.claims.positions.candidate import Candidate
from pourparlers.claims.positions.candidates import by_issue
from pourparlers.claims.positions.extents import infinitive_at, inside_quotation, items, opens_other, reach, span_of, words_in
from pourparlers.claims.positions.matter import about_of
from pourparlers.claims.positions.stances import entries_of
from pourparlers.claims.positions.things import Thing
from pourparlers.claims.verbs import verb_group
from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token

#: How far behind its noun a colon or verb may stand that opens the list, and how far before its verb the noun of "parmi ses exigences".
_FAR = 25
_NEAR = 12
_MAKING = frozenset(("faire",))
_ARTICLES = frozenset(("la", "le", "les", "leur", "leurs", "sa", "ses", "son", "un", "une"))
_BULLETS = frozenset(("-", "–", "—", "•", "*", "·", "‣", "►", "--"))
#: What may stand just before the colon of a list.
_PREPOSITIONS = {"à": "à", "de": "de"}
_MARKS = frozenset(('"', "«", "“", "'"))
_SUBORDINATORS = frozenset(("que", "qu'", "qu’", "qui", "dont", "où", "si"))
_ADVERBS = frozenset(("aussi", "également", "notamment", "surtout", "ainsi", "entre", "autres", "désormais"))
_ENDS = frozenset((".", ";", "!", "?", "…", "(", "--"))
#: How far behind a verb its colon may stand, and how far before a noun its first person.
_SOON = 6
_FIRST_PERSON = frozenset(("nous", "je", "j'", "j’", "on", "notre", "nos", "mon", "ma", "mes"))
#: A thing of fewer words is a heading or a name, nothing asked.
_SHORTEST = 2
#: So many lines and so many words a list may have.
_LONGEST_LIST = 12
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Demand:
    """An entry of ``data/fr/demands.yaml``; the file explains its fields."""

    noun: str
    stance: str
    example: str
    behind: str = ""


@functools.cache
def _nouns() -> dict[str, Demand]:
    return {entry.noun: entry for entry in load("fr/demands", Demand)}


def from_lists(annotated: Annotated) -> Iterator[Candidate]:
    """The things told under a noun of demanding or refusing, in order."""
    for token in annotated.tokens:
        if token.pos == "VERB":
            yield from _of_verb(annotated, token)
            continue
        entry = _nouns().get(token.lemma) if _is_noun(annotated, token) else None
        if entry is None or (entry.behind and not _next_is(annotated, token, entry.behind)):
            continue
        made = _made_of(annotated, token)
        things = [made[:2]] if made is not None else _told(annotated, token)
        anchor = made[2] if made is not None else _verb_before(annotated, token) if token.pos == "ADJ" else token
        yield from _candidates(annotated, entry, things, anchor)


def _candidates(annotated: Annotated, entry: Demand, things: Sequence[tuple[int, int]], anchor: Token) -> Iterator[Candidate]:
    """The things of a list as candidates, those of one issue together. anchor: the word whose subject or possessor asks."""
    holder = _for_whom(annotated, anchor) or _put_by(annotated, anchor) or _speaking(annotated, anchor)
    things = [(first, last) for first, last in things if words_in(annotated.document.quote(span_of(annotated, first, last))) >= _SHORTEST]
    for thing in by_issue(annotated, [Thing(first, last, "obj", annotated.tokens[first]) for first, last in things]):
        span = thing.span(annotated)
        yield Candidate(entry.stance, span, about_of(annotated, span, anchor), anchor, f"demand:{entry.noun}", holder=holder)


def _of_verb(annotated: Annotated, verb: Token) -> Iterator[Candidate]:
    """What is listed behind the colon of a verb: "exige notamment : la levée du blocus et une amnistie", "exhorte les parties à : – cesser …"."""
    near = annotated.tokens[verb.i + 1 : min(annotated.sentences[verb.sentence].last, verb.i + _NEAR)]
    colon = next((t for t in near if t.text == ":"), None)
    if colon is None or any(t.pos == "VERB" for t in annotated.tokens[verb.i + 1 : colon.i]):
        return
    shape = _PREPOSITIONS.get(annotated.tokens[colon.i - 1].lower, "obj")
    if shape == "obj" and colon.i > verb.i + _SOON:
        return
    taking = (e for e in entries_of(verb) if e.category == "verb" and e.stance in ("demands", "offers", "conditions"))
    entry = next((e for e in taking if shape in e.frames), None)
    if entry is not None and not verb_group(annotated, verb).negated:
        things = list(_behind(annotated, colon))
        yield from _candidates(annotated, Demand(entry.lemma, entry.stance, entry.example), things, verb)


def _is_noun(annotated: Annotated, token: Token) -> bool:
    """True for a noun, and for one that the tagger takes for an adjective ("trois préalables")."""
    before = annotated.tokens[token.i - 1] if token.i else token
    return token.pos == "NOUN" or (token.pos == "ADJ" and before.pos in ("DET", "NUM"))


def _verb_before(annotated: Annotated, token: Token) -> Token:
    before = annotated.tokens[max(annotated.sentences[token.sentence].first, token.i - _FAR) : token.i]
    return next((t for t in reversed(before) if t.pos == "VERB"), token)


def _next_is(annotated: Annotated, noun: Token, word: str) -> bool:
    behind = annotated.tokens[noun.i + 1 : noun.i + 2]
    return bool(behind) and behind[0].lower == word


def _told(annotated: Annotated, noun: Token) -> list[tuple[int, int]]:
    """The tokens [first, last) of each thing told under a noun."""
    return list(_behind_colon(annotated, noun)) or list(_figuring(annotated, noun)) or list(_predicated(annotated, noun))


def _behind_colon(annotated: Annotated, noun: Token) -> Iterator[tuple[int, int]]:
    """ "a posé trois conditions : la trêve, la levée du blocus et une amnistie"."""
    sentence = annotated.sentences[noun.sentence]
    near = annotated.tokens[noun.i + 1 : min(sentence.last, noun.i + _FAR)]
    end = next((i for i, t in enumerate(near) if t.text in _ENDS or t.text in _MARKS), len(near))
    colon = next((t for t in near[:end] if t.text == ":"), None)
    if colon is not None:
        yield from _behind(annotated, colon)


def _behind(annotated: Annotated, colon: Token) -> Iterator[tuple[int, int]]:
    """The things behind a colon; the lines of a list, each with its mark."""
    sentence = annotated.sentences[colon.sentence]
    if colon.i + 1 >= sentence.last:
        yield from _lines(annotated, sentence.i + 1)
    else:
        yield from _enumeration(annotated, colon.i + 1)


def _lines(annotated: Annotated, i: int) -> Iterator[tuple[int, int]]:
    """The sentences from the i-th on that open with the mark of a list."""
    for sentence in annotated.sentences[i : i + _LONGEST_LIST]:
        first = sentence.first
        if annotated.tokens[first].text not in _BULLETS:
            return
        if sentence.last - first > 1:
            yield first + 1, sentence.last


def _enumeration(annotated: Annotated, first: int) -> Iterator[tuple[int, int]]:
    """The things of a list that begins at a token, if no verb of a clause of its own stands in it."""
    tokens = annotated.tokens
    while (
        first + 1 < len(tokens)
        and (tokens[first].text in _MARKS or tokens[first].lower in OF_THE)
        and tokens[first + 1].sentence == tokens[first].sentence
    ):
        first += 1
    last = _end(annotated, first)
    opens = tokens[first].pos in ("NUM", "NOUN") or _opens_thing(annotated, first)
    if opens and last > first and not _has_clause(annotated, first, last):
        yield from items(annotated, first, last)


def _opens_thing(annotated: Annotated, i: int) -> bool:
    """True where an article, "que" or an infinitive stands."""
    token = annotated.tokens[i]
    return token.pos == "DET" or token.lower in THAT or infinitive_at(annotated, i) is not None


def _end(annotated: Annotated, first: int) -> int:
    """The index behind the last word of a list: at a mark, at another clause or at the end of its quotation."""
    tokens = annotated.tokens
    quotation = inside_quotation(annotated, tokens[first])
    limit = min(annotated.sentences[tokens[first].sentence].last, first + _LONGEST)
    for last in range(first, limit):
        quoted = quotation is None or tokens[last].start < quotation.inner.end
        if not quoted or tokens[last].text in _ENDS or (last > first and opens_other(annotated, last)):
            return last
    return limit


def _has_clause(annotated: Annotated, first: int, last: int) -> bool:
    """True where a finite verb stands that no conjunction or relative of the list opens."""
    opened = False
    for token in annotated.tokens[first:last]:
        opened = opened or token.lower in _SUBORDINATORS
        if token.has("VerbForm=Fin") and not opened:
            return True
    return False


def _figuring(annotated: Annotated, noun: Token) -> Iterator[tuple[int, int]]:
    """ "parmi les revendications du front figurent une amnistie et …", "une amnistie figure parmi ses revendications"."""
    sentence = annotated.sentences[noun.sentence]
    before = annotated.tokens[max(sentence.first, noun.i - _NEAR) : noun.i]
    if not any(t.lower in group("one_of_several") for t in before[-_SOON:]):
        return
    verb = next((t for t in annotated.tokens[noun.i + 1 : min(sentence.last, noun.i + _NEAR)] if t.lemma in group("figuring")), None)
    if verb is not None and verb.i + 1 < sentence.last:
        first = verb.i + 1
        while first < sentence.last - 1 and annotated.tokens[first].lower in _ADVERBS:
            first += 1
        yield from _enumeration(annotated, first)
        return
    verb = next((t for t in before if t.lemma in group("figuring")), None)
    yield from () if verb is None else _subject_of(annotated, verb)


def _subject_of(annotated: Annotated, verb: Token) -> Iterator[tuple[int, int]]:
    """The tokens of a noun that stands before its verb, with what belongs to it."""
    subject = own_subject(annotated, verb)
    if subject is not None and subject.pos == "NOUN" and subject.i < verb.i:
        below = [t for t in annotated.subtree(subject) if t.i < verb.i]
        yield below[0].i, below[-1].i + 1


def _predicated(annotated: Annotated, noun: Token) -> Iterator[tuple[int, int]]:
    """ "la trêve est sa principale exigence", "la principale exigence du front est la trêve"."""
    sentence = annotated.sentences[noun.sentence]
    verb = next((t for t in annotated.tokens[noun.i + 1 : min(sentence.last, noun.i + _NEAR)] if t.has("VerbForm=Fin")), None)
    if verb is not None and _is_being(verb) and _is_subject(annotated, noun, verb) and verb.i + 1 < sentence.last:
        first = verb.i + 1
        first += annotated.tokens[first].lower in OF_THE and first + 1 < sentence.last
        if _opens_thing(annotated, first):
            yield first, reach(annotated, first)
        return
    before = annotated.tokens[max(sentence.first, noun.i - _NEAR) : noun.i]
    verb = next((t for t in reversed(before) if _is_being(t) and t.has("VerbForm=Fin")), None)
    linked = verb is not None and all(_links(annotated, t) for t in annotated.tokens[verb.i + 1 : noun.i])
    if verb is not None and linked and not _denied(before, verb):
        yield from _subject_of(annotated, verb if own_subject(annotated, verb) is not None else annotated.tokens[verb.head])


def _is_being(verb: Token) -> bool:
    """True for "est", "reste", and for "demeure", which the tagger leaves as it is."""
    return bool({verb.lemma, verb.lemma + "r"} & group("being"))


def _links(annotated: Annotated, token: Token) -> bool:
    """True for what may stand between "est" and the noun: "toujours l'une des principales"."""
    one_of = token.pos == "ADP" and annotated.tokens[token.i - 1].lower in ("un", "une")
    return one_of or token.pos in ("DET", "ADJ", "NUM", "ADV", "PRON") or token.text in _MARKS


def _denied(before: tuple[Token, ...], verb: Token) -> bool:
    """True for "n'est plus une condition"."""
    return any(t.lower in ("n'", "n’", "ne") and t.i < verb.i for t in before)


def _is_subject(annotated: Annotated, noun: Token, verb: Token) -> bool:
    """True for a noun that opens its clause, with nothing but its complements before the verb."""
    begin = annotated.sentences[noun.sentence].first
    first = next((t.i for t in reversed(annotated.tokens[max(begin, noun.i - _SOON) : noun.i]) if t.pos == "DET"), noun.i)
    before = annotated.tokens[first - 1] if first > begin else None
    between = annotated.tokens[noun.i + 1 : verb.i]
    return (before is None or before.pos in ("PUNCT", "CCONJ", "ADV", "SCONJ")) and not any(t.text in (",", ";", ":") for t in between)


def _made_of(annotated: Annotated, noun: Token) -> tuple[int, int, Token] | None:
    """ "fait de la levée du blocus une condition": what stands between "de" and the noun's article, with the verb."""
    first = max(annotated.sentences[noun.sentence].first, noun.i - _FAR)
    near = annotated.tokens[max(first, noun.i - 4) : noun.i]
    article = next((t for t in reversed(near) if t.lower in _ARTICLES), None)
    verb = None if article is None else next((t for t in reversed(annotated.tokens[first : article.i]) if t.lemma in _MAKING), None)
    if article is None or verb is None or article.i - verb.i < 3:
        return None
    of = next((t for t in annotated.tokens[verb.i + 1 : article.i] if t.lower in OF_THE), None)
    between = annotated.tokens[verb.i + 1 : article.i]
    if of is None or any(t.text in (";", ":") or (t.has("VerbForm=Fin") and t.i != verb.i) for t in between) or of.i - verb.i > 3:
        return None
    return of.i + 1, article.i, verb


def _speaking(annotated: Annotated, noun: Token) -> Token | None:
    """The first person whose demand it is: "nous avons trois exigences", "notre exigence est"."""
    if inside_quotation(annotated, noun) is None:
        return None
    before = annotated.tokens[max(annotated.sentences[noun.sentence].first, noun.i - _SOON) : noun.i]
    return next((t for t in reversed(before) if t.lower in _FIRST_PERSON), None)


def _put_by(annotated: Annotated, noun: Token) -> Token | None:
    """Who put it forward: "les conditions posées par le royaume"."""
    behind = annotated.tokens[noun.i + 1 : min(annotated.sentences[noun.sentence].last, noun.i + 4)]
    participle = next((t for t in behind if t.has("VerbForm=Part") and t.head == noun.i), None)
    return None if participle is None else agent_of_passive(annotated, participle)


def _for_whom(annotated: Annotated, noun: Token) -> Token | None:
    """The word behind "pour" that names whose line or condition it is: "une ligne rouge pour le royaume"."""
    behind = annotated.tokens[noun.i + 1 : min(annotated.sentences[noun.sentence].last, noun.i + 4)]
    pour = next((t for t in behind if t.lower == "pour"), None)
    if pour is None:
        return None
    whom = annotated.tokens[pour.i + 1 : min(annotated.sentences[noun.sentence].last, pour.i + 4)]
    if infinitive_at(annotated, pour.i + 1) is not None:
        return None
    return next((t for t in whom if t.pos in ("NOUN", "PROPN") or t.lower in ("moi", "nous")), None)
