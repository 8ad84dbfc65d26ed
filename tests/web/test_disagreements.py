"""The page of the disagreements, in answers of the server and in a browser."""

import re

import httpx
import pytest
from playwright.sync_api import expect

import browsers
import disputed
from pourparlers.store import Store
from pourparlers.web import create_app

PATH = "/d/disputed/disagreements"


@pytest.fixture(scope="module")
def address(serving, tmp_path_factory):
    """A server of a dossier of disagreements, and of an empty one."""
    folder = tmp_path_factory.mktemp("disputed")
    Store.create(folder / "empty.db")
    with serving(create_app([disputed.make(folder / "disputed.db"), folder / "empty.db"])) as found:
        yield found


def text_of(address, path, language="fr"):
    answer = httpx.get(address + path, headers={"accept-language": language})
    assert answer.status_code == 200, path
    return answer.text


def heads(text):
    """What the disagreements on a page are about; of the capture only what, not who did it."""
    return [head.partition(" par l’armée")[0] for head in re.findall(r'<a class="what"[^>]*>([^<]+)', text)]


CAPTURE, ATTACK, COUNT, WORDS = (
    "Prise de contrôle d’Orle", "Attaque", "camions brûlés",
    "Anton Brisk\u00a0: «\u00a0Nous ne signerons rien qui coupe le pays en deux\u00a0»",
)  # fmt: skip


def test_each_version_stands_with_its_claimant_its_sentence_and_its_source(address):
    text = text_of(address, PATH)
    assert heads(text) == [CAPTURE, ATTACK, COUNT, WORDS]
    capture = text.partition(CAPTURE)[2].partition("</article>")[0]
    claimed, denied = capture.split("<li>")[1:]
    assert 'class="value">affirmé' in claimed and 'class="value denied">démenti' in denied
    assert ">armée morénienne</a>" in claimed and "<mark>L’armée morénienne affirme avoir pris la ville mardi</mark>." in claimed
    assert ">Valdor</a>" in denied and "<mark>Le Valdor dément cette version</mark>." in denied
    assert re.search(r'href="/d/disputed/a/doc-\w+#c-claim-\w+">Le Sud républicain</a>, 14 mai 2031', denied)


def test_a_denial_of_nobody_stands_in_its_surroundings(address):
    attack = text_of(address, PATH).partition(">Attaque</a>")[2].partition("</article>")[0]
    assert "Aucun article de ce dossier ne l’affirme." in attack and "l’article en rapporte le démenti" in attack
    assert "Le convoi est passé." in attack and "Un porte-parole l’a redit." in attack


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kind=value", [COUNT]), ("kind=status&kind=day", [CAPTURE, ATTACK, WORDS]), ("kind=nonsense", [CAPTURE, ATTACK, COUNT, WORDS]),
        ("q=pays+signerons", [WORDS]), ("q=orle", [CAPTURE]), ("q=rien+de+tel", []), ("party=a", [CAPTURE, COUNT]),
        ("party=n", [CAPTURE, ATTACK, COUNT]),
        ("from=2031-05-13&to=2031-05-13", [CAPTURE, COUNT]), ("who=Anton+Brisk", [WORDS]), ("who=Personne", []),
    ],
)  # fmt: skip
def test_filters(address, query, expected):
    text = text_of(address, f"{PATH}?{query}")
    assert heads(text) == expected
    assert ("Rien ne répond à ces filtres" in text) == (not expected)


def test_entries_figures_and_actors_lead_to_theirs(address):
    entry = re.search(r'<a class="what" href="/d/disputed/e/([^"]+)"[^>]*>camions', text_of(address, PATH)).group(1)
    link = f"{PATH}?entry={entry}"
    assert f'href="{link}"' in text_of(address, f"/d/disputed/e/{entry}")
    assert f'href="{link}"' in text_of(address, "/d/disputed/figures")
    assert heads(text_of(address, link)) == [COUNT]
    assert f'href="{PATH}?who=Valdor"' in text_of(address, "/d/disputed/actors/Valdor")
    assert f'href="{PATH}"' in text_of(address, "/d/disputed").partition("<dl")[2].partition("</dl>")[0]


def test_it_can_be_downloaded_as_its_filters_leave_it(address):
    assert 'href="/d/disputed/export/disagreements.csv?kind=value"' in text_of(address, f"{PATH}?kind=value")
    rows = httpx.get(f"{address}/d/disputed/export/disagreements.json?kind=value").json()
    assert [(row["version"], row["claimed_by"], row["against"]) for row in rows] == [
        ("12 camions brûlés", ["armée morénienne"], ["Valdor"]), ("30 camions brûlés", ["Valdor"], ["armée morénienne"]),
    ]  # fmt: skip
    assert len(httpx.get(f"{address}/api/dossiers/disputed/disagreements").json()) == 7


def test_a_dossier_without_any_says_so(address):
    assert "Ce dossier est encore vide." in text_of(address, "/d/empty/disagreements")
    assert "On n’en savait rien encore ce jour-là." in text_of(address, f"{PATH}?as-of=2031-05-01")


@pytest.mark.parametrize(("language", "scheme", "width"), [("fr", "light", 1280), ("en", "dark", 390)])
def test_axe_finds_nothing_and_it_fits(browser, address, language, scheme, width):
    context = browser.new_context(locale=language, color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(address + PATH)
    assert browsers.violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    tops = {box["y"] for box in (one.bounding_box() for one in page.locator(".clash").first.locator(".versions > li").all())}
    assert len(tops) == (1 if width > 1000 else 2), "side by side where there is room, else one below the other"
    context.close()


def test_it_is_filtered_and_opened_by_keys_alone(browser, address):
    context = browser.new_context(locale="fr", reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + PATH)
    page.evaluate("window.kept = 1")
    page.locator("input[value=day]").focus()
    page.keyboard.press("Space")
    expect(page.locator("#count")).to_have_text("3 désaccords sur 4")
    assert page.evaluate("window.kept") == 1 and "kind=status" in page.url
    page.locator("input[value=day]").evaluate("node => node.blur()")
    page.keyboard.press("j")
    expect(page.locator("a.what").first).to_be_focused()
    page.keyboard.press("Enter")
    page.locator("dialog[open] mark").first.wait_for()
    page.keyboard.press("Escape")
    expect(page.locator("a.what").first).to_be_focused()
    context.close()


def test_on_paper_no_version_is_parted_from_its_rival(browser, address):
    context = browser.new_context(locale="fr")
    page = context.new_page()
    page.goto(address + PATH)
    page.emulate_media(media="print")
    assert page.locator("#filters").is_hidden()
    assert page.locator(".clash").first.evaluate("node => getComputedStyle(node).breakInside") == "avoid-page"
    context.close()
