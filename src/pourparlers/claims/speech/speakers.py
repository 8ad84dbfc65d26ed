"""From the words for a speaker to an agent."""

from pourparlers.claims.clauses import conjuncts, phrase_span
from pourparlers.claims.context import Context
from pourparlers.claims.groups import group
from pourparlers.claims.particles import DASHES
from pourparlers.claims.speech.lexicon import bodies, utterances
from pourparlers.claims.speech.owners import whose
from pourparlers.claims.speech.singular import singular
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.claim import Agent
from pourparlers.model.mention import Mention

_DETERMINERS = frozenset(
    ("le", "la", "les", "l'", "l’", "un", "une", "des", "de", "d'", "ce", "cet", "cette", "ces", "certains", "plusieurs", "son", "sa", "ses")
)
#: Whoever says what nobody is told to have said.
UNNAMED = Agent("unnamed")


class Speakers:
    """Resolves heads of noun phrases and pronouns to agents; remembers nothing of what was asked before."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._by_head: dict[int, Mention] = {}
        self._holding: dict[int, Mention] = {}
        self._adjectives: dict[int, Mention] = {}
        for mention in context.mentions.mentions:
            if mention.form == "adjective":
                self._adjectives[mention.head] = mention
            else:
                _keep_longest(self._by_head, mention.head, mention)
                for token in context.annotated.tokens_in(mention.span):
                    _keep_longest(self._holding, token.i, mention)
        self._renamed = {m.actor: name for m in context.mentions.mentions for name in self._name_at_end(m)}

    def agents(self, head: Token) -> tuple[Agent, ...]:
        """The agents behind a noun or pronoun: one, several for "deux collaborateurs, X et Y"; none when it is no explicit speaker."""
        return tuple(whose(self._context, head, agent) for agent in self._agents(head))

    def _agents(self, head: Token) -> tuple[Agent, ...]:
        author = self.author(head)
        if author is not None:
            return (author,)
        if is_charge(head) or self._is_bare_count(head):
            return (UNNAMED,)
        if is_one_of(self._context.annotated, head):
            return self._one_of(head)
        named = self._names_beside(head) or self._name_behind(head)
        if named:
            return tuple(self._context.agent(m) for m in named)
        mention = self._by_head.get(head.i) or self._around(head)
        if mention is not None:
            return self._all(self._renamed.get(mention.actor, mention))
        unlisted = None if is_pronoun(self._context.annotated, head) else self._unlisted(head)
        return () if unlisted is None else (unlisted,)

    def _is_bare_count(self, head: Token) -> bool:
        """True for "les chiffres font état de": numbers that are nobody's; "les chiffres officiels" are somebody's."""
        return head.lemma in group("numbers_told") and not any(True for _ in self._context.annotated.dependents(head, "amod", "nmod", "acl", "obl"))

    def _one_of(self, head: Token) -> tuple[Agent, ...]:
        """The one of "l'une des passantes, Awa Sow", else "passante"; of a body that is several people, nobody."""
        named = self._names_beside(head) or self._name_behind(head)
        if named:
            return tuple(self._context.agent(m) for m in named)
        if is_pronoun(self._context.annotated, head):
            return ()
        first = self._first_name_behind(head)
        unlisted = self._unlisted(head)
        return (Agent(first),) if first else () if unlisted is None else (Agent(singular(unlisted.name)),)

    def _first_name_behind(self, head: Token) -> str:
        """ "Awa" in "dit l'une des passantes, Awa.", "" without one."""
        tokens = self._context.annotated.tokens
        last = self._last(head)
        after = tokens[last + 1 : last + 4]
        if len(after) < 3 or after[0].text != "," or after[1].pos != "PROPN" or after[2].text not in (",", ".", '"', "»"):
            return ""
        return after[1].text

    def _all(self, mention: Mention) -> tuple[Agent, ...]:
        """Whoever a passage means: both of "les deux pays", which is a mention of each."""
        same = [m for m in self._context.mentions.within(mention.span) if m.span == mention.span and m.form == mention.form]
        return tuple(self._context.agent(m) for m in same)

    def author(self, head: Token) -> Agent | None:
        """Whoever a text is of: "un communiqué de la présidence", "un communiqué malien", "une lettre lue par le ministre"."""
        if not is_text(head):
            return None
        annotated = self._context.annotated
        below = [*annotated.dependents(head, "nmod", "obl", "amod")]
        below += [t for c in annotated.dependents(head, "acl") if c.lemma in group("authoring") for t in annotated.dependents(c, "obl")]
        mentions = [self._by_head.get(t.i) or self._adjectives.get(t.i) for t in below if t.i > head.i]
        return next((self._context.agent(m) for m in mentions if m is not None), None)

    def _names_beside(self, head: Token) -> tuple[Mention, ...]:
        """The names in apposition to a title: "le porte-parole du ministère, Jean Dupont"."""
        if head.pos != "NOUN":
            return ()
        annotated = self._context.annotated
        names = [n for child in annotated.dependents(head, "appos") if child.pos == "PROPN" for n in conjuncts(annotated, child)]
        mentions = [self._by_head[n.i] for n in names if n.i in self._by_head]
        return tuple(m for m in mentions if m.form == "name" and self._kind(m) == "person")

    def _name_behind(self, head: Token) -> tuple[Mention, ...]:
        """Jean Roy in "un allié du maire, Jean Roy, a estimé", whatever the parser hung the name on."""
        tokens = self._context.annotated.tokens
        own = self._by_head.get(head.i)
        if head.pos != "NOUN" or (own is not None and own.form == "name"):
            return ()
        last = self._last(head)
        if last + 2 >= len(tokens) or tokens[last + 1].text != "," or tokens[last + 2].sentence != head.sentence:
            return ()
        mention = self._holding.get(last + 2)
        if mention is None or mention.form != "name" or mention.span.start != tokens[last + 2].start or self._kind(mention) != "person":
            return ()
        closing = next((t for t in tokens[last + 3 :] if t.start >= mention.span.end), None)
        return (mention,) if closing is None or closing.text in (",", ".", "»", '"') else ()

    def _name_at_end(self, title: Mention) -> list[Mention]:
        """Awa Sow in "le vice-ministre de la province Awa Sow": the person with whose name a title ends, without a preposition between them."""
        if title.form != "title" or self._kind(title) != "person":
            return []
        inside = (m for m in self._context.mentions.within(title.span) if m.form == "name" and m.span.end == title.span.end)
        return [m for m in inside if self._kind(m) == "person" and not self._is_owner(m)][:1]

    def _last(self, head: Token) -> int:
        """The last word of a noun phrase, by its index; the head itself where the tagger takes a mark for a noun."""
        words = self._context.annotated.tokens_in(phrase_span(self._context.annotated, head))
        return words[-1].i if words else head.i

    def _around(self, head: Token) -> Mention | None:
        """The mention that holds a word that is not its head ("M." in "M. Dupont"), else the name that ends its phrase ("l'agence nationale ANP")."""
        mention = self._holding.get(head.i)
        if mention is not None:
            return mention
        phrase = phrase_span(self._context.annotated, head)
        names = [m for m in self._context.mentions.within(phrase) if m.form == "name" and m.span.end == phrase.end]
        if any(t.text in DASHES for t in self._context.annotated.tokens_in(phrase)):
            return None  # "les pays garants — Lima et Quito": one of those listed is not all of them
        return names[0] if names and not self._is_owner(names[0]) else None

    def _is_owner(self, mention: Mention) -> bool:
        """True for the person or state behind a preposition: "un allié de M. Dupont", "les pays voisins du Mali" are somebody else."""
        first = self._context.annotated.token_at(mention.span.start)
        before = None if first is None or first.i == 0 else self._context.annotated.tokens[first.i - 1]
        return before is not None and before.pos == "ADP" and self._kind(mention) in ("person", "state")

    def _kind(self, mention: Mention) -> str:
        return self._context.mentions.actor(mention.actor).kind

    def _unlisted(self, head: Token) -> Agent | None:
        """A speaker that is no known actor, under its own words without the article; a name with all its words; None for a thing."""
        if is_thing(head):
            return None
        annotated = self._context.annotated
        tokens = list(annotated.tokens_in(phrase_span(annotated, head)))
        if head.pos == "PROPN":
            tokens = _name(annotated, head)
        dash = next((i for i, t in enumerate(tokens) if t.text in DASHES), len(tokens))
        tokens = tokens[:dash]
        while tokens and tokens[0].lower in _DETERMINERS:
            tokens.pop(0)
        return Agent(annotated.document.text[tokens[0].start : tokens[-1].end]) if tokens else None


def is_text(token: Token) -> bool:
    """True for a noun for something written or read out: "communiqué", "lettre"."""
    utterance = utterances().get(token.lemma)
    return utterance is not None and utterance.kind in ("charge", "text")


def is_charge(token: Token) -> bool:
    """True for a noun for what is said against somebody or of something: "accusation", "rumeur"."""
    utterance = utterances().get(token.lemma)
    return utterance is not None and utterance.kind == "charge"


def is_thing(token: Token) -> bool:
    """True for a noun that by its ending, or as a stretch of time, is nobody's: "situation", "vision", "heures"; a body or a text speaks."""
    if token.pos != "NOUN" or token.lemma in utterances() or token.lemma in bodies():
        return False
    return token.lemma in group("stretches_of_time") or token.lemma.endswith(tuple(group("thing_endings")))


def is_pronoun(annotated: Annotated, token: Token) -> bool:
    """True for a pronoun; a word with an article is none, whatever the tagger takes it for ("les maquisards")."""
    return token.pos == "PRON" and not _has_article(annotated, token)


def is_one_of(annotated: Annotated, token: Token) -> bool:
    """True for the plural behind "l'un de", "une de", and for "eux" in "l'un d'eux", "l'une d'entre elles"."""
    before = [t.lower for t in annotated.tokens[max(0, token.i - 4) : token.i]]
    at = next((i for i in range(len(before) - 1, -1, -1) if before[i] in _ONE), None)
    if at is None or at + 1 >= len(before) or before[at + 1] not in _OF:
        return False
    return all(word in _OF or word in _OWN for word in before[at + 1 :]) and not token.has("Number=Sing")


def counts_one(annotated: Annotated, token: Token) -> bool:
    """True for the "un" of "l'un des médiateurs", and for the plural behind it."""
    after = annotated.tokens[token.i + 1 : token.i + 2]
    return is_one_of(annotated, token) or (token.lower in _ONE and any(t.lower in _OF for t in after))


_ONE = frozenset(("un", "une", "l'un", "l'une"))
_OF = frozenset(("de", "d'", "d’", "des"))
_OWN = frozenset(("ses", "ces", "leurs", "nos", "mes", "vos", "entre", "les", "deux"))


def is_group(annotated: Annotated, token: Token) -> bool:
    """ "les shebab": a word that no tagger knows, with a plural article; and "les pays voisins", who speak together."""
    if token.lemma == "pays" and _has_article(annotated, token):
        return True
    return token.pos in ("PRON", "PROPN", "X") and token.text.islower() and _has_article(annotated, token)


def _has_article(annotated: Annotated, token: Token) -> bool:
    return token.i > 0 and annotated.tokens[token.i - 1].lower in ("les", "des", "ces")


def _keep_longest(index: dict[int, Mention], key: int, mention: Mention) -> None:
    if key not in index or len(index[key].span) < len(mention.span):
        index[key] = mention


def _name(annotated: Annotated, head: Token) -> list[Token]:
    """The capitalised words that follow a name's first one."""
    found = [head]
    for token in annotated.tokens[head.i + 1 :]:
        if not token.text[:1].isupper() or token.pos not in ("PROPN", "NOUN", "X", "ADJ"):
            break
        found.append(token)
    return found
