"""What becomes of a truce, a corridor or an accord, as the words around its noun tell: it enters into force, is extended, broken, ends."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from pourparlers.claims.clauses import is_predicate, subject
from pourparlers.claims.verbs import verb_group
from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token

#: How many words up the tree may tell what becomes of a noun ("la prolongation de la trêve", "accepté de prolonger la trêve").
_HIGHEST = 3
#: How far before a noun its verb may stand, and the words that part them.
_BEFORE = 10
_ENDS, _RELATIVES = frozenset((";", ":", ".")), frozenset(("qui", "que", "qu'", "qu’", "dont", "où"))
#: Verbs by which the infinitive that they govern is settled: "ont accepté de prolonger la trêve".
_AGREEING = frozenset(("accepter", "accorder", "annoncer", "convenir", "décider", "entendre"))
#: How far behind a noun its verb may stand, over the names of its parties.
_PARTIES = 14
#: How far behind a noun a verb may stand that tells when it will end.
_ENDING = 30
#: How many words may stand inside a phrase: "entrer bientôt en vigueur".
_GAP = 2
#: How far before a noun an indefinite number of its kind may stand, and the words that tell one.
_COUNTED = 4
_SEVERAL = frozenset(("plusieurs", "nombreux", "nombreuses", "quelques", "divers", "diverses", "multiples", "certains", "certaines"))


@dataclass(frozen=True, slots=True)
class PhaseWords:
    """An entry of ``data/fr/phases.yaml``; the file explains its fields."""

    words: str
    phase: str
    example: str
    subject: bool = False


@functools.cache
def _by_head() -> dict[str, tuple[PhaseWords, ...]]:
    """The entries by their first word, longer phrases first."""
    found: dict[str, tuple[PhaseWords, ...]] = {}
    for entry in sorted(load("fr/phases", PhaseWords), key=lambda e: (-len(e.words), e.words)):
        head = entry.words.split()[0]
        found[head] = (*found.get(head, ()), entry)
    return found


def phase_told(annotated: Annotated, noun: Token, ahead: Token | None = None) -> tuple[str, Token] | None:
    """The phase that the words around a noun tell of what it names, and the word that tells it; None when they tell none, or deny it.
    ahead: the verb that tells when it will end ("expire le 26"), which has not happened yet; None where there is none."""
    for token in _telling(annotated, noun):
        words = _words(annotated, token)
        if token == ahead or words is None or not _befalls(annotated, words, token, noun):
            continue
        if token.pos in ("VERB", "AUX") and (verb_group(annotated, token).negated or _is_only_named(annotated, token)):
            return None
        return words.phase, token
    return None


def ending_verb(annotated: Annotated, noun: Token) -> Token | None:
    """The verb in the present or the future that tells when what a noun names ends: "la trêve expire le 26", "une trêve qui prendra fin mardi"."""
    verbs = 0
    for token in annotated.tokens[noun.i + 1 : min(annotated.sentences[noun.sentence].last, noun.i + _ENDING)]:
        if token.text in _ENDS:
            return None
        if _tells_an_end(annotated, token):
            own = verbs == 0 or (token.pos not in ("ADJ", "NOUN") and subject(annotated, token) in (None, noun))
            return token if own else None
        verbs += token.has("VerbForm=Fin")
    return None


def _tells_an_end(annotated: Annotated, token: Token) -> bool:
    """True for "expire", "prendra fin", "arrive à échéance"; taggers take "expire" for a noun without an article."""
    if token.pos in ("ADJ", "NOUN"):
        bare = annotated.tokens[token.i - 1].pos not in ("ADJ", "ADP", "DET")
        return bare and any(e.words == f"{token.lower}r" and e.phase == "ended" for e in _by_head().get(f"{token.lower}r", ()))
    if not token.has("VerbForm=Fin") or not (token.has("Tense=Pres") or token.has("Tense=Fut")):
        return False
    words = _words(annotated, token)
    return words is not None and words.phase == "ended" and words.subject and not verb_group(annotated, token).negated


def _is_only_named(annotated: Annotated, verb: Token) -> bool:
    """True for a bare infinitive that nobody is told to have agreed on: "ils ne se sentent plus tenus de respecter la trêve"."""
    if not verb.has("VerbForm=Inf") or any(True for _ in annotated.dependents(verb, "aux")):
        return False
    return annotated.tokens[verb.head].lemma not in _AGREEING


def several(annotated: Annotated, noun: Token) -> bool:
    """True for one of many: "une douzaine de trêves", "trois cessez-le-feu", "plusieurs trêves"; of none of them in particular is anything told."""
    first = annotated.sentences[noun.sentence].first
    for token in reversed(annotated.tokens[max(first, noun.i - _COUNTED) : noun.i]):
        if token.pos == "NUM" or token.lower in _SEVERAL or token.lower.endswith("aine"):
            return token.lower not in ("un", "une", "1")
        if token.pos not in ("ADJ", "ADP", "DET") or token.lower in ("le", "la", "l'", "l’", "du", "un", "une", "leur", "son", "sa"):
            return False
    return False


def _telling(annotated: Annotated, noun: Token) -> Iterator[Token]:
    """The words above a noun in its clause, nearest first, its participles, and the verb that stands nearest before it, whatever the parser
    hung it on ("ont prolongé de deux mois la trêve")."""
    yield from _above(annotated, noun)
    yield from (t for t in annotated.dependents(noun, "acl", "amod") if t.has("VerbForm=Part") or t.pos == "NOUN")
    yield from _behind_parties(annotated, noun)
    before = annotated.tokens[max(annotated.sentences[noun.sentence].first, noun.i - _BEFORE) : noun.i]
    for token in reversed(before):
        if token.text in _ENDS or token.lower in _RELATIVES:
            return
        if token.pos == "VERB":
            yield token
            return


def _behind_parties(annotated: Annotated, noun: Token) -> Iterator[Token]:
    """The verb behind "entre A et B", where the parser hangs it on the second of them."""
    behind = annotated.tokens[noun.i + 1 : min(annotated.sentences[noun.sentence].last, noun.i + _PARTIES)]
    if not behind or behind[0].lower != "entre" or not any(t.lower == "et" for t in behind):
        return
    verb = next((t for t in behind if t.pos == "VERB" or t.text == ","), None)
    yield from () if verb is None or verb.text == "," else (verb,)


def _above(annotated: Annotated, noun: Token) -> Iterator[Token]:
    token = noun
    for _ in range(_HIGHEST):
        above = annotated.tokens[token.head]
        if above.i == token.i or token.dep.startswith(("acl", "advcl", "parataxis")):
            return
        yield above
        if is_predicate(annotated, above) and token.dep.startswith("nsubj"):
            return
        token = above


def _words(annotated: Annotated, token: Token) -> PhaseWords | None:
    for entry in _by_head().get(token.lemma, ()):
        at = token.i
        for word in entry.words.split()[1:]:
            at = next((t.i for t in annotated.tokens[at + 1 : at + 2 + _GAP] if t.lower == word), -1)
            if at < 0:
                break
        if at >= 0:
            return entry
    return None


def _befalls(annotated: Annotated, words: PhaseWords, token: Token, noun: Token) -> bool:
    """True when it is the noun that does it, or to which it is done: "la trêve a interrompu les combats" interrupts no truce."""
    if token.pos == "NOUN":
        return token.i < noun.i or token.dep == "acl"  # "la trêve, entrée en vigueur lundi": a participle that the tagger took for a noun
    if token.head == noun.i and token.i > noun.i:
        return True  # "la trêve rompue lundi"
    if words.subject:
        return noun.i < token.i
    active = noun.dep == "nsubj" and noun.head == token.i and not verb_group(annotated, token).passive
    return not active
