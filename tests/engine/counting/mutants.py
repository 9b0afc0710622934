"""A module with one thing changed, to see that the tests would tell."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

__all__ = ["mutant"]


def mutant(module: ModuleType, old: str, new: str, *, folder: Path) -> ModuleType:
    """Write a copy of a module with *old*, which stands in it once, replaced by *new*; import and give the copy."""
    text = Path(str(module.__file__)).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands in {module.__name__} {text.count(old)} times"
    path = folder / "mutated.py"
    path.write_text(text.replace(old, new), encoding="utf-8")
    spec = spec_from_file_location("mutated", path)
    assert spec is not None
    assert spec.loader is not None
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return made
