"""The app of the room."""

from django.apps import AppConfig


class MentorshipsConfig(AppConfig):
    name = "nastavnik.domain.mentorships"
    label = "mentorships"
    verbose_name = "Пары и группы"
