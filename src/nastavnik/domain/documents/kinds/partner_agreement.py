"""Соглашение с партнёром."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import ActSubject, Book, Subject
from nastavnik.domain.documents.kinds.chapters import Chapter, Said, capital, numbered_chapters, quoted
from nastavnik.domain.documents.kinds.frame import Frame, paper
from nastavnik.domain.documents.kinds.letterhead import Official
from nastavnik.domain.documents.kinds.parties import closing, represented, side, signs
from nastavnik.domain.documents.kinds.shape import Ask, DocumentKind
from nastavnik.domain.documents.rendering.blocks import Paper, Paragraph, Section
from nastavnik.domain.documents.rendering.words import held, long_date
from nastavnik.domain.people.names import Case
from nastavnik.domain.programmes.enums import ProgrammeType


@dataclass(frozen=True)
class PartnerText:
    """The other party; `signatory` is None where nobody is written down, `signs_by` stands in the genitive."""

    full_title: str
    address: str = ""
    contacts: str = ""
    signatory: Official | None = None
    signs_by: str = ""


@dataclass(frozen=True)
class PartnerAgreementContext:
    """`work` is what the partner's people do, in the words of who prepares the paper."""

    frame: Frame
    partner: PartnerText
    programme: str
    programme_type: str
    work: str
    starts_on: date
    ends_on: date | None = None
    signs_by: str = "устава"

    @property
    def is_for_pupils(self) -> bool:
        return self.programme_type == ProgrammeType.PUPILS


def build(context: PartnerAgreementContext) -> Paper:
    """Parties, subject, duties of both, safety of children, personal data, term, requisites in two columns."""
    chapters = numbered_chapters(_chapters(context))
    sections = [Section("preamble", "Стороны", (Paragraph(_parties(context)),)), *chapters]
    sections.append(_closing(context, len(chapters) + 1))
    title = f"о совместной работе по программе наставничества {quoted(context.programme)}"
    named = {"programme": context.programme, "partner": context.partner.full_title}
    return paper(context.frame, "СОГЛАШЕНИЕ", title, sections, named=named)


def _parties(context: PartnerAgreementContext) -> str:
    institution, partner = context.frame.institution, context.partner
    ours = f"{held(institution.full_name)} {represented(context.frame.signer, context.signs_by)}"
    person = represented(partner.signatory, partner.signs_by) if partner.signatory else f"в лице {'_' * 40}"
    return (
        f"{ours}, далее – Организация, с одной стороны, и {held(partner.full_title)} {person}, далее – Партнёр, с "
        "другой стороны, заключили соглашение о следующем."
    )


def _chapters(context: PartnerAgreementContext) -> list[Chapter]:
    safety = [Chapter("safety", "Безопасность обучающихся", _safety())] if context.is_for_pupils else []
    return [
        Chapter(
            "subject",
            "Предмет соглашения",
            (
                Said(
                    f"Стороны вместе проводят программу наставничества {quoted(context.programme)}. Партнёр направляет "
                    "в неё своих представителей наставниками, Организация ведёт программу"
                ),
                *(Said(capital(line.strip())) for line in context.work.splitlines()),
                Said("Соглашение не предусматривает расчётов между сторонами"),
                Said("Правовая основа соглашения:", context.frame.grounds, titles=True),
            ),
        ),
        Chapter("ours", "Что делает Организация", _ours(context)),
        Chapter("theirs", "Что делает Партнёр", _theirs(context)),
        *safety,
        Chapter("data", "Персональные данные", _data()),
        Chapter("term", "Срок и изменение", _term(context)),
    ]


def _ours(context: PartnerAgreementContext) -> tuple[Said, ...]:
    consents = "собирает согласия участников и их законных представителей" if context.is_for_pupils else (
        "собирает письменные согласия участников"
    )  # fmt: skip
    coordinator = context.frame.coordinator
    asked = f"За программу отвечает куратор: {coordinator.full(Case.NOMINATIVE)}" if coordinator else ""
    return (
        Said("Организация:", (
            "знакомит наставников с программой и готовит их к работе",
            consents,
            "подбирает пары и группы с учётом согласия всех участников",
            "предоставляет место для встреч и следит за тем, как они проходят",
            "сообщает Партнёру об итогах программы в обобщённом виде",
        )),
        Said(asked),
    )  # fmt: skip


def _theirs(context: PartnerAgreementContext) -> tuple[Said, ...]:
    rules = "распорядком и правилами безопасности" if context.is_for_pupils else "распорядком"
    return (
        Said("Партнёр:", (
            "предлагает наставников из числа желающих и даёт им время на встречи",
            "назначает того, кто поддерживает связь с Организацией",
            "сообщает заранее, если наставник не сможет продолжать работу",
            f"знакомит наставников с этим соглашением, {rules} Организации",
        )),
    )  # fmt: skip


def _safety() -> tuple[Said, ...]:
    return (
        Said(
            "Наставником становится тот, чей допуск к работе с детьми Организация проверила до первой встречи. "
            "Организация хранит только отметку о проверке: день, срок и кто проверил"
        ),
        Said("Партнёр сразу сообщает Организации, если допуск наставника утрачен; встречи с этого дня прекращаются"),
        Said(
            "Встречи проходят в Организации или в месте, согласованном с ней и с законными представителями. На "
            "территории Партнёра за безопасность обучающихся отвечает Партнёр: он проводит инструктаж и назначает "
            "сопровождающего"
        ),
        Said("О случаях, опасных для обучающегося, стороны сообщают друг другу в тот же день"),
    )


def _data() -> tuple[Said, ...]:
    return (
        Said(
            "Оператор данных участников – Организация. Партнёру она их не передаёт: то, без чего нельзя провести "
            "встречу, знает только сам наставник и не сообщает другим"
        ),
        Said("Снимки, имена и рассказы об участниках публикуют только при отдельном согласии на публикацию"),
        Said("Когда работа закончена, наставник уничтожает свои записи о наставляемом"),
    )


def _term(context: PartnerAgreementContext) -> tuple[Said, ...]:
    until = f" по {long_date(context.ends_on)}" if context.ends_on else ""
    return (
        Said(f"Соглашение действует с {long_date(context.starts_on)}{until}"),
        Said(
            "Каждая сторона может прекратить соглашение, письменно предупредив другую за месяц; начатые встречи при "
            "этом завершают или передают другому наставнику"
        ),
        Said("Изменения вносят письменно, подписывают их обе стороны"),
    )


def _closing(context: PartnerAgreementContext, number: int) -> Section:
    institution, partner = context.frame.institution, context.partner
    ours = (institution.full_name, institution.address, institution.contacts)
    theirs = (partner.full_title, partner.address, partner.contacts)
    person = signs(partner.signatory) if partner.signatory else ("", "")
    return closing(number, side("Организация", ours, signs(context.frame.signer)), side("Партнёр", theirs, person))


KIND = DocumentKind(
    code="partner_agreement",
    title=_("Соглашение с партнёром"),
    about=_("С предприятием, вузом или другой организацией, от которой приходят наставники."),
    subject=Subject.PARTNER,
    book=Book.AGREEMENTS,
    cites=(ActSubject.SAFETY, ActSubject.PERSONAL_DATA),
    asks=(
        Ask(
            "work",
            _("Что делают наставники от партнёра"),
            "long_text",
            _("Например: ведут проектную группу старшеклассников, показывают производство."),
            is_required=True,
        ),
        Ask("valid_from", _("С какого дня"), "day", _("Без ответа – со дня соглашения.")),
        Ask("valid_until", _("До какого дня"), "day", _("Без ответа – до конца программы.")),
    ),
    stages=("mentor_pool",),
    named=(("partner", _("полное название партнёра")),),
    context=PartnerAgreementContext,
    build=build,
    needs_approval=False,
)
