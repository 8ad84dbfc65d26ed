"""Clauses: which verb governs a word, who is its subject, what it governs, and how far it reaches.

The tree comes from a parser that errs on news French, so every answer has a second way, by the order of the words.
"""

from pourparlers.claims.groups import group
from pourparlers.claims.particles import THAT
from pourparlers.claims.verbs import is_verb
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
#: What opens a clause right before its subject.
_OPENING = THAT | {"dont"}
#: Words that stand for a noun but never for somebody: reflexives, clitic objects, adverbial pronouns.
_NEVER_SUBJECTS = frozenset(
    ("se", "s'", "s’", "y", "en", "que", "qu'", "qu’", "dont", "où", "me", "te", "m'", "le", "la", "l'", "les", "lui", "leur")
)
_WHERE = frozenset(("à", "en", "dans", "depuis", "vers"))
_WITHIN = frozenset(("dans", "depuis", "vers"))
#: Relations that lead out of a noun phrase.
_OUTSIDE = frozenset(("conj", "acl", "parataxis", "cc", "punct", "advcl", "ccomp"))
_PUNCTUATION = frozenset(",;:.-–—…!?\"«»“”()' \n\t")
#: Marks of quotations that open and close by different signs.
_PAIRS = (("«", "»"), ("“", "”"))
_INVERTED = frozenset(
    ("-il", "-elle", "-ils", "-elles", "-on", "-t-il", "-t-elle", "-t-on", "-t-ils", "-t-elles", "il", "elle", "ils", "elles", "on")
)


def clause_head(annotated: Annotated, token: Token) -> Token:
    """The predicate of the clause that holds a token: the nearest verb above it (itself if it is one), or the root of its sentence."""
    if is_predicate(annotated, token):
        return token
    above = token
    for above in annotated.ancestors(token):
        if is_predicate(annotated, above):
            return above
    return above


def is_predicate(annotated: Annotated, token: Token) -> bool:
    """True for a verb that is not an auxiliary, and for a noun or adjective with a copula ("est prêt") or with the auxiliary of a verb that the
    tagger does not know ("a réimposé")."""
    return is_verb(token) or any(True for _ in annotated.dependents(token, "cop", "aux:tense"))


def conjuncts(annotated: Annotated, token: Token) -> tuple[Token, ...]:
    """The token and what is coordinated with it: "Lima" and "Quito" in "Lima et Quito". Without a conjunction ("Lima, capitale du pays")
    what follows is taken for an apposition, whatever the parser says."""
    found = [token]
    for item in found:
        found.extend(c for c in annotated.dependents(item, "conj") if c.pos in _NOMINAL or c.pos == token.pos)
    linked = any(True for c in found[1:] for _ in annotated.dependents(c, "cc"))
    return tuple(sorted(found, key=lambda t: t.i)) if linked else (token,)


def subjects(annotated: Annotated, verb: Token) -> tuple[Token, ...]:
    """The heads of all coordinated subjects of a verb, in order; empty when none is found."""
    head = subject(annotated, verb)
    return () if head is None else conjuncts(annotated, head)


def subject(annotated: Annotated, verb: Token) -> Token | None:
    """The head of a verb's subject: its own, the antecedent of "qui", that of the verb it is coordinated with or governed by, or the one that
    the order of words suggests. An inverted pronoun ("a-t-il ajouté") is a subject too. None for infinitives and participles without a governor.
    """
    return _subject(annotated, verb, depth=0)


def _subject(annotated: Annotated, verb: Token, depth: int) -> Token | None:
    own = own_subject(annotated, verb)
    if own is not None:
        return antecedent(annotated, own) or own
    # The depth bounds the walk on trees that hostile text may make as deep as the sentence is long.
    inherited = _inherited(annotated, verb, depth) if depth < 6 else None
    return inherited or _subject_by_order(annotated, verb)


def own_subject(annotated: Annotated, verb: Token) -> Token | None:
    """The subject that hangs on the verb itself, as the parser saw it; "qui" is not replaced by its antecedent."""
    found = [t for t in annotated.dependents(verb, "nsubj", "expl:subj") if t.pos in _NOMINAL or t.pos in ("DET", "ADJ", "X")]
    found = [t for t in found if not _is_where(annotated, t)]
    full = [t for t in found if t.dep != "expl:subj" and t.lower not in ("-t",)]
    behind = [t for t in full if t.i < verb.i and _clause_opens_before(annotated, t)]
    return next(iter(behind or full or [t for t in found if t.lower != "-t"]), None)


def _is_where(annotated: Annotated, noun: Token) -> bool:
    """True for the town in "À Lima, le ministre a dit", which some parsers take for a subject."""
    where = _WHERE if noun.pos == "PROPN" else _WITHIN
    return any(t.lower in where and t.i < noun.i for t in annotated.dependents(noun, "case"))


def _clause_opens_before(annotated: Annotated, noun: Token) -> bool:
    """ "que M. Dupont partait": where the parser gives a verb several subjects, the one just behind "que" or "dont" is its own."""
    return any(t.lower in _OPENING for t in annotated.tokens[max(0, noun.i - 2) : noun.i])


def antecedent(annotated: Annotated, relative: Token) -> Token | None:
    """The word that a relative "qui" stands for, "ce" in "ce qui"; None for any other word than a relative."""
    if relative.lower not in ("qui", "lequel", "laquelle", "lesquels", "lesquelles"):
        return None
    if relative.i and annotated.tokens[relative.i - 1].lower == "ce":
        return annotated.tokens[relative.i - 1]
    verb = annotated.tokens[relative.head]
    while verb.dep == "conj" and verb.head != verb.i:
        verb = annotated.tokens[verb.head]
    if verb.dep.startswith("acl") and verb.head < relative.i and annotated.tokens[verb.head].pos not in ("VERB", "AUX"):
        return annotated.tokens[verb.head]
    return nearest_noun_before(annotated, relative)


def _inherited(annotated: Annotated, verb: Token, depth: int) -> Token | None:
    governor = annotated.tokens[verb.head]
    if governor.i == verb.i:
        return None
    kind = verb.dep.partition(":")[0]
    if kind == "acl" and governor.pos in ("NOUN", "PROPN", "PRON"):
        return governor
    if kind == "conj" and (outer := _outside_relative(annotated, governor)) is not None:
        return outer
    if kind in ("conj", "xcomp") or (kind in ("advcl", "ccomp", "parataxis") and not _finite(annotated, verb)):
        return _subject(annotated, clause_head(annotated, governor), depth + 1)
    return None


def _outside_relative(annotated: Annotated, verb: Token) -> Token | None:
    """The subject of the clause around a relative one whose verb the parser takes for its own: "le chef" in "le chef, dont le parti avait quitté la
    table, a promis de revenir"; None for other verbs."""
    found = [t for t in annotated.dependents(verb, "nsubj") if t.pos in _NOMINAL and t.i < verb.i]
    around = [t for t in found if not _clause_opens_before(annotated, t)]
    return around[0] if around and len(around) < len(found) else None


def _finite(annotated: Annotated, verb: Token) -> bool:
    helpers = [t for t in annotated.dependents(verb, "aux", "cop") if t.has("VerbForm=Fin")]
    return bool(helpers) or verb.has("VerbForm=Fin")


def _subject_by_order(annotated: Annotated, verb: Token) -> Token | None:
    """The noun just after an inverted verb, else the nearest free noun before it in its sentence."""
    if not _finite(annotated, verb):
        return None
    after = _pronoun_within(annotated, verb)
    if after is not None:
        return after
    first = min((t.i for t in annotated.dependents(verb, "aux", "cop")), default=verb.i)
    return nearest_noun_before(annotated, annotated.tokens[min(first, verb.i)])


def _pronoun_within(annotated: Annotated, verb: Token) -> Token | None:
    """The inverted pronoun of "a-t-il dit", "dit-elle"."""
    first = min((t.i for t in annotated.dependents(verb, "aux")), default=verb.i)
    near = annotated.tokens[first : verb.i + 3]
    return next((t for t in near if t.lower in _INVERTED and t.lower.startswith("-")), None)


def nearest_noun_before(annotated: Annotated, token: Token) -> Token | None:
    """The head of the noun phrase that ends nearest before a token in its sentence, leaving out complements introduced by a preposition when
    the noun they belong to is known ("le chef de la délégation" gives "chef")."""
    sentence = annotated.sentences[token.sentence]
    for candidate in reversed(annotated.tokens[sentence.first : token.i]):
        if candidate.pos in _NOMINAL and candidate.lower not in _NEVER_SUBJECTS:
            return noun_head(annotated, candidate)
    return None


def noun_head(annotated: Annotated, token: Token) -> Token:
    """The outermost noun of the phrase that holds a noun: "chef" for "délégation" in "le chef de la délégation"."""
    for _ in range(8):
        governor = annotated.tokens[token.head]
        inside = token.dep.partition(":")[0] in ("nmod", "flat", "appos", "amod", "compound", "nummod", "det")
        if not inside or governor.i >= token.i or governor.pos not in ("NOUN", "PROPN", "PRON") or _is_where(annotated, governor):
            return token
        token = governor
    return token


def agent_of_passive(annotated: Annotated, verb: Token) -> Token | None:
    """ "Lima" in "annoncé par Lima"; not how it was done ("par surprise")."""
    for candidate in annotated.dependents(verb, "obl", "nmod"):
        how = candidate.pos == "NOUN" and candidate.has("Number=Sing") and all(t.dep == "case" for t in annotated.dependents(candidate))
        by = any(c.lower == "par" for c in annotated.dependents(candidate, "case"))
        if by and not how:
            return candidate
    return None


def complement(annotated: Annotated, verb: Token) -> Token | None:
    """The head of what a verb governs: a clause or infinitive first, else its object, else an object with a preposition."""
    for deps in (("ccomp", "xcomp"), ("obj",), ("obl:arg", "iobj")):
        found = [t for t in annotated.dependents(verb, *deps) if t.i > verb.i]
        if found:
            return found[0]
    return None


def is_dictated(annotated: Annotated, verb: Token) -> bool:
    """True for "déclare" in "exige que la Ligue déclare que": what somebody is asked to say nobody has said."""
    above = annotated.tokens[verb.head]
    asked = verb.dep == "ccomp" and above.i < verb.i and above.lemma in group("wanting")
    return asked and any(t.lower in THAT and t.i > above.i for t in annotated.dependents(verb, "mark"))


def clause_span(annotated: Annotated, head: Token) -> Span:
    """The clause of a predicate: all below it, without coordinated or appended clauses that have a subject of their own."""
    kept, queue = [head], [head]
    while queue:
        for child in annotated.dependents(queue.pop()):
            if not _leaves(annotated, child, head):
                kept.append(child)
                queue.append(child)
    # Only the run around the head: what was left out may lie in the middle.
    indices = {t.i for t in kept}
    first = last = head.i
    while first - 1 in indices:
        first -= 1
    while last + 1 in indices:
        last += 1
    return trimmed(annotated, Span(annotated.tokens[first].start, annotated.tokens[last].end))


def _leaves(annotated: Annotated, child: Token, head: Token) -> bool:
    if child.sentence != head.sentence or child.dep == "parataxis":
        return True
    return child.dep == "conj" and child.head == head.i and own_subject(annotated, child) is not None


def phrase_span(annotated: Annotated, head: Token) -> Span:
    """The noun phrase of a head: its determiner, adjectives, complements and the name after it, without a preposition before it, relative clauses,
    coordinated phrases and marks at its ends. A comma ends it, unless a name follows ("le ministre, Jean Dupont")."""
    kept, queue = {head.i}, [head]
    while queue:
        item = queue.pop()
        for child in annotated.dependents(item):
            outside = child.dep.partition(":")[0] in _OUTSIDE or (item is head and child.dep in ("case", "mark"))
            if not outside and child.i not in kept:
                kept.add(child.i)
                queue.append(child)
    first = last = head.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept or _name_follows(annotated, kept, last):
        last += 1 if last + 1 in kept else 2
    return trimmed(annotated, Span(annotated.tokens[first].start, annotated.tokens[last].end))


def _name_follows(annotated: Annotated, kept: set[int], last: int) -> bool:
    after = annotated.tokens[last + 1 : last + 3]
    return len(after) == 2 and after[0].text == "," and after[1].i in kept and after[1].pos == "PROPN"


def trimmed(annotated: Annotated, span: Span) -> Span:
    """A span without marks and spaces at its ends; brackets and quotation marks that close inside it stay."""
    text, start, end = annotated.document.text, span.start, span.end
    while start < end and text[start] in _PUNCTUATION:
        start += 1
    while end > start and text[end - 1] in _PUNCTUATION:
        end -= 1
    return with_marks(text, Span(start, end))


def with_marks(text: str, span: Span) -> Span:
    """A passage with the closing mark of a quotation of which it holds only the opening one, and the other way round: "un délai « raisonnable »"."""
    start, end = span.start, span.end
    for opening, closing in _PAIRS:
        if text.count(opening, start, end) > text.count(closing, start, end):
            at = text.find(closing, end, end + 2)
            end = at + 1 if at >= 0 and not text[end:at].strip() else end
        elif text.count(opening, start, end) < text.count(closing, start, end):
            at = text.rfind(opening, max(0, start - 2), start)
            start = at if at >= 0 and not text[at + 1 : start].strip() else start
    if text.count('"', start, end) % 2 == 1 and text[end : end + 1] == '"':
        end += 1
    return Span(start, end)
