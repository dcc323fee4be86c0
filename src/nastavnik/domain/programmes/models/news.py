"""What a programme tells everybody about itself, in the coordinator's words."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.programmes.enums import NewsState
from nastavnik.domain.programmes.models.programme import Programme
from nastavnik.domain.programmes.states import NEWS


class NewsItem(TenantModel):
    """Новость. The day is entered, so that older news can be told truthfully."""

    lifecycle = NEWS

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="news")
    title = models.CharField(_("заголовок"), max_length=200)
    text = models.TextField(_("текст"))
    told_on = models.DateField(_("дата"))
    state = models.CharField(max_length=20, choices=NewsState, default=NewsState.DRAFT)

    class Meta:
        constraints = [tenant_key()]
        ordering = ("-told_on", "-id")

    def __str__(self) -> str:
        return self.title


class NewsItemStateChange(StateChange):
    news_item = models.ForeignKey(NewsItem, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} news {self.news_item_id}"
