"""Since when somebody is in power or in office. It is no day of what else the sentence tells; of those who took power by arms, it is that of the
taking: "la junte au pouvoir depuis juillet", "au pouvoir dans la ville depuis 2007, le Front"."""

from itertools import pairwise

from pourparlers.claims.events.lexicon import domains
from pourparlers.claims.events.parties import forms
from pourparlers.claims.events.scene import Scene
from pourparlers.model.annotated import Sentence, Token
from pourparlers.model.mention import Mention
from pourparlers.model.text import Span

#: So far before "depuis" may stand what somebody has been since; and so far behind "au pouvoir" the time that tells since when.
_OFFICE, _SINCE_WITHIN = 6, 8
#: So far behind that time may stand the place.
_PLACED_WITHIN = 4
#: Before the word of an office: "au pouvoir", "à la tête", "en fonctions".
_IN = frozenset(("au", "aux", "en", "la"))
_PARTIES = frozenset(("group", "organisation"))


def is_since_in_office(scene: Scene, sentence: Sentence, number: int) -> bool:
    """True for a time since which somebody is what the words before it tell: "la junte au pouvoir depuis une semaine", "à la tête du pays depuis"."""
    time, tokens = scene.time(number), scene.annotated.tokens
    held = scene.annotated.tokens_in(time.span)
    if time.bound != "since" or not held:
        return False
    before = tokens[max(sentence.first, held[0].i - _OFFICE) : held[0].i]
    return any(left.lower in _IN and scene.has_word("office", right.i, right.i + 1) for left, right in pairwise(before))


def since_in_power(scene: Scene, word: Token) -> int | None:
    """The number of the time since which "au pouvoir" holds, None where no such time follows. word: "pouvoir"."""
    sentence, tokens = scene.sentence(word), scene.annotated.tokens
    if word.i == sentence.first or tokens[word.i - 1].lower != "au":
        return None
    after = range(word.i + 1, min(sentence.last, word.i + 1 + _SINCE_WITHIN))
    number = next((scene.times[i] for i in after if i in scene.times), None)
    return number if number is not None and is_since_in_office(scene, sentence, number) else None


def armed_holder(scene: Scene, word: Token) -> Token | None:
    """Who is "au pouvoir depuis": the group named right before, or right behind the words that open the sentence with it; None for a head of state,
    a party or nobody. word: "pouvoir"."""
    number = since_in_power(scene, word)
    if number is None:
        return None
    sentence, tokens = scene.sentence(word), scene.annotated.tokens
    before = word.i - 2
    while before > sentence.first and tokens[before].pos in ("ADV", "PUNCT"):  # "la junte, désormais au pouvoir"
        before -= 1
    if word.i - 1 == sentence.first:
        behind = range(scene.annotated.tokens_in(scene.time(number).span)[-1].i + 1, min(sentence.last, word.i + 2 * _SINCE_WITHIN))
        before = next((i for i in behind if i in scene.actors and tokens[i - 1].i not in scene.places), before)
    mention = scene.actors.get(before)
    return tokens[mention.head] if mention is not None and _may_bear_arms(scene, mention) else None


def phrase_in_power(scene: Scene, word: Token) -> Span | None:
    """The words that tell who is "au pouvoir depuis" and where, None where nobody who bears arms is. word: "pouvoir"."""
    holder, number = armed_holder(scene, word), since_in_power(scene, word)
    if holder is None or number is None:
        return None
    sentence, tokens = scene.sentence(word), scene.annotated.tokens
    named = scene.annotated.tokens_in(scene.actors[holder.i].span)
    if named[0].i > word.i:
        return Span(tokens[word.i - 1].start, named[-1].end)
    first = named[0].i - (named[0].i > sentence.first and tokens[named[0].i - 1].pos == "DET")
    last = scene.annotated.tokens_in(scene.time(number).span)[-1].i
    where = next((i for i in range(last + 1, min(sentence.last, last + _PLACED_WITHIN)) if tokens[i].pos not in ("ADP", "DET")), last)
    end = last if where not in scene.places else where
    return Span(tokens[first].start, max(tokens[end].end, scene.places[end].span.end if end in scene.places else 0))


def _may_bear_arms(scene: Scene, mention: Mention) -> bool:
    actor = scene.context.mentions.actor(mention.actor)
    return actor.kind in _PARTIES and domains()["elected"].isdisjoint(forms(actor.name.lower().partition(" ")[0]))


def are_plotters(scene: Scene, holder: Token) -> bool:
    """True for those known by a coup: "la junte", "les militaires" of a text that tells of one."""
    name = scene.context.mentions.actor(scene.actors[holder.i].actor).name
    return not domains()["plotters"].isdisjoint(forms(name.lower().partition(" ")[0]))
