"""Addresses of the room."""

from django.urls import path

from nastavnik.web.events.views import courses, event, festive, lists, people

app_name = "events"
urlpatterns = [
    path("", lists.index, name="index"),
    path("new/", lists.new_event, name="new_event"),
    path("mine/", courses.mine, name="mine"),
    path("courses/new/", courses.new_course, name="new_course"),
    path("courses/<int:pk>/", courses.course, name="course"),
    path("courses/<int:pk>/edit/", courses.edit_course, name="edit_course"),
    path("courses/<int:pk>/discard/", courses.discard_course, name="discard_course"),
    path("courses/<int:pk>/session/", courses.new_session, name="new_session"),
    path("materials/<int:pk>/", event.material, name="material"),
    path("materials/<int:pk>/remove/", event.remove_material, name="remove_material"),
    path("results/<int:pk>/", people.result, name="result"),
    path("<int:pk>/", event.event, name="event"),
    path("<int:pk>/edit/", event.edit_event, name="edit_event"),
    path("<int:pk>/attendance/", event.attendance, name="attendance"),
    path("<int:pk>/step/", event.event_step, name="event_step"),
    path("<int:pk>/guests/", people.choose_guests, name="choose_guests"),
    path("<int:pk>/sheet/", event.sheet, name="sheet"),
    path("<int:pk>/programme/", festive.edit_programme, name="edit_programme"),
    path("<int:pk>/invitation/", festive.invitation, name="invitation"),
    path("<int:pk>/invitations.pdf", festive.papers, name="papers"),
    path("<int:pk>/outside/", festive.add_guest, name="add_guest"),
    path("outside/<int:pk>/remove/", festive.remove_guest, name="remove_guest"),
    path("<int:pk>/materials/", event.add_material, name="add_material"),
]
