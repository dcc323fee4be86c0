"""Achievements of the matrix: one that waits, with a file, and a project with its defence."""

from datetime import date

from nastavnik.domain.achievements import actions
from nastavnik.domain.mentorships.models import Mentorship

PICTURE = b"\x89PNG\r\n\x1a\n" + b"0" * 20


def add(side, by):
    pair, mark = Mentorship.objects.get(pk=side.rows["pair"]), side.mark
    values = {"kind": "contest", "title": f"Конкурс {mark}", "level": "regional", "happened_on": date(2026, 11, 10)}
    entered = actions.enter(
        pair, person_id=side.mentee.pk, values=values, file=(f"{mark}.png", PICTURE), by=side.mentee.user
    )
    project = actions.begin_project(pair, {"title": f"Проект {mark}", "aim": f"Ради {mark}"}, by=side.mentor.user)
    terms = {"place": f"Зал {mark}", "criteria": [f"Польза {mark}"], "most": 5}
    actions.name_defence(project, held_on=date(2026, 11, 20), version=0, by=by, **terms)
    told = {"kind": "publication", "title": f"Статья {mark}", "level": "regional", "happened_on": date(2026, 11, 12)}
    shared = actions.share(
        pair.module.programme, told, authors=[side.mentor.pk], file=(f"{mark}.png", PICTURE), by=side.mentor.user
    )
    side.rows |= {"mentor_portfolio": side.mentor.pk, "sharing": shared.pk}
    side.rows |= {"portfolio": side.mentee.pk, "achievement": entered.pk, "project": project.pk}
