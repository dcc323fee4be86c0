"""Memos of an institution: its own, or its words over shipped ones of the same code."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.library.enums import Topic
from nastavnik.domain.organisations.models import TenantModel, tenant_key


class Memo(TenantModel):
    """A sheet to read. What is shipped lies in `library.shipped` as plain data; `queries.memos` lays these rows over
    it. A row without a title only hides the shipped one or adds files to it."""

    code = models.CharField(max_length=40)
    title = models.CharField(_("название"), max_length=200, blank=True)
    audiences = models.JSONField(_("кому"), default=list, blank=True)  # Audience values
    topic = models.CharField(_("о чём"), max_length=20, choices=Topic, blank=True)
    formats = models.JSONField(_("для каких форм"), default=list, blank=True)  # codes; none means all
    body = models.TextField(_("текст"), blank=True)
    is_confirmed = models.BooleanField(_("сверено с оригиналом"), default=False)
    is_hidden = models.BooleanField(_("не показывать"), default=False)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["organisation", "code"], name="library_memo_once"),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title or self.code


class MemoFile(TenantModel):
    """A file beside a memo."""

    memo = models.ForeignKey(Memo, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [tenant_key()]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"file {self.file_id} of memo {self.memo_id}"
