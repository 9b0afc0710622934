"""Why a file is not read: a closed list, and the error that carries one of it."""

from enum import StrEnum

from kualik.engine.facts import EngineError

__all__ = ["Refusal", "Refused"]


class Refusal(StrEnum):
    """Every reason there is for not reading a file."""

    EMPTY = "empty"
    TOO_LARGE = "too large"
    UNKNOWN_TYPE = "unknown type"
    ARCHIVE = "archive"
    UNSAFE_ARCHIVE = "unsafe archive"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_MANY_PAGES = "too many pages"
    TOO_MANY_PIXELS = "too many pixels"
    TOO_MANY_ROWS = "too many rows"
    TOO_MUCH_TEXT = "too much text"
    UNSURE_ENCODING = "unsure encoding"
    NO_TEXT = "no text"
    OCR_NOT_INSTALLED = "OCR not installed"
    TOOK_TOO_LONG = "took too long"
    TOO_MUCH_MEMORY = "too much memory"
    CRASHED = "crashed"


ADVICE: dict[Refusal, str] = {
    Refusal.EMPTY: "Ask whoever sent it for the file itself.",
    Refusal.TOO_LARGE: "Split it, or raise the limit.",
    Refusal.UNKNOWN_TYPE: "Save it as text, PDF, DOCX, XLSX or an image, and add that.",
    Refusal.ARCHIVE: "Unpack it first, and add what is in it.",
    Refusal.UNSAFE_ARCHIVE: "Open it on a computer that holds nothing else, save a copy, and add the copy.",
    Refusal.ENCRYPTED: "Save a copy without a password, and add that.",
    Refusal.DAMAGED: "Ask for another copy, or save it anew in the program that made it.",
    Refusal.TOO_MANY_PAGES: "Split it into parts, and add those.",
    Refusal.TOO_MANY_PIXELS: "Save it at a lower resolution, and add that too.",
    Refusal.TOO_MANY_ROWS: "Split it into parts, and add those.",
    Refusal.TOO_MUCH_TEXT: "Split it into parts, and add those.",
    Refusal.UNSURE_ENCODING: "Read it again and say which encoding it is in.",
    Refusal.NO_TEXT: "If something can be read on it, write it down and add that.",
    Refusal.OCR_NOT_INSTALLED: (
        "Install Tesseract with its languages, on Debian: "
        "apt install tesseract-ocr tesseract-ocr-kaz tesseract-ocr-rus tesseract-ocr-uig tesseract-ocr-chi-sim, "
        "on macOS: brew install tesseract tesseract-lang. Then read it again."
    ),
    Refusal.TOOK_TOO_LONG: "Split it into parts, or save it anew in the program that made it.",
    Refusal.TOO_MUCH_MEMORY: "Split it into parts, or save it anew in the program that made it.",
    Refusal.CRASHED: "Save it anew in the program that made it, and report the file type to us.",
}


class Refused(EngineError):
    """A file is not read: why, where in it, and what to do next.

    `detail` says what exactly was found, `where` the page, row or entry, `file` the file's name,
    `advice` what to do next.
    """

    def __init__(self, reason: Refusal, *, detail: str = "", where: str = "", file: str = "", advice: str = "") -> None:
        self.reason = reason
        self.detail = detail
        self.where = where
        self.file = file
        self.advice = advice or ADVICE[reason]
        what = f"{reason} ({detail})" if detail else f"{reason}"
        places = "".join(f"{place}: " for place in (file, where) if place)
        super().__init__(f"{places}{what}. {self.advice}")

    def about(self, file: str) -> "Refused":
        """Say the same of a named file."""
        return Refused(self.reason, detail=self.detail, where=self.where, file=file, advice=self.advice)
