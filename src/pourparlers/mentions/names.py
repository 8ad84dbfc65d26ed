"""Runs of capitalised words: how far a proper name reaches."""

from collections.abc import Sequence

from pourparlers.mentions.words import fold, group
from pourparlers.mentions.world import known_names
from pourparlers.model.annotated import Token

#: Letters above which a word in capitals is no acronym, and how many such words make a headline.
_LOUD, _HEADLINE = 4, 2


def is_capital(token: Token) -> bool:
    """True for a word that begins with a capital letter, or with a small particle and a capital ("al-Bachir")."""
    text = token.text
    if text[0].isupper():
        return text.lower() not in group("civility")
    if "-" not in text:
        return False
    head, _, tail = text.partition("-")
    return tail[:1].isupper() and head.lower() in ("al", "el", "es", "an", "as", "ad", "ar", "ash", "at")


def is_civility(token: Token) -> bool:
    """True for "M.", "Mme", "MM."…, not for the pronoun "me"."""
    return token.lower in group("civility") and token.text != "me"


def civility_gender(token: Token) -> str:
    """ "f" for "Mme", "m" for "M."."""
    return "f" if token.lower.startswith(("mme", "mlle", "madame", "mrs")) else "m"


def name_end(words: Sequence[Token], i: int, stop: int) -> int:
    """The end of the run of capitalised words that begins at `i`, particles between them included."""
    end = i + 1
    while end < stop:
        step = _next_capital(words, end, stop)
        if not step or headline_ends(words, i, end):
            break
        end = step
    return end


def headline_ends(words: Sequence[Token], i: int, end: int) -> bool:
    """True where a headline in capitals, glued to the text that begins with a name, ends before word `end`: "LA TRÊVE SALUÉE | Anton Brisk"."""
    if end >= len(words) or words[end].text.isupper() or not is_capital(words[end]):
        return False
    loud = [w for w in words[max(0, i - _HEADLINE) : end] if len(w.text) > _LOUD and w.text.isupper()]
    return len(loud) >= _HEADLINE and loud[-1] is words[end - 1]


def goes_on_with_field(words: Sequence[Token], i: int, stop: int) -> bool:
    """True for "et de défense" at word `i`, the second field of a body's name, not for "et de partenaires"."""
    if i + 2 >= stop or i < 2 or words[i].text != "et" or words[i + 1].lower not in ("de", "d'") or words[i - 2].lower not in ("de", "d'"):
        return False
    return words[i + 2].pos == "NOUN" and words[i + 2].text[0].islower() and not words[i + 2].has("Number=Plur")


def _next_capital(words: Sequence[Token], i: int, stop: int) -> int:
    if is_capital(words[i]):
        return i + 1
    at = i
    while at < stop and at - i < 3 and fold(words[at].text) in group("name_particles"):
        at += 1
    return at + 1 if i < at < stop and is_capital(words[at]) and not _breaks(words, i, at) else 0


def _is_organisation(words: Sequence[Token], i: int) -> bool:
    """True for "Amnesty" in "Jean Roy d'Amnesty International": where somebody works is not his name."""
    known = known_names().at([fold(w.text) for w in words[i : i + 8]], 0)
    acronym = len(words[i].text) > 2 and words[i].text.isupper() and not words[i - 2].text.isupper()
    return acronym or (known is not None and known.value.kind == "organisation")


def _breaks(words: Sequence[Token], i: int, at: int) -> bool:
    """ "de" or "du" between a body and its owner ("FDV de Kitwe") joins as it does in names ("Greta von der Aue", "Jean de Brives"): only
    when nothing but one or two words stands before it."""
    if at - i == 1 and i > 1 and _is_organisation(words, at):
        return True
    return fold(words[i].text) in ("du", "des") or (
        fold(words[i].text) in ("de", "d'") and at - i == 1 and words[i - 1].text.isupper() and len(words[i - 1].text) > 1
    )
