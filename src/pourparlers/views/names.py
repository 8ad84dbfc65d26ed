"""What documents are called: the name that their source gave, told apart where several documents have one name."""

from collections import Counter

from pourparlers.store import View

#: Hex digits of a document's id that tell it apart from others of its name.
_DIGITS = 8


def settled_names(view: View) -> dict[str, str]:
    """The name of each document by its id. Of several with one name, each gets "~" and the first digits of its id."""
    names = view.names()
    times = Counter(names.values())
    return {document: name if times[name] == 1 else f"{name}~{document.partition('-')[2][:_DIGITS]}" for document, name in names.items()}
