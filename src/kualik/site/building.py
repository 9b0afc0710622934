"""Build static pages from a release: no script, nothing fetched from elsewhere, whole or not at all."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from django.template import Context, Engine
from django.utils import translation

from kualik.casebook.errors import CasebookError
from kualik.cases.releases.frozen import (
    FrozenCustody,
    FrozenFinding,
    FrozenPerson,
    FrozenRelease,
    audience_in_words,
    said,
    written,
)

__all__ = ["MARK", "Built", "NotForThePublic", "NotOurFolder", "build"]

HERE = Path(__file__).parent
MARK = "release.json"
"""The file that every site has, and by which a folder is known as one that we built. Its SHA-256 is the digest."""

PUBLIC = "public"
OLD = ".old"  # ends the name of a site that was put aside
RIGHT_TO_LEFT = frozenset({"ar", "fa", "ug", "ur"})


class NotForThePublic(CasebookError):
    """A site was to be built from a release for a closed audience."""

    def __init__(self, *, frozen: FrozenRelease) -> None:
        super().__init__(
            f"the release {frozen.title!r} is for {audience_in_words(frozen.audience)}; "
            "a site is built only from a release for the public"
        )
        self.frozen = frozen


class NotOurFolder(CasebookError):
    """A site was to be built over something that is no site of ours."""

    def __init__(self, *, folder: Path) -> None:
        super().__init__(f"{folder} holds something other than a site built by kualik; name an empty or a new folder")
        self.folder = folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What was built: how many files, and the digest to give away with them."""

    files: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One finding as a page shows it."""

    label: str
    value: str
    language: str
    direction: str
    grade: str
    disputed: bool
    source: str


def build(frozen: FrozenRelease, folder: Path, *, language: str = "en") -> Built:
    """Build the site of a release in a folder; a site of ours that is there is replaced.

    Args:
        frozen: an approved release for the public.
        folder: where to; it is new, empty, or a site built before.
        language: of the pages' own words, one of the interface's.

    Raises:
        NotForThePublic: the release is for another audience.
        NotOurFolder: something else is in the folder.
        OSError: the folder cannot be written, and what was there is there still; or what was there was put aside
            and cannot be removed, and the message names where it lies.
    """
    if frozen.audience != PUBLIC:
        raise NotForThePublic(frozen=frozen)
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise NotOurFolder(folder=folder)
    with translation.override(language):
        files = _files(frozen, language)
    there = folder.resolve()  # by a link the pages that people see would stay as they were
    with _beside(there) as new:
        for name, content in files.items():
            (new / name).write_bytes(content)
        _put_in_place(new, there)
    _clear(there)
    return Built(files=len(files), digest=frozen.digest)


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)  # after success it is gone: it was renamed


def _put_in_place(new: Path, folder: Path) -> None:
    new.chmod(0o755)  # mkdtemp makes folders that a web server may not read
    old = new.with_name(f"{new.name}{OLD}")
    if folder.exists():
        folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise


def _clear(folder: Path) -> None:
    """Remove what this build and broken-off ones before it put aside; that it cannot be removed must be known."""
    for aside in sorted(folder.parent.iterdir()):
        ours = aside.is_dir() and aside.name.startswith(f".{folder.name}.") and aside.name.endswith(OLD)
        if ours and (not any(aside.iterdir()) or (aside / MARK).is_file()):
            shutil.rmtree(aside)


def _files(frozen: FrozenRelease, language: str) -> dict[str, bytes]:
    i18n = "django.templatetags.i18n"
    engine = Engine(dirs=[str(HERE / "templates")], libraries={"i18n": i18n}, builtins=[i18n])
    frame = {
        "release": frozen,
        "language": language,
        "direction": "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr",
    }

    def page(template: str, **values: object) -> bytes:
        return engine.get_template(template).render(Context({**frame, **values})).encode()

    people = [_person(one) for one in frozen.persons]
    files = {f"{one['id']}.html": page("person.html", person=one) for one in people}
    files |= {
        "index.html": page("index.html", people=people),
        "style.css": (HERE / "style.css").read_bytes(),
        MARK: written(frozen),
        "README.txt": page("readme.txt"),
    }
    return files | {"SHA256SUMS": _sums(files)}


def _sums(files: dict[str, bytes]) -> bytes:
    return "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items())).encode()


def _person(person: FrozenPerson) -> dict[str, object]:
    return {
        "id": person.id,
        "name": person.name,
        "language": person.language,
        "direction": person.direction,
        "lines": [_line(one) for one in person.findings],
        "custody": [_custody(one) for one in person.custody],
    }


def _custody(custody: FrozenCustody) -> list[Line]:
    return [_line(one) for one in custody.findings]


def _line(finding: FrozenFinding) -> Line:
    return Line(
        label=finding.label,
        value=said(finding),
        language=finding.language,
        direction=finding.direction,
        grade=translation.gettext(finding.grade),
        disputed=finding.disputed,
        source=translation.gettext(finding.source),
    )
