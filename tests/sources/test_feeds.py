"""RSS and Atom: one article an entry, as the entry tells it; feeds are hostile, and break."""

import pytest

from pourparlers.issues import Issue
from pourparlers.model.text import Capture
from pourparlers.sources.feed import read
from pourparlers.sources.found import Found

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://nowhere.invalid/rss.dtd">
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Le Phare d'Orle</title><language>fr-FR</language><image><title>logo</title></image>
<item><title>L&amp;#039;accord &lt;b&gt;signé&lt;/b&gt;</title><link>https://orle.example/1</link><guid>orle-1</guid>
<pubDate>Tue, 13 May 2031 23:30:00 +0200</pubDate><media:title>photo</media:title>
<description>Résumé bref.</description><content:encoded><![CDATA[<p>Le Valdor a signé&nbsp;mardi.</p>]]></content:encoded></item>
<item><title>Sans guid</title><link>https://orle.example/2</link><description>Les pourparlers&nbsp;reprennent &eacute;galement.</description></item>
<item><title>Un titre seul</title><link>https://orle.example/3</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Dépêches</title>
<entry><id>urn:1</id><title type="html">La trêve &amp;amp; après</title><link rel="self" href="https://a.example/self"/><link href="https://a.example/1"/>
<updated>2031-05-15T10:00:00Z</updated><published>2031-05-14T10:00:00Z</published><source><title>Ailleurs</title></source>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un &lt; deux</p><p>fin</p></div></content></entry>
<entry><id>urn:2</id><summary>Un texte &lt;nu&gt;.</summary><updated>hier</updated></entry>
</feed>"""


def captures(content):
    found = list(read(Found(content if isinstance(content, bytes) else content.encode(), "f.xml", "f.xml", "2031-12-31")))
    return [item for item in found if isinstance(item, Capture)], [item for item in found if isinstance(item, Issue)]


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-15", "windows-1252"])
def test_rss(encoding):
    (first, second), (left,) = captures(RSS.format(encoding=encoding).encode(encoding))
    assert (first.name, first.content.decode(), first.media_type) == ("orle-1", "<p>Le Valdor a signé&nbsp;mardi.</p>", "text/html")
    declared = first.declared
    assert (declared.title, declared.outlet, declared.url) == ("L'accord signé", "Le Phare d'Orle", "https://orle.example/1")
    assert (declared.published, declared.language) == ("2031-05-13T23:30:00+02:00", "fr")
    assert (second.name, second.content.decode()) == ("https://orle.example/2", "Les pourparlers\xa0reprennent également.")
    assert (second.media_type, second.declared.published) == ("text/plain", None)
    assert (left.kind, left.document, left.fatal) == ("empty", "https://orle.example/3", False)


def test_atom():
    (first, second), (day,) = captures("\n  " + ATOM)
    assert (first.name, first.declared.url, first.declared.title) == ("urn:1", "https://a.example/1", "La trêve & après")
    assert (first.content.decode(), first.media_type) == ("<div><p>Un &lt; deux</p><p>fin</p></div>", "text/html")
    assert (first.declared.published, first.declared.language) == ("2031-05-14T10:00:00+00:00", None)
    assert (second.content.decode(), second.media_type, second.declared.published) == ("Un texte <nu>.", "text/plain", None)
    assert day.kind == "bad-published"


def test_rss_1_stands_beside_its_channel():
    text = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel><title>Fil</title></channel><item><title>Un</title><link>https://x.example/1</link><description>Texte.</description>
    <dc:date>2031-05-14</dc:date></item></rdf:RDF>"""
    ((found,), issues) = captures(text)
    assert (found.declared.outlet, found.declared.published, issues) == ("Fil", "2031-05-14T00:00:00", [])


def test_what_stands_before_a_fault_is_read():
    found, issues = captures(ATOM.replace("</feed>", "<entry><id>urn:3</id>"))
    assert [item.name for item in found] == ["urn:1", "urn:2"]
    assert (issues[-1].kind, issues[-1].fatal) == ("broken-feed", True)
    assert "2 entries before that were read" in issues[-1].message


BOMB = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>'
FILE = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss><channel><item><guid>1</guid><description>&a;</description></item></channel></rss>'


NO_ENCODING = '<?xml version="1.0" encoding="x-none"?><rss/>'


@pytest.mark.parametrize("content", ["", "bonjour", "<html><body><item/></body></html>", b"\x00\x01", "<" * 1000, BOMB, FILE, NO_ENCODING])
def test_what_is_no_feed_or_a_hostile_one_gives_nothing(content):
    found, issues = captures(content)
    assert (found, [issue.fatal for issue in issues]) == ([], [True])


@pytest.mark.parametrize("content", [BOMB, FILE])
def test_a_feed_that_defines_entities_is_told_from_what_is_no_feed(content):
    (issue,) = captures(content)[1]
    assert "it defines entities, which no feed needs to; 0 entries" in issue.message


def test_a_deep_feed_is_read():
    deep = "<a>" * 50_000 + "</a>" * 50_000
    found, issues = captures(f"<rss><channel><item><guid>1</guid><description>Texte.{deep}</description></item></channel></rss>")
    assert ([item.content for item in found], issues) == ([b"Texte."], [])
