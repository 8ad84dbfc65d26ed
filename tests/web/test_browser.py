"""The pages in a real browser: reachable for everybody, with keys alone, on a phone, with and without script."""

import itertools
import re

import pytest
from playwright.sync_api import expect

import browsers
import tiny
from pourparlers.web.sections import PAGES

SOUTH = tiny.capture("sud.txt").id
PATHS = (
    "/",
    "/d/tiny",
    *(f"/d/tiny/{name}" for name in PAGES),
    "/d/tiny/e/event-1a",
    f"/d/tiny/a/{SOUTH}",
    "/d/tiny/actors/Valdor",
    "/d/tiny/statements?q=cessez",
    "/d/tiny?as-of=2031-05-16",
    "/d/hostile/e/event-1a",
    "/imports",
    "/nowhere",
)
#: Where the words of those of some nodes begin and end that are shown.
_WORDS = """nodes => nodes.filter((node) => node.offsetParent && getComputedStyle(node).color !== "rgba(0, 0, 0, 0)").map((node) => {
    const words = document.createRange();
    words.selectNodeContents(node);
    const box = words.getBoundingClientRect();
    return [box.left, box.right];
})"""


@pytest.mark.parametrize(("language", "scheme"), [("fr", "light"), ("en", "dark")])
def test_axe_finds_nothing(browser, site, language, scheme):
    context = browser.new_context(color_scheme=scheme, locale=language, reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    other = {"light": "dark", "dark": "light"}[scheme]
    found = {}

    def look(name):
        """All rules in one scheme, those about colours in the other too."""
        found[name] = browsers.violations(page)
        page.emulate_media(color_scheme=other)
        found[f"{name} ({other})"] = browsers.violations(page, "color-contrast")
        page.emulate_media(color_scheme=scheme)

    for path in PATHS:
        page.goto(site + path)
        look(path)
    page.goto(f"{site}/d/tiny")
    page.locator("#results a.what").first.click()
    page.locator("dialog[open] mark").first.wait_for()
    page.locator("dialog .judge > summary").click()
    page.locator("dialog [value=set][name=verb]").check()
    look("drawer")
    page.keyboard.press("Escape")
    page.locator("#ask-keys").click()
    look("keys")
    context.close()
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("path", PATHS[:-1])
def test_pages_fit_a_phone(open_page, path):
    page = open_page(path, viewport={"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_sources_open_in_a_drawer_and_focus_returns(open_page):
    page = open_page("/d/tiny")
    first = page.locator("#results a.what").first
    first.focus()
    page.keyboard.press("Enter")
    page.locator("dialog[open] mark").first.wait_for()
    assert "cited" not in page.url and page.url.endswith("/d/tiny")
    page.locator("#after").click()
    expect(page.locator("#place")).to_have_text(re.compile("^2 /"))
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(first).to_be_focused()


def test_keys_move_on_the_timeline(open_page):
    page = open_page("/d/many")
    marks = page.locator("#l-talks .mk")
    marks.first.focus()
    page.keyboard.press("ArrowRight")
    assert marks.nth(1).evaluate("node => node === document.activeElement")
    page.keyboard.press("End")
    assert marks.last.evaluate("node => node === document.activeElement")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.lane').id") == "l-steps"
    before = page.evaluate("getComputedStyle(document.querySelector('#tl')).getPropertyValue('--a')")
    page.keyboard.press("+")
    assert page.evaluate("getComputedStyle(document.querySelector('#tl')).getPropertyValue('--a')") != before
    assert page.locator("#l-talks .mk[tabindex='0']").count() == 1


def test_filters_change_list_and_address_without_reloading(open_page):
    page = open_page("/d/many")
    page.evaluate("window.kept = 1")
    page.locator("input[value=talks]").uncheck()
    expect(page.locator("#count")).to_have_text(re.compile("^216 "))
    assert "kind=texts" in page.url and "kind=talks" not in page.url
    assert page.locator("#l-talks").count() == 0
    page.fill("input[name=q]", "numéro 17")
    expect(page.locator("#count")).to_have_text(re.compile("^10 "))
    assert page.evaluate("window.kept") == 1
    page.go_back()
    expect(page.locator("#count")).to_have_text(re.compile("^216 "))


def test_without_script_filters_and_sources_work(open_page):
    page = open_page("/d/many", java_script_enabled=False)
    page.locator("label:has(input[value=talks])").click()
    page.get_by_role("button", name="Filtrer").click()
    expect(page.locator("#count")).to_have_text(re.compile("^216 "))
    page.locator("#results a.what").first.click()
    expect(page.locator("blockquote mark").first).to_be_visible()
    page.wait_for_load_state()  # the sentence may stand there before the style sheet does
    assert page.locator(".needs-js:visible").count() == 0


def test_letters_move_and_can_be_turned_off(open_page):
    page = open_page("/d/tiny")
    page.keyboard.press("/")
    expect(page.locator("input[type=search]")).to_be_focused()
    page.keyboard.type("j?")
    expect(page.locator("input[type=search]")).to_have_value("j?")
    expect(page).to_have_url(re.compile("q=j"))  # the list is drawn anew as soon as the words are looked for: not while rows are walked
    page.fill("input[type=search]", "")
    expect(page).to_have_url(re.compile("/d/tiny$"))
    page.locator("input[type=search]").evaluate("node => node.blur()")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    rows = page.locator("#results a.what")
    for key, place in (("j", 0), ("j", 1), ("k", 0)):
        page.keyboard.press(key)
        expect(rows.nth(place)).to_be_focused()
    page.keyboard.press("Enter")
    page.locator("dialog[open] mark").first.wait_for()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#place")).to_have_text(re.compile("^2 /"))
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.locator("#ask-keys").click()
    page.locator("#letters").uncheck()
    page.reload()
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 0


def test_who_stands_on_a_row_stays_there_when_the_list_is_drawn_anew(open_page):
    page = open_page("/d/tiny")
    row = page.locator("#results a.what").nth(1)
    row.focus()
    page.evaluate("document.querySelector('#results').dataset.before = ''")
    page.locator("#filters").evaluate("form => form.requestSubmit()")
    expect(page.locator("#results[data-before]")).to_have_count(0)
    expect(row).to_be_focused()


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("name", ["", "talks", "review"])
def test_on_a_phone_the_menu_is_one_row_with_the_present_page_in_sight(open_page, script, name):
    page = open_page(f"/d/tiny/{name}".rstrip("/"), viewport={"width": 390, "height": 844}, java_script_enabled=script)
    assert page.locator(".top nav").bounding_box()["height"] < 50
    here = page.locator(".top nav [aria-current]").bounding_box()
    assert here["x"] >= 0 and here["x"] + here["width"] <= 390
    assert here["height"] >= 40


def test_words_of_the_axis_do_not_run_into_one_another(open_page):
    page = open_page("/d/many?from=2028-02-01&to=2028-06-30", viewport={"width": 390, "height": 844})
    boxes = page.locator(".tick").evaluate_all(_WORDS)
    assert len(boxes) > 2
    assert all(right <= left for (_, right), (left, _) in itertools.pairwise(boxes))


def test_the_timeline_can_be_skipped(open_page):
    page = open_page("/d/many")
    page.locator("#results .bar button").last.focus()
    page.keyboard.press("Tab")
    expect(page.locator(".skip.here")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#list")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.rows') !== null")


@pytest.mark.parametrize("script", [True, False])
def test_a_day_is_chosen_and_left(open_page, script):
    page = open_page("/d/tiny?kind=talks", java_script_enabled=script)
    page.get_by_label("Tel que connu le").fill("2031-05-14")
    page.get_by_role("button", name="Voir").click()
    expect(page).to_have_url(re.compile("kind=talks&as-of=2031-05-14$"))
    expect(page.locator(".notice")).to_contain_text("14 mai 2031")
    page.get_by_role("link", name="Revenir à aujourd’hui").click()
    expect(page).to_have_url(re.compile(r"\?kind=talks$"))


@pytest.mark.parametrize("script", [True, False])
def test_a_period_is_chosen(open_page, script):
    page = open_page("/d/many", java_script_enabled=script)
    page.get_by_label("du", exact=True).fill("2028-02-01")
    page.get_by_label("au", exact=True).fill("2028-02-29")
    if not script:
        page.get_by_role("button", name="Filtrer").click()
    expect(page.locator("#count")).to_have_text(re.compile("^5 "))
    expect(page).to_have_url(re.compile("from=2028-02-01&to=2028-02-29"))


def test_a_period_is_dragged_across_the_density(open_page):
    page = open_page("/d/many")
    bars = page.locator("#density .bars i")
    first, last = bars.nth(2), bars.nth(4)
    first.hover(force=True)
    page.mouse.down()
    last.hover(force=True)
    page.mouse.up()
    since, until = first.get_attribute("data-since"), last.get_attribute("data-until")
    expect(page).to_have_url(re.compile(f"from={since}&to={until}"))
    expect(page.get_by_label("du", exact=True)).to_have_value(since)
    expect(page.locator("#density .in")).to_have_count(3)
    page.go_back()
    expect(page.get_by_label("du", exact=True)).to_have_value("")
    expect(page.locator("#density .in")).to_have_count(bars.count())


def test_a_period_is_chosen_with_keys(open_page):
    page = open_page("/d/many")
    slider = page.get_by_label("Début de la période")
    slider.focus()
    page.keyboard.press("ArrowRight")
    second = page.locator("#density .bars i").nth(1)
    expect(page).to_have_url(re.compile(f"from={second.get_attribute('data-since')}"))
    expect(slider).to_have_attribute("aria-valuetext", second.get_attribute("data-text"))
    expect(slider).to_be_focused()


@pytest.mark.parametrize("script", [True, False])
def test_a_followed_passage_is_pointed_out_in_its_article(open_page, script):
    page = open_page(f"/d/tiny/a/{SOUTH}#c-statement-1a", java_script_enabled=script)
    begins = page.locator("#c-statement-1a")
    expect(begins).to_be_visible()
    assert begins.evaluate("node => getComputedStyle(node).boxShadow") != "none"
    if script:
        assert "".join(page.locator("mark.here").all_text_contents()) == "Nous voulons un cessez-le-feu immédiat"


@pytest.mark.parametrize("script", [True, False])
def test_the_chronicle_of_somebody_alone_can_be_left(open_page, script):
    page = open_page("/d/tiny?who=Anton+Brisk", java_script_enabled=script)
    expect(page.locator("#count")).to_have_text(re.compile("^1 "))
    page.locator("label:has(input[name=who])").click()
    if not script:
        page.get_by_role("button", name="Filtrer").click()
    expect(page.locator("#count")).to_have_text(re.compile("^4 "))
    expect(page).not_to_have_url(re.compile("who="))


def test_light_or_dark_is_kept(open_page):
    page = open_page("/d/tiny")
    page.locator("#theme").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 23, 26)"


def test_fonts_are_ours_and_nothing_comes_from_elsewhere(browser, site):
    context = browser.new_context()
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}/d/tiny")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.fonts.check('16px Newsreader') && document.fonts.check('16px Inter')")
    assert [url for url in asked if not url.startswith((site, "data:"))] == []
    context.close()
