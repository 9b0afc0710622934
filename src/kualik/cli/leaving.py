"""Write an approved release to files. The ledger is told first: nothing may leave without an entry."""

from datetime import datetime
from pathlib import Path

from kualik.cases.accounts.models import User
from kualik.cases.releases import actions, queries
from kualik.cases.releases.frozen import FrozenRelease
from kualik.cli import common
from kualik.exports.ftm_json import without_a_name
from kualik.exports.writing import write
from kualik.site.building import build

__all__ = ["export", "site"]


def export(*, by: User, at: datetime, reference: str, form: str, path: Path) -> None:
    """Write a release to one file."""
    frozen = queries.frozen(viewer=by, release=reference)
    _record(by=by, at=at, reference=reference, form=form)
    size = write(frozen, form=form, path=path)
    common.say(f"{path}: {len(frozen.persons)} people, {size} bytes, digest {frozen.digest}")
    if form == "ftm":
        _tell_unnamed(frozen)


def _tell_unnamed(frozen: FrozenRelease) -> None:
    count = without_a_name(frozen)
    if count:
        people = "1 person is" if count == 1 else f"{count} people are"
        common.tell(
            f"{people} released without a name, which FollowTheMoney requires of a Person: the file has their custody "
            "alone, under one id each; what else is known of them is in `--format csv`"
        )


def site(*, by: User, at: datetime, reference: str, folder: Path, language: str) -> None:
    """Build the site of a release."""
    frozen = queries.frozen(viewer=by, release=reference)
    _record(by=by, at=at, reference=reference, form="site")
    built = build(frozen, folder, language=language)
    common.say(f"{folder}: {len(frozen.persons)} people, {built.files} files, digest {built.digest}")


def _record(*, by: User, at: datetime, reference: str, form: str) -> None:
    release = queries.release(viewer=by, release=reference).release
    actions.record_export(by=by, at=at, release=release, form=form)
