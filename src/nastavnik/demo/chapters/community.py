"""The pair that has ended: consents to publication, words of thanks, its story; and the closing event that is ahead."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from nastavnik.demo.school import School
from nastavnik.demo.timeline import ZONE
from nastavnik.domain.achievements import actions as achievements
from nastavnik.domain.consents.actions import Signature, record_consent
from nastavnik.domain.consents.enums import ConsentKind, SigningParty
from nastavnik.domain.consents.queries import parties_of
from nastavnik.domain.events import actions as events
from nastavnik.domain.events.enums import EventKind
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.people.models import Guardianship, Person

DAY = 5  # days before today
AHEAD = timedelta(days=25)
STORY = {
    "title": "Как мы собрали тележку и не поссорились",
    "began": "Обоим нравилась техника, но паяльника боялись оба. Договорились: кто не понял, тот спрашивает сразу.",
    "did": "Встречались раз в неделю в мастерской. Сначала паяли старые платы, потом собрали тележку на двух моторах.",
    "hard": "Две недели ничего не ехало. Помогло записывать, что уже проверили.",
    "came_out": "Тележка объехала весь школьный коридор, её показали пятым классам.",
    "mentee_says": "Спрашивать оказалось не стыдно.",
    "advice": "Начинайте с малого и записывайте, что получилось.",
}
THANKS = "Спасибо за терпение: мне объясняли столько раз, сколько было нужно. Теперь я сам помогаю младшим."
POINTS = (
    events.Point(10, "Открытие", "директор"),
    events.Point(30, "Пары показывают, что получилось", "ведут наставники"),
    events.Point(20, "Благодарности и сертификаты", "куратор"),
    events.Point(30, "Чай и разговоры"),
)


def tell(school: School) -> None:
    school.timeline.on(school.timeline.school_day(DAY), lambda: _remember(school), hour=16, minute=20)


def _remember(school: School) -> None:
    ended = Mentorship.objects.filter(organisation=school.organisation, state=MentorshipState.COMPLETED)
    pair = ended.select_related("organisation", "module").order_by("pk").first()
    if pair is None:
        return
    on, by = school.timeline.today_in_story(), school.coordinator
    members = list(pair.members.select_related("person__user", "person__organisation", "mentorship").order_by("pk"))
    for member in members:
        _agree(member.person, school)
        line = achievements.remember(member, words=THANKS if member.role == "mentee" else "", by=member.person.user)
        achievements.show_alumnus(line, by=by)
    story = achievements.begin_story(pair, STORY, by=by)
    achievements.publish_story(achievements.agree_story(story, by=by), by=by)
    at = datetime.combine(on + AHEAD, time(15), ZoneInfo(ZONE))
    note = "Приходите с семьёй: покажем, что получилось."
    plan = events.EventPlan("Итоги программы наставничества", at, minutes=90, place="актовый зал", note=note)
    event = events.plan_event(pair.module, plan, kind=EventKind.CLOSING, by=by)
    events.set_programme(event, POINTS, version=event.version, by=by)
    events.invite(event, [member.person for member in members], by=by)


def _agree(person: Person, school: School) -> None:
    """Signed by all whose signature the age asks for."""
    on = school.timeline.today_in_story()
    guardian = Guardianship.objects.filter(child=person).select_related("guardian").order_by("pk").first()
    signatures = [
        Signature(party, guardian.guardian if party == SigningParty.GUARDIAN and guardian else person, on)
        for party in parties_of(person, on)
    ]
    record_consent(person, kind=ConsentKind.PUBLICATION, starts_on=on, signatures=signatures, by=school.coordinator)
