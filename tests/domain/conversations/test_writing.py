"""Messages: kept, versioned, read by those whom they concern, held where they carry a contact."""

from datetime import UTC, date, datetime

import pytest

from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.consents.models import Consent
from nastavnik.domain.conversations import actions, queries
from nastavnik.domain.conversations.enums import VersionState
from nastavnik.domain.conversations.errors import (
    ChannelShut,
    NotAGoalOfThese,
    NothingWritten,
    NotOnesOwn,
    SecondAdultMissing,
    WritingStopped,
)
from nastavnik.domain.conversations.models import ChannelMember, Concern, MessageVersion
from nastavnik.domain.library.actions import Words, write_memo
from nastavnik.domain.mentorships.models import Goal, Mentorship
from nastavnik.domain.notifications.models import Message as Letter
from nastavnik.domain.people.models import Person, RoleAssignment
from nastavnik.domain.privacy.actions import erase
from nastavnik.domain.privacy.enums import ErasureReason
from nastavnik.domain.privacy.queries import held_about
from tests import factories as make
from tests.domain.conversations.pairs import inside, school, talking

pytestmark = pytest.mark.django_db
NIGHT = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)  # 22:30 in Moscow


@pytest.fixture(autouse=True)
def _monday(now):
    pass


def read(channel, person):
    return [one.version.text for one in queries.thread(channel, type(person.user).objects.get(pk=person.user_id)).said]


def test_a_conversation_opens_with_a_second_adult_who_is_not_the_mentor():
    us = talking()

    assert inside(us.channel) == [("mentee", True), ("mentor", False), ("watcher", False)]
    assert us.channel.members.get(role="watcher").person == us.coordinator


def test_without_a_second_adult_none_opens():
    pair = make.active_pair()

    with pytest.raises(SecondAdultMissing):
        actions.open_channel(pair, by=None)
    assert not hasattr(Mentorship.objects.get(pk=pair.pk), "channel")


def test_a_coordinator_who_mentors_is_no_second_adult():
    us = school()
    RoleAssignment.objects.filter(user=us.coordinator.user).update(user=us.mentor.user)

    channel = actions.open_channel(us.pair, by=us.mentor.user)

    assert channel.members.get(role="watcher").person == us.psychologist


def test_what_was_said_is_read_by_the_other_side_and_by_the_second_adult():
    us = talking()

    actions.post(us.channel, author=us.mentor, text="Реши номера 345 и 347", by=us.mentor.user)

    assert read(us.channel, us.child) == read(us.channel, us.coordinator) == ["Реши номера 345 и 347"]
    assert set(Letter.objects.values_list("kind", "recipient")) == {("message_waits", us.child.pk)}


def test_a_contact_waits_for_the_coordinator():
    us = talking()

    message = actions.post(us.channel, author=us.mentor, text="Мой номер 8 912 345-67-89", by=us.mentor.user)

    version = message.versions.get()
    assert (version.state, version.findings) == (VersionState.HELD, ["phone", "asks_phone"])
    assert read(us.channel, us.child) == []
    assert read(us.channel, us.mentor) == ["Мой номер 8 912 345-67-89"]
    assert list(queries.held_visible_to(us.coordinator.user)) == [version]
    assert list(queries.held_visible_to(us.mentor.user)) == []
    assert set(Letter.objects.values_list("kind", "recipient")) == {("message_held", us.coordinator.pk)}


def test_released_it_reaches_the_other_side_and_its_link_passes_from_now_on():
    us = talking()
    held = actions.post(us.channel, author=us.mentor, text="Посмотри https://kvant.example.ru/a1", by=None)

    actions.release(held.versions.get(), by=us.coordinator.user, approves_links=True)
    again = actions.post(us.channel, author=us.mentor, text="И ещё раз: Kvant.example.ru/a1/", by=None)
    other = actions.post(us.channel, author=us.mentor, text="А тут kvant.example.ru/other", by=None)

    assert read(us.channel, us.child) == ["Посмотри https://kvant.example.ru/a1", "И ещё раз: Kvant.example.ru/a1/"]
    assert (again.versions.get().state, other.versions.get().state) == ("released", "held")


def test_a_link_of_the_library_or_of_an_allowed_service_passes():
    us = talking()
    school = us.pair.organisation
    write_memo(school, Words("Пробники", "Смотри https://kvant.example.ru/trial", ["mentee"], "meetings"), by=None)
    link = Words("Ролик", "", ["mentee"], "meetings", url="https://rolik.example.ru/7")
    write_memo(school, link, trusts=True, by=None)
    type(school).objects.filter(pk=school.pk).update(video_services="meet.example.ru")
    us.channel.refresh_from_db()

    states = [
        actions.post(us.channel, author=us.mentor, text=words, by=None).versions.get().state
        for words in (
            "Вот kvant.example.ru/trial",
            "Звонок: https://meet.example.ru/7",
            "Вот kvant.example.ru/Trial",
            "Вот rolik.example.ru/7",
            "Вот rolik.example.ru/8",
        )
    ]

    assert states == ["released", "released", "held", "released", "held"]


def test_refused_it_never_does_and_the_author_learns_it():
    us = talking()
    held = actions.post(us.channel, author=us.mentor, text="Приходи ко мне домой", by=None)

    actions.refuse(held.versions.get(), by=us.coordinator.user, note="встречаемся в школе")

    assert read(us.channel, us.child) == []
    assert Letter.objects.filter(kind="message_refused", recipient=us.mentor).exists()
    assert held.versions.get().state_changes.get().note == "встречаемся в школе"


def test_nobody_lets_their_own_words_through():
    us = talking()
    actions.watch(us.channel, us.psychologist, by=None)
    held = actions.post(us.channel, author=us.child, text="мой тг kot_77", by=None)

    with pytest.raises(NotOnesOwn):
        actions.release(held.versions.get(), by=us.child.user)


def test_an_edit_is_another_version_and_is_looked_at_again():
    us = talking()
    message = actions.post(us.channel, author=us.child, text="Спасибо", by=None)

    actions.edit(message, text="Спасибо, вот мой тг kot_77", number=1, by=us.child.user)

    assert read(us.channel, us.mentor) == ["Спасибо"]
    assert [v.text for v in queries.versions_of(message)] == ["Спасибо, вот мой тг kot_77", "Спасибо"]
    with pytest.raises(ChangedMeanwhile):
        actions.edit(message, text="Из другого окна", number=1, by=us.child.user)


def test_at_night_it_waits_for_the_morning_and_the_letter_too():
    us = talking()
    with clock.fixed(NIGHT):
        message = actions.post(us.channel, author=us.mentor, text="Не забудь линейку", by=None)
        assert read(us.channel, us.child) == []
    assert message.versions.get().deliver_at == datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
    assert not Letter.objects.exists()

    with clock.fixed(datetime(2026, 11, 24, 4, 1, tzinfo=UTC)):
        actions.announce_morning()
        actions.announce_morning()
        assert read(us.channel, us.child) == ["Не забудь линейку"]
    assert list(Letter.objects.values_list("kind", "recipient")) == [("message_waits", us.child.pk)]


def test_without_a_consent_a_child_neither_writes_nor_is_written_to():
    us = talking()
    Consent.objects.filter(person=us.child).update(withdrawn_on=date(2026, 11, 23))

    for author in (us.mentor, us.child, us.coordinator):
        with pytest.raises(WritingStopped):
            actions.post(us.channel, author=author, text="Привет", by=None)
    assert us.channel.messages.count() == 0
    assert not queries.visible_to(us.mentor.user).exists()


def test_what_waited_is_not_let_through_to_a_child_without_a_consent():
    us = talking()
    version = actions.post(us.channel, author=us.mentor, text="Мой номер 8 916 123-45-67", by=None).versions.get()
    Consent.objects.filter(person=us.child).update(withdrawn_on=date(2026, 11, 23))

    with pytest.raises(WritingStopped):
        actions.release(version, by=us.coordinator.user)
    assert MessageVersion.objects.get().state == VersionState.HELD
    assert read(us.channel, us.child) == []
    actions.refuse(version, by=us.coordinator.user)


def test_what_waited_is_not_let_through_after_the_pair_has_ended():
    us = talking()
    version = actions.post(us.channel, author=us.mentor, text="Мой номер 8 916 123-45-67", by=None).versions.get()
    Mentorship.objects.filter(pk=us.pair.pk).update(state="dissolved")

    with pytest.raises(ChannelShut):
        actions.release(MessageVersion.objects.get(pk=version.pk), by=us.coordinator.user)
    assert read(us.channel, us.child) == []


def test_a_mentor_who_was_replaced_reads_neither_what_is_said_nor_what_is_corrected_later():
    us = talking()
    module = us.pair.module
    new = make.ParticipationFactory(
        module=module,
        person=make.PersonFactory(organisation=us.pair.organisation, adult=True, with_user=True),
        role="mentor",
    )
    message = actions.post(us.channel, author=us.child, text="До", by=None)
    with clock.fixed(datetime(2026, 11, 24, 9, 0, tzinfo=UTC)):
        us.pair.members.filter(role="mentor").update(ends_on=date(2026, 11, 23), has_left=True)
        make.add_member(us.pair, new)
        actions.attend(us.channel)
    with clock.fixed(datetime(2026, 11, 24, 9, 1, tzinfo=UTC)):
        actions.post(us.channel, author=us.child, text="Новому наставнику", by=None)
        actions.edit(message, text="До, а теперь иначе", number=1, by=None)

        assert read(us.channel, us.mentor) == ["До"]
        assert read(us.channel, new.person) == ["До, а теперь иначе", "Новому наставнику"]


def test_a_dismissed_coordinator_has_left_before_the_next_word():
    us = talking()
    RoleAssignment.objects.filter(user=us.coordinator.user).update(ends_on=date(2026, 11, 20))

    actions.post(us.channel, author=us.mentor, text="Привет", by=None)

    assert us.channel.members.get(role="watcher", left_at__isnull=True).person == us.psychologist


def test_after_the_pair_ends_it_can_only_be_read():
    us = talking()
    actions.post(us.channel, author=us.mentor, text="Удачи", by=None)
    Mentorship.objects.filter(pk=us.pair.pk).update(state="dissolved")
    us.channel.mentorship.refresh_from_db()

    with pytest.raises(ChannelShut):
        actions.post(us.channel, author=us.mentor, text="Ещё", by=None)
    actions.attend(us.channel)
    assert inside(us.channel) == [("watcher", False)]
    assert read(us.channel, us.child) == ["Удачи"]


def test_nothing_is_said_in_no_words():
    us = talking()

    with pytest.raises(NothingWritten):
        actions.post(us.channel, author=us.mentor, text="  ", by=None)


def test_praise_names_a_goal_that_was_reached():
    us = talking()
    goal = Goal.objects.create(organisation=us.pair.organisation, mentorship=us.pair, title="Дроби")
    with pytest.raises(NotAGoalOfThese):
        actions.praise(us.channel, author=us.mentor, goal=goal, text="Молодец", by=None)
    goal.reached_on = date(2026, 11, 20)

    message = actions.praise(us.channel, author=us.mentor, goal=goal, text="Дроби взяты", by=None)

    assert (message.kind, message.goal) == ("praise", goal)


def test_an_erasure_takes_the_words_of_a_child_and_the_child_out_of_the_conversation():
    us = talking()
    Person.objects.filter(pk=us.child.pk).update(surname="Канарейкина", given_name="Зимородка")
    us.child.refresh_from_db()
    actions.post(us.channel, author=us.mentor, text="Зимородка, молодец", by=None)
    actions.post(us.channel, author=us.child, text="Спасибо от Зимородки", by=None)
    actions.ask_help(us.child, text="Зимородке нужна помощь", by=None)
    actions.raise_concern(us.child, child=us.child, subject=us.mentor, text="Зимородка боится", by=None)

    erase(us.child, reason=ErasureReason.ASKED, by=us.coordinator.user)

    assert set(MessageVersion.objects.values_list("text", flat=True)) == {""}
    assert Concern.objects.get().text == ""
    assert not ChannelMember.objects.filter(person=us.child, left_at__isnull=True).exists()


def test_what_a_child_told_stands_in_no_export_but_its_own():
    us = talking()
    actions.raise_concern(us.child, child=us.child, subject=us.mentor, text="боюсь", by=None)
    held = actions.post(us.channel, author=us.mentor, text="мой тг oleg_77", by=None)

    def told(person, reader):
        return " ".join(cell for one in held_about(person, reader=reader) for row in one.rows for cell in row)

    assert "боюсь" in told(us.child, us.child.user)
    assert "oleg_77" not in told(us.child, us.child.user)
    assert "боюсь" not in told(us.child, None)
    assert "боюсь" not in told(us.mentor, us.mentor.user)
    assert held.versions.get().text in told(us.mentor, us.mentor.user)
