"""Addresses of the room."""

from django.urls import URLPattern

app_name = "shell"
urlpatterns: list[URLPattern] = []
