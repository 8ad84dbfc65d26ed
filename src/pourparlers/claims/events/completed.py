"""What the rest of a document tells about who takes part: "l'invasion" after "l'invasion russe", "les pourparlers" of the two who negotiate."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pourparlers.claims.context import Context
from pourparlers.claims.events.drafts import Draft
from pourparlers.claims.events.lexicon import domains
from pourparlers.claims.events.merge import days_fit
from pourparlers.claims.events.parties import distinct, forms, generic, is_broker, of_a_side, side_name
from pourparlers.model.claim import Agent

_AND = re.compile(r"\s+(?:et|avec|contre)\s+(?:le |la |les |l['’])?")
#: A coup has those for its doers whom a text names after it.
_COUP = "capture.coup"
_YEAR = len("2022")
#: What is made on one day: that of another day is another, with parties of its own.
_MADE_ONCE = frozenset(("agreement", "ceasefire", "exchange"))
#: Kinds of event that whoever brings two sides together has no part in.
_OF_OTHERS = frozenset(("ceasefire.declared", "ceasefire.extended", "exchange.bodies", "exchange.prisoners", "meeting.talks"))
_TALKS = "meeting.talks"
_TWO_STATES = frozenset(("deux états", "deux pays"))
#: How often two must be told of together to be the parties to what a document tells.
_OFTEN = 2
#: Kinds that the two parties to a process hold or make with each other.
_OF_THE_TWO = frozenset(
    ("meeting.talks", "agreement.signed", "exchange.prisoners", "exchange.bodies", "attack.war", "attack.clash", "meeting.encounter")
)


def completed(context: Context, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts of a document in the order of the text; those that name nobody with the parties that the document makes known."""
    told = list(drafts)
    pair = _pair(context, told)
    people_meet = any(context.mentions.actor(a.actor).kind == "person" for a in pair if a.actor is not None)
    states = _leading_two(context)
    junta = _junta(context)
    last: dict[str, Draft] = {}
    found = []
    for draft in told:
        coup = draft.kind.kind == _COUP
        told_of = _without_brokers(draft)
        both = pair or (() if _two_bodies(told_of) else states)
        named = () if both and not coup and _of_both(told_of) else told_of
        people = (
            named
            or (junta if coup else ())
            or (both if draft.participants and not (people_meet and _is_bygone(context, draft)) else ())
            or _resumed(draft, last)
            or (pair if _between_the_two(draft) and not (people_meet and (draft.kind.type == "attack" or _is_bygone(context, draft))) else ())
        )
        if named:
            last[draft.hit.trigger.lemma] = last[draft.kind.kind] = draft
        people = _told_once(tuple(a for a in people if not generic(a)))
        found.append(draft if people == draft.participants else replace(draft, participants=people))
    return found


def _without_brokers(draft: Draft) -> tuple[Agent, ...]:
    """Who takes part but for those who only bring two others together: nobody of "les médiateurs ont suspendu les pourparlers"."""
    if draft.kind.kind not in _OF_OTHERS or draft.hit.verbal:
        return draft.participants
    return tuple(agent for agent in draft.participants if not is_broker(agent))


def _junta(context: Context) -> tuple[Agent, ...]:
    """Those whom a text calls by what they did, "la junte" or "les putschistes"; nobody when it calls nobody so."""
    named = (a for a in context.mentions.actors if not domains()["plotters"].isdisjoint(forms(a.name.lower().partition(" ")[0])))
    return tuple(Agent(a.name, a.id, None, a.side) for a in named)[:1]


def _leading_two(context: Context) -> tuple[Agent, ...]:
    """The two states that a document names by far the most often: "les deux pays"; nobody when others come near them."""
    states = {a.id: a for a in context.mentions.actors if a.kind == "state"}
    named = Counter(m.actor for m in context.mentions.mentions if m.actor in states)
    ranked = named.most_common(3)
    if len(ranked) < 2 or ranked[1][1] < _OFTEN or (len(ranked) > 2 and ranked[1][1] < 2 * ranked[2][1]):
        return ()
    return tuple(Agent(states[i].name, i, None, states[i].side) for i, _ in ranked[:2])


def _told_once(people: tuple[Agent, ...]) -> tuple[Agent, ...]:
    """Each party once, where states and those who speak for them stand together: the people when every state has one, else the states."""
    states = [a for a in people if a.side == a.name]
    envoys = [a for a in people if a.side not in (None, a.name) and a.side in {s.name for s in states}]
    if len(people) < 3 or not envoys:
        return people
    dropped = states if {a.side for a in envoys} == {s.name for s in states} else envoys
    return tuple(a for a in people if a not in dropped)


def _of_both(people: tuple[Agent, ...]) -> bool:
    """True for people told of only as the troops or envoys of two ("leurs troupes", "généraux des deux armées")."""
    return bool(people) and all(generic(agent) or (agent.side is None and of_a_side(agent) and _is_several(agent)) for agent in people)


def _two_bodies(people: tuple[Agent, ...]) -> bool:
    """True for "deux parties", who need be no states; "deux pays" are."""
    return any(agent.name.startswith("deux ") and agent.name not in _TWO_STATES for agent in people)


def _is_several(agent: Agent) -> bool:
    """True for "troupes" and "généraux des deux armées"; "l'armée" and "les forces gouvernementales" are one side's."""
    words = agent.name.lower().split()
    return words[0][-1:] in ("s", "x") and (len(words) == 1 or "deux" in words)


def _resumed(draft: Draft, last: dict[str, Draft]) -> tuple[Agent, ...]:
    """The parties to what a definite noun ("l'invasion", "ces attaques") comes back to; nobody for an accord of other days."""
    if not draft.definite or draft.kind.roles == "none":
        return ()
    found = last.get(draft.hit.trigger.lemma) or last.get(draft.kind.kind)
    if found is None or (draft.kind.type in _MADE_ONCE and not days_fit(draft.when, found.when)):
        return ()
    return found.participants


def _between_the_two(draft: Draft) -> bool:
    """True for what the two parties do with each other; a heading may announce another text, and "négocié par" tells of an accord."""
    group = draft.hit.group
    if draft.kind.kind == _TALKS and draft.hit.passive and group is not None and group.mood == "participle" and not group.perfect:
        return False
    return not draft.headline and (draft.kind.kind in _OF_THE_TWO or draft.kind.type == "ceasefire")


def _is_bygone(context: Context, draft: Draft) -> bool:
    """True for what lies in a year before that of the document: the people who meet today made no accord of 1953."""
    published, day = context.dated.published.best, draft.when.start or draft.when.end
    return published is not None and day is not None and day[:_YEAR] < published[:_YEAR]


def _pair(context: Context, drafts: Sequence[Draft]) -> tuple[Agent, ...]:
    """The two whom a document tells to deal with each other, by far the most often; nobody when it is not one pair."""
    pairs: dict[frozenset[str], tuple[Agent, ...]] = {}
    counts: Counter[frozenset[str]] = Counter()
    # what two do with each other says more than their names side by side
    for two in (*_pairs_told(drafts), *_pairs_told(drafts), *_pairs_named(context)):
        sides = distinct(side_name(context, agent) for agent in two)
        if len(sides) == 2:
            key = frozenset(agent.name for agent in sides)
            pairs.setdefault(key, sides)
            counts[key] += 1
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) == 2 and ranked[0][1] < 2 * ranked[1][1]):
        return ()
    return pairs[ranked[0][0]] if ranked[0][0] <= _most_named(context) else ()


def _most_named(context: Context) -> frozenset[str]:
    """The three sides that a document names most often: two whom it names in passing are not those who negotiate."""
    named = Counter(agent.name for m in context.mentions.mentions for agent in (side_name(context, context.agent(m)),) if agent.name)
    return frozenset(name for name, _ in named.most_common(3))


def _pairs_told(drafts: Sequence[Draft]) -> Iterator[tuple[Agent, ...]]:
    """Those who do something with each other; anybody may be called, so that calls tell nothing of who negotiates."""
    return (d.participants for d in drafts if d.kind.roles == "sides" and d.kind.type != "call" and len(d.participants) == 2)


def _pairs_named(context: Context) -> Iterator[tuple[Agent, ...]]:
    """States and bodies named in one breath: "X et Y", "turco-grec"."""
    text, mentions = context.document.text, context.mentions.mentions
    for left, right in pairwise(mentions):
        two = tuple(context.agent(m) for m in (left, right))
        if all(context.mentions.actor(m.actor).kind in ("state", "organisation") for m in (left, right)) and (
            left.span == right.span or _AND.fullmatch(text, left.span.end, right.span.start)
        ):
            yield two
