"""Behind or ahead? Tense and aspect of the words around an expression choose between the last and the next."""

import re
from collections.abc import Iterable, Sequence

from pourparlers.dating.compound import BE, ends_compound_past, of_called
from pourparlers.dating.cues import cues
from pourparlers.dating.words import UNKNOWN, Words, alphabet

#: How many words away a cue still counts.
_REACH = 18

#: The future, and the conditional that stands for it in reported speech; not « aurait », which tells the past.
_FUTURE = re.compile(
    r"(?!aurai|serai)[a-zàâéèêëîïôûüç]{2,}(?:r(?:ont|ai|ons|ez)|(?:er|ir|oir|dr|evr|ttr|rr|lur|[su]ivr)(?:ait|aient))|seront|aurai|serai"
    r"|[a-zàâéèêëîïôûüç]*(?:er|ir|dr|evr|ttr|rr|lur)a|s?aura|(?:pour|sur|re)?(?:suivra|vivra)"  # not « déclara », « rencontra », « livra »
)
#: Endings that only the conditional has, which taggers take for an imperfect: « recevrait », « commencerait », « se rendrait ».
CONDITIONAL = re.compile(r"[a-zàâéèêëîïôûüç]+(?:er|ndr|udr|evr|ttr)(?:ait|aient)")

#: « L'accord serait signé vendredi » lies ahead, « il serait mort vendredi » behind.
WOULD_BE = frozenset({"serait", "seraient"})

#: « La séance était prévue vendredi »: it may have been held.
WAS = frozenset({"était", "étaient"})

#: Forms of « être » that tell of a state.
_LINKING = frozenset({"est", "sont", "était", "étaient"})

#: The auxiliaries of a pluperfect, and how far before a day they may stand.
_HAD = frozenset({"avait", "avaient"})
_PLUPERFECT = 8

#: « Avant d'annoncer » bounds no time.
_BEFORE, _TO_DO = "avant", frozenset({"de", "d'", "d’"})

#: Auxiliaries stand within so many words before their participle.
_AUXILIARIES = 3

#: A past participle right before an expression tells on its own: « annoncées mercredi ». Nouns like it: « la sécurité vendredi ».
_PARTICIPLE = re.compile(r"[a-zàâéèêëîïôûüç]{2,}(?<!it)(?<!et)(?:é|ée|és|ées)|[A-ZÉ][a-zàâéèêëîïôûüç]{2,}(?<!it)(?:és|ées)")
#: The cues of participles that tell the past right before an expression, whatever else they tell: « convenu », « tenue », « communiqué ».
_DONE_TOO = ("asked", "held", "made")
#: Irregular ones that no noun is like.
_IRREGULAR = re.compile(r"[a-zàâéèêëîïôûüç]*(?:nclu|ompu|attu|endu|rvenu|btenu)(?:e|s|es)?")

#: An infinitive, and what stands right before one that completes a verb.
_INFINITIVE = re.compile(r"[a-zàâéèêëîïôûüç]{2,}(?:er|ir|dre|ttre|ire|aire|cre|vre)")
_BEFORE_INFINITIVE = frozenset({"à", "de", "d'", "d’", "se", "s'", "s’", "y", "les", "le", "la", "l'", "l’", "en", "ne", "pas"})

#: The auxiliary of an infinitive of the past stands so many words before the day behind its object.
_HAVING, _OBJECT_WITHIN = frozenset({"avoir"}), 5

_ENTERED, _IN_FORCE = frozenset({"entrée", "entrées", "entré", "entrés"}), ("en", "vigueur")

#: One word of the lexicon, which is an infinitive too.
_TO_COME = "à venir"

#: What leads to the day to which something is put off.
_TO_A_DAY = frozenset({"à", "au"})

_AS_FAR_AS = frozenset({"jusqu'", "jusqu’"})

#: What starts a clause with a verb of its own, and what ties a day to a noun (« l'attaque de lundi »).
_CLAUSES = frozenset({"qui", "que", "qu'", "qu’", "où", "dont", "après", "lors", "depuis", "selon", "suite", "tandis", "alors", "et", "mais"})
_THAT = frozenset({"que", "qu'", "qu’"})
_NOUN_LINKS = frozenset({"de", "du", "et", "ou"})

#: Between the noun of a blow and its weekday stand so many words of no cue (« l'attaque meurtrière d'un convoi lundi »); what may come of it lies
#: before the noun (« le risque d'une attaque lundi »).
_BLOW_WITHIN = 4
_STOPS = frozenset(".!?;\n")

#: The direction of « convoqué »: a session lies ahead, an ambassador has come.
_CALLED = "called"


def direction_from_words(words: Words, quoted: Sequence[int], first: int, last: int) -> str:
    """ "past", "future", "present" (the nearest day is meant) or "" (not told), from the nearest cue before the words [first, last) in
    their sentence, else the nearest after them.

    quoted: for each word the number of its quotation. What others say inside quotation marks tells nothing of the words outside, nor the reverse.
    """
    if first > 0 and _PARTICIPLE.fullmatch(words.forms[first - 1]) is not None:
        told = _of_bare_participle(words, first - 1)
        if told:
            return told
    before = range(first - 1, max(-1, first - 1 - _REACH), -1)
    after = range(last, min(len(words.forms), last + _REACH))
    return _first_cue(words, quoted, quoted[first], before) or _first_cue(words, quoted, quoted[first], [i for i in after if not _bounds(words, i)])


def _of_bare_participle(words: Words, i: int) -> str:
    """What a participle right before an expression tells, "" for a noun that looks like one."""
    told = cues().get(words.forms[i], "past")
    if told == _CALLED:
        return of_called(words.forms, i)
    if told == "future" and i > 0 and words.forms[i - 1].lower() in WAS:
        return "present"
    if told and _is_announced(words, i):
        return "future"
    return "past" if told in _DONE_TOO else told


def is_told_in_past(words: Words, first: int) -> bool:
    """True right after a compound past, however its participle agrees (« se sont affrontées mardi »), or a participle alone (« conclu mardi »)."""
    if first == 0:
        return False
    form = words.forms[first - 1]
    is_irregular = _IRREGULAR.fullmatch(form) is not None and cues().get(form, "past") == "past" and not _is_announced(words, first - 1)
    is_alone = first == 1 or words.forms[first - 2].lower() not in BE
    if (is_irregular and is_alone) or ends_compound_past(words.forms, first):
        return True
    return _tells_of_having_done(words, first) or _has_entered_into_force(words, first)


def _tells_of_having_done(words: Words, first: int) -> bool:
    """True behind an infinitive of the past and its object: « accusé d'avoir violé la trêve mardi », not « doit avoir quitté la ville mardi »."""
    for i in range(first - 1, max(0, first - 2 - _OBJECT_WITHIN), -1):
        form = words.forms[i].lower()
        if form in _HAVING:
            return ends_compound_past(words.forms, i + 2) and _cue(words.forms[i - 1]) != "future"
        if form in _STOPS or form in _CLAUSES:
            return False
    return False


def _has_entered_into_force(words: Words, first: int) -> bool:
    """True right after « entrée en vigueur » behind a noun, and inside: « la trêve entrée jeudi en vigueur », not « l'entrée en vigueur jeudi »."""
    forms = [form.lower() for form in words.forms[max(0, first - 4) : first]]
    behind = tuple(form.lower() for form in words.forms[first + 1 : first + 3])
    inside = forms[-1:] if behind == _IN_FORCE else ()
    entered = forms[-3:-2] if tuple(forms[-2:]) == _IN_FORCE else inside
    if not entered or entered[0] not in _ENTERED:
        return False
    at = first - 1 if entered is inside else first - 3
    before = words.forms[at - 1].lower() if at > 0 else ""
    return before[:1].isalpha() and alphabet().value(before, "ARTICLED") is None and not _is_announced(words, at)


def is_asked_for(words: Words, quoted: Sequence[int], first: int) -> bool:
    """True for a time of what a verb of asking, proposing or planning is about: « a appelé à manifester samedi », « a invité mercredi les deux
    camps à une rencontre lundi 2 juin »: an infinitive or another day stands between that verb and the word `first`; or of what a noun of chance is
    about: « la perspective d'un accord lundi »; or to which something was put off: « a reporté la séance à lundi »."""
    if first == 0 or words.forms[first - 1].lower() in _NOUN_LINKS:
        return False
    days, between = alphabet().letters_of("WEEKDAY") + alphabet().letters_of("DEICTIC"), False
    last = words.forms[first - 1].lower()
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        form = words.forms[i].lower()
        if form in _THAT and quoted[i] == quoted[first]:
            return _is_wished(words, i)
        if quoted[i] != quoted[first] or form in _STOPS or form in _CLAUSES:
            return False
        told = cues().get(form)
        if last in _TO_A_DAY and cues().get(f"{form} {last}") == "future":
            return True
        if told in ("asked", "chance"):
            return between or told == "chance"
        if told in ("past", "now") or (i == first - 1 and _PARTICIPLE.fullmatch(form) is not None and told in (None, "held")):
            return False
        between = between or words.letters[i] in days or _is_infinitive(words, i)
    return False


def _is_wished(words: Words, that: int) -> bool:
    """True for the clause of « que » right behind a verb of asking or proposing, and for one with which a sentence opens: « Que les deux camps se
    voient en mai reste douteux »."""
    before = words.forms[that - 1].lower() if that > 0 else "."
    opens = before in _STOPS and words.forms[that + 1 : that + 2] and alphabet().value(words.forms[that + 1], "ARTICLED") is not None
    return bool(opens) or cues().get(before) == "asked"


def _is_infinitive(words: Words, i: int) -> bool:
    form = words.forms[i].lower()
    if form == _TO_COME:
        return True
    asked = i > 0 and words.forms[i - 1].lower() in _BEFORE_INFINITIVE and _INFINITIVE.fullmatch(form) is not None
    return asked and form not in cues() and words.letters[i] == UNKNOWN


def is_of_blow(words: Words, first: int) -> bool:
    """True for the weekday of a noun that tells of a sudden deed, whatever its verb: « dénonce l'attentat jeudi contre un marché »."""
    for i in range(first - 1, max(-1, first - 2 - _BLOW_WITHIN), -1):
        form = words.forms[i].lower()
        told = cues().get(form)
        if told is not None or form in _STOPS or form in _CLAUSES or _cue(form):
            return told == "struck" and not _is_feared(words, i)
    return False


def _is_feared(words: Words, blow: int) -> bool:
    """True for a blow that another noun only speaks of: « la perspective d'une attaque », « la menace de frappes »."""
    return any(cues().get(form.lower()) in ("chance", "now", "asked") for form in words.forms[max(0, blow - _AUXILIARIES) : blow])


def tells_what_had_been(words: Words, last: int) -> bool:
    """True where a compound past ends right before the word `last`, a pluperfect or a verb of beginning stands before it, and no infinitive between:
    « a promis dès mardi », « avait donné le ton dès mardi », « a entamé sa tournée dès mardi »."""
    if ends_compound_past(words.forms, last):
        return True
    for i in range(last - 1, max(-1, last - 1 - _PLUPERFECT), -1):
        form = words.forms[i].lower()
        if form in _HAD or (alphabet().value(form, "BEGUN") is not None and ends_compound_past(words.forms, i + 1)):
            return True
        if form in _STOPS or form in _CLAUSES or _is_infinitive(words, i):
            return False
    return False


def follows_participle(words: Words, first: int) -> bool:
    """True when a past participle stands right before a word: « interpellés dès mardi »."""
    return first > 0 and _PARTICIPLE.fullmatch(words.forms[first - 1]) is not None and _participle_tells(words.forms[first - 1])


def is_done(words: Words, first: int) -> bool:
    """True when a compound past or a past participle that tells no plan stands right before a word: « ils ont signé lundi », « les otages libérés
    lundi », not « le défilé organisé lundi »."""
    if is_told_in_past(words, first):
        return True
    return first > 0 and _PARTICIPLE.fullmatch(words.forms[first - 1]) is not None and cues().get(words.forms[first - 1], "past") == "past"


def _participle_tells(form: str) -> bool:
    return cues().get(form, "past") in ("past", *_DONE_TOO)


def _is_announced(words: Words, participle: int) -> bool:
    """True for a participle with an auxiliary in the future: « sera signé », « pourraient être organisés »."""
    before = [form.lower() for form in words.forms[max(0, participle - _AUXILIARIES) : participle]]
    told_of_being = cues().get(words.forms[participle]) == "past"
    return any(_cue(form) == "future" or (form in WOULD_BE and not told_of_being) for form in before)


def _first_cue(words: Words, quoted: Sequence[int], here: int, indices: Iterable[int]) -> str:
    for i in indices:
        form = words.forms[i]
        if quoted[i] != here:
            if here != 0:
                break
        elif form in _STOPS:
            break
        elif found := _told_at(words, i):
            return found
    return ""


def _bounds(words: Words, i: int) -> bool:
    """True for what bounds the words after it, and tells nothing of a time before: « en octobre et progressa jusqu'à la frontière »."""
    return alphabet().value(words.forms[i], "BOUND") is not None or (i > 0 and words.forms[i - 1].lower() in _AS_FAR_AS)


def _told_at(words: Words, i: int) -> str:
    """The direction that a word tells, alone or with the word before it: « s'est », « auront lieu », but not « la venue »."""
    if words.forms[i].lower() == _BEFORE and words.forms[i + 1 : i + 2] and words.forms[i + 1].lower() in _TO_DO:
        return ""
    if cues().get(words.forms[i].lower()) == _CALLED:
        return of_called(words.forms, i)
    pair = cues().get(f"{words.forms[i - 1]} {words.forms[i]}".lower().replace("’", "'")) if i > 0 else None
    return _cue(words.forms[i]) if pair is None else pair


def _cue(form: str) -> str:
    folded = form.lower()
    told = cues().get(folded)
    if told is not None:
        return told if told in ("past", "future") else ""
    return "future" if _FUTURE.fullmatch(folded) is not None else ""


def _is_dated(words: Words, last: int) -> bool:
    """True when a weekday or a day of the month follows, behind a comma or not."""
    after = last + (words.forms[last : last + 1] == (",",))
    return any(
        words.letters[i] in alphabet().letters_of("WEEKDAY") or words.forms[i][0].isdecimal() for i in range(after, min(after + 1, len(words.forms)))
    )


def is_nowadays(words: Words, first: int, last: int) -> bool:
    """True for « aujourd'hui » at the words [first, last) beside a verb of a lasting state: « rien ne justifie aujourd'hui », « sont aujourd'hui
    réfugiés », and where it opens a sentence without a date: « Aujourd'hui, la ville a changé »; then it denotes no day."""
    if words.forms[first][0].isupper() and not _is_dated(words, last):
        return True
    before = words.forms[first - 1].lower() if first > 0 else ""
    if cues().get(before) == "now":
        return True
    after = words.forms[last] if last < len(words.forms) else ""
    return before in _LINKING and _PARTICIPLE.fullmatch(after) is not None and cues().get(after, "past") in ("past", "held")
