"""The report: one file, no network, readable without script, nothing run that articles hold."""

import re

import pytest

import browsers
import hostile
import many
import tiny
from pourparlers.report import Cited, Contents, build_report
from pourparlers.store import Store
from pourparlers.views.shown import shown


def markup(report):
    """The report without its scripts."""
    return re.sub(r"<script.*?</script>", "", report, flags=re.DOTALL)


def written(path, title, language, as_of=None, **contents):
    with Store.open(path).view() as view:
        return build_report(view, shown(view, as_of), title, language, as_of=as_of, contents=Contents(**contents))


@pytest.fixture(scope="module")
def whole(tiny_dossier):
    return written(tiny_dossier, "Dossier", "fr")


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    path = hostile.make(tmp_path_factory.mktemp("hostile") / "hostile.db")
    return written(path, f"Dossier {hostile.ALL}", "en", full_text=True)


def test_every_link_leads_somewhere(whole):
    anchors = set(re.findall(r'\sid="([^"]+)"', markup(whole)))
    targets = set(re.findall(r'href="#([^"]+)"', markup(whole)))
    assert targets - anchors == set()
    assert re.findall(r'(?:href|src)="(?!#|data:)', markup(whole)) == []


def test_anchors_are_unique(whole):
    anchors = re.findall(r'\sid="([^"]+)"', whole)
    assert sorted(anchors) == sorted(set(anchors))


def test_it_carries_its_evidence_but_not_whole_articles(whole):
    assert "<mark>se sont rencontrées mardi à Port-Sérène</mark>" in whole
    assert "selon Valdor" in whole
    assert 'id="articles"' not in whole


def test_same_dossier_same_report(tiny_dossier, whole):
    assert written(tiny_dossier, "Dossier", "fr") == whole


def test_sources_may_be_left_out(tiny_dossier):
    bare = written(tiny_dossier, "Dossier", "fr", cited=Cited.none)
    assert "<mark>" not in bare
    assert 'href="#e-' not in markup(bare)


def test_as_of_a_day(tiny_dossier):
    then = written(tiny_dossier, "Dossier", "en", as_of="2031-05-14")
    assert "As it could be known on 14 May 2031" in then
    assert "muet.txt" not in then.partition("<main")[2].partition('id="issues"')[0]


def test_the_command_writes_it(run, tiny_dossier, tmp_path):
    ran = run("report", "--dossier", tiny_dossier, "-o", tmp_path / "report.html", "--title", "Essai")
    assert (ran.status, ran.out) == (0, "")
    assert "<title>Essai — Pourparlers</title>" in (tmp_path / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("script", [True, False])
def test_it_opens_from_disk_without_network(browser, tmp_path, whole, attacked, script):
    for name, text in (("whole", whole), ("attacked", attacked)):
        path = tmp_path / f"{name}.html"
        path.write_text(text, encoding="utf-8")
        context = browser.new_context(offline=True, java_script_enabled=script)
        page, asked, complaints = context.new_page(), [], []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.on("console", lambda message, complaints=complaints: complaints.append(message.text))
        page.on("pageerror", lambda error, complaints=complaints: complaints.append(str(error)))
        page.goto(path.as_uri())
        assert [url for url in asked if not url.startswith("data:")] == [path.as_uri()]
        assert complaints == []
        assert page.locator("#results a.what").first.is_visible()
        if script:
            assert page.evaluate("window.pwned") is None
            page.locator("#results a.what").first.click()
            assert page.locator("dialog[open] mark").first.is_visible()
        else:
            page.goto(f"{path.as_uri()}#e-event-1a")
            assert page.locator("#e-event-1a mark").first.is_visible()
        context.close()


def test_filters_hide_rows(browser, tmp_path):
    made = many.make(tmp_path / "many.db", 60)
    path = tmp_path / "report.html"
    path.write_text(written(made, "Dossier", "fr"), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    page.locator("input[value=talks]").uncheck()
    assert page.locator("#count").inner_text() == "50 éléments sur 60"
    page.fill("input[name=q]", "numéro 5")
    page.wait_for_timeout(400)
    assert page.locator("#results li:visible").count() == 10
    page.close()


def test_a_period_is_chosen_on_the_strip_of_bars(browser, tmp_path):
    path = tmp_path / "report.html"
    path.write_text(written(many.make(tmp_path / "many.db", 60), "Dossier", "fr"), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    bar = page.locator("#density .bars i").nth(3)
    bar.hover(force=True)
    page.mouse.down()
    page.mouse.up()
    since, until = bar.get_attribute("data-since"), bar.get_attribute("data-until")
    days = page.locator("#results li:visible time").evaluate_all("nodes => nodes.map((node) => node.dateTime)")
    assert days and all(since <= day <= until for day in days)
    assert page.locator("#l-talks .mk:not(.out), #l-military .mk:not(.out)").count() <= len(days)
    page.locator("input[name=from]").fill("")
    page.locator("input[name=to]").fill("")
    assert page.locator("#results li:visible").count() == 60
    page.close()


def test_without_script_the_strip_of_bars_is_read_and_nothing_asks_to_be_filled_in(browser, tmp_path, whole):
    path = tmp_path / "report.html"
    path.write_text(whole, encoding="utf-8")
    page = browser.new_page(java_script_enabled=False)
    page.goto(path.as_uri())
    assert page.locator("#density .bars").is_visible()
    assert page.locator("#filters input:visible").count() == 0
    page.close()


@pytest.mark.parametrize("script", [True, False])
def test_a_long_report_draws_rows_when_they_are_wanted(browser, tmp_path, monkeypatch, script):
    monkeypatch.setattr("pourparlers.report.build.MOST_CITED", 100)
    path = tmp_path / "report.html"
    path.write_text(written(many.make(tmp_path / "many.db", 400), "Dossier", "fr"), encoding="utf-8")
    page = browser.new_page(java_script_enabled=script)
    page.goto(path.as_uri())
    rows = page.locator("#results .rows li")
    assert rows.count() == (60 if script else 400)
    if script:
        page.locator("#results a.what").first.click()
        assert page.locator("dialog[open] mark").first.is_visible()
        page.keyboard.press("Escape")
        page.locator("#results .more").click()
        assert rows.count() == 400
        assert not page.locator("#results .more").is_visible()
    else:
        assert page.locator("#cited mark").count() == 400
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_axe_finds_nothing(browser, tmp_path, tiny_dossier, language, scheme):
    path = tmp_path / "report.html"
    path.write_text(written(tiny_dossier, "Dossier", language, full_text=True), encoding="utf-8")
    context = browser.new_context(color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    page.goto(path.as_uri())
    assert browsers.violations(page) == []
    page.locator("#results a.what").first.click()
    assert page.locator("dialog[open] mark").first.is_visible()
    assert browsers.violations(page) == []
    context.close()


@pytest.fixture(scope="module")
def long_report(tmp_path_factory):
    """A report of so many entries that lists and sources are drawn when they are wanted."""
    folder = tmp_path_factory.mktemp("long")
    path = folder / "report.html"
    path.write_text(written(many.make(folder / "many.db", 700), "Dossier", "fr"), encoding="utf-8")
    return path


def test_axe_finds_nothing_in_a_long_one(browser, long_report):
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    page.goto(long_report.as_uri())
    assert browsers.violations(page) == []
    page.locator("#results .more").click()
    assert page.locator("#results .rows li").count() == 560
    assert page.evaluate("document.activeElement.className") == "more"
    page.keyboard.press("Enter")
    assert page.locator("#results .rows li").count() == 700
    assert page.evaluate("document.activeElement.className") == "what"
    drawn = "#results .rows:last-of-type > li:nth-last-child(-n+20)"
    assert page.locator(drawn).count() == 20
    assert browsers.violations(page, within=drawn) == []
    context.close()


def test_links_of_all_chapters_and_from_elsewhere_open_the_sources(browser, long_report):
    page = browser.new_page()
    page.goto(f"{long_report.as_uri()}#e-event-m00007")
    assert "numéro 7" in page.locator("dialog[open] .claim").inner_text()
    page.keyboard.press("Escape")
    link = page.locator("#talks a[href^='#e-']").first
    wanted = link.get_attribute("href").removeprefix("#e-event-m").lstrip("0")
    link.click()
    assert page.locator("dialog[open] .claim").inner_text().endswith(f"numéro {wanted}")
    page.close()


@pytest.mark.parametrize("script", [True, False])
def test_names_lead_to_all_that_is_told_of_somebody(browser, tmp_path, whole, script):
    path = tmp_path / "report.html"
    path.write_text(whole, encoding="utf-8")
    page = browser.new_page(java_script_enabled=script)
    page.goto(path.as_uri())
    portrait = page.locator("details.portrait", has=page.get_by_role("heading", name="Valdor", exact=True))
    assert not portrait.get_by_text("Positions dans le temps").is_visible()
    page.locator("#talks a.by", has_text="Valdor").click()
    portrait.get_by_text("Positions dans le temps").wait_for()
    assert "un cessez-le-feu immédiat" in portrait.inner_text()
    page.locator("#statements a.by", has_text="Anton Brisk").click()
    assert page.locator("#actors tr:target").inner_text().startswith("Anton Brisk")
    page.close()


def test_a_link_to_a_row_that_is_still_text_draws_its_list(browser, tmp_path, monkeypatch, tiny_dossier):
    monkeypatch.setattr("pourparlers.report.build.MOST_DRAWN", 0)
    path = tmp_path / "report.html"
    # The list of articles is so short that its rows are made text here, as those of long lists are.
    text = re.sub(r'(<tr id="a-.*?)</tbody></table>', r'</tbody></table><noscript class="rest"><table><tbody>\1</tbody></table></noscript>',
                  written(tiny_dossier, "Dossier", "fr"), count=1, flags=re.DOTALL)  # fmt: skip
    path.write_text(text, encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.locator("#sources tbody tr").count() == 0
    page.locator("#disagreements a[href^='#a-']").first.click()
    assert page.locator("#sources tbody tr:target").is_visible()
    page.close()


def test_print_has_all_rows_and_sources(browser, long_report):
    page = browser.new_page()
    page.goto(long_report.as_uri())
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#results .rows li:visible").count() == 700
    assert page.locator("#cited mark:visible").count() == 700
    assert page.locator(".more:visible").count() == 0
    page.close()


def test_without_script_all_rows_and_sources_are_read(browser, long_report):
    page = browser.new_page(java_script_enabled=False)
    page.goto(long_report.as_uri())
    assert page.locator("#results .rows li:visible").count() == 700
    assert page.locator("#cited mark:visible").count() == 700
    page.close()


def test_a_narrow_screen_has_no_sideways_scrolling(browser, whole, tmp_path):
    path = tmp_path / "report.html"
    path.write_text(whole, encoding="utf-8")
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


def test_print_shows_the_sources(browser, tmp_path, whole):
    path = tmp_path / "report.html"
    path.write_text(whole, encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert not page.locator("#cited").is_visible()
    page.emulate_media(media="print")
    assert page.locator("#cited").is_visible()
    assert not page.locator("header.top").is_visible()
    page.close()


def test_capture_names_stand_in_it(whole):
    assert tiny.capture("sud.txt").id in whole
