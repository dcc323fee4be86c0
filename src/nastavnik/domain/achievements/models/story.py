"""The story of a pair, told in parts for the site and for colleagues."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.achievements.enums import StoryState
from nastavnik.domain.achievements.states import STORY
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.organisations.models import TenantModel, tenant_key

LONGEST = 3000


class CaseStory(TenantModel):
    """`token` is its public address; it is made when the story is published first and stays, so that a link on the
    site of the institution never leads to another story."""

    lifecycle = STORY
    PARTS = ("began", "did", "hard", "came_out", "mentor_says", "mentee_says", "advice")

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="stories")
    title = models.CharField(_("название"), max_length=200)
    began = models.TextField(_("с чего начали"), max_length=LONGEST, blank=True)
    did = models.TextField(_("что делали вместе"), max_length=LONGEST, blank=True)
    hard = models.TextField(_("что было трудно и что помогло"), max_length=LONGEST, blank=True)
    came_out = models.TextField(_("что получилось"), max_length=LONGEST, blank=True)
    mentor_says = models.TextField(_("слово наставника"), max_length=LONGEST, blank=True)
    mentee_says = models.TextField(_("слово наставляемого"), max_length=LONGEST, blank=True)
    advice = models.TextField(_("совет тем, кто начинает"), max_length=LONGEST, blank=True)
    token = models.CharField(max_length=40, null=True, unique=True, editable=False)  # noqa: DJ001 – NULL is "no address"
    state = models.CharField(max_length=10, choices=StoryState, default=StoryState.DRAFT)

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(
                name="achievements_published_has_address",
                condition=~Q(state=StoryState.PUBLISHED) | Q(token__isnull=False),
            ),
        ]
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"story {self.pk}"


class CaseStoryStateChange(StateChange):
    case_story = models.ForeignKey(CaseStory, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} story {self.case_story_id}"
