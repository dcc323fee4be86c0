"""Addresses of the room."""

from django.urls import path

from nastavnik.web.questionnaires.views import builder, entering, library, scoring, surveys

app_name = "questionnaires"
urlpatterns = [
    path("", library.index, name="index"),
    path("mine/", entering.mine, name="mine"),
    path("new/", library.create, name="create"),
    path("ready/", library.ready, name="ready"),
    path("ready/<slug:code>/", library.ready_one, name="ready_one"),
    path("ready/<slug:code>/take/", library.take_ready, name="take_ready"),
    path("ready/<slug:code>/paper/", library.ready_paper, name="ready_paper"),
    path("<int:pk>/", library.questionnaire, name="questionnaire"),
    path("<int:pk>/about/", library.about, name="about"),
    path("<int:pk>/edit/", library.edit, name="edit"),
    path("<int:pk>/copy/", library.copy, name="copy"),
    path("<int:pk>/archive/", library.archive, name="archive"),
    path("versions/<int:pk>/paper/", library.paper, name="paper"),
    path("versions/<int:pk>/build/", builder.build, name="build"),
    path("versions/<int:pk>/step/", builder.build_step, name="build_step"),
    path("versions/<int:pk>/heading/", builder.heading, name="heading"),
    path("versions/<int:pk>/add/", builder.add_question, name="add_question"),
    path("versions/<int:pk>/questions/<slug:code>/", builder.question, name="question"),
    path("versions/<int:pk>/pages/<int:place>/", builder.section, name="section"),
    path("versions/<int:pk>/scores/<slug:code>/", scoring.score, name="score"),
    path("versions/<int:pk>/publish/", builder.publish, name="publish"),
    path("surveys/", surveys.surveys, name="surveys"),
    path("surveys/new/", surveys.new_survey, name="new_survey"),
    path("waves/<int:pk>/", surveys.wave, name="wave"),
    path("waves/<int:pk>/open/", surveys.open_wave, name="open_wave"),
    path("waves/<int:pk>/remind/", surveys.remind, name="remind"),
    path("waves/<int:pk>/close/", surveys.close_wave, name="close_wave"),
    path("waves/<int:pk>/next/", surveys.next_wave, name="next_wave"),
    path("waves/<int:pk>/cards/", surveys.cards, name="cards"),
    path("waves/<int:pk>/papers/", surveys.wave_papers, name="wave_papers"),
    path("waves/<int:pk>/results/", surveys.results, name="results"),
    path("waves/<int:pk>/change/<int:former>/", surveys.change, name="change"),
    path("waves/<int:pk>/enter/", entering.enter, name="enter"),
    path("waves/<int:pk>/enter/sheet/", entering.enter_sheet, name="enter_sheet"),
    path("waves/<int:pk>/enter/<int:invitation>/", entering.enter_one, name="enter_one"),
    path("sheets/<int:pk>/", surveys.sheet, name="sheet"),
]
