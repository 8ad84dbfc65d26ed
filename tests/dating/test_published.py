"""The document's own day, from what its record, its head and its text say."""

from dataclasses import replace
from datetime import date

import pytest
from tests.dating.conftest import document_of

from pourparlers.dating import date_document
from pourparlers.dating.document import tied_times
from pourparlers.dating.evidence import gather
from pourparlers.dating.signs import signs, weigh
from pourparlers.dating.style import DISPATCH, NEITHER, PAPER, style_of
from pourparlers.model import calendar
from pourparlers.model.text import DateClue, Document
from pourparlers.model.time import Published

MAY = calendar.Days(date(2030, 5, 1).toordinal(), date(2030, 5, 31).toordinal())


def published(text: str, declared: str | None = None, horizon: str = "2032-01-01") -> Published:
    return date_document(document_of(text, declared, horizon))[0].published


def test_the_record_is_believed() -> None:
    found = published("Le sommet s'est ouvert mardi.", "2031-05-15")
    assert found.best == found.earliest == found.latest == "2031-05-15"
    assert found.candidates == ("2031-05-15",)


def test_a_month_and_a_weekday_leave_the_days_of_that_weekday() -> None:
    found = published("Ce jeudi s'est tenue une deuxième session de pourparlers.", "2031-05")
    assert found.best == "2031-05"
    assert sorted(found.candidates) == ["2031-05-01", "2031-05-08", "2031-05-15", "2031-05-22", "2031-05-29"]


def test_a_month_alone_stays_a_month() -> None:
    found = published("Les pourparlers sont au point mort.", "2031-05")
    assert (found.best, found.candidates) == ("2031-05", ("2031-05",))


def test_a_count_from_a_dated_beginning() -> None:
    text = (
        "Les pourparlers ont repris jeudi, au huitième jour de l'offensive. Le premier tour s'est tenu lundi.\n"
        "Le 1er mai à l'aube, l'armée a lancé une offensive dans le nord."
    )
    found = published(text, "2031-05")
    assert found.best == "2031-05-08"
    assert any("huitième jour" in reason for reason in found.reasons)


def test_weeks_to_the_day_from_a_dated_beginning() -> None:
    text = "Les ministres se rencontrent jeudi, pour la première fois depuis le 1er mai. La guerre a éclaté il y a deux semaines exactement."
    assert published(text, "2031-05").best == "2031-05-15"


def test_weekday_and_date_give_the_year() -> None:
    text = "La présidente a annoncé lundi 12 mai la tenue jeudi d'un nouveau tour de pourparlers."
    found = published(text)
    assert found.best in ("2031-05-12", "2031-05-13")
    assert any("avant l’échéance" in reason for reason in found.reasons)


def test_of_several_years_the_latest_before_the_horizon() -> None:
    text = "La présidente a annoncé lundi 12 mai la tenue jeudi d'un nouveau tour de pourparlers."
    assert (published(text, horizon="2029-01-01").best or "")[:4] == "2025"
    assert (published(text, horizon="2032-01-01").best or "")[:4] == "2031"


def test_the_other_years_of_a_weekday_and_date_are_told() -> None:
    found = published("La présidente a annoncé lundi 12 mai la tenue jeudi d'un nouveau tour de pourparlers.")
    assert found.candidates[0] == "2031-05-12"
    assert {day[:4] for day in found.other_years} == {"2025", "2014", "2008", "2003", "1997"}
    assert {day[5:] for day in found.other_years} <= {"05-12", "05-13"}
    assert (found.earliest or "") < "1998"
    assert (found.latest or "")[:4] == "2031"
    assert found.reasons[-1].startswith("pris seul, l’article peut être aussi de : 2025, 2014, 2008, 2003, 1997")


def test_a_later_year_that_suits_less_is_one_of_the_others() -> None:
    document = document_of("Les deux camps ont respecté la trêve mardi.", horizon="2032-04-10")
    dated, _ = date_document(_with_clues(document, (DateClue("--03-12", "dateline", 5, "ORNE, 12 mars"),)))
    assert dated.published.best == "2030-03-12"  # a Tuesday
    assert "2031" in {day[:4] for day in dated.published.other_years}


def test_years_before_one_that_the_text_has_behind_it_do_not_suit() -> None:
    found = published("La présidente a annoncé lundi 12 mai un nouveau tour de pourparlers. En 2014 déjà, ils avaient échoué.")
    assert {day[:4] for day in found.other_years} == {"2025", "2014"}


@pytest.mark.parametrize(("told", "best"), [("ce lundi 12 mai 2025", "2025-05-12"), ("le lundi 12 mai 2025", "2025-05-13")])
def test_a_year_that_is_told_is_no_guess(told: str, best: str) -> None:
    found = published(f"La présidente a annoncé {told} un nouveau tour de pourparlers.")
    assert (found.best, found.other_years) == (best, ())


def test_a_declared_day_or_month_is_no_guess() -> None:
    for declared in ("2031-05-15", "2031-05"):
        assert published("La présidente a annoncé lundi 12 mai un nouveau tour.", declared).other_years == ()


def test_next_weekday_and_a_date_agree() -> None:
    text = (
        "Le ministre s'est entretenu avec son homologue alors que des pourparlers pourraient être organisés lundi prochain à Oman.\n"
        "La ministre a appelé mercredi les deux camps à négocier, selon un communiqué. Le camp adverse s'est dit prêt mercredi à venir à Oman.\n"
        "« Notre délégation sera à Oman le 19 mai », a annoncé le ministre. Le mouvement s'inspire de l'accord de 2030."
    )
    assert published(text).best == "2031-05-14"


@pytest.mark.parametrize(
    ("told", "best"),
    [
        ("La ministre a démenti hier, mercredi.", "2031-05-15"),
        ("La ministre a démenti mercredi (hier).", "2031-05-15"),
        ("La ministre s'exprime aujourd'hui jeudi.", "2031-05-15"),
        ("La ministre s'exprimera demain, vendredi.", "2031-05-15"),
    ],
)
def test_a_weekday_beside_yesterday_or_tomorrow_gives_that_of_the_publication(told: str, best: str) -> None:
    found = published(f"{told} La prochaine séance s'ouvrira lundi 19 mai à Genève.")
    assert found.best == best
    assert any("donne le jour de la semaine" in reason for reason in found.reasons)


def test_a_rendezvous_that_is_proposed_bounds_the_day_from_above() -> None:
    text = "La capitale a proposé hier, mercredi, un rendez-vous. Le ministre a invité mercredi ses rivaux à un cycle de négociations lundi 19 mai."
    assert published(text).best == "2031-05-15"


@pytest.mark.parametrize("count", ["deux semaines jour pour jour après", "exactement deux semaines après", "quatorze jours pile après"])
def test_a_count_from_a_date_dates_the_story(count: str) -> None:
    text = f"Aucune avancée {count} le jeudi 1er mai, début de l'offensive : les ministres se sont quittés jeudi sans accord."
    found = published(text)
    assert (found.best, "2031-05-01" in found.candidates) == ("2031-05-15", False)


def test_the_ordinal_day_of_a_dated_beginning_agrees_with_a_weekday() -> None:
    text = "Attendus jeudi soir, ils n'arriveront que vendredi : la séance est repoussée, au huitième jour de l'offensive lancée le 1er mai."
    found = published(text, "2031-05")
    assert found.best == "2031-05-08"
    assert set(found.candidates) <= {"2031-05-08", "2031-05-09", "2031-05-10"}


def test_a_dateline_without_a_year_takes_the_latest_before_the_horizon() -> None:
    document = document_of("Les pourparlers ont repris jeudi.", horizon="2032-01-01")
    dated, _ = date_document(_with_clues(document, (DateClue("--05-15", "dateline", 5, "GENÈVE, 15 mai"),)))
    assert dated.published.best == "2031-05-15"
    assert any("sans l’année" in reason for reason in dated.published.reasons)


def test_an_updated_page_is_told_from_the_day_of_its_update_when_its_words_say_so() -> None:
    clues = (DateClue("2031-05-14", "page.meta", 3, "2031-05-14"), DateClue("2031-05-15", "page.meta", 3, "2031-05-15", modified=True))
    updated, _ = date_document(_with_clues(document_of("Les tirs ont repris jeudi à l'aube."), clues))
    assert updated.published.best == "2031-05-15"
    unchanged, _ = date_document(_with_clues(document_of("Les tirs ont repris mercredi à l'aube."), clues))
    assert unchanged.published.best == "2031-05-14"


def test_what_happened_after_a_date_puts_the_publication_after_it() -> None:
    text = "La présidente a averti samedi 10 mai ses voisins. Le ministre a souligné dimanche matin qu'il restait ouvert au dialogue."
    assert published(text).best == "2031-05-11"


def test_a_year_beyond_the_horizon_does_not_hide_the_day() -> None:
    text = "La présidente a averti samedi 10 mai ses voisins. Le budget 2040 du ministère a été voté."
    assert (published(text).best or "")[:7] == "2031-05"


def test_what_happens_far_west_is_told_a_day_later() -> None:
    here = published("La ministre kényane a annoncé jeudi à Nairobi une trêve au Kenya.", "2031-05")
    far = published("La ministre colombienne a annoncé jeudi à Bogota une trêve en Colombie.", "2031-05")
    assert {day[8:] for day in here.candidates} == {"01", "08", "15", "22", "29"}
    assert {"02", "09", "16", "23", "30"} <= {day[8:] for day in far.candidates}


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Le maire a levé ce jeudi 15 mai 2031 le couvre-feu. Les écoles rouvriront lundi.", "2031-05-15"),
        ("Les délégués se sont séparés jeudi 15 mai 2031 sans accord. Les discussions reprendront vendredi.", "2031-05-15"),
        ("Le comité se retrouvera dans une semaine, le 22 mai. Il s'est séparé ce jeudi sans accord.", "2031-05-15"),
        ("La trêve prendra fin demain, 16 mai, dit la radio ce jeudi.", "2031-05-15"),
    ],
)
def test_days_that_a_text_gives_of_itself(text: str, best: str) -> None:
    assert published(text).best == best


def test_until_a_date_is_no_count_to_it() -> None:
    assert published("Les deux camps doivent répondre d'ici le 22 mai. La médiatrice attend.").candidates == ()


def test_an_anniversary_is_told_around_its_day() -> None:
    found = published("Le village se souvient. L'accord y fut signé le 15 mai 1981. Des anciens se réuniront jeudi.", "2031-05")
    assert found.candidates[0] in ("2031-05-14", "2031-05-15")


def test_what_was_told_earlier_is_not_the_story() -> None:
    found = published("La médiatrice avait prévenu lundi les deux camps. Les combats ont repris mercredi, a indiqué mercredi l'armée.", "2031-05")
    assert found.candidates[0] in ("2031-05-07", "2031-05-14", "2031-05-21", "2031-05-28")


def test_without_a_month_a_few_days_are_told_or_none() -> None:
    text = "La présidente a averti samedi 10 mai ses voisins. Le ministre a souligné dimanche matin qu'il restait ouvert au dialogue."
    assert 1 <= len(published(text).candidates) <= 6
    assert published("Le ministre a démenti. L'accord du 3 mai est mort, et celui du 4 juin aussi.").candidates == ()


def test_a_date_that_something_has_lasted_since_is_not_the_day() -> None:
    found = published("Les tirs ont repris lundi. La ville est assiégée depuis le 12 mai.", "2031-05")
    assert found.candidates[0] > "2031-05-12"


def test_so_long_after_a_date_is_told_about_then_and_not_on_the_date() -> None:
    found = published("La ville est calme, deux semaines après le jeudi 1er mai, début de la guerre.", "2031-05")
    assert "2031-05-15" in found.candidates
    assert "2031-05-01" not in found.candidates


def test_without_any_date_nothing_is_told() -> None:
    found = published("Le ministre a démenti jeudi.")
    assert (found.best, found.candidates) == (None, ())
    assert found.reasons


def test_clues_that_disagree_raise_an_issue_and_the_best_is_taken() -> None:
    document = document_of("Rien.")
    clues = (DateClue("2031-05-15", "page.meta", 3, "2031-05-15"), DateClue("2031-05-02", "url", 5, "2031/05/02"))
    dated, issues = date_document(_with_clues(document, clues))
    assert dated.published.best == "2031-05-15"
    assert [issue.kind for issue in issues] == ["days-disagree"]


def test_a_declared_day_that_the_text_refutes_is_not_used() -> None:
    text = (
        "Les négociations ont repris à Lima. Le 12 juin 2017, les deux camps ont signé un accord. Le 3 mars 2018, l'armée a bombardé trois villages. "
        "Les rebelles ont libéré douze soldats le 5 avril 2018."
    )
    dated, issues = date_document(document_of(text, "2008-06-18"))
    assert dated.published.best is None
    assert "2008-06-18" in dated.published.reasons[0]
    assert "5 avril 2018" in dated.published.reasons[0]
    assert [issue.kind for issue in issues] == ["day-refuted"]


@pytest.mark.parametrize(
    "text",
    [
        "Le 12 juin 2017, les deux camps ont signé un accord.",
        "Le traité court jusqu'au 12 juin 2017 et le bail jusqu'au 3 mars 2018. Ils ont signé.",
        "Le retrait commencera le 12 juin 2017 et s'achèvera le 3 mars 2018.",
        "« Le 12 juin 2017, ils ont signé. Le 3 mars 2018, ils ont trahi », prédit le roman.",
    ],
)
def test_one_later_day_plans_and_quotations_refute_nothing(text: str) -> None:
    dated, issues = date_document(document_of(text, "2008-06-18"))
    assert (dated.published.best, issues) == ("2008-06-18", ())


def test_a_day_within_the_month_of_the_head_is_taken() -> None:
    clues = (DateClue("2031-05", "head", 1, "date 2031-05"), DateClue("2031-05-02", "url", 5, "2031/05/02"))
    dated, issues = date_document(_with_clues(document_of("Rien."), clues))
    assert (dated.published.best, issues) == ("2031-05-02", ())


@pytest.mark.parametrize("head", ["2031-05", "2031"])
def test_candidates_lie_within_what_is_declared_and_add_up(head: str) -> None:
    found = published("Il a démenti jeudi soir ; le 12 mai, il avait signé.", head)
    assert all(day.startswith(head) for day in found.candidates)
    assert sum(found.shares) <= 101
    assert found.shares == tuple(sorted(found.shares, reverse=True))


def _with_clues(document: Document, clues: tuple[DateClue, ...]) -> Document:
    return replace(document, clues=clues)


def test_a_lone_weekday_of_a_guessed_year_stands_beside_another_day() -> None:
    text = (
        "Les rebelles ont signé lundi la trêve, deux semaines après la prise du port le 4 août. Le gouverneur est parti vendredi dernier. "
        "Le maire a été tué le 10 août."
    )
    found = published(text, horizon="2020-12-31")
    assert found.other_years
    assert len(found.candidates) > 1


@pytest.mark.parametrize(
    ("told", "more"),
    [
        ("La médiatrice a signé le texte jeudi matin à Oslo.", "2030-05-09"),  # a Thursday
        ("La médiatrice a signé le texte jeudi vers 22 heures à Oslo.", "2030-05-10"),
        ("La médiatrice a signé le texte jeudi soir à Oslo.", "2030-05-10"),
        ("La médiatrice a signé le texte dans la nuit de jeudi à vendredi à Oslo.", "2030-05-10"),
    ],
)
def test_what_happened_late_is_told_the_day_after(told: str, more: str) -> None:
    weights = _weights(told)
    plain = _weights("La médiatrice a signé le texte jeudi à Oslo.")
    thursday, friday = (_ordinal(day) for day in ("2030-05-09", "2030-05-10"))
    lean, usual = weights[friday] - weights[thursday], plain[friday] - plain[thursday]
    assert (lean > usual) == (more == "2030-05-10")


@pytest.mark.parametrize(
    ("told", "likelier", "less_likely"),
    [
        ("Les combats ont repris cette semaine.", "2030-05-10", "2030-05-06"),  # a Friday, a Monday
        ("Les combats ont repris la semaine dernière.", "2030-05-07", "2030-05-11"),  # a Tuesday, a Saturday
        ("Les combats ont repris ce week-end.", "2030-05-06", "2030-05-11"),
        ("Les combats ont repris lundi. La ville a été évacuée mardi.", "2030-05-07", "2030-05-06"),
    ],
)
def test_weeks_and_weekdays_of_one_week_tell_the_weekday(told: str, likelier: str, less_likely: str) -> None:
    weights = _weights(told)
    assert weights[_ordinal(likelier)] > weights[_ordinal(less_likely)]


@pytest.mark.parametrize(
    ("told", "coincides"),
    [
        ("La cohorte a été accueillie dimanche dernier. La trêve du 12 mai a tenu.", True),  # a Sunday
        ("Le vote aura lieu le 12 mai. La candidate a été désignée dimanche dernier.", False),
        ("Le vote a eu lieu le 12 mai. La candidate sera désignée dimanche prochain.", False),
    ],
)
def test_last_sunday_is_no_date_ahead(told: str, coincides: bool) -> None:
    found = signs(gather(tied_times(document_of(told)), told), calendar.span_set(MAY)).values()
    assert coincides == any(sign.evidence in ("dated weekday last", "dated weekday next") for day in found for sign in day)


def _weights(text: str) -> dict[int, float]:
    """How much a text speaks for each day of May 2030."""
    return weigh(gather(tied_times(document_of(text)), text), calendar.span_set(MAY))


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def test_a_day_told_as_done_is_not_ahead() -> None:
    told = "Les otages ont été remis mardi à la mission. Ils avaient été enlevés le 9 février 2024 sur la route du nord."
    assert all(day >= "2024-02-09" for day in published(told, horizon="2024-12-31").candidates)
    reasons = published("La session s'est ouverte jeudi. Le pont a été détruit le 9 février.", horizon="2024-12-31").reasons
    assert "« le 9 février » est déjà passé" in reasons


def test_a_term_lies_on_no_weekday_of_the_text() -> None:
    text = (
        "Les otages, enlevés le 9 février, ont été remis mercredi. La trêve de six mois court jusqu'au 3 août. Le cycle devait s'ouvrir lundi "
        "prochain. Elles ont signé les accords en mars 2023."
    )
    assert not any(day[5:7] in ("07", "08") for day in published(text, horizon="2026-11-22").candidates)


def test_days_are_counted_down_to_a_vote() -> None:
    found = published("À trois jours de l'élection présidentielle du 27 octobre 2019, la tension monte dans la capitale.")
    assert sorted(found.candidates) == ["2019-10-23", "2019-10-24", "2019-10-25"]


def test_days_told_with_their_dates_make_no_text_that_is_no_dispatch_sure() -> None:
    for told in ("dimanche 12 mai", "le dimanche 12 mai 2030", "ce dimanche 12 mai", "dimanche 12 mai 2030"):
        found = published(f"Deux pêcheurs ont été relâchés {told} au bord du lac, selon le chef du village.", "2030-05", "2030-12-31")
        assert {"2030-05-12", "2030-05-13", "2030-05-14"} <= set(found.candidates)
        assert max(found.shares) < 90


def test_a_day_with_its_article_has_gone_by() -> None:
    told = published("Le chef du village a été relâché le jeudi 9 mai 2030 au bord du lac.", "2030-05", "2030-12-31")
    assert told.candidates[0] == "2030-05-10"
    said = published("Le maire reçoit ce jeudi 9 mai 2030 le chef du village.", "2030-05", "2030-12-31")
    assert said.best == "2030-05-09"


def test_a_day_before_others_is_not_that_of_writing() -> None:
    found = published("Le chef du village avait été relâché mercredi 8 mai. La trêve a été rompue le 17 mai.", "2030-05", "2030-12-31")
    assert "2030-05-08" not in found.candidates


def test_a_paper_that_says_yesterday_names_other_weekdays() -> None:
    text = "Un pêcheur blessé mardi soir au bord du lac est mort hier à l'hôpital. Son fils avait été relâché."
    weights = _weights(text)
    tuesday, thursday, friday = (weights[_ordinal(day)] for day in ("2030-05-14", "2030-05-16", "2030-05-17"))
    assert tuesday < friday and weights[_ordinal("2030-05-15")] < thursday
    assert _weights(text.replace("hier", "depuis"))[_ordinal("2030-05-14")] > _weights(text.replace("hier", "depuis"))[_ordinal("2030-05-17")]


@pytest.mark.parametrize(
    ("told", "style"),
    [
        ("La bergère a vu lundi le feu. Le village a fui mardi. Un veau est mort hier.", DISPATCH),
        ("La bergère a vu lundi le feu. Un veau est mort hier.", PAPER),
        ("Un veau est mort hier soir. La bergère part demain.", PAPER),
        ("La bergère a raconté lundi : « Un veau est mort hier. »", DISPATCH),
        ("La bergère a vu le feu le lundi 6 mai. Aujourd'hui, elle se tait.", NEITHER),
    ],
)
def test_yesterday_makes_a_paper_unless_more_weekdays_are_told(told: str, style: str) -> None:
    assert style_of(tied_times(document_of(told)), told) == style


def test_a_dispatch_that_says_yesterday_means_its_first_weekday() -> None:
    text = "La bergère a vu lundi le feu. Le village a fui mardi. Un veau est mort hier."
    monday, tuesday, thursday = (_ordinal(day) for day in ("2030-05-06", "2030-05-07", "2030-05-09"))

    def lean(told: str) -> float:
        weights = _weights(told)
        return weights[tuesday] - max(weights[monday], weights[thursday])

    assert lean(text) > 200 + lean(text.replace(" hier", ""))
    assert lean(text.replace("hier", "« hier »")) == lean(text.replace(" hier", ""))


def test_a_plan_told_as_past_leaves_the_days_before_it() -> None:
    found = published("Le maire reçoit ce mercredi 15 mai 2030 le comité. Le vote a été fixé le 26 mai 2030.", "2030-05", "2030-12-31")
    assert found.candidates[0] == "2030-05-15"


def test_what_a_village_announces_may_lie_days_ahead() -> None:
    found = published("La chorale donnera un concert le jeudi 23 mai à la salle des fêtes.", "2030-05", "2030-12-31")
    assert {"2030-05-16", "2030-05-19", "2030-05-22"} <= set(found.candidates)


def test_last_monday_is_not_this_one() -> None:
    text = "Deux voleurs ont été présentés ce lundi 20 mai 2030 à la presse. Le lundi dernier, ils avaient pillé un magasin."
    assert published(text, "2030-05", "2030-12-31").best == "2030-05-20"
