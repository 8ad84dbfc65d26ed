"""Who asserts an event: the tellers of its passage; whoever accuses somebody of it; nobody for an act done by speaking."""

from collections.abc import Sequence

from pourparlers.claims.clauses import agent_of_passive, subject
from pourparlers.claims.events.operators import Governor, matrix
from pourparlers.claims.events.parties import agent_at
from pourparlers.claims.events.patterns import is_reflexive
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.triggers import Hit
from pourparlers.claims.verbs import verb_group
from pourparlers.claims.voices import Voices
from pourparlers.model.annotated import Token
from pourparlers.model.claim import Agent, Attribution

#: Acts done by speaking: whoever announces a refusal has refused.
_SPOKEN = frozenset(("proposal", "rejection", "threat", "agreement", "aid", "ceasefire"))
#: Verbs that tell of what is to come, by the word of their subject.
_PROMISING = frozenset(("promettre", "évoquer"))
#: Verbs by which a speaker asks to be believed.
_INSISTING = frozenset(("affirmer", "assurer", "prétendre", "soutenir"))
_OF = frozenset(("de", "d'", "d’", "des", "du"))
#: Words before what only happened about the time of an accusation: "accusé de mensonge deux ans après le sommet".
_CIRCUMSTANCES = frozenset(("après", "avant", "depuis", "lors", "pendant", "malgré"))
_UNNAMED, _MUTUAL = Agent("unnamed"), Agent("mutual")
_CLIMB = 8


def attribution(scene: Scene, hit: Hit, above: Sequence[Governor], parties: tuple[Agent, ...], voices: Voices) -> tuple[Attribution, ...]:
    """The chain of those who assert an event, outermost first; empty for the article's own voice."""
    chain = voices.at(hit.span) or _announced(scene, _tellers(scene, hit, above))
    accuser = _accuser(scene, hit)
    if accuser is not None and accuser.agent == _MUTUAL and chain and chain[-1].verb == accuser.verb:
        return (*chain[:-1], accuser)
    if accuser is not None:
        return chain if chain and chain[-1].agent == accuser.agent else (*chain, accuser)
    if chain and hit.kind.type in _SPOKEN and speaks_for(chain[-1].agent, parties) and not _insists(chain[-1], hit):
        return chain[:-1]
    if not chain and hit.kind.type == "violation" and not hit.verbal:
        return (Attribution(_UNNAMED, "accuser", hit.head.start, hit.head.end),)
    return chain


def _insists(teller: Attribution, hit: Hit) -> bool:
    """True for "le mouvement affirme avoir refusé": who says only now that it was done may be believed or not."""
    return teller.verb in _INSISTING and hit.group is not None and hit.group.perfect


def _tellers(scene: Scene, hit: Hit, above: Sequence[Governor]) -> Sequence[Governor]:
    if hit.group is None:
        infinitive = next((g for g in above if g.group is not None and g.group.mood == "infinitive"), None)
        verb = None if infinitive is None else matrix(scene, infinitive.head)
        return above if verb is None else (*above, verb)
    verb = matrix(scene, hit.head) if hit.group.mood == "infinitive" else None
    return () if hit.group.mood == "infinitive" and verb is None else above if verb is None else (verb,)


def _announced(scene: Scene, above: Sequence[Governor]) -> tuple[Attribution, ...]:
    """The subject of "annoncer" or "revendiquer" above the noun of an event."""
    for governor in above:
        if (governor.effect == "announce" or governor.head.lemma in _PROMISING) and governor.group is not None:
            verb = governor.head
            told = governor.group.passive or (governor.group.mood == "participle" and verb.has("Tense=Past"))
            teller = agent_of_passive(scene.annotated, verb) if told else subject(scene.annotated, verb)
            agent = agent_at(scene, teller) if teller is not None else None
            return () if agent is None else (Attribution(agent, verb.lemma, verb.start, verb.end),)
    return ()


def speaks_for(agent: Agent, parties: tuple[Agent, ...]) -> bool:
    """True for one of the parties, or somebody who speaks for one."""
    return any(party.name in (agent.name, agent.side) for party in parties)


def _accuser(scene: Scene, hit: Hit) -> Attribution | None:
    """The subject of "accuser de" above the event: "unnamed" for a passive without agent, "mutual" where each accuses the other."""
    token, charged = hit.head, False
    for _ in range(_CLIMB):
        above = scene.annotated.tokens[token.head]
        if above.i == token.i:
            return None
        cases = {t.lower for t in scene.annotated.dependents(token, "case", "mark")}
        if cases & _CIRCUMSTANCES:
            return None
        charged = charged or bool(cases & _OF)
        if above.lemma in ("accuser", "accusation") and charged:
            return Attribution(_accuser_of(scene, above), "accuser", above.start, above.end)
        token = above
    return None


def _accuser_of(scene: Scene, verb: Token) -> Agent:
    if verb.lemma != "accuser":
        return _UNNAMED
    if is_reflexive(scene.annotated, verb):
        return _MUTUAL
    passive = verb_group(scene.annotated, verb).passive or verb.dep.startswith("acl")
    token = agent_of_passive(scene.annotated, verb) if passive else subject(scene.annotated, verb)
    if token is None:
        return _UNNAMED
    named = agent_at(scene, token)
    return named or (Agent(token.text) if token.pos == "NOUN" else _UNNAMED)
