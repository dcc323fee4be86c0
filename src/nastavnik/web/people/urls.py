"""Addresses of the room."""

from django.urls import path

from nastavnik.web.people.views import access, clearance, history, lists, person

app_name = "people"
urlpatterns = [
    path("", lists.index, name="index"),
    path("add/", person.add, name="add"),
    path("cards/", access.cards, name="cards"),
    path("clearance/", clearance.clearance, name="clearance"),
    path("clearance/<int:pk>/withdraw/", clearance.withdraw, name="withdraw"),
    path("guardians/<int:pk>/end/", person.end_guardian, name="end_guardian"),
    path("<int:pk>/", person.person, name="person"),
    path("<int:pk>/edit/", person.edit, name="edit"),
    path("<int:pk>/history/", history.history, name="history"),
    path("<int:pk>/guardian/", person.add_guardian, name="add_guardian"),
    path("<int:pk>/group/", person.move, name="move"),
    path("<int:pk>/access/", access.access, name="access"),
    path("<int:pk>/access/withdraw/", access.withdraw_access, name="withdraw_access"),
    path("<int:pk>/clearance/", clearance.record, name="record"),
]
