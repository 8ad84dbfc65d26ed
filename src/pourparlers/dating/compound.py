"""Compound pasts by their form alone, whatever a tagger takes the words for: « se sont affrontées », « s'est fait exploser », « avait pu entrer »."""

import re
from collections.abc import Iterator, Sequence

from pourparlers.dating.cues import cues

#: « Avoir » and, with a reflexive pronoun, « être » in a tense that looks back. « Aurait signé » is what is said to have happened.
_HAVE = frozenset(
    {"a", "ai", "as", "avons", "avez", "ont", "avait", "avaient", "avais", "avions", "eut", "eurent", "ait", "aient", "aurait", "auraient"}
    | {"ayant", "avoir"}
)
BE = frozenset({"est", "sont", "suis", "sommes", "était", "étaient", "être", "étant", "serait", "seraient", "soit", "soient"})
_WAS = frozenset({"fut", "furent"})
_REFLEXIVE = frozenset({"se", "s'", "m'", "me", "nous"})

#: What stands between an auxiliary and its participle: « a-t-il signé », « ont cependant signé ».
_BETWEEN = re.compile(
    r"-|t|elles?|ils?|on|ainsi|aussi|bien|cependant|de|déjà|donc|également|encore|enfin|ensuite|jamais|même|nouveau|pas|plus|pourtant|presque|puis"
    r"|rien|seulement|surtout|tou(?:s|t|te|tes)|toujours|toutefois|vite|à|[a-zéè]+ment"
)
_BEEN = "été"
_REACH = 6

#: Auxiliaries stand within so many words before « convoqué ».
_AUXILIARIES = 3

#: Participles whose infinitive is done with them: « a fait évacuer », « s'est vu remettre », « ont dû fuir », « sont venus apporter ».
_WITH_INFINITIVE = re.compile(r"(?:all|laiss)(?:é|ée|és|ées)|dû|entendu|failli|fait|pu|su|(?:ven|v)(?:u|ue|us|ues)")

#: « Une session a été convoquée lundi » may lie ahead, an ambassador who was has come: so many words before are looked at for what was called.
_CALLED_REACH = 14
_SENTENCE_ENDS = frozenset(".!?;\n")

_INFINITIVE = re.compile(r"[a-zàâçèéêëîïôûü]+(?:er|ir|re)")

_PARTICIPLE = re.compile(r"[a-zàâçèéêëîïôûü]*(?:[éiuû]|is|us|it|ert|ort|int|[fr]ait)e?s?")
#: Nouns that « avoir » takes without an article and that end like participles: « a lieu », « ont droit ».
_NOUNS = frozenset(["accès", "confiance", "cours", "droit", "foi", "lieu", "peur", "soif"])


def ends_compound_past(forms: Sequence[str], last: int) -> bool:
    """True when a compound past ends right before the word `last`. Words of plan tell of what they plan: not for « a prévu mardi une marche »."""
    words = _backwards(forms, last, _REACH)
    participle = next(words, "")
    if _INFINITIVE.fullmatch(participle) is not None:
        participle = next(words, "")
        if _WITH_INFINITIVE.fullmatch(participle) is None:
            return False
    return _is_participle(participle) and _follows_auxiliary(words)


def of_called(forms: Sequence[str], i: int) -> str:
    """ "past" or "future" for « convoqué » at the word `i`: a meeting that is called lies ahead; who has called or been called has done so."""
    before: list[str] = []
    for form in _backwards(forms, i, _CALLED_REACH):
        if form in _SENTENCE_ENDS:
            break
        before.append(form)
    auxiliaries = before[:_AUXILIARIES]
    if not _HAVE.isdisjoint(auxiliaries) and ("été" not in auxiliaries or not any(cues().get(form) == "meeting" for form in before)):
        return "past"
    return "future"


def _is_participle(form: str) -> bool:
    return _PARTICIPLE.fullmatch(form) is not None and form not in _NOUNS and cues().get(form, "past") not in ("", "future", "called")


def _follows_auxiliary(words: Iterator[str]) -> bool:
    for form in words:
        if form in _HAVE:
            return cues().get(next(words, "")) != "future"  # « doit avoir quitté »
        if form in _WAS:
            return True
        if form in BE:
            before = next(words, "")
            if before in _REFLEXIVE or _WITH_INFINITIVE.fullmatch(before) is None:
                return before in _REFLEXIVE
        elif form != _BEEN and _BETWEEN.fullmatch(form) is None and _WITH_INFINITIVE.fullmatch(form) is None:
            return False
    return False


def _backwards(forms: Sequence[str], last: int, reach: int) -> Iterator[str]:
    for i in range(last - 1, max(-1, last - 1 - reach), -1):
        yield forms[i].lower().replace("’", "'")
