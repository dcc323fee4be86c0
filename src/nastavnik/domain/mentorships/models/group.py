"""A group begins with what its members need; the themes are agreed by a poll."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.enums import Form
from nastavnik.domain.mentorships.models.mentorship import Mentorship, MentorshipMember
from nastavnik.domain.organisations.models import TenantModel, tenant_key


class GroupNeed(TenantModel):
    """A need in the words of who named it, and how the group will work on it."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="needs")
    named_by = models.ForeignKey(MentorshipMember, on_delete=models.CASCADE, null=True, related_name="+")
    text = models.CharField(_("что нужно"), max_length=300)
    theme = models.CharField(_("тема"), max_length=200, blank=True)
    resource = models.CharField(_("что поможет: материал, человек, место"), max_length=300, blank=True)
    activity = models.CharField(_("чем займёмся"), max_length=300, blank=True)
    form = models.CharField(_("как удобно работать"), max_length=10, choices=Form, blank=True)
    agreed_on = models.DateField(_("тема выбрана"), null=True)

    # Set by `queries.needs_of`.
    votes: int
    is_mine: bool

    class Meta:
        constraints = [tenant_key()]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"need {self.pk}"


class ThemeVote(TenantModel):
    """A member would like this theme; several may be named."""

    need = models.ForeignKey(GroupNeed, on_delete=models.CASCADE, related_name="ballots")
    member = models.ForeignKey(MentorshipMember, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["need", "member"], name="mentorships_vote_once"),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"theme vote {self.pk}"
