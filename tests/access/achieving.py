"""Achievements of the matrix: one that waits, with a file, and a project with its defence."""

from datetime import date

from nastavnik.domain.achievements import actions
from nastavnik.domain.consents.enums import ConsentKind, SigningParty
from nastavnik.domain.consents.models import Consent
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.programmes.enums import Kind
from tests import factories as make

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
    told = actions.begin_story(pair, {"title": f"История {mark}", "began": f"Начало {mark}"}, by=by)
    side.rows |= {"story": told.pk, **_ended(pair, side, by)}
    side.rows |= {"mentor_portfolio": side.mentor.pk, "sharing": shared.pk}
    side.rows |= {"portfolio": side.mentee.pk, "achievement": entered.pk, "project": project.pk}


def _ended(pair, side, by):
    """Another pair of the two that has ended, with words that wait and a story that was published."""
    ended = make.MentorshipFactory(
        module=pair.module, state="completed", started_on=date(2026, 9, 1), ended_on=date(2026, 11, 1),
        end_reason="plan_done", kind=Kind.FLASH,
    )  # fmt: skip
    for member in pair.members.order_by("pk"):
        member.pk, member.mentorship, member.is_exclusive = None, ended, False
        member.ends_on = date(2026, 11, 1)
        member.starts_on = date(2026, 9, 1)
        member.save(force_insert=True)
    mentee = ended.members.get(role="mentee")
    words = actions.remember(mentee, words=f"Спасибо {side.mark}", by=side.mentee.user)
    for person in (side.mentor, side.mentee):
        kind, there = ConsentKind.PUBLICATION, {"organisation": person.organisation, "starts_on": date(2026, 9, 1)}
        given, _made = Consent.objects.get_or_create(person=person, kind=kind, withdrawn_on=None, defaults=there)
        for party in set(SigningParty) - set(given.signatures.values_list("party", flat=True)):
            make.ConsentSignatureFactory(consent=given, party=party)
    told = actions.begin_story(ended, {"title": f"Повесть {side.mark}", "began": f"Начало {side.mark}"}, by=by)
    told = actions.publish_story(actions.agree_story(told, by=by), by=by)
    return {"alumnus": words.pk, "ended_member": mentee.pk, "public_story": told.token}
