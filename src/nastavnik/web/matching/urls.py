"""Addresses of the room."""

from django.urls import path

from nastavnik.web.matching.views import (
    candidates,
    compare,
    decide,
    decisions,
    fairness,
    lists,
    price,
    settings,
    studio,
    weights,
)

app_name = "matching"
urlpatterns = [
    path("", lists.index, name="index"),
    path("modules/<int:pk>/", lists.module, name="module"),
    path("modules/<int:pk>/weights/", weights.weights, name="weights"),
    path("modules/<int:pk>/settings/", settings.settings, name="settings"),
    path("<int:pk>/", studio.run, name="run"),
    path("<int:pk>/begin/", studio.begin, name="begin"),
    path("<int:pk>/cancel/", studio.cancel, name="cancel"),
    path("<int:pk>/certificate/", studio.certificate, name="certificate"),
    path("<int:pk>/mentees/<int:mentee>/", candidates.candidates, name="candidates"),
    path("<int:pk>/mentees/<int:mentee>/price/", price.price, name="price"),
    path("<int:pk>/decisions/", decisions.decisions, name="decisions"),
    path("<int:pk>/fairness/", fairness.fairness, name="fairness"),
    path("<int:pk>/compare/", compare.compare, name="compare"),
    path("<int:pk>/publish/", decide.publish, name="publish"),
    path("<int:pk>/discard/", decide.discard, name="discard"),
]
