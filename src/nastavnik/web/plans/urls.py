"""Addresses of the room."""

from django.urls import path

from nastavnik.web.plans.views import advice, making, sheets, steps

app_name = "plans"
urlpatterns = [
    path("pairs/<int:pk>/make/", making.make, name="make"),
    path("pairs/<int:pk>/ready/", making.ready, name="ready"),
    path("<int:pk>/", making.edit, name="edit"),
    path("<int:pk>/show/", making.show, name="show"),
    path("<int:pk>/read/", making.read, name="read"),
    path("<int:pk>/rework/", making.rework, name="rework"),
    path("<int:pk>/extend/", making.extend, name="extend"),
    path("<int:pk>/close/", making.close, name="close"),
    path("<int:pk>/difficulties/", making.add_difficulty, name="add_difficulty"),
    path("difficulties/<int:pk>/", making.difficulty, name="difficulty"),
    path("steps/<int:pk>/", steps.step, name="step"),
    path("steps/<int:pk>/mark/", steps.assess, name="assess"),
    path("steps/<int:pk>/signal/", steps.signal, name="signal"),
    path("signals/<int:pk>/settle/", steps.settle, name="settle"),
    path("goals/<int:pk>/", steps.review, name="review"),
    path("pairs/<int:pk>/advice/", advice.recommend, name="recommend"),
    path("pairs/<int:pk>/advice/link/", advice.link, name="link"),
    path("advice/<int:pk>/helped/", advice.helped, name="helped"),
    path("advice/<int:pk>/decide/", advice.decide, name="decide"),
    path("pairs/<int:pk>/sheets/", sheets.index, name="sheets"),
    path("pairs/<int:pk>/sheets/<str:kind>/", sheets.new, name="new_sheet"),
    path("sheets/<int:pk>/", sheets.sheet, name="sheet"),
    path("sheets/<int:pk>/plan/", sheets.into_plan, name="into_plan"),
]
