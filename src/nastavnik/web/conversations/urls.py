"""Addresses of the room."""

from django.urls import path

from nastavnik.web.conversations.views import concerns, deciding, help, talk

app_name = "conversations"
urlpatterns = [
    path("", talk.index, name="index"),
    path("pair/<int:pk>/", talk.pair_channel, name="pair_channel"),
    path("<int:pk>/", talk.channel, name="channel"),
    path("<int:pk>/praise/", talk.praise, name="praise"),
    path("<int:pk>/consultant/", help.consultant, name="consultant"),
    path("said/<int:pk>/", talk.message, name="message"),
    path("held/", deciding.held, name="held"),
    path("held/<int:pk>/", deciding.decide, name="decide"),
    path("links/", deciding.links, name="links"),
    path("links/<int:pk>/withdraw/", deciding.withdraw_link, name="withdraw_link"),
    path("help/", help.help, name="help"),
    path("help/ask/", help.ask, name="ask"),
    path("help/question/", help.question, name="question"),
    path("help/<int:pk>/", help.answer_question, name="answer_question"),
    path("help/<int:pk>/close/", help.close_request, name="close_request"),
    path("requests/", help.requests, name="requests"),
    path("concerns/new/", concerns.tell, name="tell"),
    path("concerns/<int:pk>/", concerns.concern, name="concern"),
    path("concerns/<int:pk>/settle/", concerns.settle, name="settle"),
]
