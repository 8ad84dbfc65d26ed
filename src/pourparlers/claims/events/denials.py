"""What somebody claims and another denies right after ("L'armée revendique la prise de la ville. Faux, réplique le maire.") or in the same breath
("…, ce que le maire dément")."""

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pourparlers.claims.clauses import agent_of_passive, subject
from pourparlers.claims.context import Context
from pourparlers.claims.events.drafts import Draft
from pourparlers.claims.events.forms import verb_lemmas, word_lemmas
from pourparlers.claims.particles import THAT, THE
from pourparlers.claims.verbs import verb_group
from pourparlers.lexicon import load
from pourparlers.model.annotated import Sentence, Token
from pourparlers.model.claim import BEHIND, SPOKEN, Agent

#: So far into a sentence its first verb may stand, and behind that verb the noun of what it rejects.
_OPENING, _OBJECT = 12, 5
_THIS_IS = (("c'", "est"), ("c’", "est"))
_SHAPES: tuple[Literal["verb"], Literal["rejection"]] = ("verb", "rejection")
#: Forms of "démentir" that taggers take for adverbs.
_DENYING = frozenset(("dément", "démentent"))
#: "ce que" stands so near before its verb, and the mark before a clause so near before that clause's.
_RELATIVE, _CLAUSE = 12, 9
_LINKS = frozenset(("que", "qu'", "qu’", "dont", "où"))
#: A claim is denied so many sentences later at most, those between going on with it.
_REACH = 3
_HEARSAY = frozenset(("aurait", "auraient", "serait", "seraient"))
#: What one may be charged with, and deny any of.
_CHARGED = frozenset(("attack", "violation"))
_ANY = frozenset(("tout", "toute"))
_MARKS = frozenset((",", ".", "!", ":", ";"))
#: What may follow a verb that denies everything: the end, or another clause.
_ALL = frozenset(("catégoriquement", "fermement", "formellement", "aussitôt", "tout", "toute", "en"))


@dataclass(frozen=True, slots=True)
class Denial:
    """A word that denies; the fields are those of data/fr/denials.yaml."""

    word: str
    shape: Literal["exclamation", "verb", "rejection", "accusation"]
    example: str


@functools.cache
def denials() -> dict[str, frozenset[str]]:
    """Shape -> the words of that shape."""
    entries = load("fr/denials", Denial)
    return {shape: frozenset(e.word for e in entries if e.shape == shape) for shape in ("exclamation", "verb", "rejection", "accusation")}


def with_denials(context: Context, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, those denied whose claim somebody else denies in the same sentence or in the next, with whoever does."""
    return [_with_denial(context, draft) if _open(draft) else draft for draft in drafts]


def _with_denial(context: Context, draft: Draft) -> Draft:
    verb = _denied_within(context, draft)
    if verb is not None:
        return replace(draft, status="denied", denier=_agent_of(context, verb))
    sentence = _denied_after(context, draft)
    return draft if sentence is None else replace(draft, status="denied", denier=denier_of(context, sentence))


def _open(draft: Draft) -> bool:
    """True for what others may deny: an offer, a refusal or a threat is made by whoever tells it."""
    return bool(draft.attribution) and draft.status in BEHIND and draft.kind.type not in SPOKEN


def _denied_within(context: Context, draft: Draft) -> Token | None:
    """The verb of ", ce que le maire dément", ", accusations rejetées par le maire" or ", le maire dément" behind a claim; ", qui dément, " in it."""
    annotated = context.annotated
    tokens = annotated.sentence_tokens(annotated.sentences[draft.hit.head.sentence])
    for n, token in enumerate(tokens[1:], 1):
        shape = _shape(token, tokens[n - 1])
        if shape is None or tokens[n - 1].lower == "ni" or verb_group(annotated, token).negated:
            continue  # "ce que le maire n'a ni confirmé ni démenti"
        behind = token.i > draft.hit.last
        of_this = behind and (_takes_up(tokens, n) or _rejected(tokens, n))
        of_all = shape == "verb" and _aside(tokens, n, behind) and _of_all(tokens, n, shape)
        if (of_this or of_all) and not _own(context, draft, token):
            return token
    return None


def _shape(token: Token, before: Token | None) -> Literal["verb", "rejection"] | None:
    """How a word denies, None for one that does not."""
    lemmas = verb_lemmas(token, before) or (("démentir",) if token.lower in _DENYING else ())
    return next((shape for shape in _SHAPES if denials()[shape].intersection(lemmas)), None)


def _takes_up(tokens: Sequence[Token], n: int) -> bool:
    """True for a verb after "ce que", which stands for what was told before it."""
    near = range(max(1, n - _RELATIVE), n)
    return any(tokens[i].lower in THAT and tokens[i - 1].lower == "ce" and tokens[i - 2].text == "," for i in near if i > 1)


def _rejected(tokens: Sequence[Token], n: int) -> bool:
    """True for a participle right behind the noun of an accusation (", une version contestée par le maire"), and for the verb of its relative
    clause (", une version que conteste le maire")."""
    if tokens[n].has("VerbForm=Part") and _accuses(tokens[n - 1]):
        return True
    near = range(max(1, n - _RELATIVE), n)
    return any(tokens[i].lower in THAT and _accuses(tokens[i - 1]) for i in near)


def _accuses(token: Token) -> bool:
    """True for the noun of an accusation."""
    return token.pos == "NOUN" and not denials()["accusation"].isdisjoint(word_lemmas(token))


def _aside(tokens: Sequence[Token], n: int, behind: bool) -> bool:
    """True for a clause of its own behind a comma ("…, les rebelles démentent"), and for "qui dément" wherever it stands."""
    clause = tokens[max(0, n - _CLAUSE) : n]
    marks = [i for i, t in enumerate(clause) if t.text in _MARKS]
    opening = clause[marks[-1] + 1 :] if marks else []
    relative = bool(opening) and opening[0].lower == "qui"
    return relative or (behind and bool(opening) and not any(t.pos == "VERB" or t.lower in _LINKS for t in opening))


def _own(context: Context, draft: Draft, verb: Token) -> bool:
    """True when whoever denies is the one who claims."""
    denier = _agent_of(context, verb)
    return denier is not None and _claims(draft, denier)


def _agent_of(context: Context, verb: Token) -> Agent | None:
    """Who does what a verb tells, when it is somebody known; right before it, also where the tagger sees no verb ("Oslo dément")."""
    who = agent_of_passive(context.annotated, verb) or subject(context.annotated, verb)
    mention = None if who is None else context.mentions.headed(who.i)
    if mention is None and who is None and verb.i > context.annotated.sentences[verb.sentence].first:
        mention = context.mentions.at(context.annotated.tokens[verb.i - 1].start)
    return None if mention is None else context.agent(mention)


def _claims(draft: Draft, agent: Agent) -> bool:
    """True for one of those who claim it."""
    return any(_same(agent, claimant) for link in draft.attribution for claimant in link.agents)


def _denied_after(context: Context, draft: Draft) -> Sentence | None:
    """The sentence behind a claim that denies it."""
    sentences, first = context.annotated.sentences, draft.hit.head.sentence
    for sentence in sentences[first + 1 : first + 1 + _REACH]:
        if denies(context, sentence) or (draft.kind.type in _CHARGED and _denies_any(context, sentence)):
            denier = denier_of(context, sentence)
            return sentence if denier is None or not _claims(draft, denier) else None
        if not _goes_on(context, sentence, draft):
            return None
    return None


def _goes_on(context: Context, sentence: Sentence, draft: Draft) -> bool:
    """True for a sentence of the same paragraph that goes on with the claim: it is quoted, or in the reported conditional."""
    if sentence.line != context.annotated.sentences[draft.hit.head.sentence].line:
        return False
    tokens = context.annotated.sentence_tokens(sentence)
    heard = any(t.lower in _HEARSAY for t in tokens)
    return heard or context.annotated.quotation_at(tokens[min(1, len(tokens) - 1)].start) is not None


def _denies_any(context: Context, sentence: Sentence) -> bool:
    """True for "Le maire dément tout affrontement"."""
    tokens = context.annotated.sentence_tokens(sentence)
    pairs = enumerate(tokens[:_OPENING])
    verb = next((n for n, t in pairs if _shape(t, tokens[n - 1] if n else None) == "verb"), None)
    if verb is None or verb_group(context.annotated, tokens[verb]).negated:
        return False
    after = tokens[verb + 1 : verb + 3]
    return len(after) == 2 and after[0].lower in _ANY and after[1].pos in ("NOUN", "ADJ")


def _same(denier: Agent, claimant: Agent) -> bool:
    """True for the claimant and for whoever speaks for the same side."""
    return denier.name == claimant.name or (denier.side is not None and denier.side in (claimant.side, claimant.name)) or denier.name == claimant.side


def denies(context: Context, sentence: Sentence) -> bool:
    """True for a sentence that denies what stands before it, and tells nothing else of it."""
    return _exclaims(context, sentence) or _by_verb(context, sentence) is not None


def denier_of(context: Context, sentence: Sentence) -> Agent | None:
    """Who denies in such a sentence; None when nobody that is known does."""
    tokens = context.annotated.sentence_tokens(sentence)
    verb = _by_verb(context, sentence) or next((t for t in tokens if t.pos == "VERB"), None)
    return None if verb is None else _agent_of(context, verb)


def _exclaims(context: Context, sentence: Sentence) -> bool:
    """ "Faux, réplique le maire", "C'est un mensonge, a-t-il dit"."""
    tokens = list(context.annotated.sentence_tokens(sentence))[:6]
    words = [t.lower for t in tokens]
    at = 2 if tuple(words[:2]) in _THIS_IS else 0
    at += 1 if at and words[at : at + 1] == ["un"] else 0
    if at + 1 >= len(tokens) or tokens[at + 1].text not in _MARKS:
        return False
    return any(lemma in denials()["exclamation"] for lemma in word_lemmas(tokens[at]))


def _by_verb(context: Context, sentence: Sentence) -> Token | None:
    """The verb of "Le maire dément" or "Le maire rejette ces accusations"."""
    tokens = list(context.annotated.sentence_tokens(sentence))
    for n, token in enumerate(tokens[:_OPENING]):
        shape = _shape(token, tokens[n - 1] if n else None)
        if shape is not None:
            return token if _of_all(tokens, n, shape) and not verb_group(context.annotated, token).negated else None
        if token.pos == "VERB" and token.has("VerbForm=Fin"):
            return None
    return None


def _of_all(tokens: Sequence[Token], n: int, shape: str) -> bool:
    """True when a verb denies what was told before: nothing follows it, or the noun of an accusation, or a pronoun goes before."""
    after = tokens[n + 1 : n + 1 + _OBJECT]
    if any(denials()["accusation"].intersection(word_lemmas(t)) for t in after):
        return True
    if shape == "rejection":
        return False
    rest = [t for t in after if t.pos != "ADV" and t.lower not in _ALL]
    clitic = any(t.lower in THE for t in tokens[max(0, n - 3) : n] if t.pos == "PRON")
    return clitic or not rest or rest[0].text in _MARKS
