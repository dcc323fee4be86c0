"""Addresses of the room."""

from django.urls import path

from nastavnik.web.exchange import views

app_name = "exchange"
urlpatterns = [
    path("", views.upload, name="upload"),
    path("<int:pk>/columns/", views.columns, name="columns"),
    path("<int:pk>/check/", views.check, name="check"),
    path("<int:pk>/decide/", views.decide, name="decide"),
    path("<int:pk>/refused/", views.refused, name="refused"),
    path("<int:pk>/accept/", views.accept, name="accept"),
    path("<int:pk>/cancel/", views.cancel, name="cancel"),
    path("<int:pk>/done/", views.done, name="done"),
]
