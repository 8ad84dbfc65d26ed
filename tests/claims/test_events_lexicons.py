"""The lexicons of events: every example is read as its entry says; entries are sorted and none stands twice."""

import re
import unicodedata
from collections.abc import Callable, Iterator

import pytest

from pourparlers.claims.context import Context
from pourparlers.claims.events.denials import Denial, denies
from pourparlers.claims.events.lexicon import Domain, Kind, Modifier, Operator, Trigger, domains, kinds
from pourparlers.claims.events.operators import effect_at
from pourparlers.claims.events.parties import PartyNoun, forms
from pourparlers.claims.events.salience import Weight
from pourparlers.claims.events.scene import lay_out
from pourparlers.claims.events.surroundings import Mediation, Ordinal, mediation_phrases
from pourparlers.claims.events.triggers import find_hits
from pourparlers.dating import date_document
from pourparlers.lexicon import load
from pourparlers.mentions import find_mentions
from pourparlers.model.annotated import Annotated

TRIGGERS = load("fr/triggers", Trigger)
OPERATORS = load("fr/event_operators", Operator)
DENIALS = load("fr/denials", Denial)
MODIFIERS = load("fr/event_modifiers", Modifier)
DOMAINS = load("fr/event_words", Domain)
KINDS = load("schema/event", Kind)
MEDIATIONS = load("fr/mediation", Mediation)
PARTY_NOUNS = load("fr/party_nouns", PartyNoun)
ORDINALS = load("fr/event_ordinals", Ordinal)

#: The guide for annotators has these eighteen types.
TYPES = (
    *("meeting", "call", "agreement", "ceasefire", "corridor", "exchange", "proposal", "rejection", "threat", "violation"),
    *("attack", "capture", "movement", "interception", "sanction", "aid", "vote", "displacement"),
)


def folded(text: str) -> str:
    """Lower-cased, without accents: how entries are sorted."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


def context_of(annotated: Annotated) -> Context:
    return Context(annotated, find_mentions(annotated), date_document(annotated.document, annotated)[0])


@pytest.fixture(scope="module")
def hits_of_examples(annotate: Callable[[str], Annotated]) -> dict[str, set[tuple[str, str]]]:
    """Example of a trigger -> lemma and kind of each trigger found in it. All examples are read as one text, a line each, to be quick."""
    text = "\n".join(entry.example for entry in TRIGGERS)
    context = context_of(annotate(text))
    found: dict[str, set[tuple[str, str]]] = {line: set() for line in text.splitlines()}
    for hit in find_hits(lay_out(context)):
        line = text[text.rfind("\n", 0, hit.head.start) + 1 :].split("\n", 1)[0]
        found[line].add((hit.trigger.lemma, hit.trigger.kind))
        found[line].update((context.annotated.tokens[i].lemma, hit.trigger.kind) for i in hit.joined)
    return found


@pytest.mark.parametrize("entry", TRIGGERS, ids=lambda e: f"{e.lemma}-{e.kind}")
def test_examples_of_triggers(entry: Trigger, hits_of_examples: dict[str, set[tuple[str, str]]]) -> None:
    assert any(kind == entry.kind for _, kind in hits_of_examples[entry.example]), hits_of_examples[entry.example]


@pytest.mark.parametrize("entry", OPERATORS, ids=lambda e: f"{e.lemma}-{e.pos}")
def test_examples_of_operators(entry: Operator, annotate: Callable[[str], Annotated]) -> None:
    scene = lay_out(context_of(annotate(entry.example)))
    assert entry.effect in {effect_at(scene, token) for token in scene.annotated.tokens}


@pytest.mark.parametrize("entry", DENIALS, ids=lambda e: e.word)
def test_examples_of_denials(entry: Denial, annotate: Callable[[str], Annotated]) -> None:
    context = context_of(annotate(entry.example))
    assert folded(entry.word)[:3] in folded(entry.example)
    assert denies(context, context.annotated.sentences[0])


@pytest.mark.parametrize("entry", MEDIATIONS, ids=lambda e: e.words)
def test_examples_of_mediation(entry: Mediation, annotate: Callable[[str], Annotated]) -> None:
    scene = lay_out(context_of(annotate(entry.example)))
    assert mediation_phrases(scene, scene.annotated.sentences[0])


@pytest.mark.parametrize("entry", PARTY_NOUNS, ids=lambda e: e.noun)
def test_examples_of_party_nouns(entry: PartyNoun) -> None:
    words = (form for word in re.findall(r"[\w-]+", entry.example.lower()) for form in forms(word))
    assert entry.noun in words


@pytest.mark.parametrize("entry", DOMAINS, ids=lambda e: e.domain)
def test_examples_of_domains(entry: Domain, annotate: Callable[[str], Annotated]) -> None:
    scene = lay_out(context_of(annotate(entry.example)))
    assert scene.has_word(entry.domain, 0, len(scene.annotated.tokens))


@pytest.mark.parametrize("entry", [*MODIFIERS, *ORDINALS], ids=lambda e: e.example[:40])
def test_examples_hold_their_word(entry: Modifier | Ordinal) -> None:
    words = [entry.word] if isinstance(entry, Modifier) else entry.words
    assert any(re.search(rf"\b{re.escape(word)}", folded(entry.example)) for word in map(folded, words) for _ in [0]) or any(
        folded(word)[:-1] in folded(entry.example) for word in words
    )


def test_kinds_cover_the_types_of_the_guide() -> None:
    assert {kind.type for kind in KINDS} == set(TYPES)
    assert all(kind.kind.startswith(f"{kind.type}.") for kind in KINDS)


def test_triggers_name_kinds_and_domains_that_exist() -> None:
    special = {"party", "parties", "dated", "placed", "timed", "seized", "held", "place", "actor", "state"}
    for entry in TRIGGERS:
        assert entry.kind in kinds(), entry.lemma
        assert {*entry.needs, entry.object, entry.subject} - {None} <= special | set(domains()), entry.lemma


def test_every_kind_but_those_of_phases_has_a_trigger() -> None:
    by_phase = {"ceasefire.ended", "ceasefire.extended", "ceasefire.in_force", "ceasefire.suspended", "corridor.suspended"}
    assert {kind.kind for kind in KINDS} - {entry.kind for entry in TRIGGERS} == by_phase


def keys() -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    yield "triggers", [(folded(e.lemma), e.pos, e.kind) for e in TRIGGERS]
    yield "operators", [(folded(e.lemma), e.pos) for e in OPERATORS]
    yield "modifiers", [(folded(e.word),) for e in MODIFIERS]
    yield "domains", [(e.domain,) for e in DOMAINS]
    yield "kinds", [(e.kind,) for e in KINDS]
    yield "mediation", [(folded(e.words),) for e in MEDIATIONS]
    yield "denials", [(folded(e.word),) for e in DENIALS]
    yield "party nouns", [(folded(e.noun),) for e in PARTY_NOUNS]
    yield "weights", [(w.feature,) for w in load("fr/event_weights", Weight)]


@pytest.mark.parametrize(("name", "found"), list(keys()))
def test_entries_are_sorted_and_stand_once(name: str, found: list[tuple[str, ...]]) -> None:
    assert len(set(found)) == len(found)
    assert found == sorted(found)


def test_weights_are_of_features_that_rows_may_have() -> None:
    families = frozenset(
        (
            *(
                "after-quotation",
                "always",
                "case",
                "claimed",
                "counted",
                "dated",
                "definite",
                "depth",
                "determiner",
                "effect",
                "habitual",
                "headline",
            ),
            *("kind", "lacks", "lemma", "mediated", "modal", "mood", "noun", "numbered", "part", "people", "placed", "sentence", "speech", "status"),
            *("third", "told", "type", "verb", "who"),
        )
    )
    for weight in load("fr/event_weights", Weight):
        assert weight.feature.partition(".")[0] in families
