"""Что даёт участие: words for the information page, the leaflet and the talk; each for one kind of reader."""

from nastavnik.domain.programmes.enums import Audience, Catalogue, ProgrammeType
from nastavnik.domain.programmes.shipped.shape import Entry

MENTOR = "mentor"


def _opportunity(audience: str, programme_type: str, code: str, title: str) -> Entry:
    return Entry(
        Catalogue.OPPORTUNITY,
        code,
        title,
        details={"audience": str(audience)},
        programme_type=programme_type,
        is_usual=True,
    )


PUPILS, TEACHERS = ProgrammeType.PUPILS, ProgrammeType.TEACHERS

OPPORTUNITIES = (
    _opportunity(Audience.PUPIL, PUPILS, "own_person", "свой человек, которого можно спросить о чём угодно по делу"),
    _opportunity(Audience.PUPIL, PUPILS, "dare", "поддержка, с которой проще решиться на конкурс, проект, выступление"),
    _opportunity(Audience.PUPIL, PUPILS, "become_mentor", "возможность потом самому стать наставником"),
    _opportunity(Audience.GUARDIAN, PUPILS, "see_growth", "видно, над чем работает ребёнок и что у него получается"),
    _opportunity(Audience.GUARDIAN, PUPILS, "safe", "встречи идут с вашего согласия, и о каждой паре знает куратор"),
    _opportunity(MENTOR, PUPILS, "understand", "объясняя другому, лучше понимаешь сам"),
    _opportunity(MENTOR, PUPILS, "portfolio", "благодарность и запись в портфолио, опыт руководства"),
    _opportunity(Audience.TEACHER, PUPILS, "helpers", "помощники в работе с детьми и дружный коллектив"),
    _opportunity(Audience.TEACHER, TEACHERS, "not_alone", "коллега рядом в первый год и в трудный день"),
    _opportunity(Audience.TEACHER, TEACHERS, "ready_ways", "проверенные приёмы без долгих поисков"),
    _opportunity(Audience.TEACHER, TEACHERS, "to_certify", "поддержка при подготовке к аттестации"),
    _opportunity(MENTOR, TEACHERS, "recognised", "признание опыта и материалы для аттестации"),
    _opportunity(MENTOR, TEACHERS, "fresh", "свежие идеи от молодых коллег"),
)
