"""Two institutions with everything that a page can be asked for. All texts of one side carry its mark."""

from dataclasses import dataclass, field
from datetime import date, time

from nastavnik.core import jobs
from nastavnik.domain.documents import actions as documents
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import LegalGround
from nastavnik.domain.documents.rendering.starting_template import starting_template
from nastavnik.domain.exchange import actions as exchange
from nastavnik.domain.exchange.registers import actions as registers
from nastavnik.domain.exchange.registers.filters import Filters
from nastavnik.domain.matching import actions as matching
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import EndReason, Party, Way
from nastavnik.domain.organisations import actions as organisations
from nastavnik.domain.organisations.enums import OrganisationKind
from nastavnik.domain.people import actions as people
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.privacy import actions as privacy
from nastavnik.domain.privacy.enums import ErasureReason, RequestKind
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.enums import Catalogue
from nastavnik.domain.programmes.records import ProfileValues
from nastavnik.domain.support.queries import link_code
from tests.access import corners, diaries, times
from tests.access.matrix import ROLES
from tests.seeds.cast import SEPTEMBER, agreed, child, grown_up, programme, ready

STAFF = (RoleCode.ADMINISTRATOR, RoleCode.HEAD, RoleCode.TEACHER, RoleCode.PSYCHOLOGIST)
PAIRS = "Наставник;Наставляемый;Дата начала\n{mark}ин Олег;{mark} Вадим Петрович;01.09.2026\n"
LIST = "Фамилия Имя Отчество;Дата рождения;Класс\n{mark} Вадим Петрович;14.03.2014;6А\n"
MEETING_DAY, TODAY = date(2026, 11, 10), date(2026, 11, 23)
PAPER_KIND = "talk_outline"


@dataclass
class Side:
    """One institution: who holds each role, and the id of one row of each sort."""

    mark: str
    users: dict = field(default_factory=dict)
    rows: dict = field(default_factory=dict)


def build(mark: str) -> Side:
    """A whole institution by the product's own actions; the clock stands at the tests' Monday."""
    side = Side(mark)
    school = _school(side)
    _people(side, school)
    _pair(side, school)
    times.add(side)
    _questions(side, school)
    _without_order(side, school)
    _matching(side, school)
    _meeting(side, school)
    _papers(side, school)
    _lists(side)
    _promotion(side, school)
    _catalogues(side, school)
    _data(side, school)
    corners.add(side, school, side.users[RoleCode.COORDINATOR])
    side.rows |= {"template": "student_student", "catalogue": "task", "ready": "choice_mentee"}
    assert set(side.users) == set(ROLES)
    return side


def _school(side):
    by_person = people.open_organisation(
        coordinator=people.NewPerson(f"{side.mark}кова", "Анна", birth_date=date(1980, 1, 1), post="учитель"),
        kind=OrganisationKind.SCHOOL,
        title=f"Школа «{side.mark}»",
        short_title=f"Школа «{side.mark}»",
        municipality=f"Округ {side.mark}",
        region=f"Область {side.mark}",
        on=SEPTEMBER,
    )
    school, by = by_person.organisation, people.ensure_user(by_person)
    side.users[RoleCode.COORDINATOR] = by
    for number, role in enumerate(STAFF):
        person = grown_up(school, f"{side.mark}ов", "Пётр", "учитель", by, born=date(1980 + number, 2, 2))
        side.users[role] = people.ensure_user(person)
        people.grant_role(person.user, role=role, organisation=school, starts_on=SEPTEMBER, by=by)
    for role, territory in (
        (RoleCode.MUNICIPAL_OPERATOR, school.territory),
        (RoleCode.REGIONAL_OPERATOR, school.territory.parent),
    ):
        side.users[role] = people.open_territory_account(territory, role=role, starts_on=SEPTEMBER, by=by)
    side.rows["role"] = side.users[RoleCode.TEACHER].role_assignments.get().pk
    side.rows["holiday"] = organisations.add_holiday(
        school, title=f"Праздник {side.mark}", starts_on=date(2026, 11, 4), ends_on=date(2026, 11, 4), by=by
    ).pk
    return school


def _people(side, school):
    """The child of the matrix with a parent and a class, and a grown-up who helps."""
    by = side.users[RoleCode.COORDINATOR]
    mentee = child(school, f"{side.mark}ин", "Захар", date(2014, 5, 1), by)
    mentor = grown_up(school, f"{side.mark}ев", "Игорь", "учитель", by)
    guardianship = mentee.guardians.select_related("guardian__user").get()
    year = organisations.ensure_academic_year(school, on=SEPTEMBER, by=by)
    group = organisations.add_study_group(year, title=f"6 {side.mark}", grade=6, by=by)
    people.enrol_in_group(mentee, study_group=group, starts_on=SEPTEMBER, by=by)
    side.users[RoleCode.GUARDIAN] = guardianship.guardian.user
    side.users[RoleCode.MENTEE], side.users[RoleCode.MENTOR] = people.ensure_user(mentee), people.ensure_user(mentor)
    side.mentee, side.mentor = mentee, mentor
    side.rows |= {
        "person": mentee.pk,
        "guardianship": guardianship.pk,
        "consent": mentee.consents.get().pk,
        "clearance": mentor.clearances.get().pk,
    }


def _pair(side, school):
    """At work, with a plan, meetings and a diary."""
    by = side.users[RoleCode.COORDINATOR]
    plan, module = programme(school, "teacher_student", f"Программа {side.mark}", by)
    pair = _agreed_pair(side, module)
    mentorships.start(pair, on=date(2026, 10, 1), by=by)
    goal = mentorships.add_goal(pair, title=f"Цель {side.mark}", by=by)
    step = mentorships.add_step(goal, title=f"Шаг {side.mark}", by=by)
    planned = mentorships.plan_meeting(
        pair, happens_on=date(2026, 11, 26), begins_at=time(15), place=f"Кабинет {side.mark}", by=by
    )
    diaries.add(side, pair, MEETING_DAY)
    side.module = module
    side.rows |= {
        "programme": plan.pk,
        "partner": organisations.ensure_partner(school, title=f"Завод {side.mark}", by=by).pk,
        "page": programmes.open_page(plan, by=by).token,
        "module": module.pk,
        "stage": plan.stages.first().pk,
        "item": plan.stages.first().items.first().pk,
        "evidence": programmes.add_evidence(
            plan.stages.first().items.first(), title=f"{side.mark}.pdf", content=b"%PDF-1.7", by=by
        ).pk,
        "participation": pair.members.get(role="mentee").participation_id,
        "mentor_participation": pair.members.get(role="mentor").participation_id,
        "pair": pair.pk,
        "pulse_code": link_code(pair.members.get(role="mentee").pk),
        "goal": goal.pk,
        "step": step.pk,
        "meeting": planned.pk,
    }


def _agreed_pair(side, module):
    by = side.users[RoleCode.COORDINATOR]
    mentor, mentee = ready(side.mentor, module, "mentor", by), ready(side.mentee, module, "mentee", by)
    (pair,) = mentorships.propose(module, pairs=[(mentor, mentee)], on=date(2026, 9, 20), by=by)
    return agreed(pair, by)


def _catalogues(side, school):
    """Words and roles of the institution alone."""
    by = side.users[RoleCode.COORDINATOR]
    task = programmes.add_entry(school, Catalogue.TASK, title=f"Задача {side.mark}", by=by)
    own = programmes.add_format(school, title=f"форма {side.mark}", by=by)
    model = programmes.add_role_model(school, own, title=f"роль {side.mark}", by=by)
    side.rows |= {
        "entry_own": (task.catalogue, task.code),
        "format_own": own.pk,
        "role_model_own": model.pk,
        "module_list": (side.rows["module"], "task"),
    }


def _questions(side, school):
    """A proposal in another programme: each side still has to answer."""
    by = side.users[RoleCode.COORDINATOR]
    _plan, module = programme(school, "employer_school", f"Вторая {side.mark}", by)
    mentor, mentee = ready(side.mentor, module, "mentor", by), ready(side.mentee, module, "mentee", by)
    (pair,) = mentorships.propose(module, pairs=[(mentor, mentee)], on=date(2026, 11, 20), by=by)
    side.rows |= {f"question_{one.party}": one.pk for one in pair.approvals.all()}
    side.rows["proposed"] = pair.pk


def _without_order(side, school):
    """Agreed, and started by the coordinator; another one brought to its end, with certificates."""
    by = side.users[RoleCode.COORDINATOR]
    _plan, module = programme(school, "collective", f"Третья {side.mark}", by)
    side.rows["confirmed"] = _agreed_pair(side, module).pk
    _plan, module = programme(school, "collective", f"Пятая {side.mark}", by)
    ended = mentorships.start(_agreed_pair(side, module), on=date(2026, 10, 1), by=by)
    mentorships.complete(ended, on=date(2026, 11, 20), reason=EndReason.PLAN_DONE, by=by)
    side.ended = ended


def _matching(side, school):
    """Two runs that are ready: people to be matched, one of them without a mentor."""
    by = side.users[RoleCode.COORDINATOR]
    _plan, module = programme(school, "teacher_student", f"Четвёртая {side.mark}", by)
    asks = ProfileValues(main_need=f"тема {side.mark}")
    mentee = ready(side.mentee, module, "mentee", by, asks)
    ready(child(school, f"{side.mark}ин", "Егор", date(2013, 5, 1), by), module, "mentee", by, asks)
    ready(side.mentor, module, "mentor", by, ProfileValues(competences=(f"тема {side.mark}",), places=1))
    run = matching.run(module, as_of=TODAY, by=by)
    jobs.run_due()
    run.refresh_from_db()
    matched = run.proposals.get().mentee_id
    side.rows |= {"matching_module": module.pk, "run": run.pk, "run_mentee": (run.pk, matched), "asking": mentee.pk}


def _meeting(side, school):
    """A group meeting whose choices are open, and a pair that the teacher suggests."""
    by = side.users[RoleCode.COORDINATOR]
    _plan, module = programme(school, "teacher_student", f"Шестая {side.mark}", by)
    mentor, mentee = ready(side.mentor, module, "mentor", by), ready(side.mentee, module, "mentee", by)
    gathering = matching.plan_group_meeting(module, title=f"Встреча {side.mark}", held_on=MEETING_DAY, by=by)
    matching.mark_attendance(gathering, came=[mentor.pk, mentee.pk], by=by)
    matching.open_choices(gathering, by=by)
    presences = {row.participation_id: row.pk for row in gathering.presences.all()}
    teacher = side.users[RoleCode.TEACHER]
    suggestion = matching.suggest(
        module, mentee=mentee, mentor=mentor, way=Way.TEACHER_PROPOSAL, note=f"Вместе {side.mark}", by=teacher
    )
    side.rows |= {
        "gathering": gathering.pk,
        "presence_mentee": presences[mentee.pk],
        "presence_mentor": presences[mentor.pk],
        "suggestion": suggestion.pk,
    }


def _papers(side, school):
    """An order that waits for the head, a draft, a certificate, a report."""
    by = side.users[RoleCode.COORDINATOR]
    for state in ("submitted", "draft", "issued"):
        _plan, module = programme(school, "student_student", f"Приказы {state} {side.mark}", by)
        order = documents.prepare_order(
            module, mentorships=[_agreed_pair(side, module)], number=f"{state} {side.mark}", dated_on=TODAY, by=by
        )
        side.rows[f"order_{state}"] = order.pk
        if state != "draft":
            documents.submit(order, by=by)
        if state == "issued":
            documents.approve(order, by=side.users[RoleCode.HEAD])
    members = side.ended.members.select_related("person", "organisation", "mentorship__module__programme")
    for paper in documents.issue_certificates(members, dated_on=TODAY, by=by):
        role = Party.MENTEE if paper.person_id == side.mentee.pk else Party.MENTOR
        side.rows[f"certificate_{role}"] = paper.pk
        side.rows["code"] = paper.check_code
    batch = documents.order_batch("certificate", [one.pk for one in members], dated_on=TODAY, by=by)
    side.rows["batch"] = documents.make_batch(batch).pk
    own = starting_template(kind_of(PAPER_KIND))
    documents.upload_template(school, PAPER_KIND, content=own, name=f"{side.mark}.docx", by=by)
    side.rows["paper_kind"] = PAPER_KIND
    side.rows["paper_to_prepare"] = (side.rows["programme"], "coordinator_order")
    side.rows["section"] = (side.rows["order_draft"], "preamble")
    side.rows["ground"] = LegalGround.objects.filter(organisation=school).first().pk


def _lists(side):
    by = side.users[RoleCode.COORDINATOR]
    for state in ("uploaded", "checked", "accepted"):
        content = LIST.format(mark=side.mark).encode()
        one = exchange.upload(side.module, role="mentee", content=content, name=f"{side.mark}.csv", by=by)
        if state != "uploaded":
            exchange.check(one, by=by)
        if state == "accepted":
            exchange.accept(one, by=by)
        side.rows[f"import_{state}"] = one.pk
    pairs = PAIRS.format(mark=side.mark).encode()
    one = exchange.upload(side.module, role="pairs", content=pairs, name=f"{side.mark}.csv", by=by)
    side.rows["import_pairs"] = exchange.check(one, by=by).pk
    view = registers.keep_view(side.module.organisation, register="mentee", title=side.mark, filters=Filters(), by=by)
    side.rows["saved_view"] = view.pk


def _promotion(side, school):
    """Somebody who finished school a year ago."""
    by = side.users[RoleCode.COORDINATOR]
    year = organisations.add_academic_year(school, starts_on=date(2025, 9, 1), ends_on=date(2026, 8, 31), by=by)
    group = organisations.add_study_group(year, title=f"11{side.mark[0]}", grade=11, by=by)
    person = people.add_person(school, surname=f"{side.mark}выпускник", birth_date=date(2008, 2, 2), by=by)
    people.enrol_in_group(person, study_group=group, starts_on=date(2025, 9, 1), by=by)
    side.rows["promotion"] = people.promote(school, steps={}, from_year=year.pk, by=by).pk


def _data(side, school):
    """A request about one's data, and the act about somebody who is no longer there."""
    by = side.users[RoleCode.COORDINATOR]
    asked = privacy.ask(side.mentee, kind=RequestKind.CORRECT, text=f"Имя {side.mark}", by=by)
    gone = people.add_person(school, surname=f"{side.mark}ушёл", given_name="Пётр", by=by)
    act = privacy.erase(gone, reason=ErasureReason.MISTAKE, by=by)
    side.rows |= {"data_request": asked.pk, "erasure_act": act.pk, "erasure_act_file": (act.pk, "docx")}
