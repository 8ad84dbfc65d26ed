"""Candidates into actors and mentions: names first, all over the text; then titles and pronouns, from left to right."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from pourparlers.lexicon.movements import opposes_state
from pourparlers.mentions.allegiance import allegiances
from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.discourse import Discourse
from pourparlers.mentions.entities import Entity, Registry, bare_name, fullest, name_of, name_words, phrase_key
from pourparlers.mentions.functions import is_private
from pourparlers.mentions.nouns import noun
from pourparlers.mentions.parts import is_aged, is_subject, speaks
from pourparlers.mentions.reference import resolve_references
from pourparlers.mentions.variations import is_former
from pourparlers.mentions.words import cut, fold, group
from pourparlers.mentions.world import known_names, known_state, state, states_of
from pourparlers.model.annotated import Annotated
from pourparlers.model.ids import content_id
from pourparlers.model.mention import Actor, Mention
from pourparlers.model.text import Span

#: Words of a name that give no letter to its acronym.
_SMALL = frozenset(("a", "au", "aux", "d'", "de", "des", "du", "en", "et", "l'", "la", "le", "les", "pour"))
_OF = re.compile(r"\b(?:de|du|d['’])\s*")
#: How many candidates may begin before a word and still hold it.
_NEAR = 16


def build_actors(annotated: Annotated, candidates: Sequence[Candidate], places: Sequence[Span]) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """The actors of a document and the passages that refer to them. places: where the text names a place as a place."""
    builder = _Builder(annotated, candidates, places)
    return builder.build()


class _Builder:
    def __init__(self, annotated: Annotated, candidates: Sequence[Candidate], places: Sequence[Span]) -> None:
        self.annotated = annotated
        self.registry = Registry()
        self.assigned: dict[int, Entity] = {}
        self.places = places
        self.starts = [span.start for span in places]
        self.towns = {fold(_OF.split(annotated.document.text[span.start : span.end])[-1]) for span in places}  # "sud de Brisk" is by Brisk
        self.acronyms = {fold(c.name) for c in candidates if c.kind == "organisation" and c.form == "name" and len(c.name) > 2 and c.name.isupper()}
        self.bare = {fold(c.name) for c in candidates if c.form == "name" and c.known is None and c.kind in ("", "organisation")}
        named = {s for c in candidates if c.form in ("name", "metonym") and c.kind == "state" and len(c.sides) == 1 for s in c.sides}
        self.candidates = [_settled(c, named) for c in candidates if c.kind != "group" or not self._is_place(c)]
        self.lands = self._lands()

    def build(self) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
        self._states()
        self._aliases()
        self._full_names()
        self._short_names()
        self._bodies()
        discourse = Discourse(self.annotated, self.registry, self.candidates, self.assigned, self.side)
        resolve_references(discourse)
        return self._frozen(discourse)

    def side(self, candidate: Candidate) -> str | None:
        """The state or body that a passage puts its actor with, as far as known so far."""
        if _bears_a_country(candidate) or _rules_a_part(candidate) or candidate.is_part or (candidate.known is not None and candidate.known.shared):
            return None
        movement = self._movement_inside(candidate)
        if movement is not None:
            return movement.phrase or movement.name
        if candidate.sides:
            both = len(candidate.sides) > 1 and "-" in candidate.phrase
            return None if both or opposes_state(candidate.phrase) or is_private(candidate.noun) else candidate.sides[0]
        land = self._land(candidate)
        if land is not None or candidate.owner < 0:
            return land
        owner = self._owner(candidate)
        if owner is None:
            return None
        return owner.side if owner.kind == "person" else owner.side or fullest(owner.spellings) or None

    def _land(self, candidate: Candidate) -> str | None:
        """The land that no list knows whose adjective a passage bears: "ministre marikandais" in a text that names the government of the Marikand."""
        if candidate.noun is None or not self.lands:
            return None
        words = cut(candidate.phrase)[1:]
        return next((name for word in words for key, name in self.lands.items() if _is_demonym(word, key)), None)

    def _lands(self) -> dict[str, str]:
        """The lands with a government or a president of their own that the lexicons do not know: their stems, as their names."""
        found: dict[str, str] = {}
        for each in self.candidates:
            governs = each.noun is not None and (each.noun.part == "state" or each.office in ("head_of_state", "government"))
            if governs and each.owner >= 0 and not each.sides:
                name = self.annotated.tokens[each.owner].text
                if fold(name).rstrip("aeiou")[3:]:
                    found[fold(name).rstrip("aeiou")] = name
        return found

    def _owner(self, candidate: Candidate) -> Entity | None:
        """The actor whose name holds the word that owns a passage, another than the passage itself."""
        word = self.annotated.tokens[candidate.owner]
        last = bisect_right(self.candidates, word.start, key=lambda c: c.span.start)
        for number in range(max(0, last - _NEAR), last):
            named = self.candidates[number]
            if number in self.assigned and named.form == "name" and named.span.covers(word.span) and named.span != candidate.span:
                return self.assigned[number]
        return None

    def _movement_inside(self, candidate: Candidate) -> Candidate | None:
        """The movement inside a title, whose side is not the country in its name: "combattants du | Parti des travailleurs de Zambie"."""
        if candidate.noun is None or not candidate.sides:
            return None
        first = bisect_right(self.candidates, candidate.span.start, key=lambda c: c.span.start)
        for number in range(first, min(len(self.candidates), first + _NEAR)):
            inner = self.candidates[number]
            if inner.span.end > candidate.span.end and inner.acronym == "":
                return None
            if _bears_a_country(inner) and candidate.span.covers(Span(inner.span.start, inner.span.start + 1)):
                return inner
        return None

    def _assign(self, number: int, entity: Entity) -> None:
        candidate = self.candidates[number]
        self.assigned[number] = entity
        entity.add(candidate, None if candidate.kind == "person" and is_former(candidate) else self.side(candidate))

    def _states(self) -> None:
        for number, candidate in enumerate(self.candidates):
            if candidate.known is not None and not (self._is_place(candidate) or self._is_medium_of(candidate)):
                known = candidate.known
                entity = self.registry.keyed(known.name, known.kind, known.name)
                entity.side = entity.side or known.side or (known.name if known.kind == "state" and not known.shared else None)
                self._assign(number, entity)
            elif candidate.form == "adjective" and len(candidate.sides) == 1:
                entity = self.registry.keyed(candidate.sides[0], "state", candidate.sides[0])
                entity.side = candidate.sides[0]
                self._assign(number, entity)

    def _is_medium_of(self, candidate: Candidate) -> bool:
        """True for where something was written: "sur Telegram"."""
        token = self.annotated.token_at(candidate.span.start)
        return candidate.kind == "organisation" and token is not None and token.i > 0 and self.annotated.tokens[token.i - 1].lower == "sur"

    def _full_names(self) -> None:
        """People named in full, so that "M. Kuleba" finds "Dmytro Kuleba" even before it."""
        order = sorted(range(len(self.candidates)), key=lambda n: (-len(name_words(self.candidates[n].name)), n))
        for number in order:
            candidate = self.candidates[number]
            named = number not in self.assigned and candidate.kind == "person" and candidate.form == "name"
            if named and len(name_words(candidate.name)) > 1 and not self._is_place(candidate):
                self._assign(number, self.registry.add_person(candidate))

    def _aliases(self) -> None:
        """Second names, under which people are found from the first: "Juan Luis Mora, dit « Timo »", "Awa Sow, alias Mama Benz"."""
        for number, (first, second) in enumerate(itertools.pairwise(self.candidates)):
            person = (first.kind == "person" or _looks_full(first)) and first.form == second.form == "name" and second.known is None
            if person and self._is_alias(first, second):
                entity = self.registry.add_person(first)
                entity.name = first.name
                self._assign(number, entity)
                self.registry.call(entity, second.name)
                self._assign(number + 1, entity)

    def _is_alias(self, first: Candidate, second: Candidate) -> bool:
        """True when nothing but "alias", "dit", "plus connu sous le nom de" stands between two names."""
        if first.sentence != second.sentence or " " not in first.name:
            return False
        between = {fold(t.text) for t in self.annotated.tokens_in(Span(first.span.end, second.span.start)) if t.pos != "PUNCT"}
        return bool(between & group("aliases")) and between <= group("aliases") | group("alias_links")

    def _is_place(self, candidate: Candidate) -> bool:
        """True for a name that the text uses as that of a place."""
        if candidate.noun is not None or candidate.civil:
            return False
        at = bisect_right(self.starts, candidate.span.start) - 1
        if at < 0 or candidate.span.start >= self.places[at].end:
            return False
        return self.places[at].covers(candidate.span) or candidate.acronym != ""

    def _short_names(self) -> None:
        """Names of one word: a person's if somebody bears it or a title precedes; else a body's, unless a place."""
        bodies = {fold(c.name) for c in self.candidates if c.kind == "organisation" and c.form == "name" and c.name}
        for number, candidate in enumerate(self.candidates):
            if number in self.assigned or candidate.form != "name" or candidate.known is not None or not candidate.name:
                continue
            entity = self._short(number, bodies)
            if entity is not None:
                self._assign(number, entity)

    def _short(self, number: int, bodies: set[str]) -> Entity | None:
        candidate = self.candidates[number]
        person = self.registry.person(candidate) if candidate.kind in ("", "person") else None
        if person is not None or self._is_place(candidate):
            return person
        if candidate.kind == "person" and (candidate.civil or candidate.noun is not None):
            return self.registry.add_person(candidate)
        initials = self._by_initials(candidate)
        if initials is not None:
            return initials
        if candidate.kind == "organisation" or fold(candidate.name) in bodies:
            return self._called(candidate)
        if (speaks(self.annotated, candidate) or is_aged(self.annotated, candidate)) and not candidate.name.isupper():
            town = fold(candidate.name) in self.towns
            return self.registry.keyed(fold(candidate.name), "organisation") if town else self.registry.add_person(candidate)
        if self._is_titled(number):
            return self.registry.add_person(candidate)
        if not is_subject(self.annotated, candidate):
            return None
        return self.registry.add_person(candidate) if _looks_full(candidate) else self.registry.keyed(fold(candidate.name), "organisation")

    def _is_titled(self, number: int) -> bool:
        """True for the one word that somebody is known by, between commas behind a title: "le chef de la guérilla, Sokolo, a signé"."""
        candidate, text = self.candidates[number], self.annotated.document.text
        if candidate.name.isupper() or text[candidate.span.end : candidate.span.end + 1] not in (",", "."):
            return False
        before = (c for c in self.candidates[max(0, number - _NEAR) : number] if c.kind == "person" and c.phrase and not c.name and not c.plural)
        return any(text[c.span.end : candidate.span.start] == ", " for c in before)

    def _called(self, candidate: Candidate) -> Entity:
        """The body of that name, or of the acronym behind it: "Barisan Nasional (BN)"."""
        bare = fold(bare_name(candidate.name))
        own = bare if bare in self.bare else fold(candidate.name)
        keys = [own, *([_known_key(candidate.acronym)] if candidate.acronym else [])]
        entity = next((self.registry.by_key[key] for key in keys if key in self.registry.by_key), None)
        entity = entity or self.registry.keyed(keys[0], "organisation")
        for key in keys:
            self.registry.by_key.setdefault(key, entity)
        return entity

    def _by_initials(self, candidate: Candidate) -> Entity | None:
        """The person whom a text calls by initials: "JPR" for Jean-Paul Roy."""
        if len(candidate.name) < 3 or not candidate.name.isupper():
            return None
        people = (e for e in self.registry.entities if e.kind == "person")
        return next((e for e in people if any(_initials(s) == candidate.name for s in e.spellings)), None)

    def _bodies(self) -> None:
        """Bodies named by a phrase ("armée zambienne", "Union du peuple (UP)"), and unnamed groups."""
        for number, candidate in enumerate(self.candidates):
            if number in self.assigned or candidate.kind != "organisation" or not candidate.phrase:
                continue
            side = self.side(candidate)
            if (
                candidate.noun is not None
                and candidate.noun.part == "state"
                and side is not None
                and state(side) is not None
                and not (candidate.plural or _rules_a_part(candidate))
            ):
                entity = self.registry.by_key.get(side) or self.registry.keyed(side, "state", side)
                self.candidates[number] = replace(candidate, form="metonym", phrase="")
                self._assign(number, entity)
            elif candidate.form == "name":
                self._assign(number, self._body(candidate))

    def _body(self, candidate: Candidate) -> Entity:
        """The body that a phrase names; one that the text also calls by its bare name or its acronym is the same."""
        short = _initials_of(candidate.phrase)
        keys = [key for key in (_known_key(candidate.acronym), fold(candidate.name), short if short in self.acronyms else "") if key]
        entity = next((self.registry.by_key[key] for key in keys if key in self.registry.by_key), None)
        entity = entity or self.registry.keyed(phrase_key(candidate.phrase), "organisation")
        for key in keys:
            self.registry.by_key.setdefault(key, entity)
        return entity

    # freezing

    def _frozen(self, discourse: Discourse) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
        """The actors by first mention, and the mentions; a passage that means two actors ("les deux camps") is a mention of each."""
        names = self._names()
        for entity_number, side in allegiances(discourse, names).items():
            self.registry.entities[entity_number].side = side
        self._name_sides(names)
        told = {number: (entity,) for number, entity in self.assigned.items()} | discourse.shared
        actors: dict[int, Actor] = {}
        mentions = []
        for number in sorted(told):
            candidate = self.candidates[number]
            for entity in told[number]:
                if entity.number not in actors:
                    actors[entity.number] = self._actor(entity, names[entity.number])
                mentions.append(Mention(candidate.span, actors[entity.number].id, candidate.form, candidate.head))
        return tuple(actors.values()), tuple(mentions)

    def _name_sides(self, names: dict[int, str]) -> None:
        """Calls the bodies that people act for by the names that they have: not "CMT" but "Conseil militaire de transition (CMT)"."""
        called: dict[str, str] = {}
        for entity in self.registry.entities:
            if entity.kind == "organisation":
                for spelling in (*entity.spellings, *entity.phrases, entity.acronym):
                    called.setdefault(spelling, names[entity.number])
        for entity in self.registry.entities:
            if entity.side is not None and state(entity.side) is None:
                entity.side = called.get(entity.side, entity.side)

    def _names(self) -> dict[int, str]:
        """The name of each actor, a body told of inside it spelt out ("source au sein du mouvement" -> "source au sein du Front du Fleuve")."""
        names = {entity.number: entity.name or name_of(entity) for entity in self.registry.entities}
        spelt = dict(names)
        for number, candidate in enumerate(self.candidates):
            entity = self.assigned.get(number)
            if entity is not None and candidate.phrase != "" and candidate.phrase == names[entity.number]:
                spelt[entity.number] = self._spelt_out(number, names)
        return spelt

    def _spelt_out(self, number: int, names: dict[int, str]) -> str:
        """A phrase that ends with a bare "mouvement", "ministère" or "armée", with the name that this stands for."""
        whole = self.candidates[number]
        for at in range(number + 1, min(len(self.candidates), number + 8)):
            inner, entity = self.candidates[at], self.assigned.get(at)
            if inner.span.start >= whole.span.end:
                break
            bare = inner.form == "title" and inner.kind == "organisation" and inner.noun is not None and " " not in inner.phrase
            if bare and entity is not None and inner.span.end == whole.span.end and entity.kind == "organisation":
                name = names[entity.number]
                if fold(name).startswith(fold(inner.phrase)) or (inner.noun is not None and inner.noun.named and entity.spellings):
                    return whole.phrase.removesuffix(inner.phrase) + name
        return whole.phrase

    def _actor(self, entity: Entity, name: str) -> Actor:
        first = min(entity.members, key=lambda c: (c.span.start, -c.span.end))
        roles = tuple(dict.fromkeys(p for p in entity.phrases if p != name)) if entity.kind == "person" else ()
        # "russo-ukrainien" and "Suède-Norvège" are the first mention of two
        shared = [name] if first.form == "adjective" or (first.known is not None and _is_joined(first)) else []
        actor_id = content_id("actor", self.annotated.document.id, first.span.start, first.span.end, *shared)
        return Actor(actor_id, name, entity.kind, roles, entity.side)


def _is_joined(candidate: Candidate) -> bool:
    """True for one of two states that a hyphen joins: its own name is shorter than the word."""
    return candidate.form == "name" and candidate.acronym == "" and len(candidate.name) < len(candidate.span)


def _bears_a_country(candidate: Candidate) -> bool:
    """True for a party or movement whose name holds a country's, which is not its side: "Parti des travailleurs de Zambie (PTZ)"."""
    if candidate.form != "name" or candidate.kind != "organisation" or candidate.known is not None:
        return False
    fights = bool(group("causes") & set(cut(candidate.phrase)))
    return candidate.acronym != "" if candidate.noun is None else fights or candidate.noun.lemma in group("movements")


def _initials_of(phrase: str) -> str:
    """The first letters of the words of a body's name that count: "Haut Conseil d'État" -> "hce"."""
    return "".join(w[0] for w in cut(phrase) if w not in _SMALL)


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.replace("-", " ").split() if part[0].isupper())


def _known_key(acronym: str) -> str:
    """The key of the actor that an acronym means: a known organisation's name ("Cédéao") or the acronym itself."""
    known = known_names().at(cut(acronym), 0) if acronym else None
    return known.value.name if known is not None and known.value.kind == "organisation" else fold(acronym)


def _looks_full(candidate: Candidate) -> bool:
    """True for a first and a last name, though the tagger takes the first for a common noun ("Florence Morel")."""
    words = candidate.name.split()
    return candidate.kind == "" and len(words) > 1 and all(w[0].isupper() and not w.isupper() for w in words) and noun(words[0]) is None


def _is_demonym(word: str, stem: str) -> bool:
    """True for "marikandaise" beside the stem of Marikand."""
    return word.startswith(stem) and word[len(stem) :].removesuffix("s") in group("demonym_endings")


def _rules_a_part(candidate: Candidate) -> bool:
    """True for a government that is not its state's: "gouvernement régional", "gouvernement du Kurdistan zambien", "gouvernement rebelle"."""
    if candidate.noun is None or candidate.noun.part != "state":
        return False
    words = candidate.phrase.split()[1:]
    region = any(name[0].isupper() and states_of(adjective) for name, adjective in itertools.pairwise(words))
    return region or bool(group("subnational") & set(cut(candidate.phrase)[1:]))


def _settled(candidate: Candidate, named: set[str]) -> Candidate:
    """The passage with the state that it means, of those that its words may mean: "le Congo" of a text that names one of the two Congos only."""
    sides = _settle(candidate.sides, named)
    if candidate.known is not None and candidate.known.shared:
        return replace(candidate, sides=sides, known=known_state(sides[0]) if len(sides) == 1 else candidate.known)
    return replace(candidate, sides=sides)


def _settle(sides: tuple[str, ...], named: set[str]) -> tuple[str, ...]:
    """Of the states that an adjective may mean, the ones that the text names, if it names one of them only."""
    if len(sides) < 2:
        return sides
    kept = tuple(s for s in sides if s in named)
    return kept if len(kept) == 1 else sides
