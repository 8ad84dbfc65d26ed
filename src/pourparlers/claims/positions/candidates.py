"""Cues and their things as candidates for positions: stance, passage and issue known, the party not yet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pourparlers.claims.clauses import agent_of_passive, antecedent, clause_head, own_subject
from pourparlers.claims.positions.extents import infinitive_at, span_of, words_in
from pourparlers.claims.positions.issues import About, classify, topic
from pourparlers.claims.positions.sides import names_person
from pourparlers.claims.positions.stances import TIMES, Cue, Stance, find_cues, is_noun, lexicon
from pourparlers.claims.positions.texts import kind_of, text_of, texts
from pourparlers.claims.positions.things import Thing, find_thing, parts
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span

#: A thing of at most so many words does not stand alone: it is told with its verb, and a still barer one with its subject too.
_SHORT = 3
_BARE = 2
#: How many words of a subject may be told with a bare thing.
_SUBJECT = 8
#: A thing of at most so many words may take its issue from what stands around it.
_VAGUE = 4
_DEMONSTRATIVES = frozenset(("ce", "cet", "cette", "ces", "celui-ci", "celle-ci", "cela", "tel", "telle", "telles", "tels"))
#: How many words of a thing tell whether it is a matter of negotiation.
_HEAD_WORDS = 7
_TALK_WORDS = 4
#: Infinitives of speech and courtesy: "prêt à répondre", "refuse de commenter" are no positions.
_SPEECH = frozenset(
    [
        "commenter",
        "confirmer",
        "croire",
        "dire",
        "exprimer",
        "préciser",
        "rappeler",
        "remercier",
        "répondre",
        "révéler",
        "saluer",
        "savoir",
        "souligner",
        "rester",
        "penser",
        "voir",
    ]
)
#: Endings of nouns of acts, which can be asked and offered.
_ACTS = ("tion", "sion", "ment", "age", "ance", "ure")
#: Issues whose thing is talking rather than a point at stake.
_TALKS = frozenset(("meeting", "settlement"))
#: What opens a circumstance in a thing: the issue is told before it ("des explications avant de possibles sanctions").
_CIRCUMSTANCE = re.compile(r"(?<=\w)[\s,]+(?:avant|après|sans|malgré|face)\b", re.IGNORECASE)
#: Verbs that lay talks on others: "vouloir contraindre le voisin à négocier" is a demand.
_MAKING = frozenset(("amener", "appeler", "contraindre", "convaincre", "forcer", "obliger", "pousser", "ramener"))
_CLITICS = frozenset(("le", "la", "l'", "l’", "les"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stance towards a thing. anchor: the word whose subject or possessor is the party. passive: the party is the passive's agent.
    about: the issue, None when nothing tells it. spoken: the party is whoever says the passage. text: the party is the author, or are the
    signatories, of the text that the anchor names. bearer: the anchor names the party itself ("les partisans de la trêve").
    addressee: the word for who is asked, if the text names one."""

    stance: str
    span: Span
    about: About | None
    anchor: Token
    rule: str
    passive: bool = False
    spoken: bool = False
    text: bool = False
    bearer: bool = False
    addressee: Token | None = None


def from_cues(annotated: Annotated) -> Iterator[Candidate]:
    """The candidates that words of demanding and refusing tell, in order. A cue within another's thing ("appelle à accepter …") tells none."""
    taken = -1
    for cue in find_cues(annotated):
        if cue.token.start < taken:
            continue
        for candidate in _of_cue(annotated, cue):
            yield candidate
            taken = max(taken, candidate.span.end)


def _of_cue(annotated: Annotated, cue: Cue) -> Iterator[Candidate]:
    lays_down = cue.entry.category == "provision" or cue.entry.stance == "offers"
    text = text_of(annotated, cue) if lays_down and cue.token.pos == "VERB" else None
    if cue.entry.category == "provision" and text is None:
        return
    before = _thing_before(annotated, cue) if text is None else None
    if before is not None:
        yield from before
        return
    thing = find_thing(annotated, cue)
    if thing is None or thing.head.lemma in _SPEECH:
        return
    for part in _by_issue(annotated, list(parts(annotated, thing))):
        candidate = _candidate(annotated, cue, part)
        if candidate is not None:
            yield candidate if text is None else _laid_down(candidate, text)


def _laid_down(candidate: Candidate, text: Token) -> Candidate:
    """What a text lays down is accepted by those who signed it, or offered by whoever wrote it."""
    stance = "accepts" if kind_of(text) == "deal" else "offers"
    return replace(candidate, stance=stance, anchor=text, text=True, rule=f"{candidate.rule}:text")


def _by_issue(annotated: Annotated, things: list[Thing]) -> Iterator[Thing]:
    """Coordinated things of one issue are one row; of several, one each. An act and the talks that go with it are one ("cesser le feu et
    reprendre le dialogue")."""
    kept: list[tuple[Thing, str]] = []
    for thing in things:
        about = classify([annotated.document.quote(thing.span(annotated))])
        issue = "other" if about is None else about.guide
        together = thing.head.has("VerbForm=Inf") and kept and "meeting" in (issue, kept[-1][1])
        if kept and (kept[-1][1] == issue or together):
            last, told = kept[-1]
            kept[-1] = (Thing(last.first, thing.last, last.shape, last.head), told)
        else:
            kept.append((thing, issue))
    return (thing for thing, _ in kept)


def _candidate(annotated: Annotated, cue: Cue, thing: Thing) -> Candidate | None:
    if not _fits(annotated, cue, thing):
        return None
    span = thing.span(annotated)
    about = about_of(annotated, span, cue.token)
    apart = any(t.lower in ("et", "ou") or t.text == "," for t in annotated.tokens[cue.token.i : thing.first])
    whole_span = (
        span
        if apart
        else with_verb(annotated, cue.token, _without_aim(annotated, thing) if cue.entry.whole else span, whole=cue.negated or cue.entry.whole)
    )
    rule = f"stance:{cue.entry.lemma}"
    asked = _addressee(annotated, cue, thing)
    return Candidate(_stance(cue, thing, about), whole_span, about, cue.token, rule, bearer=cue.entry.bearer, addressee=asked)


def _without_aim(annotated: Annotated, thing: Thing) -> Span:
    """A thing without the purpose that follows it: "les ponts avec le régime" before "pour protester contre …"."""
    aim = (t.i for t in annotated.tokens[thing.first + 1 : thing.last] if t.lower == "pour" and infinitive_at(annotated, t.i + 1) is not None)
    return span_of(annotated, thing.first, next(aim, thing.last))


def _addressee(annotated: Annotated, cue: Cue, thing: Thing) -> Token | None:
    """The noun between a cue and its thing that is asked: "le royaume" in "appelle le royaume à négocier"."""
    between = annotated.tokens[cue.token.i + 1 : thing.first]
    for token in between:
        if token.pos not in ("NOUN", "PROPN") or token.lower in TIMES:
            continue
        case = next((c.lower for c in annotated.dependents(token, "case")), "")
        if case == "" and cue.entry.addressee == "obj" and token.dep.startswith(("obj", "nsubj", "iobj", "obl", "nmod", "ROOT")):
            return token
        if case in ("à", "au", "aux") and cue.entry.addressee == "à":
            return token
    return None


def _stance(cue: Cue, thing: Thing, about: About | None) -> str:
    """The stance of the cue, unless talks turn it, or the thing is itself accepting or refusing ("prêt à accepter")."""
    if cue.entry.on_talks is not None and about is not None and about.issue in _TALKS and not cue.negated and thing.head.lemma not in _MAKING:
        return cue.entry.on_talks
    inner = next((e.stance for e in lexicon().get(thing.head.lemma, ()) if e.category == "verb" and "obj" in e.frames), None)
    if cue.entry.addressee is None and not cue.negated and inner in ("accepts", "rejects") and cue.stance in ("offers", "demands"):
        return inner
    return cue.stance


def _of_attitude(entry: Stance) -> bool:
    """True for words that are said of persons too: "opposé au maire", "s'opposer au président" tell of rivals, not of a thing refused."""
    return entry.category == "adjective" or (entry.reflexive and entry.stance == "rejects")


def _fits(annotated: Annotated, cue: Cue, thing: Thing) -> bool:
    """True when a thing may be asked or refused by a word: `things` and `excluded` of its entry."""
    entry = cue.entry
    if thing.head.lemma in entry.excluded or (_of_attitude(entry) and names_person(thing.head)):
        return False
    if (entry.heads and thing.head.lemma not in entry.heads) or not _stands_between(annotated, cue, thing):
        return False
    words = _TALK_WORDS if entry.things in ("talks", "pacts") else _HEAD_WORDS
    head = span_of(annotated, thing.first, min(thing.last, thing.first + words))
    about = classify([annotated.document.quote(head)])
    kinds = {texts().get(thing.head.lemma), texts().get(thing.head.lower)}
    negotiable = (about is not None and about.weight >= 2) or bool(kinds & {"deal", "plan", "matter"})
    if entry.things in ("talks", "pacts") and about is not None and about.guide == "meeting":
        return True
    if entry.things in ("talks", "pacts"):
        return entry.things == "pacts" and "deal" in kinds
    if entry.things == "texts":
        return bool(kinds & {"deal", "plan", "matter"})
    if entry.things == "negotiable":
        return negotiable
    return (
        entry.things == "any"
        or negotiable
        or thing.head.has("VerbForm=Inf")
        or thing.shape == "que"
        or "act" in kinds
        or thing.head.lemma.endswith(_ACTS)
    )


def _stands_between(annotated: Annotated, cue: Cue, thing: Thing) -> bool:
    """True when the words that the entry wants between itself and the thing stand there, or it wants none."""
    between = annotated.document.text[cue.token.end : annotated.tokens[thing.first].start].lower().replace("’", "'")
    return not cue.entry.between or any(word in between for word in cue.entry.between)


def about_of(annotated: Annotated, span: Span, anchor: Token) -> About | None:
    """The issue of a thing by its own words; by its sentence and the one before when it is a mere reference ("ce plan", "ces exigences")."""
    text = annotated.document.quote(span)
    first = annotated.token_at(span.start)
    vague = words_in(text) <= _VAGUE or (first is not None and first.lower in _DEMONSTRATIVES) or _names_a_text(annotated, span)
    own = classify([_CIRCUMSTANCE.split(text, maxsplit=1)[0] or text])
    if own is not None or not vague:
        return own
    near = classify(around(annotated, anchor))
    return near if near is not None and near.issue not in _TALKS else topic(annotated.document.text) or near


def _names_a_text(annotated: Annotated, span: Span) -> bool:
    """True for a thing that is a plan or a deal whose matter is told elsewhere."""
    head = next((t for t in annotated.tokens_in(span) if t.pos == "NOUN"), None)
    return head is not None and texts().get(head.lemma) in ("deal", "plan", "matter")


def around(annotated: Annotated, token: Token) -> tuple[str, ...]:
    """What may tell the issue of a thing that does not tell it itself: its sentence, then the one before it."""
    sentence = annotated.sentences[token.sentence]
    before = annotated.sentences[sentence.i - 1] if sentence.i else sentence
    return tuple(annotated.document.quote(s.span) for s in (sentence, before))


def with_verb(annotated: Annotated, verb: Token, span: Span, whole: bool = False) -> Span:
    """The passage of a thing; one too short to stand alone with its verb, and with its subject when that stands just before.
    whole: tell the subject and the verb in any case."""
    count = words_in(annotated.document.quote(span))
    if (count > _SHORT and not whole) or verb.start >= span.start or annotated.sentence_at(span.start) != annotated.sentence_at(verb.start):
        return span
    if is_noun(annotated, verb):
        noun, verb = verb, clause_head(annotated, verb)
        if verb.start >= span.start or not whole:
            owned = noun.i and annotated.tokens[noun.i - 1].pos == "DET" and annotated.tokens[noun.i - 1].has("Poss=Yes")
            return Span(annotated.tokens[noun.i - 1].start if owned else noun.start, span.end)
    first = verb_group(annotated, verb).first
    first = min([first, *(t for t in annotated.dependents(verb) if t.pos == "PRON" and first.i - 2 <= t.i < verb.i)], key=lambda t: t.i)
    if count <= _BARE or whole:
        first = _subject_start(annotated, verb, first)
    told = Span(first.start, span.end)
    act = next((t.has("VerbForm=Inf") for t in annotated.tokens_in(span) if t.pos not in ("ADV", "PUNCT")), False)
    alone = act and not whole and count > _BARE and words_in(annotated.document.quote(told)) > 2 * count
    return span if alone else told


def _subject_start(annotated: Annotated, verb: Token, first: Token) -> Token:
    subject = own_subject(annotated, verb)
    if subject is None or subject.i >= verb.i or subject.i > first.i:
        return first
    subject = antecedent(annotated, subject) or subject
    start = next((t for t in annotated.subtree(subject) if t.pos not in ("ADP", "PUNCT")), subject)
    near = first.i - start.i <= _SUBJECT and start.sentence == first.sentence
    return start if near else first


def _thing_before(annotated: Annotated, cue: Cue) -> list[Candidate] | None:
    """Things that stand before their verb: the subject of a passive, a noun with its participle, a clitic, "que" and its antecedent.
    None when there is none, so that the thing must follow."""
    if cue.entry.category != "verb" or "obj" not in cue.entry.frames:
        return None
    passive = _of_passive(annotated, cue)
    if passive is not None:
        return passive
    for token in annotated.dependents(cue.token, "obj", "iobj", "expl"):
        if token.i < cue.token.i and token.lower in _CLITICS:
            told = cue.stance in ("accepts", "rejects") and not cue.token.has("VerbForm=Inf")
            return _vague(annotated, cue, token) if told else []
        if token.i < cue.token.i and token.lower in ("que", "qu'", "qu’") and annotated.tokens[token.i - 1].lower == "ce":
            return _vague(annotated, cue, annotated.tokens[token.i - 1]) if cue.stance in ("accepts", "rejects") else []
    return None


def _vague(annotated: Annotated, cue: Cue, first: Token) -> list[Candidate]:
    """ "Les insurgés l'ont rejeté", "ce que refuse la junte": the clause, with the issue of what stands before."""
    subject = own_subject(annotated, cue.token)
    inverted = subject is not None and subject.i > cue.token.i
    last = annotated.subtree(subject)[-1] if inverted and subject is not None else cue.token
    start = first if inverted else _subject_start(annotated, cue.token, first)
    if last.i - start.i > 20:
        return []
    near = classify(around(annotated, cue.token))
    about = near if near is not None and near.issue not in _TALKS else topic(annotated.document.text) or near
    span = span_of(annotated, start.i, last.i + 1)
    return [Candidate(cue.stance, span, about, cue.token, f"stance:{cue.entry.lemma}:vague")] if _telling(cue, about) else []


def _telling(cue: Cue, about: About | None) -> bool:
    return cue.entry.things in ("any", "acts") or about is not None


def _of_passive(annotated: Annotated, cue: Cue) -> list[Candidate] | None:
    """ "des demandes rejetées par la Ligue", "le plan a été fustigé par la junte". A passive without its agent has no party."""
    verb = cue.token
    if not verb.has("VerbForm=Part") or cue.entry.reflexive:
        return None
    agent = agent_of_passive(annotated, verb)
    if agent is None:
        return [] if verb_group(annotated, verb).passive else None
    if not _passive_fits(annotated, cue):
        return []
    span = _passive_span(annotated, verb, agent)
    if span is None:
        return None
    about = classify([annotated.document.quote(span), *around(annotated, verb)])
    return [Candidate(cue.stance, span, about, verb, f"stance:{cue.entry.lemma}:passive", passive=True)] if _telling(cue, about) else []


def _passive_fits(annotated: Annotated, cue: Cue) -> bool:
    """True when what is refused or asked in a passive may be: `things` and `excluded` of the entry."""
    verb = cue.token
    noun = _passive_noun(annotated, verb)
    if noun.lemma in cue.entry.excluded or noun.lower in ("il", "qui"):
        return noun.lower == "qui"
    if cue.entry.things == "any" or noun.i > verb.i:
        return True
    return texts().get(noun.lemma) in ("deal", "plan", "matter") or (cue.entry.things != "texts" and _at_stake(annotated, noun, verb))


def _passive_noun(annotated: Annotated, verb: Token) -> Token:
    """What a passive is said of: its subject, the noun it stands with, or the noun before it where the parser hangs it on a verb ("… ce plan,
    aussi rejeté par la Ligue")."""
    noun = next((t for t in annotated.dependents(verb, "nsubj")), annotated.tokens[verb.head])
    if noun.pos not in ("VERB", "AUX") or noun.i == verb.i:
        return noun
    before = verb.i - 1
    while before > noun.i and annotated.tokens[before].pos in ("ADV", "PUNCT"):
        before -= 1
    return annotated.tokens[before] if annotated.tokens[before].pos == "NOUN" else noun


def _at_stake(annotated: Annotated, noun: Token, verb: Token) -> bool:
    """True for a noun that is itself, with what belongs to it before the verb, a matter of negotiation."""
    about = classify([annotated.document.quote(span_of(annotated, noun.i, verb.i))]) if noun.i < verb.i else None
    return about is not None and about.weight >= 2


def _passive_span(annotated: Annotated, verb: Token, agent: Token) -> Span | None:
    """From the thing to the agent; from the participle alone when the thing is long or apart."""
    noun = _passive_noun(annotated, verb)
    last = _agent_end(annotated, agent)
    start = (
        next((t for t in annotated.subtree(noun) if t.pos not in ("ADP", "PUNCT")), noun)
        if noun.i < verb.i and noun.sentence == verb.sentence
        else verb
    )
    if verb.i - start.i > _SUBJECT:
        start = verb
    while start.i == verb.i and verb.i > 0 and annotated.tokens[start.i - 1].pos == "ADV":
        start = annotated.tokens[start.i - 1]
    return None if last.i - start.i > 40 else span_of(annotated, start.i, last.i + 1)


def _agent_end(annotated: Annotated, agent: Token) -> Token:
    """The last word of a passive's agent, without what a relative clause tells of it."""
    below = annotated.subtree(agent)
    relative = next((i for i, t in enumerate(below) if i and t.lower in ("qui", "dont", "où", "que", "qu'")), len(below))
    return next((t for t in reversed(below[:relative]) if t.pos != "PUNCT"), agent)
