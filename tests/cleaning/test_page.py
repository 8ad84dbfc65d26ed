"""Pages: which of their words are the article, what they declare, and the way back to their source."""

import pytest

from pourparlers.cleaning import clean, main_text
from pourparlers.cleaning.clean import decoded_capture

FIRST = (
    "Les deux délégations se sont retrouvées jeudi dans un hôtel de la capitale, sous la conduite de l'ancien ministre, pour parler des prisonniers."
)
SECOND = "La rencontre a duré quatre heures. «&nbsp;Nous avançons&nbsp;», a dit la médiatrice &agrave; la presse, sans donner d'autre date."
THIRD = "Sur le terrain, les combats ont baissé depuis dimanche, selon l'équipe qui surveille la trêve et compte encore dix morts depuis lundi."

PAGE = f"""<!DOCTYPE html><html lang="fr-FR"><head><meta charset="utf-8"><title>Quatre heures pour rien | La Plaine</title>
<meta property="og:title" content="Quatre heures pour rien"><meta property="og:site_name" content="La Plaine">
<meta property="article:published_time" content="2024-03-07T21:10:00+01:00">
<meta property="article:modified_time" content="2024-03-08T07:00:00+01:00">
<link rel="canonical" href="https://laplaine.example/2024/03/07/quatre-heures.html">
<script>var publie = "2019-01-01"; document.write("<p>Un script n'est pas du texte.</p>");</script>
<style>p {{ content: "Ni un style." }}</style></head>
<body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/monde">Monde</a></li></ul></nav>
<div class="cookies"><p>Nous utilisons des cookies pour améliorer votre expérience.</p></div>
<main><article><h1>Quatre heures pour rien</h1><p class="infos">Par Anne Roche avec AFP | Publié le 7 mars 2024 à 21h10</p>
<p class="chapo">Les délégués se sont quittés sans accord.</p><figure><img src="a.jpg"><figcaption>La table, jeudi.</figcaption></figure>
<p>{FIRST}</p><div class="pub"><span>Publicité</span></div><p>{SECOND}</p><h2>Moins de tirs</h2><p>{THIRD}</p></article>
<aside><h2>À lire aussi</h2>
<ul><li><time datetime="2023-01-01">1er janvier 2023</time> <a href="/x">Le prix du mil flambe</a></li></ul></aside></main>
<footer>© La Plaine - Tous droits réservés</footer></body></html>"""


def test_a_page_becomes_its_article(captured):
    document, issues = clean(captured(PAGE, "text/html"))
    assert document is not None
    assert issues == ()
    assert [line.kind for line in document.lines] == ["title", "lead", "body", "body", "heading", "body"]
    second = SECOND.replace("&nbsp;", " ").replace("&agrave;", "à")
    assert [document.quote(line.span) for line in document.lines] == [
        "Quatre heures pour rien",
        "Les délégués se sont quittés sans accord.",
        FIRST,
        second,
        "Moins de tirs",
        THIRD,
    ]


def test_a_page_declares_itself(captured):
    document, _ = clean(captured(PAGE, "text/html"))
    assert document is not None
    told = document.metadata
    assert (told.title, told.outlet, told.agency, told.language) == ("Quatre heures pour rien", "La Plaine", "AFP", "fr")
    assert told.url == "https://laplaine.example/2024/03/07/quatre-heures.html"
    assert [(clue.value, clue.source, clue.modified) for clue in document.clues] == [
        ("2024-03-07", "byline", False),
        ("2024-03-07", "page.meta", False),
        ("2024-03-07", "url", False),
        ("2024-03-08", "page.meta", True),
    ]


def test_evidence_in_a_page_leads_to_its_source(captured):
    capture = captured(PAGE, "text/html")
    document, _ = clean(capture)
    assert document is not None
    start = document.text.index("« Nous avançons », a dit la médiatrice à la presse")
    from pourparlers.model.text import Span

    where = document.alignment.to_capture(Span(start, start + len("« Nous avançons », a dit la médiatrice à la presse")))
    assert where is not None
    source = decoded_capture(capture).text[where.start : where.end]
    assert source == "«&nbsp;Nous avançons&nbsp;», a dit la médiatrice &agrave; la presse"


def test_what_is_not_the_article_is_listed(captured):
    document, _ = clean(captured(PAGE, "text/html"))
    assert document is not None
    out = " ".join(held.text for held in document.dropped)
    for words in ("Accueil", "cookies", "La table, jeudi.", "Le prix du mil flambe", "Tous droits réservés"):
        assert words in out
    assert "script" not in out and "script" not in document.text


def test_the_day_printed_beside_the_title_wins(captured):
    page = PAGE.replace("2024-03-07T21:10:00+01:00", "2019-11-14T09:12:44+01:00")
    document, _ = clean(captured(page, "text/html"))
    assert document is not None
    assert [(clue.value, clue.source) for clue in document.clues[:2]] == [("2024-03-07", "byline"), ("2019-11-14", "page.meta")]


def test_embedded_data_dates_a_page(captured):
    page = PAGE.replace('<meta property="article:published_time" content="2024-03-07T21:10:00+01:00">', "").replace(
        "<style>",
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2024-03-07T20:10:00Z"}]}</script><style>',
    )
    document, _ = clean(captured(page, "text/html"))
    assert document is not None
    assert "page.meta" in [clue.source for clue in document.clues if not clue.modified]


def test_a_page_in_windows_1252_says_so(captured):
    page = PAGE.replace('charset="utf-8"', 'charset="windows-1252"').encode("cp1252")
    document, issues = clean(captured(page, "text/html"))
    assert document is not None
    assert issues == ()
    assert FIRST in document.text


def test_a_page_without_an_article_is_empty(captured):
    document, issues = clean(captured("<html><body><nav><a href='/'>Accueil</a></nav></body></html>", "text/html"))
    assert document is None
    assert [(issue.kind, issue.fatal) for issue in issues] == [("empty", True)]


def test_a_page_in_a_text_file_is_read_as_a_page(captured):
    document, _ = clean(captured(PAGE))
    assert document is not None
    assert document.lines[0].kind == "title"


def test_hostile_markup_is_read_in_linear_time(captured):
    for page in (
        "<div>" * 20_000,
        "<!-- " * 20_000,
        "<a href='" * 20_000,
        "<" * 50_000,
        "&" * 50_000,
        "<p " * 30_000,
        "</p" * 30_000,
        "<script>" * 5_000,
    ):
        clean(captured("<html><body>" + page, "text/html"))


def test_a_line_found_nowhere_stays_and_is_told(captured, monkeypatch):
    lost = "Cette phrase, la bibliothèque l'a inventée de toutes pièces et nul bloc de la page ne la contient vraiment."
    monkeypatch.setattr(main_text, "_extract", lambda source, precise: f"{FIRST}\n{lost}\n{THIRD}")
    document, issues = clean(captured(PAGE, "text/html"))
    assert document is not None
    assert [issue.kind for issue in issues] == ["unaligned"]
    lines = [line for line in document.lines if document.quote(line.span) == lost]
    assert len(lines) == 1
    assert document.alignment.to_capture(lines[0].span) is None


def test_without_the_library_paragraphs_outside_furniture_are_read(captured, monkeypatch):
    monkeypatch.setattr(main_text, "_extract", lambda source, precise: "")
    document, issues = clean(captured(PAGE, "text/html"))
    assert document is not None
    assert issues == ()
    assert FIRST in document.text and THIRD in document.text
    assert "cookies" not in document.text and "Le prix du mil" not in document.text


def test_a_title_without_declarations_is_read_from_the_page(captured):
    bare = PAGE.replace('<meta property="og:title" content="Quatre heures pour rien">', "").replace("<h1>", "<div>").replace("</h1>", "</div>")
    document, _ = clean(captured(bare.replace("Quatre heures pour rien | La Plaine", "Quatre heures &eacute;prouvantes"), "text/html"))
    assert document is not None
    assert document.metadata.title == "Quatre heures éprouvantes"


@pytest.mark.parametrize(
    ("declared", "outlet"), [("Une trêve | Plaine Info", "Plaine Info"), ("Une trêve - La Plaine", "La Plaine"), ("Une trêve", None)]
)
def test_the_title_of_a_page_may_name_its_outlet(captured, declared, outlet):
    sentence = (
        "Les délégués des deux camps se sont quittés jeudi soir sans avoir fixé de nouvelle rencontre, ont indiqué des participants à la presse."
    )
    page = f"<html><head><title>{declared}</title></head><body><article><h1>Une trêve</h1><p>{sentence}</p><p>{sentence}</p></article></body></html>"
    document, _ = clean(captured(page, "text/html"))
    assert document is not None
    assert (document.metadata.title, document.metadata.outlet) == ("Une trêve", outlet)
