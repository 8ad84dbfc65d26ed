"""People's judgements: applied in order, found again by their selectors, undone by retraction."""

import json
from dataclasses import replace

import pytest

from made import article, event, redate
from pourparlers.chronicle import Finder, build, judged
from pourparlers.linking import link
from pourparlers.model.chronicle import Entry, Judgement

BOTH = ["Valdor", "Morénie"]
ARTICLES = (
    article("a", "2031-05-14", event("meeting", "les délégations se sont vues mardi", "2031-05-13", BOTH)),
    article("b", "2031-05-14", event("meeting", "la rencontre de mardi des délégations", "2031-05-13", BOTH)),
    article("c", "2031-05-14", event("attack", "des tirs ont retenti au port", "2031-05-12", ["Morénie"])),
)


def target(name: str, **more: str) -> str:
    reading = next(a for a in ARTICLES if a.name == name)
    return json.dumps({"document": reading.document, "quote": reading.events[0].evidence.quote, "kind": "event", **more})


def judgement(verb: str, *names: str, value: str | None = None, time: str = "2031-06-01T10:00", id_: str = "j1") -> Judgement:
    return Judgement(time, id_, "Ada", verb, "relu", tuple(target(n) for n in names), value)


def chronicle(*judgements: Judgement) -> tuple[Entry, ...]:
    return build(ARTICLES, link(ARTICLES, redate), judgements)


def groups(*judgements: Judgement) -> list[list[str]]:
    names = {a.events[0].id: a.name for a in ARTICLES}
    return sorted(sorted(names[m] for m in e.members) for e in chronicle(*judgements))


def test_without_judgements() -> None:
    assert groups() == [["a", "b"], ["c"]]


def test_merge_split_reject() -> None:
    assert groups(judgement("merge", "a", "c")) == [["a", "b", "c"]]
    assert groups(judgement("split", "b")) == [["a"], ["b"], ["c"]]
    assert groups(judgement("reject", "c")) == [["a", "b"]]


def test_later_judgements_win() -> None:
    merge, split = judgement("merge", "b", "c", time="2031-06-01", id_="j1"), judgement("split", "c", time="2031-06-02", id_="j2")
    assert groups(merge, split) == groups(split, merge) == [["a", "b"], ["c"]]
    assert groups(replace(merge, time="2031-06-03"), split) == [["a", "b", "c"]]


def test_a_retraction_undoes_and_can_be_retracted() -> None:
    merge = judgement("merge", "a", "c")
    undo = Judgement("2031-06-02", "j2", "Ada", "retract", "erreur", ("j1",))
    redo = Judgement("2031-06-03", "j3", "Ada", "retract", "finalement", ("j2",))
    assert groups(merge, undo) == groups()
    assert groups(merge, undo, redo) == groups(merge)
    assert chronicle(merge, undo) == chronicle()


def test_a_retraction_undoes_whatever_its_clock_says() -> None:
    merge = judgement("merge", "a", "c")
    early = Judgement("2030-01-01", "j2", "Bob", "retract", "erreur", ("j1",))
    assert groups(merge, early) == groups()


def test_retractions_in_a_circle_undo_nothing_else() -> None:
    circle = [Judgement("2031-06-02", a, "Ada", "retract", "erreur", (b,)) for a, b in (("j2", "j3"), ("j3", "j2"))]
    assert groups(judgement("merge", "a", "c"), *circle) == groups(judgement("merge", "a", "c"))


def test_a_selector_tells_claims_of_one_passage_apart_by_their_id() -> None:
    both = article("d", "2031-05-14", *(event("attack", "des tirs les 3 et 5 mai", f"2031-05-0{day}", ["Morénie"]) for day in (3, 5)))
    selector = {"document": both.document, "quote": both.events[0].evidence.quote, "kind": "event"}
    vague = Judgement("2031-06-01", "j1", "Ada", "reject", "relu", (json.dumps(selector),))
    exact = replace(vague, targets=(json.dumps({**selector, "claim": both.events[1].id}),))
    linked = link([both], redate)
    assert len(build([both], linked, [vague])) == 2
    assert [e.id for e in build([both], linked, [exact])] == [both.events[0].id]


def test_set_and_confirm() -> None:
    entry = chronicle(judgement("set", "c", value="start=2031-05-11"))[0]
    assert (entry.start, entry.type) == ("2031-05-11", "attack")
    (decided,) = [v for v in entry.values if v.field == "review.start"]
    assert decided.attribution[0][0].agent.name == "Ada"
    confirmed = chronicle(judgement("confirm", "c"))[0]
    assert {v.state for v in confirmed.values} == {"established"}
    assert all("Ada" in v.reasons[0] for v in confirmed.values)
    assert chronicle(judgement("set", "c", value="round=3"))[0].round == 3
    assert chronicle(judgement("set", "c", value="start="))[-1].start is None


@pytest.mark.parametrize(
    "lost",
    [
        judgement("set", "c", value="start=demain"),
        judgement("set", "c", value="colour=red"),
        judgement("set", "c", value="status=done"),
        judgement("bless", "c"),
        judgement("merge"),
        replace(judgement("reject", "c"), targets=("{not json",)),
        replace(judgement("reject", "c"), targets=("[]",)),
        replace(judgement("reject", "c"), targets=(json.dumps({"document": "elsewhere", "quote": "des tirs"}),)),
        replace(judgement("reject", "c"), targets=(target("c", agent="Norvège"),)),
        replace(judgement("reject", "c"), targets=(target("c", kind="figure"),)),
    ],
)
def test_what_cannot_be_applied_is_listed_and_changes_nothing(lost: Judgement) -> None:
    assert chronicle(lost) == chronicle()
    finder = Finder((a.document, claim) for a in ARTICLES for claim in a.claims)
    (issue,) = judged(finder, link(ARTICLES, redate).clusters, [lost]).orphans
    assert issue.kind == "orphan"
    assert "j1" in issue.message


def test_a_selector_finds_its_claim_in_a_shorter_or_longer_passage() -> None:
    shorter = json.dumps({"document": ARTICLES[2].document, "quote": "des TIRS ont retenti", "kind": "event", "agent": "Morénie"})
    assert groups(replace(judgement("reject", "c"), targets=(shorter,))) == [["a", "b"]]
