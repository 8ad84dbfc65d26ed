"""The judgements: what people decided about the chronicle, and what became of it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from pourparlers.issues import Issue
from pourparlers.model.chronicle import Judgement
from pourparlers.reviewing import standing
from pourparlers.store import View
from pourparlers.views.names import settled_names


@dataclass(frozen=True, slots=True)
class Passage:
    """What a judgement points at: a claim, the name of its document, and the words it rests on."""

    claim: str
    document: str
    quote: str


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """A judgement. passages: of the claims that it concerns; targets: the ids of the judgements that a retraction undoes.
    in_force: nobody undid it. problem: why it could not be applied, None when it could."""

    id: str
    time: str
    who: str
    verb: str
    value: str | None
    reason: str
    passages: tuple[Passage, ...]
    targets: tuple[str, ...]
    in_force: bool
    problem: str | None


def judgements(view: View) -> list[JudgementRow]:
    """The judgements, the newest first."""
    log = view.judgements()
    if not log:
        return []
    kept, names, issues = standing(log), settled_names(view), view.issues()
    rows = [_row(judgement, judgement.id in kept, names, _problem(judgement, issues)) for judgement in log]
    return sorted(rows, key=lambda row: (row.time, row.id), reverse=True)


def _row(judgement: Judgement, in_force: bool, names: dict[str, str], problem: str | None) -> JudgementRow:
    retracts = judgement.verb == "retract"
    return JudgementRow(
        id=judgement.id,
        time=judgement.time,
        who=judgement.who,
        verb=judgement.verb,
        value=judgement.value,
        reason=judgement.reason,
        passages=() if retracts else tuple(_passage(target, names) for target in judgement.targets),
        targets=judgement.targets if retracts else (),
        in_force=in_force,
        problem=problem if in_force else None,
    )


def _passage(target: str, names: dict[str, str]) -> Passage:
    """What a selector tells of its claim; a selector of another make may tell nothing."""
    try:
        selector = json.loads(target)
    except ValueError:
        selector = None
    if not isinstance(selector, dict):
        return Passage("", "", target)
    document = str(selector.get("document", ""))
    return Passage(str(selector.get("claim", "")), names.get(document, document), str(selector.get("quote", "")))


def _problem(judgement: Judgement, issues: Iterable[Issue]) -> str | None:
    """Why deriving the chronicle left a judgement out."""
    return next((issue.message for issue in issues if issue.stage == "review" and judgement.id in issue.message), None)
