"""Addresses of the room."""

from django.urls import path

from nastavnik.web.privacy.views import acts, held, requests, terms

app_name = "privacy"
urlpatterns = [
    path("", held.mine, name="mine"),
    path("person/<int:pk>/", held.held, name="held"),
    path("person/<int:pk>/file/", held.held_file, name="held_file"),
    path("person/<int:pk>/ask/", requests.ask, name="ask"),
    path("person/<int:pk>/erase/", acts.erase, name="erase"),
    path("requests/", requests.requests, name="requests"),
    path("requests/<int:pk>/", requests.data_request, name="data_request"),
    path("acts/", acts.acts, name="acts"),
    path("acts/<int:pk>/", acts.act, name="act"),
    path("acts/<int:pk>/<str:form>/", acts.act_file, name="act_file"),
    path("terms/", terms.terms, name="terms"),
    path("register/", terms.register, name="register"),
]
