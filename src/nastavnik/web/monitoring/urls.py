"""Addresses of the room."""

from django.urls import path

from nastavnik.web.monitoring import views

app_name = "monitoring"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:pk>/", views.report, name="report"),
    path("<int:pk>/paper/", views.paper, name="paper"),
]
