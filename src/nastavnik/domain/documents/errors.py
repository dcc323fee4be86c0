"""What may go wrong with papers, each with the sentence that a person reads."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class NumberTaken(DomainError):
    sentence = _("Этот номер уже есть: %(paper)s. Возьмите %(free)s или откройте тот документ.")


class NumberMissing(DomainError):
    sentence = _("Не хватает номера. Напишите номер, под которым документ стоит в журнале.")


class SubjectMissing(DomainError):
    """A paper is about something, and it was not said about what."""

    sentence = _("Не выбрано, о ком или о чём документ: %(subject)s. Выберите и повторите.")


class OtherProgrammeType(DomainError):
    sentence = _("«%(paper)s» не готовят для программы «%(programme)s»: её тип – %(type)s.")


class AnswerMissing(DomainError):
    sentence = _("Не хватает ответа: «%(ask)s». Без него бумагу не собрать.")


class AnswerUnreadable(DomainError):
    sentence = _("Не получилось прочитать ответ «%(ask)s»: %(given)s. Исправьте и повторите.")


class GoesWithOrder(DomainError):
    """An appendix has no way of its own."""

    sentence = _("Это приложение: его отправляют, утверждают и отменяют вместе с документом «%(paper)s». "
                 "Откройте его.")  # fmt: skip


class NotAnAppendix(DomainError):
    sentence = _("«%(paper)s» не бывает приложением к этому документу.")


class SectionFixed(DomainError):
    """Tables and signatures come from the rows."""

    sentence = _("Этот раздел собирается из данных, руками его не правят. Исправьте сами данные и соберите текст "
                 "заново.")  # fmt: skip


class NothingChosen(DomainError):
    sentence = _("Ни одна пара не отмечена. Отметьте хотя бы одну.")


class OtherModule(DomainError):
    sentence = _("Эти пары из разных модулей. Подготовьте по приказу на каждый модуль.")


class NotAgreed(DomainError):
    """Only agreed mentorships that have not begun are ordered."""

    sentence = _("Пара «%(pair)s» сейчас не ждёт приказа: %(state)s. Снимите отметку и повторите.")


class AlreadyInOrder(DomainError):
    sentence = _("Пара «%(pair)s» уже стоит в другом документе: %(paper)s. Откройте его или снимите отметку.")


class CannotStart(DomainError):
    """An approved order starts all of its mentorships or none."""

    sentence = _("Пара «%(pair)s» не может начать работу по этому приказу: %(state)s. Верните приказ куратору, "
                 "он уберёт её из списка.")  # fmt: skip


class CoordinatorMissing(DomainError):
    sentence = _("Некого назначить: у программы нет куратора. Добавьте его: «Организация» → «Сотрудники и роли», "
                 "и повторите.")  # fmt: skip


class NobodyToReward(DomainError):
    """An order of rewards names mentors who brought their work to its end."""

    sentence = _("Поощрять пока некого: к дате приказа ни один наставник не довёл работу пары до конца или все "
                 "отмечены как «не включать». Завершите пары или поправьте дату и список.")  # fmt: skip


class NotAnEmployee(DomainError):
    """Papers on the work of an employee are for grown-up mentors who work in the institution."""

    sentence = _("%(name)s: эту бумагу готовят для наставника, который работает в организации. Впишите его должность "
                 "в карточке или, если он от партнёра, подготовьте соглашение с партнёром.")  # fmt: skip


class NotForChildren(NotAnEmployee):
    """A child has no employment whatever post somebody wrote down."""

    sentence = _("%(name)s: ещё нет 18 лет, а эту бумагу готовят взрослым работникам. Участие ребёнка "
                 "оформляют согласием родителя.")  # fmt: skip


class NoGuardian(DomainError):
    sentence = _("%(name)s: родитель или опекун не записан. Добавьте его в карточке ребёнка и повторите.")


class ApprovalNeeded(DomainError):
    sentence = _("Этот документ утверждает руководитель. Отправьте его на подпись.")


class NoteMissing(DomainError):
    sentence = _("Не хватает слов: напишите, что исправить. Куратор увидит это на странице документа.")


class ReasonMissing(DomainError):
    sentence = _("Не хватает причины. Напишите, почему документ отменён.")


class NotCompleted(DomainError):
    """A certificate is for work that was brought to its end."""

    sentence = _("%(name)s: сертификат выдаётся, когда пара завершила работу. Завершите её и повторите.")


class GroundExists(DomainError):
    sentence = _("Такое основание уже есть в списке.")


class NothingWritten(DomainError):
    sentence = _("Не хватает названия. Напишите акт так, как он стоит в бумагах.")


class ImpossibleDay(DomainError):
    """The words of an act cite a day that no calendar has."""

    sentence = _("В названии стоит день, которого нет в календаре: %(day)s. Сверьте с актом и исправьте.")


class EndsBeforeItBegins(DomainError):
    sentence = _("Акт перестал действовать раньше, чем начал. Исправьте один из двух дней.")


class ReplacesItself(DomainError):
    sentence = _("Акт не может заменить сам себя. Выберите тот, что пришёл ему на смену.")


class NobodyChosen(DomainError):
    sentence = _("Никто не отмечен. Отметьте хотя бы одного.")


class NotForMany(DomainError):
    sentence = _("«%(paper)s» готовят по одной: откройте «Новый документ».")


class TooManyPapers(DomainError):
    sentence = _("Выбрано %(chosen)s, а за один раз можно не больше %(most)s. Сузьте список и повторите по частям.")


class SeveralOrganisations(DomainError):
    sentence = _("Выбраны документы разных организаций. Выберите одну организацию вверху страницы и повторите.")


class TemplateUnfit(DomainError):
    """An institution's own template that is not used, with what to do about it."""

    sentence = "%(why)s"


class NotTrained(DomainError):
    """Attendance alone is no training: the results of the tasks were not seen, or hours are missing."""

    sentence = _("Обучение пройдено не до конца: %(name)s. Не хватает часов, результата задания или ролевой игры. "
                 "Посмотрите в разделе «Обучение».")  # fmt: skip


class OnlyForMentors(DomainError):
    sentence = _("%(name)s – не наставник: портфолио наставника делают тому, кто вёл пару или группу.")
