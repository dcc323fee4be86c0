"""The papers of a programme: orders with their appendices at the head, leaflets, forms of consent, plans, thanks."""

from datetime import timedelta
from typing import Any

from nastavnik.demo.school import School
from nastavnik.domain.documents import actions as documents
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import Document
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.organisations.actions import edit_partner, ensure_partner
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.enums import Audience, ParticipationRole
from nastavnik.domain.programmes.models import Participation, Programme

# Who answered the information page, with which wish; the rest only read it.
ANSWERS = (
    (Audience.GUARDIAN, "mentee", "сын не успевает по математике"),
    (Audience.PUPIL, "mentor", "могу объяснять физику младшим"),
    (Audience.PUPIL, "mentee", "хочу, чтобы кто-то помог с проектом"),
    (Audience.TEACHER, "", "в моём классе трое новеньких"),
    (Audience.GUARDIAN, "", ""),
    (Audience.GUARDIAN, "", ""),
    (Audience.GUARDIAN, "mentee", ""),
    (Audience.PUPIL, "", ""),
)

# How many days before they were written, the title, the words.
NEWS = (
    (
        0,
        "Готовим общие проекты",
        "Пары выбрали, что покажут весной. Нужна помощь с залом или техникой? Спросите куратора.",
    ),
    (14, "Приём продолжается", "Заявки принимаем по коду с плаката. Куратор ответит каждому."),
)


def orders(school: School, programme: Programme, *, numbers: dict[str, str], day: int, approved: int | None) -> None:
    """Orders of a programme by kind and number, put before the head; without `approved` they wait there."""
    for kind, number in numbers.items():
        _order(school, programme, kind, number, day, approved)


def _order(school: School, programme: Programme, kind: str, number: str, day: int, approved: int | None) -> None:
    timeline = school.timeline
    dated_on = timeline.day(day if approved is None else approved)

    def prepare() -> None:
        given = set(
            Document.objects.filter(programme=programme, appendix_to__isnull=False).values_list("kind", flat=True)
        )
        paper = documents.prepare(
            kind,
            programme=programme,
            number=number,
            dated_on=dated_on,
            appendices=set(kind_of(kind).appendices) - given,  # no paper is approved by two orders
            by=school.coordinator,
        )
        documents.submit(paper, by=school.coordinator)
        if approved is not None:
            timeline.on(dated_on, lambda: documents.approve(paper, by=school.head), hour=16)

    timeline.on(timeline.day(day), prepare, hour=12)


def telling(school: School, programme: Programme, *, day: int) -> None:
    """The information page is opened, answers come in, a leaflet and the outline of a talk are made."""
    timeline = school.timeline

    def tell() -> None:
        page = programmes.open_page(programme, by=school.coordinator)
        programmes.edit_page(
            page, text="", contact="куратор программы, кабинет 21", version=page.version, by=school.coordinator
        )
        for number, (audience, role, wish) in enumerate(ANSWERS):
            said: dict[str, Any] = {"audience": audience, "wanted_role": role, "wish": wish, "answer_key": f"{number}"}
            timeline.on(timeline.day(day - 1 - number // 3), lambda said=said: programmes.answer_page(page, **said))
        today = timeline.today_in_story()
        for kind in ("information_leaflet", "talk_outline"):
            paper = documents.prepare(
                kind, programme=programme, dated_on=today, answers={"audience": "guardian"}, by=school.coordinator
            )
            documents.issue(paper, by=school.coordinator)

    timeline.on(timeline.day(day), tell, hour=13)
    timeline.on(timeline.day(3), lambda: _news(school, programme), hour=13)


def _news(school: School, programme: Programme) -> None:
    """Two pieces of news, and a draft that waits for its words."""
    by, today = school.coordinator, school.timeline.today_in_story()
    for days, title, text in NEWS:
        item = programmes.write_news(programme, title=title, text=text, told_on=today - timedelta(days=days), by=by)
        programmes.publish_news(item, by=by)
    programmes.write_news(programme, title="Каникулы", text="Расписание встреч на каникулы.", told_on=today, by=by)


def of_people(school: School, programme: Programme) -> None:
    """One of each paper about a person or a pair, as somebody made them: so that each can be looked at."""
    today = school.timeline.today_in_story()
    people = Participation.objects.filter(module__programme=programme).select_related("person").order_by("id")
    mentee = people.filter(role=ParticipationRole.MENTEE).first()
    for kind in ("participation_consent", "personal_data_consent", "publication_consent"):
        _issue(school, documents.prepare(kind, participation=mentee, dated_on=today, by=school.coordinator))
    pair = Mentorship.objects.filter(module__programme=programme, state=MentorshipState.ACTIVE).order_by("id").first()
    for kind in ("development_plan", "meeting_diary"):
        _issue(school, documents.prepare(kind, mentorship=pair, dated_on=today, by=school.coordinator))


def thanks(school: School, programme: Programme) -> None:
    """Who mentored to the end is thanked: a letter, and an order that still waits to be put before the head."""
    by, today = school.coordinator, school.timeline.today_in_story()
    mentor = Participation.objects.filter(
        module__programme=programme,
        role=ParticipationRole.MENTOR,
        memberships__mentorship__state=MentorshipState.COMPLETED,
    ).first()
    letter = documents.prepare(
        "thanks_letter", participation=mentor, number="1-Б", dated_on=today, answers={"to": "participant"}, by=by
    )
    _issue(school, letter)
    documents.prepare("reward_order", programme=programme, dated_on=today, answers={"reward": "thanks"}, by=by)


def of_employee(school: School, programme: Programme) -> None:
    """A teacher agrees in writing to mentor a colleague, and what the work is paid is agreed."""
    by, today = school.coordinator, school.timeline.today_in_story()
    rows = Participation.objects.filter(module__programme=programme, role=ParticipationRole.MENTOR)
    mentor = rows.select_related("person").order_by("id").first()
    _issue(school, documents.prepare("employee_consent", participation=mentor, dated_on=today, by=by))
    documents.prepare(
        "supplementary_agreement",
        participation=mentor,
        number="12/1",
        dated_on=today,
        answers={"pay": "10 процентов должностного оклада ежемесячно"},
        by=by,
    )


def agreement(school: School, programme: Programme) -> None:
    """With the works from which a mentor comes."""
    by, today = school.coordinator, school.timeline.today_in_story()
    partner = ensure_partner(school.organisation, title="Завод «Озёрный прибор»", by=by)
    edit_partner(
        partner,
        full_title="Акционерное общество «Озёрный прибор» (вымышленное)",
        address="000000, г. Заозёрск, ул. Заводская, д. 1",
        signatory="Лазурный Пётр Ильич",
        signatory_post="генеральный директор",
        signs_by="устава",
        version=partner.version,
        by=by,
    )
    _issue(
        school,
        documents.prepare(
            "partner_agreement",
            programme=programme,
            partner=partner,
            number="3",
            dated_on=today,
            answers={"work": "участие инженеров завода в программе наставничества"},
            by=by,
        ),
    )


def _issue(school: School, paper: Document) -> None:
    documents.issue(paper, by=school.coordinator)
