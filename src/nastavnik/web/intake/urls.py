"""Addresses of the room."""

from django.urls import include, path

from nastavnik.web.intake import deciding, entering, intakes, review

app_name = "intake"
urlpatterns = [
    path("", review.index, name="index"),
    path("<int:pk>/", review.review, name="review"),
    path("<int:pk>/accept/", deciding.accept, name="accept"),
    path("<int:pk>/decline/", deciding.decline, name="decline"),
    path("<int:pk>/return/", deciding.return_for_more, name="return_for_more"),
    path("<int:pk>/withdraw/", deciding.withdraw, name="withdraw"),
    path("<int:pk>/twin/", deciding.answer_twin, name="answer_twin"),
    path("<int:pk>/talk/", deciding.talk, name="talk"),
    path("<int:pk>/remedy/", deciding.mark_remedy, name="mark_remedy"),
    path("<int:pk>/code/", deciding.renew_code, name="renew_code"),
    path("<int:pk>/edit/", entering.edit, name="edit"),
    path("intakes/", intakes.intakes, name="intakes"),
    path("intakes/<int:pk>/", intakes.intake, name="intake"),
    path("intakes/<int:pk>/enter/<str:role>/", entering.enter, name="enter"),
    path("intakes/<int:pk>/close/", intakes.close_intake, name="close_intake"),
    path("intakes/<int:pk>/reopen/", intakes.reopen_intake, name="reopen_intake"),
    path("intakes/<int:pk>/poster/", intakes.poster, name="poster"),
    path("admission/", include("nastavnik.web.intake.admission.urls")),
]
