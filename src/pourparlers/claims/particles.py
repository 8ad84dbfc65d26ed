"""Little words and marks that come in several forms: elided, joined with an article, French or English."""

#: "de", however it is elided.
OF = frozenset(("de", "d'", "d’"))
#: "de" with or without the article in it.
OF_THE = OF | {"du", "des"}
#: "à" with or without the article in it.
TO_THE = frozenset(("à", "au", "aux"))
#: "le" in all its forms, an article or a pronoun.
THE = frozenset(("le", "la", "l'", "l’", "les"))
#: "que", however it is elided.
THAT = frozenset(("que", "qu'", "qu’"))
#: "se", however it is elided.
ONESELF = frozenset(("se", "s'", "s’"))
#: "ne", however it is elided.
NOT = frozenset(("ne", "n'", "n’"))
#: What closes a quotation; a straight mark may open one too.
CLOSING = frozenset(("»", "”", '"'))
#: What opens or closes a quotation.
QUOTES = CLOSING | {"«", "“"}
#: What sets words apart, longer than a hyphen.
DASHES = frozenset(("–", "—"))
