"""Who acts by the order of words, where it is surer than the tree: "X, hostile à …", "X, qui refuse …", "X, qui …, refuse …",
"a poussé X à refuser …"."""

from pourparlers.claims.context import Context
from pourparlers.claims.groups import group
from pourparlers.claims.particles import THAT
from pourparlers.claims.positions.stances import attitude_before, entries_of, times
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Token

#: How far before an infinitive the verb may stand that makes somebody do it.
_NEAR = 8
_RELATIVES = frozenset((*THAT, "dont", "qui"))


def actor_by_order(context: Context, anchor: Token) -> Token | None:
    """The head of the actor that the words before a verb or adjective name as its subject; None where they leave it to the tree."""
    if anchor.has("VerbForm=Inf"):
        return _made_to(context, anchor)
    if any(entry.category == "adjective" for entry in entries_of(anchor)):
        apposed = _apposed(context, anchor) or _beside(context, anchor)
        if apposed is not None:
            return apposed
    opening = verb_group(context.annotated, anchor).first
    return _before_relative(context, opening) or _around_relative(context, opening)


def _apposed(context: Context, anchor: Token) -> Token | None:
    """ "Eva Holm, hostile à l'annexion": what stands between commas belongs to the actor just before."""
    tokens, i = context.annotated.tokens, anchor.i - 1
    while i > 0 and tokens[i].pos == "ADV" and tokens[i].sentence == anchor.sentence:
        i -= 1
    if (
        i < 1
        or tokens[i].text != ","
        or tokens[i].sentence != anchor.sentence
        or any(True for _ in context.annotated.dependents(anchor, "cop", "aux"))
    ):
        return None
    return _ending_at(context, i - 1)


def _beside(context: Context, anchor: Token) -> Token | None:
    """ "les insurgés prêts à une trêve": the noun just before an adjective that agrees with it."""
    annotated = context.annotated
    i = anchor.i - 1
    while i > 0 and annotated.tokens[i].pos == "ADV" and annotated.tokens[i].sentence == anchor.sentence:
        i -= 1
    noun = annotated.tokens[max(i, 0)]
    if noun.sentence != anchor.sentence or noun.pos != "NOUN" or noun.lower in times():
        return None
    clash = (noun.has("Number=Plur") and anchor.has("Number=Sing")) or (noun.has("Number=Sing") and anchor.has("Number=Plur"))
    return None if clash or attitude_before(annotated, anchor) is not None or any(True for _ in annotated.dependents(anchor, "cop")) else noun


def _before_relative(context: Context, opening: Token) -> Token | None:
    """ "Eva Holm, qui refuse …": the actor just before "qui" and its comma."""
    tokens, i = context.annotated.tokens, opening.i - 1
    while i > 0 and (tokens[i].pos == "ADV" or tokens[i].lower in ("n'", "n’", "s'", "s’", "se", "ne")):
        i -= 1
    if i > 0 and tokens[i].text == ",":  # "qui, pour l'heure, refuse …"
        i = next((t.i for t in reversed(tokens[max(0, i - _NEAR) : i]) if t.lower == "qui" and tokens[t.i + 1].text == ","), i)
    if i < 1 or tokens[i].lower != "qui" or tokens[i].sentence != opening.sentence:
        return None
    return _ending_at(context, i - 2 if tokens[i - 1].text == "," else i - 1)


def _around_relative(context: Context, opening: Token) -> Token | None:
    """ "le Danemark, qui juge …, a refusé", "le roi, que l'émir doit recevoir, a refusé": the actor before a relative clause between commas that
    ends at the verb."""
    tokens = context.annotated.tokens
    first = context.annotated.sentences[opening.sentence].first
    if opening.i - 1 <= first or tokens[opening.i - 1].text != ",":
        return None
    relative = next((t.i for t in reversed(tokens[first + 1 : opening.i]) if t.lower in _RELATIVES and tokens[t.i - 1].text == ","), None)
    if relative is not None and tokens[relative].lower in THAT and any(t.has("VerbForm=Fin") for t in tokens[first:relative]):
        return None  # "le roi a dit, selon l'émir, que …"
    return None if relative is None else _ending_at(context, relative - 2)


def _made_to(context: Context, infinitive: Token) -> Token | None:
    """ "a poussé le Danemark à refuser": the object of a verb of making."""
    tokens = context.annotated.tokens
    first = max(context.annotated.sentences[infinitive.sentence].first, infinitive.i - _NEAR)
    maker = next((t.i for t in reversed(tokens[first : infinitive.i]) if t.lemma in group("made_to")), None)
    opening = infinitive.i - 1
    if maker is None or tokens[opening].lower not in ("à", "de", "d'", "d’"):
        return None
    made = _ending_at(context, opening - 1)
    return made if made is not None and made.i > maker else None


def _ending_at(context: Context, last: int) -> Token | None:
    """The head of the longest mention that holds a token, if it ends there."""
    token = context.annotated.tokens[max(last, 0)]
    mention = context.mentions.at(token.start)
    ends = mention is not None and mention.span.end == token.end and mention.form not in ("pronoun", "adjective")
    return context.annotated.tokens[mention.head] if mention is not None and ends else None
