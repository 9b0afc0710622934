"""Cells of a table that somebody will open in a spreadsheet."""

__all__ = ["harmless"]

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "＝", "＋", "－", "＠", "｜")
"""What makes a spreadsheet take a cell for a formula."""


def harmless(cell: str) -> str:
    """Keep a spreadsheet from taking a cell for a formula: one that looks like it gets an apostrophe in front.

    Args:
        cell: what stands in it.

    Returns:
        The cell. One that starts with an apostrophe gets one too, so that taking the first apostrophe away gives
        every cell back as it was.

    Source:
        shared/methods/trust.md, R-CSV-1.
    """
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(FORMULA) or cell.startswith((*FORMULA, "'")) else cell
