"""How far a thing asked or refused reaches in its sentence, and coordinated things taken apart.

The parser attaches long complements wrongly too often to be trusted with their ends; the marks and the words that open another clause are
surer. Tokens are given by their index in the document.
"""

import functools

from pourparlers.claims.groups import group
from pourparlers.claims.particles import NOT, OF_THE, THAT
from pourparlers.claims.positions.sides import names_people
from pourparlers.claims.positions.stances import bare_verb, entries_of, is_noun
from pourparlers.claims.positions.texts import texts
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Annotated, Quotation, Token
from pourparlers.model.text import Span

#: Marks that end a thing wherever they stand.
_ENDS = frozenset(";:.!?…–—-()[]") | {"--", "..."}
#: Words that open a clause within a thing.
_SUBORDINATORS = frozenset(("que", "qu'", "qu’", "qui", "dont", "où", "si", "s'", "s’", "s'il", "comme", "quand"))
_ARTICLES = frozenset(("l'", "l’", "la", "le", "les", "un", "une"))
#: Pronouns behind a comma with which a speaker begins another clause.
_SUBJECTS = frozenset(("c'", "c’", "elle", "elles", "il", "ils", "j'", "j’", "je", "nous", "on"))
#: Words that open a purpose or a circumstance that a thing can do without.
_LOOSE = frozenset((("afin", "de"), ("afin", "d'"), ("face", "à"), ("face", "au"), ("face", "aux")))
_DEMONSTRATIVES = frozenset(("ce", "cet", "cette", "ces"))
#: From so many words on a thing stands without what is loosely joined to it.
_LONG_ENOUGH = 5
#: How many words may name whom else is asked, with what opens the act.
_ASKED = 8
#: How many words a name may have that is the subject of another clause.
_SUBJECT = 5
_JOINERS = frozenset(("et", "ou", "ainsi", "puis"))
_LONGEST = 60
_LONGEST_LIST = 25
#: Words that, behind a comma, tell the thing more closely.
_GO_ON = (["en", "échange"], ["à", "savoir"])
#: Prepositions that may be repeated before each of several things.
_PREPOSITIONS = frozenset(("à", "de", "d'", "d’", "sur", "pour"))
#: A quotation of fewer words is a quoted word or two, and the thing goes on behind it.
_SHORT_QUOTATION = 4
#: How many characters behind a quotation the word that goes on may begin and end.
_NEXT = 5


@functools.cache
def _openers() -> frozenset[tuple[str, ...]]:
    """Words, one to three, that open what no longer belongs to the thing, as the tokenizer cuts them."""
    return frozenset(tuple(words.replace("'", "' ").split()) for words in group("opening_others"))


def reach(annotated: Annotated, first: int) -> int:
    """The index behind the last token of a thing that begins at token `first`; `first` itself where the text breaks off before it."""
    tokens = annotated.tokens
    if first >= len(tokens):
        return first
    limit = min(annotated.sentences[tokens[first].sentence].last, first + _LONGEST)
    own = inside_quotation(annotated, tokens[first])
    i = first
    while i < limit and not _ends(annotated, i, first, own):
        i += 1
    while i > first + 1 and tokens[i - 1].pos in ("PUNCT", "CCONJ"):
        i -= 1
    return i


def _ends(annotated: Annotated, i: int, first: int, own: Quotation | None) -> bool:
    token = annotated.tokens[i]
    if own is not None and token.start >= own.inner.end:
        if token.start < own.outer.end:
            return not (_goes_on_behind(own, annotated) or _quoted_list(annotated, i))
        own = None
    if _quoted_within(annotated, token, first):
        return False
    if token.text.startswith("--") and i > first:
        return True
    if token.text in _ENDS:
        return not (token.text in "()[].…" and own is not None and _elision(annotated, token))
    if token.text == ",":
        if own is not None and annotated.tokens[first].lower not in _SUBORDINATORS:
            return i + 1 < len(annotated.tokens) and annotated.tokens[i + 1].lower in _SUBJECTS
        return own is None and not (continues(annotated, i + 1, first) or _remark(annotated, i, first))
    if token.lower in _JOINERS and i > first:
        other = opens_clause(annotated, i + 1) and not _same_clause(annotated, i + 1, first)
        return other or (infinitive_at(annotated, first) is not None and other_asked(annotated, i + 1) is not None)
    return i > first + 1 and (opens_other(annotated, i) or _own_verb(annotated, i, first) or _loose(annotated, i, first))


def _quoted_within(annotated: Annotated, token: Token, first: int) -> bool:
    """True for a word of a quotation that opened within the thing: its words are told whole."""
    quotation = inside_quotation(annotated, token)
    return quotation is not None and quotation.outer.start > annotated.tokens[first].start and not quotation.open_ended


def _own_verb(annotated: Annotated, i: int, first: int) -> bool:
    """True at a finite verb that no relative or conjunction of the thing opens: it is the verb of the thing's sentence."""
    negated = annotated.tokens[i].lower in NOT
    verb = annotated.tokens[min(i + negated, len(annotated.tokens) - 1)]
    if not verb.has("VerbForm=Fin") or is_noun(annotated, verb):
        return False
    return not any(t.lower in _SUBORDINATORS for t in annotated.tokens[first:i])


def _loose(annotated: Annotated, i: int, first: int) -> bool:
    """True where a relative clause or a purpose is joined to a thing that is long enough to stand without it."""
    words = [t.lower.replace("’", "'") for t in annotated.tokens[i : i + 2]]
    begin = max([first, *(t.i for t in annotated.tokens[first:i] if t.text == "," or t.lower in _JOINERS)])
    count = sum(t.pos != "PUNCT" for t in annotated.tokens[begin:i])
    if annotated.tokens[first].lower in _DEMONSTRATIVES and annotated.tokens[i].has("VerbForm=Part"):
        return True
    if annotated.tokens[first].lower in _SUBORDINATORS or count < _LONG_ENOUGH + (begin > first and annotated.tokens[begin].pos != "PUNCT"):
        return False
    relative = words[0] in ("qui", "que", "qu'", "où") and annotated.tokens[i - 1].pos in ("NOUN", "PROPN", "ADJ", "PUNCT")
    act = words[0] == "afin" and infinitive_at(annotated, first) is not None  # what an act is for belongs to it
    return relative or (tuple(words) in _LOOSE and not act)


def _same_clause(annotated: Annotated, i: int, first: int) -> bool:
    """True for a second verb of a clause asked for: "qu'elles protègent les civils et respectent le droit"."""
    verb = annotated.tokens[i]
    return annotated.tokens[first].lower in _SUBORDINATORS and verb.has("VerbForm=Fin") and verb.pos == "VERB" and not entries_of(verb)


def _remark(annotated: Annotated, comma: int, first: int) -> bool:
    """True at the commas around a remark within a clause whose verb is still to come: "si le voisin, qui …, retire ses troupes"."""
    tokens = annotated.tokens
    if tokens[first].lower not in _SUBORDINATORS:
        return False
    commas = [t.i for t in tokens[first : comma + 1] if t.text == ","]
    return len(commas) <= 2 and not any(t.has("VerbForm=Fin") for t in tokens[first : commas[0]])


def _goes_on_behind(own: Quotation, annotated: Annotated) -> bool:
    """True where a thing that began within a quotation goes on behind it: behind a word or two, and with a complement of its last noun
    (« "exige le départ immédiat" des troupes »)."""
    behind = next(iter(annotated.tokens_in(Span(own.outer.end, own.outer.end + _NEXT))), None)
    complement = behind is not None and behind.lower in OF_THE and annotated.tokens_in(own.inner)[-1].pos in ("NOUN", "ADJ")
    return complement or len(annotated.tokens_in(own.inner)) < _SHORT_QUOTATION


def _elision(annotated: Annotated, token: Token) -> bool:
    """True for the marks of "(...)" in a quotation, and for a remark put into it between brackets."""
    return annotated.document.text[token.start - 1 : token.end + 1].strip("(. …)[]") == "" or token.text in "()[]"


def _quoted_list(annotated: Annotated, closing: int) -> bool:
    """True where another quotation of the same list follows: '"un cessez-le-feu", "un retrait" et "une aide"'."""
    following = annotated.tokens[closing + 1 : closing + 5]
    for token in following:
        if _is_opening(annotated, token):
            return True
        if token.text != "," and token.lower not in ("et", "ou", "à", "de", "d'", "un", "une", "la", "le", "les", "l'"):
            return False
    return False


def _is_opening(annotated: Annotated, token: Token) -> bool:
    quotation = annotated.quotation_at(token.start)
    return quotation is not None and token.end <= quotation.inner.start


def inside_quotation(annotated: Annotated, token: Token) -> Quotation | None:
    """The quotation whose words hold a token."""
    quotation = annotated.quotation_at(token.start)
    return quotation if quotation is not None and quotation.inner.covers(token.span) else None


def opens_other(annotated: Annotated, i: int) -> bool:
    """True where a word opens another clause or a circumstance that does not belong to the thing."""
    lower = [t.lower.replace("’", "'") for t in annotated.tokens[i : i + 3]]
    return any(tuple(lower[:n]) in _openers() for n in (1, 2, 3))


def opens_clause(annotated: Annotated, i: int) -> bool:
    """True where, behind "et", a clause with a verb of its own begins rather than another noun or infinitive."""
    if i + 1 < len(annotated.tokens) and annotated.tokens[i].pos in ("NOUN", "ADJ") and annotated.tokens[i + 1].lower in _ARTICLES:
        return True  # no noun or adjective stands before an article: "… et recherche le soutien de", "… et intensifié les pressions"
    if _opens_with_name(annotated, i) or _opens_with_subject(annotated, i):
        return True
    for token in annotated.tokens[i : i + 4]:
        if bare_verb(annotated, token) or token.has("VerbForm=Fin") or (token.pos == "VERB" and token.has("VerbForm=Part") and token.i == i):
            return True
        if token.pos not in ("ADV", "PRON") or token.lower in THAT:
            return False
    return False


def _opens_with_name(annotated: Annotated, i: int) -> bool:
    """True where a name and the verb of which it is the subject follow: "… et Eva Holm a menacé de", "… et la Suède exige"."""
    sentence = annotated.sentences[annotated.tokens[i - 1].sentence]
    last = min(i + _SUBJECT, sentence.last)
    named = False
    if any(t.lower == "entre" for t in annotated.tokens[max(sentence.first, i - 2 * _SUBJECT) : i]):
        return False  # "entre le royaume et la Suède est …"
    for token in annotated.tokens[i:last]:
        if token.has("VerbForm=Fin"):
            return named
        if token.pos not in ("DET", "PROPN") and not (token.i == i + 1 and token.text[:1].isupper()):
            return False
        named = named or token.text[:1].isupper()
    return False


def _opens_with_subject(annotated: Annotated, i: int) -> bool:
    """True where, behind "et", a noun and the verb of which it is the subject follow: "…, et une ligne directe a été installée"."""
    if i < 2 or i >= len(annotated.tokens) or annotated.tokens[i].pos != "DET" or annotated.tokens[i - 2].text != ",":
        return False
    noun = next((t for t in annotated.tokens[i : i + _SUBJECT] if t.pos in ("NOUN", "PROPN")), None)
    verb = None if noun is None else annotated.tokens[noun.head]
    if noun is None or verb is None or not noun.dep.startswith("nsubj") or verb.i <= noun.i or verb.sentence != noun.sentence:
        return False
    words = verb_group(annotated, verb)
    finite = words.first.has("VerbForm=Fin") or verb.has("VerbForm=Fin")
    return finite and not any(t.pos == "PUNCT" or t.has("PronType=Rel") for t in annotated.tokens[noun.i + 1 : words.first.i])


def other_asked(annotated: Annotated, i: int) -> int | None:
    """Where the act begins that somebody else is asked to do, named at token `i` behind "et": "quitter la ville" in "exhorte la junte à libérer
    les otages et les rebelles à quitter la ville"."""
    person = False
    for token in annotated.tokens[i : min(i + _ASKED, annotated.sentences[annotated.tokens[i - 1].sentence].last)]:
        if person and token.lower in ("à", "de", "d'", "d’") and infinitive_at(annotated, token.i + 1) is not None:
            return token.i + 1
        if token.pos not in ("DET", "NOUN", "PROPN", "ADJ", "ADP"):
            return None
        person = person or token.pos == "PROPN" or (token.pos == "NOUN" and names_people(token))
    return None


def continues(annotated: Annotated, i: int, first: int) -> bool:
    """True where, behind a comma, a list that began with the thing goes on: with "et", or with another noun phrase and "et" further on."""
    tokens = annotated.tokens
    sentence = annotated.sentences[tokens[first].sentence]
    if i >= sentence.last:
        return False
    if tokens[i].lower in ("et", "ou", "ainsi"):
        return not opens_clause(annotated, i + 1)
    if [t.lower for t in tokens[i : i + 2]] in _GO_ON or _more_adjectives(annotated, i, sentence.last):
        return True
    if infinitive_at(annotated, first) is not None:
        return False  # a noun phrase behind a comma is an apposition there
    begin = i + 1 if tokens[i].pos == "PUNCT" else i
    if tokens[first].lower in THAT:
        return begin < sentence.last and tokens[begin].lower in THAT  # "que …, que … et que …"
    opens = begin < sentence.last and (tokens[begin].pos == "DET" or tokens[begin].lower in OF_THE)
    return opens and _list_closes(annotated, begin, sentence.last)


def _more_adjectives(annotated: Annotated, i: int, last: int) -> bool:
    """True where a list of adjectives goes on: ", transparente et impartiale" behind "une enquête indépendante"."""
    behind = [t for t in annotated.tokens[i : min(i + 6, last)] if t.pos != "ADV"]
    return len(behind) > 2 and behind[0].pos == annotated.tokens[i - 2].pos == "ADJ" and behind[1].text in ("et", ",") and behind[2].pos == "ADJ"


def _list_closes(annotated: Annotated, begin: int, last: int) -> bool:
    """True when "et" and another noun phrase follow before the sentence turns to something else."""
    tokens = annotated.tokens
    repeated = tokens[begin].lower in OF_THE
    for i in range(begin, min(last - 1, begin + _LONGEST_LIST)):
        token = tokens[i]
        if i <= begin + 3 and _of_other(annotated, token, repeated):
            return False
        if token.has("VerbForm=Fin") or token.text in _ENDS:
            return False
        if token.lower in ("et", "ou"):
            return tokens[i + 1].lower in OF_THE if repeated else tokens[i + 1].pos in ("DET", "PUNCT", "NUM")
    return False


def _of_other(annotated: Annotated, token: Token, repeated: bool) -> bool:
    """True for the subject of another clause and for an apposition. A noun whose verb stands behind a comma ("la trêve, la levée du blocus et une
    amnistie, a indiqué …") is its subject by the parser's error alone. repeated: a preposition opens each part of the list."""
    if token.dep == "appos":
        return not repeated
    first = verb_group(annotated, annotated.tokens[token.head]).first.i
    return token.dep in ("nsubj", "nsubj:pass") and not (first > token.i and annotated.tokens[first - 1].text == ",")


def items(annotated: Annotated, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """The coordinated parts of a thing at tokens [first, last): noun phrases with their own determiner, infinitives, clauses."""
    starts = [first]
    depth = 0
    for i in range(first + 1, last - 1):
        depth += _bracket(annotated.tokens[i])
        if depth == 0 and _separates(annotated, i) and (begin := _item_start(annotated, i + 1, first, last)) is not None:
            starts.append(begin)
    ends = [_before(annotated, begin) for begin in starts[1:]] + [last]
    return tuple((a, b) for a, b in zip(starts, ends, strict=True) if b > a)


def _bracket(token: Token) -> int:
    return {"(": 1, "[": 1, ")": -1, "]": -1}.get(token.text, 0)


def _separates(annotated: Annotated, i: int) -> bool:
    token = annotated.tokens[i]
    if token.text == ",":
        return annotated.tokens[i + 1].lower not in ("et", "ou", "ainsi")
    return token.lower in ("et", "ou") or (token.lower == "que" and annotated.tokens[i - 1].lower == "ainsi")


def _item_start(annotated: Annotated, i: int, first: int, last: int) -> int | None:
    """Where the next item's own words begin, if one begins at token `i`: behind a repeated preposition or an opening mark."""
    tokens = annotated.tokens
    own, begin = _preposition(tokens[first - 1].lower) if first else None, i
    while i < last and (tokens[i].pos == "PUNCT" or (tokens[i].lower in _PREPOSITIONS and _preposition(tokens[i].lower) == own)):
        i += 1
    if i >= last:
        return None
    head = tokens[first]
    if infinitive_at(annotated, first) is not None:
        return i if infinitive_at(annotated, i) is not None else None
    if head.lower in THAT:
        return i if tokens[i].lower in THAT else None
    repeated = any(tokens[j].lower in _PREPOSITIONS for j in range(begin, i)) and own == "à"
    return i if tokens[i].pos in ("DET", "NUM") and (repeated or not _deep(annotated, i, first)) else None


def _preposition(word: str) -> str:
    """A preposition without its elision and article: "de" for "d'" and "des"."""
    return {"d'": "de", "d’": "de", "du": "de", "des": "de", "au": "à", "aux": "à"}.get(word, word)


def _deep(annotated: Annotated, i: int, first: int) -> bool:
    """True when the noun behind a determiner is coordinated with a complement inside the thing, not with the thing."""
    tokens = annotated.tokens
    noun = next((t for t in tokens[i : i + 4] if t.pos in ("NOUN", "PROPN")), None)
    if noun is None:
        return True
    if noun.dep != "conj":
        return False
    outer = tokens[noun.head]
    if texts().get(noun.lemma) == "act" and texts().get(outer.lemma) != "act" and tokens[i].lower in _ARTICLES:
        return False  # "l'ouverture d'un poste et le retrait des troupes"
    return outer.i > first + 3 and outer.dep.partition(":")[0] in ("nmod", "obl", "appos")


def _before(annotated: Annotated, begin: int) -> int:
    """The index behind the last word before an item: joiners, prepositions and marks between two items belong to neither."""
    i = begin
    while annotated.tokens[i - 1].pos in ("PUNCT", "CCONJ") or annotated.tokens[i - 1].lower in (
        "à",
        "de",
        "d'",
        "d’",
        "sur",
        "pour",
        "ainsi",
        "que",
    ):
        i -= 1
    return i


def infinitive_at(annotated: Annotated, i: int) -> Token | None:
    """The infinitive that begins at a token, behind clitics, negation and adverbs ("ne pas le céder")."""
    for token in annotated.tokens[i : i + 6]:
        if token.has("VerbForm=Inf"):
            return token
        clitic = token.pos == "DET" and token.lower in _ARTICLES  # "à l'appliquer"
        if (token.pos not in ("ADV", "PRON", "PART", "PUNCT") and not clitic) or token.text == ",":
            return None
    return None


def words_in(text: str) -> int:
    """The number of words of a passage, elided and hyphened ones counted apart."""
    return len("".join(c if c.isalnum() else " " for c in text).split())


def span_of(annotated: Annotated, first: int, last: int) -> Span:
    """The passage of tokens [first, last), without marks at its ends."""
    tokens = annotated.tokens
    while last > first + 1 and tokens[last - 1].pos == "PUNCT" and tokens[last - 1].text not in (")", "]"):
        last -= 1
    while first < last - 1 and tokens[first].pos == "PUNCT":
        first += 1
    return Span(tokens[first].start, tokens[last - 1].end)
