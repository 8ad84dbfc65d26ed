"""From a word that takes a stance to the thing asked, offered or refused, by the frames of the word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparlers.claims.groups import group
from pourparlers.claims.particles import NOT, OF, OF_THE, QUOTES, THAT, TO_THE
from pourparlers.claims.positions.extents import infinitive_at, items, reach, span_of
from pourparlers.claims.positions.stances import Cue, is_noun, times
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span

#: Contracted forms of the prepositions that open a thing.
_FORMS = {
    "à": ("à", "au", "aux"),
    "de": ("de", "d'", "d’", "du", "des"),
    "que": ("que", "qu'", "qu’"),
}
#: How many words may stand before the last of a phrase that belongs to no complement: "en contrepartie", "à son tour".
_PHRASE = 2
#: What may open such a phrase.
_OPEN_ASIDES = frozenset(("à", "de", "d'", "d’", "en", "par", "pour"))
#: Auxiliaries that no clause of demanding has.
_INDICATIVES = frozenset(("a", "ont", "avait", "avaient"))
#: How many words the holder of a noun may have before the act: "la justice du royaume".
_HOLDER = 7
#: Digits of a year, which may stand between a verb and its object: "a reconnu en 2011 l'indépendance".
_YEAR = 4
#: Adverbs before an infinitive that do not belong to the thing.
_LINKING = frozenset(("ainsi", "aussi", "désormais", "donc", "également", "notamment"))
#: How many words may stand between the cue and its thing: an addressee, a day, a place.
_FARTHEST = 28
#: How far before its word the "ne" of "n'est disposé qu'à" may stand.
_RESTRICTED = 4
#: Prepositions that may link a noun to its owner or its thing.
_LINKS = OF_THE | TO_THE | {"par"}


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing asked, offered or refused: the tokens [first, last), the shape of its frame and its head (an infinitive, a noun, a conjunction)."""

    first: int
    last: int
    shape: str
    head: Token

    def span(self, annotated: Annotated) -> Span:
        return span_of(annotated, self.first, self.last)


def find_thing(annotated: Annotated, cue: Cue) -> Thing | None:
    """The thing that follows a cue in its sentence, whole: `parts` takes coordinated ones apart."""
    found = _nearest(annotated, cue)
    if found is None:
        return None
    first, shape = found
    last = reach(annotated, first)
    head = _head(annotated, first, last, shape)
    return None if last <= first or head is None else Thing(first, last, shape, head)


def parts(annotated: Annotated, thing: Thing) -> Iterator[Thing]:
    """The coordinated things in one, each with its own head."""
    for first, last in items(annotated, thing.first, thing.last):
        head = _head(annotated, first, last, thing.shape)
        if head is not None:
            yield Thing(first, last, thing.shape, head)


def _nearest(annotated: Annotated, cue: Cue) -> tuple[int, str] | None:
    """Where the nearest complement of one of the cue's frames begins. An infinitive behind "à" goes before a noun behind "à"
    ("exhorté les parties à la trêve à la respecter")."""
    fallback = None
    for i in _within(annotated, cue):
        for frame in cue.entry.frames:
            first = _opens(annotated, i, frame, cue)
            if first is None:
                continue
            if frame == "à" and infinitive_at(annotated, first) is None and cue.entry.addressee is not None:
                asked = (_noun_from(annotated, first) or annotated.tokens[first]).lemma in group("addressees")
                fallback = fallback or (None if asked else (first, frame))
                continue
            if frame == "à" and cue.entry.stance == "conditions" and _owned_by_another(annotated, i, cue):
                fallback = (first, frame)
                continue
            if frame == "gen" and cue.entry.category == "noun":
                first = _act_behind(annotated, first, cue) or first
            return fallback if fallback is not None and annotated.tokens[i - 1].lower == "et" else (first, frame)
    return fallback


def _owned_by_another(annotated: Annotated, i: int, cue: Cue) -> bool:
    """True for "à la trêve" in "conditionne le retour à la trêve au retrait": another "à" of the clause opens what is laid down."""
    last = annotated.sentences[cue.token.sentence].last
    for token in annotated.tokens[i + 1 : min(last, i + _HOLDER)]:
        if token.text in (",", ";") or token.pos in ("VERB", "CCONJ"):
            return False
        if token.lower in _FORMS["à"]:
            return annotated.tokens[i - 1].pos in ("NOUN", "ADJ")
    return False


def _act_behind(annotated: Annotated, first: int, cue: Cue) -> int | None:
    """Where the infinitive of a noun begins whose holder comes first: "le refus de la justice d'extrader le suspect"."""
    if "de" not in cue.entry.frames and "de+inf" not in cue.entry.frames:
        return None
    for token in annotated.tokens[first : min(first + _HOLDER, annotated.sentences[cue.token.sentence].last - 1)]:
        if token.lower in OF and token.i > first and infinitive_at(annotated, token.i + 1) is not None:
            return token.i + 1
        if token.pos in ("VERB", "AUX", "PUNCT", "CCONJ", "PRON"):
            return None
    return None


def _within(annotated: Annotated, cue: Cue) -> Iterator[int]:
    """The tokens behind a cue where its complement may begin: up to the end of its clause, over brackets."""
    tokens = annotated.tokens
    last = min(annotated.sentences[cue.token.sentence].last, cue.token.i + _FARTHEST)
    behind = cue.token.i  # the last token of a remark between brackets or commas
    for i in range(cue.token.i + 1, last):
        token = tokens[i]
        if i <= behind:
            continue
        if token.text in ("(", ","):
            behind = _remark_end(annotated, i, last)
            if behind == i and not _lists(annotated, i, cue):
                return
            continue
        if i == cue.token.i + 1 and _nothing_but(annotated, cue, token):
            continue
        yield i
        if _blocks(token, cue, i):
            return


def _nothing_but(annotated: Annotated, cue: Cue, that: Token) -> bool:
    """True for the "que" of "n'est disposé qu'à céder trois places": the one thing that is offered stands behind it."""
    before = [t.lower for t in annotated.tokens[max(0, cue.token.i - _RESTRICTED) : cue.token.i]]
    return that.lower in THAT and not cue.negated and cue.entry.category == "adjective" and any(w in NOT for w in before)


def _lists(annotated: Annotated, comma: int, cue: Cue) -> bool:
    """True at a comma between those who are asked: "a appelé le royaume, l'émirat et la Ligue à …"."""
    before, behind = annotated.tokens[comma - 1], annotated.tokens[comma + 1 : comma + 3]
    named = before.pos in ("PROPN", "NOUN", "ADJ") and any(t.pos == "PROPN" for t in behind)
    return cue.entry.addressee is not None and named


def _remark_end(annotated: Annotated, i: int, last: int) -> int:
    """The token that closes the remark opened by a bracket or comma at `i`; `i` itself when nothing does."""
    closing = ")" if annotated.tokens[i].text == "(" else ","
    return next((t.i for t in annotated.tokens[i + 1 : last] if t.text == closing), i)


def _blocks(token: Token, cue: Cue, i: int) -> bool:
    """True for what a complement never stands behind: another finite verb, a relative, the end of the clause."""
    if token.text in (";", ":", ".", "!", "?", "»") or token.lower in ("qui", "dont", "où", "mais", "et", "que", "qu'", "qu’"):
        return not (token.lower == "et" and cue.entry.addressee == "obj")
    if cue.entry.category == "adjective" and i > cue.token.i + 5:
        return True
    if cue.entry.category == "noun" and token.has("VerbForm=Part") and token.lower.endswith("ant"):
        return True
    if cue.entry.category == "noun" and cue.entry.addressee is None and not cue.entry.verbs and token.pos == "ADP" and token.lower not in _LINKS:
        return not any(frame.split()[0] in (token.lower, token.lemma) for frame in cue.entry.frames)
    if cue.entry.category == "noun":
        return token.has("VerbForm=Fin") or token.lower == "afin" or i > cue.token.i + (12 if cue.entry.addressee or cue.entry.verbs else 4)
    return token.has("VerbForm=Fin") and i > cue.token.i + 1


def _opens(annotated: Annotated, i: int, frame: str, cue: Cue) -> int | None:
    """Where a thing begins if token `i` opens the frame."""
    if frame == "obj":
        return i if _is_object(annotated, i, cue) else None
    if frame == "inf":
        return i if _bare_infinitive(annotated, i, cue) else None
    if frame == "gen":
        return _behind(annotated, i, ("de",), cue) if i <= cue.token.i + 3 else None
    if frame == "que":
        opens = annotated.tokens[i].lower in _FORMS["que"] and annotated.tokens[i - 1].lower not in ("ainsi", "plus", "autre", "tel")
        opens = opens and not (i == cue.token.i + 1 and _restricts(annotated, cue))
        opens = opens and not any(t.has("VerbForm=Inf") for t in annotated.tokens[cue.token.i + 1 : i])  # "veut dire que"
        return i if opens and not _relative(annotated, annotated.tokens[i], cue) else None
    words = frame.removesuffix("+inf").split()
    behind = _behind(annotated, i, words, cue)
    if behind is None or (frame.endswith("+inf") and infinitive_at(annotated, behind) is None):
        return None
    return behind


def _restricts(annotated: Annotated, cue: Cue) -> bool:
    """True for "ne veut que": "ne" stands just before the verb, and the "que" behind it denies all but one thing."""
    before = annotated.tokens[cue.token.i - 1] if cue.token.i else cue.token
    return cue.entry.category == "verb" and before.lower in NOT


def _relative(annotated: Annotated, token: Token, cue: Cue) -> bool:
    """True for the "que" of a relative clause: "une exigence que la junte a rejetée" asks for nothing, and its verb is no subjunctive."""
    if cue.entry.category != "noun" and annotated.tokens[token.i - 1].text == "," and _asked_before(annotated, cue, token):
        return True
    if cue.entry.category != "noun" and annotated.tokens[token.i - 1].pos not in ("NOUN", "PROPN"):
        return False
    sentence = annotated.sentences[token.sentence]
    helper = next((t for t in annotated.tokens[token.i : sentence.last] if t.has("VerbForm=Fin")), None)
    return token.dep.startswith("obj") or (helper is not None and helper.lower in _INDICATIVES)


def _asked_before(annotated: Annotated, cue: Cue, token: Token) -> bool:
    """True where the thing itself stands between a cue and "que": "réclame de son côté une trêve, que le royaume refuse"."""
    return any(
        t.pos == "NOUN" and annotated.tokens[t.i - 1].lower in ("un", "une") and not any(True for _ in annotated.dependents(t, "case"))
        for t in annotated.tokens[cue.token.i + 1 : token.i]
    )


def _behind(annotated: Annotated, i: int, words: Sequence[str], cue: Cue) -> int | None:
    """The index behind the words of a frame, if they stand at token `i` and something that may be a thing follows."""
    tokens = annotated.tokens
    sentence = annotated.sentences[cue.token.sentence]
    first = i
    for offset, word in enumerate(words):
        if offset and offset == len(words) - 1 and first < sentence.last and tokens[first].lower != word:
            first = _over_day(annotated, first, sentence.last)
            first += cue.entry.category == "noun" and first < sentence.last and tokens[first].text in QUOTES  # « accord de principe » à
        if first >= sentence.last or tokens[first].lower.replace("’", "'") not in [f.replace("’", "'") for f in _FORMS.get(word, (word,))]:
            return None
        first += 1
    if first >= sentence.last or [t.lower for t in tokens[i : i + 3]] in (["à", "partir", "de"], ["à", "partir", "du"], ["à", "partir", "d'"]):
        return None
    if words[-1] in ("que",):
        return first - 1
    return first if infinitive_at(annotated, first) is not None or _nominal(annotated, first, words[-1]) else None


def _over_day(annotated: Annotated, i: int, last: int) -> int:
    """The index behind a day or an adverb before the preposition of a phrase: "a donné son feu vert lundi à"."""
    while i < last and (annotated.tokens[i].lower in times() or annotated.tokens[i].pos == "ADV"):
        i += 1
    return i


def _nominal(annotated: Annotated, i: int, preposition: str) -> bool:
    """True when a noun phrase that may be a thing begins at a token: no name, no day, no circumstance."""
    noun = _noun_from(annotated, i)
    if noun is None or noun.pos == "PROPN" or noun.lower in times() or noun.lemma in times() or _acronym(noun):
        return False
    return not (preposition == "à" and noun.lemma in group("circumstances"))


def _acronym(noun: Token) -> bool:
    """True for "MNL", which names whom a refusal belongs to, whatever the tagger says."""
    return len(noun.text) > 1 and noun.text.isupper() and noun.text.isalpha()


def _noun_from(annotated: Annotated, i: int) -> Token | None:
    """The first noun of a phrase that begins at a token."""
    sentence = annotated.sentences[annotated.tokens[i].sentence]
    for token in annotated.tokens[i : min(i + 7, sentence.last)]:
        if is_noun(annotated, token):
            return token
        if token.i == i and token.lower == "des":
            continue
        if token.pos not in ("DET", "ADJ", "NUM", "PUNCT", "ADV") or token.text == ",":
            return token if token.pos == "PRON" and token.lower in ("ce", "cela", "ça", "tout", "rien") else None
    return None


def _is_object(annotated: Annotated, i: int, cue: Cue) -> bool:
    """True where the direct object begins: the first noun phrase behind the verb that has no preposition and names no day."""
    tokens = annotated.tokens
    token = tokens[i]
    if token.lower == "des" and token.pos == "ADP":  # "propose des allègements", which the tagger takes for "de les"
        return i == cue.token.i + 1 and i + 1 < len(tokens) and _nominal(annotated, i + 1, "")
    if token.pos not in ("DET", "NOUN", "NUM", "ADJ") or not _nominal(annotated, i, ""):
        return False
    before = tokens[i - 1]
    if token.pos == "ADJ" and (before.lower in times() or before.lemma in times()):
        return False  # "a refusé jeudi dernier une rencontre"
    if before.pos == "PUNCT" and i - 2 > cue.token.i:
        before = tokens[i - 2]
    free = (
        before.i == cue.token.i
        or _closes_aside(annotated, before, cue)
        or before.pos in ("ADV", "PUNCT", "PRON")
        or before.lower in times()
        or before.lemma in times()
        or (before.pos == "NUM" and len(before.text) == _YEAR)
        or before.pos == "PROPN"
        or before.pos == "ADJ"
        or (tokens[i - 1].text == "," == tokens[cue.token.i + 1].text)  # "propose, par la voix de son chef, une trêve"
        or (cue.entry.addressee == "à" and any(c.lower in _FORMS["à"] for c in annotated.dependents(before, "case")))
    )
    return free and (token.pos == "DET" or i <= cue.token.i + 2)


def _closes_aside(annotated: Annotated, token: Token, cue: Cue) -> bool:
    """True for the last word of "en contrepartie", "de son côté" right behind a cue."""
    opening = annotated.tokens[max(cue.token.i + 1, token.i - _PHRASE) : token.i]
    return token.lower in group("asides") and any(t.lower in _OPEN_ASIDES for t in opening)


def _bare_infinitive(annotated: Annotated, i: int, cue: Cue) -> bool:
    tokens = annotated.tokens
    before = tokens[i - 1]
    return (
        infinitive_at(annotated, i) is not None
        and (before.i == cue.token.i or before.pos in ("ADV", "PUNCT"))
        and tokens[i].pos != "PUNCT"
        and tokens[i].lower not in _LINKING
    )


def _head(annotated: Annotated, first: int, last: int, shape: str) -> Token | None:
    if first >= last:
        return None
    infinitive = infinitive_at(annotated, first)
    if infinitive is not None:
        return infinitive
    if shape == "que" or annotated.tokens[first].lower in _FORMS["que"]:
        return annotated.tokens[first]
    return _noun_from(annotated, first)
