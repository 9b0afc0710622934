"""`kualik llm`: whether a language model of the user's own gives a second reading, and which."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kualik.assistant import settings
from kualik.assistant.errors import NoAnswer
from kualik.assistant.opinion import Assistant
from kualik.assistant.settings import Settings
from kualik.casebook import folder
from kualik.cli import common
from kualik.engine.facts import Document, Reading

__all__ = ["app", "assistant", "warn_of"]

TRIAL = "Aigerim Tulegen said that her brother Daulet had been sentenced to 12 years in prison in March 2018."

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="A second reading by a language model of your own: off unless set; on this machine unless you say otherwise.",
)


@app.command("set")
def set_(
    url: Annotated[str, typer.Option(help="An OpenAI-compatible address, such as http://127.0.0.1:11434/v1.")],
    model: Annotated[str, typer.Option(help="The model's name at that address.")],
    key_file: Annotated[Path | None, typer.Option(help="A file of yours with its key, readable by you alone.")] = None,
    seconds: Annotated[int, typer.Option(min=1, max=settings.MOST_SECONDS, help="For one question.")] = 120,
    allow_remote: Annotated[bool, typer.Option("--allow-remote", help="It is on another machine.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Confirm that text may leave this machine.")] = False,
) -> None:
    """Say which language model gives a second reading; `kualik read --llm` and the worker then ask it.

    Example: kualik llm set --url http://127.0.0.1:11434/v1 --model qwen2.5:7b
    """
    common.open_casebook()
    from kualik.cases.claims import second_reader

    second_reader.check_may_set(common.acting())
    made = Settings(
        url=url, model=model, key_file=str(key_file.absolute()) if key_file else "", seconds=seconds,
        allow_remote_llm=allow_remote,
    )  # fmt: skip
    if made.address.remote and allow_remote:
        _confirm(made.address.host, yes=yes)
        made = replace(made, confirmed=made.address.host)
    settings.key(made, casebook=folder.located())
    path = second_reader.name(by=common.acting(), at=common.now(), casebook=folder.located(), chosen=made)
    common.say(f"{model} at {made.address.host} gives a second reading; kept in {path}; kualik llm off ends it")


@app.command()
def show() -> None:
    """Say whether a language model is set, and where it is.

    Example: kualik llm show
    """
    if not settings.is_set(folder.located()):
        common.say("off: no language model is asked")
        return
    told = settings.load(folder.located())
    where = f"on {told.allowed().host}: text leaves this machine" if told.address.remote else "on this machine"
    common.say(f"on: {told.model} at {told.url}, {where}; {told.seconds} s for a question")


@app.command()
def test() -> None:
    """Ask the language model about one sentence of our own, and print what of its answer can be used.

    Example: kualik llm test
    """
    model = assistant()
    document = Document(id="sha256:trial", media_type="text/plain", text=TRIAL, language="en")
    opinion = model.second(Reading(document=document))
    for failure in opinion.failures:
        raise NoAnswer(host=model.address.host, why=failure)
    for claim in opinion.reading.claims:
        common.say(f"{claim.property}: {claim.value}  “{claim.quote}”")
    for warning in opinion.reading.document.warnings:
        common.tell(warning)
    common.say(f"{len(opinion.reading.claims)} claims of its answer stand in the text")


@app.command()
def off() -> None:
    """Ask no language model any more.

    Example: kualik llm off
    """
    common.open_casebook()
    from kualik.cases.claims import second_reader

    was = second_reader.dismiss(by=common.acting(), at=common.now(), casebook=folder.located())
    if settings.is_set(folder.located()):
        common.tell(f"still on: {settings.URL} in the environment names one; unset it")
    else:
        common.say("off" if was else "it was off")


def assistant() -> Assistant:
    """Make the language model at hand ready, and say plainly where text will leave this machine.

    Raises:
        NoAssistant: none is set.
        SettingsRefused: its settings or its key cannot be used.
        AddressRefused: no text may be sent there.
    """
    made = Assistant(settings.load(folder.located()), casebook=folder.located())
    warn_of(made)
    return made


def warn_of(made: Assistant) -> None:
    """Say that text leaves this machine, where it does."""
    if made.remote:
        common.tell(f"the text of documents leaves this machine: it is sent to {made.address.host}")


def _confirm(host: str, *, yes: bool) -> None:
    common.tell(
        f"the text of documents, with the names of those it tells of, will leave this machine and be sent to {host}. "
        "Whoever runs that machine, and whoever can compel them, may read and keep it."
    )
    if not yes:
        typer.confirm("Send it there?", abort=True, err=True)
