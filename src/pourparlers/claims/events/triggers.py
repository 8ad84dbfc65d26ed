"""Where the text tells of an event: the words of the lexicon, with what must stand near them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pourparlers.claims.events.forms import word_lemmas
from pourparlers.claims.events.lexicon import REFLEXIVES, Kind, Trigger, domains, kinds, triggers
from pourparlers.claims.events.lookalikes import tells_nothing, verb_tells_nothing
from pourparlers.claims.events.office import are_plotters, armed_holder
from pourparlers.claims.events.patterns import is_reflexive, patterns_at
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.particles import OF_THE
from pourparlers.claims.speech.interviewee import is_asked
from pourparlers.claims.verbs import VerbGroup, verb_group
from pourparlers.model.annotated import Token
from pourparlers.model.text import Span

_OBJECT_WINDOW, _SUBJECT_WINDOW, _PREPOSITION_WINDOW, _RELATIVE_WINDOW = 9, 14, 5, 4
_ELIDED = {"a": "à", "au": "à", "aux": "à", "d'": "de", "d’": "de", "des": "de", "du": "de"}
#: Needs that arguments answer, not words; they are looked at once the arguments are known.
_AGREEING = frozenset(("agreement.adopted", "agreement.signed"))
_AGREED = frozenset(("agreement", "ceasefire", "exchange", "corridor"))
#: Domains that a named place belongs to, with the words for others.
_PLACES = {"place": "locality", "origin": "origin"}
#: Nouns of any deed that is carried out, and the types of event that they take up within so many sentences.
_ANY_DEED = frozenset(("opération",))
_CARRIED_OUT = frozenset(("exchange", "corridor", "aid"))
_FOUGHT = frozenset(("attack", "capture", "movement"))
_TOLD_WITHIN = 3
#: Domains that anybody named belongs to.
_PERSONS = frozenset(("captive", "envoy", "people"))
#: Domains of those told of before that a pronoun stands for, so far before it: "les a libérés", "l'avoir violée".
_ACTED_ON, _CLITICS, _KNOWN_WITHIN = frozenset(("captive", "duty")), frozenset(("l'", "l’", "la", "le", "les")), 20
_AT = frozenset(("à", "au", "aux", "dans", "depuis", "en"))
#: An attack told by its dead, which the attack itself tells better.
_BY_DEATHS = frozenset(("coûter vie", "faire blessé", "faire mort", "faire victime"))
_DEPLOYED, _WITHDRAWN = "movement.deployment", "movement.withdrawal"
#: Pairs of which the second tells what the first is: an accord "de cessez-le-feu", a meeting "par visioconférence".
_BY_LINE = ("meeting", "call")
_TOLD_BY_SECOND = frozenset((("agreement", "ceasefire"), _BY_LINE))
#: Letting somebody go, whom that verb alone tells to have been held.
_RELEASED, _LET_GO = "exchange.release", "relâcher"
_DEADLINE, _CALL = "threat.deadline", "call.telephone"
#: Needs of "au pouvoir depuis": it was taken in a coup, or by others who bear arms.
_IN_POWER = frozenset(("held", "seized"))
_OF_ARGUMENTS = frozenset(("party", "parties", "dated", "timed", "placed"))


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that tell of an event. words: indices of the words of the phrase, the head's first. group: the verb group, None for a noun.

    joined: heads of nouns that name the same event right after ("négociations" in "un cycle de négociations").
    """

    trigger: Trigger
    head: Token
    words: tuple[int, ...]
    group: VerbGroup | None
    joined: tuple[int, ...] = ()

    @property
    def kind(self) -> Kind:
        return kinds()[self.trigger.kind]

    @property
    def verbal(self) -> bool:
        return self.group is not None

    @property
    def last(self) -> int:
        """The index of its last word."""
        return max((*self.words, *self.joined))

    @property
    def span(self) -> Span:
        """The head alone: what an identifier rests on."""
        return self.head.span

    @property
    def passive(self) -> bool:
        """A passive verb, or a participle that qualifies a noun."""
        group = self.group
        if group is None:
            return False
        return (
            group.passive
            or (self.head.pos == "ADJ" and not self.head.lower.endswith(("ent", "ait")))
            or (group.mood == "participle" and not group.perfect and self.head.has("Tense=Past"))
        )


def find_hits(scene: Scene) -> tuple[Hit, ...]:
    """The triggers of a document in the order of their heads, each word telling at most one event."""
    told = (s for s in scene.annotated.sentences if not is_asked(scene.annotated, s.span))
    hits = [hit for s in told for token in scene.annotated.sentence_tokens(s) if (hit := _hit_at(scene, token)) is not None]
    used = {i for hit in hits for i in hit.words[1:] if not _dated_before(scene, i, hit)}
    hits = [hit for hit in hits if hit.head.i not in used]
    hits = _sealed(scene, hits)
    hits = sorted([*hits, *_told_again(scene, hits), *_called_again(scene, hits)], key=lambda hit: hit.head.i)
    return _joined(scene, [hit for hit in hits if not _told_by_another(scene, hit, hits) and not _taken_up(scene, hit, hits)])


def _sealed(scene: Scene, hits: list[Hit]) -> list[Hit]:
    """The hits, a verb of agreeing and the truce farther off that it seals made one: "ont signé vendredi, au siège de l'organisation, un accord de
    cessez-le-feu"."""
    sealed: dict[int, Hit] = {}
    for verb in (hit for hit in hits if hit.verbal and hit.kind.kind in _AGREEING and not hit.passive):
        end = next((i for i in scene.predicates_in(scene.sentence(verb.head)) if i > verb.head.i), scene.sentence(verb.head).last)
        nouns = [n for n in hits if not n.verbal and verb.head.i + _OBJECT_WINDOW < n.head.i < end and n.kind.type in _AGREED]
        if len(nouns) > 1 and nouns[1].kind.type == "ceasefire" and nouns[0].kind.type == "agreement" and _linked(scene, *nouns[:2]):
            sealed |= {verb.head.i: Hit(nouns[1].trigger, verb.head, verb.words, verb.group), nouns[0].head.i: nouns[0], nouns[1].head.i: nouns[1]}
    left = [sealed.get(hit.head.i, hit) for hit in hits]
    return [hit for hit in left if hit.verbal or hit.head.i not in sealed]


def _told_again(scene: Scene, hits: list[Hit]) -> Iterator[Hit]:
    """The nouns that come back to an event without what it was of: "l'évacuation" after "l'évacuation des civils"."""
    known: dict[str, Hit] = {}
    heads = {i for hit in hits for i in hit.words}
    for hit in hits:
        if hit.kind.type in _CARRIED_OUT and hit.trigger.object is not None and hit.trigger.lemma == hit.head.lower:
            known.setdefault(hit.head.lower, hit)
    for token in scene.annotated.tokens:
        first = known.get(token.lower)
        if first is not None and token.i > first.head.i and token.i not in heads and _known(scene, Hit(first.trigger, token, (token.i,), None)):
            yield Hit(first.trigger, token, (token.i,), None)


def _called_again(scene: Scene, hits: list[Hit]) -> Iterator[Hit]:
    """The nouns that come back to a call in the next sentence: "L'échange, jeudi, a duré une heure"."""
    heads = {i for hit in hits for i in hit.words}
    sentences = scene.annotated.sentences
    for hit in hits:
        if hit.kind.kind == _CALL and hit.verbal and hit.head.sentence + 1 < len(sentences):
            following = scene.annotated.sentence_tokens(sentences[hit.head.sentence + 1])
            found = (t for t in following if t.dep.startswith("nsubj") and t.i not in heads and scene.has_word("called", t.i, t.i + 1))
            yield from (Hit(hit.trigger, t, (t.i,), None) for t in found if _known(scene, Hit(hit.trigger, t, (t.i,), None)))


def _taken_up(scene: Scene, hit: Hit, hits: list[Hit]) -> bool:
    """True for "l'opération" after an exchange or an evacuation, which it is."""
    if hit.trigger.lemma not in _ANY_DEED or not any(d.has("Definite=Def") for d in scene.annotated.dependents(hit.head, "det")):
        return False
    before = [h for h in hits if h.head.i < hit.head.i and hit.head.sentence - h.head.sentence <= _TOLD_WITHIN]
    kinds_before = {h.kind.type for h in before}
    return bool(kinds_before & _CARRIED_OUT) and not kinds_before & _FOUGHT


def _told_by_another(scene: Scene, hit: Hit, hits: list[Hit]) -> bool:
    """True for "convenir" or "signer" before the noun of what is agreed, which tells it better; and for the truce or accord that another hit tells
    to be broken."""
    if hit.kind.type == "attack" and any(_wrought_by(scene, hit, n) for n in hits):
        return True
    if hit.kind.kind == _DEPLOYED and not hit.verbal and any(v.verbal and v.kind.kind == _WITHDRAWN and _governs(scene, v, hit) for v in hits):
        return True  # "les derniers renforts quitteront l'île"
    if hit.verbal:
        agrees = hit.kind.kind in _AGREEING
        return agrees and any(not n.verbal and n.kind.type in _AGREED and _governs(scene, hit, n) for n in hits)
    broken_by = (v for v in hits if v.kind.type == "violation" and _governs(scene, v, hit))
    return hit.kind.type in _AGREED and any(not _dated_before(scene, hit.head.i, v) for v in broken_by)


def _dated_before(scene: Scene, noun: int, verb: Hit) -> bool:
    """True for what is told with a day of its own before it is broken: "la trêve, entrée en vigueur samedi, a été violée"."""
    return verb.kind.type == "violation" and any(i in scene.times for i in range(noun + 1, verb.head.i))


def _goes_on_with(scene: Scene, noun: Hit, verb: Token) -> bool:
    """True for the verb of the relative clause right after a noun: "des affrontements qui ont fait dix morts"."""
    after = noun.last + 1
    return after < verb.i <= after + _RELATIVE_WINDOW and scene.annotated.tokens[after].lower == "qui"


def _wrought_by(scene: Scene, hit: Hit, cause: Hit) -> bool:
    """True for "tué" and for "dix morts" whose subject is the attack: "les frappes ont tué", "l'attaque qui a fait dix morts"."""
    if cause is hit or cause.verbal or cause.kind.type != "attack" or hit.passive:
        return False
    if hit.trigger.lemma in _BY_DEATHS and _goes_on_with(scene, cause, hit.head):
        return True
    verb = hit.head.i if hit.verbal else hit.head.head
    acts = cause.head.dep.startswith("nsubj") and cause.head.head == verb and cause.head.i < verb
    return acts and (hit.verbal or hit.head.dep.startswith("obj"))


def _governs(scene: Scene, verb: Hit, noun: Hit) -> bool:
    """True when the noun is what a verb acts upon, as the tree or the order of words has it."""
    if noun.head.head == verb.head.i:
        return True
    low, high = sorted((verb.head.i, noun.head.i))
    return high - low <= _OBJECT_WINDOW and not any(low < i < high for i in scene.predicates) and verb.head.sentence == noun.head.sentence


def _hit_at(scene: Scene, token: Token) -> Hit | None:
    if not token.lower[:1].isalpha() or len(token.lower) < 3:
        return None
    found: Hit | None = None
    for pattern, words in patterns_at(scene.annotated, triggers(), token):
        group = _group_at(scene, token) if pattern.entry.pos == "verb" else None
        hit = Hit(pattern.entry, token, words, group)
        if (found is None or _asks_more(hit, found)) and _fits(scene, hit):
            found = hit
    return found


def _asks_more(hit: Hit, found: Hit) -> bool:
    """True for words that tell an event more surely than others found for the same head: "a détruit deux drones" is no attack."""
    same = len(hit.words) == len(found.words) and hit.trigger.pos == found.trigger.pos and not found.trigger.lemma.startswith(REFLEXIVES)
    asked, before = hit.trigger, found.trigger
    by_doer = asked.subject is not None and asked.subject not in _PERSONS and before.subject is None
    return same and (by_doer or (asked.object is not None and before.object is None))


def _group_at(scene: Scene, verb: Token) -> VerbGroup:
    """The group of a verb; "se sont retirées" is no passive, whatever the tree makes of it, and "menacé" in "a parlé et menacé" is none."""
    group = _with_auxiliary(scene, verb, verb_group(scene.annotated, verb))
    return replace(group, passive=False) if group.passive and is_reflexive(scene.annotated, verb) else group


def _with_auxiliary(scene: Scene, verb: Token, group: VerbGroup) -> VerbGroup:
    """The group of a participle that shares the auxiliary of the verb that it is coordinated with."""
    above = scene.annotated.tokens[verb.head]
    if group.mood != "participle" or not verb.has("Tense=Past") or verb.dep != "conj" or above.pos != "VERB":
        return group
    shared = verb_group(scene.annotated, above)
    return replace(shared, head=verb, first=verb) if shared.perfect and not shared.passive and shared.modal is None else group


def _fits(scene: Scene, hit: Hit) -> bool:
    trigger, group = hit.trigger, hit.group
    if group is None and hit.head.pos == "ADJ" and any(True for _ in scene.annotated.dependents(hit.head, "cop")):
        return False  # "le sommet est compromis"
    if group is not None and ((trigger.negated and not group.negated) or (trigger.voice is not None and (trigger.voice == "passive") != hit.passive)):
        return False
    if tells_nothing(scene, hit.kind, hit.words) or (group is not None and verb_tells_nothing(scene, trigger, hit.kind, group)):
        return False
    if hit.kind.kind == _DEADLINE and _uncounted(scene, hit):
        return False
    sentence = scene.sentence(hit.head)
    return (
        all(_met(scene, hit, need) for need in trigger.needs if need not in _OF_ARGUMENTS)
        and not _beside(scene, hit, trigger.unless)
        and _followed(scene, hit)
        and (trigger.object is None or any(_stands(scene, hit, trigger.object, window) for window in _object_windows(scene, hit)))
        and (trigger.subject is None or _stands(scene, hit, trigger.subject, (max(sentence.first, hit.head.i - _SUBJECT_WINDOW), hit.head.i)))
    )


def _uncounted(scene: Scene, hit: Hit) -> bool:
    """True for a stretch of time that nobody is given: "a donné lieu à des heurts, le jour", unlike "a donné dix jours"."""
    times = [i for i in hit.words[1:] if scene.has_word("measure", i, i + 1)]
    return any(i < hit.head.i or scene.annotated.tokens[i - 1].pos != "NUM" for i in times)


def _met(scene: Scene, hit: Hit, need: str) -> bool:
    """True when a word of a domain stands in the sentence; talks are also told by whom they are "entre"."""
    sentence = scene.sentence(hit.head)
    if need in _IN_POWER:
        holder = armed_holder(scene, hit.head)
        return holder is not None and are_plotters(scene, holder) == (need == "seized")
    if need == "talks" and not hit.verbal:
        after = scene.annotated.tokens[hit.last + 1 : min(sentence.last, hit.last + _SUBJECT_WINDOW)]
        if any(t.lower == "entre" for t in after) or (scene.of_talks and _known(scene, hit)):
            return True
    if need == "armed" and hit.verbal and _acts_on_place(scene, hit):
        return True
    if need == "number" and hit.kind.type == "displacement" and _of_inhabitants(scene, hit):
        return True
    if need == "number" and any(t.text[0].isdigit() for t in scene.annotated.sentence_tokens(sentence) if t.i not in scene.times):
        return True
    return scene.has_word(need, sentence.first, sentence.last, hit.words)


def _acts_on_place(scene: Scene, hit: Hit) -> bool:
    """True for what a party does to a place, by which it is known to bear arms: "le Front a attaqué le village"."""
    if hit.kind.type != "attack" or not any(_stands(scene, hit, "place", window) for window in _object_windows(scene, hit)):
        return False
    doers = scene.annotated.dependents(hit.head, "obl" if hit.passive else "nsubj")
    return any(t.i in scene.actors and not _is_one_person(scene, t.i) for t in doers)


def _of_inhabitants(scene: Scene, hit: Hit) -> bool:
    """True for what befalls the people of a place: "les habitants ont fui"."""
    subjects = scene.annotated.dependents(hit.head, "nsubj")
    return any(t.has("Number=Plur") and scene.has_word("displaced", t.i, t.i + 1) for t in subjects)


def _known(scene: Scene, hit: Hit) -> bool:
    """True for "les discussions" and "la séance", in the singular and the plural."""
    return any(d.has("Definite=Def") for d in scene.annotated.dependents(hit.head, "det"))


def _beside(scene: Scene, hit: Hit, words: tuple[str, ...]) -> bool:
    """True when one of the words stands within two words of the head."""
    if not words:
        return False
    sentence = scene.sentence(hit.head)
    near = scene.annotated.tokens[max(sentence.first, hit.head.i - 2) : min(sentence.last, hit.head.i + 4)]
    return any(word in word_lemmas(t) for t in near for word in words)


def _followed(scene: Scene, hit: Hit) -> bool:
    """True when a preposition that the trigger asks for follows."""
    if not hit.trigger.prep:
        return True
    near = scene.annotated.tokens[hit.head.i + 1 : min(scene.sentence(hit.head).last, hit.head.i + 1 + _PREPOSITION_WINDOW)]
    return any(_ELIDED.get(t.lower, t.lower) in hit.trigger.prep for t in near)


def _object_windows(scene: Scene, hit: Hit) -> Iterator[tuple[int, int]]:
    """Ranges of tokens where what a trigger acts upon may stand."""
    sentence = scene.sentence(hit.head)
    if not hit.passive:
        yield hit.head.i + 1, min(sentence.last, hit.last + 1 + _OBJECT_WINDOW)
        if hit.trigger.object in _ACTED_ON and _acts_on_known(scene, hit):
            yield max(0, hit.head.i - _KNOWN_WITHIN), hit.head.i
    else:
        yield max(sentence.first, hit.head.i - _SUBJECT_WINDOW), hit.head.i


def _acts_on_known(scene: Scene, hit: Hit) -> bool:
    """True for a verb that has acted on those told of before: "les a libérés"."""
    perfect = hit.group is not None and hit.group.perfect
    return perfect and any(t.pos == "PRON" and t.lower in _CLITICS and t.i < hit.head.i for t in scene.annotated.dependents(hit.head, "obj"))


def _stands(scene: Scene, hit: Hit, domain: str, window: tuple[int, int]) -> bool:
    first, last = window
    if domain in _PLACES:
        named = any(i in scene.places and not (hit.verbal and _where(scene, i)) for i in range(first, last))
        return named or scene.has_word(_PLACES[domain], first, last, hit.words)
    if domain == "actor":
        return any(i in scene.actors for i in range(first, last))
    if domain == "state":
        return any(_is_state(scene, i) and scene.annotated.tokens[i].head == hit.head.i for i in range(first, last))
    if domain == "people" and hit.kind.type == "corridor" and any(i in scene.places for i in range(first, last)):
        return True  # "l'évacuation de Karlstad" is that of its people
    if domain in _PERSONS and any((i in scene.actors and _is_person(scene, i)) or _counted(scene, hit, i) for i in range(first, last)):
        return True
    assert domain in domains(), domain
    return scene.has_word(domain, first, last, hit.words)


def _where(scene: Scene, i: int) -> bool:
    """True for a place that only tells where: what is to "reprendre à Doha" takes no town."""
    before = scene.annotated.tokens[max(0, i - 2) : i]
    return any(t.lower in _AT for t in before[-2 if before[-1:] and before[-1].pos == "DET" else -1 :])


def _is_state(scene: Scene, i: int) -> bool:
    """True for the name of a state, as a party or as a place."""
    if i in scene.actors:
        return scene.context.mentions.actor(scene.actors[i].actor).kind == "state"
    return i in scene.places and scene.places[i].place.precision == "country"


def _is_one_person(scene: Scene, i: int) -> bool:
    return scene.context.mentions.actor(scene.actors[i].actor).kind == "person"


def _counted(scene: Scene, hit: Hit, i: int) -> bool:
    """True for people of a movement told by their number, who are let go: "a relâché sept maoïstes"."""
    before, token = scene.annotated.tokens[i - 1], scene.annotated.tokens[i]
    several = before.pos == "NUM" and before.lower not in ("un", "une") and not {before.i, i} & (scene.times.keys() | scene.places.keys())
    return hit.kind.kind == _RELEASED and several and (i in scene.actors or hit.trigger.lemma == _LET_GO) and token.lower.endswith(("s", "x"))


def _is_person(scene: Scene, i: int) -> bool:
    return scene.context.mentions.actor(scene.actors[i].actor).kind in ("group", "person")


def _joined(scene: Scene, hits: list[Hit]) -> tuple[Hit, ...]:
    """The hits with "cycle de négociations" made one, and an accord "de cessez-le-feu" taken for its ceasefire."""
    found: list[Hit] = []
    for hit in hits:
        last = found[-1] if found else None
        if last is None or last.verbal or hit.verbal or not (_linked(scene, last, hit) or _by_line(scene, last, hit)):
            found.append(hit)
        elif last.kind.type == hit.kind.type:
            found[-1] = Hit(last.trigger, last.head, last.words, None, (*last.joined, *hit.words))
        elif (last.kind.type, hit.kind.type) in _TOLD_BY_SECOND:
            found[-1] = Hit(hit.trigger, last.head, last.words, None, hit.words)
        else:
            found.append(hit)
    return tuple(found)


def _by_line(scene: Scene, meeting: Hit, line: Hit) -> bool:
    """True for "réunion par visioconférence", one call."""
    between = scene.annotated.tokens[meeting.last + 1 : line.head.i]
    return (meeting.kind.type, line.kind.type) == _BY_LINE and len(between) == 1 and between[0].lower in ("en", "par")


def _linked(scene: Scene, left: Hit, right: Hit) -> bool:
    """True for the noun of a round and that of talks: "deuxième cycle de négociations directes"."""
    between = scene.annotated.tokens[left.last + 1 : right.head.i]
    return 0 < len(between) <= 3 and between[0].lower in OF_THE and all(t.pos in ("ADP", "DET", "ADJ") for t in between)
