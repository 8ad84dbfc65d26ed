"""Who stands before a reporting verb as its subject: "le maire" in "le maire, interrogé mardi, a dit", "L'armée, elle, affirme"."""

from collections.abc import Sequence

from pourparlers.claims.clauses import conjuncts, nearest_noun_before, phrase_span, subjects
from pourparlers.claims.speech.asides import aside_start, before_aside, is_of_aside
from pourparlers.claims.speech.frame import Frame
from pourparlers.claims.speech.groups import Group
from pourparlers.claims.speech.inversion import free_subject
from pourparlers.claims.speech.scene import Scene
from pourparlers.model.annotated import Annotated, Token

_QUOTES = frozenset('"«“')
#: So many words behind "par la voix de" stands whose voice it is.
_NEAR = 6
#: How many words behind its verb "par la voix de" may stand.
_FAR = 12
_STRESSED = frozenset(("lui", "elle", "eux", "elles"))
_MOUTHS = frozenset(("bouche", "voie", "voix"))


def left_subjects(scene: Scene, group: Group, before: Sequence[Frame]) -> tuple[Token, ...]:
    """The heads of those who stand before a reporting verb and speak; none where nobody does. before: the frames before it in its sentence."""
    annotated, token = scene.annotated, group.bearer
    own = free_subject(scene, token)
    if own is not None and own.lower == "qui" and annotated.tokens[own.i - 1].lower == "ce":
        return ()  # "ce qui signifie que" goes on with what was told
    if own is None and token.dep == "conj":
        shared = next((f.speakers for f in reversed(before) if f.word.i == token.head), ())
        if shared:
            return shared
    found = tuple(t for t in subjects(annotated, token) if t.i < token.i and t.i not in scene.quoted)
    if found and _disagrees(annotated, group, found):
        shared = next((f.speakers for f in reversed(before) if f.speakers[0].has("Number=Plur") or len(f.speakers) > 1), ())
        if shared:
            return shared
    outside = before_aside(scene, group)
    if outside is not None and not (found and found[0].i < outside.i):
        return (outside,)
    if found and any(scene.is_actor(t) for t in found) and not is_of_aside(annotated, found[0], group):
        return _with_right_neighbour(scene, token, _with_left_neighbour(scene, found))
    if own is not None and own.lower == "qui" and annotated.tokens[own.i - 1].lower == "et":
        # "contre le préfet Jean Roy, au pouvoir depuis dix ans et qui clame": the relative clause is his
        named = [t for t in annotated.tokens[annotated.sentences[own.sentence].first : own.i] if t.i in scene.actors]
        if named and (not found or not scene.is_actor(found[0])):
            return (named[-1],)
    nearest = _nearest_actor(scene, group)
    if nearest is not None and (own is None or nearest.i > own.i):
        return _telling_of(scene, before, nearest) or (nearest,)
    return found if own is not None else ()


def _telling_of(scene: Scene, before: Sequence[Frame], noun: Token) -> tuple[Token, ...]:
    """Whoever tells of the pact in "le maire juge qu'un pacte « n'est plus utile » et plaide pour deux": the verb of the pact is quoted, the other
    one is the mayor's; nobody where no quotation stands right behind the noun."""
    if scene.annotated.tokens[noun.i + 1].text not in _QUOTES:
        return ()
    return next((f.speakers for f in reversed(before) if f.shape == "before" and f.last < noun.i), ())


def _disagrees(annotated: Annotated, group: Group, found: tuple[Token, ...]) -> bool:
    """True for one singular noun with a plural verb: "l'offre" in "le conseil et le maire ont jugé l'offre tardive et ont appelé"."""
    finite = next((t for t in annotated.tokens[group.first : group.verb.i + 1] if t.has("VerbForm=Fin")), None)
    return len(found) == 1 and found[0].has("Number=Sing") and found[0].pos == "NOUN" and finite is not None and finite.has("Number=Plur")


def _with_left_neighbour(scene: Scene, found: tuple[Token, ...]) -> tuple[Token, ...]:
    """Both actors of "le Pérou et le Chili" where the parser saw only the second."""
    tokens = scene.annotated.tokens
    first = scene.annotated.tokens_in(phrase_span(scene.annotated, found[0]))[0].i
    if first < 2 or tokens[first - 1].lower != "et" or tokens[first - 2].sentence != found[0].sentence:
        return found
    left = next((t for t in reversed(tokens[max(0, first - 4) : first - 1]) if t.i in scene.actors), None)
    return found if left is None or any(True for _ in scene.annotated.dependents(left, "case")) else (left, *found)


def _with_right_neighbour(scene: Scene, verb: Token, found: tuple[Token, ...]) -> tuple[Token, ...]:
    """Both actors of "l'alliance du Nord et les rebelles" where the parser made each of them a subject of its own."""
    annotated = scene.annotated
    others = (t for t in annotated.dependents(verb, "nsubj") if found[-1].i < t.i < verb.i and t.i in scene.actors)
    other = next(others, None)
    if other is None or len(found) > 1:
        return found
    joiner = annotated.tokens_in(phrase_span(annotated, other))[0].i - 1
    return (*found, other) if annotated.tokens[joiner].lower == "et" else found


def _nearest_actor(scene: Scene, group: Group) -> Token | None:
    """The actor named nearest before a verb in its sentence, without a preposition; any noun when no actors are known."""
    annotated = scene.annotated
    if not scene.actors:
        return nearest_noun_before(annotated, annotated.tokens[group.first])
    sentence = annotated.sentences[group.verb.sentence]
    free = [
        t
        for t in annotated.tokens[sentence.first : group.first]
        if t.i in scene.actors and t.i not in scene.quoted and not any(True for _ in annotated.dependents(t, "case"))
    ]
    if free and is_of_aside(annotated, free[-1], group):
        # "X, l'homme qui annonça que Y viendrait, a estimé": what stands in the aside before the comma is not the subject
        outside = aside_start(annotated, sentence.first, group.first)
        free = [t for t in free if t.i < outside] or free
    return free[-1] if free else None


def stressed(scene: Scene, pronoun: Token) -> tuple[Token, ...]:
    """The army for "elle" in "L'armée, elle, parle de deux blessés": a pronoun between commas means whoever stands right before it."""
    tokens = scene.annotated.tokens
    around = [t.text for t in (*tokens[max(0, pronoun.i - 1) : pronoun.i], *tokens[pronoun.i + 1 : pronoun.i + 2])]
    if pronoun.lower not in _STRESSED or around != [",", ","]:
        return ()
    head = nearest_noun_before(scene.annotated, tokens[pronoun.i - 1])
    return () if head is None else conjuncts(scene.annotated, head)


def voice_of(scene: Scene, start: int, group: Group) -> tuple[Token, ...]:
    """The minister named in "le pays, par la voix de son ministre Awa Sow, a refusé": his are the words."""
    annotated = scene.annotated
    for token in annotated.tokens[start : min(group.last + _FAR, annotated.sentences[group.verb.sentence].last)]:
        if token.lower in _MOUTHS and [t.lower for t in annotated.tokens[token.i - 2 : token.i]] == ["par", "la"]:
            head = next((t for t in annotated.tokens[token.i + 1 : token.i + _NEAR] if t.i in scene.actors), None)
            if head is None:
                return ()
            named = annotated.tokens[head.i : scene.ends.get(head.i, head.i) + 1]
            return (head,) if any(t.pos == "PROPN" for t in named) else ()
    return ()
