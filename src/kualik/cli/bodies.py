"""The body of a request is looked at before it is taken in: a stranger's long one is refused after its headers."""

from waitress.parser import HTTPRequestParser, ParsingError

from kualik.web.uploads import STRANGER, may_send

__all__ = ["Guarded"]


class Guarded(HTTPRequestParser):  # type: ignore[misc]  # waitress brings no types
    """Waitress's own parser, which would keep half a gigabyte of anybody's before a page is asked who sends it."""

    def parse_header(self, header_plus: bytes) -> None:
        """Read the headers, and refuse what announces more than its sender may send.

        Raises:
            ParsingError: nobody is signed in, and the body is long or of no announced length; none of it is kept.
        """
        super().parse_header(header_plus)
        if not may_send(self.headers, length=None if self.chunked else self.content_length):
            raise ParsingError(STRANGER)
