"""Names that several documents bear."""

from pourparlers.sources import settle_names


def test_names_apart_stay():
    assert settle_names({"doc-1": "a.txt", "doc-2": "b.txt"}) == ({"doc-1": "a.txt", "doc-2": "b.txt"}, ())


def test_every_colliding_name_gets_its_document():
    names = {"doc-0123456789abcdef": "a.txt", "doc-fedcba9876543210": "a.txt", "doc-3": "b.txt"}
    settled, issues = settle_names(names)
    assert settled == {"doc-0123456789abcdef": "a.txt~01234567", "doc-fedcba9876543210": "a.txt~fedcba98", "doc-3": "b.txt"}
    assert [(issue.document, issue.kind, issue.fatal) for issue in issues] == [("a.txt", "name-collision", False)]


def test_the_order_of_reading_changes_nothing():
    names = {"doc-1": "a", "doc-2": "a", "doc-3": "b"}
    assert settle_names(names) == settle_names(dict(reversed(names.items())))
