"""Addresses of the room."""

from django.urls import path

from nastavnik.web.public import views

app_name = "public"
urlpatterns = [
    path("check/", views.check, name="check"),
    path("check/<str:code>/", views.check_code, name="check_code"),
]
