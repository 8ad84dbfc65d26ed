"""Which word a time or a place belongs to: the predicate or noun of an event that is nearest, clauses and marks being hard to cross."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pourparlers.claims.events.coordinated import auxiliary_shared, coordinated
from pourparlers.claims.events.operators import APART, Governor, circumstance_of, effect_at, qualifiers, was_to
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.standing import MADE, ON_THE_GROUND
from pourparlers.claims.events.surroundings import mediating_participles
from pourparlers.claims.events.triggers import Hit
from pourparlers.claims.particles import OF_THE, THAT, TO_THE
from pourparlers.model.annotated import Sentence, Token

#: A word that hangs on another in the tree is that much nearer to it than its place says.
_SYNTAX_BONUS = 6
_FARTHEST = 60
#: What follows its verb or noun does not stand before it but at the start of a clause.
_AGAINST_ORDER = 12
_ACROSS_NOUN = 5
#: A time that a noun has by "de" belongs to no verb, if another can have it.
_OF_NOUN = 20
#: So many words before an infinitive may stand what makes it a purpose.
_PURPOSE = 4
#: So far behind a truce may stand the participle that tells who brought it about.
_BROKERED_WITHIN = 10
_COUNTED_FROM = frozenset(("après", "avant", "depuis"))
_COUNTING = frozenset(("après", "avant"))
_NEXT_DAYS = frozenset(("lendemain", "surlendemain", "veille", "avant-veille"))
_JOINING = frozenset(("et", "puis", "mais"))
_WHEN = frozenset(("lorsque", "lorsqu'", "lorsqu’", "quand"))
#: How a sentence opens that brings a day or a place to the fore: "c'est à Lima que les deux camps ont signé".
_CLEFT = (["c'", "est"], ["c’", "est"])
#: Right before a participle, what was planned and has been moved: "d'abord fixée au 4 juin".
_AT_FIRST = frozenset(("abord", "initialement", "originellement", "primitivement"))
_WHICH = frozenset(("laquelle", "lequel", "duquel", "lesquelles", "lesquels", "desquelles", "desquels"))
_DURING = frozenset(("lors", "pendant", "durant", "cours"))
#: So far before a verb its relative pronoun may stand, and before that its noun.
_RELATIVE = 8


@dataclass(frozen=True, slots=True)
class Reach:
    """What belongs to which word. owned: token index -> the adjuncts (their first tokens) that belong to it, nearest first."""

    owned: dict[int, tuple[int, ...]] = field(default_factory=dict)


def share_out(scene: Scene, sentence: Sentence, adjuncts: Iterable[tuple[int, int]], nouns: Mapping[int, int], times: Reach | None = None) -> Reach:
    """Gives each adjunct (first and last token) of a sentence to one predicate or to a noun. nouns: token index -> index of the last token of its
    phrase, of the nouns that tell events or govern those that do. times: what times belong to, where the adjuncts are places."""
    owners = sorted({*scene.predicates_in(sentence), *nouns})
    owned: dict[int, list[tuple[int, int]]] = {}
    timed = {} if times is None else {first: owner for owner, found in times.owned.items() for first in found}
    for first, last in adjuncts:
        held = _with_time(scene, first, timed)
        if held is not None:
            owned.setdefault(held, []).append((0, first))
            continue
        following = _clause_after(scene, sentence, last)
        if following is not None:
            owned.setdefault(following, []).append((0, first))
        candidates = [
            (_cost(scene, (first, last), (owner, nouns.get(owner, owner))) + _across_nouns(nouns, first, owner), abs(owner - first), owner)
            for owner in owners
        ]
        candidates = [c for c in candidates if c[0] <= _FARTHEST and not first <= c[2] <= last]
        if candidates:
            cost, _, owner = min(candidates)
            owned.setdefault(owner, []).append((cost, first))
    return Reach({owner: tuple(first for _, first in sorted(found)) for owner, found in owned.items()})


def _with_time(scene: Scene, first: int, timed: Mapping[int, int]) -> int | None:
    """What the time right before a place belongs to, and so the place: "ils se sont vus, mardi à Oslo, à l'invitation du roi"."""
    last = time_before(scene, first)
    number = None if last is None else scene.times[last]
    return None if last is None else next((timed[i] for i in range(last, -1, -1) if scene.times.get(i) == number and i in timed), None)


def time_before(scene: Scene, place: int) -> int | None:
    """The last token of the time right before a place: "mardi" in "mardi à Oslo"."""
    tokens, at = scene.annotated.tokens, place - 1
    while at > 0 and tokens[at].pos == "DET":
        at -= 1
    return at - 1 if at > 0 and tokens[at].lower in TO_THE and at - 1 in scene.times else None


def _clause_after(scene: Scene, sentence: Sentence, last: int) -> int | None:
    """The verb of the clause that tells what happened at a time: "en 1975, lorsque quatre soldats avaient péri", "c'est à Lima qu'ils ont signé"."""
    tokens = scene.annotated.tokens
    when = _WHEN | THAT if [t.lower for t in tokens[sentence.first : sentence.first + 2]] in _CLEFT else _WHEN
    for token in tokens[last + 1 : min(sentence.last, last + 3)]:
        if token.lower in when:
            return next((i for i in scene.predicates_in(sentence) if i > token.i), None)
        if token.lower != ",":
            return None
    return None


def _across_nouns(nouns: Mapping[int, int], first: int, owner: int) -> int:
    """The nouns of events between an adjunct and an owner: each would sooner have it."""
    return _ACROSS_NOUN * sum(owner < noun < first for noun in nouns)


def _cost(scene: Scene, adjunct: tuple[int, int], owner: tuple[int, int]) -> int:
    first, last = adjunct
    low, high = owner
    predicate = owner[0] in scene.predicates
    if last < low and (_counts_from(scene, last) or _before_purpose(scene, last, low) or (not predicate and _of_other_noun(scene, adjunct, low))):
        return _FARTHEST + 1
    if last < low:
        low = _group_start(scene, low)
        cost = scene.between(last, low) + (0 if _opens_clause(scene, first) else _AGAINST_ORDER) if last < low else 0
    else:
        cost = scene.between(high, first)
    if high < first and _beneath_since(scene, owner[0], first):
        cost += _OF_NOUN
    if predicate and _of_noun(scene, first):
        cost += _OF_NOUN
    return cost - (_SYNTAX_BONUS if _hangs(scene, adjunct, owner[0]) else 0)


def _beneath_since(scene: Scene, owner: int, first: int) -> bool:
    """True for a time beyond a comma and a noun from which one counts: "la première visite depuis le début de la guerre, jeudi"."""
    tokens = scene.annotated.tokens
    counted = [t.lower for t in tokens[max(0, owner - 5) : owner]]
    return owner not in scene.predicates and "depuis" in counted and any(t.text == "," for t in tokens[owner + 1 : first])


def _of_noun(scene: Scene, first: int) -> bool:
    """True for a time behind "de" and a noun, or behind what one counts from: "l'artisan de l'accord de 2018", "depuis l'indépendance en 1960"."""
    if first < 2 or first not in scene.times:
        return False
    before, noun = scene.annotated.tokens[first - 1], scene.annotated.tokens[first - 2]
    if noun.pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    counted = any(t.lower in _COUNTED_FROM for t in scene.annotated.tokens[max(0, first - 5) : first - 2])
    return before.lower in OF_THE or (before.lower == "en" and counted)


def _of_other_noun(scene: Scene, adjunct: tuple[int, int], noun: int) -> bool:
    """True for the time of a noun before "et": "il a dénoncé l'accord de 2015 et rétabli des sanctions"."""
    between = scene.annotated.tokens[adjunct[1] + 1 : noun]
    return _of_noun(scene, adjunct[0]) and any(t.lower in _JOINING for t in between)


def _opens_clause(scene: Scene, first: int) -> bool:
    """True for an adjunct that opens a clause: only there does it stand before its verb or noun."""
    tokens = scene.annotated.tokens
    while first > 0 and tokens[first - 1].pos in ("ADP", "DET", "ADJ", "NOUN") and tokens[first - 1].sentence == tokens[first].sentence:
        first -= 1
    return first == 0 or tokens[first - 1].sentence != tokens[first].sentence or tokens[first - 1].pos in ("PUNCT", "CCONJ", "SCONJ", "PRON")


def _counts_from(scene: Scene, last: int) -> bool:
    """True for a time that counts from what follows: "deux jours après le putsch", "au lendemain de l'attaque"."""
    tokens = scene.annotated.tokens
    after = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    return tokens[last].lower in _COUNTING or after in _COUNTING or (tokens[last].lower in _NEXT_DAYS and after in OF_THE)


def _before_purpose(scene: Scene, last: int, verb: int) -> bool:
    """True for what stands before "afin de" or "pour" and an infinitive: "une pause à Karlstad, afin de laisser sortir les civils"."""
    between = scene.annotated.tokens[max(last + 1, verb - _PURPOSE) : verb]
    return scene.annotated.tokens[verb].has("VerbForm=Inf") and any(t.lower in ("afin", "pour") for t in between)


def _group_start(scene: Scene, head: int) -> int:
    """The first of a verb's auxiliaries, or the verb."""
    auxiliaries = scene.annotated.dependents(scene.annotated.tokens[head], "aux", "cop")
    return min((head, *(a.i for a in auxiliaries)))


def _hangs(scene: Scene, adjunct: tuple[int, int], owner: int) -> bool:
    """True when a word of the adjunct is governed by the owner."""
    tokens = scene.annotated.tokens
    return any(_governor_outside(tokens, i, adjunct) == owner for i in range(adjunct[0], adjunct[1] + 1))


def _governor_outside(tokens: tuple[Token, ...], i: int, adjunct: tuple[int, int]) -> int:
    head = tokens[i].head
    return head if not adjunct[0] <= head <= adjunct[1] else -1


def owners_of(scene: Scene, hit: Hit, governors: Sequence[Governor]) -> tuple[int, ...]:
    """The words whose adjuncts are the event's: its head, words of its phrase, participles that qualify it, the words that govern it, and for a
    participle or an infinitive the verb above it."""
    beneath = _beneath(scene, hit, governors)
    outlived = {g.head.i for g in governors if _outlived(hit, g)}
    words = (i for i in hit.words[1:] if hit.kind.type != "violation" or i > hit.head.i)  # "la trêve de samedi a été violée"
    own = (hit.head.i, *words, *hit.joined, *(t.i for t in beneath if effect_at(scene, t) not in APART and t.i not in outlived))
    above = [g.head for g in governors if g.shares_adjuncts and g.head.i not in outlived]
    during = circumstance_of(scene, hit) or _within(scene, hit)
    beside = (*told_beside(scene, hit, governors), *(() if (verb := befalling(scene, hit)) is None else (verb.i,)))
    gerunds = (i for g in governors if g.shares_adjuncts and _is_gerund(g) for i in _above(scene, g.head))
    brokered = _brokered(scene, hit)
    late = {t.i for t in beneath if _is_of_before(scene, hit, t, governors)}
    own = (*(i for i in own if i not in late), *(t.i for t in above if late), *(i for i in own if i in late))
    around = (*beside, *gerunds, *(() if during is None else (during.i,)), *brokered)
    return tuple(dict.fromkeys((*own, *(t.i for t in above), *_matrix(scene, hit), *around)))


def _brokered(scene: Scene, hit: Hit) -> tuple[int, ...]:
    """The participle that tells who brought it about, beyond a comma: "une trêve immédiate, arrachée à Oslo par le ministre"."""
    if hit.verbal or not hit.kind.mediated:
        return ()
    for token in scene.annotated.tokens[hit.last + 1 : min(scene.sentence(hit.head).last, hit.last + 1 + _BROKERED_WITHIN)]:
        if token.lower in mediating_participles():
            return (token.i,) if token.i in scene.predicates else ()
        if token.i in scene.predicates and not token.has("VerbForm=Part"):
            return ()
    return ()


def befalling(scene: Scene, hit: Hit) -> Token | None:
    """The word that tells what befell a place: "théâtre" in "la ville a été le théâtre d'un raid", "secoué" in "des heurts ont secoué Oslo"."""
    if hit.verbal or hit.kind.type not in ON_THE_GROUND:
        return None
    above = (t for t in scene.annotated.ancestors(hit.head) if t.sentence == hit.head.sentence)
    return next((t for t in above if scene.has_word("befalling", t.i, t.i + 1)), None)


def _beneath(scene: Scene, hit: Hit, governors: Sequence[Governor]) -> tuple[Token, ...]:
    """The participles that qualify an event's noun, and the infinitive of what it was to do; not that of what was signed before it begins ("ils ont
    signé samedi une trêve qui doit débuter lundi"), nor that of what began on another day ("la séance, qui devait débuter lundi, a débuté mardi")."""
    begun = was_to(scene, hit)
    signed = hit.kind.type in MADE and any(g.effect == "hold" and g.group is not None and g.group.tense == "past" for g in governors)
    began = any(g.effect in ("hold", "start") and g.group is not None and g.group.finite and g.group.modal is None for g in governors)
    return (*qualifiers(scene, hit), *(() if begun is None or signed or began else (begun,)))


def _is_of_before(scene: Scene, hit: Hit, participle: Token, governors: Sequence[Governor]) -> bool:
    """True for the participle that tells how a meeting began, or when it was first to be held, beside a verb that tells more of it ("les
    pourparlers, entamés lundi, reprendront", "d'abord fixée au 4 juin, elle se tiendra le 6"), and for that of an accord made before it is signed
    ("ils signeront lundi l'accord conclu samedi")."""
    verbs = [g for g in governors if g.group is not None and g.group.finite and g.shares_adjuncts and g.head.i != participle.i]
    effect = None if participle.has("VerbForm=Inf") else effect_at(scene, participle)
    made = hit.kind.type == "agreement" and effect == "hold" and any(g.effect == "hold" and g.head.i < participle.i for g in verbs)
    moved = effect == "plan" and any(t.lower in _AT_FIRST for t in scene.annotated.tokens[participle.i - 2 : participle.i])
    return made or (hit.kind.type == "meeting" and (effect == "start" or moved) and bool(verbs))


def told_beside(scene: Scene, hit: Hit, governors: Iterable[Governor]) -> tuple[int, ...]:
    """The verbs told in one breath with that of an event, whose adjuncts may be its own."""
    verbs = [hit.head] if hit.verbal else [g.head for g in governors if g.shares_adjuncts and g.group is not None]
    return (*(i for verb in verbs for i in coordinated(scene, verb)), *auxiliary_shared(scene, hit))


def _outlived(hit: Hit, governor: Governor) -> bool:
    """True for the verb of what happens to a truce or an accord that was made before: "la trêve a volé en éclats mardi"."""
    verb = governor.group
    befalls = verb is not None and not verb.passive and (not governor.effect or governor.head.lemma == "tenir")
    return hit.kind.type in MADE and governor.role == "subject" and befalls


def _within(scene: Scene, hit: Hit) -> Token | None:
    """The noun within whose days a relative clause happens: "la guerre de juin 1967, lors de laquelle le pays a occupé la rive"."""
    tokens = scene.annotated.tokens
    first = max(scene.sentence(hit.head).first, hit.head.i - _RELATIVE)
    which = next((i for i in range(hit.head.i - 1, first, -1) if tokens[i].lower in _WHICH), None)
    if which is None or not any(t.lower in _DURING for t in tokens[max(first, which - 3) : which]):
        return None
    nouns = (tokens[i] for i in range(which - 1, max(-1, which - _RELATIVE), -1))
    return next((t for t in nouns if t.pos == "NOUN" and t.sentence == hit.head.sentence and t.lower not in _DURING and t.i not in scene.times), None)


def _is_gerund(governor: Governor) -> bool:
    """True for "en rétablissant" in "il est sorti en 2018 en rétablissant les sanctions"."""
    return governor.group is not None and governor.group.mood == "participle" and not governor.group.passive and governor.head.lower.endswith("ant")


def _above(scene: Scene, verb: Token) -> tuple[int, ...]:
    """The predicate that a verb hangs on."""
    above = scene.annotated.tokens[verb.head]
    return (above.i,) if above.i != verb.i and above.i in scene.predicates and above.sentence == verb.sentence else ()


def _matrix(scene: Scene, hit: Hit) -> tuple[int, ...]:
    """The verb above a present participle ("a-t-il ajouté lundi, promettant une riposte") or of those who met ("les voisins, réunis en sommet,
    ont demandé lundi")."""
    if hit.group is None or hit.group.mood != "participle" or hit.group.perfect or (hit.passive and hit.kind.type != "meeting"):
        return ()
    above = scene.annotated.tokens[hit.head.head]
    if hit.passive:
        above = scene.annotated.tokens[above.head]
    return (above.i,) if above.i != hit.head.i and above.i in scene.predicates and above.sentence == hit.head.sentence else ()
