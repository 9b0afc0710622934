"""What can go wrong with the ledger."""

from kualik.casebook.errors import CasebookError

__all__ = ["LedgerClosed", "OutsideTransaction"]


class OutsideTransaction(CasebookError):
    """An entry was to be written apart from the act that it records."""

    def __init__(self, *, kind: str) -> None:
        super().__init__(f"the entry {kind!r} belongs into the transaction of its act; open one around both")
        self.kind = kind


class LedgerClosed(CasebookError):
    """Somebody who is no administrator asked for the whole ledger."""

    def __init__(self, *, who: str) -> None:
        super().__init__(f"{who} may not read the ledger: that takes the role administrator")
        self.who = who
