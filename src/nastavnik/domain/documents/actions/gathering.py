"""One archive and one file to print of all papers of a batch. They are copies: they go when they are old."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from nastavnik.core.jobs import LeaseLost
from nastavnik.domain.documents.actions.batching import finish_batch
from nastavnik.domain.documents.adapter.file_names import file_name
from nastavnik.domain.documents.batch_messages import batch_title
from nastavnik.domain.documents.enums import BatchState
from nastavnik.domain.documents.models import Document, PaperBatch
from nastavnik.domain.documents.queries.batches import outdated, papers_in
from nastavnik.domain.documents.rendering.bundle import zipped
from nastavnik.domain.documents.rendering.papers import render_many
from nastavnik.domain.files.actions import remove, store
from nastavnik.domain.files.errors import FileLost
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.files.queries import read

AT_A_TIME = 200  # SQLite takes no longer list of keys in one question about what belongs to them
LOST = "Не вошло.txt"
WHY_LOST = _("Эти файлы не читаются. Сообщите администратору: их можно вернуть из копии.")
ZIP, PDF = "application/zip", "application/pdf"


def finish_with_files(batch: PaperBatch) -> PaperBatch:
    """Gather the papers of a batch and finish it. Nothing is written before the files are ready, so that others wait
    for nothing. Raises LeaseLost."""
    papers = list(papers_in(batch).iterator(chunk_size=AT_A_TIME))
    printed = print_of(papers, title=batch_title(batch))
    archive = archive_of(papers, batch.dated_on) if papers else None
    with transaction.atomic():
        locked = PaperBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
        if locked.state != BatchState.RUNNING:
            raise LeaseLost
        batch.archive = _kept(batch, "zip", ZIP, archive)
        batch.print_file = _kept(batch, "pdf", PDF, printed)
        batch.done = batch.total
        batch.save(update_fields=["archive", "print_file", "done"])
        return finish_batch(batch, by=batch.requested_by)


def archive_of(papers: Sequence[Document], day: date) -> bytes:
    """DOCX and PDF of every paper in folders of their own, named so that a person finds them; what cannot be read is
    named in a list beside them."""
    return zipped(_files(papers), day)


def _files(papers: Sequence[Document]) -> Iterator[tuple[str, bytes]]:
    lost = []
    for folder in ("PDF", "DOCX"):
        for one in papers:
            file, path = getattr(one, folder.lower()), f"{folder}/{file_name(one)}.{folder.lower()}"
            try:
                if file:
                    yield path, read(file)
            except FileLost:
                lost.append(path)
    if lost:
        yield LOST, "\n".join([str(WHY_LOST), *lost, ""]).encode()


def print_of(papers: Sequence[Document], *, title: str) -> bytes | None:
    """One PDF of all; a paper of an institution's own template has none of ours."""
    said = [one.context["paper"] for one in papers if one.pdf_id]
    return render_many(said, title=title) if said else None


@transaction.atomic
def forget_copies() -> int:
    """Archives and files to print of old batches go; the papers stay. How many batches lost theirs."""
    old = list(outdated())
    for batch in old:
        files = [file for file in (batch.archive, batch.print_file) if file]
        batch.archive = batch.print_file = None
        batch.save(update_fields=["archive", "print_file"])
        for file in files:
            remove(file)
    return len(old)


def _kept(batch: PaperBatch, ending: str, content_type: str, content: bytes | None) -> StoredFile | None:
    if content is None:
        return None
    title = f"{batch_title(batch)}.{ending}"
    return store(batch.organisation, title=title, content=content, content_type=content_type, by=batch.requested_by)
