"""What can be asked: which copies there are, what there is to copy."""

from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from nastavnik.core.models import Job, JobState
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.files.queries import place
from nastavnik.domain.operations.records import BackupFile
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.people.normal import comparable_name

PREFIX, SUFFIX = "nastavnik-", ".tar.gz"
STAMP = "%Y%m%dT%H%M%S%fZ"


def name_at(moment: datetime) -> str:
    """The name of a copy: the moment in UTC, so that names sort as copies were made."""
    return f"{PREFIX}{moment.astimezone(UTC):{STAMP}}{SUFFIX}"


def backups(folder: Path | None = None) -> list[BackupFile]:
    """The copies in the folder, the newest first; other files there are not ours."""
    folder = folder or Path(settings.BACKUP_DIR)
    found = (_backup(path) for path in folder.glob(f"{PREFIX}*{SUFFIX}"))
    return sorted((one for one in found if one), key=lambda one: one.made_at, reverse=True)


def file_names() -> list[str]:
    """The path of every stored file under the folder of files."""
    root = Path(settings.MEDIA_ROOT)
    return [place(file).relative_to(root).as_posix() for file in StoredFile.objects.order_by("id").iterator()]


def missing_files() -> int:
    """How many rows have no file of the right size."""
    rows = StoredFile.objects.order_by("id").iterator()
    return sum(1 for file in rows if not place(file).is_file() or place(file).stat().st_size != file.size)


def stray_files() -> list[Path]:
    """Files that belong to no row."""
    known = {place(file) for file in StoredFile.objects.order_by("id").iterator()}
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file() and path not in known]


def applied_migrations() -> tuple[str, ...]:
    """«app.name» of every migration that this database has gone through."""
    return tuple(sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()))


def bytes_of_data() -> int:
    """How much database and files take on the disk; what a server of its own keeps is asked of the server."""
    files = sum(path.stat().st_size for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file())
    if connection.vendor == "sqlite":
        database = Path(connection.settings_dict["NAME"])
        return files + (database.stat().st_size if database.is_file() else 0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return files + int(cursor.fetchone()[0])


def has_tables() -> bool:
    """The database has been set up."""
    return Organisation._meta.db_table in connection.introspection.table_names()


def is_empty() -> bool:
    """Nobody has begun here: no tables yet, or neither an organisation nor an account."""
    return not has_tables() or not (Organisation.objects.exists() or User.objects.exists())


def _backup(path: Path) -> BackupFile | None:
    stamp = path.name.removeprefix(PREFIX).removesuffix(SUFFIX)
    try:
        made_at = datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return BackupFile(path, made_at, path.stat().st_size)


def people_called(text: str) -> list[Person]:
    """Somebody by number or by full name in any spelling; for the terminal, where nobody is signed in."""
    rows = Person.objects.select_related("organisation").order_by("id")
    if text.isdigit():
        return list(rows.filter(pk=int(text)))
    return list(rows.filter(normal_name=comparable_name(text)))


def backup_in_progress() -> bool:
    """A copy was asked for and is not ready."""
    waiting = Job.objects.filter(name="operations.backup", state__in=(JobState.QUEUED, JobState.RUNNING))
    return waiting.exists()
