"""What is known of kinds of events when two of them are compared."""

#: Kinds that end what others of their type begin.
UNDOING = frozenset({"agreement.ended", "ceasefire.ended", "ceasefire.suspended", "corridor.suspended", "sanction.lifted"})
#: Kinds of which a country rarely sees two within months.
RARE = frozenset({"attack.war", "capture.annexation", "capture.coup", "movement.invasion"})
#: Kinds that most articles tell of once, if at all: two that each do so tell of one.
UNCOMMON = frozenset({"attack.abduction", "displacement.exile", "exchange.bodies"})
#: Kinds that name in general what another kind of their type tells in detail.
GENERAL = {"sanction.imposed": "sanction.blockade"}
#: Types of what is only said, many times and of many things: its content tells which it is.
SPOKEN = frozenset({"proposal", "rejection", "threat"})
#: Kinds that are nothing else of their type: a war is none of its strikes, and what is taken need not be annexed.
DISTINCT = {
    "attack.abduction": frozenset({"attack.clash", "attack.strike", "attack.war"}),
    "attack.war": frozenset({"attack.killing", "attack.strike"}),
    "capture.annexation": frozenset({"capture.coup", "capture.taken"}),
}


def distinct(left: str | None, right: str | None) -> bool:
    """True when what is of one kind is not of the other."""
    if left is None or right is None:
        return False
    return right in DISTINCT.get(left, ()) or left in DISTINCT.get(right, ())
