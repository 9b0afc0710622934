"""What happens to an account on allauth's pages, handed to the actions that write it down."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from kualik.cases.accounts import actions
from kualik.cases.accounts.models import User
from kualik.web.signed_in import viewer_of

__all__ = ["failed", "recorded", "signed_in", "signed_out"]

View = Callable[..., HttpResponseBase]
READS = frozenset({"GET", "HEAD"})
CODES = Authenticator.Type.RECOVERY_CODES.value

Factors = Mapping[int, tuple[str, str]]
"""Kind and name of each factor of an account, by its key."""


def signed_in(request: HttpRequest, user: User) -> None:
    """Write down that somebody signed in, and by which proofs."""
    proofs = get_authentication_records(request, user)
    how = [str(proof.get("type") or proof["method"]) for proof in proofs]
    actions.record_sign_in(by=user, at=timezone.now(), how=how)


def signed_out(user: User, *, why: str) -> None:
    """Write down that somebody was signed out."""
    actions.record_sign_out(by=user, at=timezone.now(), why=why)


def failed(request: HttpRequest, user: User, *, how: str) -> None:
    """Write down that somebody failed to prove that an account is theirs."""
    place = get_adapter().get_client_ip(request)
    actions.record_sign_in_failed(by=user, at=timezone.now(), how=how, place=place)


@receiver(authentication_failed)
def _factor_failed(request: HttpRequest, user: User, authenticator: Authenticator, **_rest: object) -> None:
    failed(request, user, how=authenticator.type)


def recorded(view: View) -> View:
    """Write down what a page changes of somebody's factors, in the transaction of the change.

    allauth's own signals come after it: an entry that cannot be written would no longer undo anything.
    """

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method in READS:
            return view(request, *args, **kwargs)
        user = viewer_of(request)
        with transaction.atomic():
            before = _factors(user)
            response = view(request, *args, **kwargs)
            _compare(user, before, _factors(user))
        return response

    return opened


def _factors(user: User) -> Factors:
    kept = Authenticator.objects.filter(user=user).order_by("pk")
    return {one.pk: (one.type, str(one.data.get("name", ""))) for one in kept}


def _compare(user: User, before: Factors, after: Factors) -> None:
    at = timezone.now()
    new = [after[key][0] for key in after.keys() - before.keys()]
    for kind in sorted(set(new) - {CODES}):
        actions.record_factor_added(by=user, at=at, factor=kind)
    if CODES in new:
        actions.record_recovery_codes(by=user, at=at)
    gone = {before[key][0] for key in before.keys() - after.keys()}
    for kind in sorted(gone - ({CODES} if CODES in new else set())):
        actions.record_factor_removed(by=user, at=at, factor=kind)
    for key in before.keys() & after.keys():
        if before[key] != after[key]:
            actions.record_factor_renamed(by=user, at=at, factor=after[key][0])
