"""A consent that is gone stops what is corrected and let through, not what is written anew alone."""

from datetime import date

import pytest

from nastavnik.domain.achievements import actions as achievements
from nastavnik.domain.consents.models import Consent
from nastavnik.domain.mentorships import actions as pairs
from nastavnik.domain.mentorships.errors import WorkStopped
from nastavnik.domain.plans import actions
from tests import factories as make
from tests.domain.plans import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
WON = {
    "kind": "contest", "title": "Конкурс чтецов", "level": "municipal", "result": "призёр",
    "happened_on": date(2026, 11, 10),
}  # fmt: skip


def test_nothing_about_the_child_is_changed_or_let_through():
    pair = scene.pair()
    mentor, child = scene.of(pair, "mentor"), scene.of(pair, "mentee")
    staff = make.staff("coordinator", pair.organisation)
    hard = actions.add_difficulty(actions.make_plan(pair, by=None), title="Дроби", by=None)
    link = {"url": "https://kvant.example.ru/7", "title": "Задачи", "passes": False}
    waits = actions.recommend_link(pair, **link, person=mentor, by=mentor.user)
    won = achievements.enter(pair, person_id=child.pk, values=WON, file=None, by=mentor.user)
    project = achievements.begin_project(pair, {"title": "Мост", "aim": "", "result": ""}, by=None)
    word = pair.members.get(role="mentor")
    Consent.objects.filter(person=child).update(withdrawn_on=date(2026, 11, 23))

    late = {
        "difficulty": lambda: actions.edit_difficulty(hard, title="Слова", version=1, by=staff),
        "link": lambda: actions.release(waits, by=staff),
        "achievement": lambda: achievements.edit(won, WON, file=None, version=1, by=staff),
        "confirmed": lambda: achievements.confirm(won, by=staff),
        "project": lambda: achievements.edit_project(project, {"aim": "Слова"}, version=1, by=staff),
        "last word": lambda: pairs.say_last_word(word, {"personal": "Слова"}, by=mentor.user),
    }
    passed = []
    for name, act in late.items():
        try:
            act()
        except WorkStopped:
            continue
        passed.append(name)
    assert passed == []
    actions.refuse(waits, by=staff)
