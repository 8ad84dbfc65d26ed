"""Places: names that the gazetteer knows, names that only their context shows to be places, and what stands around them
("la région de Tillabéri", "le nord du Mali", "la frontière entre le Bélarus et la Pologne")."""

import functools
import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pourparlers.lexicon import Phrases, load
from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.gazetteer import Area, Found, places_named
from pourparlers.mentions.names import is_capital, is_civility, name_end
from pourparlers.mentions.parts import speaks
from pourparlers.mentions.words import cut, fold, group
from pourparlers.mentions.world import Known, known_names, state, states_of
from pourparlers.model.annotated import Annotated, Sentence
from pourparlers.model.mention import Mention, Place, PlaceMention
from pourparlers.model.text import Span

_ARTICLES = frozenset({"le", "la", "les", "l'"})
_OF = frozenset({"de", "du", "des", "d'"})
_FRENCH = re.compile(r"[A-Za-zÀ-ÂÇ-ËÎÏÔÙ-ÜŸà-âç-ëîïôù-üÿŒœ' -]+")
#: Places at least this big are believed without a preposition.
_GREAT = 200_000
_KEPT = 3
#: What taggers make of a name that no gazetteer has.
_NAMING = frozenset({"PROPN", "X", "NOUN"})
#: Spellings of one name share this much.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a place at words [first, last) of its sentence. found: what the gazetteer has; known: the state or capital of the lexicons."""

    first: int
    last: int
    found: tuple[Found, ...]
    known: Known | None = None
    acts: bool = False


def find_places(annotated: Annotated, candidates: Sequence[Candidate]) -> tuple[PlaceMention, ...]:
    """The places of a document in the order of its text. candidates: tell which names are people's, and which states the text speaks of."""
    people = frozenset(fold(word) for c in candidates if c.name and _is_somebody(annotated, c) for word in c.name.split())
    # a capital tells nothing of its own homonyms
    sides = {side: state(side) for c in candidates if c.form in ("name", "adjective") for side in c.sides}
    codes = frozenset(each.code for each in sides.values() if each is not None)
    readers = [_Reader(annotated, sentence, people, codes) for sentence in annotated.sentences]
    # a name that is once shown to be a place is one wherever it stands
    shown = frozenset(key for reader in readers for key in reader.shown())
    found: list[PlaceMention] = []
    for reader in readers:
        found += reader.read(shown)
    return tuple(found)


def _is_somebody(annotated: Annotated, candidate: Candidate) -> bool:
    """True for a name with a title, and for one that speaks."""
    if candidate.kind == "person" and (candidate.civil or candidate.noun is not None):
        return True
    return candidate.kind in ("", "person") and candidate.known is None and candidate.form == "name" and speaks(annotated, candidate)


@functools.cache
def _areas() -> Phrases[str]:
    return Phrases((cut(area.name), area.name) for area in load("world/areas", Area))


class _Reader:
    """Reads one sentence."""

    def __init__(self, annotated: Annotated, sentence: Sentence, people: frozenset[str], codes: frozenset[str]) -> None:
        self.text = annotated.document.text
        self.tokens = annotated.tokens
        self.words = annotated.sentence_tokens(sentence)
        self.folded = [fold(w.text) for w in self.words]
        self.shift = sentence.first
        self.people = people
        self.codes = codes
        self.last = -9
        self.known_here: frozenset[str] = frozenset()

    def read(self, shown: frozenset[str]) -> Iterator[PlaceMention]:
        """The places of the sentence. shown: folded names that the document shows to be places."""
        self.known_here = shown
        names = list(self._names())
        used = 0
        for number, name in enumerate(names):
            if number < used:
                continue
            first, last, used = self._frontier(names, number)
            if used:
                yield self._border(first, last)
            else:
                used = number + 1
                yield self._mention(name)

    def shown(self) -> Iterator[str]:
        """Names without an entry in the gazetteer that this sentence shows to be places."""
        for name in self._names():
            if name.known is None and not name.found:
                yield " ".join(self.folded[name.first : name.last])

    # names

    def _names(self) -> Iterator[_Name]:
        i = 0
        while i < len(self.words):
            name = self._at(i)
            if name is None:
                i += 1
                continue
            self.last = name.last
            yield name
            i = name.last

    def _at(self, i: int) -> _Name | None:
        area = _areas().at(self.folded, i)
        match = known_names().at(self.folded, i) if is_capital(self.words[i]) else None
        if area is not None and (match is None or match.last < area.last):
            return self._area(i, area.last, area.value)
        if not is_capital(self.words[i]) or len(self.words[i].text) < 2 or (i > 0 and is_civility(self.words[i - 1])):
            return None
        return self._known(i, match.last, match.value) if match is not None else self._listed(i) or self._unlisted(i)

    def _area(self, i: int, last: int, name: str) -> _Name | None:
        """An area, written with its capital if it has one."""
        if name != name.lower() and not any(w.text[0].isupper() for w in self.words[i:last]):
            return None
        return _Name(i, last, places_named(" ".join(cut(name)))[:1], acts=self._acts(i, last))

    def _known(self, i: int, last: int, known: Known) -> _Name | None:
        if (known.kind != "state" or known.form != "name") and not known.city:
            return None
        if last < len(self.words) and is_capital(self.words[last]) and not self._located(i) and last - i == 1:
            return None
        key = " ".join(self.folded[i:last])
        return _Name(i, last, places_named(key) or places_named(fold(known.name)), known, acts=self._acts(i, last))

    def _listed(self, i: int) -> _Name | None:
        """A name that the gazetteer has, when it is all of a run of capitals and nothing says that it is somebody's."""
        if self.folded[i] in group("state_nouns") | group("directions") or (i == 0 and self.words[i].pos != "PROPN"):
            return None
        end = name_end(self.words, i, min(len(self.words), i + 6))
        for last in range(min(len(self.words), i + 6), i, -1):
            if not is_capital(self.words[last - 1]) or (last < len(self.words) and last != end and is_capital(self.words[last])):
                continue
            found = places_named(" ".join(self.folded[i:last]))
            if found:
                return _Name(i, last, found, acts=self._acts(i, last)) if self._believable(i, last, found) else None
        return None

    def _believable(self, i: int, last: int, found: Sequence[Found]) -> bool:
        if last == i + 1 and (self.folded[i] in self.people or states_of(self.words[i].text) or self.words[i].text.isupper()):
            return False
        if i and self.folded[i - 1] in _ARTICLES | {"du", "au", "aux", "des"}:
            # towns take no article: "la Ghouta" may be a region, "le Hamas" is no town of that name
            return any(f.place.precision in ("region", "country") for f in found)
        if self._located(i) or self._coordinated(i) or self._governor(i, last) in group("place_verbs"):
            return True
        return max(f.population for f in found) >= _GREAT and any(f.place.country in self.codes for f in found) and i > 0

    def _unlisted(self, i: int) -> _Name | None:
        """A capitalised name after "à", "dans le village de"…, which no gazetteer needs to know."""
        if self.words[i].pos not in _NAMING or self.folded[i] in group("directions") | group("state_nouns"):
            return None
        end = name_end(self.words, i, min(len(self.words), i + 6))
        if any(w in self.people for w in self.folded[i:end]) or self.words[i].text.isupper() or states_of(self.words[i].text):
            return None
        if " ".join(self.folded[i:end]) in self.known_here or self._shows(i, end):
            return _Name(i, end, ())
        return None

    def _shows(self, i: int, end: int) -> bool:
        """True when what stands around a name shows it to be a place."""
        before, token = self._before(i), self.words[i]
        article = i > 0 and self.folded[i - 1] in _ARTICLES
        framed = before in _OF and bool(set(self._heads_before(i)[:1]) & _local_heads())
        beyond = before in _OF and bool(set(self._heads_before(i)[:1]) & (group("directions") | group("near")))
        told = before in ("a", "vers") and token.pos != "X" and token.dep not in ("iobj", "nsubj") and not article
        located = told and self._governor(i, end) not in group("datives")
        if token.pos == "NOUN":
            return beyond or located
        beside = self._coordinated(i) and token.dep in ("conj", "appos", "nmod") and (self.words[i - 1].text != "," or token.dep == "conj")
        geographic = self.folded[i] in group("geographic") and end > i + 1
        return framed or beyond or located or (beside and not article) or self._shown_behind(end) or geographic

    def _shown_behind(self, end: int) -> bool:
        """True when "dans la province de…" or ", une ville…" follows."""
        behind = set(self.folded[end + 1 : end + 4])
        if self.folded[end : end + 1] == [","]:
            return bool(behind & (group("town_heads") | {"point", "poste", "ile"})) and "," not in behind
        return self.folded[end : end + 1] in (["dans"], ["en"]) and bool(behind & group("region_heads"))

    # surroundings

    def _before(self, i: int) -> str:
        """The word before a name, its article skipped."""
        at = i - 1
        if at > 0 and self.folded[at] in _ARTICLES:
            at -= 1
        return self.folded[at] if at >= 0 else ""

    def _heads_before(self, i: int) -> tuple[str, ...]:
        """The nouns to which "de" ties a name, the nearest first: ("paix", "accord") for "accord de paix de Genève"."""
        heads: list[str] = []
        at = i - 1
        while at >= 0 and len(heads) < 3:
            tied = False
            while at >= 0 and self.folded[at] in _ARTICLES | _OF:
                tied = tied or self.folded[at] in _OF
                at -= 1
            while at > 0 and self.words[at].pos == "ADJ":
                at -= 1
            if not tied or at < 0:
                break
            heads.append(self.folded[at])
            at -= 1
        return tuple(heads)

    def _located(self, i: int) -> bool:
        before = self._before(i)
        return before in group("locative") or before in _OF or before == "entre"

    def _coordinated(self, i: int) -> bool:
        """True right after another place: "Goma, Bukavu et Uvira"."""
        at = i - 1
        if at >= 0 and self.folded[at] in _ARTICLES | _OF | {"a", "en", "au", "aux"}:
            at -= 1
        return at >= 0 and self.last == at and self.words[at].text in (",", "et", "ou", "(", "/", "-")

    def _governor(self, i: int, end: int) -> str:
        for at in range(i, end):
            head = self.words[at].head
            if not self.shift + i <= head < self.shift + end:
                return fold(self.tokens[head].lemma)
        return ""

    def _acts(self, i: int, last: int) -> bool:
        """True when a name stands for whoever governs there rather than for the place."""
        before = self._before(i)
        article = i > 0 and self.folded[i - 1] in _ARTICLES
        if before in ("en", "dans", "vers", "depuis", "sur", "pres") or (before in ("au", "aux", "a") and not article):
            return before != "en" and self._governor(i, last) in group("datives")
        if before in _OF:
            nearest = self._heads_before(i)
            local = group("place_heads") | group("region_heads") | group("town_heads") | group("directions")
            return not (set(nearest[:1]) & (local | group("near")) or set(nearest) & group("place_events"))
        return self._coordinates_actor(i) if self._coordinated(i) and i >= 2 else True

    def _coordinates_actor(self, i: int) -> bool:
        """True when the name before "et" or a comma stands for an actor too."""
        at = i - 2 if self.folded[i - 1] not in _ARTICLES | _OF | {"a", "en", "au", "aux"} else i - 3
        return at < 0 or self._acts(at, at + 1)

    # readings

    def _mention(self, name: _Name) -> PlaceMention:
        first, label, precision = self._framed(name)
        span = Span(self.words[first].start, self.words[name.last - 1].end)
        place, candidates = self._choose(name, precision)
        if label:
            place = replace(place, name=self._written(first, name.last), precision="area" if label == "direction" else place.precision)
            if label == "direction":
                place = replace(place, lat=None, lon=None)
        return PlaceMention(span, place, self.shift + self._head(name), candidates, name.acts and name.known is not None and first == name.first)

    def _head(self, name: _Name) -> int:
        for at in range(name.first, name.last):
            if not self.shift + name.first <= self.words[at].head < self.shift + name.last:
                return at
        return name.first

    def _framed(self, name: _Name) -> tuple[int, str, str]:
        """Where the phrase begins that frames a name ("région de", "nord du"), what frames it and which precision that asks for."""
        at = name.first - 1
        while at > 0 and self.folded[at] in _ARTICLES:
            at -= 1
        if at < 1 or self.folded[at] not in _OF:
            return name.first, "", ""
        at -= 1
        if self.words[at].pos == "ADJ" and at > 0 and self.folded[at] not in group("directions"):
            at -= 1
        word = self.folded[at]
        if word in group("directions") and self.words[at].pos in ("NOUN", "PROPN", "ADJ"):
            return at, "direction", ""
        if word in group("region_heads"):
            return at, "region", "region"
        return (name.first, "", "city") if word in group("town_heads") else (name.first, "", "")

    def _choose(self, name: _Name, precision: str) -> tuple[Place, tuple[Place, ...]]:
        """The likeliest place of a name and the others."""
        if name.known is not None and not name.known.city:
            return next((f.place for f in name.found if f.place.precision == "country"), Place(name.known.name, precision="country")), ()
        written = self._written(name.first, name.last)
        ranked = sorted(name.found, key=lambda f: self._rank(f, precision), reverse=True)
        if not ranked:
            return Place(written, country=self._country_near(name)), ()
        best = ranked[0].place
        others = tuple(f.place for f in ranked[1 : 1 + _KEPT] if not _same(f.place, best))
        return replace(best, name=_usual(best.name, written)), others

    def _rank(self, found: Found, precision: str) -> float:
        """Size, the states that the text speaks of, and the kind of place that its phrase asks for; a city rather than its region."""
        wanted = 3.0 * (precision != "" and found.place.precision == precision)
        usual = 1.5 * (precision == "" and found.place.precision == "city")
        return math.log10(found.population + 10) + 3.0 * (found.place.country in self.codes) + wanted + usual

    def _written(self, first: int, last: int) -> str:
        return " ".join(self.text[self.words[first].start : self.words[last - 1].end].split())

    def _country_near(self, name: _Name) -> str | None:
        """The state that the words behind a name give: "à X, au Bélarus", "X (Mali)"."""
        for at in range(name.last, min(len(self.words), name.last + 4)):
            match = known_names().at(self.folded, at)
            if match is not None and match.value.kind == "state" and match.value.form == "name":
                owner = state(match.value.name)
                return None if owner is None else owner.code
        return None

    # frontiers

    def _frontier(self, names: Sequence[_Name], number: int) -> tuple[int, int, int]:
        """The extent of "frontière entre A et B" or "frontière avec A" around a name, and how many names it uses up; zeros for others."""
        name = names[number]
        at = name.first - 1
        while at > 0 and self.folded[at] in _ARTICLES:
            at -= 1
        if at < 1 or self.folded[at] not in ("entre", "avec") or not self.folded[at - 1].startswith("frontiere"):
            return 0, 0, 0
        if self.folded[at] == "avec" or number + 1 >= len(names):
            return at - 1, name.last, number + 1
        other = names[number + 1]
        joined = other.first - name.last <= 2 and self.folded[name.last] == "et"
        return (at - 1, other.last, number + 2) if joined else (at - 1, name.last, number + 1)

    def _border(self, first: int, last: int) -> PlaceMention:
        place = Place(self._written(first, last))
        return PlaceMention(Span(self.words[first].start, self.words[last - 1].end), place, self.shift + first)


def without_names(places: Sequence[PlaceMention], mentions: Sequence[Mention]) -> tuple[PlaceMention, ...]:
    """The places without those whose words turned out to be an actor's name, unless they stand for it as a metonym."""
    names = [m.span for m in mentions if m.form == "name"]
    starts = [span.start for span in names]
    kept = []
    for place in places:
        near = names[max(0, bisect_right(starts, place.span.start) - 4) : bisect_right(starts, place.span.end)]
        if place.metonym or not any(span.covers(place.span) for span in near):
            kept.append(place)
    return tuple(kept)


def _same(a: Place, b: Place) -> bool:
    return (a.name, a.country) == (b.name, b.country)


def _local_heads() -> frozenset[str]:
    return group("town_heads") | group("region_heads") | group("place_heads")


def _usual(listed: str, written: str) -> str:
    """The gazetteer's name where the text writes nearly that (Kharkov, Kharkiv); the text's own where it has another (Kongo Central, Bas-Congo)."""
    from rapidfuzz.distance import OSA

    near = OSA.normalized_similarity(fold(listed), fold(written)) >= _ALIKE
    return listed if near and _FRENCH.fullmatch(listed) else written
