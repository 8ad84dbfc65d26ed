"""How far people who review one dossier agree: Cohen's kappa for each kind of decision.

Each person's judgements are applied alone, without those of the others. What is compared lies in what both have judged: the entries, as rules alone
made them, of which a judgement in force of either person points at some claim. So the measure says nothing of what only one of the two has touched.

    grouping      pairs of claims of those entries that the rules, or one of the two, hold to be one: together, or apart
    reject        claims of those entries: rejected, or kept
    confirm       those entries: confirmed, or not
    set FIELD     those of which both have set the field: its value
"""

import itertools
import json
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pourparlers.chronicle.judged import SIDE, Finder, in_force, regroup, settable
from pourparlers.model.chronicle import Judgement
from pourparlers.model.claim import Claim
from pourparlers.store import View

#: What two people answered about one thing.
Pair = tuple[Hashable, Hashable]
#: The claims that a person's judgements point at, each judgement with its claims.
Pointed = list[tuple[Judgement, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two people agree on one kind of decision. things: how many both decided on. agreed: on how many of them they said the same.
    kappa: None where it is not defined; why: then the reason."""

    first: str
    second: str
    kind: str
    things: int
    agreed: int
    kappa: float | None
    why: str = ""


def kappa(answers: Sequence[Pair]) -> tuple[float | None, str]:
    """Cohen's kappa of the answers of two people to the same questions, and why there is none: (observed - chance) / (1 - chance)."""
    if not answers:
        return None, "nothing that both decided on"
    total = len(answers)
    first, second = Counter(a for a, _ in answers), Counter(b for _, b in answers)
    if len(first) == 1 and first.keys() == second.keys():
        return None, f"both always said {next(iter(first))}: chance alone would agree"
    observed = sum(a == b for a, b in answers) / total
    chance = sum(first[a] * second[a] for a in first) / total**2
    return (observed - chance) / (1 - chance), ""


def agreed(view: View) -> list[Agreement]:
    """How far every two people agree whose judgements on claims stand in the log of a dossier; those on where somebody stands point at no claim."""
    judgements = [judgement for judgement in view.judgements() if judgement.verb != SIDE]
    return list(agreements(judgements, view.ruled(), Finder(_pointed_at(view, judgements))))


def _pointed_at(view: View, judgements: Iterable[Judgement]) -> Iterator[tuple[str, Claim]]:
    """The claims of the documents that judgements point at."""
    targets = (json.loads(target) for judgement in judgements if judgement.verb != "retract" for target in judgement.targets)
    for document in sorted({str(target.get("document")) for target in targets if isinstance(target, dict)}):
        try:
            yield from ((document, claim) for claim in view.reading(document).claims)
        except KeyError:  # a log from elsewhere may tell of documents that are not here
            continue


def agreements(judgements: Iterable[Judgement], clusters: Iterable[Sequence[str]], finder: Finder) -> Iterator[Agreement]:
    """The agreement of every two people on every kind of decision. clusters: as rules alone made them."""
    pointed: dict[str, Pointed] = {}
    for judgement in in_force(judgements):
        claims, problem = finder.claims(judgement)
        if problem is None:
            pointed.setdefault(judgement.who, []).append((judgement, claims))
    ruled = _whole(clusters, {claim for found in pointed.values() for _, claims in found for claim in claims})
    for first, second in itertools.combinations(sorted(pointed), 2):
        for kind, answers in _answers(pointed[first], pointed[second], ruled):
            value, why = kappa(answers)
            yield Agreement(first, second, kind, len(answers), sum(a == b for a, b in answers), value, why)


def _whole(clusters: Iterable[Sequence[str]], claims: set[str]) -> list[Sequence[str]]:
    """The groups of several that rules made, and each other claim alone."""
    found = list(clusters)
    held = {claim for members in found for claim in members}
    return [*found, *((claim,) for claim in sorted(claims - held))]


def _answers(first: Pointed, second: Pointed, ruled: Sequence[Sequence[str]]) -> Iterator[tuple[str, list[Pair]]]:
    """What both answered, by kind of decision."""
    entry_of = {claim: members[0] for members in ruled for claim in members}
    entries = {entry_of[c] for c in _claims(first)} & {entry_of[c] for c in _claims(second)}
    claims = sorted(claim for claim, entry in entry_of.items() if entry in entries)
    yield "grouping", _groupings(claims, _homes(first, ruled), _homes(second, ruled), _homes([], ruled))
    a, b = _claims(first, "reject"), _claims(second, "reject")
    yield "reject", [("rejected" if c in a else "kept", "rejected" if c in b else "kept") for c in claims]
    a, b = ({entry_of[c] for c in _claims(pointed, "confirm")} for pointed in (first, second))
    yield "confirm", [("confirmed" if e in a else "not confirmed", "confirmed" if e in b else "not confirmed") for e in sorted(entries)]
    a_set, b_set = _settings(first, entry_of), _settings(second, entry_of)
    for field in sorted(a_set.keys() | b_set.keys()):
        a_values, b_values = a_set.get(field, {}), b_set.get(field, {})
        yield f"set {field}", [(a_values[entry], b_values[entry]) for entry in sorted(a_values.keys() & b_values.keys())]


def _claims(pointed: Pointed, verb: str | None = None) -> set[str]:
    return {claim for judgement, claims in pointed if verb in (None, judgement.verb) for claim in claims}


def _settings(pointed: Pointed, entry_of: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The last value that a person set, by field and entry."""
    found: dict[str, dict[str, str]] = {}
    for judgement, claims in pointed:
        setting = settable(judgement.value) if judgement.verb == "set" else None
        if setting is not None:
            found.setdefault(setting[0], {}).update({entry_of[claim]: setting[1] for claim in claims})
    return found


def _homes(pointed: Pointed, ruled: Sequence[Sequence[str]]) -> dict[str, int]:
    """Which group each claim is in once a person's judgements are applied; a claim that was rejected is in none."""
    groups = {claim: group for group in map(set, ruled) for claim in group}
    for judgement, claims in pointed:
        if judgement.verb in ("merge", "split", "reject"):
            regroup(groups, judgement.verb, claims)
    return {claim: id(group) for claim, group in groups.items()}


def _groupings(claims: Sequence[str], *homes: Mapping[str, int]) -> list[Pair]:
    """For each pair of claims that somebody, or the rules (last), hold to be one: what the two people hold."""
    found: list[Pair] = []
    for a, b in itertools.combinations(claims, 2):
        said = [home.get(a) is not None and home.get(a) == home.get(b) for home in homes]
        if any(said):
            found.append(("together" if said[0] else "apart", "together" if said[1] else "apart"))
    return found
