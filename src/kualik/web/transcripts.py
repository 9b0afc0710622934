"""Transcripts: somebody writes down what a machine could not read."""

from difflib import SequenceMatcher
from typing import Any

from django import forms
from django.contrib import messages
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from kualik.cases.accounts.models import User
from kualik.cases.claims import jobs
from kualik.cases.documents import queries as documents
from kualik.cases.documents.models import Document
from kualik.cases.ledger import queries as ledger
from kualik.cases.people import jobs as people
from kualik.cases.sources import queries
from kualik.cases.sources.models import Source
from kualik.web.conflicts import Conflict, Row, conflict
from kualik.web.signed_in import viewer_of
from kualik.web.source_forms import LANGUAGES

__all__ = ["TranscriptForm", "differences", "transcribe"]

LONGEST = 2_000_000  # characters
MOST_LINES = 3_000  # of a text that is compared line by line
MOST_ROWS = 60  # places in which two texts differ that are shown by themselves


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
    seen = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)  # the reading that it began from

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
        at, text, language = timezone.now(), form.cleaned_data["text"], form.cleaned_data["language"]
        if before and _is_new(request, before):
            return _written_meanwhile(request, viewer, source=source, form=form, now=before)
        jobs.transcribe(by=viewer, at=at, source=source, text=text, language=language)
        people.run(by=viewer, at=at)
        document = documents.of_source(viewer=viewer, source=source)[0]
        messages.success(request, _("The transcript is kept. What it claims waits for a decision."))
        return redirect("document", document.pk)
    context = {"form": form, "source": source, "file_name": queries.file_name(source), "before": before}
    return render(request, "pages/transcribe.html", context)


def _known(source: Source, before: Document | None) -> dict[str, Any]:
    """Begin with what a machine read, where it read something: correcting is less work than writing."""
    return {
        "text": before.text if before else "",
        "language": source.language,
        "seen": str(before.pk) if before else "",
    }


def _is_new(request: HttpRequest, now: Document) -> bool:
    """Say whether the newest reading is another than the one that a transcript began from."""
    return "seen" in request.POST and request.POST["seen"] != str(now.pk)


def _written_meanwhile(
    request: HttpRequest, viewer: User, *, source: Source, form: TranscriptForm, now: Document
) -> HttpResponse:
    """Show both transcripts, where somebody else kept one meanwhile; the same words twice are no conflict."""
    given = form.cleaned_data
    if given["text"] == now.text:
        messages.info(request, _("Somebody gave the same answer before you. Nothing was changed."))
        return redirect("document", now.pk)
    by = ""
    if now.reader == jobs.TRANSCRIPT:
        entries = ledger.about(viewer=viewer, about=queries.about(source)).filter(kind="source:transcribed")
        by = str(entries[len(entries) - 1].actor) if entries else ""
    mine = {"text": given["text"], "language": given["language"], "seen": str(now.pk)}
    found = Conflict(
        what=now.title or queries.file_name(source),
        said=_("Somebody else kept a reading of this source while you wrote. Yours was not kept yet."),
        by=by,
        at=now.read_at,
        rows=differences(given["text"], now.text, now.language),
        theirs=reverse("document", args=[now.pk]),
        action=reverse("transcribe", args=[source.pk]),
        mine=mine,
        form=TranscriptForm(mine),
    )
    return conflict(request, found)


def differences(mine: str, theirs: str, language: str) -> tuple[Row, ...]:
    """List the lines in which two texts differ; the whole texts where they differ nearly everywhere, or are long."""
    own, other = mine.splitlines(), theirs.splitlines()
    whole = (Row(label=_("The text"), mine=mine, theirs=theirs, language=language),)
    if max(len(own), len(other)) > MOST_LINES:
        return whole
    codes = SequenceMatcher(a=own, b=other).get_opcodes()
    rows = tuple(
        Row(
            label=_("From line %(number)s") % {"number": start + 1},
            mine="\n".join(own[start:end]),
            theirs="\n".join(other[first:last]),
            language=language,
        )
        for what, start, end, first, last in codes
        if what != "equal"
    )
    return rows if 0 < len(rows) <= MOST_ROWS else whole
