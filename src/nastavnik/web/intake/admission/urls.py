"""Addresses of the admission of mentors, within those of the room."""

from django.urls import path

from nastavnik.web.intake.admission import agreement, candidate, lists, self_check

urlpatterns = [
    path("", lists.admission, name="admission"),
    path("known/", lists.record_known, name="record_known"),
    path("self-check/", self_check.self_check, name="self_check"),
    path("agreements/<int:pk>/end/", agreement.end_agreement, name="end_agreement"),
    path("<int:pk>/", candidate.candidate, name="candidate"),
    path("<int:pk>/interview/", candidate.interview, name="interview"),
    path("<int:pk>/marks/", candidate.marks, name="marks"),
    path("<int:pk>/agreement/", agreement.agreement, name="agreement"),
    path("<int:pk>/points/<slug:code>/waive/", candidate.waive, name="waive"),
    path("<int:pk>/points/<slug:code>/due/", candidate.due, name="due"),
    path("<int:pk>/decide/<slug:decision>/", candidate.decide, name="decide"),
]
