"""What belongs to how pairs work: a need of a group, short meetings, a wish to become a mentor."""

from datetime import date, time

from nastavnik.domain.mentorships import actions
from nastavnik.domain.mentorships.models import GroupNeed, HandoverAnswer, HandoverOffer
from nastavnik.domain.programmes.enums import Kind
from tests.seeds.cast import programme, ready

SLOT_DAY = date(2026, 11, 23)


def add(side, school, by):
    pair = side.mentee.memberships.get(mentorship=side.rows["pair"]).mentorship
    need = GroupNeed.objects.create(
        organisation=school, mentorship=pair, text=f"Нужно {side.mark}", theme=f"Тема {side.mark}"
    )
    _plan, module = programme(school, "collective", f"Короткие {side.mark}", by)
    module.kind = Kind.FLASH
    module.save(update_fields=["kind"])
    mentor, mentee = ready(side.mentor, module, "mentor", by), ready(side.mentee, module, "mentee", by)
    free, booked = (
        actions.offer_flash(
            mentor, topic=f"Вопрос {side.mark}", happens_on=SLOT_DAY, begins_at=time(hour), place=f"Класс {side.mark}",
            by=by,
        )
        for hour in (15, 16)
    )  # fmt: skip
    actions.book(booked, mentee=mentee, by=side.mentee.user)
    member = side.ended.members.get(role="mentee")
    wish = actions.say_last_word(member, {"wants_to_mentor": True}, by=side.mentee.user)
    offer = HandoverOffer.objects.create(
        organisation=school, mentorship=pair, left=pair.members.get(role="mentor"), to=mentor, reason="other", by=by
    )
    asked = HandoverAnswer.objects.create(organisation=school, offer=offer, person=side.mentee, party="mentee")
    side.rows |= {
        "handover": asked.pk,
        "need": need.pk,
        "slot": free.pk,
        "slot_booked": booked.pk,
        "wish": wish.pk,
        "agenda": (side.rows["pair"], "intro"),
    }
