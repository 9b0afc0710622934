"""The reference of commands is written from the commands."""

import typer

from tools.docs import reference


def toy(*, doing: str) -> typer.Typer:
    """An application with one command, and one beneath a second."""
    app, release = typer.Typer(rich_markup_mode=None), typer.Typer(help="Show a release.")
    app.add_typer(release, name="release")
    for group, name in ((app, "read"), (release, "make"), (release, "approve")):
        group.command(name, help=doing)(lambda: None)
    return app


def test_every_command_has_a_section() -> None:
    """Those beneath another come after it, each by the whole of what one types."""
    headings = [line for line in reference(toy(doing="Do it.")).splitlines() if line.startswith("##")]

    assert headings == [
        "## kualik",
        "### kualik read",
        "### kualik release",
        "#### kualik release make",
        "#### kualik release approve",
    ]


def test_the_page_changes_with_the_commands() -> None:
    """So that --check finds a page that is out of date."""
    assert "Do it.\n" in reference(toy(doing="Do it."))
    assert reference(toy(doing="Do it.")) != reference(toy(doing="Undo it."))
