"""Sources of numbers that no speech tells: "selon une liste de l'agence", "un bilan officiel fait état de", "estimés à 300 par l'ONG"."""

from collections.abc import Sequence

from pourparlers.claims.context import Context
from pourparlers.claims.figures.tallies import COUNTS, owner_behind
from pourparlers.claims.positions.sides import names_people
from pourparlers.claims.speech.speakers import Speakers
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.claim import Agent, Attribution
from pourparlers.model.mention import Quantity
from pourparlers.model.text import Span

_SELON = frozenset(("selon", "d'après"))
#: Forms by which a count, as the subject of its sentence, makes a number known.
_MAKING_KNOWN = frozenset(
    (*("fait", "faisait", "font", "faisaient", "indique", "indiquait", "indiquent", "montre", "montrent", "montraient", "montré"),
     *("révèle", "révèlent", "révélé", "évoque", "évoquait", "évoquent", "donne", "donnait", "donnent", "mentionne", "mentionnait"),
     *("avance", "avançait", "avancent", "parle", "parlait", "parlent", "recense", "recensait", "recensent", "compte", "comptait", "relève")),
)  # fmt: skip
#: Verbs by whose passive somebody gives a number: "estimés à une centaine par des ONG".
_ESTIMATES = frozenset(("chiffrer", "comptabiliser", "considérer", "dénombrer", "estimer", "évaluer", "recenser"))
#: How far before a number the participle of an estimate stands, and how far behind it the one who made it.
_ESTIMATED, _BY = 5, 9
_ENDS = frozenset((",", ";", ".", ":", ")", "–"))
_OPENERS = 8
#: How many words around a number may name its source: sentences have no end in hostile texts.
_AROUND = 80


def source_of(context: Context, speakers: Speakers, quantity: Quantity) -> tuple[Attribution, ...]:
    """The source that a number's sentence names for it without a verb of speech; empty where it names none. A number inside a quotation is its
    speaker's, not that of a source outside it."""
    annotated = context.annotated
    number = annotated.token_at(quantity.number.start)
    if number is None or annotated.quotation_at(quantity.number.start) is not None:
        return ()
    found = _selon(context, speakers, number) or _count(context, number) or _estimator(context, speakers, number)
    return () if found is None else (found,)


def _selon(context: Context, speakers: Speakers, number: Token) -> Attribution | None:
    """Whoever "selon" names, before the number or at the end of its sentence."""
    annotated = context.annotated
    sentence = annotated.sentences[number.sentence]
    for token in annotated.tokens[max(sentence.first, number.i - _AROUND) : min(sentence.last, number.i + _AROUND)]:
        head = _named_behind(annotated, token)
        if head is None or (token.i > number.i and not _closes(annotated, token, head)):
            continue
        if any(t.text == ";" for t in annotated.tokens[min(token.i, number.i) : max(token.i, number.i)]):
            continue
        agent = _agent(context, speakers, head)
        if agent is not None:
            return Attribution(agent, "selon", token.start, token.end)
    return None


def _named_behind(annotated: Annotated, token: Token) -> Token | None:
    """The noun behind "selon" or "d'après"; None for any other token."""
    said = token.lower
    at = token.i + 1
    if said in ("d'", "d’") and at < len(annotated.tokens) and annotated.tokens[at].lower == "après":
        said, at = "d'après", at + 1
    if said not in _SELON:
        return None
    return next((t for t in annotated.tokens[at : at + 4] if t.pos in ("NOUN", "PROPN") and t.sentence == token.sentence), None)


def _closes(annotated: Annotated, token: Token, head: Token) -> bool:
    """True for a source behind what it tells, at the end of its sentence: no clause follows it."""
    last = annotated.sentences[token.sentence].last
    behind = annotated.tokens[head.i + 1 : min(last, head.i + _AROUND)]
    return not any(t.has("VerbForm=Fin") or t.text == ";" for t in behind)


def _agent(context: Context, speakers: Speakers, head: Token) -> Agent | None:
    """Whoever counted: the owner or maker of a list or count, else somebody who can speak."""
    if head.lemma in COUNTS:
        owner = owner_behind(context, head, Span(head.end, context.annotated.sentences[head.sentence].end))
        return Agent(_phrase(context, head)) if owner is None else context.agent(owner)
    agents = speakers.agents(head)
    return agents[0] if agents and (agents[0].actor is not None or names_people(head) or _is_trade(head)) else None


def _is_trade(noun: Token) -> bool:
    """True for one by trade, whom no list of people has: "l'éditeur", "des vulcanologues"."""
    return noun.pos == "NOUN" and noun.has("Gender=Masc") and noun.lower.removesuffix("s").endswith(("eur", "iste", "logue"))


def _count(context: Context, number: Token) -> Attribution | None:
    """The count that opens a sentence and makes its number known: "un premier bilan fait état de six morts"."""
    annotated = context.annotated
    opening = annotated.sentence_tokens(annotated.sentences[number.sentence])[:_OPENERS]
    noun = next((t for t in opening if t.pos == "NOUN"), None)
    if noun is None or noun.lemma not in COUNTS or not noun.i < number.i < noun.i + _AROUND:
        return None
    verb = next((t for t in annotated.tokens[noun.i + 1 : number.i] if t.lower in _MAKING_KNOWN), None)
    if verb is None:
        return None
    owner = owner_behind(context, noun, Span(noun.end, verb.start))
    return Attribution(Agent(_phrase(context, noun)) if owner is None else context.agent(owner), noun.lemma, noun.start, noun.end)


def _phrase(context: Context, noun: Token) -> str:
    """A count by its own words, with the adjectives around it: "premier bilan officiel"."""
    tokens = context.annotated.tokens
    first = last = noun.i
    while tokens[first - 1].pos == "ADJ" and tokens[first - 1].sentence == noun.sentence:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].pos == "ADJ" and tokens[last + 1].sentence == noun.sentence:
        last += 1
    return context.document.quote(Span(tokens[first].start, tokens[last].end))


def _estimator(context: Context, speakers: Speakers, number: Token) -> Attribution | None:
    """Whoever an estimate in the passive is made by, right behind the number."""
    annotated = context.annotated
    before = annotated.tokens[max(annotated.sentences[number.sentence].first, number.i - _ESTIMATED) : number.i]
    after = annotated.tokens[number.i + 1 : number.i + _BY]
    verb = next((t for t in reversed((*before, *after)) if t.lemma in _ESTIMATES and t.has("Tense=Past")), None)
    by = None if verb is None else _by(annotated.tokens[number.i + 1 : number.i + 2 * _BY], number.sentence)
    if verb is None or by is None:
        return None
    agents = speakers.agents(by)
    return Attribution(agents[0], verb.lemma, verb.start, verb.end, agents[1:]) if agents else None


def _by(behind: Sequence[Token], sentence: int) -> Token | None:
    """The noun behind the first "par", before any comma."""
    found = False
    for token in behind:
        if token.sentence != sentence or token.text in _ENDS:
            return None
        if found and token.pos in ("NOUN", "PROPN"):
            return token
        found = found or token.lower == "par"
    return None
