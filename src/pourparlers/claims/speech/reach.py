"""How far what a frame reports reaches, and which words make an indirect statement."""

from collections.abc import Iterator, Sequence

from pourparlers.claims.clauses import own_subject, phrase_span, trimmed
from pourparlers.claims.particles import OF, QUOTES, THAT
from pourparlers.claims.speech.complements import complements
from pourparlers.claims.speech.frame import Frame
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span

_LINKS = frozenset((",", ";", "et", "mais", "ou", "puis", "tout", "en", "–", "—", "-"))
#: Relations by which a clause is part of what is reported rather than told beside it.
_WITHIN = frozenset(("ccomp", "xcomp", "obj", "acl", "nmod", "obl", "csubj", "nsubj", "appos"))
#: Words that, after a comma, lead from the reported clause back to the article's own account.
_RETURNS = (
    ("après", "que"),
    ("même", "si"),
    ("avant", "de"),
    ("avant", "d'"),
    ("alors", "que"),
    ("tandis", "que"),
    ("dont",),
    ("ce", "que"),
    ("sur", "fond"),
    ("au", "moment", "où"),
    ("au", "lendemain"),
    ("à", "la", "veille"),
    ("à", "l'", "avant-veille"),
)
#: Words that, after a comma, open a remark on a reported noun or infinitive.
_REMARKS = frozenset(("lors", "alors", "tandis", "même", "après", "avant", "en", "si", "ce", "avec", "sans", "soit", "deux", "trois", "quelques"))
#: What leads from one thing that is said to the next: "dit vouloir la paix tout en soulignant que", "avant d'ajouter que".
_WHILE = frozenset(("avant", "tout"))
#: "selon qui", "selon lesquelles" go on with the noun before them.
RELATIVES = frozenset(("qui", "lequel", "laquelle", "lesquels", "lesquelles"))
#: A noun or infinitive has at least as many words before a remark on it.
_SHORTEST = 3
#: More words than these before an inserted verb are somebody's: "Pas question d'une trêve, a dit le maire"; not "Par ailleurs, a dit le maire,".
_OPENING = 4


def reported(annotated: Annotated, frames: Sequence[Frame], at: int, whole: bool = False) -> Span:
    """The passage that frame number `at` reports, without its own words; it may be empty. A remark on what was told before is that passage itself.

    whole: with the afterthoughts that a statement's text leaves out (", dont près de 40 blessés") though the speaker still stands for them.
    """
    frame = frames[at]
    sentence = annotated.sentences[frame.word.sentence]
    if frame.shape == "remark":
        return _span(annotated, frame.first, frame.last + 1)
    if frame.shape == "before" or (frame.shape in ("source", "after") and opens(annotated, frame)):
        return _span(annotated, frame.last + 1, _stop(annotated, frames, at, whole))
    first = _start(frames, at, sentence.first)
    if frame.shape == "passive" and _accuses(annotated, frame):
        return _span(annotated, first, _stop(annotated, frames, at, whole))
    return _span(annotated, max(first, _clause_start(annotated, frame, sentence.first)), frame.first)


def _accuses(annotated: Annotated, frame: Frame) -> bool:
    """True for "le roi est accusé par la Ligue | de vouloir la guerre": what is reported goes on behind the passive."""
    behind = annotated.tokens[frame.last + 1 : frame.last + 3]
    return len(behind) == 2 and behind[0].lower in OF and behind[1].has("VerbForm=Inf") and behind[1].sentence == frame.word.sentence


def opens(annotated: Annotated, frame: Frame) -> bool:
    """True for a frame at the head of its sentence or, for a source, of a clause ("alors que, selon X, P"): nothing is told before it."""
    if is_relative(annotated, frame):
        return True
    first = annotated.sentences[frame.word.sentence].first
    lead = [t for t in annotated.tokens[max(first, frame.first - 2) : frame.first] if t.text != ","]
    if frame.shape == "source" and lead and (lead[-1].pos == "SCONJ" or lead[-1].lower in ("que", "qu'", "qu’", "qui", "où", "dont")):
        return True
    told = annotated.tokens[first : frame.first]
    nominal = frame.shape == "after" and len(told) > _OPENING and told[-1].text == "," and told[0].pos != "ADP"
    return not nominal and not any(t.has("VerbForm=Fin") or t.text in QUOTES for t in told)


def is_relative(annotated: Annotated, frame: Frame) -> bool:
    """True for "selon qui" and "selon lesquelles", behind whoever or what is the source."""
    return frame.shape == "source" and annotated.tokens[frame.last].lower in RELATIVES and frame.speakers[0].i < frame.first


def goes_on(annotated: Annotated, frames: Sequence[Frame], at: int) -> bool:
    """True for an inserted frame after which what it reports goes on: "la ville a été prise, selon le maire, par surprise"."""
    frame = frames[at]
    sentence = annotated.sentences[frame.word.sentence]
    after = annotated.tokens[frame.last + 1 : sentence.last]
    set_off = frame.first == sentence.first or annotated.tokens[frame.first - 1].text == ","
    if len(after) < 3 or not set_off or after[0].text != "," or after[1].lower.endswith("ant"):
        return False
    return not any(f.word.i > frame.last and f.first <= frame.last + 3 for f in _later(frames, at))


def is_nested(annotated: Annotated, frames: Sequence[Frame], at: int) -> bool:
    """True for a frame inside what one before it reports: "le maire dit que les rebelles refusent"."""
    word = frames[at].word
    for number in range(at - 1, -1, -1):
        if frames[number].word.sentence != word.sentence:
            return False
        if frames[number].shape == "before" and reported(annotated, frames, number).covers(word.span):
            return True
    return False


def _span(annotated: Annotated, first: int, stop: int) -> Span:
    if first >= stop:
        at = annotated.tokens[min(first, len(annotated.tokens) - 1)].start
        return Span(at, at)
    return trimmed(annotated, Span(annotated.tokens[first].start, annotated.tokens[stop - 1].end))


def _stop(annotated: Annotated, frames: Sequence[Frame], at: int, whole: bool) -> int:
    """The first token after what is reported: the end of the sentence, or the words that lead to the next frame beside this one."""
    frame = frames[at]
    last = _main_clause(annotated, frame, annotated.sentences[frame.word.sentence].last)
    last = min(last, _relative_end(annotated, frame, last))
    stop = min(last if whole else _return(annotated, frame.last + 1, last), _coordinated(annotated, frame, last))
    if not whole and frame.shape == "before":
        stop = min(stop, _afterthought(annotated, frame.last + 1, last))
    if not whole and frame.shape == "before" and "que" not in complements(annotated, frame.word, frame.last):
        stop = min(stop, _aside(annotated, frame.last + 1, last), _next_clause(annotated, frame, last))
    for other in _later(frames, at):
        if frame.last < other.first and other.word.i < stop and _beside(annotated, frame, other):
            return _before_links(annotated, other.first, frame.last + 1)
    return stop


def _main_clause(annotated: Annotated, frame: Frame, last: int) -> int:
    """Where the main clause begins behind a participle that comes before it: "Accusant les rebelles, | le maire a quitté la salle"."""
    speaker = frame.speakers[0]
    if frame.form != "participle" or speaker.i < frame.word.i:
        return last
    commas = [t.i for t in annotated.tokens[frame.last + 1 : speaker.i] if t.text == ","]
    return commas[-1] if commas else last


def _relative_end(annotated: Annotated, frame: Frame, last: int) -> int:
    """Where a relative clause between commas ends, told by the verb that goes on: "qui a souhaité rester anonyme | , raconte que"."""
    if is_relative(annotated, frame):
        return _main_verb(annotated, frame, last)
    own = own_subject(annotated, frame.word)
    if own is None or own.lower != "qui" or own.i == 0:
        return last
    if annotated.tokens[own.i - 1].text != ",":
        return _main_verb(annotated, frame, last)
    for token in annotated.tokens[frame.last + 1 : last - 1]:
        after = annotated.tokens[token.i + 1]
        if token.text == "," and after.pos in ("VERB", "AUX") and after.has("VerbForm=Fin") and own_subject(annotated, after) is None:
            return token.i
    return last


def _main_verb(annotated: Annotated, frame: Frame, last: int) -> int:
    """Where the main clause goes on behind a relative one: "Awa Sow, selon qui la ville a été prise | , a fui"."""
    for token in annotated.tokens[frame.last + 1 : last]:
        verb = annotated.tokens[token.head] if token.dep.startswith(("aux", "cop")) else token
        if token.i > frame.last + 1 and token.has("VerbForm=Fin") and token.pos in ("VERB", "AUX"):
            own = own_subject(annotated, verb)
            before = annotated.tokens[token.i - 1]
            if (own is not None and own.i < _qui(annotated, frame)) or (own is None and before.text == ","):
                return before.i if before.text == "," or (before.pos == "PRON" and before.i > frame.last + 1) else token.i
    return last


def _qui(annotated: Annotated, frame: Frame) -> int:
    """Where a frame's relative clause begins: its "qui", or the frame itself where it has none ("selon qui")."""
    own = own_subject(annotated, frame.word)
    return own.i if own is not None and own.lower == "qui" else frame.first


def _return(annotated: Annotated, first: int, last: int) -> int:
    """Where the article takes over again: ", après que", ", dont"."""
    words = [t.lower.replace("’", "'") for t in annotated.tokens[first:last]]
    for i, word in enumerate(words[:-1]):
        if word == "," and any(tuple(words[i + 1 : i + 1 + len(r)]) == r for r in _RETURNS):
            return first + i
    return last


def _aside(annotated: Annotated, first: int, last: int) -> int:
    """Where the article adds a remark of its own to a noun or infinitive: ", un groupe armé" does not count, ", dont la ville" and ", lors de" do."""
    for i in range(first + _SHORTEST, last - 1):
        if annotated.tokens[i].text == "," and _opens_remark(annotated, annotated.tokens[i + 1]):
            return i
    return last


def _afterthought(annotated: Annotated, first: int, last: int) -> int:
    """Where the last comma leads to what the article adds itself: ", devenant ainsi le premier", ", ce qui priverait", ", où vivent"."""
    for i in range(last - 2, first + _SHORTEST, -1):
        if annotated.tokens[i].text == "," and _opens_afterthought(annotated, i + 1):
            return i
    return last


def _opens_afterthought(annotated: Annotated, at: int) -> bool:
    first, second = annotated.tokens[at], annotated.tokens[at + 1 : at + 2]
    if first.lower == "où" or (first.lower == "ce" and any(t.lower in ("qui", "que", "qu'", "qu’") for t in second)):
        return True
    return first.lower.endswith("ant") and first.has("VerbForm=Part")


def _next_clause(annotated: Annotated, frame: Frame, last: int) -> int:
    """Where a clause with a subject of its own goes on with what else happened: "a menacé de partir | et plusieurs délégués l'en soupçonnent"."""
    for token in annotated.tokens[frame.last + 1 + _SHORTEST : last]:
        if token.lower in ("et", "mais") and _opens_clause(annotated, token.i + 1, last):
            return token.i
    return last


def _opens_clause(annotated: Annotated, first: int, last: int) -> bool:
    """True when a subject begins at token `first` whose finite verb comes before any other clause is opened."""
    for token in annotated.tokens[first:last]:
        if token.lower in ("que", "qu'", "qu’", "qui", "dont", "où", ",", ";", "et", "ou", "de", "d'", "à", "en"):
            return False
        if token.has("VerbForm=Fin") and token.pos in ("VERB", "AUX"):
            own = own_subject(annotated, annotated.tokens[token.head] if token.pos == "AUX" else token)
            return own is not None and first <= own.i < token.i
    return False


def _opens_remark(annotated: Annotated, token: Token) -> bool:
    if token.lower in _REMARKS or token.pos == "SCONJ" or token.has("PronType=Rel"):
        return True
    if token.pos in ("VERB", "ADJ") and (token.has("VerbForm=Part") or token.lower.endswith("ant")):
        return True
    following = annotated.tokens[token.i + 1] if token.i + 1 < len(annotated.tokens) else token
    if token.pos == "ADV" and following.has("VerbForm=Part"):
        return True
    return token.pos == "NOUN" and not any(True for _ in annotated.dependents(token, "det", "case"))


def _coordinated(annotated: Annotated, frame: Frame, last: int) -> int:
    """Where a second verb begins that is coordinated with the reporting one: "… et décidé d'envoyer une mission"."""
    if frame.shape != "before":
        return last
    for child in annotated.dependents(frame.word, "conj"):
        if child.pos == "VERB" and child.i > frame.last and not _goes_with(annotated, frame, child):
            opening = (t for t in annotated.dependents(child, "aux", "nsubj", "expl", "cc") if t.i > frame.last)
            start = min([child.i, *(_phrase_start(annotated, t) for t in opening)])
            return _before_links(annotated, start, frame.last + 1)
    return last


def _phrase_start(annotated: Annotated, token: Token) -> int:
    """The first word of a subject's phrase: "une" for "mission"; any other word itself."""
    return annotated.tokens_in(phrase_span(annotated, token))[0].i if token.dep.startswith("nsubj") and token.pos != "PRON" else token.i


def _goes_with(annotated: Annotated, frame: Frame, child: Token) -> bool:
    """True for a verb that goes on with what is reported: "que la ville brûle et | que l'eau manque", "de mentir et | de voler", "de l'avoir pris
    et | jeté"."""
    marks = {t.lower for t in annotated.dependents(child, "mark", "case")}
    if marks & THAT or (marks & {"de", "d'", "d’", "à"} and child.has("VerbForm=Inf")):
        return True
    inside = annotated.tokens[frame.last + 1 : child.i]
    if _completes(annotated, inside, child):
        return True
    perfect = any(t.lower in ("avoir", "être") and t.has("VerbForm=Inf") for t in inside)
    return perfect and child.has("VerbForm=Part") and not any(t.text == "," for t in inside)


def _completes(annotated: Annotated, inside: Sequence[Token], child: Token) -> bool:
    """True for the verb of a clause that has none before it: "racontent que les assaillants, venus à pied, | ont tiré"."""
    own = {child.i, *(t.i for t in annotated.dependents(child, "aux", "cop"))}
    return any(t.lower in THAT for t in inside) and not any(t.has("VerbForm=Fin") and t.i not in own for t in inside)


def _beside(annotated: Annotated, frame: Frame, other: Frame) -> bool:
    """True for a frame that is no part of what the first one reports; all that follows "selon X" is, up to the next source."""
    if is_relative(annotated, other):
        return False
    if frame.shape == "source":
        return other.shape == "source"
    if other.shape in ("after", "source"):
        return True
    if other.form == "participle":
        lead = annotated.tokens[other.first - 1]
        return other.shape == "before" and (lead.text == "," or (lead.lower in _WHILE and annotated.tokens[other.last + 1].lower in THAT))
    if _shares_auxiliary(annotated, frame, other):
        return True
    below: Token = other.word
    for above in annotated.ancestors(other.word):
        if above.i == frame.word.i:
            return below.dep.partition(":")[0] not in _WITHIN
        if below.dep.startswith("acl:relcl"):
            return False
        if below is other.word and below.dep == "conj" and _has_own_clause(annotated, other):
            return True
        below = above
    return True


def _shares_auxiliary(annotated: Annotated, frame: Frame, other: Frame) -> bool:
    """True for "rappelé" in "a appelé le maire au calme et rappelé que"."""
    bare = other.form == "finite" and other.first == other.word.i and not other.word.has("VerbForm=Fin")
    return bare and other.speakers == frame.speakers and annotated.tokens[other.first - 1].lower in ("et", "mais", "puis")


def _has_own_clause(annotated: Annotated, frame: Frame) -> bool:
    """A clause with its own subject after "et" goes on with what is reported only if "que" is said again."""
    own = own_subject(annotated, frame.word)
    return own is not None and not any(t.lower in THAT for t in annotated.dependents(frame.word, "mark"))


def _before_links(annotated: Annotated, first: int, floor: int) -> int:
    """The first of the marks and conjunctions that lead to token `first`."""
    while first > floor and annotated.tokens[first - 1].lower in _LINKS:
        first -= 1
    return first


def _start(frames: Sequence[Frame], at: int, first: int) -> int:
    """The first token of what an inserted frame reports: the start of the sentence, or what follows the inserted frame before it."""
    for number in range(at - 1, -1, -1):
        if frames[number].word.i < first:
            break
        if frames[number].shape == "after":
            return frames[number].last + 1
    return first


def _later(frames: Sequence[Frame], at: int) -> Iterator[Frame]:
    """The frames after one in its sentence."""
    for number in range(at + 1, len(frames)):
        if frames[number].word.sentence != frames[at].word.sentence:
            return
        yield frames[number]


def _clause_start(annotated: Annotated, frame: Frame, first: int) -> int:
    """The first token of the relative clause that a source stands in: "(un groupe) qui sert, selon X, de couverture"."""
    if frame.shape != "source" or frame.form != "phrase":
        return first
    at_end = frame.last + 2 >= annotated.sentences[frame.word.sentence].last
    if at_end and annotated.tokens[frame.first - 1].text == ",":
        return first
    for above in annotated.ancestors(frame.speakers[0]):
        if above.dep == "acl:relcl" and above.i < frame.first:
            start = annotated.subtree(above)[0].i
            return start if first < start < frame.first else first
    return first


def text_span(annotated: Annotated, frame: Frame, passage: Span) -> Span:
    """The words of an indirect statement: its frame and what it reports, together."""
    start, end = min(annotated.tokens[frame.first].start, passage.start), max(annotated.tokens[frame.last].end, passage.end)
    found = trimmed(annotated, Span(start, end))
    around = annotated.quotation_at(found.start)
    if around is None or around.outer.end >= found.end:
        return found
    return Span(around.outer.start, found.end)  # "a « condamné et rejeté » l'offre": no text begins amid quoted words
