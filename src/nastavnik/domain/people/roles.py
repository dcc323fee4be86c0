"""Roles as code: what each may do. Where a role holds stands in RoleAssignment; rights are predicates in `rules.py`."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.people.enums import RoleCode


class Permission(StrEnum):
    """One act or one kind of rows."""

    ORGANISATION_EDIT = "organisation.edit"
    PEOPLE_SEE = "people.see"
    PEOPLE_EDIT = "people.edit"
    PEOPLE_IMPORT = "people.import"
    ACCESS_ISSUE = "access.issue"
    CONSENT_SEE = "consent.see"
    CONSENT_RECORD = "consent.record"
    CLEARANCE_RECORD = "clearance.record"
    PROGRAMME_SEE = "programme.see"
    PROGRAMME_EDIT = "programme.edit"
    PROFILE_OBSERVE = "profile.observe"
    PAIR_SUGGEST = "pair.suggest"
    MATCHING_RUN = "matching.run"
    MENTORSHIP_SEE = "mentorship.see"
    MENTORSHIP_EDIT = "mentorship.edit"
    MENTORSHIP_OWN = "mentorship.own"
    WARDS_SEE = "wards.see"
    DOCUMENT_SEE = "document.see"
    DOCUMENT_PREPARE = "document.prepare"
    DOCUMENT_APPROVE = "document.approve"
    REPORT_SEE = "report.see"
    TERRITORY_SEE = "territory.see"
    OPERATIONS = "operations"
    APPLICATION_ENTER = "application.enter"
    APPLICATION_REVIEW = "application.review"
    INTERVIEW_RECORD = "interview.record"
    ADMISSION_DECIDE = "admission.decide"
    QUESTIONNAIRE_EDIT = "questionnaire.edit"
    ANSWERS_ENTER = "answers.enter"
    EVENT_RUN = "event.run"
    LIBRARY_READ = "library.read"
    LIBRARY_EDIT = "library.edit"
    REGISTER_SEE = "register.see"
    PERSONAL_DATA_ERASE = "personal_data.erase"


@dataclass(frozen=True)
class Role:
    code: RoleCode
    title: Promise
    description: Promise
    permissions: frozenset[Permission]


P = Permission
ROLES: dict[str, Role] = {
    role.code: role
    for role in (
        Role(
            RoleCode.ADMINISTRATOR,
            RoleCode.ADMINISTRATOR.label,
            _("Следит за сервером и копиями. Данных детей не видит."),
            frozenset({P.OPERATIONS}),
        ),
        Role(
            RoleCode.COORDINATOR,
            RoleCode.COORDINATOR.label,
            _("Ведёт программы своей организации: люди, согласия, подбор, пары, бумаги, отчёты."),
            frozenset(Permission) - {P.DOCUMENT_APPROVE, P.MENTORSHIP_OWN, P.WARDS_SEE, P.TERRITORY_SEE, P.OPERATIONS},
        ),
        Role(
            RoleCode.HEAD,
            RoleCode.HEAD.label,
            _("Утверждает приказы, смотрит программы и отчёты. Детей без согласия не видит."),
            frozenset(
                {P.PROGRAMME_SEE, P.MENTORSHIP_SEE, P.DOCUMENT_SEE, P.DOCUMENT_APPROVE, P.REPORT_SEE, P.LIBRARY_READ}
            ),
        ),
        Role(
            RoleCode.TEACHER,
            RoleCode.TEACHER.label,
            _("Видит людей организации, помогает собирать согласия, записывает наблюдения, предлагает пары."),
            frozenset(
                {P.PEOPLE_SEE, P.CONSENT_SEE, P.CONSENT_RECORD, P.PROFILE_OBSERVE, P.PAIR_SUGGEST}
                | {P.APPLICATION_ENTER, P.ANSWERS_ENTER, P.LIBRARY_READ}
            ),
        ),
        Role(
            RoleCode.PSYCHOLOGIST,
            RoleCode.PSYCHOLOGIST.label,
            _("Видит людей организации, их согласия и пары, записывает наблюдения."),
            frozenset(
                {P.PEOPLE_SEE, P.CONSENT_SEE, P.CONSENT_RECORD, P.PROFILE_OBSERVE, P.MENTORSHIP_SEE}
                | {P.APPLICATION_ENTER, P.INTERVIEW_RECORD, P.ANSWERS_ENTER, P.LIBRARY_READ}
            ),
        ),
        Role(
            RoleCode.MENTOR,
            RoleCode.MENTOR.label,
            _("Видит только свои пары и группы."),
            frozenset({P.MENTORSHIP_OWN, P.LIBRARY_READ}),
        ),
        Role(
            RoleCode.MENTEE,
            RoleCode.MENTEE.label,
            _("Видит только своего наставника и свои записи."),
            frozenset({P.MENTORSHIP_OWN, P.LIBRARY_READ}),
        ),
        Role(
            RoleCode.GUARDIAN,
            RoleCode.GUARDIAN.label,
            _("Видит своего ребёнка: согласия, пару, встречи. Личных записей ребёнка не видит."),
            frozenset({P.WARDS_SEE, P.LIBRARY_READ}),
        ),
        Role(
            RoleCode.MUNICIPAL_OPERATOR,
            RoleCode.MUNICIPAL_OPERATOR.label,
            _("Видит сводные числа организаций своего муниципалитета, людей не видит."),
            frozenset({P.TERRITORY_SEE}),
        ),
        Role(
            RoleCode.REGIONAL_OPERATOR,
            RoleCode.REGIONAL_OPERATOR.label,
            _("Видит сводные числа организаций своего региона, людей не видит."),
            frozenset({P.TERRITORY_SEE}),
        ),
    )
}
