"""The pages in a real browser: reachable for everybody, with keys alone, on a phone, with and without script."""

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
    "/d/tiny/statements?q=cessez",
    "/nowhere",
)


@pytest.mark.parametrize(("language", "scheme"), [("fr", "light"), ("en", "dark")])
def test_axe_finds_nothing(browser, site, language, scheme):
    context = browser.new_context(color_scheme=scheme, locale=language, reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    found = {}
    for path in PATHS:
        page.goto(site + path)
        found[path] = browsers.violations(page)
    page.goto(f"{site}/d/tiny")
    page.locator("#results a.what").first.click()
    page.locator("dialog[open] mark").first.wait_for()
    found["drawer"] = browsers.violations(page)
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
    assert page.locator("dialog[open]").count() == 0
    assert first.evaluate("node => node === document.activeElement")


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
    assert page.locator("#count").inner_text().startswith("216")
    page.locator("#results a.what").first.click()
    assert page.locator("blockquote mark").first.is_visible()
    assert page.locator(".needs-js:visible").count() == 0


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
