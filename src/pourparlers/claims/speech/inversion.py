"""Inverted subjects: X in ", a dit X", "estime-t-il", "comme l'a rappelé X"."""

from collections.abc import Sequence

from pourparlers.claims.clauses import own_subject
from pourparlers.claims.particles import CLOSING, QUOTES, THAT, THE, TO_THE
from pourparlers.claims.speech.groups import Group
from pourparlers.claims.speech.lexicon import ReportingVerb
from pourparlers.claims.speech.scene import Scene
from pourparlers.model.annotated import Annotated, Token

_INVERTED = frozenset(("-il", "-elle", "-ils", "-elles", "-on", "-t-il", "-t-elle", "-t-ils", "-t-elles", "-t-on"))
#: What leads to whoever told "on" something.
_FROM = frozenset(("auprès", "de", "d'", "d’", "chez"))
_AT = frozenset(("à", "au", "dans", "sein"))
#: What leads to where something may be read.
_IN = frozenset(("dans", "sur"))
#: How many words behind its verb that may stand.
_FAR = 8
#: So near behind an unlisted verb the name stands.
_NEAR = 6
_BREAKS = frozenset(',;:–—-"«»“”(')
_SOME = frozenset(("un", "une", "l'un", "l'une", "certains", "certaines", "plusieurs", "deux", "beaucoup"))
_SEVERAL = frozenset(("les", "des", "ces", "ses", "leurs"))
_OF = frozenset(("de", "d'", "d’", "des"))
_THEM = frozenset(("eux", "elles"))
_LEADERS = frozenset(("comme", "que", "qu'", "qu’"))
#: What makes "ce que dit X" the opposite of what the sentence tells, so many words before its verb: "contrairement à ce qu'a dit X".
_UNLIKE, _UNLIKE_WITHIN = frozenset(("contrairement", "encontre", "opposé", "contraire", "inverse")), 5


def inverted_subject(scene: Scene, group: Group, verb: ReportingVerb) -> Token | None:
    """The subject that stands after its verb in ", a dit X", "(…), estime-t-il"."""
    annotated = scene.annotated
    pronoun = next((t for t in annotated.tokens[group.first : group.verb.i + 3] if t.lower in _INVERTED), None)
    if pronoun is not None:
        return _informant(scene, group, _IN if verb.words[-1] == "lire" else _FROM) or pronoun if pronoun.lower.endswith("on") else pronoun
    own = free_subject(scene, group.verb)
    left = own is not None and own.i < group.first and not after_quotation(scene, group) and not _cut_off(annotated, own, group.first)
    left = left and not (own is not None and _has_told(annotated, own, group.first))
    free = (own is None or own.i > group.verb.i) and _is_nominal(scene, group)
    if "incise" not in verb.takes or left or not (free or _may_follow(scene, group)):
        return None
    found = _noun_after(scene, group, own is not None or after_quotation(scene, group))
    if found is not None and _is_too_many(scene, group, found):
        return None
    if own is not None and own.i > group.verb.i:
        return found if found is not None and found.i < own.i else own
    return found


def _is_nominal(scene: Scene, group: Group) -> bool:
    """True behind a clause without a verb and a comma: "Pas question d'un partage, a prévenu le maire"; not where somebody opens the sentence."""
    first, tokens = scene.annotated.sentences[group.verb.sentence].first, scene.annotated.tokens
    told = tokens[first : group.first]
    long = len(told) > _NEAR // 2 and told[0].pos != "ADP"
    return long and told[-1].text == "," and not any(t.i in scene.actors or t.text in QUOTES for t in told[:_NEAR])


def _is_too_many(scene: Scene, group: Group, noun: Token) -> bool:
    """True for the soldiers in "l'imam, a prévenu les militaires": a plural object, which its verb in the singular does not have for a subject."""
    finite = next((t for t in scene.annotated.tokens[group.first : group.last + 1] if t.has("VerbForm=Fin")), None)
    led = scene.annotated.tokens[max(0, noun.i - 4) : noun.i]
    plural = noun.pos == "NOUN" and noun.text.islower() and led[-1].lower in _SEVERAL and not any(t.lower in _SOME for t in led)
    return plural and finite is not None and finite.has("Number=Sing")


def is_unlisted(scene: Scene, token: Token) -> bool:
    """True for a finite verb between a quotation with a row of its own and whoever is told to say it: « … », chantonne Awa Sow."""
    tokens = scene.annotated.tokens
    first = token.i - 1 if token.i and tokens[token.i - 1].lemma == "avoir" else token.i
    if token.pos != "VERB" or first < 2 or tokens[first - 1].text != "," or tokens[first - 2].text not in CLOSING:
        return False
    if first < 3 or tokens[first - 3].i not in scene.quoted:
        return False
    if token.i + 1 >= len(tokens) or token.i in scene.quoted or not (tokens[first].has("VerbForm=Fin") or first < token.i):
        return False
    behind = tokens[token.i + 1 : token.i + _NEAR]
    head = next((t for t in behind if t.i in scene.actors), None)
    return head is not None and not any(t.pos in ("ADP", "VERB", "PUNCT", "SCONJ") for t in tokens[token.i + 1 : head.i])


def _informant(scene: Scene, group: Group, leads: frozenset[str]) -> Token | None:
    """ "a-t-on appris vendredi auprès de la mairie", "a-t-on ajouté de même source": whoever told "on"; the text in "peut-on lire dans la lettre"."""
    tokens = scene.annotated.tokens
    stop = scene.annotated.sentences[group.verb.sentence].last
    for token in tokens[group.last + 1 : min(stop, group.last + 1 + _FAR)]:
        if token.pos == "PUNCT":
            return None
        if token.pos in ("NOUN", "PROPN") and token.i not in scene.timed and token.lower not in _INVERTED:
            before = {t.lower for t in tokens[max(0, token.i - 3) : token.i]}
            within = token.i in scene.actors and leads is _FROM and bool(before & _AT)  # "répète-t-on à Lima", "dans l'entourage du roi"
            return token if before & leads or within else None
    return None


def _cut_off(annotated: Annotated, own: Token, first: int) -> bool:
    """A single comma never parts a subject from its verb: "la mission partira avec cette délégation, a dit X"."""
    between = [t.text for t in annotated.tokens[own.i + 1 : first]]
    return between[-1:] == [","] and between.count(",") == 1


def _has_told(annotated: Annotated, own: Token, first: int) -> bool:
    """True where a subject has a verb before the comma: "la Ligue, par son refus, nuit à la paix, a dit X"; not one of a relative clause."""
    between = annotated.tokens[own.i + 1 : first]
    told = next((t for t in between if t.has("VerbForm=Fin") or _like_noun(annotated, t)), None)
    return (
        told is not None
        and between[-1].text == ","
        and not any(t.has("PronType=Rel") or t.pos == "SCONJ" or t.lower in _LEADERS for t in between if t.i < told.i)
    )


def _like_noun(annotated: Annotated, token: Token) -> bool:
    """True for a verb that the tagger takes for a noun, though no noun stands so, bare and before an article: "la Ligue, par son refus, nuit à
    la paix", "l'armée malienne viole la trêve"."""
    if token.i == 0 or token.i + 2 >= len(annotated.tokens):
        return False
    before, after = annotated.tokens[token.i - 1], annotated.tokens[token.i + 1]
    if token.lower == "nuit" and before.text == "," and after.lower in TO_THE:
        return True
    bare = token.pos in ("NOUN", "PUNCT", "X") and token.text.islower() and not token.lower.endswith(("s", "x"))
    return bare and before.pos in ("ADJ", "PROPN") and after.pos == "DET" and after.lower in THE and annotated.tokens[token.i + 2].pos == "NOUN"


def free_subject(scene: Scene, verb: Token) -> Token | None:
    """The verb's subject, unless the parser took a word of a quotation for it."""
    own = own_subject(scene.annotated, verb)
    return None if own is None or own.i in scene.quoted else own


def after_quotation(scene: Scene, group: Group) -> bool:
    """ "…", admet le colonel: right after a quotation and a comma."""
    before = scene.annotated.tokens[max(0, group.first - 2) : group.first]
    return len(before) == 2 and before[1].text == "," and (before[0].text in '»”"' or before[0].i in scene.quoted)


def _may_follow(scene: Scene, group: Group) -> bool:
    """True after a mark, or after "comme" or "que", where something has been told before it in the sentence: a quotation or a finite verb."""
    sentence = scene.annotated.sentences[group.verb.sentence]
    if group.first == sentence.first:
        return True
    if scene.annotated.tokens[group.first - 1].lower in _LEADERS:
        return not any(t.lower in _UNLIKE for t in scene.annotated.tokens[max(sentence.first, group.first - _UNLIKE_WITHIN) : group.first])
    if scene.annotated.tokens[group.first - 1].text not in _BREAKS:
        return False
    if _is_parenthesis(scene, group):
        return True
    told = scene.annotated.tokens[sentence.first : group.first]
    return any(
        t.i in scene.quoted or t.has("VerbForm=Fin") or t.has("VerbForm=Part") or t.text in '»”"' or _like_noun(scene.annotated, t) for t in told
    )


def _is_parenthesis(scene: Scene, group: Group) -> bool:
    """True for a verb and its subject between two commas, behind which a clause goes on: "L'idée, précise le maire, permettrait une trêve",
    "À condition, précise le maire, que la trêve tienne"."""
    tokens, stop = scene.annotated.tokens, scene.annotated.sentences[group.verb.sentence].last
    if tokens[group.first - 1].text != "," or tokens[group.first - 1].i in scene.quoted:
        return False
    closing = next((t.i for t in tokens[group.last + 1 : stop] if t.text in _BREAKS), stop)
    inside = tokens[group.last + 1 : closing]
    if closing == stop or tokens[closing].text != "," or not any(t.i in scene.actors for t in inside) or any(t.pos == "VERB" for t in inside):
        return False
    return closing + 1 < stop and (tokens[closing + 1].has("VerbForm=Fin") or tokens[closing + 1].lower in THAT)


def _noun_after(scene: Scene, group: Group, surely: bool) -> Token | None:
    """The first noun without a preposition after a verb, skipping "jeudi", "à l'AFP", "dans un communiqué". surely: the subject stands after
    the verb, so that any name or noun with a determiner may be it; else only actors may."""
    annotated = scene.annotated
    stop = annotated.sentences[group.verb.sentence].last
    i = group.last + 1
    while i < stop:
        token = annotated.tokens[i]
        if _opens_loan(scene, token, stop):
            i += 1
            continue
        if surely and _is_name(scene, token):
            return token
        if token.i in scene.timed:  # before anything else: taggers take "dimanche" for a verb
            i += 1
            continue
        if (token.text in _BREAKS and token.text != ",") or token.pos in ("VERB", "AUX", "SCONJ") or token.lower in THAT:
            return None
        if token.lower in _SOME and i + 1 < stop and annotated.tokens[i + 1].lower in _OF:
            return _one_of(scene, annotated.tokens[i + 2 : min(i + 5, stop)], surely)
        if token.lower == "des" and _noun_of(annotated, token).i in scene.actors:
            return _noun_of(annotated, token)  # "a dit à l'AFP des responsables": an article, though the tagger takes it for a preposition
        if token.pos == "ADP":
            i = _phrase_end(scene, token, stop)
        elif _may_speak(scene, token, stop, surely):
            return token
        else:
            i += 1
    return None


def _opens_loan(scene: Scene, mark: Token, stop: int) -> bool:
    """True at the marks around a word that the newspaper does not make its own: "a abondé le « conseil »"."""
    if mark.text not in QUOTES or mark.i in scene.quoted or mark.i + 1 >= stop:
        return False
    return scene.annotated.tokens[mark.i - 1].pos == "DET" and mark.i + 1 not in scene.quoted


def _is_name(scene: Scene, token: Token) -> bool:
    """True for an actor with a capital, whatever the tagger takes a name for."""
    return token.i in scene.actors and token.text[:1].isupper() and token.i not in scene.timed


def _one_of(scene: Scene, behind: Sequence[Token], surely: bool) -> Token | None:
    """Whom "un de" is one of: "a dit un de ses voisins", "a dit l'un d'eux". behind: the words behind "un de"."""
    noun = next((t for t in behind if t.pos in ("NOUN", "PROPN") or t.lower in _THEM), None)
    return noun if noun is not None and (surely or scene.is_actor(noun)) else None


def _may_speak(scene: Scene, token: Token, stop: int, surely: bool) -> bool:
    """True for a noun that names an actor, or that has a determiner where the subject surely stands there; also in "a dit ce proche du maire"."""
    if token.pos in ("NOUN", "PROPN"):
        return scene.is_actor(token) or (surely and _is_definite(scene.annotated, token))
    leads_on = token.i + 1 < stop and scene.annotated.tokens[token.i + 1].pos == "ADP"
    return token.pos == "ADJ" and surely and token.i in scene.actors and leads_on


def _noun_of(annotated: Annotated, token: Token) -> Token:
    """The noun that a determiner or preposition hangs on."""
    return annotated.tokens[token.head]


def _is_definite(annotated: Annotated, noun: Token) -> bool:
    """A name, or a noun with a determiner or a number: not "samedi" or "soir"."""
    return noun.text[:1].isupper() or any(True for _ in annotated.dependents(noun, "det", "nummod"))


def _phrase_end(scene: Scene, preposition: Token, stop: int) -> int:
    """The first token after a prepositional phrase: after its noun or all words of its name; an acronym stands alone ("a dit à l'AFP Jean Roy")."""
    annotated = scene.annotated
    i = preposition.i + 1
    if i < stop and preposition.lower == "en" and annotated.tokens[i].lower == "une":
        return i + 1  # "écrit en une le quotidien"
    while i < stop and annotated.tokens[i].pos not in ("NOUN", "PROPN", "PRON") and not annotated.tokens[i].text[:1].isupper():
        i += 1
    if i < stop and (annotated.tokens[i].pos == "NOUN" or (annotated.tokens[i].text.isupper() and len(annotated.tokens[i].text) > 1)):
        # a paper or a channel with its name ("à la radio nationale RTK") goes past together; a person does not
        return _name_end(scene, i, stop) + 1
    i += 1
    while i < stop and i not in scene.actors and annotated.tokens[i].pos in ("ADJ", "PROPN", "NUM"):
        i += 1
    return i


def _name_end(scene: Scene, i: int, stop: int) -> int:
    """The last token of the body whose noun or acronym stands at `i`, as far as its mention reaches without a comma."""
    last = min(scene.ends.get(i, i), stop - 1)
    while last > i and scene.annotated.tokens[last].text in _BREAKS:
        last -= 1
    return i if any(t.text in _BREAKS for t in scene.annotated.tokens[i:last]) else last
