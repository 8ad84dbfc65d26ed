"""The words that name who takes a position: the subject of a verb, the possessor of a noun, the agent of a passive.

Where the parser errs on a subject, number and the order of words tell it.
"""

from collections.abc import Iterator

from pourparlers.claims.clauses import agent_of_passive, antecedent, clause_head, conjuncts, own_subject, subjects
from pourparlers.claims.context import Context
from pourparlers.claims.groups import group
from pourparlers.claims.particles import DASHES, OF_THE
from pourparlers.claims.positions.candidate import Candidate
from pourparlers.claims.positions.order import actor_by_order
from pourparlers.claims.positions.sides import unnamed
from pourparlers.claims.positions.stances import attitude_before, bare_verb, entries_of, lexicon
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.mention import Mention
from pourparlers.model.text import Span

FIRST_PERSON = frozenset(("nous", "je", "j'", "j’", "on", "me", "m'", "m’", "notre", "nos", "mon", "ma", "mes", "moi"))
IMPERSONAL = frozenset(("il", "c'", "c’", "ce", "cela", "ça"))
#: First persons who are acted upon: "il m'a demandé".
_OBJECTS = frozenset(("me", "m'", "m’", "moi"))
#: Conjunctions behind which another clause, with another subject, begins.
_TURNS = frozenset(("tandis", "alors", "que", "qu'", "qu’", "mais", "si", ";", ":"))
#: What stands between the names of a list.
_LISTING = frozenset((",", "et", "ainsi", "que", "puis", "ou"))
#: How far before a noun what opens the circumstance may stand.
_BEFORE = 5
#: How many words a dateline may have with its dash.
_DATELINE = 9
#: How many words behind a noun may name whom it belongs to.
_NEAR = 6
_CLOSE = 3


def holders(context: Context, candidate: Candidate) -> Iterator[Token]:
    """The words that name or stand for the party of a candidate, in order: whoever mediates refuses nothing ("les médiateurs ont suspendu les
    discussions")."""
    told = list(_holders(context, candidate))
    yield from () if candidate.stance == "rejects" and any(t.lemma in group("mediating") for t in told) else told


def _holders(context: Context, candidate: Candidate) -> Iterator[Token]:
    annotated, anchor = context.annotated, candidate.anchor
    if candidate.holder is not None:
        yield candidate.holder
    elif candidate.passive:
        agent = agent_of_passive(annotated, anchor)
        yield from () if agent is None else _agents(context, agent)
    elif anchor.pos == "NOUN" and not bare_verb(annotated, anchor):
        yield from _possessors(context, anchor)
    else:
        predicate = _predicate(annotated, anchor)
        yield from _subjects(context, predicate)
        yield from _likewise(context, predicate)


def _members(context: Context, verb: Token) -> Iterator[Token]:
    """Those listed between dashes just before a verb: "les pays garants — Lima, Quito et Rabat — ont appelé"."""
    tokens, first = context.annotated.tokens, context.annotated.sentences[verb.sentence].first
    closing = verb_group(context.annotated, verb).first.i - 1
    if closing <= first or tokens[closing].text not in DASHES:
        return
    opening = next((t.i for t in reversed(tokens[first:closing]) if t.text in DASHES), closing)
    inside = [m for m in context.mentions.within(Span(tokens[opening].start, tokens[closing].start)) if m.form == "name"]
    yield from (tokens[m.head] for m in inside if len(inside) > 1)


def _agents(context: Context, agent: Token) -> Iterator[Token]:
    """Whoever a passive names behind "par": all of "proposée par le roi, la Ligue et l'émir", whatever the parser makes of the list."""
    found = conjuncts(context.annotated, agent)
    stop = context.annotated.sentences[agent.sentence].last
    rest = list(_listed(context, found[-1], stop)) if len(found) == 1 else []
    behind = context.annotated.tokens[rest[-1].i + 1 : rest[-1].i + 4] if rest else ()
    joined = bool(rest) and context.annotated.tokens[_before_name(context, rest[0])].lower in (",", "et")
    yield from found
    yield from rest if joined and not any(t.has("VerbForm=Fin") and not t.has("Number=Sing") for t in behind) else ()


def mention_of(context: Context, token: Token) -> Mention | None:
    """The mention that a word heads, or that holds it."""
    mention = context.mentions.headed(token.i) or context.mentions.at(token.start)
    if mention is None or context.mentions.actor(mention.actor).name[:1].isupper():
        return mention
    return _name_beside(context, token) or mention


def _name_beside(context: Context, token: Token) -> Mention | None:
    """The name that stands with a common noun: "l'ONG Secours pour tous"."""
    for beside in context.annotated.dependents(token, "appos", "nmod", "flat"):
        bare = not any(True for _ in context.annotated.dependents(beside, "case"))
        if bare and beside.pos == "PROPN" and beside.i <= token.i + 3:
            return context.mentions.headed(beside.i) or context.mentions.at(beside.start)
    return None


def _predicate(annotated: Annotated, anchor: Token) -> Token:
    """The verb whose subject counts: for "se dit prêt à" it is "dit"."""
    if anchor.pos != "VERB" and any(True for _ in annotated.dependents(anchor, "cop")):
        return anchor
    told = attitude_before(annotated, anchor)
    if told is not None:
        return told
    governor = annotated.tokens[anchor.head]
    if governor.i != anchor.i and governor.pos == "VERB" and own_subject(annotated, anchor) is None and anchor.pos != "VERB":
        return governor
    return anchor


def _subjects(context: Context, verb: Token) -> Iterator[Token]:
    """The subjects of a verb: its own; where the parser finds none that could act, the first actor of the clause that no preposition governs;
    then whatever the order of words suggests."""
    annotated = context.annotated
    owner = _of_participle(annotated, verb)
    if owner is not None:
        yield from (owner,) if _acts(context, owner) else ()
        return
    members = list(_members(context, verb))
    if members:
        yield from members
        return
    told = actor_by_order(context, verb)
    if told is not None:
        yield from _joined(context, told, verb)
        yield told
        return
    found = [t for t in subjects(annotated, verb) if _acts(context, t) and not _in_dateline(annotated, t)]
    own = own_subject(annotated, verb)
    if own is not None and not found and _nobody(context, verb, own):
        return
    several = own is None and found and _bearer(annotated, _finite_above(annotated, verb)).has("Number=Plur")
    joined = list(_listed(context, found[-1], verb.i)) if several else []
    if joined:  # "le roi et l'émir se sont vus et ont convenu": the subject is that of the verb before
        yield from (*found, *joined)
        return
    parted = own is not None and any(t.text in (":", ";") for t in annotated.tokens[own.i + 1 : verb.i])  # "Island : le front veut …"
    if own is not None and found and not parted and _agrees(annotated, verb, found):
        yield from _joined(context, found[0], verb)
        yield from found
        yield from _listed(context, found[-1], verb.i)
        return
    first = next(_free_actors(context, verb), None) or _behind_opening(context, verb)
    yield from found if first is None else conjuncts(annotated, first)


def _joined(context: Context, told: Token, verb: Token) -> Iterator[Token]:
    """The heads of the actors that "et" and commas join to the last of a plural subject, in order: "le roi, le maire et l'émir, qui …, ont
    convenu"."""
    annotated, found = context.annotated, list[Token]()
    joiner, link = _before_name(context, told), "et"
    while _bearer(annotated, verb).has("Number=Plur") and joiner > 0 and annotated.tokens[joiner].lower == link:
        other = context.mentions.at(annotated.tokens[joiner - 1].start)
        if other is None or other.form == "pronoun":
            break
        found.append(annotated.tokens[other.head])
        joiner, link = _before_name(context, found[-1]), ","
    yield from reversed(found)


def _before_name(context: Context, head: Token) -> int:
    """The index before the mention that a word heads and its article; of the word where no mention has it."""
    mention = mention_of(context, head)
    opening = None if mention is None else context.annotated.token_at(mention.span.start)
    first = head.i if opening is None else opening.i
    first -= first > 0 and context.annotated.tokens[first - 1].pos == "DET"
    return first - 1


def _in_dateline(annotated: Annotated, token: Token) -> bool:
    """True for "Lima" in "Lima (Pérou) - Le gouvernement a accepté …"."""
    sentence = annotated.sentences[token.sentence]
    head = annotated.tokens[sentence.first : min(sentence.last, sentence.first + _DATELINE)]
    dash = next((t.i for t in head if t.text in ("-", "–", "—", "--")), None)
    return dash is not None and token.i < dash


def _of_participle(annotated: Annotated, verb: Token) -> Token | None:
    """The noun of its own that a participle has between a comma and itself: "le royaume hésite, la loi exigeant que"."""
    opening = annotated.tokens[max(0, verb.i - 3) : verb.i]
    absolute = len(opening) == 3 and opening[0].text == "," and opening[1].pos == "DET" and opening[2].pos == "NOUN"
    return opening[2] if absolute and verb.lower.endswith("ant") else None


def _nobody(context: Context, verb: Token, own: Token) -> bool:
    """True for a verb in the third person whose subject is a thing that stands just before it: "la pandémie, qui a contraint le pays à …"."""
    thing = antecedent(context.annotated, own) or own
    first = verb_group(context.annotated, verb).first.i
    near = thing.pos == "NOUN" and thing.i < own.i + 1 and own.i >= first - _CLOSE
    named = any(context.mentions.headed(t.i) is not None for t in context.annotated.tokens[thing.i + 1 : first])
    return near and not named and context.annotated.tokens[thing.i - 1].pos == "DET" and _agrees(context.annotated, verb, [thing])


def _agrees(annotated: Annotated, verb: Token, found: list[Token]) -> bool:
    """False when a finite verb in the plural has a single noun in the singular, or the other way round."""
    bearer = _bearer(annotated, verb)
    if not bearer.has("VerbForm=Fin") or len(found) > 1 or found[0].pos != "NOUN":
        return True
    return not (bearer.has("Number=Plur") and found[0].has("Number=Sing")) and not (bearer.has("Number=Sing") and found[0].has("Number=Plur"))


def _bearer(annotated: Annotated, verb: Token) -> Token:
    """The finite verb of a group, which tells number: its auxiliary, or itself."""
    return next((t for t in annotated.dependents(verb, "aux", "cop") if t.has("VerbForm=Fin")), verb)


def _finite_above(annotated: Annotated, verb: Token) -> Token:
    """The verb that governs an infinitive: "annoncé" for "mis" in "ont annoncé s'être mis d'accord"; a verb itself where nothing governs it."""
    above = annotated.tokens[verb.head]
    return above if verb.dep == "xcomp" and above.pos == "VERB" and not _bearer(annotated, verb).has("VerbForm=Fin") else verb


def _listed(context: Context, subject: Token, stop: int) -> Iterator[Token]:
    """The heads of the actors that commas and "et" join to a noun before token `stop`, where the parser hangs them elsewhere; none where no
    "et" closes the list."""
    tokens, mention = context.annotated.tokens, mention_of(context, subject)
    found: list[Token] = []
    closed = mention is None
    behind = subject.end if mention is None else mention.span.end
    for token in tokens[subject.i + 1 : stop]:
        if token.start < behind:
            continue
        closed = closed or token.lower == "et"
        other = context.mentions.at(token.start)
        if other is not None and other.form != "pronoun" and other.head < stop:
            found.append(tokens[other.head])
            behind = other.span.end
        elif token.lower not in _LISTING and token.pos != "DET":
            break
    yield from found if closed else ()


def _likewise(context: Context, verb: Token) -> Iterator[Token]:
    """The head of the actor behind "tout comme": "le roi a refusé, tout comme l'émir"."""
    annotated = context.annotated
    behind = annotated.tokens[verb.i + 1 : annotated.sentences[verb.sentence].last]
    like = next((t.i for t in behind if t.lower == "comme" and annotated.tokens[t.i - 1].lower == "tout"), None)
    near = () if like is None else annotated.tokens[like + 1 : like + 4]
    found = next((m for t in near if (m := context.mentions.headed(t.i)) is not None and m.form != "pronoun"), None)
    yield from () if found is None else (annotated.tokens[found.head],)


def _behind_opening(context: Context, verb: Token) -> Token | None:
    """The actor behind the comma that closes a phrase at the head of its sentence: "opposés au plan, les insurgés …"."""
    annotated = context.annotated
    sentence = annotated.sentences[verb.sentence]
    if verb.i > sentence.first + 1 or not verb.has("VerbForm=Part"):
        return None
    comma = next((t.i for t in annotated.tokens[verb.i : sentence.last] if t.text == ","), None)
    near = () if comma is None else annotated.tokens[comma + 1 : min(comma + 4, sentence.last)]
    return next((t for t in near if context.mentions.headed(t.i) is not None), None)


def _acts(context: Context, token: Token) -> bool:
    if token.lower in _OBJECTS:
        return False
    personal = token.lower in FIRST_PERSON or token.lower in IMPERSONAL
    return personal or token.lemma in group("both_sides") or mention_of(context, token) is not None or bool(unnamed(context.annotated, token))


def _free_actors(context: Context, verb: Token) -> Iterator[Token]:
    """The heads of mentions that stand before a verb in its clause without a preposition, in order."""
    annotated = context.annotated
    for token in annotated.tokens[_clause_begin(annotated, verb) : verb.i]:
        mention = None if _in_dateline(annotated, token) else context.mentions.headed(token.i)
        free = not any(True for _ in annotated.dependents(token, "case")) and token.dep not in ("obj", "amod")
        if mention is not None and free and _agrees(annotated, verb, [token]):
            yield token


def _clause_begin(annotated: Annotated, verb: Token) -> int:
    """The index from which on the subject of a verb may stand: behind the last conjunction, unless "et" and an auxiliary in another number
    lead back to the verb before that ("les députés ont estimé que …, et ont rejeté")."""
    first = annotated.sentences[verb.sentence].first
    if (verb.has("VerbForm=Part") and verb.has("Tense=Pres")) or _second(annotated, verb):
        return first
    return max((t.i for t in annotated.tokens[first : verb.i] if t.lower in _TURNS), default=first)


def _second(annotated: Annotated, verb: Token) -> bool:
    """True right behind "et" or "mais": a second verb of the same subject."""
    opening = verb_group(annotated, verb).first.i - 1
    while opening > 0 and annotated.tokens[opening].pos == "ADV":
        opening -= 1
    return opening > 0 and annotated.tokens[opening].lower in ("et", "mais")


def _possessors(context: Context, noun: Token) -> Iterator[Token]:
    """ "le refus de la junte", "l'appel russe", "son refus": who the noun belongs to, else the subject of its verb."""
    annotated = context.annotated
    beside = [t for t in annotated.dependents(noun, "nmod", "amod", "obl", "det") if t.i < noun.i + _NEAR]
    own = [t for t in beside if (_belongs(t) and _acts(context, t)) or _of_whom(context, noun, t)]
    if own and own[0].lower not in FIRST_PERSON:
        yield from own[:1]
        return
    head = clause_head(annotated, noun)
    if _in_circumstance(annotated, noun) or _of_others(annotated, noun, head):
        return
    if head.i != noun.i and not (_owned(annotated, noun) and any(e.stance in ("accepts", "rejects") and not e.reflexive for e in entries_of(head))):
        yield from (t for t in _subjects(context, head) if t.i != noun.i)


def _of_others(annotated: Annotated, noun: Token, verb: Token) -> bool:
    """True for the refusal in "l'émir regrette leur refus": a stance that somebody blames is another's."""
    return verb.i < noun.i and verb.lemma in group("blaming") and annotated.tokens[noun.i - 1].has("Poss=Yes")


def _in_circumstance(annotated: Annotated, noun: Token) -> bool:
    """True for "les appels" of "malgré les appels au calme": a noun that belongs to nobody, behind what opens a circumstance."""
    first = max(annotated.sentences[noun.sentence].first, noun.i - _BEFORE)
    for token in reversed(annotated.tokens[first : noun.i]):
        if token.pos == "DET" and token.has("Poss=Yes"):
            return False
        if token.lower in group("opening_circumstances"):
            return True
        if token.pos in ("VERB", "AUX", "PUNCT", "PRON"):
            return False
    return False


def _belongs(token: Token) -> bool:
    return token.lower in FIRST_PERSON or token.pos == "ADJ" or (token.pos == "PROPN" and token.text[:1].isupper())


def _owned(annotated: Annotated, noun: Token) -> bool:
    """ "sa demande", which nobody accepts from himself."""
    asked = any(e.stance in ("demands", "offers") for e in lexicon().get(noun.lemma, ()))
    return asked and noun.i > 0 and annotated.tokens[noun.i - 1].lower in ("sa", "son", "ses", "leur", "leurs")


def _of_whom(context: Context, noun: Token, token: Token) -> bool:
    """True for the side whose refusal or promise it is: "de la junte", "des deux pays" right behind the noun."""
    linked = any(c.lower in OF_THE for c in context.annotated.dependents(token, "case"))
    close = token.pos == "NOUN" and token.i <= noun.i + _CLOSE
    return linked and close and (token.lemma in group("both_sides") or context.mentions.headed(token.i) is not None)
