"""Addresses of the room."""

from django.urls import path

from nastavnik.web.desk import views

app_name = "desk"
urlpatterns = [path("", views.today, name="today")]
