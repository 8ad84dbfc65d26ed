"""Who asserts an event: the tellers of its passage; whoever accuses somebody of it; nobody for an act done by speaking."""

from collections.abc import Sequence
from itertools import pairwise

from pourparlers.claims.clauses import agent_of_passive, conjuncts, subject
from pourparlers.claims.events.doers import HELPING, IMPUTING, accuses, accusing_before, blamed
from pourparlers.claims.events.operators import Governor, effect_at, matrix, qualifiers
from pourparlers.claims.events.parties import agent_at
from pourparlers.claims.events.patterns import is_reflexive
from pourparlers.claims.events.roles import tells_of
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.standing import MADE
from pourparlers.claims.events.triggers import Hit
from pourparlers.claims.particles import CLOSING, OF_THE
from pourparlers.claims.speech.reach import RELATIVES
from pourparlers.claims.verbs import verb_group
from pourparlers.claims.voices import Voices
from pourparlers.model.annotated import Token
from pourparlers.model.claim import Agent, Attribution

#: Acts done by speaking: whoever announces a refusal has refused.
_SPOKEN = frozenset(("proposal", "rejection", "threat", "agreement", "aid", "ceasefire"))
#: Verbs by which somebody is proud of a deed of theirs, told in the perfect infinitive: "se félicite d'avoir pris la ville".
_BOASTING = frozenset(("enorgueillir", "féliciter", "prévaloir", "réjouir"))
#: Verbs of keeping to what two have agreed on.
_KEEPING = frozenset(("appliquer", "honorer", "observer", "respecter"))
#: Verbs that tell of what is to come, by the word of their subject.
_PROMISING = frozenset(("promettre", "évoquer"))
#: Verbs by which a speaker asks to be believed.
_INSISTING = frozenset(("affirmer", "assurer", "prétendre", "soutenir"))
#: Words before what only happened about the time of an accusation: "accusé de mensonge deux ans après le sommet".
_CIRCUMSTANCES = frozenset(("après", "avant", "depuis", "lors", "pendant", "malgré"))
#: What leads from an accusation to what it is of.
_CHARGING = OF_THE | {"sur"}
_UNNAMED, _MUTUAL = Agent("unnamed"), Agent("mutual")
_CLIMB = 8
#: What a participle tells of what is not made yet: "la signature prévue lundi".
_AHEAD = frozenset(("plan", "propose"))
#: So far behind a participle stands its day: "entrée en vigueur lundi".
_DATED_WITHIN = 5
_MAY, _MAYBE = "pouvoir", frozenset(("peut-être", "probablement", "sans doute"))
_ACCORDING, _OWNED = "selon", "revendiqué"
#: So many words before a noun may stand who tells of it.
_BESIDE = 7
#: So many words before "selon lesquelles" may stand who denies it: "nie mardi les informations de la presse selon lesquelles".
_REBUTTED = 14
#: Verbs that take what they blame for granted, and the types of event that one may blame without their having happened.
_BLAMING = frozenset(("dénoncer", "déplorer"))
_DENYING = frozenset(("démentir", "nier", "réfuter"))
#: With them, verbs by which somebody rejects what others tell.
_REBUTTING = _DENYING | {"balayer", "contester", "récuser", "rejeter"}
_BLAMED = frozenset(("attack", "violation", "movement", "capture", "displacement"))


def attribution(scene: Scene, hit: Hit, above: Sequence[Governor], parties: tuple[Agent, ...], voices: Voices) -> tuple[Attribution, ...]:
    """The chain of those who assert an event, outermost first; empty for the article's own voice."""
    chain = (
        voices.at(hit.span)
        or _joined_to(scene, hit, voices)
        or _announced(scene, _tellers(scene, hit, above))
        or _owned(scene, hit)
        or _beside(scene, hit)
    )
    chain = tuple(link for link in chain if link.verb not in _DENYING)  # who denies a deed does not assert it
    if chain and chain[-1].verb in _BLAMING and not _quoted(scene, hit) and hit.kind.type not in _BLAMED:
        chain = chain[:-1]  # what is blamed has been done
    if _in_spite_of(scene, hit) or _made_on_its_day(scene, hit) or _is_known(scene, hit) or (chain and _outside_words(scene, hit, chain[-1])):
        return ()
    accuser = _accuser(scene, hit)
    if accuser is not None and accuser.agent == _MUTUAL and chain and chain[-1].verb == accuser.verb:
        return (*chain[:-1], accuser)
    if accuser is not None:
        return chain if chain and accuser.agent in chain[-1].agents else (*chain, accuser)
    if chain and hit.kind.type in _SPOKEN and any(speaks_for(agent, parties) for agent in chain[-1].agents) and not _insists(chain[-1], hit, above):
        return chain[:-1]
    if not chain and hit.kind.type == "violation" and not hit.verbal:
        return (Attribution(_UNNAMED, "accuser", hit.head.start, hit.head.end),)
    return chain


def _quoted(scene: Scene, hit: Hit) -> bool:
    """True inside quotation marks, where words are a speaker's own whatever verb stands behind them."""
    return scene.annotated.quotation_at(hit.head.start) is not None


def _in_spite_of(scene: Scene, hit: Hit) -> bool:
    """True for the noun of "malgré la trêve" and "en dépit de l'accord", which is known to all."""
    if hit.verbal:
        return False
    before = [t for t in scene.annotated.tokens[max(scene.sentence(hit.head).first, hit.head.i - _BESIDE) : hit.head.i] if t.pos != "ADJ"]
    words = [t.lower for t in before]
    return words[-2:-1] == ["malgré"] or (words[-2:-1] in (["de"], ["d'"]) and words[-3:-2] == ["dépit"]) or words[-2:] == ["dépit", "du"]


def _made_on_its_day(scene: Scene, hit: Hit) -> bool:
    """True for what was made on a day that its own words tell, whatever is said of it: "la trêve, signée le 3 mai, tient, selon l'émissaire"."""
    if hit.verbal or hit.kind.type not in MADE or _quoted(scene, hit):
        return False
    if not any(t.has("Definite=Def") for t in scene.annotated.dependents(hit.head, "det")):
        return False
    last = scene.sentence(hit.head).last
    verb = next((i for i in scene.predicates_in(scene.sentence(hit.head)) if i > hit.last), last)
    made = any(q.i == verb and q.has("VerbForm=Part") and effect_at(scene, q) not in _AHEAD for q in qualifiers(scene, hit))
    return made and any(i in scene.times for i in range(verb + 1, min(last, verb + _DATED_WITHIN)))


def _is_known(scene: Scene, hit: Hit) -> bool:
    """True for the death that a clause takes for granted and only tells how it may have come: "un passant tué à Lima aurait pu être touché"."""
    if hit.group is None or not hit.passive or hit.kind.type != "attack" or not hit.head.dep.startswith("acl"):
        return False
    tokens, sentence = scene.annotated.tokens, scene.sentence(hit.head)
    told = next((tokens[i] for i in scene.predicates_in(sentence) if i > hit.last and verb_group(scene.annotated, tokens[i]).passive), None)
    if told is None:
        return False
    supposed = any(t.lower in _MAYBE for t in tokens[hit.last + 1 : told.i])
    return supposed or verb_group(scene.annotated, told).modal == _MAY


def _outside_words(scene: Scene, hit: Hit, teller: Attribution) -> bool:
    """True for a participle before the words that somebody is quoted with: "A Lima, tombée lundi, « on a faim », témoigne Ana"."""
    verb = scene.annotated.token_at(teller.start)
    if verb is None or hit.group is None or not hit.head.dep.startswith("acl") or verb.i < hit.last or _quoted(scene, hit):
        return False
    marks = [t for t in scene.annotated.tokens[max(hit.last, verb.i - 2) : verb.i] if t.text in CLOSING]
    between = scene.annotated.tokens[hit.last + 1 : verb.i]
    return bool(marks) and any(t.text == "," and scene.annotated.quotation_at(n.start) is not None for t, n in pairwise(between))


def is_denied(scene: Scene, hit: Hit, voices: Voices) -> bool:
    """True for what somebody denies and nobody is known to have done: "il nie qu'un échange ait eu lieu", not "que l'attaque ait été sanglante"."""
    chain = voices.at(hit.span)
    if chain and _is_rebutted(scene, chain[-1]):
        return True
    if not chain or chain[-1].verb not in _DENYING:
        return False
    return hit.verbal or not any(t.has("Definite=Def") or t.has("PronType=Dem") for t in scene.annotated.dependents(hit.head, "det"))


def denier(hit: Hit, voices: Voices) -> Agent | None:
    """Who says of it that it is not so: "le maire nie que"; None when somebody else says so, or nobody."""
    chain = voices.at(hit.span)
    return chain[-1].agent if chain and chain[-1].verb in _DENYING else None


def is_never(scene: Scene, hit: Hit) -> bool:
    """True for a verb with "jamais": "il n'a jamais rencontré le maire" tells of nothing called off."""
    if hit.group is None:
        return False
    return any(t.lower == "jamais" for t in scene.annotated.tokens[max(0, hit.group.first.i - 1) : hit.head.i + 2])


def _is_rebutted(scene: Scene, link: Attribution) -> bool:
    """True for what is told by accusations or reports that somebody denies: "le maire réfute les accusations selon lesquelles"."""
    told = scene.annotated.token_at(link.start)
    if link.verb != _ACCORDING or told is None or not any(t.lower in RELATIVES for t in scene.annotated.tokens[told.i + 1 : told.i + 2]):
        return False
    before = [i for i in scene.predicates_in(scene.sentence(told)) if told.i - _REBUTTED <= i < told.i]
    return bool(before) and scene.annotated.tokens[before[-1]].lemma in _REBUTTING


def _joined_to(scene: Scene, hit: Hit, voices: Voices) -> tuple[Attribution, ...]:
    """The tellers of what a phrase or a bare participle belongs to: "a fait état de dix blessés", "dit avoir pris la ville et détruit un pont"."""
    tokens = scene.annotated.tokens
    if not hit.verbal or hit.group is None:
        return ()
    if tells_of(scene, hit.head):
        return voices.at(tokens[max(hit.words)].span)
    if hit.head.dep != "conj" or hit.group.first != hit.head or any(True for _ in scene.annotated.dependents(hit.head, "nsubj")):
        return ()
    told = [t for t in scene.annotated.dependents(tokens[hit.head.head], "xcomp", "ccomp") if t.i < hit.head.i]
    perfect = [t for t in told if any(a.lower in HELPING for a in scene.annotated.dependents(t, "aux"))]
    return voices.at(perfect[-1].span) if perfect else ()


def _insists(teller: Attribution, hit: Hit, above: Sequence[Governor]) -> bool:
    """True for "le mouvement affirme avoir refusé" and "annonce avoir conclu un accord": who says only now that it was done may be believed or not;
    what two agree on is not done by one's announcing it, nor kept by one's saying so ("dit respecter la trêve")."""
    alone = hit.kind.type in MADE and len(teller.agents) == 1  # who agree announce it together
    said = [g for g in above if g.group is not None and g.group.mood == "infinitive"] if alone else []
    if any(g.group is not None and (g.group.perfect or g.head.lemma in _KEEPING) for g in said):
        return True
    return teller.verb in _INSISTING and hit.group is not None and hit.group.perfect


def _tellers(scene: Scene, hit: Hit, above: Sequence[Governor]) -> Sequence[Governor]:
    if hit.group is None:
        infinitive = next((g for g in above if g.group is not None and g.group.mood == "infinitive"), None)
        verb = None if infinitive is None else matrix(scene, infinitive.head)
        return above if verb is None else (*above, verb)
    verb = matrix(scene, hit.head) if hit.group.mood == "infinitive" else None
    return () if hit.group.mood == "infinitive" and verb is None else above if verb is None else (verb,)


def _owned(scene: Scene, hit: Hit) -> tuple[Attribution, ...]:
    """Whoever says that a deed is theirs: "un attentat revendiqué par les rebelles"."""
    for verb in qualifiers(scene, hit):
        teller = _after_by(scene, verb) if verb.lower.rstrip("es") == _OWNED else None
        if teller is not None:
            owner = agent_at(scene, teller) or Agent(teller.text)
            return (Attribution(owner, "revendiquer", verb.start, verb.end, _with(scene, teller, owner)),)
    return ()


def _after_by(scene: Scene, verb: Token) -> Token | None:
    """The noun after "par" within a few words of a participle, whatever the tree hangs it on."""
    near = scene.annotated.tokens[verb.i + 1 : min(scene.sentence(verb).last, verb.i + _BESIDE)]
    by = next((t.i for t in near if t.lower == "par"), None)
    return None if by is None else next((t for t in near if t.i > by and t.pos in ("NOUN", "PROPN")), None)


def _beside(scene: Scene, hit: Hit) -> tuple[Attribution, ...]:
    """Who stands behind "selon" just before a noun: "victime selon Oslo d'une attaque", "il prépare, selon son entourage, un voyage"."""
    tokens = scene.annotated.tokens
    near = range(hit.head.i - 1, max(scene.sentence(hit.head).first, hit.head.i - _BESIDE) - 1, -1)
    told = None if hit.verbal else next((tokens[i] for i in near if tokens[i].lower == _ACCORDING), None)
    if told is None or any(tokens[i].i in scene.predicates for i in range(told.i + 1, hit.head.i)):
        return ()
    agent = next((a for i in range(told.i + 1, hit.head.i) if i in scene.actors and (a := agent_at(scene, tokens[i])) is not None), None)
    return () if agent is None else (Attribution(agent, _ACCORDING, told.start, told.end),)


def _announced(scene: Scene, above: Sequence[Governor]) -> tuple[Attribution, ...]:
    """The subject of "annoncer" or "revendiquer" above the noun of an event."""
    for governor in above:
        if governor.group is not None and (governor.effect == "announce" or governor.head.lemma in _PROMISING | _BOASTING):
            verb = governor.head
            if governor.group.negated or (verb.lemma in _BOASTING and not _deed_beneath(scene, verb)):
                continue
            told = governor.group.passive or (governor.group.mood == "participle" and verb.has("Tense=Past"))
            teller = agent_of_passive(scene.annotated, verb) if told else subject(scene.annotated, verb)
            agent = agent_at(scene, teller) if teller is not None else None
            return () if agent is None or teller is None else (Attribution(agent, verb.lemma, verb.start, verb.end, _with(scene, teller, agent)),)
    return ()


def _deed_beneath(scene: Scene, verb: Token) -> bool:
    """True for a verb that governs an infinitive of the past: "se félicite d'avoir pris la ville"."""
    return any(t.has("VerbForm=Inf") for t in scene.annotated.tokens[verb.i + 1 : verb.i + 4] if t.lemma in ("avoir", "être"))


def speaks_for(agent: Agent, parties: tuple[Agent, ...]) -> bool:
    """True for one of the parties, or somebody who speaks for one."""
    return any(party.name in (agent.name, agent.side) for party in parties)


def _with(scene: Scene, head: Token, agent: Agent) -> tuple[Agent, ...]:
    """Those who are named with somebody by "et": "ont annoncé la Ligue et l'Union"."""
    others = (agent_at(scene, token) for token in conjuncts(scene.annotated, head) if token.i != head.i)
    return tuple(dict.fromkeys(other for other in others if other is not None and other != agent))


def _accuser(scene: Scene, hit: Hit) -> Attribution | None:
    """The subject of "accuser de" above the event: "unnamed" for a passive without agent, "mutual" where each accuses the other."""
    token, charged = hit.head, False
    for _ in range(_CLIMB):
        above = scene.annotated.tokens[token.head]
        if above.i == token.i:
            break
        cases = {t.lower for t in scene.annotated.dependents(token, "case", "mark")}
        if cases & _CIRCUMSTANCES:
            return None
        charged = charged or bool(cases & _CHARGING) or _shares_charge(scene, token, above)
        if (above.lemma == "accusation" or accuses(scene, above)) and charged:
            return Attribution(_accuser_of(scene, above), "accuser", above.start, above.end)
        token = above
    verb = accusing_before(scene, hit)
    blame = next((v for v in qualifiers(scene, hit) if v.lower.startswith(IMPUTING)), None) if hit.kind.type == "attack" else None
    if verb is None and blame is not None and any(True for _ in blamed(scene, hit, ())):  # "l'attaque, attribuée aux rebelles": by whom is not told
        return Attribution(_UNNAMED, "accuser", blame.start, blame.end)
    return None if verb is None else Attribution(_accuser_of(scene, verb), "accuser", verb.start, verb.end)


def _shares_charge(scene: Scene, token: Token, verb: Token) -> bool:
    """True for the second participle of "accuse les miliciens de l'avoir frappé et tué", which the tree hangs on "accuse"."""
    if token.dep != "conj" or not token.has("VerbForm=Part") or any(True for _ in scene.annotated.dependents(token, "aux:tense", "nsubj")):
        return False
    charges = [t for t in scene.annotated.dependents(verb, "xcomp") if verb.i < t.i < token.i]
    return any(m.lower in OF_THE for t in charges for m in scene.annotated.dependents(t, "mark"))


def _before_who(scene: Scene, verb: Token) -> Token | None:
    """Whoever stands right before "qui accuse", whatever the tree hangs the clause on; None for another verb or where nobody stands there."""
    tokens, first = scene.annotated.tokens, scene.sentence(verb).first
    at = verb.i - 1
    while at > first and tokens[at].pos in ("AUX", "ADV"):
        at -= 1
    if at <= first or tokens[at].lower != "qui":
        return None
    at -= 2 if tokens[at - 1].text == "," else 1
    mention = scene.actors.get(tokens[at].i) if at >= first else None
    head = None if mention is None else scene.annotated.token_at(mention.span.start)
    return head if mention is not None and mention.span.end == tokens[at].end else None


def _owner_of(scene: Scene, noun: Token) -> Agent | None:
    """Whose accusation it is: "les accusations de Lima sur", "les accusations kényanes de"."""
    behind = scene.annotated.tokens[noun.i + 1 : noun.i + 4]
    if behind and behind[0].pos == "ADJ":
        return agent_at(scene, behind[0])
    named = next((t for t in behind if t.i in scene.actors), None) if behind and behind[0].lower in OF_THE else None
    return None if named is None else agent_at(scene, named)


def _accuser_of(scene: Scene, verb: Token) -> Agent:
    if verb.lemma == "accusation":
        return _owner_of(scene, verb) or _UNNAMED
    if is_reflexive(scene.annotated, verb):
        return _MUTUAL
    group = verb_group(scene.annotated, verb)
    passive = group.passive or (verb.dep.startswith("acl") and not group.finite)
    token = agent_of_passive(scene.annotated, verb) if passive else (_before_who(scene, verb) or subject(scene.annotated, verb))
    if token is None:
        return _UNNAMED
    named = agent_at(scene, token)
    return named or (Agent(token.text) if token.pos == "NOUN" else _UNNAMED)
