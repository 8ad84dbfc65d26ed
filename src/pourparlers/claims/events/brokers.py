"""Who brings others together: mediators, by the words that introduce them, and hosts, by the verb above the noun of a meeting."""

from collections.abc import Iterable, Sequence

from pourparlers.claims.clauses import subjects
from pourparlers.claims.events.operators import Governor
from pourparlers.claims.events.parties import parties_at, side_name
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.surroundings import mediating_participles
from pourparlers.claims.events.triggers import Hit
from pourparlers.claims.particles import OF_THE
from pourparlers.model.annotated import Token
from pourparlers.model.claim import Agent
from pourparlers.model.mention import Mention
from pourparlers.model.text import Span

#: Verbs of lending others a roof.
HOSTING = frozenset(("abriter", "accueillir", "héberger"))
_CHAIRING = frozenset(("clore", "ouvrir", "présider"))
_CONVENING, _BETWEEN = "réunir", "entre"
#: So far behind words of mediation stands who mediates, and so far behind a noun those words.
_NAMED_WITHIN, _WINDOW = 6, 16


def mediator(scene: Scene, hit: Hit, phrases: Iterable[tuple[int, int]]) -> Agent | None:
    """Who mediates or hosts. phrases: first and last tokens of the words that introduce one ("sous l'égide de")."""
    sentence = scene.sentence(hit.head)
    for _, last in phrases:
        tokens = scene.annotated.tokens[last + 1 : sentence.last]
        named = scene.context.mentions.within(Span(tokens[0].start, tokens[-1].end)) if tokens else ()
        near = bool(named) and named[0].span.start <= tokens[min(_NAMED_WITHIN, len(tokens)) - 1].start
        if near and not _of_other_words(scene, last, named[0]):
            return scene.context.agent(named[0])
    return _organiser(scene, hit)


def _of_other_words(scene: Scene, last: int, named: Mention) -> bool:
    """True for whom other words than those of mediation are of: "médiateur dans le conflit malien", "médiateur pour le Mali"."""
    between = [t for t in scene.annotated.tokens_in(Span(scene.annotated.tokens[last].end, named.span.start)) if t.i > last]
    return any((t.pos == "ADP" and t.lower not in OF_THE) or (t.pos == "NOUN" and named.form == "adjective") for t in between)


def _organiser(scene: Scene, hit: Hit) -> Agent | None:
    """Who mediates where a place parts the two words: "les pourparlers organisés à Oslo par le Qatar"."""
    near = scene.annotated.tokens[hit.last + 1 : min(scene.sentence(hit.head).last, hit.last + 1 + _WINDOW)]
    participle = next((n for n, t in enumerate(near) if t.lower in mediating_participles()), None)
    if participle is None or any(t.i in scene.predicates and not t.has("VerbForm=Part") for t in near[:participle]):
        return None
    behind = near[participle + 1 : participle + 1 + _NAMED_WITHIN]
    by = next((n for n, t in enumerate(behind) if t.lower == "par"), len(behind))
    named = (scene.actors[t.i] for t in behind[by:] if t.i in scene.actors)
    return next((scene.context.agent(mention) for mention in named), None)


def host(scene: Scene, hit: Hit, above: Sequence[Governor]) -> Agent | None:
    """Who lends a roof to a meeting of others ("le Qatar accueille des pourparlers"), or brings about what others agree upon."""
    for governor in above:
        if (
            (lends_roof(scene, hit, governor) or brings_about(scene, hit, governor))
            and governor.group is not None
            and governor.role == "object"
            and not governor.group.passive
        ):
            hosts = subjects(scene.annotated, governor.head)
            return next((agent for token in hosts for agent in parties_at(scene, token, hit.kind.type)), None) or _country_of(scene, hosts)
    return None


def lends_roof(scene: Scene, hit: Hit, governor: Governor) -> bool:
    """True for "accueillir" and "abriter", whose subject lends its roof, and for one who opens or presides over what others hold."""
    if hit.kind.kind != "meeting.talks" or governor.head.lemma not in _CHAIRING:
        return governor.head.lemma in HOSTING
    opening = tuple(subjects(scene.annotated, governor.head))  # two who open talks hold them
    return len(opening) == 1 and opening[0].has("Number=Sing")


def brings_about(scene: Scene, hit: Hit, governor: Governor) -> bool:
    """True for who obtains what two others make: "le Kenya a arraché une trêve entre la Norvège et le Tchad"."""
    if not scene.has_word("brokering", governor.head.i, governor.head.i + 1):
        return False
    tokens = scene.annotated.tokens[hit.last + 1 : min(scene.sentence(hit.head).last, hit.last + _WINDOW)]
    between = next((t.i for t in tokens if t.lower == _BETWEEN), None)
    return between is not None and any(t.i in scene.actors for t in scene.annotated.tokens[between + 1 : between + _NAMED_WITHIN])


def convener(scene: Scene, hit: Hit) -> Agent | None:
    """Who brings together others told of only as delegations: "le médiateur a réuni mardi les dix-neuf délégations"."""
    if not hit.verbal or hit.passive or hit.head.lemma != _CONVENING:
        return None
    behind = scene.annotated.tokens[hit.last + 1 : min(scene.sentence(hit.head).last, hit.last + _WINDOW)]
    met = [t for t in behind if t.head == hit.head.i and scene.has_word("mutual", t.i, t.i + 1)]
    calling = (agent for token in subjects(scene.annotated, hit.head) for agent in parties_at(scene, token, hit.kind.type))
    return next(calling, None) if met else None


def _country_of(scene: Scene, hosts: Iterable[Token]) -> Agent | None:
    """The state of whoever stands before "dont le pays": "le ministre, dont le pays a accueilli la rencontre"."""
    for token in hosts:
        before = [t for t in scene.annotated.tokens[max(scene.sentence(token).first, token.i - 4) : token.i] if t.lower not in ("le", ",")]
        if token.lower == "pays" and len(before) > 1 and before[-1].lower == "dont" and (mention := scene.actors.get(before[-2].i)) is not None:
            return side_name(scene.context, scene.context.agent(mention))
    return None
