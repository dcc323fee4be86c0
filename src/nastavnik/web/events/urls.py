"""Addresses of the room."""

from django.urls import URLPattern

app_name = "events"
urlpatterns: list[URLPattern] = []
