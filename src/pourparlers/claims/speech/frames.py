"""Frames: the clauses and phrases that say who speaks, with the passage that each reports.

Four shapes: "X affirme que P" (before), "P, affirme X" (after), "P a été condamné par X" (passive), "selon X, P" (source).
The parser is trusted for what hangs together, the order of the words for what lies where.
"""

from dataclasses import dataclass

from pourparlers.claims.clauses import agent_of_passive, conjuncts, nearest_noun_before, own_subject, phrase_span, subject, subjects
from pourparlers.claims.speech.lexicon import ReportingVerb, is_reflexive, phrase_end, reporting_verb, source_phrases
from pourparlers.model.annotated import Annotated, Sentence, Token
from pourparlers.model.text import Span

_PRONOUNS = frozenset(("-il", "-elle", "-ils", "-elles", "-on", "-t-il", "-t-elle", "-t-ils", "-t-elles", "-t-on"))
_OPENERS = frozenset(',;:–—-"«»“”(.!?…')
_GROUP = frozenset(("AUX", "ADV", "PRON", "PUNCT"))


@dataclass(frozen=True, slots=True)
class Frame:
    """Something that says who speaks.

    word: the reporting verb, or the first word of the phrase that names a source. name: its lemma or the phrase. shape: "before", "after",
    "passive" or "source". form: "finite", "participle" (affirmant, "accusé par"), "infinitive" or "phrase".
    speakers: heads of the noun phrases or pronouns of those who speak. first, last: tokens [first, last] of the reporting words, the speaker's
    included when it stands next to them.
    """

    word: Token
    name: str
    verb: ReportingVerb | None
    shape: str
    form: str
    speakers: tuple[Token, ...]
    first: int
    last: int


def find_frames(annotated: Annotated, hidden: frozenset[int]) -> tuple[Frame, ...]:
    """The frames of a document in order. hidden: tokens of quoted speech, whose verbs report for the quoted speaker, not for the article."""
    found: list[Frame] = []
    for sentence in annotated.sentences:
        found += _of_sentence(annotated, sentence, hidden)
    return tuple(sorted(found, key=lambda f: (f.word.i, f.first)))


def _of_sentence(annotated: Annotated, sentence: Sentence, hidden: frozenset[int]) -> list[Frame]:
    found: list[Frame] = []
    for token in annotated.sentence_tokens(sentence):
        if token.i in hidden:
            continue
        verb = reporting_verb(annotated, token)
        if verb is not None:
            frame = _verb_frame(annotated, token, verb, found)
            if frame is not None:
                found.append(frame)
    return found + _source_frames(annotated, sentence, hidden)


# verbs


def _verb_frame(annotated: Annotated, token: Token, verb: ReportingVerb, before: list[Frame]) -> Frame | None:
    first = group_start(annotated, token)
    last = phrase_end(annotated, token, verb) or token.i
    form = _form(annotated, token, first)
    if form == "participle":
        return _participle(annotated, token, verb, before, last)
    if form == "bare":
        return _bare_participle(annotated, token, verb, before, last)
    if form == "passive":
        return _passive(annotated, token, verb, first, last)
    if form != "finite":
        return None
    inverted = _inverted_subject(annotated, token, first, last)
    if inverted is not None:
        return _after(annotated, token, verb, inverted, first, last)
    return _before(annotated, token, verb, before, first, last)


def group_start(annotated: Annotated, token: Token) -> int:
    """The index of the first word of a verb's group: its auxiliaries, clitics and "ne" ("n'a, quant à lui, pas dit")."""
    helpers = [t.i for t in annotated.dependents(token, "aux", "expl", "iobj") if t.i < token.i]
    first = min([token.i, *helpers])
    while first > 0 and annotated.tokens[first - 1].lower in (
        "ne",
        "n'",
        "n’",
        "se",
        "s'",
        "s’",
        "y",
        "en",
        "lui",
        "leur",
        "l'",
        "l’",
        "le",
        "la",
        "les",
    ):
        if annotated.tokens[first - 1].pos == "DET":
            break
        first -= 1
    return first if first < token.i or not token.has("VerbForm=Part") else _auxiliary_before(annotated, token)


def _auxiliary_before(annotated: Annotated, token: Token) -> int:
    """Where the parser hung the auxiliary elsewhere: the nearest one to the left, with nothing but adverbs between."""
    for t in reversed(annotated.tokens[max(0, token.i - 5) : token.i]):
        if t.pos == "AUX" and t.sentence == token.sentence:
            return t.i
        if t.pos not in _GROUP:
            break
    return token.i


def _form(annotated: Annotated, token: Token, first: int) -> str:
    group = annotated.tokens[first : token.i + 1]
    if token.lower.endswith("ant") and not token.has("VerbForm=Fin"):
        return "participle"
    if token.has("VerbForm=Inf"):
        return "infinitive"
    auxiliaries = [t for t in group if t.pos == "AUX" and t.i != token.i]
    if not auxiliaries:
        return "bare" if token.lower.endswith(("é", "ée", "és", "ées")) or token.has("VerbForm=Part") else "finite"
    if not any(t.has("VerbForm=Fin") for t in auxiliaries):
        return "infinitive" if any(t.has("VerbForm=Inf") for t in auxiliaries) else "bare"
    return "passive" if _is_passive(annotated, token, auxiliaries) else "finite"


def _is_passive(annotated: Annotated, token: Token, auxiliaries: list[Token]) -> bool:
    return auxiliaries[-1].lemma == "être" and not is_reflexive(annotated, token) and token.lemma not in ("convenir", "parvenir")


def _inverted_subject(annotated: Annotated, token: Token, first: int, last: int) -> Token | None:
    """The subject after its verb, if the clause is of the shape ", a dit X"."""
    pronoun = next((t for t in annotated.tokens[first : token.i + 3] if t.lower in _PRONOUNS), None)
    if pronoun is not None:
        return pronoun
    sentence = annotated.sentences[token.sentence]
    previous = annotated.tokens[first - 1] if first > sentence.first else None
    if previous is not None and previous.text not in _OPENERS and previous.lower not in ("comme", "que", "qu'", "qu’"):
        return None
    own = own_subject(annotated, token)
    if own is not None and own.i > token.i:
        return own
    return _noun_after(annotated, last + 1, sentence.last)


def _noun_after(annotated: Annotated, start: int, stop: int) -> Token | None:
    """The first noun without a preposition after a verb, skipping "jeudi", "à l'AFP", "dans un communiqué"."""
    i = start
    while i < stop:
        token = annotated.tokens[i]
        if token.text in _OPENERS or token.lower in ("que", "qu'", "qu’", "de", "d'", "d’") or token.pos in ("VERB", "AUX", "SCONJ"):
            return None
        if token.pos == "ADP":
            i = max((t.i for t in annotated.subtree(_governor(annotated, token)) if t.i < stop), default=i) + 1
            continue
        if token.pos in ("NOUN", "PROPN") and not token.dep.startswith(("obl", "advmod")):
            return token
        i += 1
    return None


def _governor(annotated: Annotated, preposition: Token) -> Token:
    head = annotated.tokens[preposition.head]
    return head if head.i > preposition.i else preposition


def _after(annotated: Annotated, token: Token, verb: ReportingVerb, speaker: Token, first: int, last: int) -> Frame | None:
    if "incise" not in verb.takes and "obj" not in verb.takes:
        return None
    speakers = conjuncts(annotated, speaker) if speaker.pos != "PRON" else (speaker,)
    end = max(last, speaker.i)
    if speaker.i > token.i and speaker.pos != "PRON":
        end = max([end, *(t.i for t in annotated.tokens_in(phrase_span(annotated, speakers[-1])))])
    return Frame(token, verb.verb, verb, "after", "finite", speakers, first, end)


def _before(annotated: Annotated, token: Token, verb: ReportingVerb, before: list[Frame], first: int, last: int) -> Frame | None:
    if verb.takes == ("incise",):
        return None
    speakers = _left_subjects(annotated, token, before, first)
    if not speakers:
        return None
    return Frame(token, verb.verb, verb, "before", "finite", speakers, _with_subject(annotated, speakers[0], first), last)


def _left_subjects(annotated: Annotated, token: Token, before: list[Frame], first: int) -> tuple[Token, ...]:
    own = own_subject(annotated, token)
    if own is None and token.dep == "conj":
        shared = next((f.speakers for f in reversed(before) if f.word.i == token.head), ())
        if shared:
            return shared
    found = tuple(t for t in subjects(annotated, token) if t.i < token.i)
    if found:
        return found
    nearest = nearest_noun_before(annotated, annotated.tokens[first])
    return () if nearest is None else (nearest,)


def _with_subject(annotated: Annotated, speaker: Token, first: int) -> int:
    """The first token of the subject's phrase, if it stands in the same sentence before the verb; else of the verb."""
    if speaker.i > first or speaker.sentence != annotated.tokens[first].sentence:
        return first
    return annotated.tokens_in(phrase_span(annotated, speaker))[0].i


def _participle(annotated: Annotated, token: Token, verb: ReportingVerb, before: list[Frame], last: int) -> Frame | None:
    """ "…, affirmant que P": who speaks is the subject of the clause it hangs on, most often that of the frame before it."""
    head = annotated.tokens[token.head]
    shared = next((f.speakers for f in reversed(before) if f.word.i == head.i), None)
    speakers = shared or _participle_subjects(annotated, token, before)
    first = token.i - 1 if token.i and annotated.tokens[token.i - 1].lower == "en" else token.i
    return Frame(token, verb.verb, verb, "before", "participle", speakers, first, last) if speakers else None


def _participle_subjects(annotated: Annotated, token: Token, before: list[Frame]) -> tuple[Token, ...]:
    found = subject(annotated, token)
    if found is not None:
        return conjuncts(annotated, found)
    return before[-1].speakers if before else ()


def _bare_participle(annotated: Annotated, token: Token, verb: ReportingVerb, before: list[Frame], last: int) -> Frame | None:
    """ "a dénoncé A et annoncé B", or "une trêve annoncée par X"."""
    agent = agent_of_passive(annotated, token)
    if agent is not None:
        return Frame(token, verb.verb, verb, "passive", "participle", conjuncts(annotated, agent), token.i, _phrase_last(annotated, agent))
    shared = next((f for f in reversed(before) if f.word.i == token.head and token.dep == "conj"), None)
    if shared is None or shared.form != "finite":
        return None
    return Frame(token, verb.verb, verb, "before", "finite", shared.speakers, token.i, last)


def _passive(annotated: Annotated, token: Token, verb: ReportingVerb, first: int, last: int) -> Frame | None:
    agent = agent_of_passive(annotated, token)
    if agent is None:
        return None
    return Frame(token, verb.verb, verb, "passive", "finite", conjuncts(annotated, agent), first, max(last, _phrase_last(annotated, agent)))


def _phrase_last(annotated: Annotated, head: Token) -> int:
    return annotated.tokens_in(phrase_span(annotated, head))[-1].i


# sources


def _source_frames(annotated: Annotated, sentence: Sentence, hidden: frozenset[int]) -> list[Frame]:
    words = [t.lower.replace("’", "'") for t in annotated.sentence_tokens(sentence)]
    found = []
    for match in source_phrases().find(words):
        first, last = sentence.first + match.first, sentence.first + match.last
        if first not in hidden:
            frame = _source_frame(annotated, sentence, match.value, (first, last))
            if frame is not None:
                found.append(frame)
    return found


def _source_frame(annotated: Annotated, sentence: Sentence, phrase: str, at: tuple[int, int]) -> Frame | None:
    """The source is the first noun or pronoun after the phrase."""
    first, after = at
    for token in annotated.tokens[after : min(after + 6, sentence.last)]:
        if token.pos in ("NOUN", "PROPN", "PRON") and token.lower not in ("ce", "que"):
            speakers = conjuncts(annotated, token)
            word = annotated.tokens[first]
            return Frame(word, phrase, None, "source", "phrase", speakers, first, max(_phrase_last(annotated, s) for s in speakers))
        if token.pos in ("VERB", "PUNCT", "SCONJ"):
            return None
    return None
