"""What a teacher, a coordinator or a psychologist saw: it completes what a profile leaves unknown."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.enums import Level, Mastery, Openness, TopicUse
from nastavnik.domain.programmes.models.participation import Participation, Topic


class Observation(TenantModel):
    """One look at one participant. Of several the newest that says something counts, field by field."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="observations")
    openness = models.CharField(_("как раскрывается"), max_length=10, choices=Openness, blank=True)
    level = models.PositiveSmallIntegerField(
        _("уверенность в предмете"), null=True, blank=True, choices=Level, validators=[MaxValueValidator(5)]
    )
    mastery = models.PositiveSmallIntegerField(
        _("опыт наставничества"), null=True, blank=True, choices=Mastery, validators=[MaxValueValidator(3)]
    )
    note = models.TextField(_("что видно"), blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [tenant_key()]
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"observation {self.pk}"


class ObservationTopic(TenantModel):
    """A value or a way of working that was seen."""

    observation = models.ForeignKey(Observation, on_delete=models.CASCADE, related_name="topics")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="+")
    use = models.CharField(max_length=12, choices=TopicUse)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["observation", "topic", "use"], name="programmes_observation_topic_once"),
            models.CheckConstraint(
                name="programmes_observation_use", condition=models.Q(use__in=[TopicUse.VALUE, TopicUse.WAY])
            ),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.use} of observation {self.observation_id}"
