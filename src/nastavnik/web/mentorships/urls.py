"""Addresses of the room."""

from django.urls import path

from nastavnik.web.mentorships.views import after, diary, lists, log, meetings, pair, plan, proposal, states

app_name = "mentorships"
urlpatterns = [
    path("", lists.index, name="index"),
    path("meetings/", lists.meetings, name="meetings"),
    path("<int:pk>/", pair.pair, name="pair"),
    path("<int:pk>/record/", meetings.record, name="record"),
    path("<int:pk>/meetings/", meetings.pair_meetings, name="pair_meetings"),
    path("<int:pk>/meetings/plan/", meetings.plan_meeting, name="plan_meeting"),
    path("meetings/<int:pk>/", meetings.meeting, name="meeting"),
    path("meetings/<int:pk>/confirm/", meetings.confirm_meeting, name="confirm_meeting"),
    path("meetings/<int:pk>/after/", after.after, name="after"),
    path("meetings/<int:pk>/feedback/", after.give_feedback, name="give_feedback"),
    path("meetings/<int:pk>/reflection/", after.reflect, name="reflect"),
    path("feedback/<int:pk>/", after.answer_feedback, name="answer_feedback"),
    path("<int:pk>/plan/", plan.plan, name="plan"),
    path("<int:pk>/goals/", plan.add_goal, name="add_goal"),
    path("<int:pk>/plan/ready/", plan.take_plan, name="take_plan"),
    path("goals/<int:pk>/steps/", plan.add_step, name="add_step"),
    path("goals/<int:pk>/reach/", plan.reach_goal, name="reach_goal"),
    path("steps/<int:pk>/", plan.mark_step, name="mark_step"),
    path("<int:pk>/diary/", diary.write, name="write"),
    path("diary/<int:pk>/", diary.entry, name="entry"),
    path("diary/<int:pk>/file/", diary.entry_file, name="entry_file"),
    path("log/", log.log, name="log"),
    path("log/worker.js", log.log_worker, name="log_worker"),
    path("log/app.webmanifest", log.log_manifest, name="log_manifest"),
    path("log/state/", log.log_state, name="log_state"),
    path("log/send/", log.log_send, name="log_send"),
    path("<int:pk>/start/", states.start, name="start"),
    path("<int:pk>/pause/", states.pause, name="pause"),
    path("<int:pk>/resume/", states.resume, name="resume"),
    path("<int:pk>/end/", states.end, name="end"),
    path("<int:pk>/decline/", states.decline, name="decline"),
    path("<int:pk>/acquaintance/", states.acquaintance, name="acquaintance"),
    path("proposals/<int:pk>/", proposal.proposal, name="proposal"),
    path("proposals/papers/", proposal.enter_papers, name="enter_papers"),
    path("proposals/<int:pk>/paper/", proposal.enter_paper, name="enter_paper"),
]
