"""Who takes a position: whoever the text names as subject or possessor, the speaker behind "nous", the author of a plan."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pourparlers.claims.clauses import conjuncts, subjects
from pourparlers.claims.context import Context
from pourparlers.claims.groups import group
from pourparlers.claims.positions.authors import owners
from pourparlers.claims.positions.candidate import Candidate
from pourparlers.claims.positions.holders import FIRST_PERSON, IMPERSONAL, holders, mention_of
from pourparlers.claims.positions.issues import fold
from pourparlers.claims.positions.pairs import both_sides
from pourparlers.claims.positions.sides import agencies, counted, home, side_of, unnamed
from pourparlers.claims.positions.stances import entries_of, lexicon
from pourparlers.claims.positions.standing import is_onlooker, leads, looks_on
from pourparlers.claims.positions.texts import kind_of, mentions_of, texts
from pourparlers.model.annotated import Annotated, Answer, Token
from pourparlers.model.claim import Agent, Statement
from pourparlers.model.mention import Actor, Mention
from pourparlers.model.text import Span

#: Articles of a deal told before.
_THE = frozenset(("cet", "ce", "l'", "l’", "la", "le"))
#: How many sentences before it its signatories may be named.
_SENTENCES = 3


def parties(context: Context, statements: Sequence[Statement], candidate: Candidate) -> tuple[Agent, ...]:
    """The parties that take a candidate's position, in order, each once; empty when the text does not tell."""
    if candidate.spoken:
        said_by = speakers(context, statements, candidate.anchor.span)
        if candidate.own is not None:
            himself = any(_means_himself(context, statements, candidate.own, one) for one in said_by)
            return _agents(context, statements, (candidate.own,)) if himself else ()
        return tuple(one for one in said_by if fold(one.name) not in group("faceless") and _may_demand(context, one))
    if candidate.text:
        return _of_text(context, statements, candidate.anchor)
    if candidate.bearer:
        return (_bearer(context, candidate),)
    return _agents(context, statements, holders(context, candidate))


def addressee(context: Context, candidate: Candidate) -> Agent | None:
    """The side that is asked, where the text names an actor."""
    mention = mention_of(context, candidate.addressee) if candidate.addressee is not None else None
    return None if mention is None else side_of(context, context.mentions.actor(mention.actor))


def _means_himself(context: Context, statements: Sequence[Statement], subject: Token, said_by: Agent) -> bool:
    """True where the subject of a refusal is its speaker or his side: "le roi a répété qu'il ne partira pas"."""
    named = () if mention_of(context, subject) is None else _of_token(context, statements, subject)
    if not named:
        return False
    actor = next((a for a in context.mentions.actors if a.id == said_by.actor), None)
    of_no_state = actor is not None and actor.side is None and leads(actor) and named[0].name == named[0].side  # "le ministre", of the state he names
    return said_by.name in {agent.name for agent in named} or of_no_state


def _may_demand(context: Context, agent: Agent) -> bool:
    """True for a side, and for a person who leads one: an onlooker's "il faut" is an opinion, no position."""
    actor = next((a for a in context.mentions.actors if a.id == agent.actor), None)
    return actor is None or actor.kind != "person" or leads(actor)


def _bearer(context: Context, candidate: Candidate) -> Agent:
    """ "partisans d'une transition courte", as the text names them; what follows in a participle or after "et" is left out."""
    annotated = context.annotated
    name = annotated.tokens_in(Span(candidate.anchor.start, candidate.span.end))
    end = next((i for i, t in enumerate(name) if t.has("VerbForm=Part") or t.lower == "et"), len(name))
    return Agent(context.document.quote(Span(name[0].start, name[max(end, 1) - 1].end)))


def _agents(context: Context, statements: Sequence[Statement], tokens: Iterable[Token]) -> tuple[Agent, ...]:
    found: dict[str, Agent] = {}
    for token in tokens:
        for agent in _of_token(context, statements, token):
            if (
                agent.name
                and fold(agent.name) not in group("faceless")
                and not looks_on(agent.name)
                and agent.name not in texts()
                and agent.name not in agencies()
            ):
                named = _without_attitude(agent)
                found.setdefault(named.name, named)
    return tuple(found.values())


def _without_attitude(agent: Agent) -> Agent:
    """ "insurgés prêts" are insurgents: the adjective tells their stance."""
    words = agent.name.split()
    told = len(words) > 1 and any(e.category == "adjective" for e in lexicon().get(words[-1].removesuffix("s").removesuffix("e"), ()))
    return replace(agent, name=" ".join(words[:-1])) if told and agent.name[:1].islower() else agent


def _of_text(context: Context, statements: Sequence[Statement], noun: Token) -> tuple[Agent, ...]:
    """The author of a plan or the signatories of a deal, by the nearest passage that names them."""
    for mention in mentions_of(context.annotated, noun):
        found = _agents(context, statements, owners(context, mention))
        if found and (kind_of(noun) == "plan" or len(found) > 1):
            return found
    return _agreed_before(context, statements, noun) if kind_of(noun) == "deal" else ()


def _agreed_before(context: Context, statements: Sequence[Statement], noun: Token) -> tuple[Agent, ...]:
    """Who is told to have agreed on something just before a deal is named: its signatories; empty for fewer than two."""
    annotated = context.annotated
    if annotated.tokens[noun.i - 1].lower not in _THE:
        return ()
    first = annotated.sentences[max(0, noun.sentence - _SENTENCES)].first
    for token in reversed(annotated.tokens[first : annotated.sentences[noun.sentence].first]):
        if token.pos == "VERB" and any(e.category == "verb" and e.stance == "accepts" and e.things != "texts" for e in entries_of(token)):
            found = _agents(context, statements, subjects(annotated, token))
            if len(found) > 1:
                return found
    return ()


def _of_token(context: Context, statements: Sequence[Statement], token: Token) -> tuple[Agent, ...]:
    """The parties that a word names: one, or both sides of the document for "les deux parties"."""
    token = counted(context.annotated, token)
    mention = mention_of(context, token)
    ours = any(d.lower in FIRST_PERSON for d in context.annotated.dependents(token, "det"))
    if token.lower == "il" and _is_of_another(context, token):
        return ()
    if token.lower in FIRST_PERSON or ours or (token.lower in IMPERSONAL and mention is None):
        return speakers(context, statements, token.span)
    if token.lemma in group("both_sides") and (_two(context.annotated, token) or token.lemma in group("protagonists")):
        return _named_behind(context, token) or both_sides(context)
    if mention is None:
        return _the_state(context, token) or unnamed(context.annotated, token)
    if is_onlooker(context.mentions.actor(mention.actor)):
        return ()
    return _of_adjectives(context, mention) or tuple(side_of(context, actor) for actor in _meant(context, mention))


def _is_of_another(context: Context, pronoun: Token) -> bool:
    """True for "il" in an answer of an interview, where it never is whoever answers: "Il exige des garanties"; not in "il faut"."""
    verb = context.annotated.tokens[pronoun.head]
    answered = isinstance(context.annotated.quotation_at(pronoun.start), Answer)
    return answered and pronoun.dep.startswith(("nsubj", "expl:subj")) and verb.lemma != "falloir"


def _the_state(context: Context, token: Token) -> tuple[Agent, ...]:
    """The state that a document is most about, for "l'État" with nothing behind that tells another."""
    alone = token.lower in ("état", "etat") and not any(t.pos != "ADV" for t in context.annotated.dependents(token) if t.i > token.i)
    named = home(context) if alone and token.i and context.annotated.tokens[token.i - 1].lower in ("l'", "l’") else None
    return () if named is None else (Agent(named, next((a.id for a in context.mentions.actors if a.name == named), None), None, named),)


def _meant(context: Context, mention: Mention) -> tuple[Actor, ...]:
    """The actors that a passage means: both for "ces derniers" behind two names."""
    if mention.form != "pronoun":
        return (context.mentions.actor(mention.actor),)
    return tuple(context.mentions.actor(m.actor) for m in context.mentions.within(mention.span) if m.span == mention.span)


def _of_adjectives(context: Context, mention: Mention) -> tuple[Agent, ...]:
    """The states that several adjectives name: "les diplomates suédois et danois"; empty for fewer than two."""
    actors = (context.mentions.actor(m.actor) for m in context.mentions.within(mention.span) if m.form == "adjective")
    states = tuple(dict.fromkeys(a for a in actors if a.kind == "state"))
    return tuple(side_of(context, a) for a in states) if mention.form == "title" and len(states) > 1 else ()


def _two(annotated: Annotated, token: Token) -> bool:
    return any(t.lower == "deux" for t in annotated.tokens[max(0, token.i - 3) : token.i])


def _named_behind(context: Context, token: Token) -> tuple[Agent, ...]:
    """The two that an apposition names: "deux pays, la Suède et la Finlande"."""
    named = [t for t in context.annotated.dependents(token, "appos") if context.mentions.headed(t.i) is not None]
    heads = [c for t in named for c in conjuncts(context.annotated, t)]
    found = [m for h in heads if (m := context.mentions.headed(h.i)) is not None]
    return tuple(side_of(context, context.mentions.actor(m.actor)) for m in found)


def speakers(context: Context, statements: Sequence[Statement], span: Span) -> tuple[Agent, ...]:
    """The sides of those who say a passage: the speakers of the smallest statement that holds it, each once."""
    held = [s for s in statements if s.evidence.span.covers(span)]
    shortest = min((len(s.evidence.span) for s in held), default=0)
    sides = (_speaking_side(context, s.speaker) for s in held if len(s.evidence.span) == shortest)
    return tuple(dict.fromkeys(side for side in sides if side is not None))


def _speaking_side(context: Context, agent: Agent) -> Agent | None:
    """The side of a speaker; None for those who only report or look on."""
    if agent.name in agencies() or agent.name in texts():
        return None
    actor = next((a for a in context.mentions.actors if a.id == agent.actor), None)
    if actor is None:
        return None if looks_on(agent.name) else agent
    return None if is_onlooker(actor) else side_of(context, actor)
