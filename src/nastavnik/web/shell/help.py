"""Help: where to ask, and who sees what, made from the roles themselves."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from nastavnik.access.allow import PUBLIC, allow
from nastavnik.domain.events.rules import learns
from nastavnik.domain.library.rules import reads_library
from nastavnik.domain.people.roles import ROLES
from nastavnik.domain.people.roles import Permission as P
from nastavnik.domain.programmes.rules import edits_programmes
from nastavnik.web.shell.render import render_page

WORDS = {
    P.ORGANISATION_EDIT: _("настройки организации"),
    P.PEOPLE_SEE: _("люди своей организации"),
    P.PEOPLE_EDIT: _("правка сведений о людях"),
    P.PEOPLE_IMPORT: _("загрузка списков"),
    P.ACCESS_ISSUE: _("коды и ссылки для входа"),
    P.CONSENT_SEE: _("согласия"),
    P.CONSENT_RECORD: _("запись согласий"),
    P.CLEARANCE_RECORD: _("допуск взрослых"),
    P.PROGRAMME_SEE: _("программы"),
    P.PROGRAMME_EDIT: _("правка программ"),
    P.PROFILE_OBSERVE: _("наблюдения педагога"),
    P.PAIR_SUGGEST: _("предложение пары"),
    P.MATCHING_RUN: _("подбор пар"),
    P.MENTORSHIP_SEE: _("пары и группы"),
    P.MENTORSHIP_EDIT: _("решения по парам"),
    P.MENTORSHIP_OWN: _("только свои пары и группы"),
    P.WARDS_SEE: _("только свой ребёнок"),
    P.DOCUMENT_SEE: _("документы"),
    P.DOCUMENT_PREPARE: _("подготовка документов"),
    P.DOCUMENT_APPROVE: _("утверждение приказов"),
    P.REPORT_SEE: _("отчёты"),
    P.TERRITORY_SEE: _("сводные числа территории"),
    P.OPERATIONS: _("состояние сервера и копии"),
    P.APPLICATION_ENTER: _("заявки за ребёнка и с бумаги"),
    P.APPLICATION_REVIEW: _("разбор заявок"),
    P.INTERVIEW_RECORD: _("беседы с наставниками"),
    P.ADMISSION_DECIDE: _("допуск наставников"),
    P.QUESTIONNAIRE_EDIT: _("составление анкет"),
    P.ANSWERS_ENTER: _("ответы с бумаги"),
    P.EVENT_RUN: _("обучение и встречи"),
    P.LIBRARY_READ: _("библиотека"),
    P.LIBRARY_EDIT: _("правка памяток"),
    P.REGISTER_SEE: _("базы и выгрузки"),
    P.PERSONAL_DATA_ERASE: _("стирание личных данных"),
}


@allow(PUBLIC, methods=("GET", "HEAD"))
def help(request: HttpRequest) -> HttpResponse:
    begins = request.organisation is not None and edits_programmes(request.user)  # type: ignore[attr-defined]
    context = {"begins": begins, "learns": learns(request.user), "reads": reads_library(request.user)}
    return render_page(request, "shell/help.html", context)


@allow(PUBLIC, methods=("GET", "HEAD"))
def who_sees_what(request: HttpRequest) -> HttpResponse:
    roles = [
        {"title": role.title, "description": role.description, "may": [WORDS[p] for p in P if p in role.permissions]}
        for role in ROLES.values()
    ]
    return render_page(request, "shell/who_sees_what.html", {"roles": roles})
