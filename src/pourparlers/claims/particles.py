"""Little words that French elides or joins with an article: one word under several forms."""

#: "de", however it is elided.
OF = frozenset(("de", "d'", "d’"))
#: "de" with or without the article in it.
OF_THE = OF | {"du", "des"}
#: "que", however it is elided.
THAT = frozenset(("que", "qu'", "qu’"))
#: "se", however it is elided.
ONESELF = frozenset(("se", "s'", "s’"))
