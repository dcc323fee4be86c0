"""Tables of the rooms people, files, notifications and consents."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core import clock
from nastavnik.domain.people.models import Person, RoleAssignment
from nastavnik.domain.privacy.declared.shape import FILE, Owner, PersonalTable, by
from nastavnik.domain.privacy.enums import Category as C
from nastavnik.domain.privacy.enums import Fate, Purpose, Term

NO_NAME = str(_("Данные удалены"))
ROLE_FIELDS = ("user", "role", "territory", "starts_on", "ends_on")


def own_account(person: int) -> Q:
    """The account of the person, where nobody else of another institution signs in with it and no role elsewhere
    needs it."""
    return Q(persons=person) & _of_nobody_else(person, OuterRef("pk"))


def of_account(path: str) -> Owner:
    """Rows that hang on the person's own account."""

    def condition(person: int) -> Q:
        return Q(**{f"{path}__persons": person}) & _of_nobody_else(person, OuterRef(f"{path}_id"))

    return condition


def _of_nobody_else(person: int, account: OuterRef) -> Q:
    others = Person.objects.filter(user=account).exclude(pk=person)
    here = Person.objects.filter(pk=person).values("organisation")
    roles = RoleAssignment.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=clock.today()), user=account)
    return ~Q(Exists(others)) & ~Q(Exists(roles.exclude(organisation__in=here)))


PEOPLE = (
    PersonalTable(
        "notifications.DeliveryChoice", _("Как часто писать"), by("person"), C.MESSAGES, Purpose.REACH,
        Term.TAKING_PART, Fate.GONE, gone=("person", "rhythm"), unsaid=frozenset({"person"}),
    ),
    PersonalTable(
        "notifications.Message", _("Уведомления"), by("recipient"), C.MESSAGES, Purpose.REACH, Term.SENT, Fate.GONE,
        gone=("recipient", "kind", "channel", "context", "key", "state", "attempts", "due_at", "sent_at"),
        unsaid=frozenset({"recipient", "context", "key", "attempts"}),
    ),
    PersonalTable(
        "people.SignInToken", _("Коды и ссылки для входа"), of_account("user"), C.ACCOUNT, Purpose.SIGN_IN,
        Term.TAKING_PART, Fate.GONE,
        gone=("user", "kind", "digest", "issued_by", "issued_at", "expires_at", "used_at", "withdrawn_at"),
        unsaid=frozenset({"user", "digest", "issued_by"}),
    ),
    PersonalTable(
        "people.Guardianship", _("Кто за кого отвечает"), by("child", "guardian"), C.FAMILY, Purpose.REACH,
        Term.TAKING_PART, Fate.GONE,
        gone=("guardian", "child", "relation", "starts_on", "ends_on"),
    ),
    PersonalTable(
        "people.Enrolment", _("Классы и группы"), by("person"), C.STUDY, Purpose.RUN, Term.TAKING_PART, Fate.KEPT,
        kept=("person", "study_group", "starts_on", "ends_on"), unsaid=frozenset({"person"}),
    ),
    PersonalTable(
        "people.Clearance", _("Допуск к работе с детьми"), by("person"), C.CLEARANCE, Purpose.PROTECT,
        Term.TAKING_PART, Fate.KEPT,
        kept=("person", "checked_on", "valid_until", "withdrawn_on", "checked_by"),
        unsaid=frozenset({"person", "checked_by"}),
    ),
    PersonalTable(
        "people.RoleAssignment", _("Роли"), of_account("user"), C.ACCOUNT, Purpose.SIGN_IN, Term.TAKING_PART,
        Fate.KEPT, kept=ROLE_FIELDS, unsaid=frozenset({"user"}),
    ),
    PersonalTable(
        "people.User", _("Вход в систему"), own_account, C.ACCOUNT, Purpose.SIGN_IN, Term.TAKING_PART, Fate.BLANKED,
        blanked={"username": None, "password": "!", "last_login": None, "is_active": False},
        unsaid=frozenset({"username", "password"}),
    ),
    PersonalTable(
        "people.Person", _("Кто это"), by("pk"), C.IDENTITY, Purpose.RUN, Term.TAKING_PART, Fate.BLANKED,
        blanked={
            "surname": NO_NAME, "given_name": "", "patronymic": "", "normal_name": "", "gender": "",
            "birth_date": None, "phone": "", "email": "", "post": "", "workplace": "", "partner": None,
            "name_forms": {}, "user": None,
        },
        kept=("erased_on",), unsaid=frozenset({"normal_name", "user", "erased_on"}),
    ),
)  # fmt: skip

CONSENTS = (
    PersonalTable(
        "consents.ScannedPaper", _("Сканы бумаг"), by("request__person"), C.CONSENT, Purpose.PROVE,
        Term.ON_WITHDRAWAL, Fate.GONE,
        gone=("file", "code", "request", "kind", "pages", "finding", "recorded_at"),
        unsaid=frozenset({"code", "request", "finding"}),
    ),
    PersonalTable(
        "consents.RequestedConsent", _("О чём спрашивали"), by("request__person"), C.CONSENT, Purpose.PROVE,
        Term.ON_WITHDRAWAL, Fate.KEPT, kept=("request", "kind", "text", "answer", "answered_at", "consent"),
        unsaid=frozenset({"request", "consent"}),
    ),
    PersonalTable(
        "consents.ConsentRequest", _("Просьбы о согласии"), by("person"), C.CONSENT, Purpose.PROVE,
        Term.ON_WITHDRAWAL, Fate.BLANKED, blanked={"refusal_reason": ""},
        kept=(
            "person", "party", "signer", "digest", "code", "until", "asked_on", "asked_by", "expires_at",
            "answered_at", "refused_at", "called_off_at",
        ),
        unsaid=frozenset({"person", "signer", "digest", "code", "asked_by"}),
    ),
    PersonalTable(
        "consents.ConsentSignature", _("Подписи под согласиями"), by("signer", "consent__person"), C.CONSENT,
        Purpose.PROVE, Term.ON_WITHDRAWAL, Fate.BLANKED, blanked={"signer_name": ""},
        kept=("consent", "party", "signer", "signed_on", "method", "recorded_by"),
        unsaid=frozenset({"consent", "recorded_by"}),
    ),
    PersonalTable(
        "consents.Consent", _("Согласия"), by("person"), C.CONSENT, Purpose.PROVE, Term.ON_WITHDRAWAL, Fate.BLANKED,
        blanked={"scan": FILE},
        kept=("person", "kind", "starts_on", "ends_on", "text", "withdrawn_on"), unsaid=frozenset({"person", "text"}),
    ),
)  # fmt: skip
