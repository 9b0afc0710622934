"""What can go wrong with places."""

from kualik.engine.facts.errors import EngineError

__all__ = ["BadOutlines", "NoSuchPlace"]


class NoSuchPlace(EngineError):
    """The gazetteer has no place of that id."""

    def __init__(self, *, id_: str) -> None:
        super().__init__(f"the gazetteer has no place {id_!r}")
        self.id = id_


class BadOutlines(EngineError):
    """A file of outlines cannot be used; says what is wrong, at which feature, and what to do.

    `code` is one of a closed list, so that a page can say it in the reader's language.
    """

    def __init__(self, *, code: str, said: str, feature: int | None = None) -> None:
        where = f"feature {feature}: " if feature is not None else ""
        super().__init__(f"{where}{said}")
        self.code = code
        self.feature = feature
