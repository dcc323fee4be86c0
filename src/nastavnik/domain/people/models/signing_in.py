"""One-time links and codes: signing in without an e-mail address."""

from django.db import models

from nastavnik.core import clock
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.enums import TokenKind
from nastavnik.domain.people.models.user import User


class SignInToken(TenantModel):
    """Only the digest is kept: who reads the table cannot sign in with it."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sign_in_tokens")
    kind = models.CharField(max_length=10, choices=TokenKind)
    digest = models.CharField(max_length=64, unique=True)
    issued_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    issued_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [tenant_key()]

    def __str__(self) -> str:
        return f"sign-in token {self.pk}"


class SignInAttempt(models.Model):
    """A failed attempt, by the keyed digest of network and of account: the limit needs no address."""

    network = models.CharField(max_length=64, db_index=True)
    account = models.CharField(max_length=64, blank=True, db_index=True)
    at = models.DateTimeField(default=clock.now, db_index=True)

    def __str__(self) -> str:
        return f"attempt {self.pk}"
