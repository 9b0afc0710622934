"""What each rule of the reader of Chinese sees, in words."""

__all__ = ["RULES"]

RULES = {}
