"""People's judgements on a dossier: made from ids that `show` prints, appended to the log, and told again for other dossiers."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pourparlers.chronicle.judged import SETTABLE, SIDE, in_force, settable
from pourparlers.errors import JudgementError, NotFoundError, SourceError
from pourparlers.model.chronicle import Judgement
from pourparlers.model.claim import Claim
from pourparlers.model.codec import from_json, to_json
from pourparlers.model.ids import content_id
from pourparlers.model.naming import fold
from pourparlers.scope import find_scope
from pourparlers.store import View

#: Verbs that concern claims; `retract` concerns judgements.
VERBS = ("merge", "split", "reject", "confirm", "set")


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decides. who: by name. time: ISO 8601. value: what `set` sets ("start=2022-03-03")."""

    verb: str
    who: str
    reason: str
    time: str
    value: str | None = None


def judge(view: View, decision: Decision, ids: Sequence[str], document: str | None = None, alone: bool = False) -> Judgement:
    """The judgement on the claims or entries with these ids, or how they begin.

    document: only what the document of that name tells of the entries. The id of an entry stands for all its claims where it leaves the
    chronicle or, with a document, is split; unless each claim is meant alone. Raises NotFoundError when an id is unknown or ambiguous,
    JudgementError when what is to be set cannot be.
    """
    if decision.verb == "set" and settable(decision.value) is None:
        raise JudgementError(f"{decision.value!r} cannot be set: write FIELD=VALUE, with one of {', '.join(SETTABLE)} and a value that fits it")
    claims = [claim for wanted in ids for claim in _claims(view, wanted, decision.verb == "reject" and not alone, document)]
    if not claims:
        raise NotFoundError(f"the document {document!r} tells nothing of {', '.join(ids)}")
    return _judgement(decision, tuple(_selector(view, claim) for claim in dict.fromkeys(claims)))


def retraction(view: View, decision: Decision, wanted: str) -> Judgement:
    """The judgement that undoes the one whose id begins so. Raises NotFoundError when there is none, or there are several."""
    found = [j.id for j in view.judgements() if j.id.startswith(wanted) or j.id.partition("-")[2].startswith(wanted)]
    if len(found) != 1:
        raise NotFoundError(f"{len(found) or 'no'} judgements have an id that begins with {wanted!r}: `pourparlers review log` lists them")
    return _judgement(decision, (found[0],))


def judge_side(view: View, decision: Decision, name: str) -> Judgement:
    """The judgement that the actor of that name is or acts for the party that `decision.value` names, or is "mediator" or "third".

    Raises NotFoundError when no article names such an actor or party.
    """
    families = {document: card.family for document, card in view.cards().items()}
    known = {fold(n): n for standing in find_scope(tuple(view.readings()), families).standings for n in (*standing.names, standing.name)}
    for wanted in (name, *([] if decision.value in ("mediator", "third") else [decision.value or ""])):
        if fold(wanted) not in known:
            raise NotFoundError(f"no article names {wanted!r} as acting: `pourparlers show actors` lists who does")
    side = decision.value if decision.value in ("mediator", "third") else known[fold(decision.value or "")]
    return _judgement(replace(decision, verb=SIDE, value=side), (known[fold(name)],))


def _judgement(decision: Decision, targets: tuple[str, ...]) -> Judgement:
    parts = (decision.time, decision.who, decision.verb, list(targets), decision.value, decision.reason)
    return Judgement(decision.time, content_id("judgement", *parts), decision.who, decision.verb, decision.reason, targets, decision.value)


def _claims(view: View, wanted: str, whole: bool, document: str | None) -> list[str]:
    """The claims that an id stands for. whole: that of an entry stands for all its claims."""
    found = [claim for claim in view.identifiers(wanted) if view.entry_of(claim) is not None]
    if wanted in found:
        found = [wanted]
    if len(found) != 1:
        raise NotFoundError(f"{len(found) or 'no'} claims have an id that begins with {wanted!r}: `pourparlers show timeline` lists ids")
    entry = view.entry_of(found[0])
    if entry is None or (document is None and not (whole and entry.id == found[0])):
        return found
    names = view.names()
    return [claim for claim in entry.members if document is None or names[_told(view, claim)[0]] == document]


def _told(view: View, claim: str) -> tuple[str, Claim]:
    """The document of a claim, and the claim."""
    entry = view.entry_of(claim)
    for document in () if entry is None else entry.documents:
        for found in view.reading(document).claims:
            if found.id == claim:
                return document, found
    raise NotFoundError(f"{claim} is told by no document")


def _selector(view: View, claim: str) -> str:
    """What finds the claim again after its document was read anew."""
    document, found = _told(view, claim)
    selector = {"document": document, "quote": found.evidence.quote, "kind": type(found).__name__.lower(), "claim": claim}
    return json.dumps(selector, ensure_ascii=False, sort_keys=True)


def standing(judgements: Sequence[Judgement]) -> frozenset[str]:
    """The ids of the judgements that nobody has retracted."""
    return frozenset(judgement.id for judgement in in_force(judgements))


def to_lines(judgements: Iterable[Judgement]) -> Iterator[str]:
    """The judgements as JSON Lines."""
    for judgement in judgements:
        yield json.dumps(to_json(judgement), ensure_ascii=False, sort_keys=True)


def from_lines(lines: Iterable[str], name: str) -> list[Judgement]:
    """The judgements of an export. Raises SourceError, naming the file and the line, for what is none."""
    found = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                judgement = from_json(Judgement, json.loads(line))
            except (ValueError, TypeError, KeyError) as error:
                raise SourceError(f"{name}, line {number}: no judgement as `review export` writes it ({error})") from error
            if judgement.verb not in (*VERBS, SIDE, "retract"):
                raise SourceError(f"{name}, line {number}: there is no verb {judgement.verb!r}")
            found.append(judgement)
    return found
