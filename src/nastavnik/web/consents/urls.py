"""Addresses of the room."""

from django.urls import path

from nastavnik.web.consents import asking, scans, texts, views

app_name = "consents"
urlpatterns = [
    path("", views.index, name="index"),
    path("mine/", views.mine, name="mine"),
    path("person/<int:pk>/", views.person, name="person"),
    path("sheets/", asking.sheets, name="sheets"),
    path("sheets/<int:pk>/", scans.sheet, name="sheet"),
    path("mine/<int:pk>/withdraw/", views.withdraw_mine, name="withdraw_mine"),
    path("requests/<int:pk>/link/", asking.new_link, name="new_link"),
    path("requests/<int:pk>/call-off/", asking.call_off, name="call_off"),
    path("requests/<int:pk>/answer/", asking.answer_mine, name="answer_mine"),
    path("texts/", texts.texts, name="texts"),
    path("texts/<int:pk>/", texts.text, name="text"),
    path("scans/", scans.scans, name="scans"),
    path("scans/<int:pk>/", scans.scan, name="scan"),
    path("scans/<int:pk>/picture/", scans.scan_picture, name="scan_picture"),
    path("scans/<int:pk>/file/", scans.scan_file, name="scan_file"),
    path("scans/<int:pk>/discard/", scans.discard_scan, name="discard_scan"),
    path("<int:pk>/withdraw/", views.withdraw, name="withdraw"),
]
