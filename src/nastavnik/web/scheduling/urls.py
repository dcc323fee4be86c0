"""Addresses of the room."""

from django.urls import path

from nastavnik.web.scheduling.views import calendars, lists, meeting, offers, series, timetable

app_name = "scheduling"
urlpatterns = [
    path("", lists.index, name="index"),
    path("day/", lists.day, name="day"),
    path("pairs/<int:pk>/times/", offers.times, name="times"),
    path("offers/<int:pk>/", offers.offer, name="offer"),
    path("offers/<int:pk>/withdraw/", offers.withdraw, name="withdraw"),
    path("pairs/<int:pk>/plan/", meeting.plan, name="plan"),
    path("meetings/<int:pk>/", meeting.move, name="move"),
    path("meetings/<int:pk>/call-off/", meeting.call_off, name="call_off"),
    path("meetings/<int:pk>/missed/", meeting.missed, name="missed"),
    path("meetings/<int:pk>/file/", calendars.meeting_file, name="meeting_file"),
    path("pairs/<int:pk>/weekly/", series.weekly, name="weekly"),
    path("series/<int:pk>/", series.change, name="change_series"),
    path("series/<int:pk>/stop/", series.stop, name="stop_series"),
    path("feed/", calendars.my_feed, name="my_feed"),
    path("feed/<str:token>.ics", calendars.feed, name="feed"),
    path("lessons/", timetable.lessons, name="lessons"),
]
