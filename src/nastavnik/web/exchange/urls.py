"""Addresses of the room."""

from django.urls import path

from nastavnik.web.exchange.views import checking, columns, ended, pairs, wizard

app_name = "exchange"
urlpatterns = [
    path("", wizard.upload, name="upload"),
    path("<int:pk>/columns/", columns.columns, name="columns"),
    path("<int:pk>/sheet/", columns.choose_sheet, name="choose_sheet"),
    path("<int:pk>/forget/", columns.forget_columns, name="forget_columns"),
    path("<int:pk>/check/", checking.check, name="check"),
    path("<int:pk>/pairs/", pairs.check_pairs, name="check_pairs"),
    path("<int:pk>/decide/", wizard.decide, name="decide"),
    path("<int:pk>/refused/", checking.refused, name="refused"),
    path("<int:pk>/accept/", wizard.accept, name="accept"),
    path("<int:pk>/cancel/", wizard.cancel, name="cancel"),
    path("<int:pk>/done/", ended.done, name="done"),
    path("<int:pk>/waiting/", pairs.take_waiting, name="take_waiting"),
    path("<int:pk>/undo/", ended.undo, name="undo"),
]
