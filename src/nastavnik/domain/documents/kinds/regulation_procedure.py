"""Chapters of the regulation that the programme's own settings decide: order of work, pairs, evaluation."""

from nastavnik.domain.documents.kinds.chapters import Said, quoted
from nastavnik.domain.documents.kinds.programme_text import ModuleText, ProgrammeText
from nastavnik.domain.documents.rendering.words import counted, long_date


def procedure(programme: ProgrammeText) -> tuple[Said, ...]:
    """From the launch to the last day: stages, consents, meetings, how somebody leaves."""
    until = f" по {long_date(programme.ends_on)}" if programme.ends_on else ""
    return (
        Said(f"Программа проводится с {long_date(programme.starts_on)}{until}"),
        Said("Этапы программы (сроки и мероприятия – в дорожной карте):", [one.title for one in programme.stages]),
        *_consents(programme),
        *_work(programme),
        Said(
            "Участник может отказаться от участия на любом этапе. Если причину отказа можно устранить, куратор "
            "предлагает помощь; принуждать к участию нельзя"
        ),
        Said(
            "Работа пары или группы завершается, когда выполнен её план и закончился срок, а раньше срока – по "
            "желанию наставника или наставляемого либо по решению руководителя по представлению куратора"
        ),
    )


def _consents(programme: ProgrammeText) -> tuple[Said, ...]:
    if programme.is_for_teachers:
        return (
            Said("Работник становится наставником с его письменного согласия"),
            Said(
                "Содержание, сроки и форму работы наставника, размер и условия её оплаты стороны трудового договора "
                "определяют письменно в порядке, установленном трудовым законодательством. В том же порядке наставник "
                "может досрочно отказаться от этой работы, а работодатель – отменить поручение"
            ),
            Said(
                "Фотографии участников, рассказы о них и другие их персональные данные публикуются, только если на это "
                "дано отдельное согласие"
            ),
        )
    return (
        Said("Участие добровольное. Несовершеннолетний участвует с согласия родителя (законного представителя)"),
        Said(
            "Персональные данные участников обрабатываются при наличии согласия на обработку; фотографии и "
            "рассказы об участниках публикуются, только если на это дано отдельное согласие"
        ),
        Said("Взрослый наставник допускается к работе с детьми, если у него нет ограничений, установленных законом"),
        Said("Работник организации становится наставником с его письменного согласия"),
    )


def _work(programme: ProgrammeText) -> tuple[Said, ...]:
    plan = (
        "Для каждой пары составляется персонализированная программа наставничества на срок до одного года: "
        "затруднения, цель, мероприятия, сроки и ожидаемые результаты. При необходимости её продлевают"
        if programme.is_for_teachers
        else "Наставник и наставляемый вместе составляют план: цель, шаги, сроки. Куратор помогает им"
    )
    return (
        Said(plan),
        *(Said(said) for said in dict.fromkeys(filter(None, (_rhythm(one, programme) for one in programme.modules)))),
        Said("Встречи отмечаются в дневнике пары или группы"),
    )


def _rhythm(module: ModuleText, programme: ProgrammeText) -> str:
    """How often meetings are waited for, as the module says."""
    if module.watched != "meetings" or not module.radar_period:
        return ""
    often = counted(module.radar_period, "день", "дня", "дней")
    of_module = f" модуля {quoted(module.title)}" if len(programme.modules) > 1 else ""
    return f"Пары и группы{of_module} встречаются, как правило, не реже одного раза в {often}"


def pairing(programme: ProgrammeText) -> tuple[Said, ...]:
    """How a pair comes to be, is confirmed and is changed."""
    agreed = "наставника и наставляемого"
    if not programme.is_for_teachers:
        agreed += ", а за несовершеннолетнего – и родителя (законного представителя)"
    limit = programme.mentor_limit
    mentees = counted(limit, "наставляемого", "наставляемых", "наставляемых") if limit else ""
    confirmed = (
        "Пары и группы закрепляет приказ руководителя"
        if programme.needs_order
        else "Пары и группы утверждает куратор; приказ не издаётся"
    )
    return (
        Said(
            "Пары и группы образуются:",
            (
                "по анкетам: запрос наставляемого сопоставляют с опытом наставника",
                "по взаимному выбору после общей встречи",
                "по предложению педагога, если наставник и наставляемый после личной встречи согласны",
            ),
        ),
        Said(
            "Наставника подбирают так, чтобы его опыт отвечал запросу наставляемого, а сторонам было интересно "
            "работать вместе. Учитываются общие ценности, способы работы и удобное время"
        ),
        Said(f"Пара создаётся только с согласия {agreed}"),
        *((Said(f"Один наставник сопровождает не более {mentees} одновременно"),) if limit else ()),
        Said(confirmed),
        Said(
            "Наставника заменяют по просьбе любой из сторон, при увольнении, переводе или долгом отсутствии. "
            "Новая пара образуется в том же порядке"
        ),
    )


def evaluation(programme: ProgrammeText) -> tuple[Said, ...]:
    """The two parts of monitoring."""
    return (
        Said(
            "Мониторинг программы состоит из двух частей:",
            (
                "оценка того, как идёт программа: работа пар и групп, отзывы участников, выполнение дорожной карты",
                "оценка того, что изменилось у участников: результаты в начале и в конце программы сравниваются",
            ),
        ),
        Said("Мониторинг проводит куратор. Итоги он представляет руководителю в отчёте о программе"),
        Said("В отчёте приводятся только обобщённые сведения, по которым нельзя узнать отдельного человека"),
    )


def rewards(programme: ProgrammeText) -> tuple[Said, ...]:
    """How good work is thanked for."""
    public = "коллегам" if programme.is_for_teachers else "коллегам, родителям и общественности"
    return (
        Said("Участник, который довёл работу до конца, получает сертификат"),
        Said("Наставников, которые добились заметных результатов, руководитель может поощрить приказом"),
        Said(f"Успешный опыт с согласия участников представляют {public}"),
    )


def ending(programme: ProgrammeText) -> tuple[Said, ...]:
    """From when it holds and how it is changed."""
    until = f" и действует до {long_date(programme.ends_on)}" if programme.ends_on else ""
    return (
        Said(f"Положение вступает в силу со дня его утверждения{until}"),
        Said("Изменения вносятся новой редакцией Положения, которую утверждает руководитель"),
        Said("С Положением знакомят всех участников программы; его текст доступен на сайте организации"),
    )
