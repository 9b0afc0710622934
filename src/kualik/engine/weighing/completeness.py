"""What three bodies of the United Nations ask for in a case, and how much of it is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kualik.engine.facts.edtf import bounds, is_edtf

__all__ = ["CONSENT", "FORMS", "SEARCH", "Assessment", "Form", "Item", "Need", "Progress", "assess"]

CONSENT = "consent"
"""The fact that whoever may say so agreed to the case being brought before a body of the United Nations."""

SEARCH = "search"
"""The fact that somebody turned to an authority: an appeal, a petition, a letter, a request."""

MONTH = 31  # days


class Progress(StrEnum):
    """How far one thing is known."""

    KNOWN = "known"
    COARSE = "coarse"  # a date of which not even the month is known
    PROPOSED = "proposed"  # read in a document, and not decided
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One thing that a form asks for: its name, and the properties of which any one answers it.

    `must`: without it the body does not take the case up. `closely`: a date is wanted to the month at least.
    """

    name: str
    any_of: tuple[str, ...]
    must: bool = False
    closely: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What one body asks for, in the order of its form."""

    name: str
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One need, and how far it is answered."""

    need: Need
    progress: Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One form against one case."""

    form: Form
    items: tuple[Item, ...]

    @property
    def asked(self) -> int:
        """How much the body cannot do without."""
        return sum(one.need.must for one in self.items)

    @property
    def answered(self) -> int:
        """How much of that is known."""
        return sum(one.need.must and one.progress == Progress.KNOWN for one in self.items)


def _need(name: str, *any_of: str, must: bool = False, closely: bool = False) -> Need:
    return Need(name=name, any_of=any_of, must=must, closely=closely)


NAME = _need("name", "Person.name", must=True)
BORN = _need("born", "Person.birthDate", "Person.age")
SEX = _need("sex", "Person.gender")
NATIONALITY = _need("nationality", "Person.nationality", "Person.citizenship", "Person.country")
PAPER = _need("paper", "Person.idNumber", "Person.passportNumber")
OCCUPATION = _need("occupation", "Person.profession", "Person.position")
ADDRESS = _need("address", "Person.address")
DATE = _need("date", "Custody.startDate", must=True, closely=True)
PLACE = _need("place", "Custody.place", "Custody.facility", must=True)
FORCES = _need("forces", "Custody.authority", must=True)
ACTIONS = _need("search", SEARCH, must=True)
AGREED = _need("consent", CONSENT, must=True)

FORMS = (
    Form(
        name="wgeid",
        needs=(NAME, BORN, SEX, NATIONALITY, PAPER, OCCUPATION, ADDRESS, DATE, PLACE, FORCES, ACTIONS, AGREED),
    ),
    Form(
        name="wgad",
        needs=(
            NAME, BORN, SEX, NATIONALITY, PAPER, OCCUPATION, ADDRESS, DATE, PLACE, FORCES,
            _need("grounds", "Custody.grounds", must=True),
            _need("sentence", "Custody.sentence", "Custody.sentenceText"),
            _need("held at", "Custody.facility", must=True),
            _need("why", "Custody.suspectedReason", must=True),
            ACTIONS, AGREED,
        ),
    ),
    Form(name="ced", needs=(NAME, BORN, SEX, NATIONALITY, PAPER, DATE, PLACE, FORCES, ACTIONS, AGREED)),
)  # fmt: skip


def assess(*, accepted: Mapping[str, Sequence[str]], proposed: Mapping[str, Sequence[str]]) -> tuple[Assessment, ...]:
    """Hold what is known of somebody against what each body asks for.

    Args:
        accepted: values of accepted claims by property ("Custody.startDate"), and the facts `CONSENT` and `SEARCH`.
        proposed: values that were read and not decided, likewise.

    Returns:
        One assessment for each of `FORMS`, its items in the order of the form.

    Assumes:
        The values are of one human being. That something is known does not say that it is true, or that the body
        will take the case: some ask for more, such as that a state is party to a treaty.

    Source:
        The minimum elements of communications to the Working Group on Enforced or Involuntary Disappearances (its
        methods of work and form); the model questionnaire of the Working Group on Arbitrary Detention
        (E/CN.4/1992/20, annex II; Fact Sheet No. 26, annex V); the guidance for requests for urgent action to the
        Committee on Enforced Disappearances (CED/C/4/Rev.1).
    """
    return tuple(
        Assessment(form=form, items=tuple(_item(need, accepted, proposed) for need in form.needs)) for form in FORMS
    )


def _item(need: Need, accepted: Mapping[str, Sequence[str]], proposed: Mapping[str, Sequence[str]]) -> Item:
    known = [value for name in need.any_of for value in accepted.get(name, ())]
    read = [value for name in need.any_of for value in proposed.get(name, ())]
    return Item(need=need, progress=_progress(need, known, read))


def _progress(need: Need, known: Sequence[str], read: Sequence[str]) -> Progress:
    if known and (not need.closely or any(_to_the_month(value) for value in known)):
        return Progress.KNOWN
    if read:
        return Progress.PROPOSED
    return Progress.COARSE if known else Progress.MISSING


def _to_the_month(date: str) -> bool:
    first, last = bounds(date) if is_edtf(date) else (None, None)
    return first is not None and last is not None and (last - first).days < MONTH
