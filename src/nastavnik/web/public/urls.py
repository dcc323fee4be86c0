"""Addresses of the room."""

from django.urls import path

from nastavnik.web.public import programme, survey, views

app_name = "public"
urlpatterns = [
    path("check/", views.check, name="check"),
    path("p/<str:token>/", programme.programme, name="programme"),
    path("s/", survey.survey_code, name="survey_code"),
    path("s/thanks/", survey.survey_thanks, name="survey_thanks"),
    path("s/<str:token>/", survey.survey, name="survey"),
    path("check/<str:code>/", views.check_code, name="check_code"),
]
