"""The compiled core: that it is there, prepares as Python does, and refuses what is damaged."""

import ctypes
import mmap
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st

from kualik.engine.names import core as core_module
from kualik.engine.names.columns import ListedTexts
from kualik.engine.names.core import Core, CoreFailure, Name, available, core, load
from kualik.engine.names.model import open_model
from kualik.engine.names.packing import write_sections
from kualik.engine.names.preparing import prepare, to_bytes
from kualik.engine.names.tables import table_sections
from tests.architecture.source import PACKAGE
from tests.engine.names.conftest import Spellings

SOURCES = PACKAGE / "engine" / "names" / "core"
LETTERS = (
    "abghiklnqrsuyz'’ʻ-–. ·019ІиИйёәғқңөұүһҮҚАОр يىەۇۆقحدٴئ阿卜杜热哈丽旦先生明αο"
    "\u0301\u0308\u0323\u200f\u202eﷺﷲ\ud800😀한½Ⅷß"
)
WORDS = ("bin", "ибн", "al-", "қызы", "uly", "Mr", "г-н", "Dr.", "先生", "hajim", "ұлы", "oghli", "Khalida", "Халида")
TABLES = table_sections()
NAMES = st.one_of(
    st.text(max_size=40),
    st.text(st.sampled_from(LETTERS), max_size=40),
    st.lists(st.sampled_from((*WORDS, *" -.·")), max_size=14).map(" ".join),
    st.lists(st.sampled_from((*WORDS, *LETTERS)), max_size=30).map("".join),
    st.text(st.characters(), max_size=10),
)


@pytest.fixture(scope="module")
def library() -> ctypes.CDLL:
    """The library; it must be there, or nothing here would be tested."""
    found = core()
    assert found is not None, "the names core is not compiled here: run ./kualik test, which sets up"
    return found.library


@pytest.fixture(scope="module")
def compiled(library: ctypes.CDLL, tmp_path_factory: pytest.TempPathFactory) -> Core:
    """The core with the tables as they are now, whatever the model that is shipped was made of."""
    path = tmp_path_factory.mktemp("tables") / "model.bin"
    write_sections(path, table_sections())
    return load(open_model(path), library)


def prepared(compiled: Core, names: Iterable[str]) -> list[bytes]:
    """Prepare names in C."""
    texts = ListedTexts(listed=list(names))
    out = (Name * len(texts))()
    column, held = texts.column(0, len(texts))
    compiled.call("kn_prepare", ctypes.byref(column), 0, len(texts), out)
    del held
    return [bytes(name) for name in out]


def test_the_core_is_compiled_from_the_sources_that_are_here(compiled: Core) -> None:
    """It tells their fingerprint; where it is behind, ./kualik compiles it anew."""
    assert available()
    assert compiled.sources == crc32(b"".join(path.read_bytes() for path in sorted(SOURCES.glob("*.[ch]"))))


@given(NAMES)
@example("a" * 10_000)
@example("阿" * 5_000)
@example("ﷺ" * 4_096)
@example("al-" * 3_000)
@example("x y " * 3_000)
@example("a" + "\u0301" * 5_000)
@example("先生" * 3_000)
def test_c_prepares_as_python_does(compiled: Core, name: str) -> None:
    """Byte for byte, whatever the text."""
    assert prepared(compiled, [name]) == [to_bytes(prepare(name))]


def test_c_prepares_every_spelling_as_python_does(compiled: Core, spelled: dict[int, Spellings]) -> None:
    """In all scripts and orthographies."""
    names = [name for group in spelled.values() for name in group.spellings]

    assert len(names) > 300
    assert prepared(compiled, names) == [to_bytes(prepare(name)) for name in names]


def test_c_folds_every_code_point_as_python_does(compiled: Core) -> None:
    """Between two letters, so that what is silent, parts or is a letter can be told."""
    codes = (*range(0x800), *range(0x800, 0x40000, 43), *range(0xE0000, 0xE0200), 0x10FFFF)
    names = [f"q{chr(code)}q" for code in codes]

    assert prepared(compiled, names) == [to_bytes(prepare(name)) for name in names]


@pytest.mark.parametrize("section", sorted(TABLES))
def test_a_table_that_is_broken_off_is_refused(library: ctypes.CDLL, tmp_path: Path, section: str) -> None:
    """With a checksum that fits: C looks at every size before it reads."""
    for length in (0, 3, len(TABLES[section]) // 2 + 1, len(TABLES[section]) - 1):
        with pytest.raises(CoreFailure, match="a section of the model is damaged"):
            loaded(library, tmp_path, {**TABLES, section: TABLES[section][:length]})


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(sorted(TABLES)), st.integers(0, 2**20), st.integers(0, 255)), max_size=20))
def test_a_damaged_model_never_brings_the_program_down(
    library: ctypes.CDLL, tmp_path: Path, changes: list[tuple[str, int, int]]
) -> None:
    """Bytes changed at random, with a checksum that fits: it is refused, or it answers something."""
    sections = {name: bytearray(content) for name, content in TABLES.items()}
    for name, place, value in changes:
        sections[name][place % len(sections[name])] = value
    names = ["Khalida Aqytkhan", "Халида Ақытхан", "哈丽旦·阿合提汗", "حاليدا اقىتحان", "Dr. G9 Хaлида al-Amin uly"]
    try:
        damaged = loaded(library, tmp_path, {name: bytes(content) for name, content in sections.items()})
    except CoreFailure:
        event("refused")
    else:
        event("answered")
        assert len(prepared(damaged, names)) == len(names)


def loaded(library: ctypes.CDLL, folder: Path, sections: dict[str, bytes]) -> Core:
    """Write a model and open it in the core."""
    write_sections(folder / "model.bin", sections)
    return load(open_model(folder / "model.bin"), library)


@pytest.mark.parametrize("content", [b"KUALIKN2" + bytes(200), b"", b"KUALIKN1" + bytes([255] * 100)])
def test_c_too_refuses_what_is_no_model(library: ctypes.CDLL, content: bytes) -> None:
    """Whatever Python has checked before."""
    handle = ctypes.c_void_p()
    bytes_ = mmap.mmap(-1, 4096)
    bytes_.write(content)

    answer = library.kn_open(ctypes.addressof(ctypes.c_uint8.from_buffer(bytes_)), len(content), ctypes.byref(handle))

    assert (answer, handle.value) == (1, None)


def test_scoring_without_what_was_learned_is_refused(compiled: Core) -> None:
    """A model of tables alone prepares, and says why it does not score."""
    names = (Name * 1)()

    assert not compiled.scores
    with pytest.raises(CoreFailure, match="lacks a section"):
        compiled.call("kn_compare", names, names, 1, (ctypes.c_double * 1)())


@pytest.mark.parametrize("content", [None, b"no library at all"])
def test_without_a_library_there_is_no_core(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    """Absent or of another platform: it is done without, in silence."""
    if content is not None:
        (tmp_path / "_core.so").write_bytes(content)
    monkeypatch.setattr(core_module, "LIBRARIES", (tmp_path / "_core.so",))

    assert core.__wrapped__() is None


def test_a_core_of_another_version_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its structs are laid out otherwise."""
    monkeypatch.setattr(core_module, "VERSION", core_module.VERSION + 1)

    assert core.__wrapped__() is None


def test_neither_numpy_nor_the_tables_are_read_when_it_is_loaded() -> None:
    """`kualik names` starts at once."""
    code = "import sys; from kualik.engine.names.core import core; core(); print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)

    assert done.stdout.strip() == "False"
