"""Bare names, known names, peoples and adjectives of belonging: what a capital or a state's adjective begins."""

from dataclasses import replace

from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.names import civility_gender, headline_ends
from pourparlers.mentions.nouns import noun
from pourparlers.mentions.sentence import Words, is_acronym
from pourparlers.mentions.words import group, undotted
from pourparlers.mentions.world import Known, known_names, state_of_region, states_of

_OF = ("de", "d'", "des", "du")
_SHORTEST_TOWN, _DATELINE = 3, 9


def read_civil(words: Words, i: int) -> list[Candidate]:
    """ "M. Kuleba", "Mme Robert"; "MM. Adou et Kessy" are two."""
    if not words.capital(i + 1):
        return []
    gender = civility_gender(words.tokens[i])
    names = listed_names(words, i + 1) if words.folded[i] in group("civilities") else [(i + 1, words.name_end(i + 1))]
    first = _at(words, i, names[0][1], words.head(i, names[0][1]), "person")
    found = [first, *(_at(words, start, end, words.head(start, end), "person") for start, end in names[1:])]
    return [replace(each, name=words.written(*name), gender=gender, civil=True) for each, name in zip(found, names, strict=True)]


def listed_names(words: Words, i: int) -> list[tuple[int, int]]:
    """Where the names of a list that begins at `i` stand: "Adou, Kessy | et Sow"; the first alone where no "et" ends a list."""
    names = [(i, words.name_end(i))]
    while words.at(names[-1][1]) in (",", "et") and words.capital(names[-1][1] + 1) and known_names().at(words.folded, names[-1][1] + 1) is None:
        names.append((names[-1][1] + 1, words.name_end(names[-1][1] + 1)))
    last = max((n for n, (start, _) in enumerate(names) if words.at(start - 1) == "et"), default=0)
    return names[: last + 1]


def read_capital(words: Words, i: int) -> list[Candidate]:
    """A name that begins at a capital: one that the lexicons know, a people, or a bare name."""
    if _opens_dispatch(words, i) or _is_monument(words, i):
        return []
    known = _known(words, i) or _joined_states(words, i)
    if known:
        return known
    end = words.name_end(i)
    if states_of(words.tokens[i].text):
        return _community(words, i) or (_people(words, i) if end == i + 1 or words.at(i + 1) in _OF else _national(words, i, end))
    if not words.proper(i) or _is_heading(words, i) or headline_ends(words.tokens, i, end) or words.folded[i] in group("pacts") | group("greetings"):
        return []
    if end == i + 1 and words.at(i - 1) in ("cet", "cette") and not is_acronym(words.tokens[i].text):
        return [_townsman(words, i)]
    if end == i + 1 and _is_many(words, i):
        body = _body_of_many(words, i)
        if body is not None:
            return [body]
        return [replace(_at(words, i, end, i, "group"), phrase=words.written(i, end), plural=True, definite=words.definite(i))]
    return [_bare(words, i, end)]


def _townsman(words: Words, i: int) -> Candidate:
    """ "cette Lyonnaise": somebody told of already, by a town."""
    gender = "f" if words.at(i - 1) == "cette" else "m"
    return replace(_at(words, i, i + 1, i, "person"), phrase=words.written(i, i + 1), gender=gender, definite=True, this=True)


def _opens_dispatch(words: Words, i: int) -> bool:
    """True for a word of the name before a dateline's dash or day."""
    return i < _DATELINE and (i == 0 or i < words.name_end(0)) and _is_dateline(words, 0)


def _is_dateline(words: Words, i: int) -> bool:
    """True for the town in capitals that opens a dispatch: "MONGU (Zambie) -", "LUSAKA, 12 mars –"; for "Lusaka - Le parti" and
    "Lusaka, le 12 mars 2014." too."""
    if not words.capital(0):
        return False
    if _is_day_behind(words) or _is_dashed_town(words):
        return True
    if i != 0 or not words.tokens[0].text.isupper() or len(words.tokens[0].text) < _SHORTEST_TOWN or words.shouted:
        return False
    if len(words) == 2 and words.at(1) == ".":
        return True  # "LUSAKA. - Le maire": a sentence of its own to some
    opening = words.tokens[1 : 1 + _DATELINE]
    dash = next((t for t in opening if t.text in ("-", "–", "—", "--")), None)
    return dash is not None and words.at(1) in ("(", ",", "-", "–", "—", "--") and not any(t.pos in ("VERB", "AUX") and t.i < dash.i for t in opening)


def _is_day_behind(words: Words) -> bool:
    """True for a sentence of a name and a day alone."""
    end = words.name_end(0)
    if end >= len(words) or words.at(end) != "," or len(words) > end + _DATELINE or not any(t.text.isdigit() for t in words.tokens[end:]):
        return False
    return all(
        t.text in ",.()" or t.text.isdigit() or words.at(n) in group("calendar") | {"le", "1er"} for n, t in enumerate(words.tokens) if n >= end
    )


def _is_dashed_town(words: Words) -> bool:
    """True for a capital or seat before a dash with which a sentence of its own begins: "Lusaka – Le parti a cédé"."""
    match = known_names().at(words.folded, 0)
    if match is None or not match.value.city or match.last + 1 >= len(words) or words.at(match.last) not in ("-", "–", "—", "--"):
        return False
    behind = words.tokens[match.last + 1]
    return behind.text[0].isupper() and known_names().at(words.folded, behind.i - words.shift) is None and _has_finite_verb(words)


def _has_finite_verb(words: Words) -> bool:
    return any(t.pos in ("VERB", "AUX") and t.has("VerbForm=Fin") for t in words.tokens)


def _is_monument(words: Words, i: int) -> bool:
    """True for a building and what it is called after, who act in nothing: "au Mur des Lamentations"."""
    named = words.at(i + 1) in _OF and words.capital(i + 2 + (words.at(i + 2) in ("la", "l'")))
    if words.folded[i] in group("monuments"):
        return named
    if words.at(i - 1) in group("named_places"):
        return known_names().at(words.folded, i) is None  # "à l'hôtel Serena de Kaboul"
    at = i - 1 - (words.at(i - 1) in ("la", "l'"))
    return words.at(at) in _OF and words.at(at - 1) in group("monuments") and words.tokens[at - 1].text[0].isupper()


def _bare(words: Words, i: int, end: int) -> Candidate:
    """A name that nothing but its looks and its article tell of."""
    article = words.article(i)
    if article:
        end = _adjectives_end(words, end)
    acronym = words.acronym(i, end, far=article or end == i + 1)  # what a person works for has an acronym, he has none
    name = undotted(words.written(i, acronym.opens))
    common = words.tokens[i].pos == "NOUN" and words.begins(i)
    kind = "organisation" if article or is_acronym(name) else ("person" if end - i > 1 and not common else "")
    return replace(_at(words, i, acronym.end, words.head(i, end), kind), name=name, acronym=acronym.text, definite=article)


def _body_of_many(words: Words, i: int) -> Candidate | None:
    """A body whose name is a plural with complements and an acronym: "les Faucons de la liberté du Nord (FLN)"; None for a people."""
    if words.at(i + 1) not in ("de", "d'", "du", "des", "pour"):
        return None
    acronym = words.acronym(i, i + 1)
    if not acronym.text or any(found.kind == "body" for at in range(i + 1, acronym.opens) if (found := noun(words.tokens[at].text)) is not None):
        return None
    whole = _at(words, i, acronym.end, words.head(i, acronym.opens), "organisation")
    return replace(whole, name=words.written(i, acronym.opens), acronym=acronym.text, plural=True, definite=words.definite(i))


def _is_many(words: Words, i: int) -> bool:
    """True for people named by where they belong, in the plural: "les Tibétains", "de nombreux Occidentaux"."""
    before = words.at(i - 1) in ("les", "des", "aux", "ces", "nombreux", "certains", "plusieurs", "quelques", "autres", "milliers")
    return before and words.folded[i][-1:] in ("s", "x") and not words.tokens[i].text[1:].isupper() and len(words.folded[i]) > 4


def read_adjective(words: Words, i: int) -> list[Candidate]:
    """ "russe" names Russia; "russo-ukrainien" Russia and Ukraine; "congolais" one of two, as the text may tell."""
    token = words.tokens[i]
    sides = states_of(token.text)
    if not sides or token.text[0].isupper():
        return []
    both = "-" in token.text and states_of(token.text.rpartition("-")[2]) != sides
    readings = [(side,) for side in sides] if both else [sides]
    return [replace(_at(words, i, i + 1, i, "state"), form="adjective", sides=each) for each in readings]


def _known(words: Words, i: int) -> list[Candidate] | None:
    """The name that the lexicons know at a word, None when they know none."""
    match = known_names().at(words.folded, i)
    if match is None or (match.last - i == 1 and len(words.folded[i]) < 3 and not words.tokens[i].text.isupper()):
        return None
    if match.last - i == 1 and (_runs_on(words, i, match.last) or _is_man_of(words, i, match.value)):
        return None
    if match.last - i > 1 and words.goes_on(match.last):
        return None
    known = match.value
    acronym = words.acronym(i, match.last, far=False)
    found = replace(
        _at(words, i, acronym.end, words.head(i, match.last), known.kind), form=known.form, name=words.written(i, match.last), known=known,
        sides=known.shared if known.side is None else (known.side,), acronym=acronym.text, gender=known.gender, plural=known.plural, definite=True,
    )  # fmt: skip
    return [found]


def _is_man_of(words: Words, i: int, known: Known) -> bool:
    """True for "le Suisse", a man, beside "la Suisse"."""
    return known.kind == "state" and known.gender == "f" and words.at(i - 1) in ("le", "un") and bool(states_of(words.tokens[i].text))


def _joined_states(words: Words, i: int) -> list[Candidate]:
    """The two states that a hyphen joins in headlines: "Suède-Norvège"."""
    parts = words.folded[i].split("-")
    both = [known_names().at((part,), 0) for part in parts] if len(parts) == 2 else []
    states = [match.value for match in both if match is not None and match.value.kind == "state" and match.value.form == "name"]
    if len(states) != 2:
        return []
    return [replace(_at(words, i, i + 1, i, "state"), name=each.name, known=each, sides=(each.name,), definite=True) for each in states]


def _runs_on(words: Words, i: int, end: int) -> bool:
    """True when more capitalised words follow a known name of one word, which is then part of another ("Washington Post")."""
    if words.at(i - 1) in group("locative") or (words.tokens[i].text.isupper() and words.capital(end) and not words.tokens[end].text.isupper()):
        return False
    return words.capital(end) and not states_of(words.tokens[end].text)


def _people(words: Words, i: int) -> list[Candidate]:
    """A people as a group ("les Palestiniens"), or one of it ("un Ukrainien", "l'Espagnol")."""
    sides = states_of(words.tokens[i].text)
    single = words.at(i - 1) in ("un", "une", "l'", "le", "la", "cet", "cette", "ce")
    plural = words.folded[i].endswith(("s", "x")) and not single
    kind = "group" if plural else "person"
    found = _at(words, i, i + 1, i, kind)
    return [replace(found, phrase=words.written(i, i + 1), sides=sides, plural=plural, definite=words.definite(i))]


def _community(words: Words, i: int) -> list[Candidate]:
    """A people in another state's land, or of another's tongue, which acts for neither: "les Serbes de Bosnie", "les Suédois d'Anatolie", "les
    Chypriotes turcs"."""
    own, plural = states_of(words.tokens[i].text), words.folded[i].endswith(("s", "x"))
    if not plural or i + 1 >= len(words):
        return []
    second, end = (states_of(words.tokens[i + 1].text), i + 2) if words.tokens[i + 1].text[0].islower() else ((), i + 2)
    if not second:
        second, end = _land_behind(words, i + 1)
    if not second or set(second) & set(own):
        return []
    return [replace(_at(words, i, end, i, "group"), phrase=words.written(i, end), plural=True, definite=words.definite(i))]


def _land_behind(words: Words, i: int) -> tuple[tuple[str, ...], int]:
    """The state named behind the "de" at word `i`, or that of a region named there, and where the name ends."""
    at = i + 1 + (words.at(i + 1) in ("la", "l'"))
    if words.at(i) not in _OF or not words.capital(at):
        return (), at
    match = known_names().at(words.folded, at)
    if match is not None and match.value.kind == "state" and match.value.side is not None and not match.value.city:
        return (match.value.side,), match.last
    region = state_of_region(words.tokens[at].text)
    return ((), at) if region is None else ((region,), at + 1)


def _national(words: Words, i: int, end: int) -> list[Candidate]:
    """ "l'Espagnol Pedro Ruiz": a person with where he comes from."""
    name = words.written(i + 1, end)
    return [replace(_at(words, i, end, words.head(i, end), "person"), name=name, sides=states_of(words.tokens[i].text))]


def _adjectives_end(words: Words, end: int) -> int:
    """The end of a name that goes on with adjectives ("le Jihad islamique", "le Front patriotique")."""
    while end < len(words) and words.folded[end] in group("name_adjectives") and words.tokens[end].text[0].islower():
        end += 1
    return end


def _is_heading(words: Words, i: int) -> bool:
    """True for a compass point, which names a place or a camp only in its context."""
    return words.folded[i] in group("directions")


def _at(words: Words, first: int, end: int, head: int, kind: str) -> Candidate:
    """A name at words [first, end) of which nothing else is known yet."""
    return Candidate(words.span(first, end), words.shift + head, words.sentence, kind, "name")
