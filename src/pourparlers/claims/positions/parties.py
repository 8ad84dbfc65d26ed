"""Who takes a position: the subject of the verb, the possessor of the noun, the speaker behind "nous", the author of a plan; and the side they
act for."""

import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pourparlers.claims.clauses import agent_of_passive, clause_head, conjuncts, own_subject, subjects
from pourparlers.claims.context import Context
from pourparlers.claims.positions.candidates import Candidate
from pourparlers.claims.positions.extents import reach
from pourparlers.claims.positions.issues import fold
from pourparlers.claims.positions.texts import kind_of, mentions_of, put_forward_by
from pourparlers.lexicon import read_yaml
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.claim import Agent, Statement
from pourparlers.model.mention import Actor, Mention
from pourparlers.model.text import Span

_FIRST_PERSON = frozenset(("nous", "je", "j'", "j’", "on", "me", "m'", "m’", "notre", "nos", "mon", "ma", "mes", "moi"))
_IMPERSONAL = frozenset(("il", "c'", "c’", "ce", "cela", "ça"))
#: Conjunctions behind which another clause, with another subject, begins.
_TURNS = frozenset(("tandis", "alors", "que", "qu'", "qu’", "mais", "si", ";", ":"))
#: Nouns for both sides together: "les deux parties", "les deux pays".
_BOTH = frozenset(
    [
        "armée",
        "camp",
        "capitale",
        "chef",
        "belligérant",
        "délégation",
        "dirigeant",
        "gouvernement",
        "géant",
        "nation",
        "partie",
        "party",
        "pays",
        "protagoniste",
        "puissance",
        "voisin",
    ]
)
#: Offices whose holders act for the state or body that they belong to; politicians without one speak for themselves.
_OFFICIALS = frozenset(
    [
        "ambassadeur",
        "autorité",
        "conseiller",
        "délégation",
        "diplomate",
        "emissaire",
        "envoye",
        "ministre",
        "negociateur",
        "officiel",
        "porte-parole",
        "representant",
        "responsable",
    ]
)
#: A side must be named so often to be one of the two that a document is about.
_OFTEN = 2
#: Nouns for the sides of a conflict, even without "deux".
_PROTAGONISTS = frozenset(("partie", "party", "protagoniste", "belligérant"))
#: Words behind the parties of a deal that open its matter.
_MATTER = frozenset(("sur", "pour", "afin", "visant", "qui", "prévoyant", "concernant"))
#: Nouns that count those who act.
_CROWDS = frozenset(("dizaine", "centaine", "millier", "ensemble", "majorité", "plupart", "quinzaine", "vingtaine", "trentaine"))
#: Words of an unnamed group's name behind its noun.
_NAME_WORDS = 5
#: How far behind the noun of a deal "entre" may stand.
_NEAR = 8


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


def _may_demand(context: Context, agent: Agent) -> bool:
    """True for a side, and for a person who acts for one: an onlooker's "il faut" is an opinion, no position."""
    actor = next((a for a in context.mentions.actors if a.id == agent.actor), None)
    return actor is None or actor.kind != "person"


def _bearer(context: Context, candidate: Candidate) -> Agent:
    """ "partisans d'une transition courte", as the text names them."""
    return Agent(context.document.quote(Span(candidate.anchor.start, candidate.span.end)))


def _agents(context: Context, statements: Sequence[Statement], tokens: Iterable[Token]) -> tuple[Agent, ...]:
    found: dict[str, Agent] = {}
    for token in tokens:
        for agent in _of_token(context, statements, token):
            found.setdefault(agent.name, agent)
    return tuple(found.values())


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
        return
    first = next(_free_actors(context, verb), None)
    yield from found if first is None else conjuncts(annotated, first)


def _acts(context: Context, token: Token) -> bool:
    personal = token.lower in _FIRST_PERSON or token.lower in _IMPERSONAL
    return personal or token.lemma in _BOTH or mention_of(context, token) is not None


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


def _of_text(context: Context, statements: Sequence[Statement], noun: Token) -> tuple[Agent, ...]:
    """The author of a plan or the signatories of a deal, by the nearest passage that names them."""
    for mention in mentions_of(context.annotated, noun):
        found = _agents(context, statements, _between(context, mention) or _owners(context.annotated, mention))
        if found and (kind_of(noun) == "plan" or len(found) > 1):
            return found
    return ()


def _between(context: Context, noun: Token) -> tuple[Token, ...]:
    """The heads of the actors named behind "entre": "un accord de trêve entre le roi et le front". Empty where there is no "entre"."""
    annotated = context.annotated
    near = annotated.tokens[noun.i + 1 : noun.i + 1 + _NEAR]
    between = next((t for t in near if t.lower == "entre" and t.sentence == noun.sentence), None)
    if between is None:
        return ()
    behind = annotated.tokens[between.i + 1 : reach(annotated, between.i + 1)]
    end = next((i for i, t in enumerate(behind) if t.lower in _MATTER), len(behind))
    behind = behind[:end]
    heads = [t for t in behind if (m := context.mentions.headed(t.i)) is not None and m.form != "pronoun"]
    covered = [context.mentions.headed(t.i) for t in heads]
    return tuple(t for t in heads if not any(m is not None and m.head != t.i and m.span.covers(t.span) for m in covered))


def _owners(annotated: Annotated, noun: Token) -> Iterator[Token]:
    """ "le plan américain", "le plan de la Ligue", "le roi et le front ont signé un accord", "la médiatrice a présenté un plan"."""
    for token in annotated.dependents(noun, "nmod", "amod"):
        if kind_of(noun) == "plan" and _belongs(token) and _of(annotated, token):
            yield token
    if kind_of(noun) == "plan":
        yield from _author(annotated, noun)
    if kind_of(noun) == "deal":
        governor = clause_head(annotated, noun)
        yield from subjects(annotated, governor) if governor.i != noun.i and noun.dep.startswith(("obj", "obl")) else ()
        return
    author = put_forward_by(annotated, noun)
    if author is not None:
        yield author


def _author(annotated: Annotated, noun: Token) -> Iterator[Token]:
    """The name behind "de" in the noun phrase of a plan, where the parser hangs it elsewhere: "le plan de paix controversé de Pierre Morel"."""
    for token in annotated.tokens[noun.i + 1 : noun.i + _NEAR]:
        if token.pos in ("VERB", "AUX", "PUNCT") and not token.has("VerbForm=Part"):
            return
        if token.pos == "PROPN" and annotated.tokens[token.i - 1].lower in ("de", "du", "des", "d'", "d’", "m."):
            yield token
            return


def _of(annotated: Annotated, token: Token) -> bool:
    """True for a complement in "de", or one without a preposition."""
    return all(c.lower in ("de", "du", "des", "d'", "d’") for c in annotated.dependents(token, "case"))


def _of_token(context: Context, statements: Sequence[Statement], token: Token) -> tuple[Agent, ...]:
    """The parties that a word names: one, or both sides of the document for "les deux parties"."""
    mention = mention_of(context, token)
    ours = any(d.lower in _FIRST_PERSON for d in context.annotated.dependents(token, "det"))
    if token.lower in _FIRST_PERSON or ours or (token.lower in _IMPERSONAL and mention is None):
        said_by = speaker(context, statements, token.span)
        return () if said_by is None else (said_by,)
    if token.lemma in _BOTH and (_two(context.annotated, token) or token.lemma in _PROTAGONISTS):
        return _named_behind(context, token) or both_sides(context)
    if mention is not None:
        return (side_of(context, context.mentions.actor(mention.actor)),)
    return _unnamed(context.annotated, token)


def _unnamed(annotated: Annotated, token: Token) -> tuple[Agent, ...]:
    """A group of people or a body that no name stands for, by its noun phrase: "pays voisins", "dizaines de manifestants"."""
    if token.lemma in _CROWDS:
        token = next((t for t in annotated.dependents(token, "nmod") if t.pos == "NOUN"), token)
        if token.lemma in _CROWDS:
            return _unnamed(annotated, token)
    if fold(token.lemma) not in _people() and fold(token.lower) not in _people():
        return ()
    last = [t for t in annotated.subtree(token) if t.i >= token.i and t.i <= token.i + _NAME_WORDS]
    end = next((i for i, t in enumerate(last) if t.text == "," or t.pos in ("PRON", "VERB", "PUNCT")), len(last))
    return (Agent(" ".join(t.text for t in last[:end]).replace("' ", "'"), None, None, None),)


@functools.cache
def _people() -> frozenset[str]:
    """Nouns for people and bodies that act, singular and plural."""
    forms = [fold(e[key]) for name in ("fr/people", "fr/bodies") for e in read_yaml(name)["entries"] for key in ("form", "feminine") if key in e]
    return frozenset({*forms, *(f"{form}s" for form in forms), "pays", "faction", "factions", "manifestant", "manifestants"})


def _two(annotated: Annotated, token: Token) -> bool:
    return any(t.lower == "deux" for t in annotated.tokens[max(0, token.i - 3) : token.i])


def _named_behind(context: Context, token: Token) -> tuple[Agent, ...]:
    """The two that an apposition names: "deux pays, la Suède et la Finlande"."""
    named = [t for t in context.annotated.dependents(token, "appos") if context.mentions.headed(t.i) is not None]
    heads = [c for t in named for c in conjuncts(context.annotated, t)]
    found = [m for h in heads if (m := context.mentions.headed(h.i)) is not None]
    return tuple(side_of(context, context.mentions.actor(m.actor)) for m in found)


def both_sides(context: Context) -> tuple[Agent, ...]:
    """The two parties that a document is about: the states or bodies named most often, themselves or by those who act for them. Empty when
    no two stand out."""
    counts: Counter[str] = Counter()
    agents: dict[str, Agent] = {}
    for mention in context.mentions.mentions:
        actor = context.mentions.actor(mention.actor)
        if actor.kind in ("state", "organisation") or actor.side is not None:
            agent = side_of(context, actor)
            counts[agent.name] += 1
            agents.setdefault(agent.name, agent)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) < 2 or ranked[1][1] < _OFTEN or (len(ranked) > 2 and ranked[2][1] == ranked[1][1]):
        return ()
    return tuple(agents[name] for name, _ in ranked[:2])


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
    actor = next((a for a in context.mentions.actors if a.id == agent.actor), None)
    return agent if actor is None else side_of(context, actor)


def side_of(context: Context, actor: Actor) -> Agent:
    """The party that an actor acts for: the state behind its minister, army or spokesperson. Movements, peoples and politicians without an
    office are parties themselves."""
    side = actor.side or _of_its_head(context, actor)
    if side is None or side == actor.name or not _acts_for(actor):
        bare = _bare(context, actor)
        return Agent(bare.name, bare.id, None, bare.side)
    behind = next((a.id for a in context.mentions.actors if a.name == side), None)
    return Agent(side, behind, None, side)


def _of_its_head(context: Context, actor: Actor) -> str | None:
    """The side of whom an administration is named after ("l'administration Trump")."""
    if actor.kind != "organisation" or not _acts_for(actor):
        return None
    last = actor.name.split()[-1]
    return next((a.side for a in context.mentions.actors if a.kind == "person" and a.name.split()[-1] == last), None)


def _bare(context: Context, actor: Actor) -> Actor:
    """The actor under its name alone where the document has that too: "Hamas" for "mouvement islamiste Hamas"."""
    for other in context.mentions.actors:
        named = other.name[:1].isupper() and other.kind == actor.kind and len(other.name) < len(actor.name)
        if named and actor.name[:1].islower() and actor.name.endswith(" " + other.name):
            return other
    return actor


def _acts_for(actor: Actor) -> bool:
    if actor.kind == "person":
        return True
    noun = next(iter(fold(actor.name).split()), "")
    return noun in _organs() or noun in _officials()


@functools.cache
def _officials() -> frozenset[str]:
    """Singulars and plurals, but for "autorités": an Autorité is a body of its own."""
    forms = {fold(word) for word in _OFFICIALS}
    return frozenset({*forms, *(f"{form}s" for form in forms)} - {"autorite"})


@functools.cache
def _organs() -> frozenset[str]:
    """Nouns of bodies that are part of a state: ministries, armies, governments."""
    return frozenset(fold(entry["form"]) for entry in read_yaml("fr/bodies")["entries"] if "part" in entry)
