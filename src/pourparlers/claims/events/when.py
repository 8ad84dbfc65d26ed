"""The day of the fact: of the times that belong to an event's words, never the day of the claim."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from pourparlers.claims.events.listed import beside
from pourparlers.claims.events.office import is_since_in_office, since_in_power
from pourparlers.claims.events.operators import Governor, effect_at, qualifiers
from pourparlers.claims.events.reach import Reach
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.standing import MADE, RENDEZVOUS
from pourparlers.claims.events.surroundings import ordinals
from pourparlers.claims.events.triggers import Hit
from pourparlers.claims.headed import heading_time
from pourparlers.claims.particles import NOT, OF_THE, THAT, TO_THE
from pourparlers.claims.voices import Voices
from pourparlers.model.annotated import Sentence, Token
from pourparlers.model.claim import When
from pourparlers.model.text import Span
from pourparlers.model.time import Time

#: So many words may stand between "lendemain" and the noun it counts from ("au lendemain de la deuxième grande").
_COUNTED_BEFORE = 5
#: A time that opens a sentence holds for all of it.
_OPENING = 4
_BEFORE_OPENING = frozenset(("ADP", "DET", "ADV", "CCONJ", "PUNCT"))
#: Acts that are done at a stroke: nothing is offered or signed "depuis lundi".
_AT_ONCE = frozenset(("agreement", "call", "proposal", "rejection", "threat", "vote"))
#: Effects of words that tell that something is over.
_OVER = frozenset(("cancel", "end"))
#: What joins the times of a list, and what may stand beside it.
_LISTING = frozenset((",", "et", "puis"))
#: So far before a time may stand what it compares.
_COMPARED = 14
_DAY, _YEAR = len("2022-03-03"), len("2022")
#: So far behind an armistice it is told to end a war.
_ARMISTICE, _END, _ENDING_WITHIN = "ceasefire.declared", "fin", 5
_WAR = "attack.war"
#: What stands before the year that a war is called after.
_NAMING = frozenset(("de", "d'", "d’", "du", "en"))
_SINCE = frozenset(("depuis",))
_OFFICES = frozenset(("ministre", "ministres", "vice-premier"))
_MOST = frozenset(("la", "le", "les", "leur", "sa", "ses", "son"))
_TO = frozenset(("à", "au", "-", "–", "—", "jusqu'", "jusqu’", "jusqu'à", "jusqu'en", "en"))
_BOTH = frozenset(("et", "le", "la", "les"))
#: How the adverbial opens that tells where words were said, and how long it may be.
_ON_OCCASION, _OCCASION = frozenset(("dans", "devant", "lors")), 20
#: Between "ne" and "que" stand so many words.
_ONLY_WITHIN = 7
_LIST_WORDS = frozenset(("le", "la", "l'", "en", "de", "du", "les", "(", ")"))


def times_of(scene: Scene, sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """The first and last tokens of the times of a sentence that denote days."""
    spans: dict[int, list[int]] = {}
    for i in range(sentence.first, sentence.last):
        number = scene.times.get(i)
        told = number is not None and _denotes_days(scene.time(number))
        if number is not None and told and not compares(scene, sentence, i) and not is_since_in_office(scene, sentence, number):
            spans.setdefault(number, []).append(i)
    return tuple((found[0], found[-1]) for found in spans.values())


def compares(scene: Scene, sentence: Sentence, i: int) -> bool:
    """True for a time since which something is the first or the most of its kind: "la première visite depuis 2019", "le plus violent depuis mai"."""
    if scene.time(scene.times[i]).bound != "since":
        return False
    first = max(sentence.first, i - _COMPARED)
    words = [t.lower for t in scene.annotated.tokens[first : i + 1]]
    since = max((n for n, word in enumerate(words) if word in _SINCE), default=0)
    ranked = any(word.rstrip("s") in ordinals() and words[n + 1] not in _OFFICES for n, word in enumerate(words[:since]))
    return ranked or any(pair[0] in _MOST and pair[1] == "plus" for pair in pairwise(words[:since]))


def _denotes_days(time: Time) -> bool:
    """True for a time that denotes days, known or still to be found ("jeudi" in an article without a date)."""
    if time.start is not None or time.end is not None:
        return time.kind != "SET"
    return time.kind in ("DATE", "TIME") and not time.vague and time.value is None


def whens_of(scene: Scene, reach: Reach, owners: Iterable[int], hit: Hit, voices: Voices) -> tuple[When, ...]:
    """The days of an event; several for one told of several days ("trois guerres (2008, 2012 et 2014)"); empty when none is told.

    owners: the words whose times are the event's, the nearest first. voices: who tells what; a time outside the reported words that tell the
    event is the day of the report.
    """
    told = since_in_power(scene, hit.head) if hit.kind.type == "capture" else None
    implied = implied_day(scene, hit.head) if told is None else told
    if implied is not None:
        return (days(scene.time(implied), implied),)
    chain = voices.at(hit.span)
    for owner in _nearest_told(scene, reach, owners, hit):
        reported = bool(chain) and not _sets_down(scene, owner, hit, voices)
        mine = [first for first in reach.owned.get(owner, ()) if not reported or voices.at(scene.time(scene.times[first]).span)]
        if hit.kind.type in _AT_ONCE:
            mine = [first for first in mine if scene.time(scene.times[first]).bound != "since"]
        mine = [first for first in mine if _only_then(scene, first)] or mine
        if mine:
            moved = effect_at(scene, scene.annotated.tokens[owner]) == "postpone"
            numbers = _finest(scene, _listed(scene, _day_within(scene, [scene.times[first] for first in mine])))
            one = hit.kind.type in RENDEZVOUS and not _each_placed(scene, numbers)
            found = _spread(scene, numbers, one=one, moved=moved)
            return tuple(map(_opened, found)) if hit.kind.lasts and not _names_war(scene, hit, numbers) else found
    return ()


def _sets_down(scene: Scene, owner: int, hit: Hit, voices: Voices) -> bool:
    """True for the article's own verb of what is done by words in quotation marks: "ils ont signé lundi un « accord de paix »"."""
    verb = scene.annotated.tokens[owner]
    return not hit.verbal and not voices.at(verb.span) and verb.i < hit.head.i and effect_at(scene, verb) == "hold"


def goes_by_year(scene: Scene, hit: Hit, above: Iterable[Governor]) -> bool:
    """True for what goes by the year in which it was made and is over now: "la suspension de l'accord de 2018"."""
    over = any(g.effect in _OVER and (g.group is None or g.group.tense != "pluperfect") for g in above)
    number = scene.times.get(hit.last + 2)
    return over and hit.kind.type in MADE and number is not None and scene.annotated.tokens[hit.last + 1].lower in OF_THE


def _nearest_told(scene: Scene, reach: Reach, owners: Iterable[int], hit: Hit) -> tuple[int, ...]:
    """The owners in their order; a participle of the noun before a noun that only has the time which opens its sentence: "Quatre ans plus tôt, la
    trêve conclue en mai 2018 avait volé en éclats"."""
    told = tuple(owners)
    own = reach.owned.get(hit.head.i, ())
    if hit.verbal or not own or any(first > hit.head.i for first in own):
        return told
    finer = [t.i for t in qualifiers(scene, hit) if t.i in told and reach.owned.get(t.i)]
    return tuple(dict.fromkeys((*finer, *told)))


def _names_war(scene: Scene, hit: Hit, numbers: Sequence[int]) -> bool:
    """True for the month or year after which a war is called, which holds all of it: "la guerre de 1967", "la guerre des frontières en juin 1973"."""
    if hit.kind.kind != _WAR or hit.verbal or len(numbers) != 1:
        return False
    time = scene.time(numbers[0])
    held = scene.annotated.tokens_in(time.span)
    if time.bound or not held or held[0].i <= hit.last or len(time.start or "") == _DAY:
        return False
    between = scene.annotated.tokens[hit.last + 1 : held[0].i]
    leads = held[0].lower == "du" or (len(between) > 0 and between[-1].lower in _NAMING)
    return leads and not any(t.i in scene.predicates or t.pos == "PUNCT" for t in between)


def _opened(when: When) -> When:
    """The day on which something that lasts began."""
    return When(when.start, None, when.first, None) if when.start is not None and when.start == when.end else when


def implied_day(scene: Scene, noun: Token) -> int | None:
    """The number of the day that "au lendemain du bombardement" gives to the noun after it."""
    tokens = scene.annotated.tokens
    for i in range(noun.i - 1, max(scene.sentence(noun).first, noun.i - _COUNTED_BEFORE) - 1, -1):
        number = scene.times.get(i)
        if number is not None:
            after = number + 1
            return after if after < len(scene.context.dated.times) and scene.time(after).implied else None
        if tokens[i].pos not in ("ADP", "DET", "ADJ", "NUM"):
            return None
    return None


def _spread(scene: Scene, numbers: list[int], *, one: bool, moved: bool) -> tuple[When, ...]:
    """One When a time; or one from the first to the last, for one event that lasts ("le sommet des 1er et 2 octobre").

    moved: the event was put off "du 8 au 15 mai": that is no stretch of days.
    """
    if one and len(numbers) > 1:
        first, last = numbers[0], numbers[-1]
        return (When(scene.time(first).start, scene.time(last).end, first, last),)
    return tuple(dict.fromkeys((None if moved else stretch(scene, n)) or days(scene.time(n), n) for n in numbers))


def stretch(scene: Scene, number: int) -> When | None:
    """The days from a time to the next, or to it from the one before, where "à", "au" or a dash joins them, or "entre" and "et": "(1932-1935)",
    "de lundi à mardi", "entre mars et juin"."""
    return _from(scene, number) or (_from(scene, number - 1) if number else None)


def _from(scene: Scene, number: int) -> When | None:
    if number + 1 >= len(scene.context.dated.times):
        return None
    left, right = scene.time(number), scene.time(number + 1)
    between = [t.lower for t in scene.annotated.tokens_in(Span(left.span.end, right.span.start))] if left.span.end < right.span.start else []
    joined = _TO.issuperset(between) or (_BOTH.issuperset(between) and _after_between(scene, left))
    if not between or not joined or left.start is None or right.end is None or left.start > right.end:
        return None
    return When(left.start, right.end, number, number + 1)


def _after_between(scene: Scene, time: Time) -> bool:
    """True for the first of two times behind "entre": "entre le 3 et le 8 mars"."""
    held = scene.annotated.tokens_in(time.span)
    return bool(held) and any(t.lower == "entre" for t in scene.annotated.tokens[max(0, held[0].i - 2) : held[0].i])


def end_of_war(scene: Scene, hit: Hit) -> tuple[When, ...]:
    """The last year of the war that an armistice ends: "la guerre (1950-1953) a été close par un armistice", "l'armistice qui mit fin en 1953 aux
    combats"."""
    if hit.kind.kind != _ARMISTICE or hit.verbal:
        return ()
    tokens, sentence = scene.annotated.tokens, scene.sentence(hit.head)
    ending = next((t.i for t in tokens[hit.last + 1 : min(sentence.last, hit.last + 1 + _ENDING_WITHIN)] if t.lower == _END), None)
    for first, _ in times_of(scene, sentence):
        number = scene.times[first]
        war = _from(scene, number)
        if war is not None and len(war.end or "") == _YEAR and war.last is not None and scene.has_word("war", sentence.first, first):
            return (When(war.end, None, war.last, None),)
        if ending is not None and first > ending:
            return (_opened(days(scene.time(number), number)),)
    return ()


def _only_then(scene: Scene, first: int) -> bool:
    """True for the time behind "ne … que": "attendus lundi, ils n'arriveront que jeudi", "n'est entrée en vigueur que le 18"."""
    tokens, that = scene.annotated.tokens, first - 1
    while that > 0 and tokens[that].pos in ("ADP", "DET"):
        that -= 1
    near = tokens[max(scene.sentence(tokens[first]).first, that - _ONLY_WITHIN) : that]
    return tokens[that].lower in THAT and any(t.lower in NOT for t in near)


def _listed(scene: Scene, numbers: list[int]) -> list[int]:
    """The first of the times and those that stand with it in one list."""
    found = [numbers[0]]
    for step in (1, -1):
        number = numbers[0] + step
        while (number in numbers or _in_brackets(scene, number, number - step)) and _coordinated(scene, *sorted((number, number - step))):
            found.append(number)
            number += step
    return sorted(found)


def _each_placed(scene: Scene, numbers: list[int]) -> bool:
    """True for times that have a place each: "en février à Oslo et en mars à Lima"."""
    places = {None if place is None else place.name for place in (beside(scene, n) for n in numbers)}
    return len(numbers) > 1 and len(places) == len(numbers) and None not in places


def _day_within(scene: Scene, numbers: list[int]) -> list[int]:
    """The times of a word, a day before the longer time that holds it: "une semaine plus tard, ils se sont vus, mardi, à Oslo"."""
    nearest = scene.time(numbers[0])
    start, end = nearest.start or "", nearest.end or ""
    finer = next((n for n in numbers[1:] if start != (day := scene.time(n).start or "") == scene.time(n).end and len(day) == _DAY), None)
    if finer is None or not start or not end:
        return numbers
    day = scene.time(finer).start or ""
    return [finer, *(n for n in numbers if n != finer)] if start <= day[: len(start)] and day[: len(end)] <= end else numbers


def _finest(scene: Scene, numbers: list[int]) -> list[int]:
    """The times of a list without the week that holds its days: "la semaine passée, les 9 et 10 juin"."""
    spans = [(scene.time(n).start or "", scene.time(n).end or "") for n in numbers]
    days_of = [n for n, (start, end) in zip(numbers, spans, strict=True) if len(start) == _DAY and start == end]
    return days_of if len(days_of) > 1 else numbers


def _in_brackets(scene: Scene, number: int, other: int) -> bool:
    """True when two times stand in one pair of brackets, where parsers seldom see one list: "(1998, 2004, 2010)"."""
    if not 0 <= number < len(scene.context.dated.times):
        return False
    left, right = sorted((scene.time(number).span, scene.time(other).span))
    text, sentence = scene.annotated.document.text, scene.annotated.sentence_at(left.start)
    before = "" if sentence is None else text[sentence.start : left.start]
    return before.rfind("(") > before.rfind(")") and ")" not in text[left.end : right.start]


def _coordinated(scene: Scene, left: int, right: int) -> bool:
    """True when only a comma or "et" stands between two times, or names too where each time stands in brackets ("avec A (1979) et B (1994)"), or
    the town of the first ("en février à Oslo et en mars à Lima")."""
    start, end = scene.time(left).span.end, scene.time(right).span.start
    between = [t for t in scene.annotated.tokens_in(Span(start, end)) if t.start >= start and t.end <= end]
    bracketed = any(t.lower == ")" for t in between)
    placed = any(t.i in scene.places for t in between)
    words = {t.lower for t in between if not (bracketed and t.i in scene.actors) and t.i not in scene.places}
    return bool(words & _LISTING) and words <= _LISTING | _LIST_WORDS | (TO_THE if placed else frozenset())


def opening_time(scene: Scene, sentence: Sentence) -> int | None:
    """The number of the time that opens a sentence ("En mars 2012, …"), or that heads its entry in a live report or a chronology ("17h40. L'accord
    est signé", "31 août 1994. La trêve commence")."""
    for i in range(sentence.first, min(sentence.last, sentence.first + _OPENING)):
        number = scene.times.get(i)
        if number is not None and _denotes_days(scene.time(number)):
            return number
        if scene.annotated.tokens[i].pos not in _BEFORE_OPENING:
            break
    return heading_time(scene.annotated, scene.context.dated, sentence)


def occasion_time(scene: Scene, hit: Hit) -> int | None:
    """The number of the only time in the adverbial that opens a sentence and tells where its words were said: "Dans un communiqué publié lundi, le
    ministère a rejeté l'offre"."""
    sentence, tokens = scene.sentence(hit.head), scene.annotated.tokens
    if tokens[sentence.first].lower not in _ON_OCCASION:
        return None
    comma = next((i for i in range(sentence.first, min(sentence.last, sentence.first + _OCCASION)) if tokens[i].text == ","), sentence.last)
    if hit.head.i < comma or any(tokens[i].has("VerbForm=Fin") for i in range(sentence.first, comma)):
        return None
    numbers = {scene.times[i] for i in range(sentence.first, comma) if i in scene.times and _denotes_days(scene.time(scene.times[i]))}
    return numbers.pop() if len(numbers) == 1 else None


def days(time: Time, number: int) -> When:
    """The days that a time gives to an event: "depuis lundi" and "à partir de lundi" leave its end open, "d'ici fin mai" its start."""
    if time.bound in ("until", "before"):
        return When(end=time.end, last=number)
    if time.bound in ("since", "after") or (time.bound == "from" and time.direction != "past"):
        return When(start=time.start, first=number)
    return When(time.start, time.end, number, number)
