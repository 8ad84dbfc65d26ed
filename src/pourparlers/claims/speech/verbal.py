"""Frames made by verbs: "X affirme que P", "P, affirme X", "P a été condamné par X", "…, affirmant que P"."""

from collections.abc import Sequence

from pourparlers.claims.clauses import agent_of_passive, conjuncts, is_predicate, nearest_noun_before, own_subject, phrase_span, subject, subjects
from pourparlers.claims.speech.complements import complements
from pourparlers.claims.speech.frame import Frame
from pourparlers.claims.speech.groups import Group, group_of
from pourparlers.claims.speech.lexicon import ReportingVerb, phrase_end
from pourparlers.claims.speech.scene import Scene
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Annotated, Token

_INVERTED = frozenset(("-il", "-elle", "-ils", "-elles", "-on", "-t-il", "-t-elle", "-t-ils", "-t-elles", "-t-on"))
_BREAKS = frozenset(',;:–—-"«»“”(')
_CONCESSIVE = frozenset(("que", "qu'", "qu’", "bien", "quoique", "pour", "afin", "sans", "avant"))
_LEADERS = frozenset(("comme", "que", "qu'", "qu’"))


def verbal_frame(scene: Scene, token: Token, verb: ReportingVerb, before: Sequence[Frame]) -> Frame | None:
    """The frame of a reporting verb, None where it reports nothing or nobody is told to speak. before: the frames before it in its sentence."""
    group = group_of(scene.annotated, token, phrase_end(scene.annotated, token, verb) or token.i)
    if group.negated or _is_supposed(scene.annotated, group):
        return None
    if group.form == "participle":
        return _participle(scene, group, verb, before)
    if group.form == "bare":
        return _bare_participle(scene, group, verb, before)
    if group.form == "passive":
        return _passive(scene, group, verb, "finite")
    if group.form != "finite":
        return None
    speaker = _inverted_subject(scene, group, verb)
    return _before(scene, group, verb, before) if speaker is None else _after(scene, group, verb, speaker)


def _is_supposed(annotated: Annotated, group: Group) -> bool:
    """ "si Kiev accepte", "bien que Kiev ait promis": nobody is told to have spoken; "si bien que Kiev a promis" tells it."""
    marks = [t for t in annotated.dependents(group.verb, "mark", "fixed")]
    if any(t.lower in ("si", "s'", "s’") and annotated.tokens[t.i + 1].lower != "bien" for t in marks):
        return True
    return any(t.lower in _CONCESSIVE for t in marks) and verb_group(annotated, group.bearer).mood == "subjunctive"


def _inverted_subject(scene: Scene, group: Group, verb: ReportingVerb) -> Token | None:
    """The subject that stands after its verb in ", a dit X", "(…), estime-t-il"."""
    annotated = scene.annotated
    pronoun = next((t for t in annotated.tokens[group.first : group.verb.i + 3] if t.lower in _INVERTED), None)
    if pronoun is not None:
        return pronoun
    own = _free_subject(scene, group.verb)
    left = own is not None and own.i < group.first and not _after_quotation(scene, group) and not _cut_off(annotated, own, group.first)
    if "incise" not in verb.takes or left or not _may_follow(scene, group):
        return None
    found = _noun_after(scene, group, own is not None or _after_quotation(scene, group))
    if own is not None and own.i > group.verb.i:
        return found if found is not None and found.i < own.i else own
    return found


def _cut_off(annotated: Annotated, own: Token, first: int) -> bool:
    """A single comma never parts a subject from its verb: "la mission partira avec cette délégation, a dit X"."""
    between = [t.text for t in annotated.tokens[own.i + 1 : first]]
    return between[-1:] == [","] and between.count(",") == 1


def _free_subject(scene: Scene, verb: Token) -> Token | None:
    """The verb's subject, unless the parser took a word of a quotation for it."""
    own = own_subject(scene.annotated, verb)
    return None if own is None or own.i in scene.quoted else own


def _after_quotation(scene: Scene, group: Group) -> bool:
    """ "…", admet le colonel: right after a quotation and a comma."""
    before = scene.annotated.tokens[max(0, group.first - 2) : group.first]
    return len(before) == 2 and before[1].text == "," and (before[0].text in '»”"' or before[0].i in scene.quoted)


def _may_follow(scene: Scene, group: Group) -> bool:
    """True after a mark, or after "comme" or "que", where something has been told before it in the sentence: a quotation or a finite verb."""
    sentence = scene.annotated.sentences[group.verb.sentence]
    if group.first == sentence.first:
        return True
    if scene.annotated.tokens[group.first - 1].lower in _LEADERS:
        return True
    if scene.annotated.tokens[group.first - 1].text not in _BREAKS:
        return False
    told = scene.annotated.tokens[sentence.first : group.first]
    return any(t.i in scene.quoted or t.has("VerbForm=Fin") or t.has("VerbForm=Part") or t.text in '»”"' for t in told)


def _noun_after(scene: Scene, group: Group, surely: bool) -> Token | None:
    """The first noun without a preposition after a verb, skipping "jeudi", "à l'AFP", "dans un communiqué". surely: the subject stands after
    the verb, so that any name or noun with a determiner may be it; else only actors may."""
    annotated = scene.annotated
    stop = annotated.sentences[group.verb.sentence].last
    i = group.last + 1
    while i < stop:
        token = annotated.tokens[i]
        if (token.text in _BREAKS and token.text != ",") or token.pos in ("VERB", "AUX", "SCONJ") or token.lower in ("que", "qu'", "qu’"):
            return None
        if token.i in scene.timed:
            i += 1
        elif token.lower == "des" and (noun := _noun_of(annotated, token)).i in scene.actors:
            # "a dit à l'AFP des responsables": an article, though the tagger takes it for a preposition
            return noun
        elif token.pos == "ADP":
            i = _phrase_end(scene, token, stop)
        elif token.pos in ("NOUN", "PROPN") and (scene.is_actor(token) or (surely and _is_definite(annotated, token))):
            return token
        else:
            i += 1
    return None


def _noun_of(annotated: Annotated, token: Token) -> Token:
    """The noun that a determiner or preposition hangs on."""
    return annotated.tokens[token.head]


def _is_definite(annotated: Annotated, noun: Token) -> bool:
    """A name, or a noun with a determiner: not "samedi" or "soir"."""
    return noun.text[:1].isupper() or any(True for _ in annotated.dependents(noun, "det"))


def _phrase_end(scene: Scene, preposition: Token, stop: int) -> int:
    """The first token after a prepositional phrase: after its noun, or all words of its name; an acronym stands alone ("a dit à l'AFP Jean Dupont")."""
    annotated = scene.annotated
    i = preposition.i + 1
    while i < stop and annotated.tokens[i].pos not in ("NOUN", "PROPN", "PRON"):
        i += 1
    if i < stop and (annotated.tokens[i].pos == "NOUN" or (annotated.tokens[i].text.isupper() and len(annotated.tokens[i].text) > 1)):
        return i + 1
    i += 1
    while i < stop and i not in scene.actors and annotated.tokens[i].pos in ("ADJ", "PROPN", "NUM"):
        i += 1
    return i


def _after(scene: Scene, group: Group, verb: ReportingVerb, speaker: Token) -> Frame | None:
    annotated = scene.annotated
    speakers = (speaker,) if speaker.pos == "PRON" else conjuncts(annotated, speaker)
    last = max(group.last, speaker.i)
    if speaker.i > group.verb.i and speaker.pos != "PRON":
        last = max(last, *(t.i for s in speakers for t in annotated.tokens_in(phrase_span(annotated, s))))
    return Frame(group.verb, verb.verb, verb, "after", "finite", speakers, group.first, last)


def _before(scene: Scene, group: Group, verb: ReportingVerb, before: Sequence[Frame]) -> Frame | None:
    taken = complements(scene.annotated, group.verb, group.last)
    reports = _reports(taken, verb)
    speakers = () if reports is None else _left_subjects(scene, group, before)
    if not speakers:
        return None
    first = _with_subject(scene.annotated, speakers[0], group.first)
    return Frame(group.verb, verb.verb, verb, "before", "finite", speakers, first, group.last, not reports, bool(taken & verb.asserted))


def _reports(taken: frozenset[str], verb: ReportingVerb) -> bool | None:
    """True when what stands after a verb is something said, False when it is a deed, None when it is nothing that the verb takes."""
    if taken & set(verb.takes):
        return True
    opens = "colon" in taken or ("quote" in taken and verb.takes != ("incise",))
    return False if opens or taken & set(verb.deeds) else None


def _left_subjects(scene: Scene, group: Group, before: Sequence[Frame]) -> tuple[Token, ...]:
    annotated, token = scene.annotated, group.bearer
    own = _free_subject(scene, token)
    if own is None and token.dep == "conj":
        shared = next((f.speakers for f in reversed(before) if f.word.i == token.head), ())
        if shared:
            return shared
    found = tuple(t for t in subjects(annotated, token) if t.i < token.i and t.i not in scene.quoted)
    if found and scene.is_actor(found[0]):
        return _with_left_neighbour(scene, found)
    nearest = _nearest_actor(scene, group)
    if nearest is not None and (own is None or nearest.i > own.i):
        return (nearest,)
    return found if own is not None else ()


def _with_left_neighbour(scene: Scene, found: tuple[Token, ...]) -> tuple[Token, ...]:
    """Both actors of "l'Iran et la Turquie" where the parser saw only the second."""
    tokens = scene.annotated.tokens
    first = scene.annotated.tokens_in(phrase_span(scene.annotated, found[0]))[0].i
    if first < 2 or tokens[first - 1].lower != "et" or tokens[first - 2].sentence != found[0].sentence:
        return found
    left = next((t for t in reversed(tokens[max(0, first - 4) : first - 1]) if t.i in scene.actors), None)
    return found if left is None or any(True for _ in scene.annotated.dependents(left, "case")) else (left, *found)


def _nearest_actor(scene: Scene, group: Group) -> Token | None:
    """The actor named nearest before a verb in its sentence, without a preposition; any noun when no actors are known."""
    annotated = scene.annotated
    if not scene.actors:
        return nearest_noun_before(annotated, annotated.tokens[group.first])
    sentence = annotated.sentences[group.verb.sentence]
    for token in reversed(annotated.tokens[sentence.first : group.first]):
        if token.i in scene.actors and not any(True for _ in annotated.dependents(token, "case")):
            return token
    return None


def _with_subject(annotated: Annotated, speaker: Token, first: int) -> int:
    """The first token of the subject's phrase, if it stands in the same sentence before the verb; else of the verb."""
    if speaker.i > first or speaker.sentence != annotated.tokens[first].sentence:
        return first
    return annotated.tokens_in(phrase_span(annotated, speaker))[0].i


def _participle(scene: Scene, group: Group, verb: ReportingVerb, before: Sequence[Frame]) -> Frame | None:
    """ "…, affirmant que P": who speaks is the subject of the clause it hangs on, most often that of the frame before it."""
    annotated, token = scene.annotated, group.verb
    taken = complements(annotated, token, group.last)
    reports = _reports(taken, verb)
    if reports is None:
        return None
    shared = next((f.speakers for f in reversed(before) if f.word.i == token.head), None)
    speakers = shared or _participle_subjects(annotated, token, before)
    first = group.first - 1 if group.first and annotated.tokens[group.first - 1].lower == "en" else group.first
    return (
        Frame(token, verb.verb, verb, "before", "participle", speakers, first, group.last, not reports, bool(taken & verb.asserted))
        if speakers
        else None
    )


def _participle_subjects(annotated: Annotated, token: Token, before: Sequence[Frame]) -> tuple[Token, ...]:
    """After a comma, the subject of the clause before it, whatever noun the parser hung the participle on."""
    finite = [f for f in before if f.form == "finite" and f.shape in ("before", "after")]
    first = token.i - 1 if annotated.tokens[token.i - 1].lower in ("le", "la", "les", "l'", "l’") else token.i
    if annotated.tokens[first - 1].text == ",":
        if finite:
            return finite[-1].speakers
        verb = _main_verb_before(annotated, token)
        if verb is not None:
            return subjects(annotated, verb)
    found = subject(annotated, token)
    if found is not None:
        return conjuncts(annotated, found)
    return before[-1].speakers if before else ()


def _main_verb_before(annotated: Annotated, token: Token) -> Token | None:
    """The last finite verb before a token in its sentence that stands in no relative clause."""
    sentence = annotated.sentences[token.sentence]
    for candidate in reversed(annotated.tokens[sentence.first : token.i]):
        if is_predicate(annotated, candidate) and not candidate.dep.startswith("acl") and own_subject(annotated, candidate) is not None:
            return candidate
    return None


def _bare_participle(scene: Scene, group: Group, verb: ReportingVerb, before: Sequence[Frame]) -> Frame | None:
    """ "a dénoncé A et annoncé B", or "une trêve annoncée par X"."""
    if agent_of_passive(scene.annotated, group.verb) is not None:
        return _passive(scene, group, verb, "participle")
    shared = next((f for f in reversed(before) if f.word.i == group.verb.head and group.verb.dep == "conj"), None)
    if shared is None or shared.form != "finite":
        return None
    taken = complements(scene.annotated, group.verb, group.last)
    return Frame(group.verb, verb.verb, verb, "before", "finite", shared.speakers, group.verb.i, group.last, False, bool(taken & verb.asserted))


def _passive(scene: Scene, group: Group, verb: ReportingVerb, form: str) -> Frame | None:
    """ "L'accord a été salué par X"; a participle alone ("une trêve saluée par X") is background, no statement."""
    annotated = scene.annotated
    agent = agent_of_passive(annotated, group.verb)
    if agent is None or "obj" not in verb.takes:
        return None
    last = max(group.last, annotated.tokens_in(phrase_span(annotated, agent))[-1].i)
    return Frame(
        group.verb,
        verb.verb,
        verb,
        "passive",
        form,
        conjuncts(annotated, agent),
        group.first,
        last,
        form == "participle",
        verb.asserts is None or "obj" in verb.asserts,
    )
