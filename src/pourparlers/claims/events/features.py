"""What there is to say about a row of an event, as names of features: what it tells, by which words, and where in its document."""

from collections.abc import Iterator

from pourparlers.claims.clauses import clause_head, is_predicate
from pourparlers.claims.events.drafts import Draft
from pourparlers.claims.events.lexicon import REFLEXIVES
from pourparlers.claims.events.parties import generic
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.particles import CLOSING
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Annotated, Sentence, Token

_DAY = len("2022-03-03")
_MANY = 2
_DEEPEST = 3
#: Of so many sentences it matters which comes first; a dispatch of a few lines tells nothing in passing.
_LONG = 8
#: Sentences of a document up to which its opening, its lead and its body go.
_PARTS = (0, 2, 6, 14)
#: Acts of speech: told in the present, they are standpoints rather than events.
_SPEECH = frozenset(("proposal", "rejection", "threat", "violation"))
_CASES = frozenset(
    ("de", "du", "des", "d'", "après", "pour", "lors", "sur", "contre", "à", "dans", "depuis", "avant", "par", "en", "sans", "selon", "au", "avec")
)
_IFS = frozenset(("si", "s'il"))
_CONDITIONALS = frozenset(("pourrait", "pourraient", "devrait", "devraient", "serait", "seraient"))
#: So many words may stand between closing marks and the verb of who speaks.
_NEAR = 5


def features(scene: Scene, row: Draft) -> Iterator[str]:
    """The features of a row; the words of the file of weights are theirs."""
    yield "always"
    yield from _of_kind(row)
    yield from _of_arguments(row)
    yield from _of_people(scene, row)
    yield from _of_telling(row)
    yield from _of_words(scene, row.hit.head)
    yield from _of_verb(scene, row) if row.hit.verbal else _of_noun(scene, row)
    yield from _of_sentence(scene, scene.sentence(row.hit.head))


def lacking(row: Draft) -> Iterator[str]:
    """What the trigger of a row needs of its arguments and does not have: "party", "parties", "dated", "timed", "placed"."""
    people = _MANY if any(generic(agent) for agent in row.participants) or _each_other(row) else len(row.participants)
    met = {
        "party": people > 0,
        "parties": people >= _MANY,
        "dated": row.dated,
        "timed": row.dated and not row.borrowed,
        "placed": row.place is not None,
    }
    return (need for need in row.hit.trigger.needs if not met.get(need, True))


def _each_other(row: Draft) -> bool:
    """True for a plural that does to itself what takes two: "les négociateurs se sont parlé"."""
    plural = row.hit.group is not None and row.hit.group.first.has("Number=Plur")
    return plural and row.kind.roles == "sides" and row.hit.trigger.lemma.startswith(REFLEXIVES) and bool(row.participants)


def depth(annotated: Annotated, head: Token) -> int:
    """How many predicates stand above a word."""
    return sum(is_predicate(annotated, above) for above in annotated.ancestors(head))


def _of_kind(row: Draft) -> Iterator[str]:
    yield f"type.{row.kind.type}"
    yield f"kind.{row.kind.kind}"
    yield f"lemma.{row.hit.trigger.lemma}"
    yield f"status.{row.status}"
    yield f"type.{row.kind.type}.{'dated' if row.dated else 'undated'}"
    yield f"type.{row.kind.type}.{'unplaced' if row.place is None else 'placed'}"


def _of_arguments(row: Draft) -> Iterator[str]:
    if row.dated:
        yield "dated"
        told = row.when.start or row.when.end
        yield "dated.day" if told is None or len(told) == _DAY else "dated.vaguely"  # unknown: "jeudi" in a document without a day
        yield "dated.by-opening" if row.borrowed else "dated.by-itself"
    yield from (f"lacks.{need}" for need in lacking(row))
    if row.place is not None:
        yield "placed"
        yield f"placed.{row.place.precision}"
    if row.mediator is not None:
        yield "mediated"
    if row.round is not None:
        yield "numbered"


def _of_people(scene: Scene, row: Draft) -> Iterator[str]:
    count = ("none", "one", "many")[min(len(row.participants), _MANY)]
    told = ("dated" if row.dated else "undated", "unplaced" if row.place is None else "placed")
    yield f"people.{count}"
    yield f"people.{count}.{'.'.join(told)}"
    mentions = scene.context.mentions
    kinds = {"generic" if generic(agent) else "unknown" if agent.actor is None else mentions.actor(agent.actor).kind for agent in row.participants}
    yield from (f"who.{kind}" for kind in sorted(kinds))


def _of_telling(row: Draft) -> Iterator[str]:
    if row.effect:
        yield f"effect.{row.effect}"
    if row.attribution:
        yield "claimed"
    for name in ("headline", "habitual", "definite"):
        if getattr(row, name):
            yield name
    if row.tellings > 1:
        yield "told.again"


def _of_verb(scene: Scene, row: Draft) -> Iterator[str]:
    yield "verb"
    group, head = row.hit.group, row.hit.head
    if group is not None:
        yield f"mood.{group.mood}"
        if row.kind.type in _SPEECH:
            yield f"speech.{group.tense}"
    near = scene.annotated.tokens[max(scene.sentence(head).first, head.i - _NEAR) : head.i]
    if any(token.text in CLOSING for token in near):
        yield "after-quotation"
        yield f"type.{row.kind.type}.after-quotation"


def _of_noun(scene: Scene, row: Draft) -> Iterator[str]:
    """Number, determiner and count: "une attaque", "les attaques", "trois attaques"."""
    yield "noun"
    head = row.hit.head
    number = "plural" if head.has("Number=Plur") else "singular"
    yield f"noun.{number}"
    yield f"type.{row.kind.type}.{number}"
    determiner = next(scene.annotated.dependents(head, "det"), None)
    yield f"determiner.{_determination(determiner)}"
    if any(True for _ in scene.annotated.dependents(head, "nummod")):
        yield "counted"


def _determination(determiner: Token | None) -> str:
    if determiner is None:
        return "none"
    if determiner.has("Definite=Ind"):
        return "indefinite"
    return "possessive" if determiner.has("Poss=Yes") else "definite"


def _of_words(scene: Scene, head: Token) -> Iterator[str]:
    """How deep in its sentence the word stands, behind which preposition, and under which modal its clause."""
    annotated = scene.annotated
    yield f"depth.{min(depth(annotated, head), _DEEPEST)}"
    cases = {token.lower for token in annotated.dependents(head, "case", "mark")} & _CASES
    yield from (f"case.{case}" for case in sorted(cases))
    modal = verb_group(annotated, clause_head(annotated, head)).modal
    if modal is not None:
        yield f"modal.{modal}"


def _of_sentence(scene: Scene, sentence: Sentence) -> Iterator[str]:
    annotated = scene.annotated
    if len(annotated.sentences) >= _LONG:
        yield f"third.{3 * sentence.i // len(annotated.sentences)}"
        yield f"part.{sum(sentence.i > last for last in _PARTS)}"
    words = {token.lower for token in annotated.sentence_tokens(sentence)}
    if "?" in words:
        yield "sentence.question"
    if words & _IFS:
        yield "sentence.if"
    if words & _CONDITIONALS:
        yield "sentence.conditional"
