"""Commitments from events: the step of their life, the parties, the scope, the conditions."""

import unicodedata
from pathlib import Path

import pytest
import yaml

from pourparlers.claims import read_claims
from pourparlers.claims.commitments import Kind, find_commitments, kinds
from pourparlers.claims.context import Context
from pourparlers.claims.phases import PhaseWords, ending_verb, phase_told, several
from pourparlers.claims.pledges import Pledge, effect_on
from pourparlers.dating import date_document
from pourparlers.lexicon import load, read_yaml
from pourparlers.mentions import find_mentions
from pourparlers.model.claim import Agent, Event, When
from pourparlers.model.mention import Mentions
from pourparlers.model.text import Span, evidence
from pourparlers.model.time import Dated, Published

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "commitments.yaml").read_text(encoding="utf-8"))
PLEDGES = load("fr/pledges", Pledge)
PHASE_WORDS = load("fr/phases", PhaseWords)
NORD, SUD = Agent("Nord"), Agent("Sud")


def sorting(word):
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


@pytest.fixture(scope="module")
def commitments(annotate):
    """A function from a text and its events (trigger, kind, status, participants) to the commitments."""

    def of(text, *events):
        annotated = annotate(text)
        context = Context(annotated, Mentions((), (), (), ()), Dated(Published()))
        return find_commitments(context, tuple(_event(annotated, *e) for e in events))

    return of


def _event(annotated, trigger, kind, status, participants=()):
    start = annotated.document.text.index(trigger)
    sentence = annotated.sentence_at(start)
    return Event(
        id=f"event-{start}",
        evidence=evidence(annotated.document, sentence.span, "test"),
        type=kind.partition(".")[0],
        subtype=kind if "." in kind else None,
        status=status,
        trigger=Span(start, start + len(trigger)),
        when=When("2021-05-03", "2021-05-03"),
        participants=participants,
    )


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "status", "expected"),
    [
        ("Une trêve est entrée en vigueur lundi.", "trêve", "ceasefire.in_force", "occurred", ("ceasefire", "in_force")),
        ("Une trêve a été décrétée.", "trêve", "ceasefire.declared", "occurred", ("ceasefire", "declared")),
        ("La trêve a été prolongée.", "trêve", "ceasefire.extended", "occurred", ("ceasefire", "extended")),
        ("La trêve a pris fin.", "trêve", "ceasefire.ended", "occurred", ("ceasefire", "ended")),
        ("La trêve doit prendre fin.", "trêve", "ceasefire.ended", "planned", ("ceasefire", "declared")),
        ("Le couloir a été suspendu.", "couloir", "corridor.suspended", "occurred", ("corridor", "suspended")),
        ("Un échange aura lieu lundi.", "échange", "exchange.prisoners", "planned", ("exchange", "declared")),
        ("Un échange a eu lieu lundi.", "échange", "exchange.prisoners", "occurred", ("exchange", "ended")),
        ("L'échange est reporté.", "échange", "exchange.prisoners", "postponed", ("exchange", "suspended")),
        ("Ils ont signé un accord.", "accord", "agreement.signed", "occurred", ("memorandum", "declared")),
        ("Un délai de dix jours a été fixé.", "délai", "threat.deadline", "occurred", ("deadline", "declared")),
        ("Il accuse le Sud d'avoir violé la trêve.", "violé", "violation.breach", "occurred", ("ceasefire", "violated")),
        ("Il accuse le Sud d'avoir violé le traité.", "violé", "violation.breach", "occurred", ("memorandum", "violated")),
    ],
)
def test_an_event_marks_a_step(commitments, text, trigger, kind, status, expected):
    assert [(c.type, c.phase) for c in commitments(text, (trigger, kind, status))] == [expected]


@pytest.mark.parametrize(
    ("kind", "status"),
    [("ceasefire.declared", "proposed"), ("ceasefire.declared", "denied"), ("meeting.talks", "occurred"), ("violation", "occurred")],
)
def test_what_binds_nobody_is_no_commitment(commitments, kind, status):
    assert commitments("Les médiateurs parlent de paix.", ("paix", kind, status)) == ()


def test_events_of_one_step_are_one_commitment_with_all_its_parties(commitments):
    text = "Le Nord et le Sud ont signé une trêve. La trêve a été décrétée."
    found = commitments(text, ("trêve. La", "ceasefire.declared", "occurred", (NORD, SUD)), ("trêve a", "ceasefire.declared", "occurred"))
    assert [(c.parties, len(c.events)) for c in found] == [((NORD, SUD), 2)]


def test_steps_stay_apart(commitments):
    text = "La trêve a été décrétée. La trêve a pris fin."
    found = commitments(text, ("trêve a été", "ceasefire.declared", "occurred"), ("trêve a pris", "ceasefire.ended", "occurred"))
    assert [c.phase for c in found] == ["declared", "ended"]
    assert len({c.id for c in found}) == 2


def test_scope_and_conditions_are_in_the_document_s_words(commitments):
    text = "Une trêve humanitaire a été décrétée, à condition que les ports rouvrent."
    found = commitments(text, ("trêve", "ceasefire.declared", "occurred"))
    assert [(c.scope, [e.quote for e in c.conditions], c.when.start) for c in found] == [
        ("humanitaire", ["à condition que les ports rouvrent"], "2021-05-03")
    ]


def test_kinds_name_events_of_the_schema():
    schema = read_yaml("schema/event")["entries"]
    known = {e["kind"] for e in schema} | {e["type"] for e in schema}
    assert {name for kind in kinds() for name in kind.events} <= known
    assert [k.commitment for k in kinds()] == sorted({k.commitment for k in kinds()})
    assert all(isinstance(k, Kind) for k in kinds())


@pytest.mark.parametrize("entry", PLEDGES, ids=lambda e: f"{e.lemma} {e.place}")
def test_each_word_makes_of_the_noun_what_it_should(annotate, entry):
    annotated = annotate(entry.example.replace("[", "").replace("]", ""))
    noun = next(t for t in annotated.tokens_in(Span(entry.example.index("["), entry.example.index("]") - 1)) if t.pos in ("NOUN", "PROPN", "VERB"))
    assert effect_on(annotated, noun) == entry.effect


def test_the_words_are_sorted_and_listed_once():
    words = [sorting(e.lemma) for e in PLEDGES]
    assert words == sorted(set(words))


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "status", "phases"),
    [
        ("Les délégations se sont quittées sans cessez-le-feu.", "cessez-le-feu", "ceasefire.declared", "occurred", []),
        ("La trêve, elle, reste introuvable.", "trêve", "ceasefire.declared", "occurred", []),
        ("Ils ne sont pas parvenus à conclure un accord.", "accord", "agreement.signed", "occurred", []),
        ("Ils se voient pour préparer un échange.", "échange", "exchange.prisoners", "occurred", []),
        ("Les deux camps sont convenus d'ouvrir un couloir.", "couloir", "corridor.opened", "occurred", ["declared"]),
        ("Un couloir a été ouvert mardi.", "couloir", "corridor.opened", "occurred", ["in_force"]),
        ("Ils sont convenus d'un retrait de la vallée.", "retrait", "movement.withdrawal", "occurred", ["declared"]),
        ("L'échange de prisonniers n'aura pas lieu.", "échange", "exchange.prisoners", "cancelled", ["suspended"]),
    ],
)
def test_the_words_around_tell_whether_anybody_is_bound(commitments, text, trigger, kind, status, phases):
    assert [c.phase for c in commitments(text, (trigger, kind, status))] == phases


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:50])
def test_a_text_tells_its_commitments(annotate, case):
    annotated = annotate(case["text"])
    dated, _ = date_document(annotated.document, annotated)
    found = read_claims(annotated, find_mentions(annotated), dated).commitments
    assert [[c.type, c.phase, sorted(p.name for p in c.parties)] for c in found] == case["rows"]


@pytest.mark.parametrize("entry", PHASE_WORDS, ids=lambda e: e.words)
def test_each_word_tells_the_step_it_should(annotate, entry):
    annotated = annotate(entry.example.replace("[", "").replace("]", ""))
    noun = next(iter(annotated.tokens_in(Span(entry.example.index("["), entry.example.index("]") - 1))))
    stated = phase_told(annotated, noun)
    assert stated is not None
    assert stated[0] == entry.phase


@pytest.mark.parametrize(
    "text",
    [
        "Il ne se sent plus tenu de respecter la [trêve].",
        "La [trêve] a interrompu les combats.",
        "La [trêve] n'a pas été prolongée.",
        "Une [trêve] serait utile.",
        "Il a violé la loi ; la [trêve] est utile.",
    ],
)
def test_no_step_is_read_where_none_is_told(annotate, text):
    annotated = annotate(text.replace("[", "").replace("]", ""))
    assert phase_told(annotated, next(iter(annotated.tokens_in(Span(text.index("["), text.index("]") - 1))))) is None


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Une douzaine de [trêves] ont été violées.", True),
        ("Trois [trêves] ont échoué.", True),
        ("Plusieurs [trêves] ont échoué.", True),
        ("Une [trêve] de dix jours a été signée.", False),
        ("Les deux camps ont signé une [trêve].", False),
    ],
)
def test_one_of_many_is_none_in_particular(annotate, text, many):
    annotated = annotate(text.replace("[", "").replace("]", ""))
    assert several(annotated, next(iter(annotated.tokens_in(Span(text.index("["), text.index("]") - 1))))) is many


def test_the_words_of_steps_are_sorted_and_listed_once():
    words = [sorting(e.words) for e in PHASE_WORDS]
    assert words == sorted(set(words))


def test_two_treaties_told_by_one_word_are_two(annotate):
    annotated = annotate("Deux traités ont été signés, avec la Norvège (1979) et la Suède (1994).")
    mentions, (dated, _) = find_mentions(annotated), date_document(annotated.document, annotated)
    found = read_claims(annotated, mentions, dated).commitments
    assert len({c.id for c in found}) == len(found)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("La Turquie et la Grèce ont convenu le 2 mai 2021 à Lima d'une trêve.", "2021-05-02"),
        ("La Turquie et la Grèce ont signé le 2 mai 2021 à Lima une trêve qui entrera en vigueur le 5 mai 2021.", "2021-05-05"),
        ("La Turquie et la Grèce ont prolongé la trêve en vigueur depuis le 2 mai 2021.", None),
        ("La trêve entre la Turquie et la Grèce a été rompue dès le 6 mai 2021.", "2021-05-06"),
    ],
)
def test_a_step_has_the_day_from_which_it_holds(annotate, text, day):
    annotated = annotate(text)
    dated, _ = date_document(annotated.document, annotated)
    (found,) = read_claims(annotated, find_mentions(annotated), dated).commitments
    assert found.when.start == day


def test_the_accuser_is_party_to_the_truce_that_was_broken(annotate):
    annotated = annotate("La Grèce a accusé la Turquie d'avoir violé la trêve.")
    dated, _ = date_document(annotated.document, annotated)
    (found,) = read_claims(annotated, find_mentions(annotated), dated).commitments
    assert {agent.name for agent in found.parties} == {"Grèce", "Turquie"}


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("La trêve, entrée en vigueur le 12 octobre 2021, expire le 26 octobre 2021.", [("in_force", "2021-10-12", "2021-10-26")]),
        ("Ils ont conclu le 3 octobre 2021 une trêve qui prendra fin le 30 novembre 2021.", [("declared", "2021-10-03", "2021-11-30")]),
        ("La trêve a été prolongée jusqu'au 23 juin 2024, a annoncé le médiateur.", [("extended", None, "2024-06-23")]),
        ("La trêve a été prolongée le 19 juin 2024 jusqu'au 23 juin 2024.", [("extended", "2024-06-19", "2024-06-23")]),
        ("La trêve expire le 26 octobre 2021.", [("in_force", None, "2021-10-26")]),
        ("La trêve a expiré le 26 octobre 2021.", [("ended", "2021-10-26", None)]),
    ],
)
def test_what_a_text_tells_of_an_end_is_the_end(annotate, text, steps):
    annotated = annotate(text)
    dated, _ = date_document(annotated.document, annotated)
    found = read_claims(annotated, find_mentions(annotated), dated).commitments
    assert [(c.phase, c.when.start, None if c.when.end == c.when.start else c.when.end) for c in found] == steps


def test_what_ends_otherwise_is_not_the_truce(annotate):
    annotated = annotate("La trêve a été signée lundi et le mandat de la force expire le 26.")
    assert ending_verb(annotated, annotated.tokens[1]) is None
