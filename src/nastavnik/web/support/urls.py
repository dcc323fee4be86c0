"""Addresses of the room."""

from django.urls import path

from nastavnik.web.support import pulse, views

app_name = "support"
urlpatterns = [
    path("", views.index, name="index"),
    path("frequency/", views.frequency, name="frequency"),
    path("links/", pulse.links, name="links"),
    path("<int:pk>/call/", views.call, name="call"),
    path("<int:pk>/snooze/", views.snooze, name="snooze"),
    path("<int:pk>/wake/", views.wake, name="wake"),
    path("<int:pk>/pulse/", pulse.pulse, name="pulse"),
]
