"""Addresses of the room."""

from django.urls import path

from nastavnik.web.library import views

app_name = "library"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new_memo, name="new_memo"),
    path("files/<int:pk>/", views.file, name="file"),
    path("files/<int:pk>/remove/", views.remove_file, name="remove_file"),
    path("<slug:code>/", views.memo, name="memo"),
    path("<slug:code>/edit/", views.edit_memo, name="edit_memo"),
    path("<slug:code>/step/", views.memo_step, name="memo_step"),
    path("<slug:code>/files/", views.add_file, name="add_file"),
]
