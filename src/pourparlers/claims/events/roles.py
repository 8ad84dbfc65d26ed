"""Who takes part in an event, who mediates, and which round it is."""

from collections.abc import Iterable, Iterator, Sequence

from pourparlers.claims.clauses import agent_of_passive, subjects
from pourparlers.claims.events.forms import word_lemmas
from pourparlers.claims.events.lexicon import domains
from pourparlers.claims.events.operators import Governor, qualifiers
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.triggers import Hit
from pourparlers.model.annotated import Token
from pourparlers.model.claim import Agent

_DEFAULTS = {"agents": ("subject", "agent"), "sides": ("subject", "object", "agent", "avec", "entre", "à"), "none": ()}
_OF_NOUNS = {"agents": ("de", "par", "entre"), "sides": ("de", "entre", "avec", "par"), "none": ()}
_FORMS = {"d'": "de", "d’": "de", "des": "de", "du": "de", "au": "à", "aux": "à"}
_PREPOSITIONS = frozenset(("de", "par", "entre", "avec", "à"))
_WINDOW = 16
#: A verb whose subject holds, begins or plans what its object names.
_DOES = frozenset(("hold", "announce", "start", "go_on", "end", "plan", "propose", "extend", "cancel", "postpone", "lift"))


def participants(scene: Scene, hit: Hit, above: Sequence[Governor]) -> tuple[Agent, ...]:
    """Who takes part, in the order of the text, each once."""
    tokens = _of_verb(scene, hit) if hit.verbal else _of_noun(scene, hit, above)
    found = [agent for token in tokens if (agent := agent_at(scene, token)) is not None]
    named = [side_of(agent) if hit.kind.type in ("attack", "movement", "capture", "interception") else agent for agent in found]
    return tuple(dict.fromkeys(named))


def agent_at(scene: Scene, token: Token) -> Agent | None:
    """The actor that a word names; for a common noun, the one that its adjective or complement names ("la délégation russe")."""
    mention = scene.actors.get(token.i)
    if mention is None:
        below = scene.annotated.dependents(token, "amod", "nmod", "flat", "appos")
        mention = next((scene.actors[t.i] for t in below if t.i in scene.actors), None)
    agent = None if mention is None else scene.context.agent(mention)
    return None if agent is None or agent.name == "" else agent


def side_of(agent: Agent) -> Agent:
    """The state of an army: armies that strike or move are their state."""
    words = agent.name.lower().replace("'", " ").split()
    armed = any(w.rstrip("s") in domains()["armed"] for w in words[:2])
    return Agent(agent.side) if armed and agent.side is not None else agent


def _of_verb(scene: Scene, hit: Hit) -> Iterator[Token]:
    positions = hit.trigger.parties or _DEFAULTS[hit.kind.roles]
    annotated = scene.annotated
    if not hit.passive and "subject" in positions:
        yield from subjects(annotated, hit.head)
    if hit.passive and (("subject" in positions and hit.kind.roles == "sides") or "object" in positions):
        yield from subjects(annotated, hit.head)
    if hit.passive and {"agent", "subject"} & set(positions):
        agent = agent_of_passive(annotated, hit.head)
        if agent is not None:
            yield agent
    if "object" in positions:
        yield from annotated.dependents(hit.head, "obj", "iobj")
    yield from _after(scene, hit, frozenset(positions))


def _of_noun(scene: Scene, hit: Hit, above: Sequence[Governor]) -> Iterator[Token]:
    for governor in above:
        if governor.group is not None and governor.effect in _DOES and hit.kind.roles != "none" and _by_subject(hit):
            yield from _of_governor(scene, governor, sides=hit.kind.roles == "sides")
    for participle in qualifiers(scene, hit):
        agent = agent_of_passive(scene.annotated, participle)
        if agent is not None and hit.kind.roles != "none":
            yield agent
    yield from _beside(scene, hit)
    yield from _after(scene, hit, frozenset(hit.trigger.parties or _OF_NOUNS[hit.kind.roles]))


def _by_subject(hit: Hit) -> bool:
    """False for a noun whose doers are never the subject of the verb above it ("ils ont trouvé la mort")."""
    return not hit.trigger.parties or "subject" in hit.trigger.parties


def _of_governor(scene: Scene, governor: Governor, *, sides: bool) -> Iterator[Token]:
    """Who does what the noun names: the subject of the verb above it, or its agent; for talks, also whom a verb is done "avec"."""
    assert governor.group is not None
    if governor.role == "object" and not governor.group.passive:
        yield from subjects(scene.annotated, governor.head)
    agent = agent_of_passive(scene.annotated, governor.head)
    if agent is not None:
        yield agent
    if sides and governor.role == "subject" and governor.effect == "hold":
        yield from scene.annotated.dependents(governor.head, "obj")


def _beside(scene: Scene, hit: Hit) -> Iterator[Token]:
    """The adjectives of a noun: "l'offensive russe"."""
    for i in (hit.head.i, *hit.joined):
        yield from (t for t in scene.annotated.dependents(scene.annotated.tokens[i], "amod") if t.i in scene.actors)


def _after(scene: Scene, hit: Hit, prepositions: frozenset[str]) -> Iterator[Token]:
    """The actors that stand after one of the prepositions, within the phrase: "entre A et B", "avec A"."""
    last = min(scene.sentence(hit.head).last, hit.last + 1 + _WINDOW)
    wanted = False
    for token in scene.annotated.tokens[hit.last + 1 : last]:
        form = _FORMS.get(token.lower, token.lower)
        if _ends_phrase(scene, token):
            return
        if form in _PREPOSITIONS or (token.pos == "ADP" and token.i not in scene.actors):
            wanted = form in prepositions or (wanted and form == "de")
        elif wanted and token.i in scene.actors and scene.actors[token.i].span.start == token.start:
            yield token


def _ends_phrase(scene: Scene, token: Token) -> bool:
    """A verb, save the participle of "prévues lundi", or a strong mark."""
    if token.i in scene.actors:
        return False
    return token.lower in (";", ":", ".") or (token.i in scene.predicates and not token.has("VerbForm=Part"))


def mediator(scene: Scene, hit: Hit, phrases: Iterable[tuple[int, int]]) -> Agent | None:
    """Who mediates or hosts. phrases: first and last tokens of the words that introduce one ("sous l'égide de")."""
    for _, last in phrases:
        tokens = scene.annotated.tokens[last + 1 : min(scene.sentence(hit.head).last, last + 7)]
        for token in tokens:
            if token.i in scene.actors:
                return scene.context.agent(scene.actors[token.i])
    return None


def round_of(scene: Scene, hit: Hit, ordinals: dict[str, int]) -> int | None:
    """The ordinal of a round of talks or of a summit."""
    if hit.kind.type != "meeting" or hit.verbal:
        return None
    before = scene.annotated.tokens[max(scene.sentence(hit.head).first, hit.head.i - 3) : hit.head.i]
    near = [*before, *scene.annotated.dependents(hit.head, "amod")]
    return next((ordinals[w] for t in near for w in (t.lower, *word_lemmas(t)) if w in ordinals), None)
