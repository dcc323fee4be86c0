"""Права и обязанности сторон. None of them was held against the acts: every institution checks its own regulation."""

from nastavnik.domain.programmes.enums import Catalogue
from nastavnik.domain.programmes.shipped.shape import Entry


def _all(catalogue: str, *titles: tuple[str, str]) -> tuple[Entry, ...]:
    return tuple(Entry(catalogue, code, title, is_usual=True) for code, title in titles)


RIGHTS_AND_DUTIES = (
    *_all(
        Catalogue.MENTOR_RIGHT,
        ("helpers", "приглашать к работе пары других специалистов с их согласия"),
        ("facts", "знать о наставляемом то, что нужно для работы с ним"),
        ("watch", "следить, как выполняется намеченное"),
        ("changes", "предлагать изменения в программу и план пары"),
        ("support", "получать методическую и психологическую помощь и поощрение"),
        ("step_down", "просить куратора или руководителя освободить от обязанностей наставника"),
    ),
    *_all(
        Catalogue.MENTOR_DUTY,
        ("plan", "составить вместе с наставляемым план и помогать его выполнять"),
        ("meet", "проводить встречи в согласованные сроки"),
        ("feedback", "говорить об успехах и ошибках честно и бережно"),
        ("ethics", "соблюдать этику и не разглашать личное"),
        ("not_instead", "не делать работу за наставляемого и не хвалить за то, что далось без труда"),
        ("report", "отмечать встречи и отвечать на вопросы куратора об итогах"),
    ),
    *_all(
        Catalogue.MENTEE_RIGHT,
        ("plan_together", "участвовать в составлении плана или программы пары"),
        ("ask", "обращаться к наставнику и куратору за помощью"),
        ("propose", "предлагать, что изменить в работе"),
        ("another_mentor", "просить о замене наставника"),
        ("refuse", "отказаться от участия без объяснений и последствий"),
    ),
    *_all(
        Catalogue.MENTEE_DUTY,
        ("do", "выполнять согласованное в срок"),
        ("come", "приходить на встречи или заранее предупреждать"),
        ("tell", "говорить, что помогает и что мешает"),
        ("mend", "исправлять ошибки, на которые указал наставник"),
        ("rules", "соблюдать правила учреждения"),
    ),
)
