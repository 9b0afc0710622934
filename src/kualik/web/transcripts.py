"""Transcripts: somebody writes down what a machine could not read."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from kualik.cases.claims import jobs
from kualik.cases.documents import queries as documents
from kualik.cases.documents.models import Document
from kualik.cases.people import jobs as people
from kualik.cases.sources import queries
from kualik.cases.sources.models import Source
from kualik.web.signed_in import viewer_of
from kualik.web.source_forms import LANGUAGES

__all__ = ["TranscriptForm", "transcribe"]

LONGEST = 2_000_000  # characters


class TranscriptForm(forms.Form):
    """Every word of a source, as somebody reads it."""

    text = forms.CharField(
        label=gettext_lazy("What does it say?"),
        help_text=gettext_lazy(
            "Every word, line by line, in its own language and letters. Write [illegible] where you cannot read it."
        ),
        strip=False,
        validators=[MaxLengthValidator(LONGEST)],
        widget=forms.Textarea(attrs={"rows": 22, "dir": "auto", "class": "written", "spellcheck": "false"}),
    )
    language = forms.ChoiceField(label=gettext_lazy("In which language?"), choices=LANGUAGES, required=False)

    def clean_text(self) -> str:
        """End lines as a text file does, not as a form does."""
        text: str = self.cleaned_data["text"].replace("\r\n", "\n")
        if not text.strip():
            raise forms.ValidationError(_("Write down what it says."))
        return text


@require_http_methods(["GET", "HEAD", "POST"])
def transcribe(request: HttpRequest, sha256: str) -> HttpResponse:
    """Take a transcript in: it becomes the newest version of the document, and its claims are proposed."""
    viewer = viewer_of(request)
    source = queries.source(viewer=viewer, sha256=sha256)
    before = documents.of_source(viewer=viewer, source=source).first()
    form = TranscriptForm(request.POST or None, initial=_known(source, before))
    if form.is_valid():
        at = timezone.now()
        jobs.transcribe(by=viewer, at=at, source=source, **form.cleaned_data)
        people.run(by=viewer, at=at)
        document = documents.of_source(viewer=viewer, source=source)[0]
        messages.success(request, _("The transcript is kept. What it claims waits for a decision."))
        return redirect("document", document.pk)
    context = {"form": form, "source": source, "file_name": queries.file_name(source), "before": before}
    return render(request, "pages/transcribe.html", context)


def _known(source: Source, before: Document | None) -> dict[str, Any]:
    """Begin with what a machine read, where it read something: correcting is less work than writing."""
    return {"text": before.text if before else "", "language": source.language}
