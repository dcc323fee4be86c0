"""Many papers in the background: progress, who got none, a worker that dies, the archive and the file to print."""

import io
import zipfile
from datetime import timedelta

import pytest

from nastavnik.core import clock, jobs
from nastavnik.core.models import Job, JobState
from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.documents import actions, tasks
from nastavnik.domain.documents.actions import making
from nastavnik.domain.documents.batch_messages import batch_title, why_refused
from nastavnik.domain.documents.enums import BatchState, DocumentState
from nastavnik.domain.documents.errors import (
    AnswerMissing,
    NobodyChosen,
    NotForMany,
    SeveralOrganisations,
    TooManyPapers,
)
from nastavnik.domain.documents.models import Document, PaperBatch
from nastavnik.domain.documents.queries.batches import batches_visible_to, given_up_batches, job_key, papers_in
from nastavnik.domain.documents.queries.targets import target_names
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.files.queries import place as where
from nastavnik.domain.files.queries import read
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.notifications.models import Message
from tests.domain.documents import scene
from tests.domain.mentorships import scene as people

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def place():
    return scene.school()


def members(*pairs):
    return list(MentorshipMember.objects.filter(mentorship__in=pairs).order_by("id").values_list("pk", flat=True))


def order(place, targets, kind="certificate", **more):
    return actions.order_batch(kind, targets, dated_on=scene.TODAY, by=place.coordinator, **more)


def made(batch):
    """The batch after the worker has been there."""
    jobs.run_due()
    return PaperBatch.objects.get(pk=batch.pk)


def names_in(file):
    with zipfile.ZipFile(io.BytesIO(read(file))) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def test_everybody_gets_a_certificate_in_the_order_asked(place):
    child = people.mentee(place.module, surname="Воронова", given_name="Полина", patronymic="Романовна")
    pair = scene.completed(place, mentee=child)
    ids = members(pair, scene.completed(place))

    batch = made(order(place, ids, base="https://school17.example.org/"))

    assert (batch.state, batch.total, batch.done, batch.refused) == (BatchState.READY, 4, 4, [])
    papers = list(papers_in(batch))
    assert [paper.number for paper in papers] == ["1-Н", "2-Н", "3-Н", "4-Н"]
    assert [paper.member_id for paper in papers] == ids
    assert {paper.state for paper in papers} == {DocumentState.ISSUED}
    assert all("school17.example.org/check" in " ".join(scene.said(paper)) for paper in papers)
    assert Message.objects.filter(kind="certificate_issued").count() == 4
    polina = next(paper for paper in papers if paper.person.surname == "Воронова")
    assert f"PDF/{polina.number} Воронова П. Р. Сертификат.pdf" in names_in(batch.archive)
    assert len(names_in(batch.archive)) == 8
    assert read(batch.print_file).startswith(b"%PDF")
    assert batch.archive.title == "Сертификат, 23 ноября 2026.zip"


def test_who_cannot_have_one_is_told_by_id_and_the_others_get_theirs(place):
    pair, other = scene.completed(place), scene.completed(place)
    child = scene.member(pair, "mentee")
    withdraw_consent(child.person.consents.get(), on=scene.TODAY, by=None)

    batch = made(order(place, members(pair, other)))

    [[pk, why]] = batch.refused
    assert (batch.state, batch.done, Document.objects.count()) == (BatchState.READY, 4, 3)
    assert pk == child.pk
    assert child.person.surname not in why
    assert why_refused(why, target_names("certificate", [pk])[pk]) == (
        f"Не хватает согласия: {child.person.list_name}. Запишите его на странице «Согласия» и повторите."
    )


def test_who_has_a_certificate_keeps_it(place):
    pair = scene.completed(place)
    given = actions.issue_certificate(scene.member(pair, "mentee"), dated_on=scene.TODAY, by=place.coordinator)

    first, second = made(order(place, members(pair))), made(order(place, members(pair)))

    assert Document.objects.count() == 2
    assert {paper.pk for paper in papers_in(first)} == {paper.pk for paper in papers_in(second)}
    assert given.pk in {paper.pk for paper in papers_in(first)}


def test_a_worker_that_takes_over_goes_on_where_the_dead_one_stopped(place, monkeypatch):
    monkeypatch.setattr(making, "AT_A_TIME", 1)
    batch = order(place, members(scene.completed(place), scene.completed(place)))
    actions.begin_batch(batch, by=place.coordinator)
    making._make_some(batch)
    making._make_some(batch)
    assert (PaperBatch.objects.get().done, Document.objects.count()) == (2, 2)

    taken_over = made(batch)

    assert (taken_over.state, Document.objects.count()) == (BatchState.READY, 4)
    assert [paper.number for paper in papers_in(taken_over)] == ["1-Н", "2-Н", "3-Н", "4-Н"]
    with pytest.raises(jobs.LeaseLost):
        making._make_some(batch)
    assert Document.objects.count() == 4


def test_a_batch_that_is_over_is_not_made_again(place):
    batch = made(order(place, members(scene.completed(place))))
    files = StoredFile.objects.count()

    actions.make_batch(batch)

    assert (Document.objects.count(), StoredFile.objects.count()) == (2, files)


def test_a_batch_that_nobody_does_any_more_is_given_up(place):
    batch = order(place, members(scene.completed(place)))
    assert (given_up_batches(), tasks.abandoned(clock.now())) == ([], None)
    Job.objects.filter(key=job_key(batch)).update(state=JobState.FAILED)

    assert tasks.abandoned(clock.now()) == "documents.give_up/202611230640"
    tasks.give_up()

    batch.refresh_from_db()
    assert (batch.state, batch.error) == (BatchState.FAILED, jobs.DIED)
    assert tasks.abandoned(clock.now()) is None


def test_papers_of_pairs_are_issued_or_wait_as_their_kind_has_it(place):
    pairs = [scene.completed(place), scene.completed(place)]

    batch = made(order(place, [pair.pk for pair in pairs], kind="development_plan"))

    assert [paper.state for paper in papers_in(batch)] == ["issued", "issued"]
    mentor, mentee = (scene.member(pairs[0], role).person.surname for role in ("mentor", "mentee"))
    assert f"DOCX/{mentor} – {mentee} Индивидуальный план.docx" in names_in(batch.archive)
    again = made(order(place, [pair.pk for pair in pairs], kind="development_plan"))
    assert [paper.pk for paper in papers_in(again)] == [paper.pk for paper in papers_in(batch)]


def test_numbered_papers_with_answers_are_numbered_in_a_row(place):
    people_ids = [scene.member(scene.completed(place), "mentor").participation_id for _pair in range(2)]

    letters = made(order(place, people_ids, kind="thanks_letter", answers={"to": "participant"}))

    assert [paper.number for paper in papers_in(letters)] == ["1-Б", "2-Б"]
    with pytest.raises(AnswerMissing):
        order(place, people_ids, kind="thanks_letter")


def test_one_archive_of_papers_that_are_there(place):
    batch = made(order(place, members(scene.completed(place))))
    papers = list(papers_in(batch))
    actions.revoke(papers[0], note="опечатка", by=place.coordinator)

    gathered = made(actions.gather_papers(papers, dated_on=scene.TODAY, by=place.coordinator))

    assert (gathered.state, gathered.done, gathered.total) == (BatchState.READY, 2, 2)
    assert batch_title(gathered) == "Документы для печати, 23 ноября 2026"
    assert [name.endswith("(отменён).pdf") for name in names_in(gathered.archive)[:2]] == [True, False]
    assert Document.objects.count() == 2


def test_a_file_that_is_lost_is_named_and_the_others_come(place):
    papers = list(papers_in(made(order(place, members(scene.completed(place))))))
    where(papers[0].pdf).unlink()

    gathered = made(actions.gather_papers(papers, dated_on=scene.TODAY, by=place.coordinator))

    names = names_in(gathered.archive)
    assert (gathered.state, len(names), names[-1]) == (BatchState.READY, 4, "Не вошло.txt")


def test_copies_go_after_thirty_days_and_the_papers_stay(place):
    batch = made(order(place, members(scene.completed(place))))
    PaperBatch.objects.update(created_at=clock.now() - timedelta(days=30))
    assert tasks.copies_are_old(clock.now()) is None
    PaperBatch.objects.update(created_at=clock.now() - timedelta(days=30, seconds=1))
    assert tasks.copies_are_old(clock.now()) == "documents.forget_copies/2026-11-23"
    before = StoredFile.objects.count()

    tasks.forget_copies()

    batch.refresh_from_db()
    assert (batch.archive, batch.print_file, StoredFile.objects.count()) == (None, None, before - 2)
    assert papers_in(batch).count() == 2
    assert tasks.copies_are_old(clock.now()) is None


def test_what_cannot_be_asked_for(place):
    here, there = scene.completed(place), scene.completed(scene.school())

    with pytest.raises(NobodyChosen):
        order(place, [])
    with pytest.raises(NobodyChosen):
        actions.gather_papers([], dated_on=scene.TODAY, by=place.coordinator)
    with pytest.raises(NotForMany):
        order(place, [here.pk], kind="appointment_order")
    with pytest.raises(SeveralOrganisations):
        order(place, members(here, there))
    assert not PaperBatch.objects.exists()


def test_too_many_are_asked_for_in_parts(place, monkeypatch):
    monkeypatch.setattr("nastavnik.domain.documents.actions.batching.MOST", 1)

    with pytest.raises(TooManyPapers):
        order(place, members(scene.completed(place)))


def test_a_batch_is_seen_by_who_prepares_papers_there(place):
    order(place, members(scene.completed(place)))

    assert batches_visible_to(place.coordinator).count() == 1
    assert not batches_visible_to(place.head).exists()
    assert not batches_visible_to(scene.school().coordinator).exists()
