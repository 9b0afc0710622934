"""`./kualik lint`: style, types, import contracts, migrations, the reference of commands.

Changes nothing without --fix.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence

from tools.steps import ROOT, Outcome, Step, python, run_all, say

__all__ = ["checks", "main"]


def checks(*, casebook: str) -> tuple[Step, ...]:
    """List every check; the longest comes first, so that the others run beside it.

    `casebook` is an empty folder: no check looks into the casebook of whoever runs it.
    """
    environment = {"KUALIK_CASEBOOK": casebook, "KUALIK_DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "kualik.settings"}
    migrations = python("-m", "django", "makemigrations", "--check", "--dry-run")
    contracts = python("-c", "from importlinter.cli import lint_imports_command as check; check()", "--no-logo")
    return (
        Step(name="types (mypy)", command=python("-m", "mypy", "--no-error-summary"), environment=environment),
        Step(
            name="style (ruff check)",
            command=python("-m", "ruff", "check", "--no-fix", "--quiet", "--output-format=concise"),
        ),
        Step(name="layout (ruff format)", command=python("-m", "ruff", "format", "--check", "--output-format=concise")),
        Step(name="import contracts (lint-imports)", command=contracts),
        Step(name="no migration is missing", command=migrations, environment=environment),
        Step(name="the notices of third parties are current", command=python("-m", "tools.notices", "--check")),
        Step(name="the reference of commands is current", command=python("-m", "tools.docs", "--check")),
    )


def run() -> list[Outcome]:
    """Run every check."""
    say("\n=== lint")
    with tempfile.TemporaryDirectory(prefix="kualik-lint-") as casebook:
        return run_all(checks(casebook=casebook))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the checks and give the exit code."""
    parser = argparse.ArgumentParser(prog="kualik lint", description=__doc__)
    parser.add_argument("--fix", action="store_true", help="first put right what ruff can put right by itself")
    if parser.parse_args(arguments).fix:
        for words in (("check", "--fix", "--quiet"), ("format", "--quiet")):
            subprocess.run(python("-m", "ruff", *words), cwd=ROOT, check=False)
    return int(any(outcome.code for outcome in run()))


if __name__ == "__main__":
    sys.exit(main())
