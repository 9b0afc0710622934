"""Every command says what it does, with an example, and is in the reference."""

from collections.abc import Iterator
from typing import Any

import typer

from kualik.cli import app
from tests.architecture.source import ROOT

REFERENCE = ROOT / "docs" / "guide" / "commands.md"


def commands(application: typer.Typer) -> Iterator[tuple[str, str]]:
    """Give each command that does something, with its help."""
    yield from _commands(typer.main.get_command(application), name="kualik", parent=None)


def _commands(command: Any, *, name: str, parent: Any) -> Iterator[tuple[str, str]]:
    context = command.make_context(name, [], parent=parent, resilient_parsing=True, terminal_width=100)
    beneath: list[str] = command.list_commands(context) if hasattr(command, "list_commands") else []
    if not beneath:
        yield context.command_path, command.get_help(context)
    for found in beneath:
        yield from _commands(command.get_command(context, found), name=found, parent=context)


def without_example(application: typer.Typer) -> list[str]:
    """Name the commands whose help shows no use of them besides the line of usage."""
    return [path for path, text in commands(application) if text.count(path) < 2]


def test_every_command_shows_an_example() -> None:
    """`kualik WORD --help` says how one would type it."""
    assert without_example(app) == []


def test_every_command_is_in_the_reference() -> None:
    """What can be typed can be read about."""
    headings = {line.lstrip("# ") for line in REFERENCE.read_text().splitlines() if line.startswith("#")}

    assert [path for path, _ in commands(app) if path not in headings] == []


def test_a_command_without_an_example_is_found() -> None:
    """One that only says what it does is named; one that shows it is not."""
    toy = typer.Typer(rich_markup_mode=None)

    @toy.command()
    def silent() -> None:
        """Do something."""

    @toy.command()
    def shown() -> None:
        """Do something.

        Example: kualik shown
        """

    assert without_example(toy) == ["kualik silent"]
