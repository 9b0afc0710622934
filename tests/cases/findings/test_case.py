"""The shapes in which cases are shown are values: they cannot be changed once made."""

from dataclasses import FrozenInstanceError, fields
from typing import Any

import pytest

from kualik.cases.findings import case


@pytest.mark.parametrize("name", case.__all__)
def test_every_shape_is_an_immutable_value(name: str) -> None:
    """What a query answered is what a page shows."""
    shape: Any = getattr(case, name)

    one = shape(**{field.name: None for field in fields(shape)})
    with pytest.raises(FrozenInstanceError):
        setattr(one, fields(shape)[0].name, "changed")
