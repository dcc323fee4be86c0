"""The last words: of each member, and what the coordinator counts as done."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core import clock
from nastavnik.domain.mentorships.models.mentorship import Mentorship, MentorshipMember
from nastavnik.domain.organisations.models import TenantModel, tenant_key


class Closing(TenantModel):
    """What is counted as done, also where the end came early; the reflection that a group spoke together."""

    mentorship = models.OneToOneField(Mentorship, on_delete=models.CASCADE, related_name="closing")
    credit = models.TextField(_("что сделано и засчитано"), max_length=4000, blank=True)
    group_reflection = models.TextField(_("что поняли вместе"), max_length=4000, blank=True)

    class Meta:
        constraints = [tenant_key()]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"closing {self.pk}"


class ClosingWord(TenantModel):
    """Of one member. The conclusion is the mentor's; «хочу стать наставником» the mentee's."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="closing_words")
    member = models.OneToOneField(MentorshipMember, on_delete=models.CASCADE, related_name="+")
    feedback = models.TextField(_("что было хорошо и что изменить"), max_length=4000, blank=True)
    reflection = models.TextField(_("чему научились"), max_length=4000, blank=True)
    became_friends = models.BooleanField(_("мы стали друзьями"), null=True)
    wants_to_mentor = models.BooleanField(_("хочу стать наставником"), default=False)
    professional = models.TextField(_("как сможет развиваться в деле"), max_length=2000, blank=True)
    personal = models.TextField(_("как сможет развиваться как человек"), max_length=2000, blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [tenant_key()]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"closing word {self.pk}"
