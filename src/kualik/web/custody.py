"""One stretch of custody in a line of words."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kualik.cases.people.custody import CustodyLine, sentences_in_words
from kualik.web import words
from kualik.web.dates import date_in_words

__all__ = ["in_a_line"]


def in_a_line(line: CustodyLine) -> str:
    """Sum a stretch of custody up, such as "prison, 22 years, from 2018"."""
    since = _("from %(date)s") % {"date": date_in_words(line.start)} if line.start else ""
    until = _("until %(date)s") % {"date": date_in_words(line.end)} if line.end else ""
    parts = (str(words.STATES.get(line.state, line.state)), sentences_in_words(line), since, until)
    return pgettext("between the parts of a list", ", ").join(filter(None, parts))
