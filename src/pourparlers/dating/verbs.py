"""Behind or ahead, with syntax at hand: tense, mood and voice of the verb that governs an expression, and the noun between them."""

import re
from functools import cache

from pourparlers.dating.compound import ends_compound_past, of_called
from pourparlers.dating.cues import cues
from pourparlers.dating.tense import CONDITIONAL, WAS, WOULD_BE
from pourparlers.lexicon import read_yaml
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span

#: Endings that only the simple future has, which taggers take for a past: « recevra », « signera », « prendront »; not « déclara » or « tira ».
_FUTURE = re.compile(r"[a-zàâéèêëîïôûüç]+(?:(?:er|dr|evr|ttr|rr)a|[eiudtvr]ront)")

#: Endings that only the imperfect and the simple past have, which taggers take for a present: « poursuivaient », « rencontrèrent ».
_IMPERFECT = re.compile(r"(?!(?:de|re|contre)?fait|sait|hait)[a-zàâéèêëîïôûüç]+(?<!r)(?:ait|aient)|[a-zàâéèêëîïôûüç]+èrent")

#: Verbs in -ir whose present ends like their simple past; of the others only the past does: « partit », « ouvrit ».
_PRESENT = re.compile(
    r"(?!(?:re|res)?(?:part|sort|sent|consent|ment|dorm|serv)it|[a-zàâéèêëîïôûüç]*(?:vr|ffr)it|démentit|pressentit|[a-zàâéèêëîïôûüç]*ait)[a-zàâéèêëîïôûüç]+it"
)

#: What a verb that reports what is said may take.
_SAID = frozenset({"que", "incise"})

_HAD_TO = frozenset({"devait", "devaient"})
_HAD = frozenset({"avait", "avaient"})

#: So many words before a verb are looked at.
_REACH = 16

_REFLEXIVE = frozenset({"se", "s'", "me", "m'", "nous"})

#: A reflexive pronoun stands within so many words before its verb: « ne s'est pas encore rendu ».
_REFLEXIVE_REACH = 5


def direction_from_syntax(annotated: Annotated, span: Span) -> str:
    """ "past", "future", "planned", "present", "nearest" or "" from the verb that governs an expression.

    "future" too for what a noun of intention or chance is about (« l'hypothèse d'un scrutin à l'automne »); "planned" for a verb in the present with
    the expression behind it (« le Parlement vote jeudi »); in front of it the present may be that of a story (« mardi, il change d'avis »).
    "nearest" for what was due (« devaient signer jeudi »).
    """
    tokens = annotated.tokens_in(span)
    if not tokens:
        return ""
    through_noun = False
    for governor in annotated.ancestors(tokens[0]):
        if span.covers(governor.span):
            continue
        if governor.pos in ("VERB", "AUX"):
            if _is_attribute(governor) and _is_of_plan(annotated, governor):
                return "future"
            if cues().get(governor.lower) == "future" and _is_over(annotated, governor):
                return "past"
            told = _of_verb(annotated, _left_out(annotated, tokens[0], governor) or governor)
            is_plan = told == "present" and not through_noun and tokens[0].i > governor.i
            return _of_present(annotated, governor) if is_plan else told
        if governor.pos == "ADJ" and cues().get(governor.lower) == "future":
            return "future"
        if cues().get(governor.lower) == "future" and _is_bare(annotated, governor):
            return "future"
        if governor.pos == "NOUN":
            if cues().get(governor.lower) == "chance":
                return "future"
            through_noun = True
    return ""


def _is_attribute(verb: Token) -> bool:
    """True for a participle that stands by a noun: « un scrutin anticipé »."""
    return verb.dep.startswith("acl") and verb.has("VerbForm=Part")


def _is_of_plan(annotated: Annotated, token: Token) -> bool:
    """True when the noun right above a participle leads to one of intention or chance: not for « une hypothèse balayée vendredi »."""
    for above, governor in enumerate(annotated.ancestors(token)):
        if governor.pos != "NOUN":
            return False
        if cues().get(governor.lower) == "chance":
            return above > 0
    return False


def _is_bare(annotated: Annotated, noun: Token) -> bool:
    """True for what taggers take for a noun and is none, without a determiner: « expire fin avril »."""
    return noun.pos == "NOUN" and not any(True for _ in annotated.dependents(noun, "det", "case"))


def _is_over(annotated: Annotated, planned: Token) -> bool:
    """True for a participle of plan whose noun has held, arrived or failed to: « la séance prévue mardi n'a pas eu lieu », « attendu mardi, il n'est
    arrivé que mercredi »."""
    if not planned.has("VerbForm=Part") or not planned.dep.startswith(("acl", "advcl")):
        return False
    verb = next((t for t in annotated.ancestors(planned) if t.pos == "VERB"), None)
    if verb is None or any(t.lower == "été" for t in annotated.dependents(verb, "aux")) or not any(True for _ in annotated.dependents(verb, "aux")):
        return False
    return cues().get(verb.lower) in ("past", "held") or (verb.lower == "eu" and any(t.lower == "lieu" for t in annotated.dependents(verb)))


def _of_present(annotated: Annotated, verb: Token) -> str:
    """What is told in the present with its day behind it: reports are past, acts are planned; a passive may be either."""
    if verb.has("VerbForm=Part"):
        return "present"
    reports = verb.lemma in _reporting() and not _is_reflexive(annotated, verb)
    if reports and verb.lemma in _only_beside_words() and any(t.i < verb.i for t in annotated.dependents(verb, "nsubj")):
        return "planned"
    return "past" if reports else "planned"


@cache
def _reporting() -> frozenset[str]:
    """The infinitives of verbs that report what somebody says: « affirme lundi la ministre » is told on that Monday or after it."""
    return frozenset(entry["verb"] for entry in read_yaml("fr/reporting")["entries"] if _SAID & set(entry["takes"]))


@cache
def _only_beside_words() -> frozenset[str]:
    """Those that report only behind what is said, and do something else with a subject in front: « les pourparlers reprennent lundi »."""
    return frozenset(entry["verb"] for entry in read_yaml("fr/reporting")["entries"] if entry["takes"] == ["incise"])


def _of_verb(annotated: Annotated, verb: Token) -> str:
    """The direction of a verb with its auxiliaries: « devait se tenir » does not tell."""
    if _had_done(annotated, verb):
        return "past"
    if cues().get(verb.lower) == "called":
        before = _until(annotated, verb.i)
        return of_called(before, len(before))
    if ends_compound_past(forms := _until(annotated, verb.i + 1), len(forms)):
        return "past"
    if cues().get(verb.lower) == "future" and any(t.lower in WAS for t in annotated.dependents(verb, "aux", "cop")):
        return "nearest"
    if cues().get(verb.lower) == "future" or _is_put_off(annotated, verb) or _is_due(annotated, verb):
        return "future"
    if _was_due(annotated, verb):
        return "nearest"
    group = [*annotated.dependents(verb, "aux", "cop"), verb]
    if any(t.has("Tense=Fut") or cues().get(t.lower) == "future" for t in group):
        return "future"
    if len(group) == 1 and (verb.has("Mood=Cnd") or _FUTURE.fullmatch(verb.lower) is not None or CONDITIONAL.fullmatch(verb.lower) is not None):
        return "future"
    if any(t.lemma == "devoir" for t in group):
        return ""
    if any(t.lower in WOULD_BE for t in group) and cues().get(verb.lower) != "past" and not any(t.lower == "été" for t in group):
        return "future"
    if len(group) > 1 and verb.has("VerbForm=Part") and any(t.lemma in ("avoir", "être") for t in group):
        return _of_participle(annotated, verb, group)
    if verb.lower.endswith("issent") or (verb.lemma.endswith("ir") and _PRESENT.fullmatch(verb.lower) is not None):
        return "present"  # taggers take « se réunissent » and « se réunit » for a past
    if verb.has("Tense=Past") or _IMPERFECT.fullmatch(verb.lower) is not None or any(t.has("Tense=Imp") for t in group):
        return "past"
    return "present" if any(t.has("Tense=Pres") and t.has("VerbForm=Fin") for t in group) else ""


def _until(annotated: Annotated, end: int) -> list[str]:
    """The words before the token `end`, as far back as they tell of it."""
    return [t.lower for t in annotated.tokens[max(0, end - _REACH) : end]]


def _had_done(annotated: Annotated, verb: Token) -> bool:
    """True for a pluperfect in the active: « avait convoqué l'ambassadeur »."""
    auxiliaries = annotated.dependents(verb, "aux", "cop")
    return verb.has("VerbForm=Part") and any(t.lower in _HAD for t in auxiliaries) and not any(t.lower == "été" for t in auxiliaries)


def _left_out(annotated: Annotated, word: Token, verb: Token) -> Token | None:
    """The verb that the clause of a word leaves out, where trees hang its subject on the next: « le premier cycle s'était tenu en mai, le deuxième
    en juin, le prochain doit s'ouvrir »; None for a clause that has its verb."""
    subjects = [t for t in annotated.dependents(verb, "nsubj") if t.i < verb.i]
    if len(subjects) < 2 or verb.dep != "conj" or not subjects[0].i < word.i < subjects[-1].i:
        return None
    comma = any(t.text == "," for t in annotated.tokens[word.i + 1 : subjects[-1].i])
    return annotated.tokens[verb.head] if comma else None


def _is_due(annotated: Annotated, verb: Token) -> bool:
    """True for the infinitive of « doit présider mardi »."""
    above = annotated.tokens[verb.head]
    return verb.dep == "xcomp" and above.i < verb.i and cues().get(above.lower) == "future"


def _was_due(annotated: Annotated, verb: Token) -> bool:
    """True for the infinitive of « devaient signer mardi », which may have come or not: the nearest is meant."""
    above = annotated.tokens[verb.head]
    modals = [*annotated.dependents(verb, "aux"), *([above] if verb.dep == "xcomp" and above.i < verb.i else [])]
    return any(t.lower in _HAD_TO for t in modals)


def _is_put_off(annotated: Annotated, verb: Token) -> bool:
    """True where the verb and the word after it are a cue: « a lieu mardi », « sont reportées à vendredi »."""
    return any(cues().get(f"{verb.lower} {after.lower}") == "future" for after in annotated.tokens[verb.i + 1 : verb.i + 2])


def _of_participle(annotated: Annotated, verb: Token, group: list[Token]) -> str:
    """A participle with its auxiliary is past (« est arrivé », « s'est rendu », « a été signé »), but for a passive in the present (« est présenté
    samedi à un juge ») and in the subjunctive (« avant que le bilan soit rendu public lundi »)."""
    auxiliary = next((t for t in group if t.lemma == "être"), None)
    active = auxiliary is None or _takes_be(verb) or any(t.lower == "été" for t in group)
    if auxiliary is None or active or _is_reflexive(annotated, verb):
        return "past"
    if auxiliary.has("Mood=Sub") or auxiliary.lower in ("soit", "soient"):
        return "future"
    return "present" if auxiliary.lower in ("est", "sont") else "past"


def _takes_be(participle: Token) -> bool:
    """True for those whose past is made with « être », however they agree: « est entrée en vigueur lundi »."""
    form = participle.lower
    return "past" in (cues().get(form), cues().get(form.removesuffix("s").removesuffix("e")))


def _is_reflexive(annotated: Annotated, verb: Token) -> bool:
    before = annotated.tokens[max(0, verb.i - _REFLEXIVE_REACH) : verb.i]
    return any(t.lower in _REFLEXIVE and t.head == verb.i for t in before)
