"""Places: names that the gazetteer knows, names that only their context shows to be places, and what stands around them
("la région de Kitwe", "le nord du Mali", "la frontière entre le Bélarus et la Pologne")."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pourparlers.lexicon import Phrases, load
from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.gazetteer import Area, Found, places_named
from pourparlers.mentions.homonyms import GREAT, Setting, is_open, likely, rank, setting_of
from pourparlers.mentions.names import is_capital, is_civility, name_end
from pourparlers.mentions.parts import speaks
from pourparlers.mentions.place_names import alike, framed_precision, same_place, usual_name
from pourparlers.mentions.surroundings import ARTICLES, OF, Surroundings, local_heads
from pourparlers.mentions.words import cut, fold, group
from pourparlers.mentions.world import Known, known_names, state, states, states_of
from pourparlers.model.annotated import Annotated, Sentence
from pourparlers.model.mention import Place, PlaceMention
from pourparlers.model.text import Span

_KEPT = 3
#: Towns with an article are at least this big.
_TOWN = 10_000
#: Parties have camps and zones, too.
_CAMPS = frozenset({"base", "camp", "marche", "place", "port", "poste", "siege"})
#: What taggers make of a name that no gazetteer has.
_NAMING = frozenset({"PROPN", "X", "NOUN"})


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
    kinds = {c.span.start: c.kind for c in reversed(candidates) if c.name and c.known is None and c.form == "name"}
    lower = frozenset(fold(t.text) for t in annotated.tokens if t.text[0].islower())
    setting = setting_of(candidates)
    readers = [_Reader(annotated, sentence, _Names(people, kinds, lower), setting) for sentence in annotated.sentences]
    # a name that is once shown to be a place is one wherever it stands, and a region shows its country
    shown = frozenset(key for reader in readers for key in reader.shown())
    setting = replace(setting, around=setting.around | {code for reader in readers for code in reader.countries})
    for reader in readers:
        reader.setting = setting
    found: list[PlaceMention] = []
    for reader in readers:
        found += reader.read(shown)
    return tuple(found)


def _is_somebody(annotated: Annotated, candidate: Candidate) -> bool:
    """True for a name with a title, for one that speaks, and for first and last name of whoever does something."""
    dep = annotated.tokens[candidate.head].dep
    if candidate.kind == "person" and dep == "nsubj" and " " in candidate.name and not places_named(" ".join(cut(candidate.name))):
        return True
    if candidate.kind == "person" and (candidate.civil or candidate.noun is not None or dep == "obl:agent"):
        return True
    return candidate.kind in ("", "person") and candidate.known is None and candidate.form == "name" and speaks(annotated, candidate)


@functools.cache
def _areas() -> Phrases[str]:
    return Phrases((cut(area.name), area.name) for area in load("world/areas", Area))


@dataclass(frozen=True, slots=True)
class _Names:
    """What a document tells of its names. people: words of people's names; kinds: kinds of names by where they begin; lower: its words in
    small letters."""

    people: frozenset[str]
    kinds: Mapping[int, str]
    lower: frozenset[str]


class _Reader(Surroundings):
    """Reads one sentence."""

    def __init__(self, annotated: Annotated, sentence: Sentence, names: _Names, setting: Setting) -> None:
        super().__init__(annotated, sentence)
        self.names = names
        self.people = names.people
        self.setting = setting
        self.countries: set[str] = set()
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
        """The names that this sentence shows to be places. Notes the countries of its regions."""
        for name in self._names():
            if name.known is None and (not name.found or self.in_place(name.first) or self.local(name.first)):
                yield " ".join(self.folded[name.first : name.last])
            self.countries.update(f.place.country for f in name.found[:1] if f.place.precision == "region" and f.place.country is not None)

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
        if self.folded[i] == "capitale":
            return self._capital(i)
        area = _areas().at(self.folded, i)
        match = known_names().at(self.folded, i) if is_capital(self.words[i]) else None
        if area is not None and (match is None or match.last < area.last):
            return self._area(i, area.last, area.value)
        seat = match is not None and match.value.form == "metonym" and match.value.kind == "state" and not match.value.city
        if match is not None and seat and self.in_place(i):
            return self._seat(i, match.last, match.value)
        if not is_capital(self.words[i]) or len(self.words[i].text) < 2 or (i > 0 and is_civility(self.words[i - 1])):
            return None
        return self._known(i, match.last, match.value) if match is not None else self._listed(i) or self._unlisted(i)

    def _capital(self, i: int) -> _Name | None:
        """ "la capitale zambienne"; "dans la capitale" where the text is about one state alone."""
        adjectives = states_of(self.words[i + 1].text) if i + 1 < len(self.words) else ()
        codes = [code for code, often in self.setting.named.items() if often * 2 > sum(self.setting.named.values())]
        owners = [each for each in map(state, adjectives) if each is not None]
        if not adjectives and self.in_place(i) and not (i + 1 < len(self.words) and is_capital(self.words[i + 1])):
            owners = [each for each in states() if each.code in codes]
        if len(owners) != 1 or not owners[0].capitals:
            return None
        found = (f for f in places_named(" ".join(cut(owners[0].capitals[0]))) if f.place.country == owners[0].code and f.place.precision == "city")
        return _Name(i, i + 1 + bool(adjectives), tuple(found)[:1], acts=self.acts(i, i + 1))

    def _area(self, i: int, last: int, name: str) -> _Name | None:
        """An area, written with its capital if it has one."""
        if name != name.lower() and not any(w.text[0].isupper() for w in self.words[i:last]):
            return None
        if last < len(self.words) and (self.words[last].text.isdigit() or (last == i + 1 and self.words[last].text[0].isupper())):
            return None  # a station, a paper: "Europe 1", "Afrique Magazine"
        return _Name(i, last, places_named(" ".join(cut(name)))[:1], acts=self.acts(i, last))

    def _known(self, i: int, last: int, known: Known) -> _Name | None:
        if (known.kind != "state" or known.form != "name") and not known.city:
            return None
        if last < len(self.words) and is_capital(self.words[last]) and last - i == 1 and not self.located(i, known.city):
            return None  # "le Jerusalem Post"
        key = " ".join(self.folded[i:last])
        return _Name(i, last, places_named(key) or places_named(fold(known.name)), known, acts=self.acts(i, last))

    def _seat(self, i: int, last: int, known: Known) -> _Name:
        """A seat of power where something happens: "signé à la Maison Blanche". It stands in the capital."""
        owner = state(known.name)
        capital = places_named(fold(owner.capitals[0])) if owner is not None and owner.capitals else ()
        found = (f for f in capital if owner is not None and f.place.country == owner.code and f.place.precision == "city")
        return _Name(i, last, tuple(found)[:1])

    def _listed(self, i: int) -> _Name | None:
        """A name that the gazetteer has, when it is all of a run of capitals and nothing says that it is somebody's."""
        end = name_end(self.words, i, min(len(self.words), i + 6))
        opens = i == 0 and self.words[i].pos != "PROPN" and " ".join(self.folded[i:end]) not in self.known_here
        if opens or self.folded[i] in group("state_nouns") | group("directions"):
            return None
        for last in range(min(len(self.words), i + 6), i, -1):
            if not is_capital(self.words[last - 1]) or (last < len(self.words) and last != end and is_capital(self.words[last])):
                continue
            key = " ".join(self.folded[i:last])
            found = self._with_article(i, key) or places_named(key)
            if found:
                return self._believed(i, last, found)
        return None

    def _with_article(self, i: int, key: str) -> tuple[Found, ...]:
        """The towns whose article "au" or "du" has taken in: "au Havre"."""
        article = i > 0 and self.folded[i - 1] in ("au", "du")
        return tuple(f for f in places_named("le " + key) if f.population >= _TOWN) if article else ()

    def _believed(self, i: int, last: int, found: tuple[Found, ...]) -> _Name | None:
        """A listed name with the places that it may mean here; with none where it is a place, but likely none of these; None where it is no place."""
        if self._is_no_place(i, last):
            return None
        meant = likely(found, self.setting)
        if i and self.folded[i - 1] in ARTICLES | {"du", "au", "aux", "des"} and not self.words[i].text.lower().startswith(("le ", "la ")):
            # towns take no article: "la Mandara" may be a region, "le Wolga" is no town of that name
            meant = tuple(f for f in meant if f.place.precision != "city" or f.place.name.startswith(("Le ", "La ")))
            return _Name(i, last, meant, acts=self.acts(i, last)) if meant else None
        if self._is_said_to_be_place(i, last):
            return _Name(i, last, meant, acts=self.acts(i, last))
        if not any(self.setting.points_to(f.place.country) for f in meant):
            # far from the story, a town goes by its own name, not by one of its old spellings that is also somebody's
            meant = tuple(f for f in meant if cut(f.place.name) == tuple(self.folded[i:last]))
        if not meant or self._renamed(i, last, meant) or not (self._is_led_to(i, last) or self._is_great(i, meant)):
            return None
        return _Name(i, last, meant, acts=self.acts(i, last))

    def _is_no_place(self, i: int, last: int) -> bool:
        """True for a listed name that is somebody's, a state's or an acronym here, or a word of the language ("l'Union", "Il")."""
        if self.aged(last) or self.ends_name(i):
            return True
        if last > i + 1:
            return False
        if self.folded[i] in self.people or states_of(self.words[i].text) or self.words[i].text.isupper():
            return True
        return self.folded[i] in self.names.lower and not self.in_place(i)

    def _is_said_to_be_place(self, i: int, last: int) -> bool:
        """True for "à Gao", "la ville de Gao", "retirées de Gao", "l'État Shan"."""
        left = self.before(i) in OF and self.governor(i, last) in group("place_verbs")
        region = i > 0 and self.folded[i - 1] in group("region_heads")
        return self.in_place(i) or self.local(i) or left or region

    def _is_led_to(self, i: int, last: int) -> bool:
        """True behind what may lead to a place, and for what the document shows to be one elsewhere."""
        led = self.located(i) or self.coordinated(i) or self.governor(i, last) in group("place_verbs")
        return led or " ".join(self.folded[i:last]) in self.known_here

    def _is_great(self, i: int, meant: Sequence[Found]) -> bool:
        """True for a great city of a state that the text names, unless it opens the sentence."""
        return i > 0 and max(f.population for f in meant) >= GREAT and any(f.place.country in self.setting.named for f in meant)

    def _renamed(self, i: int, last: int, meant: Sequence[Found]) -> bool:
        """True for an old or foreign name that nobody but a gazetteer would think of: "l'époque de Staline" is no town."""
        return last == i + 1 and not any(alike(f.place.name, self.written(i, last)) for f in meant)

    def _unlisted(self, i: int) -> _Name | None:
        """A capitalised name after "à", "dans le village de"…, which no gazetteer needs to know."""
        if self.words[i].pos not in _NAMING or self.folded[i] in group("directions") | group("state_nouns"):
            return None
        end = name_end(self.words, i, min(len(self.words), i + 6))
        if any(w in self.people for w in self.folded[i:end]) or self.words[i].text.isupper() or states_of(self.words[i].text):
            return None
        if self.aged(end) or self._is_body(i):
            return None
        if " ".join(self.folded[i:end]) in self.known_here or self._shows(i, end):
            return _Name(i, end, ())
        return None

    def _is_body(self, i: int) -> bool:
        """True for what its article makes a party or a force, unless it is said to be a place: "la Finul", "les villages de la Liptako"."""
        article = i > 0 and self.folded[i - 1] in ARTICLES | {"du"}
        if not article or self.folded[i] in group("geographic") or self.names.kinds.get(self.words[i].start) != "organisation":
            return False
        return not set(self.heads_before(i)[:1]) & (local_heads() | group("sites") | group("directions")) - _CAMPS

    def _shows(self, i: int, end: int) -> bool:
        """True when what stands around a name shows it to be a place."""
        framed = self.before(i) in OF and self.frame(i) in local_heads()
        beyond = self.before(i) in OF and bool(set(self.heads_before(i)[:1]) & (group("directions") | group("near")))
        if beyond or self.gone_to(i, end) or self.seized(i, end):
            return True
        if self.words[i].pos == "NOUN":
            return framed and (end > i + 1 or "-" in self.words[i].text)
        if framed or self.shown_behind(end) or (self.folded[i] in group("geographic") and end > i + 1) or (i > 0 and self._site_head(i - 1)):
            return True
        article = i > 0 and self.folded[i - 1] in ARTICLES
        return not article and (self._is_beside_place(i, end) or self.taken(i, end))

    def _is_beside_place(self, i: int, end: int) -> bool:
        """True right behind another place; not for the person of "des envoyés de Dakar et de Jean Roy"."""
        token = self.words[i]
        if not self.coordinated(i) or token.dep not in ("conj", "appos", "nmod"):
            return False
        if self.words[i - 1].text in ",(/" and not self._listed_on(i, end):
            return False
        return not (end > i + 1 and self.names.kinds.get(token.start) == "person" and self.coordinates_actor(i))

    def _listed_on(self, i: int, end: int) -> bool:
        """True inside an enumeration: what follows a comma and ends one is as often somebody ("en visite à Oslo, Anna Berg a…")."""
        person = end > i + 1 and self.names.kinds.get(self.words[i].start) == "person"
        return self.words[i].dep == "conj" and not person and self.folded[end : end + 1] in ([","], ["et"], ["ou"]) and not self.aged(end)

    # readings

    def _mention(self, name: _Name) -> PlaceMention:
        first, label, precision = self._framed(name)
        place, candidates = self._choose(name, precision)
        if label == "site" and place.lat is not None and place.precision != "city":
            first = name.first  # "la péninsule du Kamtchatka" is Kamchatka
        elif label == "site":
            # a lake or a valley is not where the town lies whose name it bears
            written = self.written(first, name.last)
            listed = places_named(" ".join(cut(written)))[:1]
            place, candidates = listed[0].place if listed else Place(written, country=place.country), ()
        elif label:
            place = replace(place, name=self.written(first, name.last), precision="area" if label == "direction" else framed_precision(place))
            if label == "direction":
                place = replace(place, lat=None, lon=None)
        span = Span(self.words[first].start, self.words[name.last - 1].end)
        return PlaceMention(span, place, self.shift + self._head(name), candidates, name.acts and name.known is not None and first == name.first)

    def _head(self, name: _Name) -> int:
        for at in range(name.first, name.last):
            if not self.shift + name.first <= self.words[at].head < self.shift + name.last:
                return at
        return name.first

    def _framed(self, name: _Name) -> tuple[int, str, str]:
        """Where the phrase begins that frames a name ("région de", "nord du"), what frames it and which precision that asks for."""
        at = name.first - 1
        framed = self.words[name.first].text[0].islower()  # "lac Tchad" has its own frame
        if at >= 0 and not framed and self._site_head(at):
            return at, "site", ""
        while at > 0 and self.folded[at] in ARTICLES:
            at -= 1
        if at < 1 or self.folded[at] not in OF:
            return name.first, "", ""
        at -= 1
        if self.words[at].pos == "ADJ" and at > 0 and self.folded[at] not in group("directions"):
            at -= 1
        word = self.folded[at]
        if word in group("sites") and not framed and at == name.first - 2 - (self.folded[name.first - 1] in ARTICLES):
            return at, "site", ""
        if word in group("directions") and self.words[at].pos in ("NOUN", "PROPN", "ADJ"):
            return at, "direction", ""
        if word in group("region_heads"):
            return at, "region", "region"
        return (name.first, "", "city") if word in group("town_heads") else (name.first, "", "")

    def _site_head(self, at: int) -> bool:
        """True for "fleuve", "mont"… in small letters."""
        return self.folded[at] in group("sites") and self.words[at].text.islower()

    def _choose(self, name: _Name, precision: str) -> tuple[Place, tuple[Place, ...]]:
        """The likeliest place of a name and the others."""
        if name.known is not None and not name.known.city:
            return self._country(name, name.known)
        if self.folded[name.first] == "capitale" and name.found:
            return name.found[0].place, ()
        written = self.written(name.first, name.last)
        meant = likely(name.found, self.setting, name.known)
        behind = self.country_near(name.last)
        ranked = sorted(meant, key=lambda f: rank(f, self.setting, behind, precision, name.known), reverse=True)
        if not ranked:
            return Place(written, country=behind), ()
        best = ranked[0].place
        if is_open(ranked):
            return Place(written, country=best.country, precision=best.precision), tuple(f.place for f in ranked[:_KEPT])
        others = tuple(f.place for f in name.found if not same_place(f.place, best))
        owner = None if name.known is None else state(name.known.name)
        usual = best.name if owner is not None and best.name in owner.capitals[:1] else usual_name(best.name, written)
        return replace(best, name=usual), others[:_KEPT]

    def _country(self, name: _Name, known: Known) -> tuple[Place, tuple[Place, ...]]:
        """The state of a name; where several go by it, the only one that the text is about, else none with the others beside it."""
        named = [f.place for each in known.shared for f in places_named(fold(each)) if f.place.precision == "country"]
        often = [self.setting.named.get(p.country or "", 0) + (p.country in self.setting.around) for p in named]
        meant = [place for place, told in zip(named, often, strict=True) if told == max(often)]
        if named:
            return (meant[0], ()) if len(meant) == 1 else (Place(known.name, precision="country"), tuple(named[:_KEPT]))
        return next((f.place for f in name.found if f.place.precision == "country"), Place(known.name, precision="country")), ()

    # frontiers

    def _frontier(self, names: Sequence[_Name], number: int) -> tuple[int, int, int]:
        """The extent of "frontière entre A et B" or "frontière avec A" around a name, and how many names it uses up; zeros for others."""
        name = names[number]
        at = name.first - 1
        while at > 0 and self.folded[at] in ARTICLES:
            at -= 1
        if at < 1 or self.folded[at] not in ("entre", "avec") or not self.folded[at - 1].startswith("frontiere"):
            return 0, 0, 0
        if self.folded[at] == "avec" or number + 1 >= len(names):
            return at - 1, name.last, number + 1
        other = names[number + 1]
        joined = other.first - name.last <= 2 and self.folded[name.last] == "et"
        return (at - 1, other.last, number + 2) if joined else (at - 1, name.last, number + 1)

    def _border(self, first: int, last: int) -> PlaceMention:
        place = Place(self.written(first, last))
        return PlaceMention(Span(self.words[first].start, self.words[last - 1].end), place, self.shift + first)
