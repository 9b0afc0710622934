"""What can go wrong when people are told apart or held to be one."""

from collections.abc import Sequence

from kualik.casebook.errors import CasebookError
from kualik.cases.people.models import Judgement, Mention

__all__ = [
    "AlreadyJudged",
    "AlreadyUndone",
    "Contradicted",
    "HeldTogether",
    "NoSuchJudgement",
    "NoSuchPerson",
    "OneMention",
]


class NoSuchPerson(CasebookError):
    """No person of that name or number that the person asking may see."""

    def __init__(self, *, reference: str) -> None:
        super().__init__(f"no person {reference!r} here; `kualik find` looks names up in any alphabet")
        self.reference = reference


class NoSuchJudgement(CasebookError):
    """No judgement of that id that the person asking may see."""

    def __init__(self, *, reference: str) -> None:
        super().__init__(f"no judgement {reference!r} here; `kualik show` lists a person's judgements with their ids")
        self.reference = reference


class OneMention(CasebookError):
    """A mention was to be judged against itself."""

    def __init__(self, *, mention: Mention) -> None:
        super().__init__("these are one mention of one person; choose two different ones")
        self.mention = mention


class AlreadyJudged(CasebookError):
    """The two were judged before, and the judgement stands."""

    def __init__(self, *, judgement: Judgement) -> None:
        super().__init__(f"{_told(judgement)}: undo judgement {judgement.pk} first if that is wrong")
        self.judgement = judgement


class Contradicted(CasebookError):
    """Two would become one although somebody said they are not."""

    def __init__(self, *, judgement: Judgement) -> None:
        super().__init__(
            f"{_told(judgement)}, of two that this would join: undo judgement {judgement.pk} first if that is wrong"
        )
        self.judgement = judgement


class HeldTogether(CasebookError):
    """Two are to be told apart although other judgements make them one."""

    def __init__(self, *, judgements: Sequence[Judgement]) -> None:
        ids = ", ".join(str(one.pk) for one in judgements)
        super().__init__(f"the two are held to be one person; undo what joins them first: judgements {ids}")
        self.judgements = tuple(judgements)


class AlreadyUndone(CasebookError):
    """The judgement was taken back before."""

    def __init__(self, *, judgement: Judgement) -> None:
        super().__init__(f"judgement {judgement.pk} was undone on {judgement.undone_at:%Y-%m-%d}")
        self.judgement = judgement


def _told(judgement: Judgement) -> str:
    return f'{judgement.by} said "{judgement.get_verdict_display().lower()}" on {judgement.at:%Y-%m-%d}'
