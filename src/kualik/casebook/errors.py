"""The base of every expected error of a casebook, and what can be wrong with the folder itself."""

from pathlib import Path

__all__ = [
    "CasebookError",
    "CasebookLocked",
    "DamagedCasebook",
    "DamagedObject",
    "DiskFull",
    "NewerCasebook",
    "NoCasebook",
    "OtherDatabase",
    "PlaceTaken",
    "TooLarge",
    "WrongPassphrase",
]

MIB = 1024 * 1024


class CasebookError(Exception):
    """Something expected went wrong; the message says what, where and what to do next."""


class NoCasebook(CasebookError):
    """There is no casebook in that place."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(
            f"no casebook in {path}; name its folder with --casebook DIR or KUALIK_CASEBOOK, or make one: kualik init"
        )
        self.path = path


class PlaceTaken(CasebookError):
    """Something is already where a new casebook or a copy was to be."""

    def __init__(self, *, path: Path, what: str) -> None:
        super().__init__(f"{path} {what}; nothing was changed; name another place")
        self.path = path


class DamagedCasebook(CasebookError):
    """A file of the casebook cannot be understood."""

    def __init__(self, *, path: Path, what: str) -> None:
        super().__init__(f"{path}: {what}; bring this file back from a backup (kualik restore)")
        self.path = path


class NewerCasebook(CasebookError):
    """The casebook was written by a newer program."""

    def __init__(self, *, path: Path, found: str, known: str) -> None:
        super().__init__(
            f"{path} was written by a newer Kuälik ({found}; this one knows {known}); nothing was changed; "
            "install the newer version and run the command again"
        )
        self.path = path


class OtherDatabase(CasebookError):
    """The casebook's data are in another kind of database than the one named."""

    def __init__(self, *, path: Path, expected: str, given: str) -> None:
        advice = (
            "set KUALIK_DATABASE_URL to its address" if expected == "postgresql" else "take KUALIK_DATABASE_URL away"
        )
        super().__init__(f"the data of {path} are in {expected}, not in {given}; {advice}")
        self.path = path


class CasebookLocked(CasebookError):
    """The casebook is encrypted and no passphrase was given."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(
            f"{path} is encrypted; give its passphrase at the prompt, or name a file that holds it in "
            "KUALIK_PASSPHRASE_FILE"
        )
        self.path = path


class WrongPassphrase(CasebookError):
    """Neither the passphrase nor the recovery key fits."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(
            f"this is neither the passphrase nor the recovery key of {path}; nothing was changed; try again"
        )
        self.path = path


class TooLarge(CasebookError):
    """A file is larger than the casebook takes."""

    def __init__(self, *, name: str, limit: int) -> None:
        super().__init__(
            f"{name}: larger than {limit / MIB:g} MiB, not kept; split it, or raise file_limit_mib in casebook.toml"
        )
        self.name = name
        self.limit = limit


class DiskFull(CasebookError):
    """There is no room left for what was to be written."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(
            f"the disk that holds {path} is full; what was acknowledged is kept, what was not is not; "
            "free some space and run the same command again"
        )
        self.path = path


class DamagedObject(CasebookError):
    """An original in the vault is missing or not what was put there."""

    def __init__(self, *, name: str, what: str) -> None:
        super().__init__(f"vault object {name[:16]}… {what}; bring it back from a backup (kualik restore)")
        self.name = name
        self.what = what
