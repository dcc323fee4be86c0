"""Addresses of the room."""

from django.urls import path

from nastavnik.web.shell import gallery, help, sign_in, theme

app_name = "shell"
urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/code/", sign_in.sign_in_by_code, name="sign_in_by_code"),
    path("sign-in/link/<str:token>/", sign_in.sign_in_by_link, name="sign_in_by_link"),
    path("sign-in/demo/", sign_in.sign_in_demo, name="sign_in_demo"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("my-organisation/", sign_in.choose_organisation, name="choose_organisation"),
    path("theme/", theme.theme, name="theme"),
    path("help/", help.help, name="help"),
    path("help/who-sees-what/", help.who_sees_what, name="who_sees_what"),
    path("ui/", gallery.gallery, name="gallery"),
]
