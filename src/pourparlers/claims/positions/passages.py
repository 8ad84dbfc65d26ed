"""The passage that tells a thing: the thing alone, or with its verb and subject where it is too short to stand alone."""

from pourparlers.claims.clauses import antecedent, clause_head, own_subject
from pourparlers.claims.particles import NOT
from pourparlers.claims.positions.extents import words_in
from pourparlers.claims.positions.stances import Cue, is_noun
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span

#: A thing of at most so many words does not stand alone: it is told with its verb, and a still barer one with its subject too.
_SHORT = 3
#: One of at most so many that somebody is ready to do is told with the adjective: "prêt à libérer les otages".
_OFFERED = 6
_BARE = 2
#: How many words of a subject may be told with a bare thing.
SUBJECT_WORDS = 8


def passage(annotated: Annotated, cue: Cue, span: Span, stance: str) -> Span:
    """The passage of the thing of a cue and its stance: with the cue where the thing tells too little without it, or the cue nothing without
    its subject."""
    dont = _relative(annotated, cue, span)
    if dont is not None:
        return Span(dont.start, span.end)
    short = _SHORT < words_in(annotated.document.quote(span)) <= _OFFERED
    if short and cue.entry.category == "adjective" and stance == "offers" and cue.token.start < span.start:
        return Span(cue.token.start, span.end)
    return with_verb(annotated, cue.token, span, whole=cue.negated or cue.entry.whole)


def _relative(annotated: Annotated, cue: Cue, span: Span) -> Token | None:
    """The "dont" without which a short thing tells nothing: "dont le royaume refuse de reconnaître l'indépendance"."""
    first = max(annotated.sentences[cue.token.sentence].first, cue.token.i - SUBJECT_WORDS)
    near = annotated.tokens[first : cue.token.i]
    dont = next((t for t in near if t.lower == "dont"), None)
    short = words_in(annotated.document.quote(span)) <= _SHORT
    clause = dont is not None and not any(t.pos == "PUNCT" or t.pos == "VERB" for t in annotated.tokens[dont.i + 1 : cue.token.i])
    return dont if clause and short and cue.token.start < span.start else None


def with_verb(annotated: Annotated, verb: Token, span: Span, whole: bool = False) -> Span:
    """The passage of a thing; one too short to stand alone with its verb, and with its subject when that stands just before.
    whole: tell the subject and the verb in any case."""
    count = words_in(annotated.document.quote(span))
    if (count > _SHORT and not whole) or verb.start >= span.start or annotated.sentence_at(span.start) != annotated.sentence_at(verb.start):
        return span
    if is_noun(annotated, verb):
        noun, verb = verb, clause_head(annotated, verb)
        if verb.start >= span.start or not whole:
            owned = noun.i and annotated.tokens[noun.i - 1].pos == "DET" and annotated.tokens[noun.i - 1].has("Poss=Yes")
            return Span(annotated.tokens[noun.i - 1].start if owned else noun.start, span.end)
    first = verb_group(annotated, verb).first
    before = (t for t in annotated.dependents(verb) if (t.pos == "PRON" or t.lower in NOT) and first.i - 2 <= t.i < verb.i)
    first = min([first, *before], key=lambda t: t.i)
    if count <= _BARE or whole:
        first = subject_start(annotated, verb, first)
    told = Span(first.start, span.end)
    act = next((t.has("VerbForm=Inf") for t in annotated.tokens_in(span) if t.pos not in ("ADV", "PUNCT")), False)
    alone = act and not whole and count > _BARE and words_in(annotated.document.quote(told)) > 2 * count
    return span if alone else told


def subject_start(annotated: Annotated, verb: Token, first: Token) -> Token:
    """The first word of a verb's subject, where it stands near before the word `first`; else `first`."""
    subject = own_subject(annotated, verb)
    if subject is None or subject.i >= verb.i or subject.i > first.i:
        return first
    subject = antecedent(annotated, subject) or subject
    start = next((t for t in annotated.subtree(subject) if t.pos not in ("ADP", "PUNCT")), subject)
    near = first.i - start.i <= SUBJECT_WORDS and start.sentence == first.sentence
    return start if near else first
