"""What an expression bounds, as the words in front of it tell: « depuis lundi », « d'ici fin mai », « depuis le début de la guerre, le 15 avril »."""

from pourparlers.dating.cues import cues
from pourparlers.dating.shape import Draft
from pourparlers.dating.words import Words, alphabet

_SENTENCE_ENDS = frozenset({".", "!", "?", "\n"})

#: « Depuis » and the noun of what began stand so many words before the date beside it.
_APPOSED_WITHIN = 8

#: What may stand between a preposition that bounds and the expression.
_BETWEEN = frozenset({"à", "au", "aux", "de", "du", "d'", "en", "la", "le", "fin", "ce", "cette", "ici"})


def bound_of(draft: Draft, words: Words) -> str:
    """ "since", "until", "from", "before" or "after", from the preposition in front."""
    at = preposition(draft, words)
    if at == draft.first and _is_apposed_beginning(draft, words):
        return "since"
    return (alphabet().value(words.forms[at], "BOUND") if at < draft.first else None) or ""


def _is_apposed_beginning(draft: Draft, words: Words) -> bool:
    """True for the date of what something lasts since: « depuis le début de la guerre, le 15 avril 2023 »."""
    if draft.relation.op not in ("day", "month") or words.forms[draft.first - 1 : draft.first] != (",",):
        return False
    for form in reversed(words.forms[max(0, draft.first - 1 - _APPOSED_WITHIN) : draft.first - 1]):
        if alphabet().value(form, "BOUND") == "since":
            return True
        if form in _SENTENCE_ENDS or form == "," or cues().get(form.lower()) in ("past", "future"):
            return False
    return False


def preposition(draft: Draft, words: Words) -> int:
    """The index of the word in front that bounds the expression; that of the expression itself when there is none."""
    for i in range(draft.first - 1, max(-1, draft.first - 5), -1):
        if alphabet().value(words.forms[i], "BOUND") is not None:
            return i
        if words.forms[i].lower() not in _BETWEEN:
            break
    return draft.first
