"""Frames made by verbs: "X affirme que P", "P, affirme X", "P a été condamné par X", "…, affirmant que P"."""

from collections.abc import Sequence

from pourparlers.claims.clauses import agent_of_passive, conjuncts, is_dictated, is_predicate, own_subject, phrase_span, subject, subjects
from pourparlers.claims.groups import group as words
from pourparlers.claims.particles import OF, THAT
from pourparlers.claims.speech.complements import complements
from pourparlers.claims.speech.frame import Frame
from pourparlers.claims.speech.groups import Group, group_of
from pourparlers.claims.speech.inversion import after_quotation, free_subject, inverted_subject
from pourparlers.claims.speech.lexicon import ReportingVerb, phrase_end
from pourparlers.claims.speech.preceding import left_subjects, stressed, voice_of
from pourparlers.claims.speech.scene import Scene
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Annotated, Token

#: How many words before its verb "dont" may stand.
_NEAR = 6
_NOBODY = frozenset(("rien", "personne", "cela", "ça"))
#: How many words the longest title with its name has.
_LONG = 24
#: Whoever does this to somebody's words only passes them on: "selon le maire, cité par la radio".
_PASSING_ON = frozenset(("citer",))
_BEFORE_GERUND = frozenset(("le", "la", "les", "l'", "l’", "en", "tout", "ne", "n'", "n’"))
#: What stands before the subject of "et le maire de répondre".
_CLAUSE_HEADS = frozenset((",", "et", "mais", "puis", "le", "la", "l'", "l’", "les"))
_NAMED, _BEFORE_NAMES = frozenset(("NOUN", "PROPN")), frozenset(("DET", "ADJ", "PUNCT"))
_CONCESSIVE = frozenset(("que", "qu'", "qu’", "pour", "afin", "sans", "avant"))


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
    if group.form == "infinitive":
        return _narrated(scene, group, verb) or _carried_on(scene, group, verb, before)
    if group.form != "finite":
        return None
    speaker = inverted_subject(scene, group, verb)
    return _before(scene, group, verb, before) if speaker is None else _after(scene, group, verb, speaker)


def _narrated(scene: Scene, group: Group, verb: ReportingVerb) -> Frame | None:
    """ "Et le maire de rétorquer : « … »": somebody at the head of a clause, "de", and the infinitive."""
    tokens, first = scene.annotated.tokens, scene.annotated.sentences[group.verb.sentence].first
    if "incise" not in verb.takes or group.first < first + 2 or tokens[group.first - 1].lower not in OF:
        return None
    head = next((t for t in tokens[first : group.first - 1] if t.i in scene.actors and scene.ends.get(t.i) == group.first - 2), None)
    if head is None or head.i in scene.quoted:
        return None
    start = scene.annotated.tokens_in(phrase_span(scene.annotated, head))[0].i
    led = [t for t in tokens[first:start] if t.text == "," or t.pos in ("CCONJ", "DET")]
    if start > first and not (led and tokens[start - 1].lower in _CLAUSE_HEADS):
        return None
    if any(t.has("VerbForm=Fin") for t in tokens[start : group.first]) or not _reports(complements(scene.annotated, group.verb, group.last), verb):
        return None
    return Frame(group.verb, verb.verb, verb, "before", "finite", (head,), start, group.last)


def _carried_on(scene: Scene, group: Group, verb: ReportingVerb, before: Sequence[Frame]) -> Frame | None:
    """ "« … », a dit le maire, avant d'ajouter que la trêve tenait", "…, et d'ajouter que": the same speaker goes on."""
    told = [f for f in before if f.form == "finite" and f.shape in ("before", "after")]
    lead = [t.lower for t in scene.annotated.tokens[max(0, group.first - 3) : group.first]]
    goes_on = lead[-1:] and lead[-1] in OF and (lead[-2:-1] == ["avant"] or lead[-3:-1] in ([",", "et"], [",", "puis"]))
    if not goes_on or not told or scene.annotated.tokens[group.last + 1].lower not in THAT:
        return None
    return Frame(group.verb, verb.verb, verb, "before", "participle", told[-1].speakers, group.first - 2, group.last, asserts="que" in verb.asserted)


def _is_supposed(annotated: Annotated, group: Group) -> bool:
    """ "si le maire accepte", "bien que le maire ait promis": nobody is told to have spoken; "si bien que le maire a promis" tells it."""
    marks = tuple(annotated.dependents(group.verb, "mark", "fixed"))
    if is_dictated(annotated, group.bearer):
        return True
    if any(t.lower in ("si", "s'", "s’") and annotated.tokens[t.i + 1].lower != "bien" for t in marks):
        return True
    return any(t.lower in _CONCESSIVE for t in marks) and verb_group(annotated, group.bearer).mood == "subjunctive"


def _after(scene: Scene, group: Group, verb: ReportingVerb, speaker: Token) -> Frame | None:
    annotated = scene.annotated
    speakers = (speaker,) if speaker.pos == "PRON" else conjuncts(annotated, speaker)
    if len(speakers) == 1:
        speakers = _enumerated(annotated, group, speaker)
    last = max(group.last, speaker.i)
    if speaker.i > group.verb.i and speaker.pos != "PRON":
        last = max(last, *(t.i for s in speakers for t in annotated.tokens_in(phrase_span(annotated, s))), _name_end(scene, speaker))
    return Frame(group.verb, verb.verb, verb, "after", "finite", speakers, group.first, last, _is_of_antecedent(scene, group))


def _is_of_antecedent(scene: Scene, group: Group) -> bool:
    """True for "la trêve que réclamait la Ligue": a relative clause tells what the trêve is, not that somebody spoke of it."""
    tokens, lasting = scene.annotated.tokens, verb_group(scene.annotated, group.bearer).tense in ("imperfect", "present")
    if group.first < 2 or tokens[group.first - 1].lower not in THAT or not lasting:
        return False
    before = tokens[group.first - 2]
    return before.pos == "NOUN" or (before.text == "," and tokens[group.first - 3].pos in ("NOUN", "ADJ"))


def _enumerated(annotated: Annotated, group: Group, first: Token) -> tuple[Token, ...]:
    """All of "ont prévenu le maire, le préfet et la mission" where the parser lost their list: the verb is plural, the first of them is not."""
    several = any(t.has("Number=Plur") and t.has("VerbForm=Fin") for t in annotated.tokens[group.first : group.verb.i + 1])
    if not several or first.i < group.verb.i or first.pos not in _NAMED or (first.has("Number=Plur") and first.pos == "NOUN"):
        return (first,)
    found, open_, linked = [first], False, False
    for token in annotated.tokens[first.i + 1 : annotated.sentences[first.sentence].last]:
        if token.text == "," or token.lower == "et":
            if linked:
                break
            open_, linked = True, token.lower == "et"
        elif open_ and token.pos in _NAMED:
            found.append(token)
            open_ = False
        elif token.pos == "PUNCT" or token.has("VerbForm=Fin") or (open_ and token.pos not in _BEFORE_NAMES):
            break
    return tuple(found) if linked and not open_ else (first,)


def _name_end(scene: Scene, speaker: Token) -> int:
    """The last word of a name, whatever the parser hung it on."""
    return scene.ends.get(speaker.i, speaker.i) if speaker.pos == "PROPN" else speaker.i


def _before(scene: Scene, group: Group, verb: ReportingVerb, before: Sequence[Frame]) -> Frame | None:
    taken = complements(scene.annotated, group.verb, group.last)
    reports = _reports(taken, verb)
    speakers = () if reports is None else left_subjects(scene, group, before)
    if not speakers:
        return None
    speakers = next((f.speakers for f in before if f.word.i == speakers[-1].i), speakers)  # "Lima juge que … et plaide": "juge" is no noun
    voice = voice_of(scene, speakers[-1].i, group)
    speakers = speakers if voice else stressed(scene, speakers[0]) or speakers
    first = _with_subject(scene.annotated, speakers[0], group.first)
    speakers = voice or speakers
    shares = group.bearer.dep == "conj" and free_subject(scene, group.bearer) is None
    if (shares or scene.annotated.tokens[group.first - 1].text == ",") and any(f.word.i > first for f in before):
        # the aside between them reports something of its own
        first = group.first
    told = reports and not _describes(scene, group) and not _calls_back(scene, group)
    return Frame(group.verb, verb.verb, verb, "before", "finite", speakers, first, group.last, not told, bool(taken & verb.asserted))


def _calls_back(scene: Scene, group: Group) -> bool:
    """True for "la junte a rappelé son ambassadeur": somebody of hers is called back, and nothing said."""
    behind = scene.annotated.tokens[group.last + 1 : group.last + 3]
    whose = len(behind) == 2 and behind[0].has("Poss=Yes") and (behind[1].i in scene.actors or behind[1].lemma in words("offices"))
    return whose and group.verb.lemma in words("recalling")


def _describes(scene: Scene, group: Group) -> bool:
    """True for "la foule qui réclame une trêve", "la Ligue, qui réclamait une trêve", "l'émissaire, dont Lima réclame le départ": it tells who they
    are, not that they spoke."""
    own = own_subject(scene.annotated, group.bearer)
    if _of_whom(scene, group):
        return True
    if own is None or own.lower != "qui" or own.i == 0:
        return False
    before, tense = scene.annotated.tokens[own.i - 1], verb_group(scene.annotated, group.bearer).tense
    if tense == "imperfect":
        return group.bearer.lower.endswith(("ait", "aient"))  # taggers take "annonça" for one
    return tense == "present" and before.pos == "NOUN"


def _of_whom(scene: Scene, group: Group) -> bool:
    """True for a verb with a plain object behind "dont" and its subject: "l'émissaire, dont Lima réclamait le départ"."""
    tokens, verb = scene.annotated.tokens, group.bearer
    near = tokens[max(0, verb.i - _NEAR) : verb.i]
    whose = next((t.i for t in near if t.lower == "dont"), None)
    if whose is None or any(t.pos in ("VERB", "AUX", "PUNCT") for t in tokens[whose + 1 : verb.i]):
        return False
    return verb_group(scene.annotated, verb).tense in ("imperfect", "present") and tokens[group.last + 1].pos == "DET"


def _reports(taken: frozenset[str], verb: ReportingVerb) -> bool | None:
    """True when what stands after a verb is something said, False when it is a deed, None when it is nothing that the verb takes."""
    if taken & verb.reports:
        return True
    opens = "colon" in taken or ("quote" in taken and verb.takes != ("incise",))
    return False if opens or taken & set(verb.deeds) else None


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
    speakers = _beside_participle(scene, group) or shared or _participle_subjects(scene, token, before)
    first = group.first - 1 if group.first and annotated.tokens[group.first - 1].lower == "en" else group.first
    return (
        Frame(token, verb.verb, verb, "before", "participle", speakers, first, group.last, not reports, bool(taken & verb.asserted))
        if speakers
        else None
    )


def _beside_participle(scene: Scene, group: Group) -> tuple[Token, ...]:
    """The operator in "le réseau est tombé, l'opérateur ayant expliqué que": the noun just before a participle, without a comma between them."""
    own = own_subject(scene.annotated, group.verb)
    if own is None or own.i >= group.first or own.i in scene.quoted or own.lower in _NOBODY or own.pos == "PRON":
        return ()
    between = scene.annotated.tokens[own.i + 1 : group.first]
    return () if any(t.text == "," or t.pos in ("VERB", "AUX") for t in between) else (own,)


def _own_subject_of_participle(scene: Scene, comma: int) -> Token | None:
    """The spokesman in "La ville se tait, un porte-parole du maire, Jean Roy, assurant que": a person between commas, told of by more than a name."""
    tokens = scene.annotated.tokens
    ends = [t for t in tokens[max(0, comma - _LONG) : comma] if t.i in scene.actors and scene.ends.get(t.i) == comma - 1 and t.pos == "NOUN"]
    head = ends[0] if ends else None
    if head is None or head.sentence != tokens[comma].sentence or head.i < 2 or tokens[comma - 1].pos != "PROPN":
        return None
    return head if tokens[head.i - 2].text == "," and tokens[head.i - 1].pos == "DET" else None


def _participle_subjects(scene: Scene, token: Token, before: Sequence[Frame]) -> tuple[Token, ...]:
    """After a comma, the subject of the clause before it, whatever noun the parser hung the participle on."""
    annotated = scene.annotated
    finite = [f for f in before if f.form == "finite" and f.shape in ("before", "after")]
    first = token.i
    while annotated.tokens[first - 1].lower in _BEFORE_GERUND:
        first -= 1
    if annotated.tokens[first - 1].text == ",":
        own = _own_subject_of_participle(scene, first - 1)
        if own is not None:
            return (own,)
        if finite:
            return finite[-1].speakers
        verb = _main_verb_before(annotated, token)
        if verb is not None:
            return subjects(annotated, verb)
    if token.i - annotated.sentences[token.sentence].first <= 1:
        behind = _main_subject_behind(annotated, token)
        if behind is not None:
            return conjuncts(annotated, behind)
    found = subject(annotated, token)
    if found is not None and found.lower not in _NOBODY:
        return conjuncts(annotated, found)
    return before[-1].speakers if before else ()


def _main_subject_behind(annotated: Annotated, token: Token) -> Token | None:
    """Mme Roy in "Accusant le conseil d'avoir cédé, Mme Roy quitte la salle": the noun just behind the comma that ends a participle's clause."""
    sentence = annotated.sentences[token.sentence]
    for candidate in annotated.tokens[token.i + 1 : sentence.last]:
        own = own_subject(annotated, candidate) if candidate.has("VerbForm=Fin") or candidate.dep.startswith("ROOT") else None
        if own is not None and own.i > token.i and any(t.text == "," for t in annotated.tokens[max(token.i, own.i - 4) : own.i]):
            return own
    return None


def _main_verb_before(annotated: Annotated, token: Token) -> Token | None:
    """The last finite verb before a token in its sentence that stands in no relative clause."""
    sentence = annotated.sentences[token.sentence]
    for candidate in reversed(annotated.tokens[sentence.first : token.i]):
        own = own_subject(annotated, candidate) if is_predicate(annotated, candidate) and not candidate.dep.startswith("acl") else None
        if own is not None and own.lower not in _NOBODY:
            return candidate
    return None


def _bare_participle(scene: Scene, group: Group, verb: ReportingVerb, before: Sequence[Frame]) -> Frame | None:
    """ "a dénoncé A et annoncé B", or "une trêve annoncée par X"."""
    if agent_of_passive(scene.annotated, group.verb) is not None:
        return _passive(scene, group, verb, "participle")
    speaker = inverted_subject(scene, group, verb) if after_quotation(scene, group) else None
    if speaker is not None:
        return _after(scene, group, verb, speaker)  # « … », expliqué un voisin: the auxiliary was left out
    shared = next((f for f in reversed(before) if f.word.i == group.verb.head and group.verb.dep == "conj"), None)
    shared = shared or _same_auxiliary(scene, group, verb, before)
    if shared is None or shared.form != "finite":
        return None
    taken = complements(scene.annotated, group.verb, group.last)
    return Frame(group.verb, verb.verb, verb, "before", "finite", shared.speakers, group.verb.i, group.last, False, bool(taken & verb.asserted))


def _same_auxiliary(scene: Scene, group: Group, verb: ReportingVerb, before: Sequence[Frame]) -> Frame | None:
    """The frame of "a appelé" in "a appelé le maire au calme et rappelé que", whatever noun the parser hung the second participle on."""
    lead, last = scene.annotated.tokens[group.verb.i - 1], before[-1] if before else None
    if last is None or last.shape != "before" or last.form != "finite" or lead.lower not in ("et", "mais", "puis"):
        return None
    has = any(t.lemma == "avoir" for t in scene.annotated.tokens[last.first : last.word.i])
    taken = complements(scene.annotated, group.verb, group.last) & {"que", *verb.reports}
    return last if has and "que" in taken and group.verb.lower.endswith(("é", "i", "u", "t", "s")) else None


def _passive(scene: Scene, group: Group, verb: ReportingVerb, form: str) -> Frame | None:
    """ "L'accord a été salué par X"; a participle alone ("une trêve saluée par X") is background, no statement."""
    annotated = scene.annotated
    agent = agent_of_passive(annotated, group.verb)
    if agent is None or "obj" not in verb.takes or verb.verb in _PASSING_ON:
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
