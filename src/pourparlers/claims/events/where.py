"""The most precise place that belongs to an event's words."""

from collections.abc import Callable, Iterable

from pourparlers.claims.events.brokers import HOSTING
from pourparlers.claims.events.forms import word_lemmas
from pourparlers.claims.events.lexicon import domains
from pourparlers.claims.events.reach import Reach, befalling, time_before
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.standing import ON_THE_GROUND
from pourparlers.claims.events.triggers import Hit
from pourparlers.claims.events.when import compares
from pourparlers.claims.particles import CLOSING, OF_THE
from pourparlers.model.annotated import Sentence, Token
from pourparlers.model.claim import SPOKEN
from pourparlers.model.mention import Place, PlaceMention

_PRECISION = {"city": 0, "area": 1, "region": 2, "country": 3}
#: Types of deeds that are done to a place.
_UPON_PLACES = frozenset(("attack", "capture", "movement", "displacement", "sanction", "corridor"))
#: A place whence something comes, or by which, is not where it happens.
_WHENCE = frozenset(("depuis", "via"))
#: A participle stands so many words from the place that it qualifies, at most.
_ANTECEDENT = 5
_AGAINST = frozenset(("contre", "sur"))
_IN = frozenset(("à", "au", "aux", "en", "dans"))
#: So far before a place stands the noun of demands, or "autour".
_DEMAND_WITHIN = 3
#: Types of what is held about a country elsewhere: "un sommet sur la situation au Zormel".
_ABOUT = frozenset(("call", "meeting", "vote"))
#: So far before "au Zormel" stands the noun of what goes on there.
_TOPIC_WITHIN = 4
#: So far before a verb stands the "où" that leads to it.
_WHERE_WITHIN = 8
#: Power is seized in a country: that of the story, where the text names none.
_COUP = "capture.coup"
#: So many words into a sentence, a place still opens it.
_OPENING = 5
_VISIT = "meeting.visit"
#: So far before a town stands what is in it.
_BUILDING_WITHIN = 5
_CONTINENTS = frozenset(("Afrique", "Amérique", "Asie", "Europe", "Océanie"))
#: What a town may lend its roof to.
_HELD_THERE = frozenset(("agreement", "meeting"))
#: So many words, from the bracket on, tell the time elsewhere: "(8 heures à Karlstad".
_CLOCK = 4
_WITHIN = frozenset(("à", "au", "aux", "dans", "en", "près"))
_ENDS = CLOSING | {";", ":"}
#: What leads to another event, with a place of its own: "la ville est tombée, deux jours avant la réunion à Karlstad".
_ELSEWHEN = frozenset(("après", "avant", "lendemain", "veille"))
#: So far behind "déplacée" stands the town that a meeting was moved to, and behind "retirer" the land that troops leave.
_MOVED_WITHIN, _LEFT_WITHIN = 4, 8
_WITHDRAWAL = "movement.withdrawal"
_DOERS = frozenset(("par", "entre", "et", "avec", "selon"))


def places_of(scene: Scene, sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """The first and last tokens of the places of a sentence where something may happen."""
    spans: dict[PlaceMention, list[int]] = {}
    for i in range(sentence.first, sentence.last):
        place = scene.places.get(i)
        if place is not None and not names_an_actor(scene, i, place) and not _of_clock(scene, i) and not _of_one_before(scene, sentence, i):
            spans.setdefault(place, []).append(i)
    return tuple((found[0], found[-1]) for found in spans.values())


def _of_clock(scene: Scene, i: int) -> bool:
    """True for a place that tells by which clock: "10 heures, heure de Karlstad", "9 heures (8 heures à Karlstad)"."""
    words = [t.lower for t in scene.annotated.tokens[max(0, i - _CLOCK) : i]]
    return words[-2:] in (["heure", "de"], ["heure", "d'"]) or (words[-1:] == ["à"] and words[-2:-1] in (["heures"], ["heure"]) and words[0] == "(")


def _of_one_before(scene: Scene, sentence: Sentence, i: int) -> bool:
    """True for the place of what something is the first since: "la rencontre, la première depuis celle de mai à Karlstad, a duré une heure"."""
    time = time_before(scene, i)
    return time is not None and compares(scene, sentence, time)


def names_an_actor(scene: Scene, i: int, place: PlaceMention) -> bool:
    """True for a place inside a longer name ("le gouvernement de Zormel"), a movement's name, or a capital that stands for its state; not for where
    some people are ("des hommes armés à Karlstad")."""
    actor = scene.actors.get(i)
    if actor is None:
        return False
    kind = scene.context.mentions.actor(actor.actor).kind
    if kind == "group" and _preposition(scene, scene.annotated.tokens_in(place.span)[0].i) in _IN:
        return False
    return kind != "state" or len(actor.span) > len(place.span) + 4


def where_of(scene: Scene, hit: Hit, reach: Reach, owners: Iterable[int], heard: Callable[[int], bool]) -> Place | None:
    """The place of an event. owners: the words whose places are the event's. heard: True for the place at a token unless it is where somebody
    else tells of the event ("à Genève, l'organisation a fait état de dix morts").

    A state that acts is no place; one that is invaded, fled or put under an embargo is.
    """
    own = {hit.head.i, *hit.words, *hit.joined}
    firsts = [first for owner in owners for first in reach.owned.get(owner, ()) if heard(first) and _may_hold(scene, hit, first, own=owner in own)]
    found = [first for first in firsts if not scene.places[first].metonym or _is_site(scene, hit, first)]
    at = [first for first in found if _preposition(scene, first) not in _WHENCE] or found
    held = _antecedent(scene, hit) or _led_from(scene, hit) or _moved_to(scene, hit) or _left(scene, hit) or _befallen(scene, hit)
    if held is not None:
        return held.place
    at = [first for first in at if not _beyond_its_target(scene, hit, at, first)]
    if at:
        return scene.places[min(at, key=lambda first: (_precision(scene.places[first]), _only_named(scene, hit, first)))].place
    beyond = _further_on(scene, hit) or _at_opening(scene, hit, heard)
    if beyond is not None:
        return beyond.place
    return scene.home if hit.kind.kind == _COUP else None


def _only_named(scene: Scene, hit: Hit, first: int) -> bool:
    """True for the town by which a meeting goes, which may be held in another: "le dialogue de Karlstad se tient à Oslo"."""
    return hit.kind.type in _HELD_THERE and _preposition(scene, first) in OF_THE


def _moved_to(scene: Scene, hit: Hit) -> PlaceMention | None:
    """Where a meeting was moved: "la réunion, prévue à Karlstad, puis déplacée à Oslo"."""
    if hit.kind.type not in _HELD_THERE:
        return None
    sentence = scene.sentence(hit.head)
    for token in scene.annotated.tokens[hit.last + 1 : sentence.last]:
        if scene.has_word("moved", token.i, token.i + 1):
            near = range(token.i + 1, min(sentence.last, token.i + 1 + _MOVED_WITHIN))
            return next((scene.places[i] for i in near if i in scene.places and _preposition(scene, i) in _IN), None)
        if token.text in _ENDS:
            return None
    return None


def _left(scene: Scene, hit: Hit) -> PlaceMention | None:
    """Whence somebody takes troops or people away: "retirer deux mille soldats du Zormel", "évacuer cent civils de Karlstad"."""
    if not hit.verbal or hit.passive or not (hit.kind.kind == _WITHDRAWAL or hit.kind.type == "corridor"):
        return None
    sentence = scene.sentence(hit.head)
    for i in range(hit.last + 1, min(sentence.last, hit.last + 1 + _LEFT_WITHIN)):
        if i in scene.places and _preposition(scene, i) in OF_THE and i not in (t.i for t in scene.annotated.dependents(hit.head, "obj")):
            return scene.places[i]
        if i in scene.predicates or scene.annotated.tokens[i].text in _ENDS:
            return None
    return None


def _befallen(scene: Scene, hit: Hit) -> PlaceMention | None:
    """The place that a verb says a deed befell: "Karlstad a été le théâtre d'un attentat", "des heurts ont secoué Karlstad"."""
    verb = befalling(scene, hit)
    if verb is None:
        return None
    told = (t for t in scene.annotated.dependents(verb, "nsubj", "nsubj:pass", "obj") if t.i != hit.head.i)
    return next((place for t in told for place in (_place_of(scene, t),) if place is not None), None)


def _place_of(scene: Scene, noun: Token) -> PlaceMention | None:
    """The place that a word names, or that a noun of a locality has: "la région montagneuse du Zormel"."""
    if noun.i in scene.places:
        return scene.places[noun.i]
    if not scene.has_word("locality", noun.i, noun.i + 1):
        return None
    return next((scene.places[t.i] for t in scene.annotated.dependents(noun, "nmod", "appos") if t.i in scene.places), None)


def _further_on(scene: Scene, hit: Hit) -> PlaceMention | None:
    """The place of a deed that stands behind words which the tree takes for clauses: "affrontés à coups de bâtons cloutés, dans une vallée du
    Zormel", "abattue alors qu'elle marchait près de Karlstad"."""
    if hit.kind.type not in ON_THE_GROUND and hit.kind.kind != _VISIT:
        return None
    sentence = scene.sentence(hit.head)
    for i in range(hit.last + 1, sentence.last):
        place = scene.places.get(i)
        if place is not None and not place.metonym and not names_an_actor(scene, i, place) and lies_inside(scene, i):
            return None if _of_other_happening(scene, hit, i) else place
        if scene.annotated.tokens[i].text in _ENDS or scene.annotated.tokens[i].lower in _ELSEWHEN:
            return None
    return None


def _at_opening(scene: Scene, hit: Hit, heard: Callable[[int], bool]) -> PlaceMention | None:
    """The place that opens a sentence ("Au Zormel, …") and holds for what happens in it."""
    sentence = scene.sentence(hit.head)
    if hit.kind.type in SPOKEN:
        return None
    for i in range(sentence.first, min(sentence.last, sentence.first + _OPENING)):
        place = scene.places.get(i)
        if place is not None:
            told = _preposition(scene, i) in _IN and not place.metonym and not names_an_actor(scene, i, place) and heard(i)
            return place if told and i < hit.head.i else None
        if scene.annotated.tokens[i].pos not in ("ADP", "ADV", "DET", "PUNCT"):
            return None
    return None


def lies_inside(scene: Scene, first: int) -> bool:
    """True after a preposition that tells where something is, be it before a noun that the place has ("dans une vallée du Zormel")."""
    sentence = scene.annotated.sentences[scene.annotated.tokens[first].sentence]
    for token in reversed(scene.annotated.tokens[max(sentence.first, first - 8) : first]):
        if token.lower in _WITHIN:
            return True
        if token.pos not in ("DET", "ADJ", "NOUN", "PROPN") and token.lower not in OF_THE and not token.has("VerbForm=Part"):
            return False
    return False


def _beyond_its_target(scene: Scene, hit: Hit, at: list[int], first: int) -> bool:
    """True for a place after another verb, where the event's noun has its target ("les frappes contre la ville, et a fermé le port de Zormel")."""
    if hit.verbal or hit.kind.type not in _UPON_PLACES or not any(_preposition(scene, other) in _AGAINST for other in at if other != first):
        return False
    return any(hit.last < i < first for i in scene.predicates_in(scene.sentence(hit.head)))


def _led_from(scene: Scene, hit: Hit) -> PlaceMention | None:
    """The place that "où" takes up before a verb: "à Karlstad, où il a rencontré les rebelles"."""
    if hit.group is None:
        return None
    tokens, first = scene.annotated.tokens, scene.sentence(hit.head).first
    for i in range(hit.group.first.i - 1, max(first, hit.group.first.i - _WHERE_WITHIN) - 1, -1):
        if tokens[i].lower == "où":
            before = i - 1 if tokens[i - 1].text != "," else i - 2
            return scene.places.get(before) if before >= first else None
        if i in scene.predicates or tokens[i].text == ",":
            return None
    return None


def _antecedent(scene: Scene, hit: Hit) -> PlaceMention | None:
    """The place right before a participle of a deed done to places: "la vallée, occupée depuis 1967 par l'armée"."""
    if hit.group is None or not hit.passive or hit.group.mood != "participle" or hit.kind.type not in _UPON_PLACES:
        return None
    for token in reversed(scene.annotated.tokens[max(scene.sentence(hit.head).first, hit.head.i - _ANTECEDENT) : hit.head.i]):
        if token.i in scene.places:
            return scene.places[token.i]
        if token.pos not in ("PUNCT", "ADJ", "ADV", "CCONJ") and not scene.has_word("locality", token.i, token.i + 1):
            return None
    return None


def _may_hold(scene: Scene, hit: Hit, first: int, *, own: bool) -> bool:
    """False for a place that a noun of another word's has ("la crise au Zormel a fait l'objet d'un sommet"), for wars but where they are waged, and
    for acts of speech but in a town."""
    if _names_accord(scene, hit, first) or (hit.kind.type in _ABOUT and _of_topic(scene, first)):
        return False
    if _of_demand(scene, first) or (hit.kind.type == "movement" and _around_capital(scene, first)):
        return False
    if hit.kind.kind == "attack.war":
        return own and _preposition(scene, first) in _IN
    if hit.kind.type == "sanction" and _stands_for_state(scene, first):
        return False
    if is_continent(scene.places[first]) and _preposition(scene, first) not in _IN:
        return False  # "la plus grande centrale d'Europe"
    if not own and _of_other_happening(scene, hit, first):
        return False
    if hit.kind.type in SPOKEN:
        return scene.places[first].place.precision == "city" and _preposition(scene, first) in _IN
    return own or hit.verbal or not _of_another_noun(scene, hit, first)


def _of_demand(scene: Scene, first: int) -> bool:
    """True for whose demands they are: "s'il satisfait aux exigences de Karlstad"."""
    return _preposition(scene, first) in OF_THE and scene.has_word("demand", max(0, first - _DEMAND_WITHIN), first)


def _around_capital(scene: Scene, first: int) -> bool:
    """True for "les forces massées autour de la capitale", which a text on two states may mean of either."""
    tokens = scene.annotated.tokens
    return tokens[first].lower == "capitale" and any(t.lower == "autour" for t in tokens[max(0, first - _DEMAND_WITHIN) : first])


def is_continent(place: PlaceMention) -> bool:
    """True for a part of the world that tells nothing of where a deed was done: "l'Europe", "l'Afrique de l'Ouest"."""
    return place.place.precision == "region" and place.place.name.split(" ", 1)[0] in _CONTINENTS


def _stands_for_state(scene: Scene, first: int) -> bool:
    """True for whom sanctions strike: "un embargo sur Karlstad" where that is a government, "des sanctions contre Karlstad" always."""
    preposition = _preposition(scene, first)
    return preposition in _AGAINST and (scene.places[first].metonym or (preposition == "contre" and scene.places[first].place.precision == "city"))


def _of_other_happening(scene: Scene, hit: Hit, first: int) -> bool:
    """True for the place of something else that the sentence names: "à la veille de la visite à Oslo"."""
    before = [t for t in scene.annotated.tokens[max(0, first - 3) : first] if t.pos != "DET"]
    if len(before) < 2 or before[-1].lower not in _IN or before[-2].i in (hit.head.i, *hit.words, *hit.joined):
        return False
    return any(scene.has_word(domain, before[-2].i, before[-2].i + 1) for domain in ("happening", "trip"))


def _names_accord(scene: Scene, hit: Hit, first: int) -> bool:
    """True for a place by which an accord goes that something else is told of: "les violations de l'accord de Karlstad"."""
    before = [t for t in scene.annotated.tokens[max(0, first - 4) : first] if t.pos != "DET"]
    if not before or before[-1].lower not in OF_THE:
        return False
    named = [t for t in before[:-1] if domains()["accord"].intersection(word_lemmas(t)) or t.lower == "processus"]
    return bool(named) and named[-1].i not in (hit.head.i, *hit.words, *hit.joined)


def _of_topic(scene: Scene, first: int) -> bool:
    """True for a country of which one speaks: "un sommet sur le Zormel", "au sujet de la crise au Zormel"."""
    if scene.places[first].place.precision == "city":
        return False
    before = [t for t in scene.annotated.tokens[max(0, first - _TOPIC_WITHIN) : first] if t.pos != "DET"]
    if not before or before[-1].pos != "ADP":
        return False
    return before[-1].lower == "sur" or (len(before) > 1 and scene.has_word("topic", before[-2].i, before[-2].i + 1))


def _of_another_noun(scene: Scene, hit: Hit, first: int) -> bool:
    """True for a place before the event's noun that hangs on a noun which names no locality."""
    head = scene.annotated.tokens[scene.annotated.tokens[first].head]
    named = head.pos == "NOUN" and head.i < first and head.i not in scene.times  # not "vendredi" in "vendredi à Oslo"
    return first < hit.head.i and named and not scene.has_word("locality", head.i, head.i + 1)


def _acted_upon(scene: Scene, hit: Hit, first: int) -> bool:
    """True for a state after the words of a deed that is done to a place, unless "par", "entre" or "et" make it one who does it."""
    doers = _DOERS - {"avec"} if hit.kind.type == "sanction" else _DOERS
    preposition = _preposition(scene, first)
    behind = first > hit.head.i and (hit.verbal or preposition != "") and preposition not in doers
    return hit.kind.type in _UPON_PLACES and hit.kind.roles != "sides" and behind


def _is_site(scene: Scene, hit: Hit, first: int) -> bool:
    """True where a name that may stand for a government tells where something was done all the same."""
    return _acted_upon(scene, hit, first) or _lends_roof(scene, hit, first) or _of_building(scene, first)


def _of_building(scene: Scene, first: int) -> bool:
    """True for the town of "un hôtel de luxe de Karlstad", "l'aéroport international de Karlstad"."""
    before = scene.annotated.tokens[max(0, first - _BUILDING_WITHIN) : first]
    if not before or before[-1].lower not in OF_THE or scene.places[first].place.precision != "city":
        return False
    return any(scene.has_word("building", t.i, t.i + 1) for t in before) and not any(t.i in scene.predicates for t in before)


def _lends_roof(scene: Scene, hit: Hit, first: int) -> bool:
    """True for a capital that is told of as the place of a meeting: "Oslo a accueilli une rencontre"."""
    place = scene.annotated.tokens[first]
    verb = scene.annotated.tokens[place.head]
    return hit.kind.type in _HELD_THERE and place.dep.startswith("nsubj") and verb.i > first and verb.lemma in HOSTING


def _preposition(scene: Scene, first: int) -> str:
    """The preposition or conjunction before a place, beyond its article; "" for none."""
    for token in reversed(scene.annotated.tokens[max(0, first - 3) : first]):
        if token.pos in ("ADP", "CCONJ"):
            return token.lower
        if token.pos not in ("DET", "ADJ", "NOUN"):
            return ""
    return ""


def _precision(place: PlaceMention) -> int:
    """How vague a place is. A region of no country is larger than any ("l'Europe", "le Sahel")."""
    if place.place.precision == "region" and place.place.country is None:
        return len(_PRECISION)
    return _PRECISION.get(place.place.precision, 1)
