"""A pair writes to each other, one message waited for the coordinator, and a child asked for help and was answered."""

from nastavnik.demo.school import School
from nastavnik.domain.conversations import actions
from nastavnik.domain.conversations.models import Channel, HelpRequest
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.people.models import Person

WORDS = (
    (20, "mentor", "Привет! Такие задачи мне знакомы, давай разберём вместе в среду после шестого урока."),
    (20, "mentee", "Давай! У меня не выходит номер 347 на странице 67."),
    (18, "mentor", "Посмотри, там похожая: https://kvant.example.ru/zadacha-7"),
    (17, "mentee", "Получилось, спасибо!"),
)
ASKED, ANSWERED = 11, 10


def tell(school: School) -> None:
    timeline = school.timeline
    for number, (day, side, words) in enumerate(WORDS):
        timeline.on(timeline.day(day), lambda s=side, w=words: _say(school, s, w), hour=16, minute=number * 5)
    timeline.on(timeline.day(18), lambda: _let_through(school), hour=17)
    timeline.on(timeline.day(ASKED), lambda: _ask(school), hour=15)
    timeline.on(timeline.day(ANSWERED), lambda: _answer(school), hour=9)


def _pair(school: School) -> Mentorship | None:
    """The first pair at work, whichever day the story is told on."""
    rows = Mentorship.objects.filter(module__programme=school.programme, state=MentorshipState.ACTIVE)
    return rows.order_by("pk").first()


def _person(pair: Mentorship, side: str) -> Person:
    return MentorshipMember.objects.select_related("person__user").get(mentorship=pair, role=side).person


def _say(school: School, side: str, words: str) -> None:
    pair = _pair(school)
    if pair is not None:
        author = _person(pair, side)
        actions.post(actions.open_channel(pair, by=author.user), author=author, text=words, by=author.user)


def _let_through(school: School) -> None:
    for channel in Channel.objects.filter(organisation=school.organisation, mentorship__isnull=False):
        for message in channel.messages.filter(versions__state="held"):
            actions.release(message.versions.get(), by=school.coordinator, approves_links=True)


def _ask(school: School) -> None:
    pair = _pair(school)
    if pair is not None:
        asker = _person(pair, "mentee")
        words = "Подскажите, в какой кружок пойти, если нравится собирать роботов?"
        actions.ask_help(asker, text=words, by=asker.user, mentorship=pair)


def _answer(school: School) -> None:
    request = HelpRequest.objects.filter(organisation=school.organisation).select_related("channel").first()
    if request is not None:
        author = Person.objects.get(organisation=school.organisation, user=school.coordinator)
        words = "Загляни в среду в 14:30 в кабинет 305, там робототехника. Я предупредила руководителя."
        actions.post(request.channel, author=author, text=words, by=school.coordinator)
        request.refresh_from_db()
        actions.close(request, by=school.coordinator)
