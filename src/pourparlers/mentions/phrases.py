"""How far a noun phrase reaches: "chef | de la diplomatie russe", "ministère | russe de la Défense", "sources | proches du dossier".

The parser often hangs complements on the wrong word in long sentences; news titles follow a grammar so regular that their words decide better.
"""

from collections.abc import Sequence

from pourparlers.mentions.names import goes_on_with_field, is_capital, is_civility, name_end
from pourparlers.mentions.nouns import Noun, noun
from pourparlers.mentions.parts import is_saying
from pourparlers.mentions.words import fold, group
from pourparlers.mentions.world import known_names, states_of
from pourparlers.model.annotated import Token

_OF = frozenset({"de", "du", "des", "d'"})
_TO = frozenset({"a", "au", "aux"})
_ARTICLES = frozenset({"la", "le", "les", "l'", "son", "sa", "ses", "leur", "leurs", "cette", "ce", "ces"})
_THE = frozenset({"la", "le", "les", "l'"})
_LONGEST = 24


def phrase_end(words: Sequence[Token], i: int, stop: int) -> int:
    """The end of the noun phrase whose noun stands at `i`: index after its last word, at most `stop`."""
    head = noun(words[i].text)
    stop = min(stop, i + _LONGEST)
    end = i + 1
    while end < stop:
        step = _adjective(words, end, stop) or _complement(words, end, stop, head) or _coordinated(words, i, end, stop)
        if not step:
            break
        end = step
    return _having(words, end, stop) if head is not None and head.kind == "person" and head.office is None else end


def _having(words: Sequence[Token], i: int, stop: int) -> int:
    """The end of "ayant assisté à la visite" behind somebody without a name, `i` when nothing like it follows."""
    if i + 4 >= stop or words[i].lower != "ayant" or words[i + 1].pos not in ("VERB", "AUX") or fold(words[i + 2].text) not in _OF | _TO:
        return i
    at = i + 3
    while at < stop and words[at].lower in _ARTICLES:
        at += 1
    return at + 1 if at < stop and words[at].pos == "NOUN" else i


def _adjective(words: Sequence[Token], i: int, stop: int) -> int:
    """The end of an adjective at `i`, 0 when there is none, or when it is plural behind a singular ("la junte | optimistes sur la suite")."""
    token = words[i]
    if not token.text[0].isalpha():
        return 0
    if token.text[0].isupper():
        return i + 1 if states_of(token.text) and words[i - 1].text[0].isupper() else 0
    if _is_plural(token) and words[i - 1].has("Number=Sing") and words[i - 1].pos == "NOUN":
        return 0
    if fold(token.text) in group("questioned"):
        return 0  # "des habitants | joints par téléphone"
    if (
        (token.pos == "ADJ" and not is_saying(token.lower))
        or fold(token.text) in group("qualifiers") | group("name_adjectives")
        or states_of(token.text)
    ):
        return i + 1
    if fold(words[i - 1].text) in group("faction") and token.pos in ("NOUN", "PROPN", "X") and token.text[-1] == words[i - 1].text[-1] == "s":
        return i + 1  # "les rebelles sabans"
    if token.lower == "en" and i + 1 < stop and words[i + 1].lower in ("chef", "exil", "exercice", "retraite", "titre"):
        return i + 2
    if [w.lower for w in words[i : i + 3]] == ["à", "la", "retraite"]:
        return min(i + 3, stop)
    if token.lower == "par" and i + 1 < stop and words[i + 1].lower == "intérim":
        return i + 2
    if fold(token.text) in group("held") and fold(words[min(i + 1, stop - 1)].text) not in _OF:
        return i + 1  # "le ministre sortant Jean Roy", not "un ministre sortant de la salle"
    if token.lower in ("très", "plus") and i + 1 < stop and words[i + 1].pos == "ADJ":
        return i + 2
    return 0


def _is_plural(adjective: Token) -> bool:
    """True for a plural; a tagger's guess tells nothing of "sénégalais" and "chinois", which have one form."""
    return adjective.has("Number=Plur") and not adjective.lower.endswith(("ais", "ois"))


def named_end(words: Sequence[Token], i: int, stop: int) -> int:
    """The end of an adjective of a people or movement that no lexicon knows, between somebody's title and his name: "le commandant | karen | Saw
    Htun"; `i` where none stands."""
    if i + 1 >= stop or not is_capital(words[i + 1]) or not words[i].text[0].islower() or not words[i].text[-1].isalpha():
        return i
    unknown = words[i].pos in ("PROPN", "NOUN", "X", "ADJ") and noun(words[i].text) is None and not is_saying(words[i].lower)
    tells = any(w.has("VerbForm=Fin") for w in words)  # else a tagger may have missed the verb: "Le président salue Jean Roy"
    return i + 1 if unknown and tells and words[i].lower not in _ARTICLES and fold(words[i].text) not in group("calendar") else i


def _complement(words: Sequence[Token], i: int, stop: int, head: Noun | None) -> int:
    """The end of a complement that a preposition opens at `i`, 0 when there is none."""
    start = _preposition_end(words, i, stop, head)
    if not start or start >= stop:
        return 0
    if start + 1 < stop and words[start].text.isdigit() and words[start + 1].lower == "ans":
        return start + 2 if head is not None and head.kind == "person" else 0
    article = words[start - 1].lower in ("du", "des", "au", "aux")
    while start < stop and words[start].lower in _ARTICLES:
        article = True
        start += 1
    if start < stop and _is_official(head) and _is_private(words[start]):
        return 0
    return _complement_core(words, start, stop, article, of_person=head is not None and head.kind == "person")


def _is_official(head: Noun | None) -> bool:
    return head is not None and (head.part in ("army", "state") or head.lemma == "autorites")


def _is_private(word: Token) -> bool:
    """True for somebody without an office, who has no authorities: "l'arrestation par les autorités | de l'opposante Awa Sow"."""
    found = noun(word.text)
    return found is not None and found.kind == "person" and found.office is None and not found.plural and word.text[0].islower()


def _preposition_end(words: Sequence[Token], i: int, stop: int, head: Noun | None) -> int:
    first = fold(words[i].text)
    if first in _OF:
        return 0 if words[i].lower == "dès" else i + 1  # "les députés | dès l'annonce"
    linked = i + (2 if first == "au" else 1)
    link = " ".join(fold(w.text) for w in words[i:linked])
    if link in group("complement_links") and linked < stop and fold(words[linked].text) in _OF | _TO:
        return linked + 1
    if first in ("pour", "sur") and head is not None and head.office is not None and i + 1 < stop and words[i + 1].lower in _THE:
        return i + 1
    if first == "en" and head is not None and head.office in ("ambassador", "representative", "envoy") and i + 1 < stop and is_capital(words[i + 1]):
        return i + 1
    return i + 1 if first in _TO and head is not None and _takes_to(words, i + 1, stop, head) else 0


def _takes_to(words: Sequence[Token], i: int, stop: int, head: Noun) -> bool:
    """True for "ministre aux Affaires étrangères", "ambassadeur à Londres", "opposants au président", "responsables à Séoul"."""
    at = i + 1 if i + 1 < stop and words[i].lower in _ARTICLES else i
    if at >= stop:
        return False
    plural = words[i - 1].lower == "aux" and words[at].pos == "NOUN"
    if head.lemma in group("takes_to") or (plural and head.office in ("director", "representative", "envoy", "coordinator", "adviser", "rapporteur")):
        return True
    if not is_capital(words[at]):
        return False
    known = known_names().at([fold(w.text) for w in words[at : at + 8]], 0)
    if _unnamed(head) and known is not None and known.value.medium:
        return False  # "ont dit des témoins | à l'AFP"
    if head.plural and head.kind == "person" and (known is None or known.value.kind != "organisation"):
        return head.office == "ambassador" or (head.lemma in group("vague_titles") - {"homme", "personne"} and known is not None)
    if head.office in ("representative", "ambassador", "envoy", "coordinator") or _unnamed(head):
        return True
    if head.lemma in group("posted") and known is not None and known.value.kind == "organisation":
        return not known.value.medium  # "a dit un diplomate | à l'AFP"
    field = at > i or words[i - 1].lower in ("au", "aux")  # "ministre à la Défense", but "le ministre à Mongu"
    return field and known is None and (head.office in ("minister", "secretary") or head.part == "ministry")


def _unnamed(head: Noun) -> bool:
    return head.kind == "person" and head.office is None and head.plural


def _complement_core(words: Sequence[Token], i: int, stop: int, article: bool, of_person: bool) -> int:
    """The end of the noun and its adjectives at `i`, 0 when no noun stands there."""
    at = i
    while at < stop and _qualifies(words[at]):
        at += 1
    if at >= stop:
        return 0
    if words[at].text.isdigit():
        dated = at + 1 < stop and fold(words[at + 1].text) in group("calendar")
        return at + 1 + dated if article else 0  # "l'accord du 5 mars"
    if is_civility(words[at]) and at + 1 < stop and is_capital(words[at + 1]):
        return name_end(words, at + 1, stop)
    known = known_names().at([fold(w.text) for w in words[at : at + 8]], 0) if is_capital(words[at]) else None
    if known is not None and at + known.last <= stop:
        return at + known.last
    if is_capital(words[at]) and words[at].pos != "NOUN" and noun(words[at].text) is None:
        end = name_end(words, at, stop)
        # a person's name takes no article: after "du Front" a name may follow the body's
        return at + 1 if article and of_person and end - at >= 3 else end
    nominal = words[at].pos in ("NOUN", "PROPN", "X", "ADJ") or noun(words[at].text) is not None
    if not nominal or fold(words[at].text) in group("calendar") | group("not_titles"):
        return 0
    return _common_end(words, at, stop)


def _qualifies(word: Token) -> bool:
    """True for what may stand before the noun of a complement; the parser takes some nouns for determiners ("d'union nationale")."""
    if word.pos == "DET" and noun(word.text) is not None:
        return False
    return word.pos in ("ADJ", "NUM", "DET") and (word.text[0].islower() or fold(word.text) in group("title_adjectives"))


def name_goes_on(words: Sequence[Token], i: int, stop: int) -> int:
    """The end of what goes on with a body's name at `i`: "Front | pour la liberté de la Zambie", `i` when nothing does."""
    if i + 2 >= stop or words[i].lower not in ("pour", "contre") or words[i + 1].lower not in _ARTICLES:
        return i
    stop = min(stop, i + _LONGEST)
    end = _complement_core(words, i + 2, stop, article=True, of_person=False)
    if not end:
        return i
    while end < stop:
        further = _complement(words, end, stop, None) or _name_conjunct(words, end, stop)
        if not further:
            break
        end = further
    return end


def _name_conjunct(words: Sequence[Token], i: int, stop: int) -> int:
    """The end of "et le développement" behind "pour la justice", 0 when a verb or a name follows."""
    if i + 2 >= stop or words[i].lower != "et" or words[i + 1].lower not in _ARTICLES or words[i + 2].pos != "NOUN" or words[i + 2].text[0].isupper():
        return 0
    return _common_end(words, i + 2, stop) if noun(words[i + 2].text) is None else 0


def _common_end(words: Sequence[Token], at: int, stop: int) -> int:
    """The end of a common noun at `at`, the capitalised words that name it and its adjectives."""
    head = noun(words[at].text)
    end = at + 1
    place = fold(words[at].text) in (group("town_heads") | group("region_heads")) - group("state_nouns")
    named = place or (head is not None and (head.named or head.office is not None) and not _is_of_rank(words, at))
    while end < stop:
        if fold(words[end].text) in group("continents"):
            end += 1  # "le bureau Afrique"
        elif named and is_capital(words[end]):
            end = name_end(words, end, stop)
        elif step := _adjective(words, end, stop):
            end = step
        else:
            break
    return end


def _is_of_rank(words: Sequence[Token], at: int) -> bool:
    """True for the brigade in "général de brigade Awa Sow", whose name it does not bear."""
    return at > 1 and words[at - 1].lower == "de" and fold(words[at - 2].text) == "general"


def _listed(words: Sequence[Token], i: int, stop: int) -> bool:
    """True when a list of states' adjectives ends with "et" behind word `i`: ", allemande | et britannique"."""
    while i + 1 < stop and words[i].lower == "," and states_of(words[i + 1].text):
        i += 2
    return i + 1 < stop and words[i].lower == "et" and bool(states_of(words[i + 1].text))


def _coordinated(words: Sequence[Token], head: int, i: int, stop: int) -> int:
    """The end of a second complement after "et": "des Affaires étrangères et européennes", "de la Défense et des anciens combattants"."""
    if words[i].lower not in ("et", ",") or i + 1 >= stop or i - 1 <= head:
        return 0
    if states_of(words[i - 1].text) and words[i + 1].text[0].islower() and states_of(words[i + 1].text):
        return i + 2 if words[i].lower == "et" or _listed(words, i + 2, stop) else 0
    if words[i].lower == ",":
        return 0
    if words[head].text[0].isupper() and goes_on_with_field(words, i, stop):
        return i + 3
    after = i + 1
    if (
        words[after].pos == "ADJ"
        and words[after].text[0].islower()
        and words[i - 1].pos == "ADJ"
        and words[after].has("Number=Plur") == words[i - 1].has("Number=Plur")
    ):
        return after + 1
    ministry = any(w.text[0].isupper() and w.pos == "NOUN" for w in words[head + 1 : i])
    if not ministry:
        return 0
    if fold(words[after].text) in _OF:
        start = after + 1
        while start < stop and words[start].lower in _ARTICLES:
            start += 1
        if start >= stop or words[start].pos != "NOUN" or _is_second_body(words[head:i], words[start]):
            return 0
        return _common_end(words, start, stop)
    return _common_end(words, after, stop) if words[after].pos in ("NOUN", "ADJ") and noun(words[after].text) is None else 0


def _is_second_body(before: Sequence[Token], second: Token) -> bool:
    """True for two bodies beside each other, each with its owner: "le Gouvernement de la République | et de l'Armée du fleuve"."""
    other = noun(second.text)
    if other is None or other.kind != "body" or not second.text[0].isupper():
        return False
    bodies = (found for word in before if (found := noun(word.text)) is not None and found.kind == "body")
    return any(body.part != "ministry" for body in bodies)
