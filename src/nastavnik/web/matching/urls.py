"""Addresses of the room."""

from django.urls import path

from nastavnik.web.matching.views import (
    candidates,
    choosing,
    compare,
    decide,
    decisions,
    fairness,
    lists,
    meetings,
    naming,
    price,
    rounds,
    settings,
    studio,
    suggestions,
    weights,
)

app_name = "matching"
urlpatterns = [
    path("", lists.index, name="index"),
    path("modules/<int:pk>/", lists.module, name="module"),
    path("modules/<int:pk>/weights/", weights.weights, name="weights"),
    path("modules/<int:pk>/settings/", settings.settings, name="settings"),
    path("meetings/", meetings.meetings, name="meetings"),
    path("meetings/new/", meetings.new_meeting, name="new_meeting"),
    path("meetings/<int:pk>/", meetings.meeting, name="meeting"),
    path("meetings/<int:pk>/rounds/", rounds.rounds, name="rounds"),
    path("meetings/<int:pk>/edit/", meetings.edit_meeting, name="edit_meeting"),
    path("meetings/<int:pk>/attendance/", meetings.attendance, name="attendance"),
    path("meetings/<int:pk>/step/", meetings.meeting_step, name="meeting_step"),
    path("choices/<int:pk>/", choosing.choose, name="choose"),
    path("own-choice/", naming.own_choice, name="own_choice"),
    path("suggestions/", suggestions.suggestions, name="suggestions"),
    path("suggestions/<int:pk>/accept/", suggestions.accept, name="accept_suggestion"),
    path("suggestions/<int:pk>/set-aside/", suggestions.set_aside, name="set_aside_suggestion"),
    path("modules/<int:pk>/suggest/", suggestions.suggest, name="suggest"),
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
