"""Headers of every page: nothing about a case stays in a cache, and nobody else may embed it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

__all__ = ["HeadersMiddleware"]

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex, nofollow",
}
"""Source: shared/methods/trust.md, section 3.8. Static files pass before this and may be kept."""


class HeadersMiddleware:
    """Set what a view has not set itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers to the response."""
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response
