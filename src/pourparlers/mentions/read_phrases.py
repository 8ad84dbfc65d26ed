"""Noun phrases with a noun for people or for a body, and the names that belong to them."""

from collections.abc import Callable
from dataclasses import replace

from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.names import is_civility
from pourparlers.mentions.nouns import Noun, noun
from pourparlers.mentions.parts import is_saying
from pourparlers.mentions.phrases import name_goes_on, named_end, phrase_end
from pourparlers.mentions.read_names import listed_names
from pourparlers.mentions.sentence import Acronym, Words
from pourparlers.mentions.words import group
from pourparlers.mentions.world import belongs_to, known_names, states_of

_CLOSING = frozenset({",", ".", ";", ")", "»", '"', "(", "?", "!", ":"})


def is_noun(words: Words, i: int, head: Noun) -> bool:
    """True when the word is used as a noun for people or a body: not as a verb, a name or an adjective ("secrétaire général", "groupe rebelle"), nor
    in a set phrase ("mettre en garde")."""
    if _begins_known_name(words, i) or words.at(i - 1) == "en":
        return False
    if head.part == "source":
        return _is_source(words, i)
    if _is_verb(words, i) or _is_inserted_verb(words, i) or _is_judging_verb(words, i, head) or _is_direction(words, i):
        return False
    if _is_first_name(words, i, head) or _is_deed(words, i, head) or _is_nobody(words, i, head) or _is_in_set_phrase(words, i, head):
        return False
    return _stands_for_noun(words, i)


def _begins_known_name(words: Words, i: int) -> bool:
    """True for the first word of a name that the lexicons know as a whole."""
    known = known_names().at(words.folded, i) if words.tokens[i].text[0].isupper() else None
    return known is not None and not words.goes_on(known.last)


def _stands_for_noun(words: Words, i: int) -> bool:
    """True for what the tagger takes for a noun, unless it is an adjective behind one; for another word, with a determiner and no noun behind it."""
    if words.tokens[i].pos in ("NOUN", "PROPN"):
        beside = i > 0 and words.tokens[i - 1].pos == "NOUN" and not words.at(i - 1).startswith("vice-")
        return not beside or words.tokens[i].text[0].isupper() or words.tokens[i - 1].text[0].isupper()
    determined = words.at(i - 1) in group("definite") | group("indefinite")
    return determined and (i + 1 >= len(words) or words.tokens[i + 1].pos != "NOUN")


def _is_in_set_phrase(words: Words, i: int, head: Noun) -> bool:
    """True in "général de brigade", "droits de l'homme", "l'ancienne Première ministre", "à l'étranger", "prendre le pouvoir"."""
    match head.lemma:
        case "brigade":
            return words.at(i - 1) == "de" and words.at(i - 2) == "general"
        case "homme":
            return words.at(i - 3) == "droits"
        case "ancien":
            return words.at(i + 1) in group("title_adjectives")
        case "etranger":
            return words.at(i - 1) == "l'"
        case "pouvoir":
            return not (i + 1 < len(words) and states_of(words.tokens[i + 1].text))
    return False


def _is_direction(words: Words, i: int) -> bool:
    """True for a point of the compass, which is a bloc of states only with a capital."""
    return words.folded[i] in group("directions") and words.tokens[i].text[0].islower()


def _is_judging_verb(words: Words, i: int, head: Noun) -> bool:
    """True for "juge" in "il les juge « inutiles »": a verb between a pronoun and a quotation."""
    pronoun = not head.plural and words.at(i - 1) in ("les", "l'", "leur")
    return pronoun and words.at(i + 1) in ("«", '"', "“") and words.tokens[i].text[-1] == "e"


def _is_first_name(words: Words, i: int, head: Noun) -> bool:
    """True for "Marine Roy": a body's noun has an article, or a title before it is that of somebody."""
    if head.kind != "body" or head.named or not words.tokens[i].text[0].isupper() or words.shouted or words.at(i - 1) in group("definite"):
        return False
    return words.capital(i + 1) and not words.tokens[i + 1].text.isupper() and not states_of(words.tokens[i + 1].text)


def _is_deed(words: Words, i: int, head: Noun) -> bool:
    """True for a body's noun that tells what is done: "l'organisation de ce cycle", "sous la médiation de", "en conférence de presse"."""
    if head.lemma == "organisation" and words.tokens[i].text.islower():
        owned = words.at(i + 1) == "du" or (words.at(i + 1) in ("de", "d'") and words.at(i + 2) in ("ce", "cet", "cette", "la", "l'", "un", "une"))
        return words.at(i - 1) in ("l'", "d'") and (owned or (words.at(i + 1) == "des" and not words.capital(i + 2)))
    if head.lemma == "mediation":
        return bool({"sous", "une", "toute"} & {words.at(i - 1), words.at(i - 2)}) or words.tokens[i].dep == "obj"
    return head.lemma == "presse" and words.at(i - 1) == "de" and words.at(i - 2) in ("conference", "conferences", "point", "points")


def _is_nobody(words: Words, i: int, head: Noun) -> bool:
    """True for the "personne" of "personne n'a répondu", and for a camp that no word tells to be somebody's ("le camp a brûlé")."""
    if head.lemma == "intermediaire" and words.at(i - 2) == "par":
        return True  # "par l'intermédiaire de son ambassade"
    if head.lemma == "personne" and not head.plural:
        return words.at(i - 1) not in group("definite") | group("indefinite") | group("title_adjectives") and words.at(i - 1) not in ("de", "d'")
    described = i + 1 < len(words) and words.tokens[i + 1].pos == "ADJ"
    return head.lemma == "camp" and not described and not words.capital(i + 2)


def _is_verb(words: Words, i: int) -> bool:
    """True for "presse" in "il presse le gouvernement", "Oslo presse Lima": behind its subject, or behind a pronoun."""
    if words.at(i) in group("verb_forms") and words.tokens[i].text[0].islower():
        return words.at(i - 1) not in group("definite") | group("indefinite") | group("title_adjectives") | {"de", "d'"}
    return words.at(i - 1) in ("il", "elle", "on", "qui", "ne", "n'", "se", "s'", "y", "nous") and is_saying(words.tokens[i].lower)


def _is_inserted_verb(words: Words, i: int) -> bool:
    """True for "juge" in "…, juge l'analyste": between a comma and an article."""
    return words.at(i - 1) == "," and words.at(i + 1) in ("le", "la", "l'", "un", "une") and is_saying(words.tokens[i].lower)


def _is_source(words: Words, i: int) -> bool:
    """True for a text cited as a speaker ("selon un bilan officiel"); where it has an author, he speaks ("selon un communiqué du ministère")."""
    owned = words.at(i + 1) in ("du", "des") or (
        words.at(i + 1) in ("de", "d'") and (words.at(i + 2) in ("la", "l'", "un", "une") or words.capital(i + 2))
    )
    return not owned and bool({"selon", "d'apres", "suivant"} & set(words.folded[max(0, i - 4) : i]))


def read_phrase(words: Words, i: int, head: Noun, read: Callable[[int], list[Candidate]]) -> list[Candidate]:
    """The phrase around the noun at `i`, with its name if it has one, then what stands inside. read: reads the candidates at a word."""
    first = i
    while first > 0 and words.folded[first - 1] in group("title_adjectives") and words.tokens[first - 1].pos not in ("VERB", "AUX"):
        first -= 1
    superlative = first < i and words.at(first - 1) == "plus"
    end = phrase_end(words.tokens, i, len(words))
    if head.office is not None and not head.plural and _starts_name(words, end + 1):
        end = named_end(words.tokens, end, len(words))
    if words.at(end - 1) == "ans" and words.definite(first):
        end -= 3  # the age of whom the text has told already
    sides, owner = _owner(words, i + 1, end)
    kind = ("group" if head.plural else "person") if head.kind == "person" else "organisation"
    again = words.at(first - 1) in ("meme", "memes")
    base = Candidate(
        words.span(first, end), words.shift + i, words.sentence, kind, "title", phrase=words.written(first, end), noun=head,
        definite=words.definite(first - again - superlative), sides=sides, owner=owner,
        gender=head.gender or _gender(words, first, i), plural=head.plural,
        this=again or words.at(first - 1) in ("ce", "cet", "cette"),
    )  # fmt: skip
    if _is_body_of_people(words, i, head, end):
        base = replace(base, kind="organisation")
    several = _several(words, base, end) if base.kind == "group" else []
    if several:
        return several
    whole = _body(words, base, first, i, end) if base.kind == "organisation" else _named(words, base, end)
    whole = replace(whole, head=words.shift + words.head(first, words.index_after(whole.span.end, i)))
    return [whole, *_inside(words, i, end, whole, read)]


def _is_body_of_people(words: Words, i: int, head: Noun, end: int) -> bool:
    """True for a body whose name is a plural with a capital: "les Combattants pour la liberté", "les Gardiens de la révolution"."""
    if head.kind != "person" or not head.plural or not words.tokens[i].text[0].isupper() or words.begins(i) or words.shouted:
        return False
    return words.at(i - 1) in ("les", "des", "aux") and (end > i + 1 or words.at(end) == "pour")


def _body(words: Words, base: Candidate, first: int, i: int, end: int) -> Candidate:
    """A body is named when its noun has a capital, when a name of its own follows, or when an acronym does."""
    takes_name = base.noun is not None and base.noun.named
    known = known_names().at(words.folded, end) if takes_name and words.capital(end) else None
    if known is not None and known.value.kind == "organisation":
        written = words.written(end, known.last)
        return replace(base, span=words.span(first, known.last), phrase="", name=written, known=known.value, form="name")
    capital = words.tokens[i].text[0].isupper() and not words.begins(i)
    end = name_goes_on(words.tokens, _people_end(words, end), len(words)) if capital else end
    end = max(end, words.name_end(i)) if capital and words.at(i + 1) in group("foreign_links") else end
    named = capital and end > i + 1
    name = ""
    if takes_name and words.capital(end) and known is None:
        start, end = end, _second_half(words, _adjectives(words, words.name_end(end)))
        name = words.written(start, end) if words.tokens[i].text[0].islower() else ""
        named = True
    acronym = words.acronym(i, end, alias=takes_name)
    if acronym.text and (base.is_part or not (takes_name or capital)) and _is_of_inner(words, i, end, acronym.text, part=base.is_part):
        acronym = Acronym("", end, end)
    form = "name" if named or acronym.text else "title"
    phrase = words.written(first, acronym.opens)
    return replace(base, span=words.span(first, acronym.end), phrase=phrase, name=name, acronym=acronym.text, form=form)


def _people_end(words: Words, end: int) -> int:
    """The end of a name with a people's word that no lexicon knows: "l'Union nationale karen"."""
    if end >= len(words) or words.tokens[end].pos not in ("NOUN", "PROPN", "X") or not words.tokens[end].text[0].islower():
        return end
    own = words.tokens[end].text.isalpha() and noun(words.tokens[end].text) is None and words.folded[end] not in group("calendar")
    return end + 1 if own and words.tokens[end - 1].pos in ("ADJ", "NOUN", "PROPN") and not is_saying(words.tokens[end].lower) else end


def _second_half(words: Words, end: int) -> int:
    """The end of a name of two common nouns: "l'association Terres et Semences". Two names are two bodies ("les groupes Nur et Amal")."""
    if words.at(end) != "et" or not words.capital(end + 1) or all(words.tokens[at].pos == "PROPN" for at in (end - 1, end + 1)):
        return end
    return end if known_names().at(words.folded, end + 1) is not None else words.name_end(end + 1)


def _is_of_inner(words: Words, i: int, end: int, acronym: str, *, part: bool) -> bool:
    """True for the acronym of a body inside the phrase: "délégation du | gouvernement d'entente nationale (GEN)". part: the whole is a part of it."""
    inner = next((at for at in range(i + 1, end) if (found := noun(words.tokens[at].text)) is not None and found.kind == "body"), None)
    if any(known_names().at(words.folded, at) is not None for at in range(i + 1, end) if words.capital(at) and words.initials(acronym, at, end)):
        return True
    return inner is not None and (part or words.folded[i] in group("sent") or words.initials(acronym, inner, end))


def _adjectives(words: Words, end: int) -> int:
    """The end of adjectives that belong to a name ("groupe Etat islamique")."""
    while end < len(words) and words.folded[end] in group("name_adjectives") and words.tokens[end].text[0].islower():
        end += 1
    return end


def _named(words: Words, base: Candidate, end: int) -> Candidate:
    """The person with the name that follows the title, directly or between commas; as it is when none does."""
    if end < len(words) and is_civility(words.tokens[end]):
        end += 1
    if _starts_name(words, end) and _is_place_of_work(words, end - 1):
        stop = words.name_end(end)
        return replace(
            base, span=replace(base.span, end=words.tokens[stop - 1].end), phrase=words.written(words.index_after(base.span.start, 0), stop)
        )
    if _starts_name(words, end):
        return base if base.plural else _joined(words, base, end, words.name_end(end))
    if words.at(end) == "(" and words.at(end + 2) == ")":
        end += 3
    if not base.plural and words.at(end) == "," and _starts_name(words, end + 1):
        stop = words.name_end(end + 1)
        if stop - end > 2 and _closes(words, base, stop):
            return _joined(words, base, end + 1, stop)
    return base


def _several(words: Words, base: Candidate, end: int) -> list[Candidate]:
    """The people of "les généraux Sow et Adou", each under that title; none where one name follows, or none."""
    names = listed_names(words, end) if base.office is not None and _starts_name(words, end) else []
    if len(names) < 2:
        return []
    person = replace(base, kind="person", form="name", phrase="", plural=False, gender="")
    first = replace(_joined(words, person, *names[0]), head=words.shift + words.head(words.index_after(base.span.start, 0), names[0][1]))
    spans = [(words.span(*name), words.shift + words.head(*name)) for name in names[1:]]
    others = [replace(person, span=span, head=head, name=words.written(*name)) for (span, head), name in zip(spans, names[1:], strict=True)]
    return [first, *others]


def _is_place_of_work(words: Words, i: int) -> bool:
    """True for the hospital in "un médecin de l'hôpital Malki": the name behind it is its own."""
    return words.folded[i] in group("named_places") and words.at(i - 1) in ("l'", "la", "le", "du")


def _closes(words: Words, base: Candidate, i: int) -> bool:
    """True when the word at `i` closes a name that a comma set beside a title; a title at the head of its sentence does with less."""
    if i >= len(words) or words.tokens[i].text in _CLOSING:
        return True
    leads = base.span.start - words.tokens[0].start <= 4 and words.tokens[i].pos in ("VERB", "AUX")
    return " " in base.phrase and (leads or words.tokens[i].pos == "ADP")


def _starts_name(words: Words, i: int) -> bool:
    if (
        not words.capital(i)
        or words.folded[i] in group("continents")
        or states_of(words.tokens[i].text)
        or (words.tokens[i].text.isupper() and len(words.tokens[i].text) > 1)
    ):
        return False
    known = known_names().at(words.folded, i)
    return known is None or (known.last == i + 1 and words.capital(i + 1))


def _joined(words: Words, base: Candidate, first: int, stop: int) -> Candidate:
    span = replace(base.span, end=words.tokens[stop - 1].end)
    return replace(base, span=span, form="name", name=words.written(first, stop))


def _owner(words: Words, i: int, end: int) -> tuple[tuple[str, ...], int]:
    """The states that words [i, end) point to, and the index of the name of another owner ("porte-parole du Front du Fleuve")."""
    # "l'émissaire pour la Zambie", "le ministre chargé de la Zambie": what their work is
    end = next((at for at in range(i, end) if words.at(at) in ("pour", "sur", "charge", "chargee")), end)
    for at in range(i, end):
        if _is_post(words, at):
            continue  # "les ambassadeurs à Lima de l'Union européenne": where they are
        sides = states_of(words.tokens[at].text) or belongs_to(words.tokens[at].text)
        if sides and _is_community(words, at, end):
            return (), -1
        if sides:
            return sides, -1
        match = known_names().at(words.folded, at) if words.capital(at) else None
        if match is not None and not (match.value.city and words.folded[i - 1] in group("several_states")):
            side = match.value.side if match.value.kind == "state" else match.value.name
            return ((side,) if side is not None else match.value.shared), -1
    for at in range(i, end):
        if words.capital(at) and words.tokens[at].pos == "PROPN" and not _is_post(words, at):
            return (), words.shift + at
    return (), words.shift + end - 1 if _governs_land(words, i - 1, end) else -1


def _is_community(words: Words, i: int, end: int) -> bool:
    """True for people called by two states' adjectives side by side, who act for neither: "le dirigeant chypriote turc", "un chef serbe bosnien"."""
    second = states_of(words.tokens[i + 1].text) if i + 1 < end else ()
    return bool(second) and second != states_of(words.tokens[i].text) and all(words.tokens[at].text[0].islower() for at in (i, i + 1))


def _governs_land(words: Words, i: int, end: int) -> bool:
    """True for "gouvernement du Marikand", whatever the tagger makes of a land that it does not know."""
    head = noun(words.tokens[i].text)
    governs = head is not None and (head.part == "state" or head.office in ("head_of_state", "government"))
    return governs and end == i + 3 and words.at(i + 1) in ("de", "d'", "du") and words.capital(end - 1) and noun(words.tokens[end - 1].text) is None


def _is_post(words: Words, at: int) -> bool:
    """True for the place or body in "ambassadeur à Lima", "à l'ONU", "au Pérou"."""
    return words.at(at - 1) in ("a", "au", "aux", "en") or (words.at(at - 1) in ("l'", "la") and words.at(at - 2) == "a")


def _inside(words: Words, i: int, end: int, whole: Candidate, read: Callable[[int], list[Candidate]]) -> list[Candidate]:
    """What stands inside a phrase; the words of a ministry's field ("de la Défense") and of a body's own name stand for nobody."""
    head = whole.noun
    own = head is not None and (head.part == "ministry" or head.office in ("minister", "secretary") or (head.kind == "body" and whole.form == "name"))
    found: list[Candidate] = []
    at = i + 1
    while at < end:
        here = [c for c in read(at) if _fits_inside(words, c, end, whole) and not (own and _names_field(words, at, c)) and not _is_venue(head, c)]
        found += here
        at = max([at + 1, *(words.index_after(c.span.end, at) for c in here)])
    return found


def _fits_inside(words: Words, candidate: Candidate, end: int, whole: Candidate) -> bool:
    """True for what ends inside, or goes on only with an acronym that is not the whole's."""
    return candidate.span.end <= words.tokens[end - 1].end or (candidate.acronym != "" and candidate.acronym != whole.acronym)


def _is_venue(head: Noun | None, candidate: Candidate) -> bool:
    """True for the town that a body of several states bears the name of: "groupe de Genève"."""
    return head is not None and head.lemma in group("several_states") and candidate.form == "metonym" and candidate.kind == "state"


def _names_field(words: Words, i: int, candidate: Candidate) -> bool:
    if candidate.kind == "organisation" and candidate.noun is not None and candidate.known is None:
        return True
    nobody = candidate.known is None and not candidate.sides and not candidate.acronym
    return nobody and words.tokens[i].text[0].isupper() and candidate.kind in ("", "organisation", "group")


def _gender(words: Words, first: int, i: int) -> str:
    """What article and form tell of a noun of both genders."""
    before = words.at(first - 1)
    if before in ("la", "une", "cette", "sa"):
        return "f"
    if before in ("le", "un", "ce", "cet", "du", "au"):
        return "m"
    # what a tagger makes of a bare "analyste" or "porte-parole" is a guess; an adjective behind it tells
    token = words.tokens[min(i + 1, len(words) - 1)]
    return "" if token.pos != "ADJ" else "f" if token.has("Gender=Fem") else "m" if token.has("Gender=Masc") else ""
