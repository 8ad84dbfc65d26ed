"""With syntax at hand, the verb that governs an expression chooses its direction."""

from collections.abc import Callable

import pytest
from tests.dating.conftest import document_of, read_cases

from pourparlers.dating import date_document
from pourparlers.model.annotated import Annotated

TENSES = read_cases("tenses")


@pytest.mark.parametrize("weekday", ["mardi", "samedi"])
@pytest.mark.parametrize(("lies", "sentence"), [(lies, sentence) for lies, sentences in TENSES.items() for sentence in sentences])
def test_the_tense_tells_behind_from_ahead(annotate: Callable[[str], Annotated], lies: str, sentence: str, weekday: str) -> None:
    text = sentence.replace("…", weekday if not sentence.startswith("…") else weekday.capitalize())
    dated, _ = date_document(document_of(text, "2031-05-15"), annotate(text))
    behind, ahead = {"mardi": ("2031-05-13", "2031-05-20"), "samedi": ("2031-05-10", "2031-05-17")}[weekday]
    assert dated.times[0].start == (behind if lies == "behind" else ahead)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Les ministres des Affaires étrangères se rencontrent jeudi à Genève.", "2031-05-15"),
        ("Les dirigeants de la région se réunissent vendredi pour parler de la crise.", "2031-05-16"),
        ("Le Conseil se réunira lundi à New York.", "2031-05-19"),
        ("Le Conseil s'est réuni lundi à New York.", "2031-05-12"),
        ("Une réunion extraordinaire des ministres a été convoquée vendredi à Bruxelles.", "2031-05-16"),
        ("Les rebelles avaient attaqué vendredi le poste de police.", "2031-05-09"),
        ("Les deux camps devaient signer vendredi un accord.", "2031-05-16"),
        ("Les deux camps devaient signer mardi un accord.", "2031-05-13"),
        ("La ministre avait convoqué mardi l'ambassadeur de son voisin.", "2031-05-13"),
        ("Une hypothèse balayée vendredi par le porte-parole des rebelles.", "2031-05-09"),
        ("L'opposition a appelé à manifester samedi dans la capitale.", "2031-05-17"),
        ("Un accord serait signé vendredi.", "2031-05-16"),
        ("Le président recevrait lundi son homologue.", "2031-05-19"),
        ("Elle a déclaré que la trêve commencerait lundi.", "2031-05-19"),
        ("Une réunion a lieu lundi au Caire.", "2031-05-19"),
        ("Les chefs de la diplomatie se réunissent lundi à Berne.", "2031-05-19"),
        ("Le sommet de lundi et mardi sera décisif.", "2031-05-19"),
        ("Les renforts ont commencé à arriver lundi.", "2031-05-12"),
        ("Une séance se tient mardi à Genève.", "2031-05-20"),
        ("Le ministre signera lundi le texte.", "2031-05-19"),
        ("Le président, qui a signé un décret, recevra mardi l'émissaire.", "2031-05-20"),
        ("Le ministre déclara lundi que tout était perdu.", "2031-05-12"),
        ("La France entame lundi la livraison des vivres.", "2031-05-19"),
        ("Les résultats sont annoncés vendredi.", "2031-05-16"),
        ("Le suspect est présenté samedi à un juge.", "2031-05-17"),
        ("Trois soldats sont tués lundi dans une embuscade.", "2031-05-12"),
        ("Le ministre est rentré vendredi.", "2031-05-09"),
        ("« Nous refusons », affirme samedi le ministre.", "2031-05-10"),
        ("Mardi, il change d'avis.", "2031-05-13"),
        ("Il faut agir avant que le bilan soit rendu public lundi.", "2031-05-19"),
        ("Rendez-vous est fixé aux délégués samedi à 8 h.", "2031-05-17"),
        ("La séance prévue lundi n'a pas eu lieu.", "2031-05-12"),
        ("La séance prévue lundi s'est tenue sans eux.", "2031-05-12"),
        ("Attendu mardi, l'émissaire n'est arrivé que mercredi.", "2031-05-13"),
        ("Attendu mardi à Tunis, l'émissaire rencontrera les maires.", "2031-05-20"),
        ("La séance prévue lundi a été annulée.", "2031-05-19"),
        ("Le mandat expire fin juillet.", "2031-07"),
    ],
)
def test_direction(annotate: Callable[[str], Annotated], text: str, start: str) -> None:
    dated, _ = date_document(document_of(text, "2031-05-15"), annotate(text))
    assert dated.times[0].start == start


def test_a_second_day_of_an_invitation_lies_ahead(annotate: Callable[[str], Annotated]) -> None:
    text = "La présidente a invité mercredi les deux camps à un nouveau cycle lundi 19 mai."
    dated, _ = date_document(document_of(text, "2031-05-15"), annotate(text))
    assert [(t.start, t.direction) for t in dated.times] == [("2031-05-14", "past"), ("2031-05-19", "future")]
