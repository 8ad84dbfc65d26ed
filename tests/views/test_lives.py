"""The life of commitments: one promise from its announcement to its end, and the day on which it runs out."""

from dataclasses import replace

from made import article, by, commitment
from pourparlers.model.claim import Reading
from pourparlers.model.text import Span
from pourparlers.model.time import Time
from pourparlers.pipeline import derive
from pourparlers.views.commitments import CommitmentRow, commitments
from pourparlers.views.shown import Shown, _Then

BOTH = ["Valdor", "Morénie"]


def shown(*readings: Reading) -> Shown:
    return _Then(readings, derive(readings), {r.document: r.name for r in readings}, (), ())


def lasting(reading: Reading, words: str, value: str) -> Reading:
    """The reading with a length of time that its commitment's passage tells."""
    quote = reading.commitments[0].evidence.quote
    at = quote.index(words)
    time = Time(Span(at, at + len(words)), "DURATION", value, None, None, "duration", "none", "made")
    return replace(reading, dated=replace(reading.dated, times=(time,)))


def rows(*readings: Reading) -> list[CommitmentRow]:
    return commitments(shown(*readings))


def test_one_life_from_announcement_to_end() -> None:
    told = rows(
        article("a", "2031-05-02", commitment("ceasefire", "declared", "une trêve a été signée", BOTH, "2031-05-01")),
        article("b", "2031-05-05", commitment("ceasefire", "in_force", "la trêve est entrée en vigueur", BOTH, "2031-05-04")),
        article("c", "2031-05-09", commitment("ceasefire", "violated", "des tirs ont rompu la trêve", ["Morénie"], "2031-05-08")),
        article("d", "2031-05-20", commitment("ceasefire", "ended", "la trêve a pris fin", (), "2031-05-19")),
    )
    assert [row.life for row in told] == [
        ("annoncé (1er mai 2031)", "en vigueur (4 mai 2031)", "violation dénoncée (8 mai 2031)", "terminé (19 mai 2031)"),
    ]
    assert [(row.phase, row.parties, len(row.entries)) for row in told] == [("ended", ("Valdor", "Morénie"), 4)]


def test_other_parties_and_renewals_are_other_promises() -> None:
    told = rows(
        article("a", "2031-05-02", commitment("ceasefire", "declared", "une trêve a été signée", BOTH, "2031-05-01")),
        article("b", "2031-05-03", commitment("ceasefire", "declared", "la junte a décrété une trêve", ["junte"], "2031-05-02")),
        article("c", "2031-08-02", commitment("ceasefire", "declared", "une nouvelle trêve a été signée", BOTH, "2031-08-01")),
    )
    assert len(told) == 3


def test_a_deadline_is_computed_from_a_known_start() -> None:
    truce = commitment("ceasefire", "declared", "une trêve de quarante jours a été signée", BOTH, "2031-05-01")
    (row,) = rows(lasting(article("a", "2031-05-02", truce), "quarante jours", "P40D"))
    assert (row.deadline, row.deadline_why, row.phase) == ("2031-06-10", "« quarante jours » à partir du 1er mai 2031", "declared")


def test_a_deadline_from_an_unknown_start_stays_unknown_and_says_so() -> None:
    truce = commitment("ceasefire", "declared", "une trêve de cinquante jours", BOTH)
    (row,) = rows(lasting(article("a", "2031-05-02", truce), "cinquante jours", "P50D"))
    assert (row.deadline, row.deadline_why) == (None, "« cinquante jours » à partir d'un jour que rien ne dit")
    assert row.deadline_day == "inconnue"


def test_what_nobody_ends_expires() -> None:
    truce = commitment("ceasefire", "in_force", "une trêve de dix jours est en vigueur", BOTH, "2031-05-01")
    (row,) = rows(lasting(article("a", "2031-05-02", truce), "dix jours", "P10D"), article("b", "2031-06-01"))
    assert row.phase == "expired"
    assert row.life[-1] == "expiré (11 mai 2031, calculé : « dix jours » à partir du 1er mai 2031)"


def test_a_life_is_told_in_english() -> None:
    truce = commitment("ceasefire", "in_force", "une trêve de dix jours est en vigueur", BOTH, "2031-05-01")
    told = replace(truce, attribution=by("Valdor"))
    (row,) = commitments(shown(lasting(article("a", "2031-05-02", told), "dix jours", "P10D"), article("b", "2031-06-01")), "en")
    assert row.life == ("in force (1 May 2031, according to Valdor)", "expired (11 May 2031, worked out: “dix jours” from 1 May 2031)")


def test_an_extension_runs_from_the_end_of_what_it_extends() -> None:
    truce = commitment("ceasefire", "declared", "une trêve de deux mois a été signée", BOTH, "2031-05-31")
    more = commitment("ceasefire", "extended", "la trêve a été prolongée de dix jours", BOTH, None)
    (row,) = rows(
        lasting(article("a", "2031-05-31", truce), "deux mois", "P2M"),
        lasting(article("b", "2031-07-20", more), "dix jours", "P10D"),
    )
    assert (row.deadline, row.deadline_why) == ("2031-08-10", "« deux mois » à partir du 31 mai 2031, puis « dix jours » de plus")


def test_an_extension_of_a_truce_of_unknown_length_ends_on_a_day_that_nothing_tells() -> None:
    more = commitment("ceasefire", "extended", "la trêve a été prolongée de six mois", BOTH, None)
    (row,) = rows(lasting(article("a", "2031-07-20", more), "six mois", "P6M"))
    assert (row.deadline, row.deadline_why) == (None, "« six mois » de plus, après un terme que rien ne dit")


def test_the_night_in_which_an_accord_was_signed_is_no_deadline() -> None:
    accord = commitment("memorandum", "declared", "un accord a été signé dans la nuit", BOTH, "2031-05-01")
    night = replace(accord, when=replace(accord.when, end="2031-05-02"))
    (row,) = rows(article("a", "2031-05-02", night))
    assert (row.deadline, row.deadline_day) == (None, "")


def test_a_day_that_the_articles_give_goes_before_a_length() -> None:
    truce = commitment("ceasefire", "declared", "une trêve de dix jours a été signée", BOTH, "2031-05-01")
    more = commitment("ceasefire", "extended", "la trêve a été prolongée jusqu'au 23 juin", BOTH, None)
    more = replace(more, when=replace(more.when, end="2031-06-23"))
    (row,) = rows(lasting(article("a", "2031-05-02", truce), "dix jours", "P10D"), article("b", "2031-05-10", more))
    assert (row.deadline, row.deadline_why, row.phase) == ("2031-06-23", "dit par les articles", "extended")
    assert row.life == ("annoncé (1er mai 2031)", "prolongé (10 mai 2031)")


def test_an_extension_without_an_end_leaves_the_deadline_open() -> None:
    truce = commitment("ceasefire", "declared", "une trêve de dix jours a été signée", BOTH, "2031-05-01")
    more = commitment("ceasefire", "extended", "la trêve a été prolongée", BOTH, "2031-05-10")
    (row,) = rows(lasting(article("a", "2031-05-02", truce), "dix jours", "P10D"), article("b", "2031-05-10", more), article("c", "2031-09-01"))
    assert (row.deadline, row.deadline_why, row.phase) == (None, "prolongé jusqu'à un jour que rien ne dit", "extended")


def test_an_extension_of_some_length_goes_on_from_the_day_that_the_articles_give() -> None:
    truce = commitment("ceasefire", "in_force", "la trêve court jusqu'au 20 mai", BOTH, "2031-05-01")
    truce = replace(truce, when=replace(truce.when, end="2031-05-20"))
    more = commitment("ceasefire", "extended", "la trêve a été prolongée de dix jours", BOTH, "2031-05-18")
    (row,) = rows(article("a", "2031-05-02", truce), lasting(article("b", "2031-05-18", more), "dix jours", "P10D"))
    assert (row.deadline, row.deadline_why) == ("2031-05-30", "dit par les articles, puis « dix jours » de plus")
