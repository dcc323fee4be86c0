"""The table of contents: which room has which addresses."""

from django.urls import include, path

urlpatterns = [
    path("", include("nastavnik.web.desk.urls")),
    path("", include("nastavnik.web.shell.urls")),
    path("organisation/", include("nastavnik.web.organisations.urls")),
    path("people/", include("nastavnik.web.people.urls")),
    path("import/", include("nastavnik.web.exchange.urls")),
    path("registers/", include("nastavnik.web.registers.urls")),
    path("applications/", include("nastavnik.web.intake.urls")),
    path("questionnaires/", include("nastavnik.web.questionnaires.urls")),
    path("events/", include("nastavnik.web.events.urls")),
    path("library/", include("nastavnik.web.library.urls")),
    path("privacy/", include("nastavnik.web.privacy.urls")),
    path("programmes/", include("nastavnik.web.programmes.urls")),
    path("consents/", include("nastavnik.web.consents.urls")),
    path("matching/", include("nastavnik.web.matching.urls")),
    path("mentorships/", include("nastavnik.web.mentorships.urls")),
    path("plans/", include("nastavnik.web.plans.urls")),
    path("achievements/", include("nastavnik.web.achievements.urls")),
    path("support/", include("nastavnik.web.support.urls")),
    path("notifications/", include("nastavnik.web.notifications.urls")),
    path("calendar/", include("nastavnik.web.scheduling.urls")),
    path("messages/", include("nastavnik.web.conversations.urls")),
    path("documents/", include("nastavnik.web.documents.urls")),
    path("reports/", include("nastavnik.web.monitoring.urls")),
    path("state/", include("nastavnik.web.operations.urls")),
    path("", include("nastavnik.web.public.urls")),
]
