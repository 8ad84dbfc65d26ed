"""The days of expressions: what is sure while the document's day is not, what hangs on what, bounds, reasons, resolution anew."""

import pytest
from tests.dating.conftest import document_of

from pourparlers.dating import date_document, redate, tell_day
from pourparlers.model.time import Dated, Published, Time


def times(text: str, declared: str | None = "2031-05-15") -> dict[str, Time]:
    """The times of a text by their words."""
    dated, _ = date_document(document_of(text, declared))
    return {text[t.span.start : t.span.end]: t for t in dated.times}


def days(text: str, declared: str | None = "2031-05-15") -> dict[str, tuple[str | None, str | None]]:
    return {quote: (t.start, t.end) for quote, t in times(text, declared).items()}


@pytest.mark.parametrize(
    ("text", "quote", "start", "end"),
    [
        ("Le pont a sauté dans la nuit de lundi à mardi.", "la nuit de lundi à mardi", "2031-05-12", "2031-05-13"),
        ("L'échange s'est achevé le week-end dernier.", "le week-end dernier", "2031-05-10", "2031-05-11"),
        ("Ils se sont vus la semaine dernière.", "la semaine dernière", "2031-05", "2031-05"),
        ("L'offensive a commencé au printemps 2022.", "printemps 2022", "2022", "2022"),
        ("Le retrait sera achevé d'ici mi-2032.", "mi-2032", "2032", "2032"),
        ("Un accord a été signé en juin dernier.", "juin dernier", "2030-06", "2030-06"),
        ("La guerre a éclaté il y a deux semaines exactement.", "il y a deux semaines exactement", "2031-05-01", "2031-05-01"),
        ("La trêve a commencé trois jours après l'accord du 7 mars.", "trois jours", "2031-03-10", "2031-03-10"),
        ("Ils se sont vus dix jours avant le vote du 8 mai.", "dix jours", "2031-04-28", "2031-04-28"),
        ("Le pont fut pris le 12 mai 1951. Un mois plus tard, l'armée entra, et prit le fort en juillet.", "juillet", "1951-07", "1951-07"),
        ("La guerre éclata le 12 mai 1951. L'armée prit le fort en juillet.", "juillet", "1951-07", "1951-07"),
        ("La guerre éclata le 12 mai 1951. L'armée a pris un fort en avril.", "avril", "2031-04", "2031-04"),
        ("Le débarquement permit à l'armée de prendre le fort en octobre.", "octobre", "2030-10", "2030-10"),
        ("Mars 2014 : le 27, l'armée quitte le fort.", "le 27", "2014-03-27", "2014-03-27"),
        ("Mars 2014. Le 27, l'armée quitte le fort. Le 30, elle revient.", "Le 30", "2014-03-30", "2014-03-30"),
        ("En mars 2014, ils se sont vus. Le 7, ils ont signé.", "Le 7", "2031-05-07", "2031-05-07"),
        ("Tout commence le 18 janvier. Les délégués arrivent. Le 20, on s'est vu.", "Le 20", "2031-01-20", "2031-01-20"),
        ("Tout commence le 18 janvier. Le 20, on s'est vu. Le 29, on tire encore.", "Le 29", "2031-01-29", "2031-01-29"),
        ("La trêve du 13 décembre n'est entrée en vigueur que le 18.", "le 18", "2030-12-18", "2030-12-18"),
        ("Le fort était tombé en juillet. Le 14, les rebelles se retiraient.", "Le 14", "2030-07-14", "2030-07-14"),
        ("Après la trêve du 3 février, l'armée a pris le fort le 12 avril. Le 14, elle l'a perdu.", "Le 14", "2031-04-14", "2031-04-14"),
        ("L'accord a été signé le 13 janvier. Lundi, on a tiré. Le 14, le calme est revenu.", "Le 14", "2031-05-14", "2031-05-14"),
        ("L'accord a été signé le 13 janvier. Le 20, les deux camps se reverront.", "Le 20", "2031-05-20", "2031-05-20"),
        ("Le sommet se tiendra le 3 juillet. Le 5, les chefs se quitteront.", "Le 5", "2031-07-05", "2031-07-05"),
        ("Ils répondront dans les quinze jours.", "quinze jours", "2031-05-30", "2031-05-30"),
        ("Ils sont partis dans les dix jours.", "dix jours", None, None),
        ("Un an jour pour jour après l'accord du 2 octobre 2015, la trêve est morte.", "Un an", "2016-10-02", "2016-10-02"),
        ("Trois ans après la signature, le 24 août 2012, du pacte, rien n'a changé.", "Trois ans", "2015", "2015"),
        ("Trois mois après l'accord du 24 août 2012, on tirait.", "Trois mois", "2012-11", "2012-11"),
        ("Le convoi est parti lundi. Les otages enlevés en avril sont rentrés trois jours plus tard.", "trois jours plus tard", None, None),
        ("Les combats ont duré trois jours, puis l'accord du 7 mars y a mis fin.", "trois jours", None, None),
        ("La guerre a éclaté il y a trois semaines.", "il y a trois semaines", "2031-04", "2031-04"),
        ("Le ton est monté ces derniers jours.", "ces derniers jours", "2031-05", "2031-05"),
        ("Ils se sont vus mardi, pour le deuxième jour consécutif.", "le deuxième jour consécutif", "2031-05-12", "2031-05-13"),
        ("Ils se sont vus mardi. Pour le deuxième jour consécutif, rien.", "le deuxième jour consécutif", None, None),
        ("Ils se réuniront le week-end des 24 et 25.", "24", "2031-05-24", "2031-05-24"),
        ("Ils se réuniront le week-end des 24 et 25.", "25", "2031-05-25", "2031-05-25"),
        ("Ils se sont vus la semaine du 5 mai.", "la semaine du 5 mai", "2031-05", "2031-05"),
        ("Au lendemain de l'attaque de dimanche, ils se sont vus.", "lendemain", "2031-05-12", "2031-05-12"),
        ("À la veille de la réunion de vendredi, ils se sont vus.", "la veille", None, None),
        ("Il y a tout juste un an, le 23 mai 2030, ils s'étaient vus.", "Il y a tout juste un an", "2030-05-23", "2030-05-23"),
        ("Il y a un an (le 23 mai 2030), ils s'étaient vus.", "Il y a un an", "2030-05-23", "2030-05-23"),
        ("Il y a un an, la trêve du 23 mai s'effondrait.", "Il y a un an", "2030", "2030"),
        ("Au lendemain de l'attaque, ils se sont vus.", "lendemain", None, None),
        ("La séance s'ouvrira à 9 h.", "9 h", None, None),
        ("La milice date des années 1990.", "années 1990", None, None),
    ],
)
def test_days_of_an_expression(text: str, quote: str, start: str | None, end: str | None) -> None:
    assert days(text)[quote] == (start, end)


@pytest.mark.parametrize(
    ("text", "published", "week"),
    [
        ("Le texte a été signé en début de semaine.", "2031-05-12", "2031-W19"),
        ("Le texte a été signé en début de semaine.", "2031-05-14", "2031-W20"),
        ("Le texte a été signé en fin de semaine.", "2031-05-13", "2031-W19"),
        ("Le texte sera signé en début de semaine.", "2031-05-16", "2031-W21"),
        ("Le texte sera signé en fin de semaine.", "2031-05-16", "2031-W20"),
    ],
)
def test_tense_chooses_the_week_of_its_beginning_or_end(text: str, published: str, week: str) -> None:
    assert [time.value for time in times(text, published).values()] == [week]


@pytest.mark.parametrize(
    ("text", "quote", "start", "end"),
    [
        ("La ville est assiégée depuis deux mois.", "deux mois", "2031-03", "2031-03"),
        ("La ville est assiégée depuis trois jours.", "trois jours", "2031-05-12", "2031-05-12"),
        ("C'est leur première rencontre depuis deux mois.", "deux mois", None, None),
        ("Il était détenu depuis deux ans.", "deux ans", None, None),
        ("Le ton est monté ces trois derniers jours.", "ces trois derniers jours", "2031-05", "2031-05"),
        ("Le ton est monté ces derniers mois.", "ces derniers mois", None, None),
        ("Des tirs ont retenti mardi toute la nuit.", "la nuit", "2031-05-13", "2031-05-14"),
        ("La trêve, conclue le 3 mars, a été rompue. Dans la soirée, tout a repris.", "la soirée", None, None),
    ],
)
def test_days_of_durations_and_nights(text: str, quote: str, start: str | None, end: str | None) -> None:
    assert days(text)[quote] == (start, end)


def test_a_day_of_a_quotation_says_what_it_is_counted_from() -> None:
    time = times("« Nous partirons demain », avait dit lundi le ministre.")["demain"]
    assert tell_day(time, "demain") == "le 13 mai 2031, déduit de « demain » : compté depuis le jour où ces mots ont été dits"


@pytest.mark.parametrize(
    ("published", "start", "end"), [("2031-05-15", "2031-05", "2031-05"), ("2031-05-08", "2031-04", "2031-05"), ("2031-01-08", "2030-12", "2031-01")]
)
def test_a_week_is_known_by_the_months_that_it_touches(published: str, start: str, end: str) -> None:
    assert days("Ils se sont vus la semaine dernière.", published)["la semaine dernière"] == (start, end)


def test_an_hour_that_no_day_goes_with_lends_none_to_the_next_hour() -> None:
    assert days("La séance reprend à 17h40. Vers 12h15, un tir a visé le port.", "2031-05-14") == {"17h40": (None, None), "12h15": (None, None)}


def test_an_hour_that_heads_an_entry_is_of_the_day_of_publication() -> None:
    assert days("17h40. La séance reprend, comme hier.\n12h15 : un tir a visé le port.", "2031-05-14")["12h15"] == ("2031-05-14", "2031-05-14")


def test_while_only_the_month_is_known_a_weekday_is_of_that_month_or_of_none() -> None:
    found = days("Ce jeudi s'est tenue une session. Elle s'est achevée jeudi soir. La première avait eu lieu lundi.", "2031-05")
    assert found["Ce jeudi"] == ("2031-05", "2031-05")
    assert found["lundi"] == (None, None)


def test_without_a_day_of_publication_only_what_is_absolute_is_known() -> None:
    found = days("Il a démenti jeudi. L'accord du 3 mars 2022 tient depuis mars 2022.", None)
    assert found["jeudi"] == (None, None)
    assert found["3 mars 2022"] == ("2022-03-03", "2022-03-03")


def test_the_morrow_of_something_tells_the_day_of_that_too() -> None:
    dated, _ = date_document(document_of("Ils se voient jeudi, au lendemain du bombardement du port.", "2031-05-15"))
    assert [(t.start, t.implied) for t in dated.times] == [("2031-05-15", False), ("2031-05-15", False), ("2031-05-14", True)]


@pytest.mark.parametrize(
    ("text", "quote", "bound"),
    [
        ("Depuis lundi, rien.", "lundi", "since"),
        ("Ils ont jusqu'au 30 juin.", "30 juin", "until"),
        ("D'ici fin mai, tout sera prêt.", "fin mai", "until"),
        ("Avant le 6 juin, rien.", "le 6 juin", "before"),
        ("Après le 6 juin, rien.", "le 6 juin", "after"),
        ("À partir de lundi, le pont sera fermé.", "lundi", "from"),
        ("Il faut un accord sous dix jours.", "dix jours", "until"),
        ("Il est venu lundi.", "lundi", ""),
    ],
)
def test_bounds(text: str, quote: str, bound: str) -> None:
    assert times(text)[quote].bound == bound


def test_what_is_quoted_does_not_date_the_story() -> None:
    found = days("Il a démenti lundi. « Nous serons à Oman le 2 juin », a-t-il dit. Son adversaire a réagi dans la soirée.")
    assert found["la soirée"] == ("2031-05-12", "2031-05-12")


def test_a_second_weekday_of_a_verb_in_the_past_lies_where_the_text_tells_it_elsewhere() -> None:
    text = "Des pourparlers pourraient se tenir lundi prochain. Kiouane s'est dit prêt mercredi à des pourparlers à Oman avec son voisin lundi."
    assert days(text)["lundi"] == ("2031-05-19", "2031-05-19")


def test_impossible_dates_are_kept_as_written_and_raised() -> None:
    text = "Le sommet s'est tenu lundi 13 mai. Le 30 février, rien."
    dated, issues = date_document(document_of(text, "2031-05-15"))
    assert dated.times[0].value == "2031-05-13"
    assert [(i.kind, text[i.start : i.end]) for i in issues] == [("impossible-date", "lundi 13 mai"), ("impossible-date", "Le 30 février")]


def test_reasons_are_told_in_french() -> None:
    text = "Il a démenti mercredi."
    time = times(text)["mercredi"]
    assert tell_day(time, "mercredi") == (
        "le 14 mai 2031, déduit de « mercredi » : le verbe est au passé : le plus récent jusqu’à la parution ; paru le 15 mai 2031"
    )


def test_what_is_not_known_says_why() -> None:
    time = times("Le lendemain, il a démenti.")["Le lendemain"]
    assert tell_day(time, "Le lendemain") == "jour inconnu pour « Le lendemain » : rien dans le texte ne dit depuis quel jour compter"


def test_dated_anew_when_the_day_becomes_known() -> None:
    text = "Ce jeudi s'est tenue une session. La première avait eu lieu lundi, la veille d'un scrutin. Le lendemain, rien."
    alone, _ = date_document(document_of(text, "2031-05"))
    together = redate(alone, Published("2031-05-15", "2031-05-15", "2031-05-15", ("2031-05-15",)))
    known, _ = date_document(document_of(text, "2031-05-15"))
    assert [(t.start, t.end, t.value) for t in together.times] == [(t.start, t.end, t.value) for t in known.times]
    assert redate(together, alone.published).times == alone.times


def test_nothing_to_date() -> None:
    assert date_document(document_of("", "2031-05-15"))[0] == Dated(Published("2031-05-15", "2031-05-15", "2031-05-15", ("2031-05-15",), _REASON))


_REASON = ("la notice de l’article le dit : « 2031-05-15 »",)
