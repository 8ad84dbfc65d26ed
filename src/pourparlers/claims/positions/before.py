"""Things that stand before the word that asks or refuses them: "le plan, rejeté par la Ligue", "les insurgés l'ont rejeté"."""

from pourparlers.claims.clauses import agent_of_passive, noun_head, own_subject, phrase_span
from pourparlers.claims.groups import group
from pourparlers.claims.particles import THAT, THE
from pourparlers.claims.positions.candidate import Candidate
from pourparlers.claims.positions.extents import span_of
from pourparlers.claims.positions.issues import About, classify
from pourparlers.claims.positions.matter import referred
from pourparlers.claims.positions.passages import SUBJECT_WORDS, subject_start
from pourparlers.claims.positions.stances import Cue, attitude_before
from pourparlers.claims.positions.texts import texts
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span

#: How many words before a passive may name the noun that its entry wants.
_FAR = 14
#: The frame of "ne vouloir pas de", for which "en" stands.
_PARTITIVE = "pas de"
_NEGATIONS = frozenset(("pas", "plus", "guère"))


def things_before(annotated: Annotated, cue: Cue) -> list[Candidate] | None:
    """Things that stand before their verb: the subject of a passive, a noun with its participle, a clitic, "que" and its antecedent.
    None when there is none, so that the thing must follow."""
    there = _there(annotated, cue)
    if there is not None:
        return _vague(annotated, cue, there) if cue.stance in ("accepts", "rejects", "offers") else []
    of_it = _of_it(annotated, cue)
    if of_it is not None:
        return _vague(annotated, cue, of_it)
    if cue.entry.category != "verb" or "obj" not in cue.entry.frames:
        return None
    turned = _of_relative(annotated, cue) or _of_passive(annotated, cue)
    if turned is not None:
        return turned
    for token in annotated.dependents(cue.token, "obj", "iobj", "expl"):
        if token.i < cue.token.i and token.lower in THE:
            # what "l'a annoncé" comes back to may be anything: only some nouns make it a refusal
            told = cue.stance in ("accepts", "rejects") and not cue.token.has("VerbForm=Inf") and not cue.entry.heads
            return _vague(annotated, cue, token) if told else []
        if token.i < cue.token.i and token.lower in THAT and annotated.tokens[token.i - 1].lower == "ce":
            told = cue.stance in ("accepts", "rejects") and cue.entry.lemma not in group("contesting")
            return _vague(annotated, cue, annotated.tokens[token.i - 1]) if told else []
    return None


def _there(annotated: Annotated, cue: Cue) -> Token | None:
    """The "y" before a word that wants "à": "s'y oppose", "y est favorable"."""
    if "à" not in cue.entry.frames or cue.token.has("VerbForm=Inf"):
        return None
    told = attitude_before(annotated, cue.token) or cue.token
    first = verb_group(annotated, told).first.i
    near = annotated.tokens[max(annotated.sentences[cue.token.sentence].first, first - 2) : cue.token.i]
    return next((t for t in near if t.lower == "y" and t.pos in ("PRON", "ADV")), None)


def _of_it(annotated: Annotated, cue: Cue) -> Token | None:
    """The "en" of "la coalition n'en veut pas", before a negated verb that takes "pas de"."""
    before = annotated.tokens[max(0, cue.token.i - 2) : cue.token.i]
    en = next((t for t in before if t.lower == "en"), None)
    bare = cue.negated and _PARTITIVE in cue.entry.frames and not cue.token.has("VerbForm=Inf")
    return en if bare and not any(t.i > cue.token.i for t in annotated.dependents(cue.token, "obj", "xcomp", "ccomp")) else None


def _noun_before(annotated: Annotated, that: Token) -> Token:
    """The noun that "que" comes back to, an adjective and a comma between them skipped: "une trêve illimitée, que le royaume refuse"."""
    at = that.i - 1
    at -= annotated.tokens[at].text == ","
    at -= annotated.tokens[at].pos == "ADJ"
    return annotated.tokens[at]


def _of_relative(annotated: Annotated, cue: Cue) -> list[Candidate] | None:
    """ "une exigence que la junte a rejetée": the noun before "que", with the clause; the noun alone in "l'amnistie, que réclamait la Ligue"."""
    asked = _antecedent(annotated, cue)
    if asked is not None:
        about = classify([annotated.document.quote(asked)]) or referred(annotated, cue.token)
        return [Candidate(cue.stance, asked, about, cue.token, f"stance:{cue.entry.lemma}:relative")]
    if cue.stance not in ("accepts", "rejects"):
        return None
    sentence = annotated.sentences[cue.token.sentence]
    near = annotated.tokens[max(sentence.first + 1, cue.token.i - SUBJECT_WORDS) : cue.token.i]
    that = next((t for t in reversed(near) if t.lower in THAT), None)
    noun = None if that is None else _noun_before(annotated, that)
    if noun is None or noun.pos != "NOUN" or texts().get(noun.lemma) not in ("deal", "plan", "matter"):
        return None
    first = noun.i - 1 if annotated.tokens[noun.i - 1].pos == "DET" else noun.i
    about = classify([annotated.document.quote(noun.span)]) or referred(annotated, cue.token)
    span = span_of(annotated, first, cue.token.i + 1)
    return [Candidate(cue.stance, span, about, cue.token, f"stance:{cue.entry.lemma}:relative")] if _telling(cue, about) else []


def _antecedent(annotated: Annotated, cue: Cue) -> Span | None:
    """The noun phrase before "que" and an inverted verb: "l'amnistie" in "l'amnistie, que réclamait la Ligue"; None in any other clause."""
    that = annotated.tokens[verb_group(annotated, cue.token).first.i - 1]
    subject = own_subject(annotated, cue.token)
    if that.lower not in THAT or subject is None or subject.i <= cue.token.i or that.sentence != cue.token.sentence:
        return None
    noun = _noun_before(annotated, that)
    if noun.pos != "NOUN" or noun.sentence != that.sentence:
        return None
    span = phrase_span(annotated, noun_head(annotated, noun))
    return span if span.start < that.start else None


def _vague(annotated: Annotated, cue: Cue, first: Token) -> list[Candidate]:
    """ "Les insurgés l'ont rejeté", "ce que refuse la junte": the clause, with the issue of what stands before."""
    subject = own_subject(annotated, attitude_before(annotated, cue.token) or cue.token)
    inverted = subject is not None and subject.i > cue.token.i
    last = annotated.subtree(subject)[-1] if inverted and subject is not None else _with_negation(annotated, cue.token)
    start = first if inverted else subject_start(annotated, attitude_before(annotated, cue.token) or cue.token, first)
    if last.i - start.i > 20:
        return []
    about = referred(annotated, cue.token)
    span = span_of(annotated, start.i, last.i + 1)
    return [Candidate(cue.stance, span, about, cue.token, f"stance:{cue.entry.lemma}:vague")] if _telling(cue, about) else []


def _with_negation(annotated: Annotated, verb: Token) -> Token:
    """The "pas" right behind a verb, else the verb."""
    behind = annotated.tokens[verb.i + 1 : verb.i + 2]
    return next((t for t in behind if t.lower in _NEGATIONS), verb)


def _telling(cue: Cue, about: About | None) -> bool:
    return cue.entry.things in ("any", "acts") or about is not None


def _of_passive(annotated: Annotated, cue: Cue) -> list[Candidate] | None:
    """ "des demandes rejetées par la Ligue", "le plan a été fustigé par la junte". A passive without its agent has no party."""
    verb = cue.token
    if not verb.has("VerbForm=Part") or verb.has("Tense=Pres") or cue.entry.reflexive:
        return None
    agent = agent_of_passive(annotated, verb)
    if agent is None or agent.lemma in group("mouths"):  # "a proposé, par la voix de l'émir, une trêve"
        return [] if verb_group(annotated, verb).passive else None
    if is_summons(annotated, cue):
        return None
    if not _passive_fits(annotated, cue):
        return []
    span = _passive_span(annotated, verb, agent)
    if span is None:
        return None
    said = span_of(annotated, annotated.tokens_in(span)[0].i, max(verb.i, annotated.tokens_in(span)[0].i + 1))
    about = classify([annotated.document.quote(said)]) or referred(annotated, verb)
    return [Candidate(cue.stance, span, about, verb, f"stance:{cue.entry.lemma}:passive", passive=True)] if _telling(cue, about) else []


def is_summons(annotated: Annotated, cue: Cue) -> bool:
    """True for "le Front a été sommé par l'armée de partir": the subject is the one who is asked, and what is asked stands behind."""
    called = cue.entry.category == "verb" and cue.entry.addressee == "obj" and cue.token.has("VerbForm=Part")
    return called and verb_group(annotated, cue.token).passive


def _passive_fits(annotated: Annotated, cue: Cue) -> bool:
    """True when what is refused or asked in a passive may be: `things` and `excluded` of the entry."""
    verb = cue.token
    noun = _passive_noun(annotated, verb)
    if noun.lemma in cue.entry.excluded or noun.lower in ("il", "qui"):
        return noun.lower == "qui"
    if cue.entry.heads and not any(t.lemma in cue.entry.heads for t in annotated.tokens[max(0, verb.i - _FAR) : verb.i]):
        return False
    if cue.entry.things == "any" or noun.i > verb.i:
        return True
    return texts().get(noun.lemma) in ("deal", "plan", "matter") or (cue.entry.things != "texts" and _at_stake(annotated, noun, verb))


def _passive_noun(annotated: Annotated, verb: Token) -> Token:
    """What a passive is said of: its subject, the noun it stands with, or the noun before it where the parser hangs it on a verb ("… ce plan,
    aussi rejeté par la Ligue")."""
    noun = next((t for t in annotated.dependents(verb, "nsubj")), annotated.tokens[verb.head])
    noun = next((t for t in (noun, *annotated.ancestors(noun)) if t.pos == "NOUN" and _agree(t, verb)), noun)
    if noun.pos not in ("VERB", "AUX") or noun.i == verb.i:
        return noun
    before = verb.i - 1
    while before > noun.i and annotated.tokens[before].pos in ("ADV", "PUNCT"):
        before -= 1
    if annotated.tokens[before].pos != "NOUN":
        return noun
    near = (annotated.tokens[before], *annotated.ancestors(annotated.tokens[before]))
    return next((t for t in near if t.i > noun.i and t.pos == "NOUN" and _agree(t, verb)), annotated.tokens[before])


def _at_stake(annotated: Annotated, noun: Token, verb: Token) -> bool:
    """True for a noun that is itself, with what belongs to it before the verb, a matter of negotiation."""
    about = classify([annotated.document.quote(span_of(annotated, noun.i, verb.i))]) if noun.i < verb.i else None
    return about is not None and about.at_stake


def _passive_span(annotated: Annotated, verb: Token, agent: Token) -> Span | None:
    """From the thing to the agent; from the participle alone when the thing is long or apart."""
    noun = _passive_noun(annotated, verb)
    last = _agent_end(annotated, agent)
    start = (
        next((t for t in annotated.subtree(noun) if t.pos not in ("ADP", "PUNCT")), noun)
        if noun.i < verb.i and noun.sentence == verb.sentence
        else verb
    )
    if verb.i - start.i > SUBJECT_WORDS:
        start = verb
    while start.i == verb.i and verb.i > 0 and annotated.tokens[start.i - 1].pos == "ADV":
        start = annotated.tokens[start.i - 1]
    return None if last.i - start.i > 40 else span_of(annotated, start.i, last.i + 1)


def _agent_end(annotated: Annotated, agent: Token) -> Token:
    """The last word of a passive's agent, without what a relative clause tells of it."""
    below = annotated.subtree(agent)
    relative = next((i for i, t in enumerate(below) if i and t.lower in ("qui", "dont", "où", "que", "qu'")), len(below))
    return next((t for t in reversed(below[:relative]) if t.pos != "PUNCT"), agent)


def _agree(noun: Token, participle: Token) -> bool:
    """True where gender and number do not keep a participle from being said of a noun."""
    unlike = (("Gender=Fem", "Gender=Masc"), ("Number=Plur", "Number=Sing"))
    return not any((noun.has(a) and participle.has(b)) or (noun.has(b) and participle.has(a)) for a, b in unlike)
