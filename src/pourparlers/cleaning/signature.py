"""Lines that sign and date an article: "Par Le Courrier du Lac avec AFP", "Publié le 4 mars 2022 à 18h05 | International".

A line is a signature when every fragment of it is one of: a day, an hour, small print, a section, an agency, an outlet, a name, an unnamed signatory.
A sentence of the article always has a fragment that is none of these.
"""

import functools
import re
from dataclasses import dataclass, replace

from pourparlers.cleaning.clutter import is_button
from pourparlers.cleaning.datestamps import Stamp, month_alone, stamps, words_of
from pourparlers.cleaning.folding import fold
from pourparlers.lexicon import load

#: Longer lines are prose.
LONGEST = 220

_FRAGMENTS = re.compile(r"\s*(?:[|•·>›;,/()]|(?:^|\s)[-–—](?=\s|$)|:(?=\s|$)|(?<=\w{4})\.\s(?=[A-ZÀ-Ý])|\s{2,})\s*")
_JOINED = re.compile(r"\s+(?:avec|et)\s+(?:l'|l’)?", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:Le|La|Les|LE|LA|LES)\s+|[Ll][’']|L[’']")
_LEADING_ARTICLE = re.compile(r"^(?:l['’]|(?:le|la|les) )")
#: The longer last parts of addresses are taken for what they are in small letters only ("J.Durand" is a name).
_DOMAIN = re.compile(r"(?i:(?:www\.)?[\w-]+(?:\.[\w-]+)*)\.(?:(?i:[a-z]{2,4})|[a-z]{5,10})")
_HANDLE = re.compile(r"@\w{2,30}")
_SMALL = frozenset(
    (
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "l",
        "d",
        "et",
        "à",
        "en",
        "sur",
        "au",
        "aux",
        "of",
        "the",
        "von",
        "van",
        "ben",
        "bin",
        "ag",
        "el",
        "al",
    )
)
_WORD = re.compile(r"[^\W_]+")
_LINKS = frozenset({"le", "du", "a", "et"})
_ACRONYM = re.compile(r"[A-Z]{2,7}")


@dataclass(frozen=True, slots=True)
class Agency:
    """An entry of data/world/agencies.yaml, where the fields are explained."""

    name: str
    forms: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Signature:
    """What a line says of the article. opened: it begins as only signatures do ("Par …"). named: it holds a name that may be anybody's.

    sections: how many names of sections it holds. noted: it holds small print ("2 min de lecture").
    """

    stamps: tuple[Stamp, ...] = ()
    outlet: str | None = None
    agency: str | None = None
    opened: bool = False
    named: bool = False
    sections: int = 0
    noted: bool = False

    @property
    def certain(self) -> bool:
        """True when the line can be nothing else, wherever it stands."""
        return any(stamp.label for stamp in self.stamps) or (self.opened and (self.agency is not None or self.outlet is not None))


@functools.cache
def _agencies() -> dict[str, str]:
    return {form: agency.name for agency in load("world/agencies", Agency) for form in (agency.name, *agency.forms)}


def agency_of(words: str) -> str | None:
    """The agency of that name in signatures, None when it is none we know."""
    words = words.strip(" .()[]")
    return _agencies().get(words) or _agencies().get(re.sub(r"^[Ll][’']", "", words))


def read_signature(text: str) -> Signature | None:
    """What a line says if it is a signature, else None."""
    if not text.strip() or len(text) > LONGEST:
        return None
    found = stamps(text) or _month_of_issue(text)
    signature: Signature | None = Signature(found)
    for start, end in _between(found, len(text)):
        for fragment in _FRAGMENTS.split(text[start:end]):
            signature = None if signature is None else _fragment(fragment.strip(" .()[]–—-:"), signature)
    if signature is None or signature == Signature():
        return None
    return replace(signature, outlet=None) if _names_place(text, signature) else signature


def _month_of_issue(text: str) -> tuple[Stamp, ...]:
    """The month behind the name of a periodical: "Revue des deux rives, mars 2022"."""
    name, comma, told = text.rpartition(",")
    month = month_alone(told) if comma and _has_media_word(name) else None
    return () if month is None else (Stamp(len(text) - len(told.lstrip()), len(text), month),)


def _names_place(text: str, signature: Signature) -> bool:
    """True for a dateline in a line of its own whose town has an article, as papers have: "La Haye, 18 juillet 2011 (AFP)", "Le Caire, le 3 mai"."""
    if signature.outlet is None or not signature.stamps or _ARTICLE.match(signature.outlet) is None or _has_media_word(signature.outlet):
        return False
    day = signature.stamps[0]
    before = text[: day.start].rstrip()
    return before.endswith((", le", ", Le")) or (before.endswith(",") and text[day.end :].lstrip().startswith("("))


def _between(found: tuple[Stamp, ...], length: int) -> list[tuple[int, int]]:
    """The runs of a line outside its stamps."""
    ends = [0, *(stamp.end for stamp in found)]
    starts = [*(stamp.start for stamp in found), length]
    return list(zip(ends, starts, strict=True))


def _fragment(words: str, signature: Signature) -> Signature | None:
    """The signature with what a fragment adds; None when the fragment belongs to no signature."""
    if not words or fold(words) in _LINKS:
        return signature
    if _is_note(words) or _HANDLE.fullmatch(words) is not None:
        return replace(signature, noted=True)
    if is_button(words):
        return replace(signature, sections=signature.sections + 1)
    if _is_filed(words):
        return replace(signature, named=True)
    opening, rest = _opened(words)
    result: Signature | None = replace(signature, opened=signature.opened or opening != "")
    for i, part in enumerate(_JOINED.split(rest)):
        result = None if result is None else _party(part.strip(), result, wire=i > 0 or opening in ("avec", "source"))
    return result


def _opened(words: str) -> tuple[str, str]:
    """The opening of a byline ("par"; "" when there is none) and what follows it."""
    folded = fold(words)
    for opening in words_of("byline"):
        if folded.startswith(opening) and not folded[len(opening) : len(opening) + 1].isalpha():
            return opening, words[len(opening) :].strip(" :")
    return "", words


def _is_filed(words: str) -> bool:
    """True for where it was written or filed: "Fait et signé à Genève", "dans Politique"."""
    folded = fold(words)
    return any(folded.startswith(filed + " ") and looks_like_name(words[len(filed) :].strip()) for filed in words_of("filed"))


def _is_note(words: str) -> bool:
    """True for small print: "214 vues", "Lecture 1 min", "2 min de lecture"."""
    folded = fold(words)
    for note in words_of("note"):
        folded = folded.replace(note, " ")
    return not any(char.isalpha() for char in re.sub(r"\bd[eu]\b", " ", folded))


def _party(words: str, signature: Signature, wire: bool) -> Signature | None:
    """The signature with who one part of a byline names."""
    if not words:
        return signature
    agency = agency_of(words) or (words if wire and _ACRONYM.fullmatch(words) else None)
    if agency is not None:
        return replace(signature, agency=signature.agency or agency, named=True)
    words = _LEADING_ARTICLE.sub("", words)
    if (staff := _staff(words)) is not None:
        behind = words[len(staff) :].strip()
        return replace(signature, opened=True, outlet=signature.outlet or (behind if behind and looks_like_outlet(behind) else None))
    if not looks_like_name(words) and not ((signature.opened or signature.stamps) and is_titled(words)):
        return None
    if looks_like_outlet(words) or (signature.opened and len(words.split()) == 1):
        return replace(signature, outlet=signature.outlet or words, named=True)
    return replace(signature, named=True)


def _staff(words: str) -> str | None:
    """The word for a signatory without a name, with a place or a paper behind: "notre correspondante à Varsovie", "rédaction Plaine Info"."""
    folded = fold(words)
    for staff in words_of("staff"):
        if folded.startswith(staff) and (len(folded) == len(staff) or looks_like_name(words[len(staff) :].strip())):
            return staff
    return None


def is_titled(words: str) -> bool:
    """True for a name such as "La Gazette des dunes": with a word for media, its nouns in small letters."""
    return words[0].isupper() and len(words.split()) <= 6 and _has_media_word(words)


def looks_like_name(words: str) -> bool:
    """True for up to six words that all begin with capitals, small words aside; also for addresses of sites."""
    if _DOMAIN.fullmatch(words):
        return True
    found = _WORD.findall(words)
    told = [word for word in found if word.lower() not in _SMALL]
    return 0 < len(told) <= 6 and len(found) <= 9 and all(word[0].isupper() or word[0].isdigit() for word in told) and _has_capital(told)


def _has_capital(words: list[str]) -> bool:
    return any(char.isupper() for word in words for char in word)


def looks_like_outlet(words: str) -> bool:
    """True for a name such as newspapers and stations bear: with an article, a word for media, or the address of a site."""
    return _has_media_word(words) or _DOMAIN.fullmatch(words) is not None or (_ARTICLE.match(words) is not None and looks_like_name(words))


def _has_media_word(words: str) -> bool:
    return not set(words_of("media")).isdisjoint(_WORD.findall(fold(words)))
