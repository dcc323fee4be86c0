"""Addresses of the room."""

from django.urls import path

from nastavnik.web.registers.views import card, describing, list_of, needs, out, saved

app_name = "registers"
urlpatterns = [
    path("", list_of.index, name="index"),
    path("needs/", needs.needs, name="needs"),
    path("export/", out.export, name="export"),
    path("print/", out.sheet, name="sheet"),
    path("views/", saved.keep, name="keep"),
    path("views/<int:pk>/forget/", saved.forget, name="forget"),
    path("<int:pk>/", describing.describe, name="describe"),
    path("<int:pk>/card/", card.mentor_card, name="mentor_card"),
    path("<int:pk>/card/close/", card.close_card, name="close_card"),
]
