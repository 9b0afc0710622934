"""`kualik demo`: a casebook of fictional people, built by the real pipeline, and served."""

import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from kualik.casebook import folder
from kualik.casebook.durable import write_file
from kualik.cli import common

__all__ = ["app"]

PLACE = ".kualik-demo"
READY = "demo-of"  # holds the version that built it; written last, so that half a demo is no demo
PASSWORD = "sign-in"  # noqa: S105 (the name of a file)

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def demo(
    port: Annotated[int, typer.Option("--port", help="Where to serve it, on this machine only.")] = 8000,
    place: Annotated[Path, typer.Option("--at", help="The folder it lies in.")] = Path(PLACE),
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve it, or only build it.")] = True,
    fresh: Annotated[bool, typer.Option("--fresh", help="Build it anew, whatever was done in it.")] = False,
) -> None:
    """Build a casebook of fictional people, once, and serve it at 127.0.0.1:8000.

    Example: kualik demo
    """
    casebook = place.absolute()
    os.environ.pop(folder.ADDRESS, None)  # the demo never goes into a team's database
    if fresh or not _is_ready(casebook):
        _build(casebook)
        if serve:
            _begin_anew(casebook, port)
    os.environ[folder.VARIABLE] = str(casebook)
    password = (casebook / PASSWORD).read_text(encoding="ascii")
    common.tell("everybody in this casebook is fictional")
    common.tell(f"sign in as aigerim (editor), saule (publisher) or marat (administrator); password {password}")
    if serve:
        from kualik.cli.serve import run

        common.open_casebook()
        run(host="127.0.0.1", port=port, worker=True)


def _begin_anew(casebook: Path, port: int) -> None:
    """Become a process that has not read Django's settings yet: ours name the folder in which the demo was built."""
    words = ["demo", "--at", str(casebook), "--port", str(port)]
    os.execv(sys.executable, [sys.executable, "-P", "-m", "kualik", *words])  # noqa: S606 (our own program, no shell)


def _is_ready(casebook: Path) -> bool:
    try:
        return (casebook / READY).read_text(encoding="ascii") == version("kualik")
    except FileNotFoundError:
        return False


def _build(casebook: Path) -> None:
    """Build in a folder beside, renamed into its place when whole: an interrupted demo begins anew."""
    from kualik.cli import demo_building

    if (casebook.exists() and any(casebook.iterdir())) and not (casebook / READY).exists():
        raise typer.BadParameter(f"{casebook} holds something else than a demo", param_hint="--at")
    new = casebook.with_name(f"{casebook.name}-new")
    shutil.rmtree(new, ignore_errors=True)
    new.parent.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {folder.VARIABLE: str(new)}
    subprocess.run(
        [sys.executable, "-P", "-m", "kualik", "init", "--name", "Kuälik demo"],
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.environ[folder.VARIABLE] = str(new)
    common.open_casebook()
    from kualik.cases.accounts import passwords

    password = passwords.one_time()
    demo_building.build(keeper=common.acting(), password=password, tell=common.tell)
    _finish(new, casebook, password)


def _finish(new: Path, casebook: Path, password: str) -> None:
    from django.db import connections

    connections.close_all()
    write_file(new / PASSWORD, password.encode("ascii"))
    write_file(new / READY, version("kualik").encode("ascii"))
    shutil.rmtree(casebook, ignore_errors=True)
    new.rename(casebook)
