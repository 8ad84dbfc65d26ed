"""Entries with those who take part under the names by which the whole chronicle knows them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pourparlers.chronicle.french import named, of
from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import Agent
from pourparlers.model.naming import listed


def renamed(entry: Entry, labels: Mapping[str, str]) -> Entry:
    """The entry with other names for those who take part, in its line too. labels: name -> what to call its bearer; who is not there keeps his
    name."""
    if not any(agent.name in labels for agent in entry.participants):
        return entry
    agents: dict[str, Agent] = {}
    for agent in entry.participants:
        name = labels.get(agent.name, agent.name)
        agents.setdefault(name, replace(agent, name=name))
    return replace(entry, participants=tuple(agents.values()), summary=_line(entry, labels))


def _line(entry: Entry, labels: Mapping[str, str]) -> str:
    """The line with the list of names that it holds written anew; as it was where two of them would be one, for its words would no longer fit."""
    passages = [evidence.quote for evidence in entry.evidence]
    line = entry.summary
    for written in (lambda name: named(name, passages), lambda name: of(named(name, passages))):
        line = _listed_anew(line, [agent.name for agent in entry.participants], labels, written)
    return line


def _listed_anew(line: str, names: Sequence[str], labels: Mapping[str, str], written: Callable[[str], str]) -> str:
    there = [name for name in names if written(name) in line]
    before, after = [written(name) for name in there], [written(labels.get(name, name)) for name in there]
    return line if len(set(after)) < len(before) else line.replace(listed(before), listed(after), 1)
