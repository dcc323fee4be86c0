"""What can be asked about organisations. Whose organisation it is, is asked in `people`: roles live there."""

from datetime import date
from urllib.parse import urlsplit

from django.db.models import Count, F, Q, QuerySet

from nastavnik.domain.organisations.models import AcademicYear, Holiday, Organisation, Partner, StudyGroup


def academic_year_on(organisation: Organisation, on: date) -> AcademicYear | None:
    """The academic year in which the day lies."""
    years = AcademicYear.objects.filter(organisation=organisation, starts_on__lte=on)
    return years.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on)).order_by("-starts_on").first()


def academic_years(organisation: Organisation) -> QuerySet[AcademicYear]:
    """All years, the newest first."""
    return AcademicYear.objects.filter(organisation=organisation)


def study_groups(year: AcademicYear, on: date) -> QuerySet[StudyGroup]:
    """The groups of a year, 5А before 10Б and those without a grade last, with `people`: how many are in each on the
    day. Whose data are erased fills no place."""
    enrolled = Q(enrolments__starts_on__lte=on, enrolments__person__erased_on=None)
    enrolled &= Q(enrolments__ends_on__isnull=True) | Q(enrolments__ends_on__gte=on)
    rows = StudyGroup.objects.filter(academic_year=year).annotate(people=Count("enrolments", filter=enrolled))
    return rows.order_by(F("grade").asc(nulls_last=True), "title", "id")


def study_groups_of(organisation: Organisation, on: date) -> QuerySet[StudyGroup]:
    """The groups of the academic year of the day, for choosing one."""
    year = academic_year_on(organisation, on)
    return StudyGroup.objects.filter(academic_year=year) if year else StudyGroup.objects.none()


def holidays(organisation: Organisation) -> QuerySet[Holiday]:
    """All holidays, the earliest first."""
    return Holiday.objects.filter(organisation=organisation)


def partners(organisation: Organisation) -> QuerySet[Partner]:
    return Partner.objects.filter(organisation=organisation).order_by("title")


def demo_exists() -> bool:
    """The invented institutions are there."""
    return Organisation.objects.filter(is_demo=True).exists()


def video_services(organisation: Organisation) -> tuple[str, ...]:
    """The hosts whose links are allowed, as the institution wrote them."""
    written = (_host(line) for line in organisation.video_services.splitlines())
    return tuple(dict.fromkeys(host for host in written if host))


def allows_link(organisation: Organisation, url: str) -> bool:
    """Does the address lead, by https and without a name or a port in it, to an allowed service or a part of one?"""
    host = plain_host(url)
    return bool(host) and any(host == one or host.endswith(f".{one}") for one in video_services(organisation))


def plain_host(url: str) -> str:
    """The host of an address that leads where it seems to: by https, without a name or a port; "" for others."""
    try:
        parts = urlsplit(url)
        host, port = _host(url), parts.port
    except ValueError:
        return ""
    # A backslash or a sign that is not seen parts an address differently for people, browsers and us.
    if parts.scheme != "https" or "@" in parts.netloc or port not in (None, 443) or not url.isprintable():
        return ""
    return "" if "\\" in url or " " in url else host


def _host(written: str) -> str:
    """«https://Telemost.Yandex.ru/j/1» and «telemost.yandex.ru» are one host; letters of other alphabets as the wires
    carry them."""
    text = written.strip()
    host = (urlsplit(text if "//" in text else f"//{text}").hostname or "").rstrip(".").removeprefix("www.")
    try:
        return host.encode("idna").decode().lower()
    except UnicodeError:
        return ""
