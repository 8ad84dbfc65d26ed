"""People's judgements on the clusters that rules made.

    merge    the claims that the targets point at, and all that is one with them, are one entry
    split    those claims, and only those, are an entry of their own
    reject   those claims leave the chronicle
    confirm  the values of the entry that holds them are established
    set      a field of the entry that holds them has this value: "start=2022-03-03"
    side     the actor that the only target names is or acts for a party, or is "mediator" or "third"; changes no entry
    retract  the judgements whose ids the targets are count no more

A target is a selector: a JSON object with the document's id, the quote, the kind of claim and, where several speak in one passage, the agent as
written; where one passage tells several things, also the claim's id. It finds its claim again after a document was read anew. A judgement one
of whose targets finds no claim, or several, is an orphan: it is not applied, and it is listed.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pourparlers.chronicle.told import agents_of
from pourparlers.issues import Issue
from pourparlers.model.calendar import prefix_days
from pourparlers.model.chronicle import Entry, Judgement, Value
from pourparlers.model.claim import STATUSES, Attribution, Claim
from pourparlers.model.claim import Agent as Person
from pourparlers.model.naming import fold

#: The verb of judgements on where somebody stands, which change no entry: `scope` applies them.
SIDE = "side"
#: Fields that `set` may set.
SETTABLE = ("start", "end", "status", "type", "summary", "round")


@dataclass(frozen=True, slots=True)
class Review:
    """clusters: as the judgements leave them. decided: for a claim, the judgements that confirm or set something of its entry, in order.
    orphans: judgements that could not be applied, and why."""

    clusters: tuple[tuple[str, ...], ...]
    decided: tuple[tuple[str, Judgement], ...]
    orphans: tuple[Issue, ...]

    def apply(self, entry: Entry) -> Entry:
        """The entry with what people confirmed and set."""
        members = set(entry.members)
        for claim, judgement in self.decided:
            if claim in members:
                entry = _confirm(entry, judgement) if judgement.verb == "confirm" else _set(entry, judgement)
        return entry


def judged(finder: "Finder", clusters: Iterable[Sequence[str]], judgements: Sequence[Judgement]) -> Review:
    """The clusters as people's judgements leave them, applied by time, then by id. finder: knows the claims of all documents that they point at."""
    groups = {claim: group for group in map(set, clusters) for claim in group}
    decided: list[tuple[str, Judgement]] = []
    orphans: list[Issue] = []
    for judgement in (j for j in in_force(judgements) if j.verb != SIDE):
        claims, problem = finder.claims(judgement)
        if problem is not None:
            orphans.append(Issue("", "review", "orphan", f"judgement {judgement.id} of {judgement.who} is not applied: {problem}"))
        elif judgement.verb in ("confirm", "set"):
            decided.extend((claim, judgement) for claim in claims[:1])
        else:
            regroup(groups, judgement.verb, claims)
    kept = {tuple(sorted(members)) for members in groups.values()}
    return Review(tuple(sorted(kept)), tuple(decided), tuple(orphans))


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that nobody retracted, in the order of their time and id. A retraction may be retracted itself.

    The clocks of two people may differ: a retraction undoes what it names, whichever time stands on it.
    """
    alone = sorted(set(judgements))
    retracted_by = Counter(target for j in alone if j.verb == "retract" for target in j.targets)
    undone: set[str] = set()
    decided = [j for j in alone if not retracted_by[j.id]]
    by_id = {j.id: j for j in alone}
    for judgement in decided:  # grows while it is walked through; retractions in a circle are never reached
        for target in judgement.targets if judgement.verb == "retract" else ():
            retracted_by[target] -= 1
            if judgement.id not in undone:
                undone.add(target)
            if not retracted_by[target] and target in by_id:
                decided.append(by_id[target])
    return [j for j in sorted(decided) if j.id not in undone and j.verb != "retract"]


def pointed_at(judgements: Iterable[Judgement]) -> list[str]:
    """The ids of the documents that judgements point at."""
    found = set()
    for judgement in judgements:
        for target in judgement.targets if judgement.verb != "retract" else ():
            try:
                selector = json.loads(target)
            except ValueError:
                continue
            if isinstance(selector, dict):
                found.add(str(selector.get("document")))
    return sorted(found)


def regroup(groups: dict[str, set[str]], verb: str, claims: Sequence[str]) -> None:
    """Applies a merge, split or rejection of these claims. groups: of each claim in the chronicle, its group."""
    held = [c for c in claims if c in groups]
    if verb == "merge":
        union = set().union(*(groups[c] for c in held))
        groups.update(dict.fromkeys(union, union))
        return
    for claim in held:
        groups.pop(claim).discard(claim)
    if verb == "split":
        apart = set(held)
        groups.update(dict.fromkeys(apart, apart))


class Finder:
    """Finds the claims that selectors point at."""

    def __init__(self, claims: Iterable[tuple[str, Claim]]) -> None:
        """claims: each with the id of its document."""
        self._by_document: dict[str, list[Claim]] = {}
        for document, claim in sorted(claims, key=lambda item: item[1].id):
            self._by_document.setdefault(document, []).append(claim)

    def claims(self, judgement: Judgement) -> tuple[tuple[str, ...], str | None]:
        """The claims, one a target, or what is wrong with the judgement."""
        if judgement.verb not in ("merge", "split", "reject", "confirm", "set"):
            return (), f"there is no verb {judgement.verb!r}"
        if judgement.verb == "set" and settable(judgement.value) is None:
            return (), f"{judgement.value!r} is no field=value with a field among {', '.join(SETTABLE)} and a value that fits it"
        found = []
        for target in judgement.targets:
            matches = self._matches(target)
            if len(matches) != 1:
                return (), f"{'no claim' if not matches else f'{len(matches)} claims'} at {target}"
            found.append(matches[0])
        return tuple(found), None if found else "it has no target"

    def _matches(self, target: str) -> list[str]:
        try:
            selector = json.loads(target)
        except ValueError:
            return []
        if not isinstance(selector, dict):
            return []
        near = [c for c in self._by_document.get(str(selector.get("document")), ()) if _fits(c, selector)]
        exact = [c for c in near if fold(c.evidence.quote) == fold(str(selector.get("quote", "")))]
        found = [c.id for c in exact or near]
        return [selector["claim"]] if len(found) > 1 and selector.get("claim") in found else found


def _fits(claim: Claim, selector: Mapping[str, Any]) -> bool:
    if selector.get("kind") not in (None, type(claim).__name__.lower()):
        return False
    quote, wanted = fold(claim.evidence.quote), fold(str(selector.get("quote", "")))
    if not wanted or (wanted not in quote and quote not in wanted):
        return False
    agent = selector.get("agent")
    names = {fold(a.name) for a in agents_of(claim)} | {fold(name) for name in (*claim.claimants, claim.claimant or "")}
    return agent is None or fold(str(agent)) in names


def settable(text: str | None) -> tuple[str, str] | None:
    """The field and the value of "field=value"; None when there is no such field to set, or the value does not fit it."""
    field, equals, value = (text or "").partition("=")
    if not equals or field not in SETTABLE:
        return None
    fits = {
        "start": value == "" or prefix_days(value) is not None,
        "end": value == "" or prefix_days(value) is not None,
        "status": value in STATUSES,
        "round": value == "" or value.isdecimal(),
    }
    return (field, value) if fits.get(field, value != "") else None


def _set(entry: Entry, judgement: Judgement) -> Entry:
    setting = settable(judgement.value)
    if setting is None:
        return entry
    field, value = setting
    by = ((Attribution(Person(judgement.who, role="reviewer"), "juger", 0, 0),),)
    reason = f"décidé par {judgement.who} : {judgement.reason}"
    values = (
        *(v for v in entry.values if v.field != f"review.{field}"),
        Value(f"review.{field}", value, "asserted", by, "established", (), (reason,)),
    )
    changed: dict[str, Any] = {field: (int(value) if field == "round" else value) if value else None}
    return replace(entry, values=values, **changed)


def _confirm(entry: Entry, judgement: Judgement) -> Entry:
    reason = f"confirmé par {judgement.who} : {judgement.reason}"
    return replace(entry, values=tuple(replace(v, state="established", reasons=(reason, *v.reasons)) for v in entry.values))
