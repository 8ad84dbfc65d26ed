"""What somebody claims and another denies right after: "L'armée revendique la prise de la ville. Faux, réplique le maire."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from pourparlers.claims.clauses import subject
from pourparlers.claims.context import Context
from pourparlers.claims.events.drafts import Draft
from pourparlers.claims.events.forms import verb_lemmas, word_lemmas
from pourparlers.claims.verbs import verb_group
from pourparlers.lexicon import load
from pourparlers.model.annotated import Sentence, Token
from pourparlers.model.claim import Agent

#: Statuses of what somebody claims to have come about.
_CLAIMED = frozenset(("occurred", "ongoing"))
#: Whose word others may deny: an offer, a refusal or a threat is made by whoever tells it.
_SPOKEN = frozenset(("proposal", "rejection", "threat"))
#: So far into a sentence its first verb may stand, and behind that verb the noun of what it rejects.
_OPENING, _OBJECT = 12, 5
_THIS_IS = (("c'", "est"), ("c’", "est"))
_CLITICS = frozenset(("l'", "l’", "le", "les", "la"))
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
    """The drafts, those denied whose claim the next sentence denies by the word of somebody else."""
    return [replace(draft, status="denied") if _open(draft) and _denied_after(context, draft) else draft for draft in drafts]


def _open(draft: Draft) -> bool:
    return bool(draft.attribution) and draft.status in _CLAIMED and draft.kind.type not in _SPOKEN


def _denied_after(context: Context, draft: Draft) -> bool:
    sentences = context.annotated.sentences
    number = draft.hit.head.sentence + 1
    if number >= len(sentences) or not denies(context, sentences[number]):
        return False
    denier = denier_of(context, sentences[number])
    return denier is None or not any(_same(denier, link.agent) for link in draft.attribution)


def _same(denier: Agent, claimant: Agent) -> bool:
    """True for the claimant and for whoever speaks for the same side."""
    return denier.name == claimant.name or (denier.side is not None and denier.side in (claimant.side, claimant.name)) or denier.name == claimant.side


def denies(context: Context, sentence: Sentence) -> bool:
    """True for a sentence that denies what stands before it, and tells nothing else of it."""
    return _exclaims(context, sentence) or _by_verb(context, sentence) is not None


def denier_of(context: Context, sentence: Sentence) -> Agent | None:
    """Who denies in such a sentence; None when nobody that is known does."""
    verb = _by_verb(context, sentence) or next((t for t in context.annotated.sentence_tokens(sentence) if t.pos == "VERB"), None)
    who = None if verb is None else subject(context.annotated, verb)
    mention = None if who is None else context.mentions.headed(who.i)
    return None if mention is None else context.agent(mention)


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
        lemmas = verb_lemmas(token, tokens[n - 1] if n else None) or (("démentir",) if token.lower in ("dément", "démentent") else ())
        shape = next((s for s in ("verb", "rejection") if denials()[s].intersection(lemmas)), None)
        if shape is not None:
            return token if _of_all(tokens, n, shape) and not verb_group(context.annotated, token).negated else None
        if token.pos == "VERB" and token.has("VerbForm=Fin"):
            return None
    return None


def _of_all(tokens: list[Token], n: int, shape: str) -> bool:
    """True when a verb denies what was told before: nothing follows it, or the noun of an accusation, or a pronoun goes before."""
    after = tokens[n + 1 : n + 1 + _OBJECT]
    if any(denials()["accusation"].intersection(word_lemmas(t)) for t in after):
        return True
    if shape == "rejection":
        return False
    rest = [t for t in after if t.pos != "ADV" and t.lower not in _ALL]
    clitic = any(t.lower in _CLITICS for t in tokens[max(0, n - 3) : n] if t.pos == "PRON")
    return clitic or not rest or rest[0].text in _MARKS
