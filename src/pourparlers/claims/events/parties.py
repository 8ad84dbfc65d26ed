"""Which parties a word names: the state of its delegates or its army, both states of "négociateurs turcs et grecs", nobody for "trois civils"."""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from pourparlers.claims.context import Context
from pourparlers.claims.events.lexicon import domains
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.particles import OF_THE
from pourparlers.lexicon import load
from pourparlers.model.annotated import Token
from pourparlers.model.claim import Agent
from pourparlers.model.mention import Actor, Mention

#: Types of event in which an army is its state.
_OF_ARMS = frozenset(("attack", "movement", "capture", "interception", "corridor", "violation", "exchange", "ceasefire"))
_OPENING = 3
#: A phrase of neighbours has so many words at most: "pays voisins du Burkina Faso".
_NEIGHBOURS = 6
_IN_CHARGE = "pour"
#: The noun of an event opens its name, or stands behind an ordinal ("Seconde Guerre mondiale").
_EVENT_WITHIN = 2
#: The name of a machine of war: "F-16", "Su-34".
_MACHINE = re.compile(r"[A-Z][A-Za-z]{0,3}-\d{1,3}\w?")
#: What joins the names of a list.
_LISTING = frozenset((",", "et"))
#: What opens and closes a list of those who make up a group.
_OPENING_MARKS = frozenset(("(", "-", "--", "–", "—"))
_CLOSING_MARKS = frozenset((")", "-", "--", "–", "—"))
_TWO = "deux"
_ARTICLES = frozenset((_TWO, "les", "leurs", "ses", "son"))
#: Between two adjectives of one noun: "négociateurs turcs et grecs", "turque, grecque et chypriote".
_LINKS = frozenset(("et", ",", "ou"))


@dataclass(frozen=True, slots=True)
class PartyNoun:
    """An entry of fr/party_nouns."""

    noun: str
    stands: Literal["brokers", "bystanders", "delegates", "forces", "places"]
    example: str


@functools.cache
def party_nouns() -> dict[str, str]:
    """What each noun of the lexicon makes of those it names."""
    return {entry.noun: entry.stands for entry in load("fr/party_nouns", PartyNoun)}


def agent_at(scene: Scene, token: Token) -> Agent | None:
    """The actor that a word names; for a common noun, the one that its adjective or complement names ("la délégation russe")."""
    mention = _mention_at(scene, token)
    agent = None if mention is None else scene.context.agent(mention)
    return None if agent is None or agent.name == "" else agent


def parties_at(scene: Scene, token: Token, event: str) -> tuple[Agent, ...]:
    """The parties to an event of that type that a word names, in order."""
    mention = _mention_at(scene, token)
    if mention is None:
        return _beside(scene, token) or _the_two(scene, token)
    if _bare_title(scene, mention):
        return _named_by(scene, mention)
    owner = _owner(scene, mention)
    if owner is not None:
        return (owner,)
    both = _both(scene, mention) or _senders(scene, mention) or _adjectives(scene, mention)
    if len(both) > 1:
        return both
    agent = scene.context.agent(mention)
    return tuple(party for party in (party_of(scene.context, agent, event),) if party is not None and party.name)


def party_of(context: Context, agent: Agent, event: str) -> Agent | None:
    """The party that an agent is in an event of that type: its state for delegates, and for an army in deeds of arms; None for bystanders."""
    kind = _kind(context, agent)
    if kind == "person" and _named(agent):
        return agent
    if kind == "group" and agent.side is not None and _is_people(agent.name):
        return _side(context, agent.side)  # "les Russes"
    stands = _stands(agent.name)
    if stands in ("bystanders", "places") or _names_event(agent.name):
        return None
    if agent.side is not None and (stands == "delegates" or (stands == "forces" and event in _OF_ARMS)):
        return _side(context, agent.side)
    return agent


def enumerated(scene: Scene, token: Token, verb: Token) -> tuple[Token, ...]:
    """The token and those that begin the names listed after it: "l'Égypte" and "la Jordanie" behind "le Qatar, l'Égypte et la Jordanie".
    verb: the word of the event; behind it, a name that has a verb of its own is none of the list."""
    found = [token]
    tokens, link = scene.annotated.tokens, ""
    while (mention := scene.actors.get(found[-1].i)) is not None:
        named = scene.annotated.tokens_in(mention.span)
        if any(t.lower == _IN_CHARGE for t in named):  # "l'émissaire pour l'Albanie et le Monténégro"
            break
        last = named[-1].i
        apposed = [t.lower for t in tokens[last + 1 : last + 3]] == [",", "et"]  # "le chef rebelle, Jean Kaya, et le ministre"
        after = [t for t in tokens[last + 1 + apposed : last + 4 + apposed] if t.pos != "DET"]
        if len(after) < 2 or after[0].lower not in _LISTING or after[0].sentence != token.sentence:
            break
        following = scene.actors.get(after[1].i)
        joined = ("name", "title") if after[0].lower == "et" else ("name",)
        if following is None or following.form not in joined or following.span.start < after[0].end or link == "et":
            break
        link = after[0].lower
        found.append(after[1])
    first = _named_before(scene, token) if token.i < verb.i else ()
    if link != "et" or (verb.i < token.i and _goes_on(scene, found[-1])):
        return (*first, token)
    return (*first, *found)


def itemised(scene: Scene, token: Token) -> tuple[Token, ...]:
    """Those whom brackets or dashes behind a group name: "les trois puissances (France, Chine et Russie)"; nobody for one name or other words."""
    tokens, found = scene.annotated.tokens, []
    first = _list_start(scene, token)
    if first is None:
        return ()
    for item in tokens[first : scene.sentence(token).last]:
        held = scene.actors.get(item.i)
        if held is not None:
            found += [item] if held.span.start == item.start else []
        elif item.text in _CLOSING_MARKS:
            return tuple(found) if len(found) > 1 else ()
        elif item.lower not in _LISTING and item.pos != "DET":
            return ()
    return ()


def _list_start(scene: Scene, token: Token) -> int | None:
    """The token after the mark that opens a list right behind a group or a noun in the plural."""
    tokens, mention = scene.annotated.tokens, scene.actors.get(token.i)
    if mention is None:
        first = next((t.i for t in tokens[token.i + 1 : token.i + 4] if t.pos != "ADJ"), token.i) if token.has("Number=Plur") else token.i
    elif scene.context.mentions.actor(mention.actor).kind in ("group", "organisation"):
        first = scene.annotated.tokens_in(mention.span)[-1].i + 1
    else:
        return None
    return first + 1 if first < len(tokens) and tokens[first].text in _OPENING_MARKS else None


def _named_before(scene: Scene, token: Token) -> tuple[Token, ...]:
    """Those before the last of a list that opens a sentence, where the tree has the last alone for a subject: "mardi, le Kenya, l'Ouganda et
    la Tanzanie ont exhorté"; nobody where other words go before the list."""
    tokens, sentence = scene.annotated.tokens, scene.sentence(token)
    found: list[Token] = []
    link, first = "et", token
    while (other := _listed_before(scene, first, link)) is not None:
        found.append(other)
        link, first = ",", other
    before = tokens[sentence.first : first.i]
    if next((t.pos == "ADP" for t in reversed(before) if t.pos != "DET"), False):
        return ()  # "sous la présidence du Kenya, l'Ouganda et la Tanzanie"
    opens = all(t.pos in ("DET", "ADP", "ADV", "PUNCT") or t.i in scene.times for t in before)
    return tuple(reversed(found)) if opens and not any(True for _ in scene.annotated.dependents(first, "case")) else ()


def _listed_before(scene: Scene, token: Token, link: str) -> Token | None:
    """The first word of the actor that stands before a link and a token, None for other words."""
    tokens, start = scene.annotated.tokens, scene.sentence(token).first
    i = token.i - 1
    while i > start and tokens[i].pos == "DET":
        i -= 1
    other = scene.actors.get(i - 1)
    if i <= start or tokens[i].lower != link or other is None:
        return None
    return scene.annotated.tokens_in(other.span)[0]


def _goes_on(scene: Scene, token: Token) -> bool:
    """True where the last of a list acts on its own: "A a vu B et C a vu D"."""
    mention = scene.actors[token.i]
    last = scene.annotated.tokens_in(mention.span)[-1].i
    after = scene.annotated.tokens[last + 1 : last + 2]
    verb = scene.annotated.tokens[token.head]
    return bool(after) and (after[0].pos == "AUX" or after[0].i in scene.predicates) and token.dep.startswith("nsubj") and verb.i > token.i


def distinct(agents: Iterable[Agent]) -> tuple[Agent, ...]:
    """The agents, each name once; known actors before names alone, in the order of the text."""
    found: dict[str, Agent] = {}
    for agent in agents:
        if agent.name not in found or found[agent.name].actor is None:
            found[agent.name] = agent
    return tuple(found.values())


def _mention_at(scene: Scene, token: Token) -> Mention | None:
    mention = scene.actors.get(token.i)
    if mention is not None:
        return mention
    return None if _is_beside(scene, token) or scene.has_word("trip", token.i, token.i + 1) else _mention_below(scene, token)


def _mention_below(scene: Scene, token: Token) -> Mention | None:
    below = scene.annotated.dependents(token, "amod", "nmod", "flat", "appos")
    return next((scene.actors[t.i] for t in below if t.i in scene.actors), None)


def _beside(scene: Scene, noun: Token) -> tuple[Agent, ...]:
    """Those near another, by their own words: "pays voisins du Niger"; nobody for words that name no neighbours."""
    mention = _mention_below(scene, noun) if _is_beside(scene, noun) else None
    if mention is None or not noun.end <= mention.span.start:
        return ()
    name = scene.context.document.text[noun.start : mention.span.end]
    return (Agent(name),) if len(name.split()) <= _NEIGHBOURS else ()


def _the_two(scene: Scene, noun: Token) -> tuple[Agent, ...]:
    """Those of "les deux pays" whom no name stands for yet; nobody for other words."""
    two = any(t.lower == _TWO for t in scene.annotated.dependents(noun, "nummod"))
    return (Agent(f"{_TWO} {noun.lower}"),) if two and any(scene.has_word(of, noun.i, noun.i + 1) for of in ("mutual", "paired")) else ()


def _is_beside(scene: Scene, noun: Token) -> bool:
    """True for who stands near another, who takes no part himself: "les pays voisins du Niger", "les alliés de la Norvège"."""
    adjectives = scene.annotated.dependents(noun, "amod", "acl")
    return any(scene.has_word("beside", t.i, t.i + 1) for t in (noun, *adjectives))


def _owner(scene: Scene, mention: Mention) -> Agent | None:
    """The state whose machines these are ("des F-16 thaïlandais"), None for anybody else."""
    head = scene.annotated.tokens[mention.head]
    if _MACHINE.fullmatch(scene.context.mentions.actor(mention.actor).name) is None:
        return None
    several = any(d.has("Number=Plur") or d.pos == "NUM" for d in scene.annotated.dependents(head, "det", "nummod"))
    after = scene.actors.get(scene.annotated.tokens_in(mention.span)[-1].i + 1)
    return scene.context.agent(after) if several and after is not None and after.form == "adjective" else None


def _bare_title(scene: Scene, mention: Mention) -> bool:
    """True for "présidents" before the names of those who are: the names tell who takes part."""
    if mention.form != "title" or scene.context.mentions.actor(mention.actor).kind != "group":
        return False
    after = scene.actors.get(scene.annotated.tokens_in(mention.span)[-1].i + 1)
    return after is not None and scene.context.mentions.actor(after.actor).kind == "person"


def _named_by(scene: Scene, mention: Mention) -> tuple[Agent, ...]:
    """The people whose names follow a title in the plural: "les présidents turc Ali Kaya et grec Nikos Dimou"."""
    found: list[Mention] = []
    for token in scene.annotated.tokens[
        scene.annotated.tokens_in(mention.span)[-1].i + 1 : scene.sentence(scene.annotated.tokens[mention.head]).last
    ]:
        named = scene.actors.get(token.i)
        if named is None and token.lower not in _LISTING and token.pos != "DET":
            break
        if named is not None and named not in found and named.form == "name":
            found.append(named)
    return distinct(scene.context.agent(m) for m in found)


def _both(scene: Scene, mention: Mention) -> tuple[Agent, ...]:
    """The two of "les deux camps", of whom the passage is a mention each."""
    same = [m for m in scene.context.mentions.within(mention.span) if m.span == mention.span]
    return distinct(scene.context.agent(m) for m in same) if len(same) > 1 else ()


def _adjectives(scene: Scene, mention: Mention) -> tuple[Agent, ...]:
    """The states of a phrase in the plural that has an adjective of each: "les chefs de la diplomatie turque et grecque"."""
    actors = scene.context.mentions
    head = scene.annotated.token_at(mention.span.start)
    if head is None or mention.form not in ("title", "name") or actors.actor(mention.actor).kind not in ("group", "organisation"):
        return ()
    inside = [m for m in actors.within(mention.span) if m.form == "adjective"]
    last = scene.annotated.tokens_in(mention.span)[-1].i
    if not inside:
        return ()
    tokens = scene.annotated.tokens
    while (
        last + 2 < len(tokens)
        and tokens[last + 1].lower in _LINKS
        and (after := scene.actors.get(last + 2)) is not None
        and after.form == "adjective"
    ):
        inside.append(after)
        last += 2
    return distinct(scene.context.agent(m) for m in inside)


def _senders(scene: Scene, mention: Mention) -> tuple[Agent, ...]:
    """Those of "les délégués du gouvernement, de l'armée et du Front", whom the passage names one inside and the others behind; nobody for envoys
    of one."""
    actors = scene.context.mentions
    if _stands(actors.actor(mention.actor).name) != "delegates":
        return ()
    inside = next((m for m in actors.within(mention.span) if m != mention and _sends(scene, m)), None)
    if inside is None:
        return ()
    found = [inside]
    while (other := _sent_with(scene, max(mention.span.end, found[-1].span.end))) is not None:
        found.append(other)
    return distinct(scene.context.agent(m) for m in found) if len(found) > 1 else ()


def _sent_with(scene: Scene, end: int) -> Mention | None:
    """Who follows at an offset behind "et de" or ", de"; None for anything else."""
    tokens = scene.annotated.tokens
    last = scene.annotated.token_at(end - 1)
    after = () if last is None else tokens[last.i + 1 : last.i + 4]
    if len(after) < 3 or after[0].lower not in _LISTING or after[1].lower not in OF_THE:
        return None
    first = after[2].i + 1 if after[2].pos == "DET" else after[2].i
    other = scene.actors.get(first)
    return other if other is not None and other.span.start == tokens[first].start and _sends(scene, other) else None


def _sends(scene: Scene, mention: Mention) -> bool:
    """True for those who send delegates: states, and bodies by their names or by what they are."""
    kind = scene.context.mentions.actor(mention.actor).kind
    return mention.form in ("name", "metonym") or (mention.form == "title" and kind in ("organisation", "group"))


def side_name(context: Context, agent: Agent) -> Agent:
    """The state or organisation that an agent acts for, the agent itself when none is known."""
    movement = _kind(context, agent) == "organisation" and _named(agent) and _stands(agent.name) == ""
    return agent if movement or agent.side in (None, agent.name) else _side(context, agent.side or "")


def generic(agent: Agent) -> bool:
    """True for those told of only by what they are to each other: "les délégations", "les deux camps", "son interlocuteur"."""
    if agent.name.startswith(f"{_TWO} "):
        return True
    words = [word for word in agent.name.lower().split() if word not in _ARTICLES]
    return agent.side is None and not _named(agent) and bool(words) and all(domains()["mutual"].intersection(forms(word)) for word in words)


def is_broker(agent: Agent) -> bool:
    """True for who brings others together, told of by a noun: "les médiateurs", "le facilitateur kényan"."""
    return not _named(agent) and _stands(agent.name) == "brokers"


def of_a_side(agent: Agent) -> bool:
    """True for envoys and armed forces told of by a noun."""
    return not _named(agent) and _stands(agent.name) in ("delegates", "forces")


def _named(agent: Agent) -> bool:
    """True for a name, False for "soldat turc"."""
    return agent.name[:1].isupper()


def _kind(context: Context, agent: Agent) -> str:
    return "" if agent.actor is None else context.mentions.actor(agent.actor).kind


def _side(context: Context, side: str) -> Agent:
    """The state or organisation of that name, with its actor if the text names it; the people, where the text has no other name for it."""
    actor = next((a for a in context.mentions.actors if a.name == side), None)
    people = None if actor is None or actor.kind != "state" else _people(context, actor)
    if people is not None:
        return Agent(people.name, people.id, None, people.side)
    return Agent(side) if actor is None else Agent(side, actor.id, None, actor.side)


def _people(context: Context, state: Actor) -> Actor | None:
    """The people that acts where a text names no government of it: "les Kurdes" beside "kurde" alone; None for a state that is named."""
    if any(m.actor == state.id and m.form in ("name", "metonym") for m in context.mentions.mentions):
        return None
    return next((a for a in context.mentions.actors if a.kind == "group" and a.side == state.name and _is_people(a.name)), None)


def _is_people(name: str) -> bool:
    """True for "Turcs": a name in one word that is none of a body."""
    return " " not in name and name[:1].isupper()


def _stands(name: str) -> str:
    """What the noun that opens a name makes of its bearer, "" for a name that tells nothing; armed people are no bystanders."""
    words = [form for word in name.lower().replace("’", " ").replace("'", " ").split() for form in forms(word)]
    opening = [(word, form) for word in name.split()[:_OPENING] for form in forms(word.lower())]
    known = ((word, party_nouns()[form]) for word, form in opening if form in party_nouns())
    found = next((stands for word, stands in known if stands != "places" or word.islower()), "")  # a "Front" is a movement
    return "" if found == "bystanders" and not domains()["armed"].isdisjoint(words) else found


def _names_event(name: str) -> bool:
    """True for "Sommet" or "Seconde Guerre mondiale": what opens the name tells of an event."""
    opening = [word for word in name.lower().split()[:_EVENT_WITHIN] if word in domains()["happening"]]
    return bool(opening)


def forms(word: str) -> tuple[str, ...]:
    """A word, its singular and its masculine, as far as their endings tell."""
    bare = word.rstrip("sx")
    return (word, bare, bare.removesuffix("e"))
