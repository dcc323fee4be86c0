"""Words on the launch of a programme that the leaflet and the outline of a talk share."""

from datetime import date

from nastavnik.domain.documents.kinds.chapters import small
from nastavnik.domain.documents.kinds.programme_text import ProgrammeText, detail, words
from nastavnik.domain.documents.rendering.words import long_date
from nastavnik.domain.programmes.enums import Audience, Catalogue

MENTOR = "mentor"  # an audience of the catalogue beside those of the information page
MOST_OPPORTUNITIES = 6  # so that one page is enough
# Where the catalogue says nothing for these people.
OPPORTUNITIES = {
    Audience.PUPIL: (
        "рядом есть человек, у которого можно спросить о трудном",
        "видно, что получается, и есть план, как двигаться дальше",
        "можно самому помочь другому и научиться вести за собой",
    ),
    Audience.GUARDIAN: (
        "у ребёнка появляется старший товарищ, с которым он встречается по плану",
        "куратор следит за встречами и отвечает на ваши вопросы",
        "вы знаете о ходе работы и можете в любой день отказаться от участия",
    ),
    Audience.TEACHER: (
        "опыт передаётся коллегам и обучающимся, а не теряется",
        "в трудном случае есть с кем посоветоваться",
        "работа наставника видна: о ней говорят в отчёте, за неё благодарят",
    ),
}


def opportunities(programme: ProgrammeText, audience: str) -> tuple[str, ...]:
    """What having a mentor gives, in the words for these people."""
    fitting = [
        entry.words.strip()
        for entry in programme.of(Catalogue.OPPORTUNITY)
        if detail(entry, "audience") in ("", audience) and entry.words.strip()
    ]
    return tuple(fitting[:MOST_OPPORTUNITIES]) or OPPORTUNITIES[Audience(audience)]


def for_mentors(programme: ProgrammeText) -> tuple[str, ...]:
    """What being a mentor gives."""
    entries = [one for one in programme.of(Catalogue.OPPORTUNITY) if detail(one, "audience") == MENTOR]
    return words(tuple(entries))[:MOST_OPPORTUNITIES]


def receiving(programme: ProgrammeText, audience: str) -> str:
    """Before `opportunities`: whom they are for. Parents and teachers of pupils do not get help themselves."""
    if programme.is_for_teachers:
        return "Тому, кому помогают:"
    return {Audience.GUARDIAN: "Вам и ребёнку:", Audience.TEACHER: "Педагогам:"}.get(
        Audience(audience), "Тому, кому помогают:"
    )


def about(programme: ProgrammeText) -> str:
    """What the programme is for, in one or two sentences."""
    goal = f" Цель: {small(programme.goal)}" if programme.goal else ""
    return (
        "Наставник – человек с опытом, который по доброй воле помогает другому освоиться, справиться с трудным и "
        f"вырасти. Двое или группа встречаются по плану, который составили вместе.{goal}"
    )


def dates(programme: ProgrammeText, today: date | None) -> str:
    """When it runs and until when one may join, unless that day has passed."""
    until = f" по {long_date(programme.ends_on)}" if programme.ends_on else ""
    joining = programme.stage("mentee_pool") or programme.stage("mentor_pool")
    still = joining is not None and (today is None or today <= joining.ends_on)
    applying = f" Заявки принимаются до {long_date(joining.ends_on)}" if joining and still else ""
    return f"Программа идёт с {long_date(programme.starts_on)}{until}{applying}"
