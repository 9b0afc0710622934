"""The limits are those of the requirements, and may be set otherwise."""

from kualik.engine.reading.limits import FIND_OUT, MIB, STANDARD, Limits, Options


def test_the_standard_limits_are_those_of_the_requirement() -> None:
    """R-DOC-1 on files, archives, pictures, pages and text; R-DOC-4 on time."""
    said = (STANDARD.file_bytes, STANDARD.archive_entries, STANDARD.archive_bytes, STANDARD.archive_ratio)

    assert said == (50 * MIB, 2_000, 300 * MIB, 200)
    assert (STANDARD.depth, STANDARD.pixels, STANDARD.pages, STANDARD.characters) == (2, 50_000_000, 2_000, 20_000_000)
    assert (STANDARD.cpu_seconds, STANDARD.wall_seconds) == (15, 120)


def test_a_limit_can_be_set_alone() -> None:
    """The others stay as they are."""
    assert Limits(pages=3).pages == 3
    assert Limits(pages=3).file_bytes == STANDARD.file_bytes


def test_what_nobody_said_is_to_be_found_out() -> None:
    """An option left out is no claim about the file."""
    assert Options(publisher=None, published=None, language=None, encoding=None) == FIND_OUT
