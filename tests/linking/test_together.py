"""Documents whose day is known only through others."""

from made import article, event, redate
from pourparlers.linking import link
from pourparlers.model.claim import Reading

BOTH = ["Valdor", "Morénie"]


def open_article(*words: str, who: list[str] | None = None, round_: int | None = 2) -> Reading:
    """An article of some Thursday of May 2031 that tells of talks on its own Thursday."""
    return article(
        "open", "jeudi 2031-05", event("meeting", " ".join(words) or "la deuxième séance a eu lieu jeudi", "jeudi", who or BOTH, round=round_)
    )


def day_of(readings: list[Reading], name: str) -> str | None:
    """The day of a document as known together."""
    linked = link(readings, redate)
    reading = next(r for r in readings if r.name == name)
    return linked.published.get(reading.document, reading.dated.published).best


def test_the_same_round_dates_the_article() -> None:
    known = article("known", "2031-05-09", event("meeting", "la deuxième séance, jeudi 8 mai", "2031-05-08", BOTH, round=2))
    linked = link([open_article(), known], redate)
    assert linked.published[open_article().document].best == "2031-05-08"
    assert len(linked.clusters) == 1
    assert {w.start for w in linked.days.values()} == {"2031-05-08"}
    assert "known" in linked.published[open_article().document].reasons[-1]


def test_the_same_parties_on_the_same_weekday_date_the_article() -> None:
    known = article("known", "2031-05-09", event("meeting", "la séance de jeudi", "2031-05-08", BOTH))
    assert day_of([open_article(round_=None), known], "open") == "2031-05-08"


def test_two_partners_that_fit_equally_well_date_nothing() -> None:
    first = article("first", "2031-05-09", event("meeting", "la séance de jeudi", "2031-05-08", BOTH))
    second = article("second", "2031-05-23", event("meeting", "la séance de jeudi", "2031-05-22", BOTH))
    assert day_of([open_article(round_=None), first, second], "open") == "2031-05"


def test_the_round_decides_between_two_partners() -> None:
    first = article("first", "2031-05-09", event("meeting", "la première séance", "2031-05-08", BOTH, round=1))
    second = article("second", "2031-05-23", event("meeting", "la deuxième séance", "2031-05-22", BOTH, round=2))
    assert day_of([open_article(), first, second], "open") == "2031-05-22"


def test_another_weekday_dates_nothing() -> None:
    known = article("known", "2031-05-09", event("meeting", "la deuxième séance, vendredi", "2031-05-09", BOTH, round=2))
    assert day_of([open_article(), known], "open") == "2031-05"


def test_other_parties_date_nothing() -> None:
    known = article("known", "2031-05-09", event("meeting", "la séance de jeudi", "2031-05-08", ["Norvège", "Suède"]))
    assert day_of([open_article(round_=None), known], "open") == "2031-05"


def test_hints_that_exclude_each_other_change_nothing_and_are_told() -> None:
    two = article(
        "open",
        "jeudi 2031-05",
        event("meeting", "la deuxième séance a eu lieu jeudi", "jeudi", BOTH, round=2),
        event("exchange", "les deux camps ont échangé jeudi cent prisonniers", "jeudi", BOTH),
    )
    first = article("first", "2031-05-09", event("meeting", "la deuxième séance", "2031-05-08", BOTH, round=2))
    second = article("second", "2031-05-16", event("exchange", "cent prisonniers échangés par les deux camps", "2031-05-15", BOTH))
    linked = link([two, first, second], redate)
    assert linked.published == {}
    assert linked.contradictions == (tuple(sorted(e.id for e in two.events)),)


def test_an_article_that_knows_its_day_keeps_it() -> None:
    sure = article("sure", "2031-05-16", event("meeting", "la deuxième séance a eu lieu jeudi", "jeudi", BOTH, round=2))
    known = article("known", "2031-05-09", event("meeting", "la deuxième séance", "2031-05-08", BOTH, round=2))
    assert link([sure, known], redate).published == {}


def test_an_event_that_does_not_hang_on_its_own_document_dates_another() -> None:
    vague = article("vague", "jeudi 2031-05", event("meeting", "la deuxième séance, le 8 mai 2031", "2031-05-08", BOTH, round=2))
    linked = link([open_article(), vague], redate)
    assert {d: p.best for d, p in linked.published.items()} == {open_article().document: "2031-05-08"}
