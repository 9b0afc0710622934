"""People who use Kuälik and the roles they were given."""

from typing import ClassVar, Self
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from kualik.cases.ledger.models import RESTRICTED, SECRET

__all__ = ["Grant", "Role", "User"]


class Role(models.TextChoices):
    """What somebody may do. An administrator runs the server and gets no right to identities by it."""

    READER = "reader", _("Reader")
    CONTRIBUTOR = "contributor", _("Contributor")
    EDITOR = "editor", _("Editor")
    PUBLISHER = "publisher", _("Publisher")
    CUSTODIAN = "custodian", _("Custodian")
    ADMINISTRATOR = "administrator", _("Administrator")


class User(AbstractBaseUser):
    """Somebody who signs in, or who works at the terminal. Never deleted: the ledger names them."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "username": RESTRICTED,
        "display_name": RESTRICTED,
        "email": SECRET,
        "password": SECRET,
        "last_login": RESTRICTED,
        "is_active": RESTRICTED,
        "language": RESTRICTED,
        "created_at": RESTRICTED,
        "one_time_until": RESTRICTED,
        "arrived_at": RESTRICTED,
        "sessions_ended": RESTRICTED,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    username = models.CharField(_("user name"), max_length=150, unique=True)
    display_name = models.CharField(_("name shown"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    is_active = models.BooleanField(default=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    created_at = models.DateTimeField()
    one_time_until = models.DateTimeField(null=True)  # somebody else gave the password: it must be changed by then
    arrived_at = models.DateTimeField(null=True)  # when the guided first sign-in was gone through
    sessions_ended = models.PositiveIntegerField(default=0)  # how often all sessions were ended at once

    roles_remembered: frozenset[Role] | None = None  # no column: policy.remember_roles, for one page

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[BaseUserManager[Self]] = BaseUserManager()

    def __str__(self) -> str:
        return self.display_name or self.username

    def get_session_auth_hash(self) -> str:
        """Bind sessions to the password, and to how often all of them were ended."""
        return f"{super().get_session_auth_hash()}{self.sessions_ended}"

    @property
    def is_staff(self) -> bool:
        """Nobody is staff in Django's sense: there is no admin site."""
        return False

    @property
    def is_superuser(self) -> bool:
        """Nobody passes every check: rights come from roles alone."""
        return False


class Grant(models.Model):
    """A role given to somebody; ended rather than deleted."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "user": RESTRICTED,
        "role": RESTRICTED,
        "granted_by": RESTRICTED,
        "granted_at": RESTRICTED,
        "ended_at": RESTRICTED,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=Role.choices)
    granted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    granted_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role"], condition=models.Q(ended_at__isnull=True), name="grant_once_while_it_lasts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role}"
