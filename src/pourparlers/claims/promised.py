"""The words of a promise: the truce that an accord is on, the passage that tells its length, the days from which and until which it holds."""

from pourparlers.claims.context import Context
from pourparlers.claims.groups import group
from pourparlers.claims.phases import ending_verb
from pourparlers.model.annotated import Token
from pourparlers.model.claim import Event, When
from pourparlers.model.text import Span

#: Nouns for a truce, by their lemma.
_TRUCES = frozenset(("armistice", "cessez-le-feu", "trêve"))
#: How far behind "accord" its truce may stand ("accord de cessez-le-feu", "accord sur une trêve").
_ON = 4
#: How far behind a noun it may be told when it enters into force, and how far behind those words the day may stand.
_AHEAD, _DAY = 30, 45
#: Words behind which stands the day from which something holds, by their last one.
_FROM = {"vigueur": ("en",), "effet": ("prend", "prendra", "prendre", "pris", "prenant"), "partir": ("à",), "compter": ("à",)}
#: A passage is not drawn out further than so many words.
_LONGEST = 40
#: How far before a day its "jusqu'au" may begin.
_UNTIL = len("jusqu'à la ")
#: How far behind a verb stands what is signed or broken.
_BEHIND = 14


def truce_of(context: Context, noun: Token | None) -> Token | None:
    """The truce that an agreement is on: "trêve" in "ont signé une trêve", "un accord de trêve"; None for other agreements."""
    annotated = context.annotated
    for head in [noun] if noun is not None else []:
        near = annotated.tokens[head.i : min(annotated.sentences[head.sentence].last, head.i + _ON)]
        found = next((t for t in near if t.lemma.lower() in _TRUCES or t.lower in _TRUCES), None)
        if found is not None and not any(t.text in (",", ";") or t.lower == "et" for t in near[: found.i - head.i]):
            return found
    return None


def named(context: Context, event: Event, words: frozenset[str]) -> Token | None:
    """The noun of the commitment that an event tells of: in its trigger, else the first of `words` behind it
    before another verb, else the last of them before it."""
    annotated = context.annotated
    trigger = annotated.tokens_in(event.trigger)
    own = next((t for t in trigger if t.pos == "NOUN"), None)
    if own is not None or not trigger:
        return own
    last = min(annotated.sentences[trigger[-1].sentence].last, trigger[-1].i + _BEHIND)
    for token in annotated.tokens[trigger[-1].i + 1 : last]:
        if token.lemma.lower() in words or token.lower in words:
            return token
        if token.has("VerbForm=Fin"):
            break
    before = annotated.tokens[max(annotated.sentences[trigger[0].sentence].first, trigger[0].i - _BEHIND) : trigger[0].i]
    return next((t for t in reversed(before) if t.lemma.lower() in words or t.lower in words), None)


def day_of(context: Context, token: Token) -> When | None:
    """The day told right behind the word of a step: "rompu dès samedi"."""
    return _first_day(context, Span(token.end, min(token.end + _DAY, context.annotated.sentences[token.sentence].end)))


def day_before(context: Context, noun: Token) -> When | None:
    """The day told between the verb that makes it binding and its noun: "ont convenu mercredi à Lima d'une trêve"."""
    annotated = context.annotated
    for token in reversed(annotated.tokens[max(annotated.sentences[noun.sentence].first, noun.i - _BEHIND) : noun.i]):
        if token.text == ";" or token.lower in ("qui", "que", "qu'", "qu’", "dont", "depuis"):
            return None
        if token.pos == "VERB":
            return _first_day(context, Span(token.end, noun.start)) if token.lemma in group("binding") else None
    return None


def covering(context: Context, event: Event, noun: Token) -> Span:
    """The evidence of an event, drawn out over the noun of its commitment with what belongs to it ("une trêve de sept jours qui
    entrera en vigueur lundi"), without clauses that tell something else."""
    annotated = context.annotated
    own = event.evidence.span
    sentence = annotated.sentence_at(event.trigger.start)
    if sentence is None or sentence.i != noun.sentence:
        return own
    last = noun
    for token in annotated.tokens[noun.i + 1 : min(sentence.last, noun.i + _LONGEST)]:
        holds = any(t.lower == "vigueur" for t in annotated.tokens[token.i : token.i + _ON])
        if token.text in (",", ";", ".") or (token.lower in ("qui", "que", "qu'", "qu’", "dont") and not holds):
            break
        last = token
    return Span(min(own.start, noun.start), max(own.end, last.end))


def starting(context: Context, noun: Token) -> When | None:
    """The day from which it holds, as the words behind its noun tell: "en vigueur lundi", "à partir de mardi"; None when they do not."""
    return _day_behind(context, noun, frozenset(_FROM))


def counted_from(context: Context, noun: Token) -> When | None:
    """The day of "à partir de mardi" behind a noun, which is that of any step; None when it is not told."""
    return _day_behind(context, noun, frozenset(("partir", "compter")))


def ending(context: Context, noun: Token) -> tuple[Token, When] | None:
    """The verb that tells when what a noun names will end, and that day as the end of a time ("expire le 26"); None where nothing tells it,
    or where the day lies before the article's."""
    verb = ending_verb(context.annotated, noun)
    day = None if verb is None else day_of(context, verb)
    if verb is None or day is None or day.first is None:
        return None
    time, published = context.dated.times[day.first], context.dated.published.best
    if time.end is None or (published is not None and time.end < published):
        return None
    return verb, When(None, time.end, None, day.first)


def lasting_until(context: Context, token: Token) -> When | None:
    """The last day told right behind the word of a step: "prolongée mercredi jusqu'au 23 juin"."""
    text, end = context.document.text, min(token.end + _DAY, context.annotated.sentences[token.sentence].end)
    for index, time in enumerate(context.dated.times):
        if time.bound == "until" and token.end < time.span.start < end and "jusqu" in text[time.span.start - _UNTIL : time.span.start].lower():
            return None if time.end is None else When(None, time.end, None, index)
    return None


def _day_behind(context: Context, noun: Token, words: frozenset[str]) -> When | None:
    annotated = context.annotated
    last = min(annotated.sentences[noun.sentence].last, noun.i + _AHEAD)
    for token in annotated.tokens[noun.i + 1 : last]:
        if token.lower in words and annotated.tokens[token.i - 1].lower in _FROM[token.lower]:
            return _first_day(context, Span(token.end, min(token.end + _DAY, annotated.sentences[noun.sentence].end)))
    return None


def _first_day(context: Context, span: Span) -> When | None:
    """The first day told within a span; "jusqu'au 23 juin" tells the last one of something."""
    for index, time in enumerate(context.dated.times):
        if time.kind in ("DATE", "TIME") and time.bound != "until" and span.start <= time.span.start < span.end:
            return None if time.start is None else When(time.start, None, index, None)
    return None
