"""Addresses of the room."""

from django.urls import path

from nastavnik.web.public import apply, apply_end, card, consent, programme, pulse, site, story, survey, views

app_name = "public"
urlpatterns = [
    path("check/", views.check, name="check"),
    path("p/<str:token>/", programme.programme, name="programme"),
    path("programmes/<int:pk>/site/", site.site, name="site"),
    path("programmes/<int:pk>/site/file/", site.site_file, name="site_file"),
    path("programmes/site/<int:pk>/taken-down/", site.take_down_site, name="take_down_site"),
    path("m/<str:token>/", card.mentor, name="mentor"),
    path("h/<str:token>/", story.story, name="story"),
    path("a/", apply.apply_by_code, name="apply_by_code"),
    path("a/continue/", apply.apply_continue, name="apply_continue"),
    path("a/<str:token>/", apply.apply, name="apply"),
    path("a/<str:token>/check/", apply_end.apply_check, name="apply_check"),
    path("a/<str:token>/sent/", apply_end.apply_sent, name="apply_sent"),
    path("a/<str:token>/code/", apply_end.apply_code, name="apply_code"),
    path("a/<str:token>/withdraw/", apply_end.apply_withdraw, name="apply_withdraw"),
    path("a/<str:token>/withdrawn/", apply_end.apply_withdrawn, name="apply_withdrawn"),
    path("a/<str:token>/<str:code>/", apply.apply_page, name="apply_page"),
    path("s/", survey.survey_code, name="survey_code"),
    path("s/thanks/", survey.survey_thanks, name="survey_thanks"),
    path("s/<str:token>/", survey.survey, name="survey"),
    path("pulse/<str:code>/", pulse.pulse, name="pulse"),
    path("c/<str:token>/", consent.consent, name="consent"),
    path("c/<str:token>/sheet/", consent.consent_sheet, name="consent_sheet"),
    path("check/<str:code>/", views.check_code, name="check_code"),
]
