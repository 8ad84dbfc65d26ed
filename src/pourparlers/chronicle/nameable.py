"""Who can be named as taking part: people, states and bodies; not those whom something befell, nor a common noun that a sentence begins with."""

import functools

from pourparlers.lexicon import read_yaml
from pourparlers.model.claim import Agent
from pourparlers.model.naming import first_noun, fold

#: Accusers that an article leaves open.
OPEN = frozenset({"unnamed", "mutual"})


@functools.cache
def _words(lexicon: str, field: str) -> frozenset[str]:
    return frozenset(fold(str(entry[field])) for entry in read_yaml(lexicon)["entries"])


def nameable(agent: Agent, kind: str | None) -> bool:
    """True for a name, for whoever acts for a side, and for a body or a group by its common noun. kind: of the actor, None when unknown."""
    name = fold(agent.name)
    if agent.name in OPEN or agent.side is not None:
        return True
    if " " not in name and (name in _words("fr/people", "form") or name in _words("fr/counted", "lemma")):
        return False
    if any(word[:1].isupper() for word in agent.name.split()):
        return True
    first = first_noun(name)
    return kind != "person" and (kind == "group" or first in _bodies() or first.removesuffix("s") in _bodies())


def describes_people(name: str) -> bool:
    """True for people who are only told by what they are: "ministres des deux pays"."""
    first = fold(name.partition(" ")[0])
    people = _words("fr/people", "form")
    return name[:1].islower() and (first in people or first.removesuffix("s") in people)


@functools.cache
def _bodies() -> frozenset[str]:
    """Nouns for bodies that act: what papers and texts are called only tells."""
    return frozenset(fold(str(entry["form"])) for entry in read_yaml("fr/bodies")["entries"] if entry.get("part") not in ("media", "source"))
