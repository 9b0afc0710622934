"""Three publishers that name some of the same invented people, a copy, and one who cites another."""

from collections.abc import Sequence

from kualik.cases.accounts.models import User
from kualik.cases.findings import actions
from kualik.cases.findings.captures import Chosen
from kualik.cases.findings.counts import Asked
from kualik.cases.findings.models import Count
from kualik.cases.people import actions as people
from kualik.cases.people.models import Verdict
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from kualik.engine.counting import Question
from tests.cases.casting import NOW, Story, keeper, later

__all__ = ["PEOPLE", "QUESTION", "asked", "lists", "named"]

PEOPLE = ("Serik Almasuly", "Bolat Qairatuly", "Aigul Serikqyzy", "Marat Zhomartuly", "Dana Erlanqyzy")
ON = {
    "Valley Committee": (0, 1, 2),
    "Steppe Post": (1, 2, 3),
    "Court Archive": (2, 3, 4),
}
QUESTION = Question(population="people held in the valley")


def named(
    publisher: str,
    who: Sequence[str],
    *,
    voice: tuple[str, ...] = (),
    level: Sensitivity = Sensitivity.INTERNAL,
    provider: str = "",
    text: str = "",
    **held: str,
) -> Story:
    """Let a publisher say of people that they are held, and accept it."""
    words = text or f"{publisher} knows of {' and of '.join(who)}, who were all taken away."
    told = Told(publisher=publisher, published="2024-02-10", language="en", level=level)
    story = Story(words, told=told, provider=provider)
    for name in who:
        story.held(story.person(name), voice=voice, **{"state": "camp", "place": "Ghulja", **held})
    return story.accept()


def same(left: Story, right: Story, name: str) -> None:
    """Judge two mentions of one name to be of one human being."""
    ends = [
        next(story.mention(id_) for id_, one in story.entities.items() if one.name == name) for story in (left, right)
    ]
    people.judge(
        by=keeper(), at=later(1), left=ends[0], right=ends[1], verdict=Verdict.POSITIVE, why="as the lists say"
    )


def lists() -> dict[str, Story]:
    """Make the three lists, with everybody who is on two of them judged to be one."""
    stories = {name: named(name, [PEOPLE[place] for place in places]) for name, places in ON.items()}
    for place, name in enumerate(PEOPLE):
        with_them = [stories[publisher] for publisher, places in ON.items() if place in places]
        for other in with_them[1:]:
            same(with_them[0], other, name)
    return stories


def asked(by: User | None = None, chosen: Chosen | None = None) -> Count:
    """Ask how many they are."""
    question = Asked(question=QUESTION, chosen=chosen or Chosen())
    return actions.ask_count(by=by or keeper(), at=NOW, asked=question)
