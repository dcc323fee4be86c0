"""Memos and materials of an institution: its own, or its words over shipped ones of the same code; themes; sites."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.library.enums import Topic
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.models import Programme


class Memo(TenantModel):
    """A sheet to read: text, a link, files, or some of these. What is shipped lies in `library.shipped` as plain data;
    `queries.memos` lays these rows over it. A row without a title only hides the shipped one or adds files to it."""

    code = models.CharField(max_length=40)
    title = models.CharField(_("название"), max_length=200, blank=True)
    audiences = models.JSONField(_("кому"), default=list, blank=True)  # Audience values
    topic = models.CharField(_("о чём"), max_length=20, choices=Topic, blank=True)
    formats = models.JSONField(_("для каких форм"), default=list, blank=True)  # codes; none means all
    situations = models.JSONField(_("в каких случаях"), default=list, blank=True)  # Situation values
    tags = models.JSONField(_("метки"), default=list, blank=True)  # words in lower case
    min_age = models.PositiveSmallIntegerField(_("с какого возраста"), null=True, blank=True)
    max_age = models.PositiveSmallIntegerField(_("по какой возраст"), null=True, blank=True)
    url = models.CharField(_("ссылка"), max_length=500, blank=True)
    body = models.TextField(_("текст"), blank=True)
    is_confirmed = models.BooleanField(_("сверено с оригиналом"), default=False)
    is_hidden = models.BooleanField(_("не показывать"), default=False)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["organisation", "code"], name="library_memo_once"),
            models.CheckConstraint(
                name="library_ages_ordered",
                condition=Q(min_age__isnull=True) | Q(max_age__isnull=True) | Q(min_age__lte=F("max_age")),
            ),
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


class Theme(TenantModel):
    """Something to work on together; without a programme it is for all of the institution's."""

    code = models.CharField(max_length=40)
    title = models.CharField(_("тема"), max_length=200)
    note = models.TextField(_("в чём она"), blank=True)
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("программа")
    )
    is_hidden = models.BooleanField(_("не показывать"), default=False)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["organisation", "code"], name="library_theme_once"),
        ]
        ordering = ("title", "id")

    def __str__(self) -> str:
        return f"theme {self.pk}"


class ApprovedSite(TenantModel):
    """A host to which links of the library may lead, beside the services that the institution allows."""

    host = models.CharField(_("сайт"), max_length=255)
    approved_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(_("когда разрешён"))

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["organisation", "host"], name="library_site_once"),
        ]
        ordering = ("host", "id")

    def __str__(self) -> str:
        return f"approved site {self.pk}"
