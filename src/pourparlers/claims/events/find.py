"""The events of a document: triggers, their arguments, their status, then one row an event."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pourparlers.claims.context import Context
from pourparlers.claims.events.brokers import convener, host, mediator
from pourparlers.claims.events.claimants import attribution, denier, is_denied, is_never, speaks_for
from pourparlers.claims.events.completed import completed
from pourparlers.claims.events.denials import with_denials
from pourparlers.claims.events.doers import in_person
from pourparlers.claims.events.drafts import Draft
from pourparlers.claims.events.elliptic import is_elliptic, round_before, with_rounds
from pourparlers.claims.events.lexicon import Kind, kinds
from pourparlers.claims.events.listed import of_one_day
from pourparlers.claims.events.matters import matter_of
from pourparlers.claims.events.mentioned import in_headline
from pourparlers.claims.events.merge import merged
from pourparlers.claims.events.news import dated_by_story
from pourparlers.claims.events.office import phrase_in_power
from pourparlers.claims.events.operators import Governor, effect_at, governors
from pourparlers.claims.events.passage import passage
from pourparlers.claims.events.publication import after_publication, before_publication
from pourparlers.claims.events.reach import Reach, owners_of, share_out, told_beside
from pourparlers.claims.events.roles import participants
from pourparlers.claims.events.rounds import round_of
from pourparlers.claims.events.salience import salient
from pourparlers.claims.events.scene import Scene, lay_out
from pourparlers.claims.events.setting import at_setting, talked_in
from pourparlers.claims.events.standing import MADE, TO_BE_HELD, Standing
from pourparlers.claims.events.status import RUN_OUT, standing
from pourparlers.claims.events.surroundings import mediation_phrases, ordinals
from pourparlers.claims.events.triggers import Hit, find_hits
from pourparlers.claims.events.venue import at_venue, venue_of
from pourparlers.claims.events.when import days, end_of_war, goes_by_year, occasion_time, opening_time, stretch, times_of, whens_of
from pourparlers.claims.events.where import places_of, where_of
from pourparlers.claims.particles import TO_THE
from pourparlers.claims.pledges import before, effect_on
from pourparlers.claims.speech.story import Story
from pourparlers.claims.voices import Voices
from pourparlers.model.annotated import Sentence
from pourparlers.model.claim import SPOKEN, Agent, Attribution, Event, When
from pourparlers.model.ids import content_id
from pourparlers.model.text import evidence

RULE = "events"
_ELSEWHEN = frozenset(("après", "avant", "depuis"))
#: Types of event that something else is named after, or done under: "un monument aux victimes de la guerre", "dans le cadre du traité".
_NAMED_AFTER = frozenset(("agreement", "attack"))
_HAD = frozenset(("avait", "avaient", "était", "étaient"))
_THEIR = frozenset(("leur", "leurs"))
_ALSO = frozenset(("aussi", "également", "ensuite"))
#: What is negated and was to be held: called off, unless it is told never to have been held.
_CALLED_OFF = Standing("cancelled", "negation")
#: Effects of words that wish for what is yet to come.
_HOPED = frozenset(("propose", "wish"))
_WAR = "attack.war"
#: What nobody prolonged has ended, and was there until then.
_LAPSED = "lapse"
#: The types of event that somebody promises, so that a noun may name one that never came.
_PROMISED = frozenset(("agreement", "ceasefire", "corridor", "exchange"))


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence with the triggers in it and what belongs to which word. heads: the indices of the triggers' heads."""

    scene: Scene
    voices: Voices
    sentence: Sentence
    times: Reach
    places: Reach
    heads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands around a trigger: the words that govern it, those whose times and places are its own, and who takes part."""

    above: tuple[Governor, ...]
    owners: tuple[int, ...]
    people: tuple[Agent, ...]


def find_events(context: Context, voices: Voices) -> tuple[Event, ...]:
    """The events of a document, in the order of their evidence."""
    story = Story(context.annotated, context.dated)
    scene = lay_out(context)
    venue = venue_of(scene)
    told = [at_venue(context, venue, row) for row in merged(drafts(scene, voices))]
    kept, talked = [row for row in told if salient(scene, row)], talked_in(told)
    rows = with_denials(context, completed(context, [at_setting(scene, row, talked) for row in kept]))
    return tuple(
        sorted(
            (event_of(context, dated_by_story(context.annotated, story, row)) for row in rows),
            key=lambda e: (e.evidence.start, e.trigger.start, e.id),
        )
    )


def drafts(scene: Scene, voices: Voices) -> Iterator[Draft]:
    """What each trigger of a document tells, in the order of the text."""
    context = scene.context
    by_sentence: dict[int, list[Hit]] = {}
    for hit in with_rounds(scene, find_hits(scene)):
        by_sentence.setdefault(hit.head.sentence, []).append(hit)
    for number, hits in by_sentence.items():
        sentence = context.annotated.sentences[number]
        above = [governors(scene, round_before(scene, hits, hit) or hit) for hit in hits]
        nouns = {g.head.i: g.head.i for found in above for g in found if g.group is None}
        nouns |= {hit.head.i: hit.last for hit in hits if not hit.verbal or hit.head.i not in scene.predicates}
        times = share_out(scene, sentence, times_of(scene, sentence), nouns)
        places = share_out(scene, sentence, places_of(scene, sentence), nouns, times)
        told = _Told(scene, voices, sentence, times, places, tuple(hit.head.i for hit in hits))
        for hit, found in zip(hits, above, strict=True):
            yield from _drafts(told, hit, found)


def _drafts(told: _Told, hit: Hit, above: tuple[Governor, ...]) -> Iterator[Draft]:
    """What a trigger tells: one event, or one a day for a list of days."""
    owners = owners_of(told.scene, hit, above)
    people = participants(told.scene, hit, above) or in_person(told.scene, hit, told.voices)
    words = _Words(above, owners, people)
    whens, borrowed = _whens(told, hit, words)
    for when in whens:
        when, stands = _how_far(told, hit, above, when)
        if stands.status is not None and not (stands.status == "occurred" and stands.effect != _LAPSED and _missing(told.scene, hit)):
            draft = _draft(told, hit, words, (when, borrowed), stands)
            if not is_elliptic(hit) or (draft.dated and not borrowed) or draft.place is not None:
                yield draft if len(whens) == 1 else of_one_day(told.scene, draft, whens)


def _how_far(told: _Told, hit: Hit, above: tuple[Governor, ...], when: When) -> tuple[When, Standing]:
    """The status of what happens on a day, and the day that fits it."""
    stands = standing(told.scene, hit, above, when)
    if stands.status in ("occurred", "ongoing") and is_denied(told.scene, hit, told.voices):
        stands = Standing("denied", "deny")
    if stands == _CALLED_OFF and is_never(told.scene, hit):
        stands = Standing("denied" if told.voices.at(hit.span) else None, "deny")
    if hit.verbal and stands.status == "proposed" and stands.effect in _HOPED and before_publication(told.scene, when):
        when = When()  # nobody wishes for what is over: the day was looked for on the wrong side
    effects = {governor.effect for governor in above}
    if hit.kind.kind == _WAR and "end" in effects and "start" not in effects:
        when = replace(when, start=None, end=when.end or when.start)  # no war begins on the day that ends it
    return _behind(told.scene, when, _given_up(told.scene, hit, above, stands))


def _given_up(scene: Scene, hit: Hit, above: tuple[Governor, ...], stands: Standing) -> Standing:
    """Put off or called off, by the verb told in one breath with that of the plan: "la réunion, prévue en mai, a été reportée"."""
    if hit.verbal or hit.kind.type not in TO_BE_HELD or stands.status not in ("occurred", "planned"):
        return stands
    effects = [effect_at(scene, scene.annotated.tokens[i]) for i in told_beside(scene, hit, above)]
    return Standing("postponed", "postpone") if "postpone" in effects and "hold" not in effects else stands


def _behind(scene: Scene, when: When, stands: Standing) -> tuple[When, Standing]:
    """A day and a status that fit: what is announced for a day to come is planned, and what has happened was in no month to come."""
    if stands == RUN_OUT:
        return replace(when, start=None), stands
    if stands.status != "occurred" or not after_publication(scene, when):
        return when, stands
    return (when, Standing("planned", stands.effect)) if len(when.start or "") == len("2022-03-03") else (When(), stands)


def _missing(scene: Scene, hit: Hit) -> bool:
    """True for what is named because there is none: "se sont quittés sans cessez-le-feu", "la trêve reste introuvable"."""
    return not hit.verbal and (effect_on if hit.kind.type in _PROMISED else before)(scene.annotated, hit.head) == "missing"


def _draft(told: _Told, hit: Hit, words: _Words, day: tuple[When, bool], stands: Standing) -> Draft:
    scene, above, owners, people = told.scene, words.above, words.owners, words.people
    tellers = attribution(scene, hit, above, people, told.voices)
    in_power = phrase_in_power(scene, hit.head) if hit.kind.type == "capture" and not hit.verbal else None
    between = _between(told, hit, above)
    adjuncts = (i for o in owners for i in (*told.times.owned.get(o, ()), *told.places.owned.get(o, ())))
    return Draft(
        hit=hit,
        kind=_kind(hit.kind, stands.effect),
        status=stands.status or "",
        effect=stands.effect,
        when=day[0],
        place=where_of(scene, hit, told.places, _of_its_day(told, hit, words), lambda i: not _where_told(told, hit, tellers, i)),
        participants=tuple(a for a in people if a != between) if hit.kind.type in MADE or hit.verbal else people,
        passage=in_power or passage(scene, hit, [*hit.words, *adjuncts, *(g.head.i for g in above)], told.heads),
        attribution=tellers,
        mediator=between,
        round=round_of(scene, hit, ordinals()),
        denier=denier(hit, told.voices) if stands.status == "denied" else None,
        definite=_definite(scene, hit),
        another=_another(scene, hit),
        answering=_answers(scene, hit, above),
        borrowed=day[1],
        headline=in_headline(scene, hit),
        habitual=scene.has_word("habit", max(told.sentence.first, hit.head.i - 4), min(told.sentence.last, hit.last + 5)),
    )


def _between(told: _Told, hit: Hit, above: tuple[Governor, ...]) -> Agent | None:
    """Who brings those together who take part."""
    convening = convener(told.scene, hit)
    if convening is not None or not hit.kind.mediated:
        return convening
    return mediator(told.scene, hit, mediation_phrases(told.scene, told.sentence)) or host(told.scene, hit, above)


def _of_its_day(told: _Told, hit: Hit, words: _Words) -> tuple[int, ...]:
    """The words whose places are the event's: not those of a verb beside its own that has another day, "a été conclu en 1991 à Lima, puis il a
    signé en 2004 un accord"."""
    beside = frozenset(told_beside(told.scene, hit, words.above))
    dated = [owner for owner in words.owners if told.times.owned.get(owner)]
    if not dated or dated[0] in beside:
        return words.owners
    return tuple(owner for owner in words.owners if owner not in beside or owner not in dated)


def _answers(scene: Scene, hit: Hit, above: tuple[Governor, ...]) -> bool:
    """True for what one side does after a deed of the other: "a riposté", "a répondu par des frappes", not "a répondu à des tirs"."""
    if scene.has_word("answer", hit.head.i, hit.head.i + 1):
        return True
    answered = any(t.lower in TO_THE for t in scene.annotated.dependents(hit.head, "case"))
    return not answered and any(scene.has_word("answer", g.head.i, g.head.i + 1) for g in above)


def _where_told(told: _Told, hit: Hit, tellers: tuple[Attribution, ...], place: int) -> bool:
    """True for the place where somebody tells of an event: "à Genève, l'organisation a fait état de dix morts"."""
    span = told.scene.places[place].span
    return any(span.start < link.start < hit.head.start for link in tellers) and not told.voices.at(span)


def _whens(told: _Told, hit: Hit, words: _Words) -> tuple[tuple[When, ...], bool]:
    """The days of an event, and whether they are those of the sentence's opening."""
    owners = tuple(i for i in words.owners if not (i == hit.head.i and goes_by_year(told.scene, hit, words.above)))
    whens = whens_of(told.scene, told.times, owners, hit, told.voices) or _said_on(told, hit, words.people) or end_of_war(told.scene, hit)
    if len(whens) > 1 and hit.kind.type in SPOKEN:
        return (When(),), False  # one refusal: the days are those of what was proposed
    if whens:
        return whens, False
    number = None if _elsewhen(told.scene, hit, words.above) or _before_then(told.scene, hit) else opening_time(told.scene, told.sentence)
    if number is None or (told.voices.at(hit.span) and not told.voices.at(told.scene.time(number).span)):
        return (When(),), False
    return (stretch(told.scene, number) or days(told.scene.time(number), number),), True


def _elsewhen(scene: Scene, hit: Hit, above: tuple[Governor, ...]) -> bool:
    """True for the noun of "après l'attaque", which happened before what the sentence tells, and for what another noun only names:
    "un monument aux victimes de la guerre"."""
    if hit.verbal:
        return False
    if any(t.lower in _ELSEWHEN for t in scene.annotated.dependents(hit.head, "case")):
        return True
    return hit.kind.type in _NAMED_AFTER and hit.head.dep == "nmod" and not above


def _before_then(scene: Scene, hit: Hit) -> bool:
    """True for what had happened before what the sentence tells: "en 2014, le pays a été jugé coupable de la mort de ceux qui avaient fui"."""
    if hit.group is None or not hit.head.dep.startswith("acl"):
        return False
    return hit.group.tense == "pluperfect" or any(t.lower in _HAD for t in scene.annotated.dependents(hit.head, "aux", "cop"))


def _said_on(told: _Told, hit: Hit, people: tuple[Agent, ...]) -> tuple[When, ...]:
    """The day on which one of the parties said the words that are the act: "le pays refuse de céder, a indiqué jeudi son ministre"; or that of the
    occasion: "dans un entretien publié jeudi, le pays a refusé de céder"."""
    if hit.kind.type not in SPOKEN:
        return ()
    for link in reversed(told.voices.at(hit.span)):
        verb = told.scene.annotated.token_at(link.start)
        if verb is not None and any(speaks_for(agent, people) for agent in link.agents):
            times = [told.scene.times[first] for first in told.times.owned.get(verb.i, ())]
            return tuple(days(told.scene.time(number), number) for number in times[:1])
    occasion = occasion_time(told.scene, hit) if hit.verbal else None
    return () if occasion is None else (days(told.scene.time(occasion), occasion),)


@functools.cache
def _kind_of_effect(name: str, effect: str) -> str:
    """The kind that an effect turns a kind into: an extended ceasefire, lifted sanctions."""
    type_ = kinds()[name].type
    phase = {"extend": "extended", "cancel": "suspended", "end": "ended", "lapse": "ended", "start": "in_force", "lift": "ended"}.get(effect)
    found = [k.kind for k in kinds().values() if k.type == type_ and k.phase == phase]
    return found[0] if phase is not None and type_ in ("ceasefire", "corridor", "sanction") and found else name


def _kind(kind: Kind, effect: str) -> Kind:
    return kinds()[_kind_of_effect(kind.kind, effect)]


def _definite(scene: Scene, hit: Hit) -> bool:
    """True for a noun told as known: "la rencontre", "ces pourparlers", "leur entretien"."""
    if hit.verbal:
        return False
    determiners = scene.annotated.dependents(hit.head, "det")
    return any(d.has("Definite=Def") or d.has("PronType=Dem") or d.lower in _THEIR for d in determiners)


def _another(scene: Scene, hit: Hit) -> bool:
    """True for a verb beside "aussi" or "également": what it tells comes on top of what was told before."""
    if hit.group is None:
        return False
    near = scene.annotated.tokens[hit.group.first.i : min(scene.sentence(hit.head).last, hit.head.i + 3)]
    return any(t.lower in _ALSO for t in near)


def event_of(context: Context, draft: Draft) -> Event:
    """A row as a claim."""
    found = evidence(context.document, draft.passage, f"{RULE}.{draft.hit.trigger.lemma}")
    captured = context.capture_span(draft.hit.span)
    day = None if draft.when.first is None else context.capture_span(context.dated.times[draft.when.first].span)
    about = matter_of(context, draft)
    identifier = content_id("event", context.document.id, draft.passage.start, draft.passage.end, draft.kind.type, captured, day)
    return Event(
        id=identifier,
        evidence=found,
        attribution=draft.attribution,
        type=draft.kind.type,
        subtype=draft.kind.kind,
        status=draft.status,
        trigger=draft.hit.span,
        when=draft.when,
        place=draft.place,
        participants=draft.participants,
        mediator=draft.mediator,
        round=draft.round,
        denier=draft.denier,
        matter=None if about is None else evidence(context.document, about, f"{RULE}.matter"),
    )
