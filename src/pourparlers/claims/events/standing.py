"""What is known of how far an event has come, and the types of event that it depends on."""

from dataclasses import dataclass

#: Acts: whoever decides on one has done it.
ACTS = frozenset(("rejection", "sanction", "agreement", "ceasefire", "threat"))
#: Acts of speech: they are done or not, never proposed.
SAID = frozenset(("rejection", "threat"))
#: Deeds that nobody proposes: an infinitive that is not governed tells nothing.
DEEDS = frozenset(("attack", "displacement", "violation", "interception"))
#: What is done with the hands, each in a place: nobody does it by speaking.
ON_THE_GROUND = frozenset(("attack", "capture", "displacement", "interception", "movement"))
#: What one threatens to do is told as one of these; the threat of an attack is a threat.
THREATENED = frozenset(("sanction",))
#: What did not take place is told all the same when it was to be held; an attack that did not happen is no event.
TO_BE_HELD = frozenset(("meeting", "call", "exchange", "corridor", "agreement", "vote", "aid"))
RENDEZVOUS = frozenset(("meeting", "call"))
#: What two sides make, and keep to or break later.
MADE = frozenset(("agreement", "ceasefire"))
#: What lasts: told in the present, or as begun today, it is going on.
LASTING = frozenset(("meeting", "attack", "movement", "capture", "sanction", "aid", "displacement", "ceasefire", "corridor"))
#: The status of what is told after each modal.
MODALS = {"aller": "planned", "devoir": "planned", "pouvoir": "proposed", "venir": "occurred", "vouloir": "proposed", "falloir": "proposed"}


@dataclass(frozen=True, slots=True)
class Standing:
    """status: one of the model's, None when the words tell of nothing that happened or is meant to. effect: of the word that decided, or ""."""

    status: str | None
    effect: str = ""
