"""One of several: "responsable gouvernemental" for "responsables gouvernementaux"."""

_FEW = frozenset(("deux", "trois", "quatre", "cinq", "six", "plusieurs", "certains", "certaines", "quelques", "autres", "nombreux"))
#: What follows these is of another number: "membres du conseil des ministres".
_LINKS = ("de", "du", "des", "d'", "d’", "à", "au", "aux", "en", "pour", "sous", "dans")


def singular(phrase: str) -> str:
    """A plural noun phrase without article in the singular, up to its first complement, and without the number that counts it."""
    words = phrase.split()
    while len(words) > 1 and words[0].lower() in _FEW:
        words.pop(0)
    stop = next((i for i, w in enumerate(words) if w.lower().startswith(("d'", "d’")) or w.lower() in _LINKS), len(words))
    return " ".join([*(_one(w) for w in words[:stop]), *words[stop:]])


def _one(word: str) -> str:
    if word.endswith("eaux") or (word.endswith("x") and not word.endswith("aux")):
        return word[:-1] if word.endswith(("eaux", "eux")) and not word.endswith("ieux") else word
    if word.endswith("aux"):
        return word[:-3] + "al"
    return word[:-1] if word.endswith("s") and len(word) > 3 else word
