"""The two parties that a document is about: "les deux camps" stands for them, never for whoever mediates between them."""

import functools
import re
from collections import Counter

from pourparlers.claims.context import Context
from pourparlers.claims.positions.issues import fold
from pourparlers.claims.positions.sides import agencies, side_of
from pourparlers.lexicon import read_yaml
from pourparlers.model.claim import Agent
from pourparlers.model.mention import Mention

#: A side must be named so often to be one of the two that a document is about.
_OFTEN = 2
#: How many characters before and behind a name may tell that it mediates.
_BEFORE = 45
_BEHIND = 60
#: Words that may stand between a phrase of mediation and the name.
_SMALL = frozenset(("d", "de", "des", "du", "l", "la", "le", "les", "son", "sa"))
#: What those do who host or ease talks, told right behind their names.
_HOSTING = re.compile(r"\b(?:facilit\w+|accueill\w+|parrain\w+|mediat\w+|pays hote|bons offices)\b")


def both_sides(context: Context) -> tuple[Agent, ...]:
    """The two parties that a document is about: the states or bodies named most often, themselves or by those who act for them. Empty when
    no two stand out. Mediators are no parties, and international organisations only where nobody else could be."""
    counts, agents = _named(context)
    between = _mediators(context)
    sides = Counter({name: n for name, n in counts.items() if name not in between})
    parties = Counter({name: n for name, n in sides.items() if name not in international()})
    return tuple(agents[name] for name in _foremost(parties if len(parties) > 1 else sides))


def _named(context: Context) -> tuple[Counter[str], dict[str, Agent]]:
    """How often each side is named, and the sides by their names."""
    often = Counter(m.actor for m in context.mentions.mentions if m.form != "adjective")
    counts: Counter[str] = Counter()
    agents: dict[str, Agent] = {}
    for actor in context.mentions.actors:
        speaks = actor.kind in ("state", "organisation") or actor.side is not None
        if speaks and often[actor.id] and (actor.side is not None or actor.name not in agencies()):
            agent = side_of(context, actor)
            counts[agent.name] += often[actor.id]
            agents.setdefault(agent.name, agent)
    return counts, agents


def _foremost(counts: Counter[str]) -> tuple[str, ...]:
    """The two names of the highest counts; empty when no two stand out."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) < 2 or ranked[1][1] < _OFTEN or (len(ranked) > 2 and ranked[2][1] == ranked[1][1]):
        return ()
    return tuple(name for name, _ in ranked[:2])


@functools.cache
def international() -> frozenset[str]:
    """Names of the international organisations of world data that are nobody's side: they speak to the parties."""
    return frozenset(entry["name"] for entry in read_yaml("world/organisations")["entries"] if "side" not in entry)


def _mediators(context: Context) -> frozenset[str]:
    """Sides that a document tells to mediate or to host, with words before the name ("sous l'égide de") or behind it ("qui facilite …")."""
    found = (m for m in context.mentions.mentions if m.form in ("name", "metonym", "title", "adjective") and _mediates(context, m))
    return frozenset(side_of(context, context.mentions.actor(m.actor)).name for m in found)


def _mediates(context: Context, mention: Mention) -> bool:
    text, span = context.document.text, mention.span
    words = [w for w in re.findall(r"\w+", fold(text[max(0, span.start - _BEFORE) : span.start])) if w not in _SMALL]
    if any(words[-len(phrase) :] == list(phrase) for phrase in _phrases()):
        return True
    behind = fold(re.split(r"[.;:!?\n]", text[span.end : span.end + _BEHIND])[0])
    return mention.form != "adjective" and behind.lstrip().startswith((",", "qui")) and _HOSTING.search(behind) is not None


@functools.cache
def _phrases() -> frozenset[tuple[str, ...]]:
    """Words that introduce a mediator, without the small ones."""
    cut = (tuple(w for w in re.findall(r"\w+", fold(entry["words"])) if w not in _SMALL) for entry in read_yaml("fr/mediation")["entries"])
    return frozenset(words for words in cut if words)
