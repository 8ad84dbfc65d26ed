"""What holds for every capture: evidence maps back, nothing crashes, cleaning what is clean changes nothing."""

import html
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from pourparlers.cleaning import clean
from pourparlers.cleaning.clean import decoded_capture
from pourparlers.cleaning.traced import Traced
from pourparlers.model.text import Capture, Document, Span

FRAGMENTS = (
    "Passer la publicité ",
    "Lire aussi : ",
    "Par Radio Plaine avec AFP\n",
    "Publié le 4 mars 2022 à 18h05",
    "Il y a 2 heures\n",
    " date 2022-03 ",
    "GENÈVE, 3 mars (AFP) - ",
    "Les deux délégations se sont retrouvées jeudi dans la capitale, où elles ont parlé des prisonniers et de la trêve. ",
    "« La trêve\u00a0tient », a dit l’émissaire.",
    '"Rien n\'est signé."',
    "Le président est parti.",
    "- Un titre -\n",
    "\n\n",
    "\n",
    "\r\n",
    " ",
    "dÃ©lÃ©gation ",
    "e\u0301te\u0301 ",
    "\u200b\u00ad",
    "&eacute;&amp;&nbsp;",
    "<b>gras</b><br/>",
    "© La Plaine\n",
    "ib/mt",
    "\ufeff",
)

#: No deadline: the first text may load a model, the first page a library.
many, few = settings(deadline=None), settings(max_examples=60, deadline=None)

texts = st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join)
pages = st.lists(
    st.sampled_from(
        [
            *FRAGMENTS,
            "<p>",
            "</p>",
            "<h1>",
            "</h1>",
            "<article>",
            "</article>",
            "<!-- ",
            "-->",
            "<script>",
            "</script>",
            "<a href='>",
            '"',
            "<time datetime='2022-03-04'>",
            "<",
        ]
    ),
    max_size=20,
).map("".join)


def same(char: str) -> str:
    """A character without what cleaning may change: kinds of space, forms of one letter."""
    return "".join(c for c in unicodedata.normalize("NFKD", char) if not c.isspace() and not unicodedata.combining(c))


def assert_maps_back(document: Document, capture: Capture) -> None:
    """Every character of the text leads to a run of the decoded capture that holds it."""
    decoded = decoded_capture(capture).text
    last = 0
    for segment in document.alignment.segments:
        assert last <= segment.text.start < segment.text.end <= len(document.text)
        assert 0 <= segment.capture.start < segment.capture.end <= len(decoded)
        words, source = document.quote(segment.text), decoded[segment.capture.start : segment.capture.end]
        if len(words) == len(source):
            assert [same(c) for c in words] == [same(c) for c in source] or same(words) in ("", same(source))
        else:
            assert same(words) in same(html.unescape(source)) or source.encode("cp1252", "replace").decode("utf-8", "ignore")
        last = segment.text.end
    for line in document.lines:
        assert document.quote(line.span) == document.quote(line.span).strip() != ""
        where = document.alignment.to_capture(line.span)
        if where is not None:
            back = document.alignment.from_capture(where)
            assert back is not None and back.covers(line.span)
    for out in document.dropped:
        assert 0 <= out.capture.start < out.capture.end <= len(decoded)


@many
@given(texts)
def test_every_evidence_of_a_text_maps_back(captured, text):
    capture = captured(text)
    document, _ = clean(capture)
    if document is not None:
        assert_maps_back(document, capture)


@many
@given(texts)
def test_what_is_clean_stays_as_it_is(captured, text):
    document, _ = clean(captured(text))
    if document is not None:
        again, _ = clean(captured(document.text))
        assert again is not None
        assert again.text == document.text


@few
@given(pages)
def test_every_evidence_of_a_page_maps_back(captured, page):
    capture = captured(page, "text/html")
    document, _ = clean(capture)
    if document is not None:
        assert_maps_back(document, capture)


@many
@given(st.binary(max_size=300))
def test_no_bytes_crash_as_text(captured, content):
    clean(captured(content))


@few
@given(st.binary(max_size=200))
def test_no_bytes_crash_as_a_page(captured, content):
    clean(captured(b"<html><body><p>" + content, "text/html"))


@many
@given(st.lists(st.tuples(st.text("ab é", min_size=1, max_size=4), st.integers(0, 3)), max_size=8))
def test_alignment_is_a_faithful_summary_of_the_places(parts):
    """What `Traced` knows of each character is what its alignment tells."""
    words, place = [], 0
    for text, kind in parts:
        place += kind
        words.append(Traced.put_in(text) if kind == 3 else Traced.of(text, place))
        place += len(text)
    traced = Traced.join(words)
    alignment = traced.alignment()
    for i in range(len(traced)):
        where = alignment.to_capture(Span(i, i + 1))
        known = traced.starts[i] >= 0
        assert where == (Span(traced.starts[i], traced.ends[i]) if known else None)
