"""Forms of the room: text → clean values."""

from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.exchange.reading.cells.groups import school_class
from nastavnik.domain.organisations.enums import USUAL_HELP, StudyGroupWord
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.normal import tidy
from nastavnik.web.shell.forms import DayField

# Russia's zones, west to east; another one can stand in the row and is kept.
TIME_ZONES = (
    ("Europe/Kaliningrad", _("Калининград, МСК−1")),
    ("Europe/Moscow", _("Москва")),
    ("Europe/Samara", _("Самара, МСК+1")),
    ("Asia/Yekaterinburg", _("Екатеринбург, МСК+2")),
    ("Asia/Omsk", _("Омск, МСК+3")),
    ("Asia/Novosibirsk", _("Новосибирск, МСК+4")),
    ("Asia/Krasnoyarsk", _("Красноярск, МСК+4")),
    ("Asia/Irkutsk", _("Иркутск, МСК+5")),
    ("Asia/Yakutsk", _("Якутск, МСК+6")),
    ("Asia/Vladivostok", _("Владивосток, МСК+7")),
    ("Asia/Magadan", _("Магадан, МСК+8")),
    ("Asia/Kamchatka", _("Камчатка, МСК+9")),
)
STAFF_ROLES = (RoleCode.COORDINATOR, RoleCode.HEAD, RoleCode.TEACHER, RoleCode.PSYCHOLOGIST)


class OrganisationForm(forms.Form):
    title = forms.CharField(label=_("Полное название"), help_text=_("Как в уставе: пойдёт в приказы."), max_length=300)
    short_title = forms.CharField(label=_("Короткое название"), max_length=100)
    city = forms.CharField(label=_("Населённый пункт"), max_length=100, required=False)
    letterhead = forms.CharField(
        label=_("Шапка бланка"),
        help_text=_("Строки над номером приказа: учредитель, адрес, телефон, ОГРН."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
    )
    head_post = forms.CharField(label=_("Должность руководителя"), max_length=100)
    study_group_word = forms.ChoiceField(label=_("Как называются учебные группы"), choices=StudyGroupWord.choices)
    time_zone = forms.ChoiceField(label=_("Часовой пояс"), choices=TIME_ZONES)
    own_consent_from = forms.TypedChoiceField(
        label=_("С какого возраста ребёнок подписывает согласие и сам"),
        help_text=_("Закон не называет возраста. По умолчанию строго: с 14 лет подписывают и родитель, и ребёнок."),
        choices=[(age, age) for age in (14, 15, 16, 17)] + [(18, _("до 18 лет подписывает только родитель"))],
        coerce=int,
    )
    consent_by_link = forms.BooleanField(
        label=_("Согласие можно дать по личной ссылке, без бумаги"),
        help_text=_(
            "Закон равняет с подписью на бумаге электронную подпись, а не галочку. Разрешайте, если так решил "
            "руководитель. Так отвечают и родители, и взрослые за себя. Согласие работника на наставничество (ТК РФ, "
            "ст. 351.8) всегда на бумаге."
        ),
        required=False,
    )
    inn = forms.RegexField(
        label=_("ИНН"),
        help_text=_("Пойдёт в согласия: кто оператор данных."),
        regex=r"^\d{10}$|^\d{12}$",
        error_messages={"invalid": _("В ИНН десять цифр.")},
        required=False,
    )
    ogrn = forms.RegexField(
        label=_("ОГРН"),
        regex=r"^\d{13}$|^\d{15}$",
        error_messages={"invalid": _("В ОГРН тринадцать цифр.")},
        required=False,
    )
    legal_address = forms.CharField(label=_("Юридический адрес"), max_length=300, required=False)
    consents_email = forms.EmailField(
        label=_("Почта, на которую пишут об отзыве согласия"), max_length=254, required=False
    )
    publication_places = forms.CharField(
        label=_("Где публикуете"),
        help_text=_("Адреса сайта и страниц, стенд: по одному на строку. Пойдут в согласие на публикацию."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )
    mentor_limit = forms.IntegerField(
        label=_("Сколько наставляемых может вести один наставник"),
        help_text=_("Если так решено в вашем положении. Больше — предупредим, но не запретим. Пусто — не следим."),
        min_value=1,
        max_value=50,
        required=False,
    )
    video_services = forms.CharField(
        label=_("Какие сервисы видеосвязи разрешены"),
        help_text=_("Адреса сайтов, по одному на строку. Ссылку другого сервиса к встрече не приложить."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )
    help_contacts = forms.CharField(
        label=_("Куда ещё обратиться ребёнку"),
        help_text=_(
            "По одному на строку: экстренный номер, телефон доверия, телефон руководителя, управления образования или "
            "муниципального оператора. Эти строки увидит ребёнок, когда ему некомфортно. Сверьте номера."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: object, zone: str = "", **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        if zone in available_timezones() and zone not in dict(TIME_ZONES):
            self.fields["time_zone"].choices = [*TIME_ZONES, (zone, zone)]  # type: ignore[attr-defined]

    def clean_help_contacts(self) -> str:
        """A child is never left without a number: emptied, the usual ones come back."""
        return str(self.cleaned_data["help_contacts"]).strip() or USUAL_HELP


class StudyGroupForm(forms.Form):
    title = forms.CharField(label=_("Название"), help_text=_("Например, 6Б, «Вихрь», группа 2-14."), max_length=60)
    grade = forms.IntegerField(
        label=_("Класс по счёту или курс"),
        help_text=_("Нужен, чтобы наставник мог выбрать «7–11 класс»."),
        min_value=1,
        max_value=12,
        required=False,
    )

    def clean(self) -> dict[str, object]:
        """«6 «б» класс» is 6Б, as in imported lists."""
        given = super().clean() or {}
        found = school_class(str(given.get("title", "")))
        if found:
            return {"title": found[0], "grade": found[1]}
        return {**given, "title": tidy(str(given.get("title", "")))}


class PeriodForm(forms.Form):
    starts_on = DayField(label=_("Первый день"))
    ends_on = DayField(label=_("Последний день"))


class HolidayForm(PeriodForm):
    title = forms.CharField(label=_("Название"), max_length=60)
    field_order = ["title", "starts_on", "ends_on"]


class RoleForm(forms.Form):
    person = forms.TypedChoiceField(label=_("Кто"), coerce=int)
    role = forms.ChoiceField(label=_("Роль"), choices=[(role.value, role.label) for role in STAFF_ROLES])
    starts_on = DayField(label=_("С какого дня"))

    def __init__(self, *args: object, people: list[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["person"].choices = [("", _("Выберите человека")), *people]  # type: ignore[attr-defined]


class NewPartnerForm(forms.Form):
    title = forms.CharField(
        label=_("Как называете между собой"), help_text=_("Например, завод «Прибор» или колледж связи."), max_length=200
    )


class PartnerForm(NewPartnerForm):
    full_title = forms.CharField(
        label=_("Полное название"), help_text=_("Как в договоре."), max_length=300, required=False
    )
    signatory_post = forms.CharField(
        label=_("Должность того, кто подписывает"),
        help_text=_("В именительном падеже: генеральный директор."),
        max_length=150,
        required=False,
    )
    signatory = forms.CharField(
        label=_("Кто подписывает"), help_text=_("Фамилия, имя и отчество."), max_length=200, required=False
    )
    signs_by = forms.CharField(
        label=_("На основании чего действует"),
        help_text=_("В родительном падеже: устава, доверенности от … № …"),
        max_length=200,
        required=False,
    )
    address = forms.CharField(label=_("Адрес"), max_length=300, required=False)
    contacts = forms.CharField(label=_("Телефон, почта"), max_length=300, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)
