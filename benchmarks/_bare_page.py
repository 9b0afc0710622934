"""Kuälik's addresses with one more: a page that shows a line of text and asks nothing of the database."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from kualik.urls import urlpatterns as ours

__all__ = ["urlpatterns"]


def bare(request: HttpRequest) -> HttpResponse:
    """Show one line to whoever is signed in."""
    template = engines["django"].from_string("<!doctype html><title>Bare</title><p>{{ request.user.username }}</p>")
    return HttpResponse(template.render({"request": request}, request))


urlpatterns = [*ours, path("bare/", bare)]
