"""Which drafts a researcher who codes a peace process would want as rows."""

from pourparlers.claims.events.drafts import Draft

#: Kinds that are events by their mere mention, given somebody who does them.
_ACTS = frozenset(("proposal", "rejection", "threat", "violation", "capture", "exchange", "ceasefire", "corridor", "sanction", "displacement", "aid"))


def salient(draft: Draft) -> bool:
    """True for a draft that has a day, a place or people of its own, and does not tell a mere wish."""
    needs = draft.hit.trigger.needs
    people = len(draft.participants)
    if ("party" in needs and not people) or ("parties" in needs and people < 2):
        return False
    if ("dated" in needs and not draft.dated) or ("placed" in needs and draft.place is None):
        return False
    if draft.effect == "wish" and not draft.dated:
        return False
    if draft.dated or draft.round is not None:
        return True
    if draft.kind.type in _ACTS:
        return bool(people or draft.place is not None)
    return draft.place is not None or people >= (1 if draft.hit.verbal else 2)
