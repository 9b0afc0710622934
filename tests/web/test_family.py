"""A family as a graph."""

import pytest

from kualik.cases.findings import queries
from kualik.cases.findings.case import Case
from kualik.web.family import family, is_held
from tests.cases.casting import Story, keeper

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    """A mother, her two sons (one is held), the wife of one, and the mother's brother."""
    made = Story("Khalida told of her sons Erlan and Marat, of Erlan's wife Dana, and of her brother Serik.")
    mother, erlan, marat = made.person("Khalida"), made.person("Erlan"), made.person("Marat")
    dana, serik = made.person("Dana"), made.person("Serik")
    made.held(erlan, state="prison", sentence="P12Y")
    made.kin(mother, erlan, "son")
    made.kin(mother, marat, "son")
    made.kin(erlan, dana, "wife")
    made.kin(mother, serik, "brother")
    return made.accept()


def case_of(story: Story, entity: str) -> Case:
    """The case of one of them."""
    return queries.case(viewer=keeper(), person=story.who(entity))


def test_children_stand_below_and_the_held_one_is_marked(story: Story) -> None:
    """With where he is held, and the way to his page."""
    graph = family(case_of(story, "e1"))
    nodes = {one.label: one for one in graph.nodes if one.label}

    assert nodes["Khalida"].own
    assert nodes["Erlan"].held
    assert nodes["Erlan"].note == "prison, 12 years"
    assert nodes["Erlan"].address == f"/people/{story.who('e2')}/"
    assert not nodes["Marat"].held
    down = {(one.source, one.target) for one in graph.edges}
    assert (nodes["Khalida"].id, nodes["Erlan"].id) in down


def test_a_parent_stands_above_whoever_asks(story: Story) -> None:
    """Seen from the son the line leads down from her all the same."""
    graph = family(case_of(story, "e2"))
    nodes = {one.label: one.id for one in graph.nodes}

    assert (nodes["Khalida"], nodes["Erlan"]) in {(one.source, one.target) for one in graph.edges}


def test_it_reaches_two_steps(story: Story) -> None:
    """The mother's other son and her brother are seen from Erlan, each once."""
    labels = [one.label for one in family(case_of(story, "e2")).nodes if one.label]

    assert sorted(labels) == ["Dana", "Erlan", "Khalida", "Marat", "Serik"]


def test_a_couple_meets_below_and_siblings_above(story: Story) -> None:
    """At a dot without a name, so that they stand beside each other."""
    graph = family(case_of(story, "e2"))
    nodes = {one.label: one.id for one in graph.nodes if one.label}
    dots = {one.id for one in graph.nodes if not one.label}
    edges = {(one.source, one.target) for one in graph.edges}

    assert any((nodes["Erlan"], dot) in edges and (nodes["Dana"], dot) in edges for dot in dots)
    assert any((dot, nodes["Khalida"]) in edges and (dot, nodes["Serik"]) in edges for dot in dots)


def test_every_line_has_two_ends_in_the_graph(story: Story) -> None:
    """A line to nobody would break the drawing."""
    for entity in ("e1", "e2", "e3", "e4", "e5"):
        graph = family(case_of(story, entity))
        known = {one.id for one in graph.nodes}
        assert all({one.source, one.target} <= known for one in graph.edges)
        assert len(known) == len(graph.nodes)


def test_who_was_released_is_not_held(story: Story) -> None:
    """An end, or a state that is freedom."""
    (erlan,) = [one for one in case_of(story, "e1").kin if one.label == "Erlan"]
    assert is_held(erlan)

    again = Story("Khalida's son Nurlan was freed.")
    again.kin(again.person("Khalida"), again.person("Nurlan"), "son")
    again.held("e2", state="released")
    again.accept()
    (nurlan,) = case_of(again, "e1").kin

    assert not is_held(nurlan)
