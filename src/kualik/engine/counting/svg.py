"""Drawings as SVG text: no script, no style of their own, a title and a description, and a table that says the same.

Colours come from classes that the page defines, so that a drawing is light by day and dark by night. The drawing runs
from left to right in every language, as its axes do; words in it keep their own direction.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from kualik.engine.counting.phrases import Phrase

__all__ = ["Figure", "Say", "circle", "diamond", "drawing", "line", "path", "rectangle", "text"]

Say = Callable[[Phrase], str]
"""Says a phrase in the reader's language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A drawing, what it shows in words, and the same as a table: its head and its rows."""

    id: str
    title: str
    description: str
    svg: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def drawing(*, name: str, title: str, description: str, size: tuple[float, float], parts: Iterable[str]) -> str:
    """Put parts together.

    Args:
        name: an id that is unique on the page.
        title: what a reader of the screen says first.
        description: what the drawing shows.
        size: width and height in units of the drawing.
        parts: elements, already escaped.

    Returns:
        An `svg` element.
    """
    width, height = size
    return (
        f'<svg class="figure" viewBox="0 0 {width:.0f} {height:.0f}" role="img" direction="ltr" '
        f'aria-labelledby="{name}-title {name}-description"><title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-description">{escape(description)}</desc>{"".join(parts)}</svg>'
    )


def line(at: tuple[float, float], to: tuple[float, float], *, kind: str) -> str:
    """Draw a line.

    Args:
        at: x and y of its beginning.
        to: of its end.
        kind: its classes.

    Returns:
        The element.
    """
    return f'<line class="{kind}" x1="{at[0]:.1f}" y1="{at[1]:.1f}" x2="{to[0]:.1f}" y2="{to[1]:.1f}"/>'


def rectangle(at: tuple[float, float], size: tuple[float, float], *, kind: str) -> str:
    """Draw a rectangle.

    Args:
        at: x and y of its corner, left and above.
        size: width and height.
        kind: its classes.

    Returns:
        The element.
    """
    width, height = (max(one, 0.5) for one in size)
    return f'<rect class="{kind}" x="{at[0]:.1f}" y="{at[1]:.1f}" width="{width:.1f}" height="{height:.1f}"/>'


def circle(at: tuple[float, float], *, radius: float, kind: str) -> str:
    """Draw a point.

    Args:
        at: x and y.
        radius: in units of the drawing.
        kind: its classes.

    Returns:
        The element.
    """
    return f'<circle class="{kind}" cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="{radius:g}"/>'


def diamond(at: tuple[float, float], *, radius: float, kind: str) -> str:
    """Draw a point of another shape, for whoever does not tell colours apart.

    Args:
        at: x and y.
        radius: in units of the drawing.
        kind: its classes.

    Returns:
        The element.
    """
    x, y = at
    return path([(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)], kind=kind, closed=True)


def path(points: Iterable[tuple[float, float]], *, kind: str, closed: bool = False) -> str:
    """Draw straight lines from point to point.

    Args:
        points: x and y of each.
        kind: its classes.
        closed: whether the end leads back to the beginning.

    Returns:
        The element.
    """
    steps = " L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f'<path class="{kind}" d="M{steps}{"Z" if closed else ""}"/>'


def text(words: str, at: tuple[float, float], *, kind: str = "", anchor: str = "start") -> str:
    """Write words; their letters keep the direction of their own script.

    Args:
        words: any text; it is escaped here.
        at: x, and y of the line that letters stand on.
        kind: its classes.
        anchor: "start", "middle" or "end": which end of the text stands at x.

    Returns:
        The element.
    """
    classes = f' class="{kind}"' if kind else ""
    return f'<text{classes} x="{at[0]:.1f}" y="{at[1]:.1f}" text-anchor="{anchor}">{escape(words)}</text>'
