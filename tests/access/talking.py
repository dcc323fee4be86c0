"""Conversations of the matrix: a word that reached, one that waits, a question, a request, a concern."""

from nastavnik.domain.conversations import actions as conversations
from nastavnik.domain.conversations.models import ApprovedLink
from nastavnik.domain.mentorships.models import Mentorship


def add(side, school, by):
    """The coordinator has read the concern, the psychologist has not."""
    channel = conversations.open_channel(Mentorship.objects.get(pk=side.rows["pair"]), by=by)
    mentor, mentee, mark = side.mentor, side.mentee, side.mark
    said = conversations.post(channel, author=mentor, text=f"Задача {mark}", by=mentor.user)
    held = conversations.post(channel, author=mentor, text=f"https://example.ru/{mark}", by=mentor.user)
    (link,) = conversations.approve_links(held.versions.get(), by=by)
    asked = conversations.ask_help(mentee, text=f"Помогите {mark}", by=mentee.user)
    question = conversations.ask_mentors(mentee, module=side.module, text=f"Вопрос {mark}", by=mentee.user)
    concern = conversations.raise_concern(mentee, child=mentee, text=f"Тревожно {mark}", by=mentee.user)
    reader = concern.readers.select_related("person").get(person__user=by)
    conversations.read_concern(concern, person=reader.person, by=by)
    side.rows |= {
        "channel": channel.pk,
        "said": said.pk,
        "held_message": held.versions.get().pk,
        "link": ApprovedLink.objects.get(pk=link.pk).pk,
        "help_request": asked.pk,
        "help_channel": asked.channel_id,
        "asked_question": question.pk,
        "concern": concern.pk,
    }
