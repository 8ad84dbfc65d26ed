"""Cues and their things as candidates for positions: stance, passage and issue known, the party not yet."""

from collections.abc import Iterator
from dataclasses import replace

from pourparlers.claims.groups import group
from pourparlers.claims.particles import TO_THE
from pourparlers.claims.positions.before import is_summons, things_before
from pourparlers.claims.positions.candidate import Candidate
from pourparlers.claims.positions.extents import infinitive_at, other_asked, reach, span_of
from pourparlers.claims.positions.issues import About, classify
from pourparlers.claims.positions.matter import TALKS, about_of
from pourparlers.claims.positions.passages import passage
from pourparlers.claims.positions.sides import names_people, names_person
from pourparlers.claims.positions.stances import Cue, Stance, find_cues, lexicon, times
from pourparlers.claims.positions.texts import kind_of, text_of, texts
from pourparlers.claims.positions.things import Thing, find_thing, parts
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span

#: How many words of a thing tell whether it is a matter of negotiation.
_HEAD_WORDS = 7
_TALK_WORDS = 4
#: Forms of "devoir" that tell what is still to come, and how far before an infinitive they may stand.
_MUST, _DUTY = frozenset(("doit", "doivent", "devra", "devront")), 3
#: Weight from which a word that takes a stance tells the issue too.
_TELLING = 4
#: Issues of acts that are one demand with the talks that go with them.
_PEACEABLE = frozenset(("ceasefire", "meeting", "other"))
#: Endings of nouns of acts, which can be asked and offered.
_ACTS = ("tion", "sion", "ment", "age", "ance", "ure")


def from_cues(annotated: Annotated) -> Iterator[Candidate]:
    """The candidates that words of demanding and refusing tell, in order. A cue within another's thing ("appelle à accepter …") tells none."""
    taken = -1
    for cue in find_cues(annotated):
        if cue.token.start < taken:
            continue
        for candidate in _of_cue(annotated, cue):
            yield candidate
            taken = max(taken, candidate.span.end, candidate.behind)


def _of_cue(annotated: Annotated, cue: Cue) -> Iterator[Candidate]:
    lays_down = cue.entry.category == "provision" or cue.entry.stance == "offers"
    text = text_of(annotated, cue) if lays_down and cue.token.pos == "VERB" else None
    if cue.entry.category == "provision" and text is None:
        return
    before = things_before(annotated, cue) if text is None else None
    if before is not None:
        yield from before
        return
    if cue.entry.category == "verb" and (_called_upon(annotated, cue.token) or _still_to_accept(annotated, cue)):
        return
    thing = find_thing(annotated, cue)
    if thing is None or thing.head.lemma in group("courtesies") or _of_comment(annotated, thing) or _set_aside(annotated, cue, thing):
        return
    listed = False
    for part in by_issue(annotated, list(parts(annotated, thing))):
        listed = listed or _fits(annotated, cue, part)  # what a list begins with may be asked, and so may the rest of it
        if part.head.lemma in cue.entry.excluded and not listed:
            return  # "appelle à l'aide et …"
        if listed and part.head.lemma not in cue.entry.excluded:
            candidate = _candidate(annotated, cue, part)
            yield candidate if text is None else _laid_down(candidate, text)
    if listed:
        yield from _of_others(annotated, cue, thing)


def _of_others(annotated: Annotated, cue: Cue, thing: Thing) -> Iterator[Candidate]:
    """What the same word asks of somebody else: "exhorte la junte à libérer les otages et les rebelles à quitter la ville"."""
    behind = annotated.tokens[thing.last : thing.last + 2]
    joiner = next((t.i for t in behind if t.lower == "et" and all(m.pos == "PUNCT" for m in behind[: t.i - thing.last])), None)
    first = other_asked(annotated, joiner + 1) if joiner is not None and cue.entry.addressee == "obj" else None
    act = None if first is None else infinitive_at(annotated, first)
    if first is not None and act is not None:
        other = Thing(first, max(first + 1, reach(annotated, first)), thing.shape, act)
        candidate = _candidate(annotated, cue, other)
        asked = annotated.tokens[thing.last : first]
        yield replace(candidate, addressee=next((t for t in asked if t.pos in ("NOUN", "PROPN")), None))


def _set_aside(annotated: Annotated, cue: Cue, thing: Thing) -> bool:
    """True for "vous ai appelés non pas pour que vous me défendiez": it is not what is asked."""
    between = [t.lower for t in annotated.tokens[cue.token.i + 1 : thing.first + 1]]
    return "non" in between and "pas" in between[between.index("non") :]


def _called_upon(annotated: Annotated, verb: Token) -> bool:
    """True for a bare participle of which its noun suffers: "la cheffe de file, appelée à diriger le cabinet" asks for nothing."""
    bare = verb.has("VerbForm=Part") and verb.has("Tense=Past") and not any(True for _ in annotated.dependents(verb, "aux"))
    return bare and verb.dep.startswith(("acl", "amod")) and annotated.tokens[verb.i - 1].text == ","


def _still_to_accept(annotated: Annotated, cue: Cue) -> bool:
    """True for "le Parlement doit ratifier le texte": nobody has accepted what is still to be."""
    if cue.stance != "accepts" or not cue.token.has("VerbForm=Inf"):
        return False
    before = annotated.tokens[max(0, cue.token.i - _DUTY) : cue.token.i]
    must = next((n for n, t in enumerate(before) if t.lower in _MUST), None)
    return must is not None and all(t.pos in ("AUX", "VERB", "ADV") for t in before[must + 1 :])


def _of_comment(annotated: Annotated, thing: Thing) -> bool:
    """True for "faire de commentaire", which whoever answers the press does or does not, and for "ce qui suit", which is told below."""
    words = annotated.tokens[thing.first : min(thing.last, thing.first + _TALK_WORDS)]
    return any(t.lemma == "commentaire" for t in words) or [t.lower for t in words[-3:]] == ["ce", "qui", "suit"]


def _laid_down(candidate: Candidate, text: Token) -> Candidate:
    """What a text lays down is accepted by those who signed it, or offered by whoever wrote it."""
    stance = "accepts" if kind_of(text) == "deal" else "offers"
    return replace(candidate, stance=stance, anchor=text, text=True, rule=f"{candidate.rule}:text")


def by_issue(annotated: Annotated, things: list[Thing]) -> Iterator[Thing]:
    """Coordinated things of one issue are one row; of several, one each. An act and the talks that go with it are one ("cesser le feu et
    reprendre le dialogue")."""
    kept: list[tuple[Thing, str]] = []
    for thing in things:
        about = classify([annotated.document.quote(thing.span(annotated))])
        issue = "other" if about is None else about.guide
        apart = {issue, kept[-1][1]} - _PEACEABLE if kept else {issue}
        together = thing.head.has("VerbForm=Inf") and kept and "meeting" in (issue, kept[-1][1]) and not apart
        one_line = kept and annotated.tokens[kept[-1][0].first].sentence == annotated.tokens[thing.first].sentence
        if one_line and (kept[-1][1] == issue or together):
            last, told = kept[-1]
            kept[-1] = (Thing(last.first, thing.last, last.shape, last.head), told)
        else:
            kept.append((thing, issue))
    return (thing for thing, _ in kept)


def _candidate(annotated: Annotated, cue: Cue, thing: Thing) -> Candidate:
    span = thing.span(annotated)
    told = classify([cue.token.text])
    tells = told is not None and told.weight >= _TELLING  # "reconnaître l'indépendance" is about recognition
    about = about_of(annotated, Span(cue.token.start, span.end) if tells and cue.token.start < span.start else span, cue.token)
    apart = any(t.lower in ("et", "ou") or t.text == "," for t in annotated.tokens[cue.token.i : thing.first])
    stance = "offers" if _halts_fighting(annotated, cue, thing) else _stance(cue, thing, about)
    whole_span = span if apart else passage(annotated, cue, _without_aim(annotated, thing) if cue.entry.whole else span, stance)
    rule = f"stance:{cue.entry.lemma}"
    asked = _addressee(annotated, cue, thing)
    summoned = is_summons(annotated, cue)
    return Candidate(stance, whole_span, about, cue.token, rule, bearer=cue.entry.bearer, addressee=asked, behind=span.end, passive=summoned)


def _without_aim(annotated: Annotated, thing: Thing) -> Span:
    """A thing without the purpose that follows it: "les ponts avec le régime" before "pour protester contre …"."""
    aim = (t.i for t in annotated.tokens[thing.first + 1 : thing.last] if t.lower == "pour" and infinitive_at(annotated, t.i + 1) is not None)
    return span_of(annotated, thing.first, next(aim, thing.last))


def _addressee(annotated: Annotated, cue: Cue, thing: Thing) -> Token | None:
    """The noun between a cue and its thing that is asked: "le royaume" in "appelle le royaume à négocier"."""
    between = annotated.tokens[cue.token.i + 1 : thing.first]
    for token in between:
        if token.pos not in ("NOUN", "PROPN") or token.lower in times():
            continue
        case = next((c.lower for c in annotated.dependents(token, "case")), "")
        if case == "" and cue.entry.addressee == "obj" and token.dep.startswith(("obj", "nsubj", "iobj", "obl", "nmod", "ROOT")):
            return token
        if case in TO_THE and cue.entry.addressee == "à":
            return token
    return None


def _stance(cue: Cue, thing: Thing, about: About | None) -> str:
    """The stance of the cue, unless talks turn it, or the thing is itself accepting or refusing ("prêt à accepter")."""
    if (
        cue.entry.on_talks is not None
        and about is not None
        and (about.issue in TALKS or (cue.entry.lemma in group("keeping") and kind_of(thing.head) == "deal"))
        and not cue.negated
        and thing.head.lemma not in group("brought_to")
    ):
        return cue.entry.on_talks
    inner = next((e.stance for e in lexicon().get(thing.head.lemma, ()) if e.category == "verb" and "obj" in e.frames), None)
    if cue.entry.addressee is None and not cue.negated and inner in ("accepts", "rejects") and cue.stance in ("offers", "demands"):
        return inner
    return cue.stance


def _halts_fighting(annotated: Annotated, cue: Cue, thing: Thing) -> bool:
    """True for "annonce la suspension de ses opérations": a stop is refused of talks, and granted of fighting."""
    words = annotated.tokens[thing.first : thing.last]
    return cue.stance == "rejects" and bool(cue.entry.heads) and any(t.lemma in group("fighting") for t in words) and not cue.negated


def _of_attitude(entry: Stance) -> bool:
    """True for words that are said of persons too: "opposé au maire", "s'opposer au président" tell of rivals, not of a thing refused."""
    return entry.category == "adjective" or (entry.reflexive and entry.stance == "rejects")


def _fits(annotated: Annotated, cue: Cue, thing: Thing) -> bool:
    """True when a thing may be asked or refused by a word: `things` and `excluded` of its entry."""
    entry = cue.entry
    if thing.head.lemma in entry.excluded or (_of_attitude(entry) and names_person(thing.head)):
        return False
    if thing.shape == "obj" and names_person(thing.head) and _behind_quotation(annotated, cue.token):
        return False  # « …, a exigé le porte-parole »: he says it
    if entry.category == "noun" and not entry.bearer and thing.shape == "gen" and names_people(thing.head):
        return False  # "les revendications de l'opposition" are hers
    if (entry.heads and thing.head.lemma not in entry.heads) or not _stands_between(annotated, cue, thing):
        return False
    words = _TALK_WORDS if entry.things in ("talks", "pacts") else _HEAD_WORDS
    head = span_of(annotated, thing.first, min(thing.last, thing.first + words))
    about = classify([annotated.document.quote(head)])
    kinds = {texts().get(thing.head.lemma), texts().get(thing.head.lower)}
    negotiable = (about is not None and about.at_stake) or bool(kinds & {"deal", "plan", "matter"})
    if entry.things in ("talks", "pacts") and about is not None and about.guide == "meeting" and about.at_stake:
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


def _behind_quotation(annotated: Annotated, verb: Token) -> bool:
    """True for a verb, with its auxiliaries, right behind the closing marks of a quotation."""
    first = verb_group(annotated, verb).first.i
    marks = annotated.tokens[max(0, first - 2) : first]
    return bool(marks) and all(t.pos == "PUNCT" for t in marks) and any(annotated.quotation_at(t.start) is not None for t in marks)


def _stands_between(annotated: Annotated, cue: Cue, thing: Thing) -> bool:
    """True when the words that the entry wants between itself and the thing stand there, or it wants none."""
    between = annotated.document.text[cue.token.end : annotated.tokens[thing.first].start].lower().replace("’", "'")
    return not cue.entry.between or any(word in between for word in cue.entry.between)
