"""`kualik count`: the counting engine by itself, or on the casebook's own lists."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from kualik.cli import common
from kualik.cli.count_report import Wanted, write
from kualik.cli.count_tables import read
from kualik.cli.interrupts import INTERRUPTED, listening
from kualik.cli.progress import shown
from kualik.engine.counting import (
    Claimed,
    Interrupted,
    Options,
    Question,
    Report,
    Settings,
    Table,
    Watch,
    count_people,
    count_replicates,
    count_strata,
)
from kualik.engine.counting.phrases import Phrase

__all__ = ["app"]

METHODS = {"all": "A+B+C", "a": "A", "b": "B", "c": "C", "ab": "A+B"}
PRIORS: dict[str, Literal["inverse", "uniform"]] = {"inverse": "inverse", "uniform": "uniform"}
CHECKPOINT = ".kualik-count"

Tables = Annotated[
    list[Path] | None,
    typer.Argument(metavar="TABLE…", help="CSV: one 0/1 column per list, last column count. Several: one per part."),
]
Strata = Annotated[str, typer.Option(help="The column (or the property) by which parts are counted and added up.")]
Replicates = Annotated[str, typer.Option(help="The column that numbers linkages, which are averaged over.")]
Population = Annotated[str, typer.Option(help="Who is counted.")]
Place = Annotated[str, typer.Option(help="Where.")]
Window = Annotated[str, typer.Option(help="When: from, to.")]
Event = Annotated[str, typer.Option(help="What must have happened to somebody for a list to name them.")]
Described = Annotated[list[str] | None, typer.Option("--list", help="NAME=what it is; once for each list.")]
Figure = Annotated[str, typer.Option("--claimed", help="A figure that others give, in their words.")]
Source = Annotated[str, typer.Option("--claimed-source", help="Who gives it, and how they know.")]
Method = Annotated[str, typer.Option(help="all, or a, b, c, ab; a headline needs a and b.")]
Seed = Annotated[int, typer.Option(min=0, help="The same seed gives the same answer.")]
PriorOption = Annotated[
    str, typer.Option("--prior", help="Of how many people there are: inverse, or uniform up to --cap.")
]
Cap = Annotated[int | None, typer.Option(min=1, help="The most people there can be; else 1000 times those listed.")]
Delta = Annotated[float | None, typer.Option(help="Prior weight of a cell in model A.")]
Resume = Annotated[Path | None, typer.Option(help="Go on with what Ctrl-C left behind.")]
Html = Annotated[Path | None, typer.Option(help="Write the report with drawings to one HTML file as well.")]
Told = Annotated[bool, typer.Option("--progress", help="Say on stderr, line by line, how far it has come.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
FromCasebook = Annotated[
    bool, typer.Option("--from-casebook", help="Count the people of the casebook; its publishers are the lists.")
]
Where = Annotated[
    list[str] | None, typer.Option(help="PROPERTY=VALUE that people must fit, such as place=Ghulja; repeatable.")
]
Only = Annotated[list[str] | None, typer.Option(help="A list of the casebook to count from; repeatable.")]
Same = Annotated[list[str] | None, typer.Option(help="OTHER=ONE: two names of one list; repeatable.")]
Proposed = Annotated[bool, typer.Option("--proposed", help="Let claims in that nobody has decided on.")]
Providers = Annotated[
    bool, typer.Option("--providers", help="Take whoever handed sources over for the lists; custodians only.")
]

app = typer.Typer(
    add_completion=False, rich_markup_mode=None, help="How many people there are, from lists that overlap."
)


@app.command(epilog="Example: kualik count lists.csv --population 'people killed' --place Kosovo --json")
def count(
    tables: Tables = None,
    *,
    strata: Strata = "",
    replicates: Replicates = "",
    population: Population = "",
    place: Place = "",
    window: Window = "",
    event: Event = "",
    described: Described = None,
    claimed: Figure = "",
    claimed_source: Source = "",
    method: Method = "all",
    seed: Seed = 1,
    prior: PriorOption = "inverse",
    cap: Cap = None,
    delta: Delta = None,
    resume: Resume = None,
    html: Html = None,
    progress: Told = False,
    as_json: AsJson = False,
    from_casebook: FromCasebook = False,
    where: Where = None,
    only: Only = None,
    same: Same = None,
    proposed: Proposed = False,
    providers: Providers = False,
) -> None:
    """Say how many people there are, those on no list included, or why that cannot be said, and what it rests on."""
    about = {"population": population, "place": place, "window": window, "event": event}
    question = Question(lists=_described(described or ()), claimed=_claimed(claimed, claimed_source), **about)
    wanted = Wanted(as_json=as_json, html=html, progress=progress)
    methods = METHODS[_one_of(method.casefold(), METHODS, "--method")]
    if from_casebook:
        from kualik.cli.counting import Choice, from_the_casebook

        sets = Choice(where=where, only=only, same=same, strata=strata, proposed=proposed, providers=providers)
        raise typer.Exit(from_the_casebook(question, sets, wanted=wanted, seed=seed, methods=methods))
    options = Options(prior=PRIORS[_one_of(prior, PRIORS, "--prior")], cap=cap, delta=delta)
    settings = Settings(methods=tuple(methods.split("+")), seed=seed, options=options)
    given = read(tables or (), strata=strata, replicates=replicates)
    counted = count_replicates if replicates else count_strata if strata or len(given) > 1 else _single
    left = resume or Path(f"{(tables or [Path()])[0].name}{CHECKPOINT}")
    run = _Run(wanted=wanted, state=resume.read_bytes() if resume else None, checkpoint=left)
    raise typer.Exit(run(lambda watch: counted(given, question=question, settings=settings, watch=watch)))


class _Run:
    """One run on tables: told of, broken off by Ctrl-C, printed."""

    def __init__(self, *, wanted: Wanted, state: bytes | None, checkpoint: Path) -> None:
        self._wanted, self._state, self._checkpoint = wanted, state, checkpoint

    def __call__(self, counted: Callable[[Watch], Report]) -> int:
        """Count and print; the exit code is that of a shell's Ctrl-C where it was broken off."""
        with listening() as stop, shown("counting", total=100) as bar:
            told = ""

            def tell(share: float, doing: Phrase) -> None:
                nonlocal told
                bar.at(round(100 * share))
                if self._wanted.progress and (line := f"{share:4.0%} {doing}") != told:
                    told = line
                    common.tell(line)

            try:
                report = counted(Watch(progress=tell, stopped=stop, state=self._state))
            except Interrupted as broken:
                self._checkpoint.write_bytes(broken.state)
                common.tell(f"stopped as asked; the same command with --resume {self._checkpoint} goes on from here")
                return INTERRUPTED
        write(report, self._wanted)
        return 0


def _single(tables: Mapping[str, Table], *, question: Question, settings: Settings, watch: Watch) -> Report:
    (table,) = tables.values()
    return count_people(table, question=question, settings=settings, watch=watch)


def _claimed(figure: str, source: str) -> Claimed | None:
    if bool(figure) != bool(source):
        missing = "--claimed-source" if figure else "--claimed"
        raise typer.BadParameter("a figure and its source go together", param_hint=missing)
    return Claimed(figure=figure, source=source) if figure else None


def _described(given: Sequence[str]) -> dict[str, str]:
    told = [one.partition("=") for one in given]
    if wrong := next((name for name, equals, _ in told if not equals), None):
        raise typer.BadParameter(f"{wrong!r}: write NAME=what it is", param_hint="--list")
    return {name.strip(): what.strip() for name, _, what in told}


def _one_of(given: str, known: Mapping[str, str], option: str) -> str:
    if given not in known:
        raise typer.BadParameter(f"{given!r} is none of {', '.join(known)}", param_hint=option)
    return given
