"""Addresses of the room."""

from django.urls import path

from nastavnik.web.matching.views import change, decide, lists, studio

app_name = "matching"
urlpatterns = [
    path("", lists.index, name="index"),
    path("modules/<int:pk>/", lists.module, name="module"),
    path("modules/<int:pk>/weights/", lists.weights, name="weights"),
    path("<int:pk>/", studio.run, name="run"),
    path("<int:pk>/begin/", studio.begin, name="begin"),
    path("<int:pk>/certificate/", studio.certificate, name="certificate"),
    path("<int:pk>/change/<int:mentee>/", change.change, name="change"),
    path("<int:pk>/remove/<int:mentee>/", change.remove, name="remove"),
    path("<int:pk>/publish/", decide.publish, name="publish"),
    path("<int:pk>/discard/", decide.discard, name="discard"),
]
