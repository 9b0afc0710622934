"""How many tests passed, failed and were skipped, added up over several runs of pytest."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import parse

__all__ = ["Counts", "counted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Numbers of tests."""

    tests: int = 0
    failures: int = 0
    errors: int = 0
    skipped: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Add two runs up."""
        return Counts(
            tests=self.tests + other.tests,
            failures=self.failures + other.failures,
            errors=self.errors + other.errors,
            skipped=self.skipped + other.skipped,
        )

    def parts(self) -> list[str]:
        """Say the numbers in pytest's words, leaving out what is nought."""
        passed = self.tests - self.failures - self.errors - self.skipped
        said = {"failed": self.failures, "passed": passed, "skipped": self.skipped, "errors": self.errors}
        return [f"{number} {word}" for word, number in said.items() if number] or ["no tests ran"]


def counted(report: Path) -> Counts:
    """Read the numbers from a JUnit XML report; none where pytest ended before it wrote one."""
    if not report.is_file():
        return Counts()
    counts = Counts()
    for suite in parse(report).getroot().iter("testsuite"):  # noqa: S314 (as above)
        counts += Counts(**{name: int(suite.get(name, "0")) for name in ("tests", "failures", "errors", "skipped")})
    return counts
