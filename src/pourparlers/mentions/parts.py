"""The part that an actor plays in its sentence: subject, speaker."""

import functools

from pourparlers.lexicon import read_yaml
from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.words import fold, group
from pourparlers.model.annotated import Annotated, Token

_SOURCES = frozenset({"selon", "d'apres", "suivant"})
#: How far before its subject a verb of saying may stand ("a déclaré jeudi à l'AFP un porte-parole").
_FAR = 9
_CLITICS = frozenset({"se", "s'", "s’", "en", "y", "l'", "l’", "le", "la", "les", "lui", "leur"})
#: How many words an auxiliary, its adverbs and its participle make, or a title before its name.
_GROUP = 5


@functools.cache
def _following() -> frozenset[str]:
    """The lemmas of verbs that may stand before their subject: « … », a dit X; not "a remercié X"."""
    verbs = ((entry["verb"].removeprefix("se ").removeprefix("s'"), entry["takes"]) for entry in read_yaml("fr/reporting")["entries"])
    return frozenset(verb for verb, takes in verbs if " " not in verb and "incise" in takes)


@functools.cache
def _reporting() -> frozenset[str]:
    """The lemmas of verbs that report."""
    verbs = (entry["verb"].removeprefix("se ").removeprefix("s'") for entry in read_yaml("fr/reporting")["entries"])
    return frozenset(verb for verb in verbs if " " not in verb)


@functools.lru_cache(maxsize=4096)
def is_saying(word: str) -> bool:
    """True for the present of a regular verb that reports or presses, which taggers take for an adjective: "l'opposition juge frauduleuse"."""
    if word in group("verb_forms"):
        return True
    return word + "r" in _reporting() or (word.endswith("ent") and word[:-3] + "er" in _reporting())


def is_subject(annotated: Annotated, candidate: Candidate) -> bool:
    """True for the subject of a verb, or one of several subjects."""
    token = annotated.tokens[candidate.head]
    if token.dep == "conj":
        token = annotated.tokens[token.head]
    if token.dep.startswith("nsubj") or _opens(annotated, token, candidate) or speaks(annotated, candidate):
        return True
    if token.text.startswith("-") or is_aged(annotated, candidate):
        return True
    return _verb_behind(annotated, candidate) is not None or _is_singled_out(annotated, candidate)


def _is_singled_out(annotated: Annotated, candidate: Candidate) -> bool:
    """True for "c'est Awa Sow qui a signé"."""
    first, last = annotated.token_at(candidate.span.start), annotated.token_at(candidate.span.end - 1)
    if first is None or last is None or last.i + 1 >= len(annotated.tokens):
        return False
    before = [t.lower for t in annotated.tokens[max(0, first.i - 3) : first.i]]
    return annotated.tokens[last.i + 1].lower == "qui" and ("c'" in before or "c’" in before)


def _opens(annotated: Annotated, token: Token, candidate: Candidate) -> bool:
    """True for a name at the head of a sentence that the parser takes for its root: "Jean Roy, qui préside le conseil, fait face à"."""
    first = annotated.tokens[annotated.sentences[token.sentence].first]
    opening = annotated.tokens[first.i + 1] if first.pos == "DET" and first.i < token.i else first
    return token.head == token.i and candidate.form == "name" and candidate.span.start == opening.start


def speaks(annotated: Annotated, candidate: Candidate) -> bool:
    """True for the subject of a verb that reports, before or after it, and for whoever stands after "selon"."""
    token = annotated.tokens[candidate.head]
    if token.dep.startswith(("nsubj", "obl:agent")) and annotated.tokens[token.head].lemma in _reporting():
        return True
    if token.text.startswith("-") and annotated.tokens[token.head].lemma in _following():
        return True
    verb = _verb_behind(annotated, candidate) or _participle_behind(annotated, candidate)
    if verb is not None and verb.lemma in _reporting():
        return True
    first = annotated.token_at(candidate.span.start)
    return first is not None and _reported_before(annotated, first) and not _is_purpose(annotated, candidate, first)


def _is_purpose(annotated: Annotated, candidate: Candidate, first: Token) -> bool:
    """True for "Pour son service, il": what somebody does something for, nobody's opinion."""
    before = [t.lower for t in annotated.tokens[max(0, first.i - 2) : first.i]]
    return len(before) == 2 and before[0] == "pour" and before[1] in ("son", "sa", "ses", "leur", "leurs") and candidate.kind != "person"


def _verb_behind(annotated: Annotated, candidate: Candidate) -> Token | None:
    """The finite verb just behind a name or title that no preposition leads to: "Awa Sow a exigé", "le maire, Awa Sow, a exigé"."""
    tokens, last = annotated.tokens, annotated.token_at(candidate.span.end - 1)
    head = tokens[candidate.head]
    if last is None or candidate.form not in ("name", "title") or head.text.startswith("-"):
        return None
    behind = [t for t in tokens[last.i + 1 : last.i + 6 + _GROUP] if t.sentence == last.sentence]
    if is_aged(annotated, candidate) and [t.text for t in behind[3:4]] == [","]:
        behind = behind[4:]  # "Awa, 34 ans, raconte"
    if [t.text for t in behind[2:3]] == [")"] and behind[0].text == "(":
        behind = behind[3:]  # "le député Jean Roy (UPN) a jugé"
    behind = behind[: 1 + _GROUP]
    if behind and behind[0].text == "," and any(t.text == "," for t in tokens[max(0, head.i - _GROUP) : last.i]):
        behind = behind[1:]
    while behind and behind[0].pos == "PRON" and behind[0].lower in _CLITICS:
        behind = behind[1:]  # "Jean Roy s'en est mêlé"
    if not behind or behind[0].pos not in ("VERB", "AUX") or not behind[0].has("VerbForm=Fin") or _is_led_to(annotated, candidate, head):
        return None
    return next((t for t in behind if t.pos == "VERB"), None)


def _participle_behind(annotated: Annotated, candidate: Candidate) -> Token | None:
    """The present participle just behind a name: "son ministre Jean Roy assurant que"."""
    last = annotated.token_at(candidate.span.end - 1)
    if last is None or candidate.form != "name" or last.i + 1 >= len(annotated.tokens):
        return None
    verb = annotated.tokens[last.i + 1]
    return verb if verb.pos == "VERB" and verb.lower.endswith("ant") and verb.sentence == last.sentence else None


def is_aged(annotated: Annotated, candidate: Candidate) -> bool:
    """True for somebody whose age follows: "Awa, 34 ans"."""
    last = annotated.token_at(candidate.span.end - 1)
    behind = () if last is None else annotated.tokens[last.i + 1 : last.i + 4]
    return len(behind) == 3 and behind[0].text == "," and behind[1].text.isdecimal() and behind[2].lower == "ans"


def _is_led_to(annotated: Annotated, candidate: Candidate, head: Token) -> bool:
    """True for a passage behind a preposition."""
    first = annotated.token_at(candidate.span.start)
    before = [] if first is None else annotated.tokens[max(0, first.i - 2) : first.i]
    led = any(t.pos == "ADP" or t.lower in ("au", "aux", "du", "que", "qu'", "dont") for t in before)
    return led or any(True for _ in annotated.dependents(head, "case"))


def _reported_before(annotated: Annotated, first: Token) -> bool:
    """True when a verb of saying stands before a word with nothing but adverbs, days and addressees between."""
    at = first.i - 1
    tokens = annotated.tokens
    while at >= 0 and fold(tokens[at].text) in group("definite") | group("indefinite"):
        if fold(tokens[at].text) in ("au", "aux", "du"):
            return False
        at -= 1
    if at >= 0 and (fold(tokens[at].text) in _SOURCES or [fold(t.text) for t in tokens[max(0, at - 1) : at + 1]] == ["d'", "apres"]):
        return True
    if at >= 0 and tokens[at].pos == "ADP":
        return tokens[at].text == "Pour"  # "Pour M. Weber, cet accord est un pas": an opinion, at the head of its sentence
    stop = max(-1, at - _FAR)
    while at > stop and tokens[at].sentence == first.sentence:
        token = tokens[at]
        if _is_inserted(tokens, at):
            return True
        if token.pos == "VERB":
            return token.lemma in _following() and not token.lower.endswith("ant") and not _has_subject(annotated, token)
        if token.pos == "PUNCT" or token.lower in ("que", "qu'", "qui", "et"):
            return False
        if token.pos in ("NOUN", "PROPN") and not _is_aside(tokens, at):
            return False
        at -= 1
    return False


def _is_inserted(tokens: tuple[Token, ...], i: int) -> bool:
    """True for the verb of « … », tranche X, whatever the tagger takes it for."""
    first = i - 1 if i > 2 and tokens[i - 1].lemma == "avoir" else i
    return first >= 2 and tokens[first - 1].text == "," and tokens[first - 2].text in '"»”' and tokens[i].text.islower()


def _has_subject(annotated: Annotated, verb: Token) -> bool:
    """True when the subject of a verb stands before it, so that what follows is none; a comma just before the verb sets it off from any subject."""
    first = min([verb.i, *(t.i for t in annotated.dependents(verb, "aux") if t.i < verb.i)])
    if first > 0 and annotated.tokens[first - 1].text == ",":
        return False
    return any(child.i < verb.i and child.dep.startswith("nsubj") and child.pos != "PUNCT" for child in annotated.dependents(verb))


def _is_aside(tokens: tuple[Token, ...], i: int) -> bool:
    """True for a noun that a preposition ties to the verb ("à l'AFP", "dans la soirée"), and for a day."""
    if fold(tokens[i].text) in group("calendar"):
        return True
    before = [t for t in tokens[max(0, i - 3) : i] if t.sentence == tokens[i].sentence]
    return any(t.pos == "ADP" or fold(t.text) in ("a", "au", "aux", "dans", "sur", "devant", "lors", "en", "par") for t in before)
