"""What tests of commands start from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.apart import Place, place

LETTERS = {
    "one.txt": "Khadisha said her son was taken to a camp in Ghulja on 8 February 2018.\n",
    "two.txt": "Оның ұлы Ерлан 2018 жылы ұсталды деді анасы.\n",
    "three.txt": "Officials in Urumqi denied that anybody had been detained there without a trial.\n",
}


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Place]:
    """A place without a casebook."""
    with place(tmp_path / "casebook") as given:
        yield given


@pytest.fixture
def apart(bare: Place) -> Place:
    """A new casebook, with the keeper `aigerim`."""
    made = bare.under(KUALIK_USER="aigerim")
    made.run("init", "--name", "Комитет")
    return made


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A folder with three letters, one of them deeper, and a hidden file."""
    folder = tmp_path / "letters"
    (folder / "deeper").mkdir(parents=True)
    for name, text in LETTERS.items():
        (folder / ("deeper" if name == "two.txt" else ".") / name).write_text(text, encoding="utf-8")
    (folder / ".hidden").write_text("a draft", encoding="utf-8")
    return folder
