"""Take an approved release out of the house as a file; the ledger is told first."""

import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from django.http import FileResponse, Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from kualik.casebook import folder
from kualik.cases.releases import actions, queries
from kualik.exports.writing import FORMATS
from kualik.site.building import build
from kualik.web.release_words import FILES
from kualik.web.signed_in import viewer_of

if TYPE_CHECKING:
    from kualik.cases.releases.frozen import FrozenRelease

__all__ = ["take_out"]

SITE = "site"
ENDINGS = {"csv": "csv", "ftm": "ftm.json", "annotations": "annotations.json", SITE: "zip"}


@require_POST
def take_out(request: HttpRequest, id: UUID) -> FileResponse:  # noqa: A002 (the address calls it so)
    """Hand an approved release out in one of its forms, and write down that it left."""
    viewer, form = viewer_of(request), request.POST.get("form", "")
    if form not in FILES:
        raise Http404
    frozen = queries.frozen(viewer=viewer, release=id)
    content = _site(frozen) if form == SITE else BytesIO(FORMATS[form](frozen))
    release = queries.release(viewer=viewer, release=id, limit=0).release
    actions.record_export(by=viewer, at=timezone.now(), release=release, form=form)
    name = f"{frozen.approved}-{frozen.digest[:8]}.{ENDINGS[form]}"  # a title may name somebody, a digest never
    return FileResponse(content, as_attachment=True, filename=name, content_type="application/octet-stream")


def _site(frozen: "FrozenRelease") -> BytesIO:
    """Build the site of a release in the reader's language, as one file."""
    packed = BytesIO()
    with tempfile.TemporaryDirectory(dir=folder.work_folder(folder.located())) as place:
        built = Path(place) / SITE
        build(frozen, built, language=get_language() or "en")
        with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
            for path in sorted(one for one in built.rglob("*") if one.is_file()):
                archive.write(path, path.relative_to(built))
    packed.seek(0)
    return packed
