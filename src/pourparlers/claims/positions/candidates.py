"""Cues and their things as candidates for positions: stance, passage and issue known, the party not yet."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from pourparlers.claims.clauses import agent_of_passive, own_subject
from pourparlers.claims.positions.extents import span_of, words_in
from pourparlers.claims.positions.issues import About, classify
from pourparlers.claims.positions.stances import Cue, find_cues
from pourparlers.claims.positions.things import Thing, find_thing, parts
from pourparlers.claims.verbs import verb_group
from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span

#: A thing of fewer words does not stand alone: it is told with its verb and, up to the first number, with its subject.
_BARE = 2
_SHORT = 3
#: Words of a subject that may stand before a short thing.
_SUBJECT = 7


@dataclass(frozen=True, slots=True)
class Text:
    """An entry of ``data/fr/texts.yaml``; the file explains its fields."""

    lemma: str
    kind: str
    example: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stance towards a thing. anchor: the word whose subject or possessor is the party. passive: the party is the passive's agent.
    about: the issue, None when nothing tells it."""

    stance: str
    span: Span
    about: About | None
    anchor: Token
    rule: str
    passive: bool = False


@functools.cache
def texts() -> dict[str, str]:
    """Lemma -> kind of the nouns of what parties negotiate over."""
    return {entry.lemma: entry.kind for entry in load("fr/texts", Text)}


def from_cues(annotated: Annotated) -> Iterator[Candidate]:
    """The candidates that words of demanding and refusing tell, in order."""
    for cue in find_cues(annotated):
        yield from _of_cue(annotated, cue)


def _of_cue(annotated: Annotated, cue: Cue) -> Iterator[Candidate]:
    if cue.entry.category == "verb" and "obj" in cue.entry.frames:
        before = _thing_before(annotated, cue)
        if before is not None:
            yield from before
            return
    thing = find_thing(annotated, cue)
    if thing is None:
        return
    for group in _by_issue(annotated, list(parts(annotated, thing))):
        candidate = _candidate(annotated, cue, group)
        if candidate is not None:
            yield candidate


def _by_issue(annotated: Annotated, things: list[Thing]) -> Iterator[Thing]:
    """Coordinated things of one issue are one row; of several, one each."""
    kept: list[tuple[Thing, str]] = []
    for thing in things:
        about = classify([annotated.document.quote(thing.span(annotated))])
        issue = "other" if about is None else about.guide
        if kept and kept[-1][1] == issue:
            last = kept[-1][0]
            kept[-1] = (Thing(last.first, thing.last, last.shape, last.head), issue)
        else:
            kept.append((thing, issue))
    return (thing for thing, _ in kept)


def _candidate(annotated: Annotated, cue: Cue, thing: Thing) -> Candidate | None:
    span = thing.span(annotated)
    about = classify([annotated.document.quote(span)])
    if not _fits(cue, thing, about):
        return None
    about = about or classify(around(annotated, cue.token))
    stance = cue.entry.on_talks if cue.entry.on_talks and about is not None and about.guide == "meeting" else cue.stance
    return Candidate(stance, whole(annotated, cue.token, span), about, cue.token, f"stance:{cue.entry.lemma}")


def _fits(cue: Cue, thing: Thing, about: About | None) -> bool:
    """True when a thing may be asked or refused by a word: `things` and `excluded` of its entry."""
    entry = cue.entry
    if thing.head.lemma in entry.excluded:
        return False
    negotiable = (about is not None and about.weight >= 2) or thing.head.lemma in texts()
    if entry.things == "talks":
        return about is not None and about.guide == "meeting"
    if entry.things == "negotiable":
        return negotiable
    return entry.things == "any" or negotiable or thing.head.has("VerbForm=Inf") or thing.shape == "que"


def around(annotated: Annotated, token: Token) -> tuple[str, ...]:
    """What may tell the issue of a thing that does not tell it itself: its sentence, then the one before it."""
    sentence = annotated.sentences[token.sentence]
    before = annotated.sentences[sentence.i - 1] if sentence.i else sentence
    return tuple(annotated.document.quote(s.span) for s in (sentence, before))


def whole(annotated: Annotated, verb: Token, span: Span) -> Span:
    """The passage of a thing; one too short to stand alone with its verb, and with its subject when that stands just before."""
    count = words_in(annotated.document.quote(span))
    if count > _SHORT or verb.start >= span.start or annotated.sentence_at(span.start) != annotated.sentence_at(verb.start):
        return span
    first = verb_group(annotated, verb).first
    first = min([first, *(t for t in annotated.dependents(verb) if t.pos == "PRON" and t.i < verb.i and t.i >= first.i - 2)], key=lambda t: t.i)
    if count <= _BARE:
        first = _subject_start(annotated, verb, first)
    return Span(first.start, span.end)


def _subject_start(annotated: Annotated, verb: Token, first: Token) -> Token:
    subject = own_subject(annotated, verb)
    if subject is None or subject.i >= first.i:
        return first
    start = annotated.subtree(subject)[0]
    near = first.i - start.i <= _SUBJECT and start.sentence == first.sentence
    return start if near else first


def _thing_before(annotated: Annotated, cue: Cue) -> list[Candidate] | None:
    """Things that stand before their verb: the subject of a passive, a noun with its participle, a clitic, the antecedent of "que"."""
    passive = _of_passive(annotated, cue)
    if passive is not None:
        return passive
    clitic = next(
        (t for t in annotated.dependents(cue.token, "obj", "iobj") if t.i < cue.token.i and t.lower in ("le", "la", "l'", "l’", "les")), None
    )
    if clitic is not None:
        span = Span(_subject_start(annotated, cue.token, clitic).start, cue.token.end)
        about = classify(around(annotated, cue.token))
        return [Candidate(cue.stance, span, about, cue.token, f"stance:{cue.entry.lemma}:clitic")] if _telling(cue, about) else []
    return None


def _telling(cue: Cue, about: About | None) -> bool:
    return cue.entry.things in ("any", "acts") or about is not None


def _of_passive(annotated: Annotated, cue: Cue) -> list[Candidate] | None:
    """ "des demandes rejetées par la Ligue", "un dialogue est proposé pour mai"."""
    verb = cue.token
    if not (verb.has("VerbForm=Part") or verb.pos == "ADJ") or cue.entry.reflexive:
        return None
    agent = agent_of_passive(annotated, verb)
    subject = next((t for t in annotated.dependents(verb, "nsubj") if t.dep == "nsubj:pass"), None)
    noun = annotated.tokens[verb.head] if verb.dep.startswith(("acl", "amod")) and verb.head < verb.i else None
    target = subject or (noun if agent is not None else None)
    if target is None or target.pos not in ("NOUN", "PRON"):
        return [] if agent is not None and subject is not None else None
    first = annotated.subtree(target)[0]
    last = annotated.subtree(agent)[-1] if agent is not None else verb
    if first.i > verb.i or last.i - first.i > 30:
        return None
    span = span_of(annotated, first.i, last.i + 1)
    about = classify([annotated.document.quote(span), *around(annotated, verb)])
    fits = target.lemma not in cue.entry.excluded and _telling(cue, about)
    return [Candidate(cue.stance, span, about, verb, f"stance:{cue.entry.lemma}:passive", passive=True)] if fits else []
