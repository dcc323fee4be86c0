"""Addresses of the room."""

from django.urls import path

from nastavnik.web.consents import views

app_name = "consents"
urlpatterns = [
    path("", views.index, name="index"),
    path("mine/", views.mine, name="mine"),
    path("person/<int:pk>/", views.person, name="person"),
    path("<int:pk>/withdraw/", views.withdraw, name="withdraw"),
]
