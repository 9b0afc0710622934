"""A case with a secret in every place where one can be, and releases of it."""

from kualik.cases.accounts.models import Role, User
from kualik.cases.people.models import Person
from kualik.cases.releases import actions
from kualik.cases.releases.allowed import PASSAGES, allowed
from kualik.cases.releases.models import Audience, Release
from kualik.cases.sources.intake import Told
from kualik.engine.facts import Stance
from tests.cases.casting import NOW, Story, keeper, worker

__all__ = ["SECRETS", "UNNAMED", "approved", "case", "consented", "draft", "second_publisher"]

WITNESS, KIN, PROVIDER = "Zeynep Qorqytqyzy", "Batima Shorman", "Nurlan Tokhtasyn"
GIVER, TITLE, PHONE = "Rysty Beisenova", "Confidential dossier Orion", "+7 701 555 0199"
UNNAMED = (WITNESS, KIN, PROVIDER, GIVER)
"""Who may stand in nothing that leaves for the public, in no spelling."""

SECRETS = (*UNNAMED, TITLE, "Steppe Sentinel", "7015550199", "701 555 0199")
"""What else may not, as it is written."""


def case() -> Story:
    """Tell of Serik, who may be shown, by way of people who may not."""
    told = Told(publisher="Steppe Sentinel", published="2024-02-10", language="en")
    text = (
        f"{TITLE}\nSerik Almasuly is in prison in Altai for 10 years, his neighbour {WITNESS} said. "
        f"Call {PHONE}. They took him because of {WITNESS}. His wife is {KIN}. The ministry denies it."
    )
    story = Story(text, told=told, provider=PROVIDER)
    serik, kin = story.person("Serik Almasuly"), story.person(KIN)
    story.say(serik, "alias", "Серік Алмасұлы")
    story.say(serik, "phone", PHONE)
    story.say(serik, "notes", f"told by {WITNESS}")
    custody = story.held(serik, voice=(WITNESS,), state="prison", sentence="P10Y", place="Altai")
    story.say(custody, "grounds", f"because of {WITNESS}", voice=(WITNESS,))
    story.say(custody, "suspectedReason", "faith", voice=(WITNESS,))
    story.say(custody, "state", "prison", voice=("The ministry",), stance=Stance.DENIES)
    story.kin(serik, kin, "wife", voice=(WITNESS,))
    return story.accept()


def consented(person: Person, audience: Audience = Audience.PUBLIC) -> None:
    """Record that somebody may be shown."""
    actions.record_consent(by=keeper(), at=NOW, person=person, audience=audience, given_by=GIVER, given_on="2024-02")


def draft(
    person: Person, *, audience: Audience = Audience.PUBLIC, properties: tuple[str, ...] = (), words: bool = False
) -> Release:
    """Draft a release of one person: everything that the audience may see, words of documents only when asked."""
    shown = properties or tuple(one for one in allowed(audience) if words or one != PASSAGES)
    return actions.draft(
        by=keeper(), at=NOW, title="Held since 2018", audience=audience, persons=[person], properties=shown
    )


def approved(person: Person, *, audience: Audience = Audience.PUBLIC, words: bool = False) -> Release:
    """Release one person, with consent."""
    consented(person, audience)
    return actions.approve(by=keeper(), at=NOW, release=draft(person, audience=audience, words=words))


def second_publisher() -> User:
    """Make somebody else who may approve."""
    return worker("saule", Role.PUBLISHER)
