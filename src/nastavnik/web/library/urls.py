"""Addresses of the room."""

from django.urls import path

from nastavnik.web.library.views import keeping, reading, themes, writing

app_name = "library"
urlpatterns = [
    path("", reading.index, name="index"),
    path("print/", reading.stack, name="stack"),
    path("new/", writing.new_memo, name="new_memo"),
    path("helped/", keeping.helped, name="helped"),
    path("sites/", keeping.sites, name="sites"),
    path("sites/<int:pk>/withdraw/", keeping.withdraw_site, name="withdraw_site"),
    path("themes/", themes.themes, name="themes"),
    path("themes/<int:pk>/", themes.theme, name="theme"),
    path("themes/<int:pk>/step/", themes.theme_step, name="theme_step"),
    path("files/<int:pk>/", reading.file, name="file"),
    path("files/<int:pk>/remove/", writing.remove_file, name="remove_file"),
    path("<slug:code>/", reading.memo, name="memo"),
    path("<slug:code>/edit/", writing.edit_memo, name="edit_memo"),
    path("<slug:code>/step/", writing.memo_step, name="memo_step"),
    path("<slug:code>/files/", writing.add_file, name="add_file"),
]
