"""A person's family as a graph: who stands above, beside and below whom, and who of them is held."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from kualik.cases.findings.case import Case, Kin, Tie
from kualik.cases.people.models import Person
from kualik.web import words
from kualik.web.custody import in_a_line

__all__ = ["Edge", "Graph", "Node", "family", "is_held"]

ABOVE = frozenset({"mother", "father", "parent", "grandparent", "uncle", "aunt", "uncle or aunt"})
BELOW = frozenset({"son", "daughter", "child", "grandchild", "nephew", "niece", "nephew or niece"})
COUPLE = frozenset({"husband", "wife", "spouse"})
SIBLINGS = frozenset({"brother", "sister", "sibling"})
FREE = frozenset({"released", "died in custody", "barred from leaving"})
"""States in which somebody is held no more, or not behind a door."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Somebody, or (without a label) the dot at which a couple or brothers and sisters meet."""

    id: str
    label: str = ""
    note: str = ""  # where somebody is held
    address: str = ""
    held: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line from whoever stands above to whoever stands below."""

    id: str
    source: str
    target: str
    label: str = ""
    accepted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """A family of two steps, each person and each line once."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def is_held(one: Kin) -> bool:
    """Say whether a relative is said to be held still: a stretch of custody without an end that is not freedom."""
    return any(line.state not in FREE and not line.end for line in one.custody)


def family(case: Case) -> Graph:
    """Draw the relatives and theirs around one person."""
    centre = Node(id=_id(case.person, ""), label=case.label, own=True)
    nodes, edges = {centre.id: centre}, dict[str, Edge]()
    for place, one in enumerate(case.kin):
        node = _relative(one, f"k{place}")
        nodes.setdefault(node.id, node)
        _join(nodes, edges, _tie(centre.id, node.id, one.relation, accepted=one.accepted))
    for place, one in enumerate(case.kin):
        for nth, tie in enumerate(one.further):
            node = _further(tie, f"k{place}-{nth}")
            nodes.setdefault(node.id, node)
            _join(nodes, edges, _tie(_id(one.person, f"k{place}"), node.id, tie.relation, accepted=tie.accepted))
    return Graph(nodes=tuple(nodes.values()), edges=tuple(edges.values()))


def _join(nodes: dict[str, Node], edges: dict[str, Edge], tie: Iterable[Node | Edge]) -> None:
    """Keep what a tie brings; a tie that was drawn from the other side already is not drawn twice."""
    found = list(tie)
    drawn = {frozenset((one.source, one.target)) for one in edges.values()}
    if any(isinstance(one, Edge) and frozenset((one.source, one.target)) in drawn for one in found[-1:]):
        return
    for one in found:
        if isinstance(one, Node):
            nodes.setdefault(one.id, one)
        else:
            edges.setdefault(one.id, one)


def _tie(me: str, other: str, relation: str, *, accepted: bool) -> Iterator[Node | Edge]:
    """Draw what somebody is to another. Who is beside whom meets at a dot: above them, or below for a couple."""
    said = str(words.KIN.get(relation, relation))
    if relation in ABOVE:
        yield _edge(other, me, said, accepted=accepted)
    elif relation in BELOW:
        yield _edge(me, other, said, accepted=accepted)
    else:
        meet = f"{me}+" if relation in SIBLINGS else "+".join(sorted((me, other)))
        yield Node(id=meet)
        turned = relation in COUPLE
        yield _edge(*((me, meet) if turned else (meet, me)), "", accepted=True)
        yield _edge(*((other, meet) if turned else (meet, other)), said, accepted=accepted)


def _edge(source: str, target: str, label: str, *, accepted: bool) -> Edge:
    return Edge(id=f"{source}>{target}", source=source, target=target, label=label, accepted=accepted)


def _relative(one: Kin, own: str) -> Node:
    held = is_held(one)
    return Node(
        id=_id(one.person, own),
        label=one.label,
        note=in_a_line(one.custody[0]) if one.custody else "",
        address=_address(one.person),
        held=held,
    )


def _further(tie: Tie, own: str) -> Node:
    return Node(id=_id(tie.person, own), label=tie.label, address=_address(tie.person))


def _id(person: Person | None, own: str) -> str:
    return str(person) if person else own


def _address(person: Person | None) -> str:
    return reverse("person", args=[str(person)]) if person else ""
