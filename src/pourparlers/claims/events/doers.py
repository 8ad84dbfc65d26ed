"""Whoever does what a word tells when the word itself names nobody: the accused, the speaker of a threat, the subject of the verb before it."""

import functools
from collections.abc import Iterator, Sequence

from pourparlers.claims.clauses import agent_of_passive, clause_head, conjuncts, nearest_noun_before, noun_head, own_subject, subject, subjects
from pourparlers.claims.events.operators import Governor, led_by, qualifiers
from pourparlers.claims.events.patterns import is_reflexive
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.standing import ON_THE_GROUND, RENDEZVOUS
from pourparlers.claims.events.triggers import Hit
from pourparlers.claims.particles import CLOSING, THAT, TO_THE
from pourparlers.claims.verbs import verb_group
from pourparlers.claims.voices import Voices
from pourparlers.lexicon import read_yaml
from pourparlers.model.annotated import Token
from pourparlers.model.claim import SPOKEN, Agent

#: Acts of those who decide, promise or refuse: the subject of the verb above their noun does them ("l'Union doit décider des sanctions").
_DECIDED = frozenset(("sanction", "aid", "proposal", "rejection", "threat", "vote", "movement"))
_WAGED = frozenset(("attack.war", "attack.clash"))
_FIGHTING = frozenset(("disputer", "entretenir", "livrer", "mener"))
_MARKS = CLOSING | {","}
_SUMMIT, _VISIT = "meeting.summit", "meeting.visit"
_DURING = frozenset(("lors", "cours", "occasion"))
_NOT_DOING = frozenset(("avert", "deny", "claim", "discuss", "wish", "around", "judge"))
#: Relations of a participle to the noun that it qualifies: "la région occupée".
_QUALIFYING = ("acl", "amod")
_FIRST_PERSON = frozenset(("je", "j'", "j’", "nous"))
#: How verbs begin that put a deed down to somebody, "à" before him.
IMPUTING = ("attribu", "imput")
#: Between "accuser" and what one is accused of stand so many words at most; it is told in the infinitive of the past.
_CHARGED_WITHIN = 14
#: What makes an infinitive tell what is done.
HELPING = frozenset(("avoir", "être", "s'être"))
_CHARGING = frozenset(("de", "d'", "d’", "pour"))
_ACCUSING = frozenset(("accuser", "incriminer", "inculper", "soupçonner", "suspecter"))
_NEAR, _DOER_WITHIN = 5, 8
_CLIMB = 6
_BEHIND = 9


def accused(scene: Scene, hit: Hit) -> tuple[Token, ...]:
    """Who is accused of it: "la Russie" in "la Russie est accusée d'avoir violé…", "il accuse la Russie d'avoir violé…"."""
    token = hit.head
    if not hit.verbal and has_doer(scene, hit):
        return ()  # "il accuse le ministre d'être complice de l'assassinat du juge par la milice"
    for _ in range(_CLIMB):
        above = scene.annotated.tokens[token.head]
        if above.i == token.i:
            break
        if accuses(scene, above):
            return _accused_by(scene, above)
        token = above
    verb = accusing_before(scene, hit)
    return () if verb is None else _accused_by(scene, verb)


def has_doer(scene: Scene, hit: Hit) -> bool:
    """True for the noun of a deed with whoever did it near behind: "l'assassinat en mai par la milice"."""
    tokens = scene.annotated.tokens
    for token in tokens[hit.last + 1 : min(scene.sentence(hit.head).last, hit.last + _DOER_WITHIN)]:
        if token.i in scene.predicates or token.pos == "PUNCT":
            return False
        if token.lower == "par":
            return any(t.i in scene.actors for t in tokens[token.i + 1 : token.i + 3])
    return False


def accuses(scene: Scene, token: Token) -> bool:
    """True for "accuser", "soupçonner" and the like, and for "mettre en cause"."""
    if token.lemma == "mettre":
        return [t.lower for t in scene.annotated.tokens[token.i + 1 : token.i + 3]] == ["en", "cause"]
    return token.lemma in _ACCUSING


def accusing_before(scene: Scene, hit: Hit) -> Token | None:
    """The verb of an accusation before "d'avoir violé", by the order of words where the tree parts them: "accusée par Oslo d'avoir violé lundi"."""
    if hit.group is None:
        return None
    tokens, first, start = scene.annotated.tokens, hit.group.first.i, scene.sentence(hit.head).first
    while first > start and tokens[first - 1].lower in HELPING:
        first -= 1
    if first <= start or tokens[first].lower not in HELPING or tokens[first - 1].lower not in _CHARGING:
        return None
    for i in range(first - 2, max(start, first - _CHARGED_WITHIN) - 1, -1):
        if accuses(scene, tokens[i]):
            return tokens[i]
        if i in scene.predicates or tokens[i].text == ";":
            return None
    return None


def blamed(scene: Scene, hit: Hit, above: Sequence[Governor]) -> Iterator[Token]:
    """To whom a deed is put down: "l'attaque, attribuée aux rebelles", "le ministère impute l'embuscade à la milice"."""
    if hit.kind.type == "attack":
        for verb in dict.fromkeys((*qualifiers(scene, hit), *(g.head for g in above if g.group is not None))):
            if verb.lower.startswith(IMPUTING):
                yield from _after_to(scene, verb)


def _after_to(scene: Scene, verb: Token) -> tuple[Token, ...]:
    """The first actor behind "à" near a verb."""
    tokens = scene.annotated.tokens[verb.i + 1 : min(scene.sentence(verb).last, verb.i + 1 + _NEAR)]
    to = next((n for n, token in enumerate(tokens) if token.lower in TO_THE), len(tokens))
    return tuple(t for t in tokens[to:] if t.i in scene.actors)[:1]


def _accused_by(scene: Scene, verb: Token) -> tuple[Token, ...]:
    before = scene.annotated.tokens[verb.i - 1] if verb.i else verb
    bare = verb.has("VerbForm=Part") and not any(True for _ in scene.annotated.dependents(verb, "aux:tense", "aux:pass"))
    if before.text == "," and bare and not verb.lower.endswith("ant"):  # not ", accusant les rebelles d'avoir attaqué"
        return _named_before(scene, verb)
    group = verb_group(scene.annotated, verb)
    if is_reflexive(scene.annotated, verb) or group.passive or (verb.dep.startswith("acl") and not group.finite):
        return subjects(scene.annotated, verb)
    named = tuple(t for t in scene.annotated.dependents(verb, "obj") if t.lower not in THAT)
    return named or _relative_object(scene, verb)


def _relative_object(scene: Scene, verb: Token) -> tuple[Token, ...]:
    """The noun that "que" stands for before a verb: "l'armée" in "l'armée, que les rebelles accusent"; nobody without one."""
    before = scene.annotated.tokens[max(scene.sentence(verb).first, verb.i - _NEAR) : verb.i]
    that = next((t for t in reversed(before) if t.lower in THAT), None)
    noun = None if that is None else nearest_noun_before(scene.annotated, that)
    return () if noun is None else (noun,)


def _named_before(scene: Scene, participle: Token) -> tuple[Token, ...]:
    """Whom the words just before name: "la coalition" in "l'attitude de la coalition, accusée d'avoir attaqué"."""
    near = range(participle.i - 1, max(scene.sentence(participle).first, participle.i - _BEHIND) - 1, -1)
    return tuple(scene.annotated.tokens[i] for i in near if i in scene.actors)[:1]


def deciders(scene: Scene, hit: Hit, above: Sequence[Governor]) -> Iterator[Token]:
    """The subject of the verb above the noun of a decision, a promise or a refusal."""
    if hit.verbal or not (hit.kind.type in _DECIDED or _waged(scene, hit)):
        return
    verb = next((g for g in above if g.group is not None), None)
    if verb is None:
        head = scene.annotated.tokens[hit.head.head]
        if head.i in scene.predicates and hit.head.dep.startswith("obj"):
            yield from subjects(scene.annotated, head)
    elif verb.effect not in _NOT_DOING and verb.role == "object" and verb.group is not None and not verb.group.passive and _is_done(hit, verb):
        yield from subjects(scene.annotated, verb.head)


def _is_done(hit: Hit, verb: Governor) -> bool:
    """False for what somebody only speaks of: "ils ont alerté sur l'installation de positions"."""
    return verb.effect != "" or not hit.head.dep.startswith("obl")


def _waged(scene: Scene, hit: Hit) -> bool:
    """True for "ils se sont livré trois guerres"."""
    return hit.kind.kind in _WAGED and scene.annotated.tokens[hit.head.head].lemma in _FIGHTING


def speaker_behind(scene: Scene, hit: Hit) -> Token | None:
    """Who threatens or refuses after his own words: "le ministre" in "…", a prévenu lundi le ministre"."""
    if hit.group is None or hit.kind.type not in SPOKEN:
        return None
    tokens = scene.annotated.tokens
    first = hit.group.first.i
    own = own_subject(scene.annotated, hit.head)
    quoted = first > 1 and (tokens[first - 1].text in CLOSING or tokens[first - 2].text in CLOSING)
    if first == 0 or tokens[first - 1].text not in _MARKS or (own is not None and own.i < first and not quoted):
        return None
    for token in tokens[hit.head.i + 1 : min(scene.sentence(hit.head).last, hit.head.i + _BEHIND)]:
        if token.i in scene.actors and not any(True for _ in scene.annotated.dependents(token, "case")):
            return token
        if token.pos in ("PUNCT", "VERB", "SCONJ"):
            return None
    return None


def troops(scene: Scene, hit: Hit) -> tuple[Token, ...]:
    """Those whom somebody unnamed sends: "trois cents soldats turcs sont déployés"."""
    if hit.kind.type != "movement" or hit.group is None:
        return ()
    return subjects(scene.annotated, hit.head) if hit.passive else tuple(scene.annotated.dependents(hit.head, "obj"))


def attending(scene: Scene, hit: Hit) -> Iterator[Token]:
    """Who does something during a meeting, and to whom: "lors d'un entretien jeudi, l'émissaire a rappelé au ministre"; for "en visite à Lima", who
    does."""
    if hit.verbal or hit.kind.type not in RENDEZVOUS:
        return
    if hit.kind.kind == _VISIT and any(t.lower == "en" for t in scene.annotated.dependents(hit.head, "case")):
        yield from subjects(scene.annotated, clause_head(scene.annotated, hit.head))
        return
    led = led_by(scene, hit.head)
    if led is None and not any(t.lower in _DURING for t in scene.annotated.dependents(hit.head, "case")):
        return
    verb = scene.annotated.tokens[hit.head.head if led is None else led.head]
    if verb.i in scene.predicates:
        yield from subjects(scene.annotated, verb)
        yield from scene.annotated.dependents(verb, "iobj", "obl:arg")


def assembled(scene: Scene, hit: Hit) -> tuple[Agent, ...]:
    """The organisation whose adjective tells who meets: "un sommet européen"; nobody for a noun without one."""
    if hit.verbal or hit.kind.kind != _SUMMIT:
        return ()
    names = (_organisations().get(t.lower) for t in scene.annotated.dependents(hit.head, "amod"))
    return tuple(Agent(name) for name in names if name is not None)[:1]


@functools.cache
def _organisations() -> dict[str, str]:
    """Adjective -> the organisation that it points to."""
    entries = read_yaml("world/organisations")["entries"]
    return {adjective: entry["name"] for entry in entries for adjective in entry.get("adjectives", ())}


def in_person(scene: Scene, hit: Hit, voices: Voices) -> tuple[Agent, ...]:
    """Whoever speaks of what he does himself: "Nous refusons de céder"."""
    chain = voices.at(hit.span)
    if not chain or not hit.verbal or hit.passive:
        return ()
    own = own_subject(scene.annotated, hit.head)
    return chain[-1].agents if own is not None and own.lower in _FIRST_PERSON else ()


def doers_of_verb(scene: Scene, hit: Hit) -> tuple[Token, ...]:
    """The subjects of a verb; for a deed told in the present participle those of the clause with "que" that it ends, whatever the tree hangs it on:
    "le bureau déplore que l'armée avance, tuant des civils"."""
    if hit.group is not None and hit.kind.type in ON_THE_GROUND and hit.group.mood == "participle" and hit.group.tense == "present":
        first = scene.sentence(hit.head).first
        opened = next((t.i for t in reversed(scene.annotated.tokens[first : hit.head.i]) if t.lower in THAT and t.pos == "SCONJ"), None)
        named = None if opened is None else next((i for i in range(opened + 1, hit.head.i) if i in scene.actors), None)
        if named is not None and own_subject(scene.annotated, hit.head) is None:
            return conjuncts(scene.annotated, noun_head(scene.annotated, scene.annotated.tokens[named]))
    return subjects(scene.annotated, hit.head)


def shared_subject(scene: Scene, hit: Hit) -> Token | None:
    """The subject of the verb that a participle or an infinitive goes on after a comma or "et": "a fermé le pont et stoppé les livraisons"."""
    group = hit.group
    if group is None or own_subject(scene.annotated, hit.head) is not None:
        return None
    if hit.passive and (hit.head.dep.startswith(_QUALIFYING) or agent_of_passive(scene.annotated, hit.head)):
        return None
    sentence = scene.sentence(hit.head)
    before = [i for i in scene.predicates_in(sentence) if i < hit.head.i]
    for i in reversed(before):
        verb = scene.annotated.tokens[i]
        if own_subject(scene.annotated, verb) is not None and not verb.dep.startswith("acl"):
            return subject(scene.annotated, verb)
    return None
