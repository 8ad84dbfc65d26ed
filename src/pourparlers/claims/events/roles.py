"""Who takes part in an event."""

from collections.abc import Iterable, Iterator, Sequence

from pourparlers.claims.clauses import agent_of_passive, clause_head, subjects
from pourparlers.claims.events.brokers import brings_about, lends_roof
from pourparlers.claims.events.doers import (
    accused,
    assembled,
    attending,
    blamed,
    deciders,
    doers_of_verb,
    has_doer,
    shared_subject,
    speaker_behind,
    troops,
)
from pourparlers.claims.events.lexicon import triggers
from pourparlers.claims.events.office import armed_holder
from pourparlers.claims.events.operators import APART, Governor, effect_at, qualifiers
from pourparlers.claims.events.parties import distinct, enumerated, itemised, parties_at
from pourparlers.claims.events.patterns import patterns_at
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.standing import RENDEZVOUS
from pourparlers.claims.events.surroundings import mediating_participles
from pourparlers.claims.events.triggers import Hit
from pourparlers.claims.particles import OF_THE, QUOTES, THAT
from pourparlers.model.annotated import Token
from pourparlers.model.claim import Agent
from pourparlers.model.mention import Mention

_DEFAULTS = {"agents": ("subject", "agent"), "sides": ("subject", "object", "agent", "avec", "entre", "à"), "none": ()}
_OF_NOUNS = {"agents": ("de", "par", "entre"), "sides": ("de", "entre", "avec", "par"), "none": ()}
_FORMS = {"d'": "de", "d’": "de", "des": "de", "du": "de", "au": "à", "aux": "à"}
_PREPOSITIONS = frozenset(("de", "par", "entre", "avec", "à"))
_WITH, _BY = frozenset(("avec", "entre")), frozenset(("par",))
#: The two of a sentence that opens with "entre" stand in so many words.
_BETWEEN, _OPENING = "entre", 30
_UNDER = "sous"
#: Effects of verbs whose subjects make what their object names: "ils ont discuté d'une trêve", "se sont entendus sur un accord".
_BETWEEN_SIDES = frozenset(("decide", "discuss"))
_CIRCUMSTANTIAL = frozenset(("dans", "lors", "pendant", "sur"))
_WINDOW = 16
#: A meeting that takes no two: somebody calls it together.
_COUNCIL = "meeting.council"
_STOPS = QUOTES | {";", ":"}
#: What ends a phrase.
_ENDING = frozenset((";", ":", ".", "dont"))
#: What opens an adverbial in which a deed is named.
_OPENINGS = frozenset(("à", "après", "avant", "depuis", "malgré"))
#: Whoever "est réfugié" did it, as whoever "s'est réfugié" did.
_EXILE = "displacement.exile"
_RELEASE = "exchange.release"
#: Whoever they are of is attacked there.
_SITES = frozenset(("base", "camp", "caserne", "convoi", "patrouille", "poste", "position", "positions", "village"))
#: Who watches over what two sides keep to is none of them: "un cessez-le-feu supervisé par l'ONU".
_OVERSEEING = frozenset(("encadrer", "garantir", "observer", "superviser", "surveiller"))
#: Who stands behind "à" and one of these takes no part: "le Conseil se réunira à la demande du Gabon".
_PROMPTING = frozenset(("appel", "demande", "initiative", "instigation", "invitation", "requête"))
#: So far behind a name stands the agenda that it heads.
_AGENDA_WITHIN = 5
#: What somebody takes back of talks, or gives: "a suspendu sa participation aux pourparlers".
_THEIR = frozenset(("sa", "son", "leur"))
_MEANS = frozenset(("avec", "par"))
_SUFFERING = frozenset(("endurer", "essuyer", "repousser", "subir"))
#: Effects of nouns of what is meant to be done.
_PLANS = frozenset(("plan", "propose"))
#: Who announces one of these by another verb than these tells of what others did: "l'armée dénonce des tirs".
_HOSTILE = frozenset(("attack", "capture", "displacement", "movement", "violation"))
_OWNING = frozenset(("admettre", "annoncer", "confirmer", "reconnaître", "revendiquer"))
#: A verb whose subject holds, begins or plans what its object names.
_DOES = frozenset(("hold", "announce", "start", "go_on", "end", "plan", "propose", "extend", "cancel", "postpone", "lift"))


def participants(scene: Scene, hit: Hit, above: Sequence[Governor]) -> tuple[Agent, ...]:
    """Who takes part, in the order of the text, each once."""
    for tokens in _ways(scene, hit, above):
        others = (token for token in tokens if token.i != hit.head.i or hit.kind.type != "attack")  # an attack "a fait dix morts" itself
        named = (each for token in others for each in (itemised(scene, token) or enumerated(scene, token, hit.head)))
        found = distinct(agent for each in named for agent in parties_at(scene, each, hit.kind.type))
        if found:
            return found
    return assembled(scene, hit)


def _ways(scene: Scene, hit: Hit, above: Sequence[Governor]) -> Iterator[Iterable[Token]]:
    """Where those who take part may stand, the surest first; the next is looked at when one names nobody."""
    behind = speaker_behind(scene, hit)
    yield () if behind is None else (behind,)
    holder = armed_holder(scene, hit.head) if hit.kind.type == "capture" and not hit.verbal else None
    yield () if holder is None else (holder,)
    yield accused(scene, hit)
    yield _of_verb(scene, hit) if hit.verbal else _of_noun(scene, hit, above)
    if hit.kind.roles == "sides" and not hit.verbal:
        yield _between_behind(scene, hit)
    if hit.kind.roles != "none":
        yield deciders(scene, hit, above)
        shared = shared_subject(scene, hit)
        yield () if shared is None else (shared,)
        yield troops(scene, hit)
        yield _opening_between(scene, hit)
        yield attending(scene, hit)


def _opening_between(scene: Scene, hit: Hit) -> Iterator[Token]:
    """The two of a sentence that opens with them: "Entre les rebelles et l'armée, les pourparlers reprendront"."""
    sentence = scene.sentence(hit.head)
    tokens = scene.annotated.tokens[sentence.first : min(hit.head.i, sentence.first + _OPENING)]
    if hit.verbal or hit.kind.roles != "sides" or not tokens or tokens[0].lower != _BETWEEN:
        return
    for token in tokens:
        if token.text == ",":
            return
        if _names_somebody(scene, token, _BETWEEN):
            yield token


def _between_behind(scene: Scene, hit: Hit) -> Iterator[Token]:
    """The two whom "entre" names behind the verb: "des combats ont éclaté dimanche entre l'armée et le Front"."""
    tokens, last = scene.annotated.tokens, scene.sentence(hit.head).last
    for token in tokens[hit.last + 1 : last]:
        if token.lower == _BETWEEN:
            yield from _named_behind(scene, hit, token.i, frozenset((_BETWEEN,)))
            return
        if token.text in _STOPS or any(pattern.entry.pos == "noun" for pattern, _ in patterns_at(scene.annotated, triggers(), token)):
            return


def _of_verb(scene: Scene, hit: Hit) -> Iterator[Token]:
    positions = _DEFAULTS[hit.kind.roles] if hit.trigger.parties is None else hit.trigger.parties
    if hit.kind.type == "exchange":  # those exchanged take no part
        positions = tuple(p for p in positions if p != "object")
    annotated = scene.annotated
    if not hit.passive and {"agent", "subject"} & set(positions) and not tells_of(scene, hit.head):
        yield from doers_of_verb(scene, hit)
    if hit.passive and (("subject" in positions and (hit.kind.roles == "sides" or hit.kind.kind == _EXILE)) or "object" in positions):
        yield from subjects(annotated, hit.head)
    if hit.passive and {"agent", "subject"} & set(positions):
        agent = agent_of_passive(annotated, hit.head)
        if agent is not None:
            yield agent
            yield from _whose(scene, agent)
    if "object" in positions:
        acted_on = [t for t in annotated.dependents(hit.head, "obj", "iobj") if t.i not in hit.words]  # "signer la paix de Juba" names no party
        yield from acted_on
        if hit.kind.type in RENDEZVOUS and hit.kind.kind != _COUNCIL and not hit.passive and all(t.i in scene.times for t in acted_on):
            yield from _behind_adjuncts(scene, hit)
    yield from _after(scene, hit, frozenset(positions))


def _behind_adjuncts(scene: Scene, hit: Hit) -> tuple[Token, ...]:
    """Who is met, behind a day and a place that the tree hangs the name on: "a reçu lundi au Palais blanc le chef rebelle Jean Kaya"."""
    tokens = scene.annotated.tokens
    for token in tokens[hit.last + 1 : min(scene.sentence(hit.head).last, hit.last + _WINDOW)]:
        if token.text in _STOPS or token.text == "," or token.i in scene.predicates:
            return ()
        mention = scene.actors.get(token.i)
        if mention is not None and mention.span.start == token.start and mention.form != "adjective":
            before = next(t for t in reversed(tokens[: token.i]) if t.pos not in ("DET", "NUM", "ADJ") or t.i in scene.times)
            if before.pos != "ADP" and before.lower not in _PREPOSITIONS:
                return (token,)
    return ()


def _of_noun(scene: Scene, hit: Hit, above: Sequence[Governor]) -> Iterator[Token]:
    for governor in above:
        told = hit.kind.type in _HOSTILE and governor.effect == "announce" and governor.head.lemma not in _OWNING
        does = governor.effect in _DOES or (governor.effect in _BETWEEN_SIDES and hit.kind.roles == "sides")
        if governor.group is not None and does and hit.kind.roles != "none" and _by_subject(hit) and not told:
            yield from _of_governor(scene, hit, governor)
        elif _answers_by(scene, hit, governor):
            yield from subjects(scene.annotated, governor.head)
    yield from blamed(scene, hit, above)
    for participle in qualifiers(scene, hit):
        agent = agent_of_passive(scene.annotated, participle)
        if hit.kind.roles == "none" or _by_others(scene, hit, participle):
            continue
        if agent is not None:
            yield agent
        elif hit.kind.roles == "sides":  # "paraphé le 1er mars par le gouvernement", which the tree hangs on the day
            yield from _named_behind(scene, hit, participle.i + 1, _BY)
    yield from _beside(scene, hit)
    yield from _taking_part(scene, hit)
    positions = frozenset(_OF_NOUNS[hit.kind.roles] if hit.trigger.parties is None else hit.trigger.parties)
    suffered = hit.kind.kind == _RELEASE or (hit.kind.type == "attack" and has_doer(scene, hit))
    yield from _after(scene, hit, positions - {"de"} if suffered else positions)  # "la libération de X": X is let go


def _taking_part(scene: Scene, hit: Hit) -> Iterator[Token]:
    """Who takes part where a noun tells so: "le parti a suspendu sa participation aux pourparlers avec Lima"."""
    noun = scene.annotated.tokens[hit.head.head]
    if not scene.has_word("participation", noun.i, noun.i + 1) or not any(t.lower in _THEIR for t in scene.annotated.dependents(noun, "det")):
        return
    yield from subjects(scene.annotated, clause_head(scene.annotated, noun))


def _answers_by(scene: Scene, hit: Hit, governor: Governor) -> bool:
    """True for what the subject of "répondre" and its like does: "a répondu par des frappes"."""
    by = any(t.lower in _MEANS for t in scene.annotated.dependents(hit.head, "case"))
    return by and scene.has_word("answer", governor.head.i, governor.head.i + 1)


def _by_others(scene: Scene, hit: Hit, participle: Token) -> bool:
    """True for "condamné par"; for what two sides do, also for "annoncé par" and "parrainé par": who announces or mediates it is none of them."""
    effect = effect_at(scene, participle)
    if any(pattern.entry.kind.startswith("rejection") for pattern, _ in patterns_at(scene.annotated, triggers(), participle)):
        return True  # "le dialogue, boycotté par l'opposition"
    if hit.kind.roles == "sides" and participle.lemma in _OVERSEEING:
        return True
    return effect in APART or (hit.kind.roles == "sides" and (effect == "announce" or participle.lower in mediating_participles()))


def _by_subject(hit: Hit) -> bool:
    """False for a noun whose doers are never the subject of the verb above it ("ils ont trouvé la mort")."""
    return hit.trigger.parties is None or "subject" in hit.trigger.parties


def _of_governor(scene: Scene, hit: Hit, governor: Governor) -> Iterator[Token]:
    """Who does what the noun names: the subject of the verb above it, or its agent; for talks, also whom a verb is done "avec"."""
    assert governor.group is not None
    others = _suffers(scene, governor.head) or lends_roof(scene, hit, governor) or brings_about(scene, hit, governor)
    if governor.role == "object" and not governor.group.passive and not others:
        acting = subjects(scene.annotated, governor.head)  # not "présidence" in "sous la présidence du Kenya, l'Ouganda et le Tchad ont signé"
        yield from (t for t in acting if all(c.lower != _UNDER for c in scene.annotated.dependents(t, "case")))
    agent = agent_of_passive(scene.annotated, governor.head)
    if agent is not None:
        yield agent
    if hit.kind.roles == "sides" and governor.role == "subject" and governor.effect == "hold":
        yield from scene.annotated.dependents(governor.head, "obj")
    if hit.kind.roles == "sides" and governor.role == "object" and governor.head.i < hit.head.i:
        yield from _named_behind(scene, hit, governor.head.i + 1, _WITH)  # "ils ont conclu avec Lima un accord"


def _suffers(scene: Scene, verb: Token) -> bool:
    """True for "subir" and "faire l'objet de", whose subject is whom an event befalls, and for "faire état de", whose subject tells of it."""
    return verb.lemma in _SUFFERING or any(t.lower in ("objet", "état") for t in scene.annotated.tokens[verb.i + 1 : verb.i + 3])


def tells_of(scene: Scene, verb: Token) -> bool:
    """True for "faire état de", whose subject tells of what others did: "l'armée a fait état de deux soldats blessés"."""
    return verb.lemma == "faire" and any(t.lower == "état" for t in scene.annotated.tokens[verb.i + 1 : verb.i + 3])


def _beside(scene: Scene, hit: Hit) -> Iterator[Token]:
    """The adjectives of a noun, and of the noun of a plan above it: "l'offensive russe", "le projet russe d'annexion"."""
    above = scene.annotated.tokens[hit.head.head]
    plan = (above.i,) if hit.kind.roles == "agents" and above.pos == "NOUN" and effect_at(scene, above) in _PLANS else ()
    for i in (hit.head.i, *hit.joined, *plan):
        yield from _whose(scene, scene.annotated.tokens[i])


def _whose(scene: Scene, noun: Token) -> Iterator[Token]:
    """The adjectives of a noun that names no actor, and those of the weapon that it is done with: "une frappe de drone turc"."""
    if noun.i in scene.actors:
        return
    weapons = (t for t in scene.annotated.dependents(noun, "nmod") if scene.has_word("weapon", t.i, t.i + 1))
    for each in (noun, *weapons):
        yield from (t for t in scene.annotated.dependents(each, "amod") if t.i in scene.actors)


def _after(scene: Scene, hit: Hit, prepositions: frozenset[str]) -> Iterator[Token]:
    """The actors that stand after one of the prepositions, within the phrase: "entre A et B", "avec A"."""
    return _named_behind(scene, hit, hit.last + 1, prepositions)


def _named_behind(scene: Scene, hit: Hit, first: int, prepositions: frozenset[str]) -> Iterator[Token]:
    """The actors that stand after one of the prepositions, within the phrase that begins at a token."""
    last = min(scene.sentence(hit.head).last, first + _WINDOW)
    opened = ""
    for token in scene.annotated.tokens[first:last]:
        form = _FORMS.get(token.lower, token.lower)
        if (
            _ends_phrase(scene, token)
            or (form == _BETWEEN and opened in _CIRCUMSTANTIAL and hit.kind.roles == "agents")  # "une mise en garde dans le conflit entre A et B"
            or (token.text == "," and _is_circumstance(scene, hit))
            or (hit.kind.roles == "agents" and _strikes(scene, token))
            or (opened in _WITH and _opens_topic(scene, token))
        ):
            return
        if form in _PREPOSITIONS or (token.pos == "ADP" and token.i not in scene.actors):
            # "de" goes on with what an earlier preposition began: "contre des positions de X" names no doer; a town or a day goes before it
            opened = opened or form if form == "de" and not _released(scene, hit, token, opened) and not _after_adjunct(scene, token) else form
        elif token.pos == "DET" and _opens_anew(scene, token):
            opened = ""  # "un raid sur un hôtel de Karlstad le puissant chef"
        elif opened == "de" and token.lower in _SITES:
            opened = "contre"  # "l'attaque d'une base de soldats"
        elif opened == "à" and token.lower in _PROMPTING:
            opened = token.lower
        elif opened in prepositions and _names_somebody(scene, token, opened):
            yield token


def _opens_topic(scene: Scene, preposition: Token) -> bool:
    """True for "du" in "il s'est entretenu avec le ministre du retrait des troupes": behind who is met, before what they speak of."""
    after = next((t for t in scene.annotated.tokens[preposition.i + 1 : preposition.i + 3] if t.pos != "DET"), preposition)
    behind = preposition.i - 1 in scene.actors and after.i not in scene.actors
    return preposition.lower in OF_THE and behind and any(True for _ in patterns_at(scene.annotated, triggers(), after))


def _opens_anew(scene: Scene, determiner: Token) -> bool:
    """True for an article right behind a noun or a name, which no preposition, comma or conjunction leads to."""
    before = scene.annotated.tokens[determiner.i - 1]
    return before.pos in ("NOUN", "PROPN", "ADJ") and before.i not in scene.times and determiner.has("PronType=Art")


def _released(scene: Scene, hit: Hit, preposition: Token, opened: str) -> bool:
    """True before whom somebody lets go or attacks: "la libération par le pays de trois otages"."""
    done_to = hit.kind.kind == _RELEASE or hit.kind.type == "attack"
    return done_to and opened == "par" and preposition.i - 1 in scene.actors and preposition.i not in scene.actors


def _after_adjunct(scene: Scene, preposition: Token) -> bool:
    """True for "d'" in "l'arrivée samedi à Karlstad d'une délégation", behind a town or a day that no "de" belongs to."""
    before = preposition.i - 1
    town = before in scene.places and before not in scene.actors and scene.places[before].place.precision == "city"
    return preposition.lower in ("d'", "d’", "de") and (town or before in scene.times)


def _is_circumstance(scene: Scene, hit: Hit) -> bool:
    """True for the noun of the adverbial that opens a sentence, where the comma ends its phrase: "aux tirs des rebelles, l'armée a répondu", "après
    des mois de raids, Lima et Quito se parlent", "en visite à Lima, le ministre a dit"."""
    before = scene.annotated.tokens[scene.sentence(hit.head).first : hit.head.i]
    if not before or any(t.i in scene.predicates or t.pos == "PUNCT" for t in before):
        return False
    opening = _FORMS.get(before[0].lower, before[0].lower)
    return (opening == "en" and all(t.pos == "ADP" for t in before)) or (opening in _OPENINGS and hit.kind.roles == "agents")


def _strikes(scene: Scene, token: Token) -> bool:
    """True for the participle before whom a deed is done to: "l'attaque visant des gendarmes"."""
    return token.i in scene.predicates and token.lower.endswith("ant")


def _names_somebody(scene: Scene, token: Token, preposition: str) -> bool:
    """True for the first word of a mention; for an adjective, after "entre" or "avec" alone: "de territoires turcs" names nobody."""
    mention = scene.actors.get(token.i)
    if mention is None or mention.span.start != token.start or (preposition == "avec" and _on_agenda(scene, mention)):
        return False
    place = scene.places.get(token.i)
    if place is not None and len(place.span) > len(mention.span) and place.span.covers(mention.span):
        return False  # "dans le sud-ouest du Zormel"
    return mention.form != "adjective" or (preposition in ("entre", "avec") and not scene.has_word("soil", token.i - 1, token.i))


def _ends_phrase(scene: Scene, token: Token) -> bool:
    """A verb, save the bare participle of "prévues lundi", or a strong mark."""
    if token.i in scene.actors:
        return False
    if token.text == ",":
        return not (_goes_on_listing(scene, token) or _sets_off_time(scene, token))
    if (
        token.lower in mediating_participles()
        or token.lemma in _OVERSEEING
        or token.pos == "AUX"
        or (token.i in scene.predicates and effect_at(scene, token) in APART)
    ):
        return True
    if token.i in scene.predicates and token.lower.endswith("ant") and scene.annotated.tokens[token.i - 1].pos != "DET":
        return not _joins(scene, token)
    return token.lower in _ENDING or _opens_relative(scene, token) or (token.i in scene.predicates and not token.has("VerbForm=Part"))


def _opens_relative(scene: Scene, token: Token) -> bool:
    """True for the "que" of "l'accord que le médiateur a salué", not of "aussi rude que longue"."""
    after = scene.annotated.tokens[token.i + 1 : token.i + 2]
    return token.lower in THAT and bool(after) and after[0].pos in ("DET", "NOUN", "PRON", "PROPN")


def _joins(scene: Scene, participle: Token) -> bool:
    """True for the participle right before who takes part: "des pourparlers réunissant la Norvège et le Tchad"."""
    after = scene.annotated.tokens[participle.i + 1 : participle.i + 4]
    return next((t.i in scene.actors for t in after if t.pos not in ("DET", "NUM", "ADJ")), False)


def _on_agenda(scene: Scene, mention: Mention) -> bool:
    """True for whom those who meet speak of: "ils se sont vus mardi, le Népal en tête de l'ordre du jour", "au menu", "au programme"."""
    last = scene.annotated.tokens_in(mention.span)[-1].i
    after = scene.annotated.tokens[last + 1 : last + 1 + _AGENDA_WITHIN]
    return len(after) > 1 and after[0].lower in ("en", "au", "à") and any(scene.has_word("agenda", t.i, t.i + 1) for t in after[1:])


def _goes_on_listing(scene: Scene, comma: Token) -> bool:
    """True for the comma of "entre la Suède, la Norvège et"; none follows a year: "né après la trêve de 1953, Jean Kaya"."""
    tokens = scene.annotated.tokens
    after_time = comma.i - 1 in scene.times and comma.i - 1 not in scene.actors
    return not after_time and any(t.i in scene.actors for t in tokens[comma.i + 1 : comma.i + 3])


def _sets_off_time(scene: Scene, comma: Token) -> bool:
    """True for the two commas of "un accord, le 13 mai, avec le gouvernement"."""
    tokens, last = scene.annotated.tokens, scene.sentence(comma).last
    if comma.i + 1 < last and comma.i - 1 in scene.times:
        return tokens[comma.i + 1].lower in _WITH
    after = comma.i + 1
    while after < last and (after in scene.times or tokens[after].pos == "DET"):
        after += 1
    return comma.i + 1 < after < last - 1 and tokens[after].text == "," and tokens[after + 1].lower in _WITH
