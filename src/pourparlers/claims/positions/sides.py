"""Sides: the party that an actor acts for, groups without a name."""

import functools
from collections import Counter

from pourparlers.claims.context import Context
from pourparlers.claims.groups import group
from pourparlers.claims.positions.issues import fold
from pourparlers.claims.positions.standing import in_office
from pourparlers.lexicon import read_yaml
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.claim import Agent
from pourparlers.model.mention import Actor
from pourparlers.model.text import Span

#: Nouns of titles whose holders act for the body that is named behind them.
_HEADS = frozenset(("chef", "dirigeant", "dirigeante", "leader", "membre", "numero", "porte-parole", "representant", "responsable", "source"))
#: Names of those in power in a state, where nothing tells which.
_POWERS = frozenset(("autorites", "pouvoir"))
#: How the office of a minister without a name begins, which one person holds.
_MINISTRY = "ministre d"
#: How many times as often as any other a state must be named to be the one that a document is about.
_FAR_AHEAD = 1.5
_OFTEN = 3
#: How many nouns that count those who act may hang on one another: "des dizaines de milliers de manifestants".
_CROWDS_DEEP = 3
_CLOSE = 3
#: Articles of the names of lands.
_THE = frozenset(("l'", "l’", "la", "le"))
#: Words of an unnamed group's name behind its noun.
_NAME_WORDS = 5


def side_of(context: Context, actor: Actor) -> Agent:
    """The party that an actor acts for: the state behind its minister, army or spokesperson. Movements, peoples and politicians without an
    office are parties themselves."""
    if actor.kind == "state" or (actor.name in agencies() and actor.side is not None):
        return _as_named(context, actor.side or actor.name)
    side = actor.side or _of_its_head(context, actor) or _of_its_office(context, actor)
    body = (_of_its_title(context, actor) or _junta(context, actor)) if side is None else _irregular(context, actor)
    if body is not None:
        return Agent(body.name, body.id, None, body.side)
    if side is None or side == actor.name or not _acts_for(actor):
        bare = _bare(context, actor)
        return Agent(bare.name, bare.id, None, bare.side)
    return _as_named(context, side)


def _as_named(context: Context, side: str) -> Agent:
    """A state, by its people where not all recognise the state, and the document names the people more often."""
    state = next((a for a in context.mentions.actors if a.name == side), None)
    people = next((a for a in context.mentions.actors if a.side == side and a.kind == "group" and _is_people(a)), None)
    often = 0 if state is None else _times_named(context, state)
    if people is not None and side in _unsettled() and _times_named(context, people) > often:
        return Agent(people.name, people.id, None, side)
    return Agent(side, None if state is None else state.id, None, side)


@functools.cache
def _unsettled() -> frozenset[str]:
    """Names of states that are no members of the United Nations."""
    return frozenset(entry["name"] for entry in read_yaml("world/states")["entries"] if not entry.get("member", True))


def _times_named(context: Context, actor: Actor) -> int:
    """How often an actor is named or stood for by a capital, names within longer names left out."""
    count, end = 0, 0
    for mention in context.mentions.mentions:  # in order, the longer first
        if mention.actor == actor.id and mention.form in ("name", "metonym") and mention.span.start >= end:
            count += 1
        end = max(end, mention.span.end)
    return count


def _is_people(actor: Actor) -> bool:
    """True for a people under its own name: "Palestiniens"."""
    return actor.name[:1].isupper() and " " not in actor.name


def _of_its_head(context: Context, actor: Actor) -> str | None:
    """The side of whom an administration is named after ("l'administration Morel")."""
    if actor.kind != "organisation" or not _acts_for(actor):
        return None
    last = actor.name.split()[-1]
    head = next((a for a in context.mentions.actors if a.kind == "person" and a.name.split()[-1] == last), None)
    return None if head is None else head.side or _of_its_office(context, head)


def _junta(context: Context, actor: Actor) -> Actor | None:
    """The junta, for "les putschistes" and "les colonels" of a document that names one."""
    if fold(actor.name) not in group("putschists"):
        return None
    return next((a for a in context.mentions.actors if a.kind == "organisation" and fold(a.name).split()[:1] == ["junte"]), None)


def _of_its_office(context: Context, actor: Actor) -> str | None:
    """The state that most of the document is about, for those in power there: "les autorités", "le président" of no other country, where
    nobody else holds the office there."""
    bare = fold(actor.name) if actor.name[:1].islower() else ""
    if bare in _POWERS:
        return home(context)
    office = next((t for t in (*map(fold, actor.roles), bare) if t in group("heads_of_state")), bare if bare.startswith(_MINISTRY) else None)
    if actor.kind != "person" or office is None or not in_office(actor) or _of_a_body(context, actor):
        return None
    state = home(context)
    rivals = (a for a in context.mentions.actors if a.id != actor.id and a.kind == "person" and state is not None and a.side == state)
    return None if any(fold(role).startswith(office) for a in rivals for role in a.roles) else state


def _of_a_body(context: Context, actor: Actor) -> bool:
    """True for somebody told as the head of a body named before: "son président, Eva Holm"."""
    opening = (context.annotated.token_at(m.span.start) for m in context.mentions.mentions if m.actor == actor.id and m.form in ("name", "title"))
    before = (context.annotated.tokens[t.i - 1] for t in opening if t is not None and t.i)
    return any(t.pos == "DET" and t.has("Poss=Yes") for t in before)


def home(context: Context) -> str | None:
    """The state named most often in a document, itself or by its people and bodies; None where two are named as often."""
    states = {a.name for a in context.mentions.actors if a.kind == "state"}
    named = Counter(side for m in context.mentions.mentions if (side := context.mentions.actor(m.actor).side) in states)
    first, second, *_ = [*named.most_common(2), (None, 0), (None, 0)]
    return first[0] if first[1] >= _OFTEN and first[1] > second[1] * _FAR_AHEAD else None


def _of_its_title(context: Context, actor: Actor) -> Actor | None:
    """The body that somebody speaks for by title: the junta for "le chef de la junte"."""
    if actor.kind != "person" or not in_office(actor):
        return None
    titles = [fold(t) for t in (*actor.roles, *((actor.name,) if actor.name[:1].islower() else ()))]
    bodies = [a for a in context.mentions.actors if a.kind in ("organisation", "group") and a.id != actor.id]
    return next((body for title in titles if title not in group("heads_of_state") for body in bodies if _heads(title, fold(body.name))), None)


def _irregular(context: Context, actor: Actor) -> Actor | None:
    """The body under arms or out of power that somebody leads by title, which is not the state whose adjective it bears: "le chef de la junte
    danoise"."""
    body = _of_its_title(context, actor)
    return body if body is not None and fold(body.name).split()[0] in group("irregular") else None


def _heads(title: str, body: str) -> bool:
    """True for "chef de la junte" and the junta: the noun of an office with the body right behind it. Both are folded."""
    office = next((title.removesuffix(of + body) for of in (" de la ", " du ", " de l'") if title.endswith(of + body)), "")
    words = office.removesuffix(" au sein").split()
    return bool(words) and words[-1] in _HEADS


def _bare(context: Context, actor: Actor) -> Actor:
    """The actor under its name alone where the document has that too: "Sabah" for "mouvement indépendantiste Sabah"."""
    for other in context.mentions.actors:
        named = other.name[:1].isupper() and other.kind == actor.kind and len(other.name) < len(actor.name)
        if named and actor.name[:1].islower() and actor.name.endswith(" " + other.name):
            return other
    return actor


def _acts_for(actor: Actor) -> bool:
    if not in_office(actor):
        return False
    if actor.kind == "person":
        return True
    noun = next(iter(fold(actor.name).split()), "")
    return noun in _organs() or noun in _officials()


@functools.cache
def _officials() -> frozenset[str]:
    """Singulars and plurals, but for "autorités": an Autorité is a body of its own."""
    forms = {fold(word) for word in group("offices")}
    return frozenset({*forms, *(f"{form}s" for form in forms)} - {"autorite"})


@functools.cache
def _organs() -> frozenset[str]:
    """Nouns of bodies that are part of a state: ministries, armies, governments."""
    return frozenset(fold(entry["form"]) for entry in read_yaml("fr/bodies")["entries"] if "part" in entry)


def unnamed(annotated: Annotated, token: Token) -> tuple[Agent, ...]:
    """A group of people or a body that no name stands for, by its noun phrase: "pays voisins", "dizaines de manifestants"."""
    token = counted(annotated, token)
    if not names_people(token):
        return _by_name(annotated, token)
    last = [t for t in annotated.subtree(token) if t.i >= token.i and t.i <= token.i + _NAME_WORDS]
    end = next((i for i, t in enumerate(last) if t.text == "," or t.pos in ("PRON", "VERB", "PUNCT")), len(last))
    return (Agent(annotated.document.quote(Span(token.start, last[max(end, 1) - 1].end))),)


def _by_name(annotated: Annotated, token: Token) -> tuple[Agent, ...]:
    """A land that no list knows as a state, told as the subject of its clause: "L'Ingrie a demandé", "La Carélie du Sud a refusé"."""
    before = annotated.tokens[token.i - 1] if token.i else token
    land = token.pos == "PROPN" and token.dep == "nsubj" and before.lower in _THE and before.sentence == token.sentence
    if not land or not token.text[:1].isupper() or token.text.isupper():
        return ()
    last = token.i + 1
    while last + 1 < len(annotated.tokens) and annotated.tokens[last].lower in ("du", "de") and annotated.tokens[last + 1].lower in group("points"):
        last += 2
    return (Agent(annotated.document.quote(Span(token.start, annotated.tokens[last - 1].end))),)


def counted(annotated: Annotated, token: Token) -> Token:
    """Those who act, of whom a noun tells how many: "manifestants" in "des dizaines de milliers de manifestants"; else the token itself."""
    for _ in range(_CROWDS_DEEP):
        below = annotated.dependents(token, "nmod") if token.lemma in group("crowds") else ()
        token = next((t for t in below if t.pos in ("NOUN", "PROPN") and t.i <= token.i + _CLOSE), token)
    return token


def names_people(noun: Token) -> bool:
    """True for a noun that stands for people or for a body that acts."""
    return fold(noun.lemma) in _people() or fold(noun.lower) in _people()


def names_person(noun: Token) -> bool:
    """True for a noun that stands for a person."""
    return fold(noun.lemma) in _persons()


@functools.cache
def _persons() -> frozenset[str]:
    """Nouns for people, singular."""
    return frozenset(fold(e[key]) for e in read_yaml("fr/people")["entries"] for key in ("form", "feminine") if key in e)


@functools.cache
def _people() -> frozenset[str]:
    """Nouns for people and bodies that act, singular and plural."""
    forms = [fold(e[key]) for name in ("fr/people", "fr/bodies") for e in read_yaml(name)["entries"] for key in ("form", "feminine") if key in e]
    return frozenset({*forms, *(f"{form}s" for form in forms), "pays", "faction", "factions", "manifestant", "manifestants"})


@functools.cache
def agencies() -> frozenset[str]:
    """Names of news agencies: they report, and take no position."""
    return frozenset(word for entry in read_yaml("world/agencies")["entries"] for word in (entry["name"], *entry.get("forms", ())))
