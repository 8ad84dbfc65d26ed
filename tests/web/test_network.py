"""The drawing of who met whom: everybody has a place of their own, always the same."""

from pourparlers.views.contacts import ContactRow
from pourparlers.views.statements import StatementRow
from pourparlers.web.network import draw
from pourparlers.web.parties import Parties

PARTIES = Parties(("Morénie", "Valdor"))


def contact(one, other, times=1, third=()):
    return ContactRow(one, other, third, times, "2031-05-01", "2031-05-09", tuple(f"event-{one}-{other}-{i}" for i in range(times)))


def said(speaker, side, number=1):
    return StatementRow(f"statement-{speaker}-{number}", "", None, speaker, side, "direct", "", "", "", 1, "")


def test_nobody_met_anybody():
    assert draw([], [said("Anton Brisk", "Valdor")], PARTIES) is None


def test_parties_stand_on_either_side_and_others_between():
    drawn = draw([contact("Morénie", "Valdor", 3, ("Tessara",)), contact("Ostrie", "Valdor")], [said("Anton Brisk", "Valdor")] * 2, PARTIES)
    places = {node.name: node for node in drawn.nodes}
    assert {name: node.kind for name, node in places.items()} == {
        "Morénie": "party",
        "Valdor": "party",
        "Ostrie": "other",
        "Tessara": "other",
        "Anton Brisk": "speaker",
    }
    assert places["Morénie"].x < places["Ostrie"].x < places["Valdor"].x < places["Anton Brisk"].x
    assert (places["Morénie"].key, places["Valdor"].key, places["Ostrie"].key) == ("a", "b", "n")
    met = {(edge.one, edge.other): edge for edge in drawn.edges if edge.kind == "met"}
    assert met["Morénie", "Valdor"].times == 3
    assert met["Morénie", "Valdor"].entry == "event-Morénie-Valdor-2"
    assert met["Morénie", "Valdor"].width > met["Ostrie", "Valdor"].width
    assert {(e.one, e.other) for e in drawn.edges if e.kind == "mediated"} == {("Tessara", "Morénie"), ("Tessara", "Valdor")}
    assert [(e.one, e.other, e.times) for e in drawn.edges if e.kind == "spoke"] == [("Anton Brisk", "Valdor", 2)]


def test_without_parties_those_who_met_most_stand_at_the_ends():
    drawn = draw([contact("Ostrie", "Tessara", 2), contact("Ostrie", "Valdor")], [], Parties(()))
    assert [node.name for node in drawn.nodes if node.kind == "party"] == ["Ostrie", "Tessara"]


def test_many_have_places_of_their_own_and_the_rest_is_counted():
    rows = [contact("Morénie", f"État {i:02}", 30 - i) for i in range(30)]
    drawn = draw(rows, [said(f"Personne {i}", "Morénie", i) for i in range(20)], PARTIES)
    assert drawn.left_out == 19
    assert len({(node.x, node.y) for node in drawn.nodes}) == len(drawn.nodes)
    assert all(0 < node.x < drawn.width and 0 < node.y < drawn.height for node in drawn.nodes)
    assert draw(rows, [said(f"Personne {i}", "Morénie", i) for i in range(20)], PARTIES) == drawn


def test_who_is_drawn_leads_to_their_page_and_is_seen_with_the_focus(open_page):
    page = open_page("/d/tiny/actors")
    node = page.locator(".net a.node").first
    assert node.get_attribute("href").startswith("/d/tiny/actors/")
    node.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert node.locator("circle").evaluate("node => getComputedStyle(node).strokeWidth") == "3px"
