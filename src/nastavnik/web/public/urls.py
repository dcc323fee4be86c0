"""Addresses of the room."""

from django.urls import path

from nastavnik.web.public import programme, views

app_name = "public"
urlpatterns = [
    path("check/", views.check, name="check"),
    path("p/<str:token>/", programme.programme, name="programme"),
    path("check/<str:code>/", views.check_code, name="check_code"),
]
