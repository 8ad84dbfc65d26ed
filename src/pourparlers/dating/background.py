"""Days that are background: those of relative clauses, participles and gerunds beside a noun, and of what was before or after.

« Le président a reçu les délégués mardi, après l'attaque survenue dimanche. Dans la soirée… » goes on with the Tuesday.
"""

import re

from pourparlers.dating.cues import cues
from pourparlers.dating.shape import Draft
from pourparlers.dating.words import Words, alphabet

#: Only the words of one stretch between marks tell.
_MARKS = frozenset(',;:.!?\n«»"()–—')

#: How far before a day its clause may begin.
_REACH = 14

#: A participle without an auxiliary before it belongs to a noun; auxiliaries stand within so many words before it.
_PARTICIPLE = re.compile(r"[a-zàâéèêëîïôûüç]{2,}(?:é|ée|és|ées|ue|us|ues|ise|ises|ite|ites)")
_AUXILIARY = re.compile(
    r"a|ont|ai|avons|avait|avaient|aura|auront|aurait|auraient|est|sont|était|étaient|sera|seront|serait|seraient|été|fut|furent|soit|soient|eu"
)
_AUXILIARY_REACH = 4

_GERUND = re.compile(r"[a-zàâéèêëîïôûüç]{3,}ant")


def is_background(words: Words, draft: Draft) -> bool:
    """True for the day of a draft that stands in a relative clause, beside a participle or a gerund, or after « après », « depuis », « de »."""
    first = draft.first
    if first > 0 and alphabet().value(words.forms[first - 1], "OF") is not None:
        return True
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        form = words.forms[i].lower()
        if form in _MARKS:
            break
        if any(alphabet().value(form, group) is not None for group in ("RELATIVE", "SETTING")):
            return True
        if _is_gerund(words, i) or (i == first - 1 and _is_attribute(words, i)):
            return True
    return False


def has_attribute(words: Words, first: int, last: int) -> bool:
    """True when the words [first, last) are one stretch with a participle beside its noun: « du cessez-le-feu entré en vigueur »."""
    stretch = [form.lower() for form in words.forms[first:last]]
    return _MARKS.isdisjoint(stretch) and any(_is_attribute(words, i) for i in range(first, last))


def _is_gerund(words: Words, i: int) -> bool:
    return _GERUND.fullmatch(words.forms[i]) is not None and i > 0 and words.forms[i - 1].lower() == "en"


def _is_attribute(words: Words, i: int) -> bool:
    """True for a participle beside a noun: « l'attaque survenue », not « a été conclue » or « s'est rendu »."""
    if _PARTICIPLE.fullmatch(words.forms[i]) is None or cues().get(words.forms[i], "past") == "":
        return False
    before = words.forms[max(0, i - _AUXILIARY_REACH) : i]
    return not any(_AUXILIARY.fullmatch(form.lower()) for form in before)
