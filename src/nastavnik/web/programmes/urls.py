"""Addresses of the room."""

from django.urls import path

from nastavnik.web.programmes.views import (
    launching,
    lists,
    modules,
    observing,
    overview,
    participation,
    people,
    roadmap,
)

app_name = "programmes"
urlpatterns = [
    path("", lists.index, name="index"),
    path("new/", lists.new, name="new"),
    path("new/<slug:code>/", lists.create, name="create"),
    path("<int:pk>/", overview.programme, name="programme"),
    path("<int:pk>/edit/", overview.edit, name="edit"),
    path("<int:pk>/launch/", overview.launch, name="launch"),
    path("<int:pk>/close/", overview.close, name="close"),
    path("<int:pk>/roadmap/", roadmap.roadmap, name="roadmap"),
    path("<int:pk>/start/", roadmap.start, name="start"),
    path("<int:pk>/information/", launching.information, name="information"),
    path("<int:pk>/information/open/", launching.open_information, name="open_information"),
    path("<int:pk>/information/close/", launching.close_information, name="close_information"),
    path("<int:pk>/information/poster/", launching.poster, name="poster"),
    path("stages/<int:pk>/done/", roadmap.stage_done, name="stage_done"),
    path("stages/<int:pk>/add/", roadmap.add_row, name="add_row"),
    path("rows/<int:pk>/", roadmap.row, name="row"),
    path("rows/<int:pk>/done/", roadmap.row_done, name="row_done"),
    path("<int:pk>/modules/add/", modules.add_module, name="add_module"),
    path("modules/<int:pk>/", modules.module, name="module"),
    path("modules/<int:pk>/people/", people.people, name="people"),
    path("modules/<int:pk>/admit/", people.admit_all, name="admit_all"),
    path("modules/<int:pk>/enrol/", people.enrol, name="enrol"),
    path("participations/<int:pk>/", participation.profile, name="profile"),
    path("participations/<int:pk>/step/", participation.step, name="step"),
    path("participations/<int:pk>/observe/", observing.observe, name="observe"),
]
