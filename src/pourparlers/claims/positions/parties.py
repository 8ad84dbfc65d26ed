"""Who takes a position: the subject of the verb, the possessor of the noun, the speaker behind "nous", the author of a plan."""

import functools
from collections.abc import Iterable, Iterator, Sequence

from pourparlers.claims.clauses import agent_of_passive, clause_head, conjuncts, own_subject, subjects
from pourparlers.claims.context import Context
from pourparlers.claims.positions.authors import owners
from pourparlers.claims.positions.candidates import Candidate
from pourparlers.claims.positions.issues import fold
from pourparlers.claims.positions.sides import both_sides, side_of, unnamed
from pourparlers.claims.positions.standing import is_onlooker, looks_on
from pourparlers.claims.positions.texts import kind_of, mentions_of, texts
from pourparlers.lexicon import read_yaml
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.claim import Agent, Statement
from pourparlers.model.mention import Mention
from pourparlers.model.text import Span

_FIRST_PERSON = frozenset(("nous", "je", "j'", "j’", "on", "me", "m'", "m’", "notre", "nos", "mon", "ma", "mes", "moi"))
_IMPERSONAL = frozenset(("il", "c'", "c’", "ce", "cela", "ça"))
#: Conjunctions behind which another clause, with another subject, begins.
_TURNS = frozenset(("tandis", "alors", "que", "qu'", "qu’", "mais", "si", ";", ":"))
#: Names that name nobody.
_FACELESS = frozenset(["camp", "camps", "femme", "femmes", "gens", "habitants", "homme", "hommes", "pays", "personne", "personnes", "un", "une"])
#: Nouns for the sides of a conflict, even without "deux".
_PROTAGONISTS = frozenset(("partie", "party", "protagoniste", "belligérant"))
#: Nouns for both sides together behind "deux": "les deux camps", "les deux pays".
_BOTH = _PROTAGONISTS | frozenset(
    ("armée", "camp", "capitale", "chef", "délégation", "dirigeant", "gouvernement", "géant", "nation", "pays", "puissance", "voisin")
)


def parties(context: Context, statements: Sequence[Statement], candidate: Candidate) -> tuple[Agent, ...]:
    """The parties that take a candidate's position, in order, each once; empty when the text does not tell."""
    if candidate.spoken:
        said_by = speaker(context, statements, candidate.anchor.span)
        return () if said_by is None or not _may_demand(context, said_by) else (said_by,)
    if candidate.text:
        return _of_text(context, statements, candidate.anchor)
    if candidate.bearer:
        return (_bearer(context, candidate),)
    return _agents(context, statements, _holders(context, candidate))


def addressee(context: Context, candidate: Candidate) -> Agent | None:
    """The side that is asked, where the text names an actor."""
    mention = mention_of(context, candidate.addressee) if candidate.addressee is not None else None
    return None if mention is None else side_of(context, context.mentions.actor(mention.actor))


def _may_demand(context: Context, agent: Agent) -> bool:
    """True for a side, and for a person who acts for one: an onlooker's "il faut" is an opinion, no position."""
    actor = next((a for a in context.mentions.actors if a.id == agent.actor), None)
    return actor is None or actor.kind != "person"


def _bearer(context: Context, candidate: Candidate) -> Agent:
    """ "partisans d'une transition courte", as the text names them; what follows in a participle or after "et" is left out."""
    annotated = context.annotated
    name = annotated.tokens_in(Span(candidate.anchor.start, candidate.span.end))
    end = next((i for i, t in enumerate(name) if t.has("VerbForm=Part") or t.lower == "et"), len(name))
    return Agent(context.document.quote(Span(name[0].start, name[max(end, 1) - 1].end)))


def _agents(context: Context, statements: Sequence[Statement], tokens: Iterable[Token]) -> tuple[Agent, ...]:
    found: dict[str, Agent] = {}
    for token in tokens:
        for agent in _of_token(context, statements, token):
            if agent.name and fold(agent.name) not in _FACELESS and not looks_on(agent.name) and agent.name not in texts():
                found.setdefault(agent.name, agent)
    return tuple(found.values())


def _of_text(context: Context, statements: Sequence[Statement], noun: Token) -> tuple[Agent, ...]:
    """The author of a plan or the signatories of a deal, by the nearest passage that names them."""
    for mention in mentions_of(context.annotated, noun):
        found = _agents(context, statements, owners(context, mention))
        if found and (kind_of(noun) == "plan" or len(found) > 1):
            return found
    return ()


def _holders(context: Context, candidate: Candidate) -> Iterator[Token]:
    """The words that name or stand for the party."""
    annotated, anchor = context.annotated, candidate.anchor
    if candidate.passive:
        agent = agent_of_passive(annotated, anchor)
        yield from () if agent is None else conjuncts(annotated, agent)
    elif anchor.pos == "NOUN":
        yield from _possessors(context, anchor)
    else:
        yield from _subjects(context, _predicate(annotated, anchor))


def _predicate(annotated: Annotated, anchor: Token) -> Token:
    """The verb whose subject counts: for "se dit prêt à" it is "dit"."""
    governor = annotated.tokens[anchor.head]
    by_copula = any(True for _ in annotated.dependents(anchor, "cop"))
    if governor.i != anchor.i and governor.pos == "VERB" and not by_copula and own_subject(annotated, anchor) is None and anchor.pos != "VERB":
        return governor
    return anchor


def _subjects(context: Context, verb: Token) -> Iterator[Token]:
    """The subjects of a verb: its own; where the parser finds none that could act, the first actor of the clause that no preposition governs;
    then whatever the order of words suggests."""
    annotated = context.annotated
    found = [t for t in subjects(annotated, verb) if _acts(context, t)]
    own = own_subject(annotated, verb)
    if own is not None and found:
        yield from found
        yield from _joined(context, found[-1], verb)
        return
    first = next(_free_actors(context, verb), None) or _behind_opening(context, verb)
    yield from found if first is None else conjuncts(annotated, first)


def _joined(context: Context, subject: Token, verb: Token) -> Iterator[Token]:
    """The head of the actor that "et" joins to a subject before its verb, where the parser hangs it elsewhere."""
    mention, tokens = mention_of(context, subject), context.annotated.tokens
    behind = [t for t in tokens[subject.i + 1 : verb.i] if mention is not None and t.start >= mention.span.end]
    if len(behind) > 1 and behind[0].lower == "et":
        name = next((t for t in behind[1:3] if t.pos not in ("DET",)), behind[1])
        other = context.mentions.at(name.start)
        if other is not None and other.form != "pronoun" and other.head < verb.i:
            yield tokens[other.head]


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
    personal = token.lower in _FIRST_PERSON or token.lower in _IMPERSONAL
    return personal or token.lemma in _BOTH or mention_of(context, token) is not None or bool(unnamed(context.annotated, token))


def _free_actors(context: Context, verb: Token) -> Iterator[Token]:
    """The heads of mentions that stand before a verb in its clause without a preposition, in order."""
    annotated = context.annotated
    sentence = annotated.sentences[verb.sentence]
    before = annotated.tokens[sentence.first : verb.i]
    gerund = verb.has("VerbForm=Part") and verb.has("Tense=Pres")
    turn = max((t.i for t in before if t.lower in _TURNS and not gerund), default=sentence.first)
    for token in annotated.tokens[turn : verb.i]:
        mention = context.mentions.headed(token.i)
        if mention is not None and not any(True for _ in annotated.dependents(token, "case")) and token.dep not in ("obj", "amod"):
            yield token


def _possessors(context: Context, noun: Token) -> Iterator[Token]:
    """ "le refus de la junte", "l'appel russe", "son refus": who the noun belongs to, else the subject of its verb."""
    annotated = context.annotated
    own = [t for t in annotated.dependents(noun, "nmod", "amod", "obl", "det") if _belongs(t) and t.i < noun.i + 6 and _acts(context, t)]
    if own and own[0].lower not in _FIRST_PERSON:
        yield from own[:1]
        return
    head = clause_head(annotated, noun)
    if head.i != noun.i:
        yield from (t for t in _subjects(context, head) if t.i != noun.i)


def _belongs(token: Token) -> bool:
    return token.lower in _FIRST_PERSON or token.pos == "ADJ" or (token.pos == "PROPN" and token.text[:1].isupper())


def _of_token(context: Context, statements: Sequence[Statement], token: Token) -> tuple[Agent, ...]:
    """The parties that a word names: one, or both sides of the document for "les deux parties"."""
    mention = mention_of(context, token)
    ours = any(d.lower in _FIRST_PERSON for d in context.annotated.dependents(token, "det"))
    if token.lower in _FIRST_PERSON or ours or (token.lower in _IMPERSONAL and mention is None):
        said_by = speaker(context, statements, token.span)
        return () if said_by is None else (said_by,)
    if token.lemma in _BOTH and (_two(context.annotated, token) or token.lemma in _PROTAGONISTS):
        return _named_behind(context, token) or both_sides(context)
    if mention is None:
        return unnamed(context.annotated, token)
    actor = context.mentions.actor(mention.actor)
    return () if is_onlooker(actor) else (side_of(context, actor),)


def _two(annotated: Annotated, token: Token) -> bool:
    return any(t.lower == "deux" for t in annotated.tokens[max(0, token.i - 3) : token.i])


def _named_behind(context: Context, token: Token) -> tuple[Agent, ...]:
    """The two that an apposition names: "deux pays, la Suède et la Finlande"."""
    named = [t for t in context.annotated.dependents(token, "appos") if context.mentions.headed(t.i) is not None]
    heads = [c for t in named for c in conjuncts(context.annotated, t)]
    found = [m for h in heads if (m := context.mentions.headed(h.i)) is not None]
    return tuple(side_of(context, context.mentions.actor(m.actor)) for m in found)


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


def speaker(context: Context, statements: Sequence[Statement], span: Span) -> Agent | None:
    """The side of whoever says a passage: the speaker of the smallest statement that holds it."""
    held = [s for s in statements if s.evidence.span.covers(span)]
    if not held:
        return None
    agent = min(held, key=lambda s: len(s.evidence.span)).speaker
    if agent.name in _agencies() or agent.name in texts():
        return None
    actor = next((a for a in context.mentions.actors if a.id == agent.actor), None)
    if actor is None:
        return None if looks_on(agent.name) else agent
    return None if is_onlooker(actor) else side_of(context, actor)


@functools.cache
def _agencies() -> frozenset[str]:
    """Names of news agencies: they report, and take no position."""
    return frozenset(word for entry in read_yaml("world/agencies")["entries"] for word in (entry["name"], *entry.get("forms", ())))
