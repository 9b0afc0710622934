"""Attribution in many manners of writing: the sentences of manners.tsv."""

from pathlib import Path

import pytest

from tests.engine.extracting.english.speech_samples import speakers


def _rows() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "manners.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(text, said) for text, said in rows[1:]]


@pytest.mark.parametrize(("text", "said"), _rows())
def test_who_says_it_and_where_they_stand(text: str, said: str) -> None:
    """Nobody is missed, nobody is added, nobody is given another's words."""
    expected = [tuple(one.rsplit("=", 1)) for one in said.split("; ") if one]
    found = speakers(text)

    assert [stance for _, stance in found] == [stance for _, stance in expected]
    assert all(who.casefold() in label.casefold() for (label, _), (who, _) in zip(found, expected, strict=True))
