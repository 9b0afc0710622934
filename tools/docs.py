"""`./kualik docs`: write docs/guide/commands.md from what the commands say of themselves.

With --check nothing is written: exit code 1 says that the page is no longer what the commands say.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import typer

from tools.steps import ROOT, say

__all__ = ["main", "reference"]

PAGE = ROOT / "docs" / "guide" / "commands.md"
WIDTH = 100
HEAD = """# The commands

What each command says of itself. This page is written by `./kualik docs`; `./kualik lint` fails where it is stale.
From a clone write `./kualik` for `kualik`.
"""


def reference(app: typer.Typer) -> str:
    """Write the page for an application."""
    sections = (f"\n{'#' * (level + 1)} {path}\n\n```text\n{text}\n```\n" for level, path, text in _sections(app))
    return HEAD + "".join(sections)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the page, or compare it."""
    parser = argparse.ArgumentParser(prog="kualik docs", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    check = parser.parse_args(arguments).check
    from kualik.cli import app  # noqa: PLC0415 (the test of this module brings an application of its own)

    page = reference(app)
    if not check:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(page, encoding="utf-8")
        say(f"written: {PAGE.relative_to(ROOT)}")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page:
        return 0
    say(f"{PAGE.relative_to(ROOT)} is not what the commands say; type: ./kualik docs")
    return 1


def _sections(app: typer.Typer) -> Iterator[tuple[int, str, str]]:
    yield from _section(typer.main.get_command(app), name="kualik", parent=None, level=1)


def _section(command: Any, *, name: str, parent: Any, level: int) -> Iterator[tuple[int, str, str]]:
    """Give a command's section and then those of the commands beneath it."""
    context = command.make_context(name, [], parent=parent, resilient_parsing=True, terminal_width=WIDTH)
    yield level, context.command_path, command.get_help(context)
    for beneath in getattr(command, "list_commands", lambda _: [])(context):
        found = command.get_command(context, beneath)
        yield from _section(found, name=beneath, parent=context, level=min(level + 1, 3))


if __name__ == "__main__":
    sys.exit(main())
