"""The base of every error that an engine raises."""

__all__ = ["EngineError"]


class EngineError(Exception):
    """Something expected went wrong; the message says what, where and what to do next."""
