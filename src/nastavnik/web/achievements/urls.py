"""Addresses of the room."""

from django.urls import path

from nastavnik.web.achievements.views import (
    achieving,
    alumni,
    mentors,
    portfolio,
    projects,
    recognition,
    sharing,
    stories,
)

app_name = "achievements"
urlpatterns = [
    path("people/<int:pk>/", portfolio.portfolio, name="portfolio"),
    path("pairs/<int:pk>/enter/", achieving.enter, name="enter"),
    path("<int:pk>/", achieving.edit, name="edit"),
    path("<int:pk>/decide/", achieving.decide, name="decide"),
    path("<int:pk>/file/", achieving.file, name="file"),
    path("pairs/<int:pk>/project/", projects.begin_project, name="begin_project"),
    path("projects/<int:pk>/", projects.project, name="project"),
    path("projects/<int:pk>/edit/", projects.edit_project, name="edit_project"),
    path("projects/<int:pk>/defence/", projects.name_defence, name="name_defence"),
    path("projects/<int:pk>/marks/", projects.mark_sheet, name="mark_sheet"),
    path("mentors/", mentors.mentors, name="mentors"),
    path("mentors/<int:pk>/", mentors.mentor, name="mentor"),
    path("mentors/<int:pk>/attestation/", mentors.attestation, name="attestation"),
    path("alumni/", alumni.alumni, name="alumni"),
    path("alumni/<int:pk>/step/", alumni.alumnus_step, name="alumnus_step"),
    path("alumni/members/<int:pk>/show/", alumni.show_member, name="show_member"),
    path("alumni/members/<int:pk>/thank/", alumni.thank, name="thank"),
    path("stories/", stories.stories, name="stories"),
    path("pairs/<int:pk>/story/", stories.begin_story, name="begin_story"),
    path("stories/<int:pk>/", stories.story, name="story"),
    path("stories/<int:pk>/edit/", stories.edit_story, name="edit_story"),
    path("stories/<int:pk>/step/", stories.story_step, name="story_step"),
    path("stories/<int:pk>/text/", stories.story_text, name="story_text"),
    path("recognition/", recognition.recognised, name="recognised"),
    path("recognition/table/", recognition.recognised_table, name="recognised_table"),
    path("programmes/<int:pk>/recognition/", recognition.recognise, name="recognise"),
    path("sharing/", sharing.sharings, name="sharings"),
    path("sharing/<int:pk>/", sharing.edit_sharing, name="edit_sharing"),
    path("sharing/<int:pk>/file/", sharing.sharing_file, name="sharing_file"),
    path("programmes/<int:pk>/share/", sharing.share, name="share"),
]
