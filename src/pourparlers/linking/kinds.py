"""What is known of kinds of events when two of them are compared."""

#: Kinds that end what others of their type begin.
UNDOING = frozenset({"agreement.ended", "ceasefire.ended", "ceasefire.suspended", "corridor.suspended", "sanction.lifted"})
#: Kinds of which a country rarely sees two within months.
RARE = frozenset({"attack.war", "capture.annexation", "capture.coup", "movement.invasion"})
#: Kinds that most articles tell of once, if at all: two that each do so tell of one.
UNCOMMON = frozenset({"attack.abduction", "displacement.exile", "exchange.bodies"})
#: Kinds that name in general what another kind of their type tells in detail.
GENERAL = {"sanction.imposed": "sanction.blockade"}
#: Kinds that are nothing else of their type: a war is none of its strikes, and what is taken need not be annexed.
DISTINCT = {
    "attack.abduction": frozenset({"attack.clash", "attack.strike", "attack.war"}),
    "attack.war": frozenset({"attack.killing", "attack.strike"}),
    "capture.annexation": frozenset({"capture.coup", "capture.taken"}),
}
#: Kinds that undo each other: what one brings about, the other ends.
_CONTRARY = (
    ({"agreement.adopted", "agreement.signed"}, {"agreement.ended"}),
    ({"ceasefire.declared", "ceasefire.extended", "ceasefire.in_force"}, {"ceasefire.ended", "ceasefire.suspended"}),
    ({"corridor.evacuation", "corridor.opened"}, {"corridor.suspended"}),
    ({"displacement.exile", "displacement.flight"}, {"displacement.return"}),
    (
        {"movement.advance", "movement.deployment", "movement.invasion", "movement.mobilisation", "movement.operation"},
        {"movement.demobilisation", "movement.withdrawal"},
    ),
    ({"sanction.blockade", "sanction.imposed"}, {"sanction.lifted"}),
)
#: Kind -> the kinds that are its contrary.
CONTRARIES = {kind: frozenset(other) for pair in _CONTRARY for one, other in (pair, pair[::-1]) for kind in one}


def contrary(left: str | None, right: str | None) -> bool:
    """True for two kinds of which one undoes the other: never one thing, whoever did them, and on whatever day."""
    return left is not None and right in CONTRARIES.get(left, ())


def distinct(left: str | None, right: str | None) -> bool:
    """True when what is of one kind is not of the other."""
    if left is None or right is None:
        return False
    return right in DISTINCT.get(left, ()) or left in DISTINCT.get(right, ())
