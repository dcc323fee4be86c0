"""Who may open which page: one row a page, one letter a role; the handbook's table is made of it.

Letters: `y` opens (a submit is taken or answered with what is missing), `-` is refused (403), `?` belongs to somebody
else and cannot be told from missing (404). A visitor is asked to sign in wherever the page is not public.
"""

from dataclasses import dataclass

ROLES = (
    "administrator", "coordinator", "head", "teacher", "psychologist", "mentor", "mentee", "guardian",
    "municipal_operator", "regional_operator",
)  # fmt: skip
PUBLIC = "everybody"


@dataclass(frozen=True)
class Page:
    """One address.

    `row` is the row of `world.Side` that the address names. `posts` are the letters of an empty submit where they
    differ: `?` also where the page asks which row is meant and an empty submit names none.
    """

    title: str
    letters: str
    row: str = ""
    posts: str = ""

    @property
    def post_letters(self) -> str:
        return self.posts or self.letters


#               A C H T P M m G o r
EVERYBODY = "yyyyyyyyyy"
COORDINATOR = "-y--------"
HEAD = "--y-------"
ADMINISTRATOR = "y---------"
LEADS = "-yy-------"  # coordinator and head
COLLECTS = "-y-yy-----"  # who collects consents: coordinator, teacher, psychologist
SUGGESTS = "-y-y------"  # coordinator and teacher
WATCHES = "-yy-yyyy--"  # staff who see pairs, the two, the parent
WORKS = "-y---yy---"  # the two and the coordinator
TALKS = "-y--y-----"  # coordinator and psychologist
READS = "-yyyyy----"  # staff and mentors
LEARNS = "-----y----"
NAMES_NOTHING = COORDINATOR.replace("y", "?")

# A key is the name of an address; the same address with another row has words after it.
PAGES: dict[str, Page] = {
    # Frame
    "desk:today": Page("Сегодня", EVERYBODY),
    "desk:start": Page("Первые шаги организации", COORDINATOR),
    "desk:first_steps": Page("Первые шаги программы", COORDINATOR, "programme"),
    "shell:sign_in": Page("Вход", PUBLIC),
    "shell:sign_in_by_code": Page("Вход по коду", PUBLIC),
    "shell:sign_in_by_link": Page("Вход по ссылке", PUBLIC, "code"),
    "shell:sign_in_demo": Page("Вход одним нажатием (только показательная школа)", PUBLIC),
    "shell:sign_out": Page("Выход", PUBLIC),
    "shell:choose_organisation": Page("Выбор своей организации", EVERYBODY, posts=EVERYBODY.replace("y", "?")),
    "shell:theme": Page("Тема и размер букв", PUBLIC),
    "shell:help": Page("Помощь", PUBLIC),
    "shell:who_sees_what": Page("Кто что видит", PUBLIC),
    "shell:gallery": Page("Образцы оформления", PUBLIC),
    # Training and meetings, admission, the library
    "events:index": Page("Обучение и встречи", COORDINATOR),
    "events:new_event": Page("Встреча: назначить", COORDINATOR),
    "events:mine": Page("Моё обучение", LEARNS),
    "events:new_course": Page("Обучение: начать", COORDINATOR),
    "events:course": Page("Обучение: кто готов к встречам", COORDINATOR, "course"),
    "events:edit_course": Page("Обучение: изменить правила", COORDINATOR, "course"),
    "events:discard_course": Page("Обучение: удалить", COORDINATOR, "course"),
    "events:new_session": Page("Занятие: назначить", COORDINATOR, "course"),
    "events:event": Page("Встреча, занятие: список и отметки", COORDINATOR, "event"),
    "events:edit_event": Page("Встреча: изменить", COORDINATOR, "event"),
    "events:attendance": Page("Встреча: отметить, кто пришёл", COORDINATOR, "event"),
    "events:event_step": Page("Встреча: прошла, отменена", COORDINATOR, "event", posts=NAMES_NOTHING),
    "events:choose_guests": Page("Встреча: кого позвать", COORDINATOR, "event"),
    "events:sheet": Page("Встреча: лист для печати", COORDINATOR, "event"),
    "events:add_material": Page("Занятие: добавить материал", COORDINATOR, "session"),
    "events:material": Page("Занятие: материал", "-y---y----", "event_material"),
    "events:remove_material": Page("Занятие: убрать материал", COORDINATOR, "event_material"),
    "events:result": Page("Занятие: результат задания", COORDINATOR, "attendance"),
    # Applications
    "intake:index": Page("Заявки", COLLECTS),
    "intake:review": Page("Заявка: что написано", "-y-y?-----", "application"),
    "intake:accept": Page("Заявка: принять", COORDINATOR, "application"),
    "intake:decline": Page("Заявка: отклонить", COORDINATOR, "application"),
    "intake:return_for_more": Page("Заявка: вернуть на доработку", COORDINATOR, "application"),
    "intake:withdraw": Page("Заявка: отозвать по просьбе", COORDINATOR, "application"),
    "intake:answer_twin": Page("Заявка: один человек или двое", COORDINATOR, "application", posts=NAMES_NOTHING),
    "intake:talk": Page("Заявка: итог разговора", COORDINATOR, "application", posts=NAMES_NOTHING),
    "intake:mark_remedy": Page("Заявка: обещанное сделано", COORDINATOR, "application", posts=NAMES_NOTHING),
    "intake:renew_code": Page("Заявка: новый код", COORDINATOR, "application_begun"),
    "intake:edit": Page("Заявка: дополнить", "-y-y?-----", "application_begun"),
    "intake:enter": Page("Заявка с бумаги или за ребёнка", COLLECTS, "intake_role"),
    "intake:intakes": Page("Приём заявок", COORDINATOR),
    "intake:intake": Page("Приём: о чём спросим", COORDINATOR, "intake"),
    "intake:close_intake": Page("Приём: закрыть", COORDINATOR, "intake"),
    "intake:reopen_intake": Page("Приём: открыть снова", COORDINATOR, "intake"),
    "intake:poster": Page("Приём: плакат", COORDINATOR, "intake"),
    "intake:admission": Page("Отбор наставников", TALKS),
    "intake:candidate": Page("Отбор: наставник", TALKS, "mentor_participation"),
    "intake:interview": Page("Отбор: записать беседу", TALKS, "mentor_participation"),
    "intake:marks": Page("Отбор: что видно", TALKS, "mentor_participation"),
    "intake:waive": Page("Отбор: не требуется", COORDINATOR, "admission_point"),
    "intake:due": Page("Отбор: назначить срок", COORDINATOR, "admission_point"),
    "intake:decide": Page("Отбор: решение", COORDINATOR, "admission_decision"),
    "intake:agreement": Page("Соглашение с работником: записать", COORDINATOR, "mentor_participation"),
    "intake:end_agreement": Page("Соглашение с работником: прекратить", COORDINATOR, "agreement"),
    "intake:self_check": Page("Проверьте себя", LEARNS),
    "library:index": Page("Библиотека", READS),
    "library:memo": Page("Памятка", READS, "memo"),
    "library:file": Page("Памятка: файл", READS, "memo_file"),
    "library:new_memo": Page("Памятка: написать", COORDINATOR),
    "library:edit_memo": Page("Памятка: своими словами", COORDINATOR, "memo"),
    "library:memo_step": Page("Памятка: показать, скрыть", COORDINATOR, "memo", posts=NAMES_NOTHING),
    "library:add_file": Page("Памятка: приложить файл", COORDINATOR, "memo"),
    "library:remove_file": Page("Памятка: убрать файл", COORDINATOR, "memo_file"),
    # Organisation
    "organisations:edit": Page("Организация: названия, слова, бланк", COORDINATOR),
    "organisations:years": Page("Учебные годы", COORDINATOR),
    "organisations:groups": Page("Классы и группы", COORDINATOR),
    "organisations:holidays": Page("Каникулы и праздники", COORDINATOR),
    "organisations:remove_holiday": Page("Каникулы: убрать", COORDINATOR, "holiday"),
    "organisations:staff": Page("Сотрудники и роли", COORDINATOR),
    "organisations:end_role": Page("Роль: закончить", COORDINATOR, "role"),
    "organisations:partners": Page("Партнёры", COORDINATOR),
    "organisations:partner": Page("Партнёр: что пойдёт в соглашение", COORDINATOR, "partner"),
    # People
    "people:index": Page("Люди, базы наставников и наставляемых", COLLECTS),
    "people:add": Page("Человек: добавить", COORDINATOR),
    "people:cards": Page("Карточки с кодами для входа", COORDINATOR),
    "people:clearance": Page("Допуск взрослых", COORDINATOR),
    "people:withdraw": Page("Допуск: отменить", COORDINATOR, "clearance"),
    "people:end_guardian": Page("Родитель: больше не отвечает", COORDINATOR, "guardianship"),
    "people:person": Page("Человек", COLLECTS, "person"),
    "people:history": Page("Человек: история", COLLECTS, "person"),
    "people:edit": Page("Человек: исправить", COORDINATOR, "person"),
    "people:add_guardian": Page("Родитель: добавить", COORDINATOR, "person"),
    "people:move": Page("Человек: перевести в другой класс", COORDINATOR, "person"),
    "people:access": Page("Человек: код или ссылка для входа", COORDINATOR, "person", posts=NAMES_NOTHING),
    "people:withdraw_access": Page("Человек: отозвать коды", COORDINATOR, "person"),
    "people:record": Page("Человек: записать допуск", COORDINATOR, "person"),
    # Personal data
    "privacy:mine": Page("Мои данные: о ком", EVERYBODY),
    "privacy:held": Page("Что хранится о человеке", "?y????yy??", "person"),
    "privacy:held_file": Page("Что хранится о человеке: файл", "?y????yy??", "person"),
    "privacy:ask": Page("Просьба исправить или удалить данные", "?y????yy??", "person"),
    "privacy:erase": Page("Удаление данных человека", COORDINATOR, "person"),
    "privacy:requests": Page("Просьбы о данных", COORDINATOR),
    "privacy:data_request": Page("Просьба о данных", COORDINATOR, "data_request"),
    "privacy:acts": Page("Акты об уничтожении данных", COORDINATOR),
    "privacy:act": Page("Акт об уничтожении данных", COORDINATOR, "erasure_act"),
    "privacy:act_file": Page("Акт об уничтожении данных: файл", COORDINATOR, "erasure_act_file"),
    "privacy:terms": Page("Сроки хранения данных", COORDINATOR),
    "privacy:register": Page("Какие данные хранятся и зачем", COORDINATOR),
    # Registers
    "registers:index": Page("База наставляемых, база наставников", COORDINATOR),
    "registers:needs": Page("Карта запросов", COORDINATOR),
    "registers:export": Page("База: скачать таблицу", COORDINATOR),
    "registers:sheet": Page("База: лист для печати", COORDINATOR),
    "registers:keep": Page("База: сохранить вид", COORDINATOR),
    "registers:forget": Page("База: удалить свой вид", COORDINATOR, "saved_view"),
    "registers:describe": Page("База: категория, условия, результаты", COORDINATOR, "participation"),
    # Lists
    "exchange:upload": Page("Загрузка списка", COORDINATOR),
    "exchange:columns": Page("Загрузка: столбцы", COORDINATOR, "import_uploaded"),
    "exchange:check": Page("Загрузка: проверка", COORDINATOR, "import_checked"),
    "exchange:decide": Page("Загрузка: один человек или двое", COORDINATOR, "import_checked", posts=NAMES_NOTHING),
    "exchange:refused": Page("Загрузка: непринятые строки", COORDINATOR, "import_checked"),
    "exchange:accept": Page("Загрузка: принять", COORDINATOR, "import_checked", posts=NAMES_NOTHING),
    "exchange:cancel": Page("Загрузка: отменить", COORDINATOR, "import_checked"),
    "exchange:done": Page("Загрузка: готово", COORDINATOR, "import_accepted"),
    # Programmes
    "programmes:index": Page("Программы", LEADS),
    "programmes:new": Page("Программа: выбор образца", COORDINATOR),
    "programmes:create": Page("Программа: создать", COORDINATOR, "template"),
    "programmes:design": Page("Модель: кто кому", COORDINATOR),
    "programmes:design_portrait": Page("Модель: для кого", COORDINATOR),
    "programmes:design_questions": Page("Модель: пять вопросов", COORDINATOR),
    "programmes:design_result": Page("Модель: что подойдёт и почему", COORDINATOR),
    "programmes:programme": Page("Программа", LEADS, "programme"),
    "programmes:edit": Page("Программа: исправить", COORDINATOR, "programme"),
    "programmes:launch": Page("Программа: запустить", COORDINATOR, "programme"),
    "programmes:propose": Page("Программа: отправить руководителю", COORDINATOR, "programme"),
    "programmes:agree": Page("Программа: согласовать", HEAD, "programme"),
    "programmes:send_back": Page("Программа: вернуть с замечанием", HEAD, "programme"),
    "programmes:reopen": Page("Программа: согласовать заново", COORDINATOR, "programme"),
    "programmes:copy": Page("Программа: копия на новый год", COORDINATOR, "programme"),
    "programmes:close": Page("Программа: завершить", COORDINATOR, "programme"),
    "programmes:discard_programme": Page("Программа: удалить созданную по ошибке", COORDINATOR, "programme"),
    "programmes:information": Page("Информационная страница: кто ознакомился", COORDINATOR, "programme"),
    "programmes:open_information": Page("Информационная страница: открыть", COORDINATOR, "programme"),
    "programmes:close_information": Page("Информационная страница: закрыть", COORDINATOR, "programme"),
    "programmes:poster": Page("Плакат программы", COORDINATOR, "programme"),
    "programmes:roadmap": Page("Дорожная карта", LEADS, "programme"),
    "programmes:roadmap_calendar": Page("Дорожная карта: календарь", LEADS, "programme"),
    "programmes:roadmap_gantt": Page("Дорожная карта: линия времени", LEADS, "programme"),
    "programmes:roadmap_xlsx": Page("Дорожная карта: таблица", LEADS, "programme"),
    "programmes:roadmap_ics": Page("Дорожная карта: календарь для телефона", LEADS, "programme"),
    "programmes:roadmap_paste": Page("Дорожная карта: вставить таблицу", COORDINATOR, "programme"),
    "programmes:roadmap_pasted": Page("Дорожная карта: что понято в таблице", COORDINATOR, "programme"),
    "programmes:roadmap_ready": Page("Дорожная карта: готовые строки", COORDINATOR, "programme"),
    "programmes:row_state": Page("Дорожная карта: начать строку, снять с плана", COORDINATOR, "item"),
    "programmes:add_evidence": Page("Дорожная карта: добавить подтверждение", COORDINATOR, "item"),
    "programmes:evidence": Page("Дорожная карта: подтверждение", LEADS, "evidence"),
    "programmes:remove_evidence": Page("Дорожная карта: удалить подтверждение", COORDINATOR, "evidence"),
    "programmes:start": Page("Программа: перенести начало", COORDINATOR, "programme"),
    "programmes:stage_done": Page("Этап: отметить", COORDINATOR, "stage"),
    "programmes:add_row": Page("Дорожная карта: добавить строку", COORDINATOR, "stage"),
    "programmes:row": Page("Дорожная карта: строка", COORDINATOR, "item"),
    "programmes:row_done": Page("Дорожная карта: отметить строку", COORDINATOR, "item"),
    "programmes:add_module": Page("Модуль: добавить", COORDINATOR, "programme"),
    "programmes:module": Page("Модуль", COORDINATOR, "module"),
    "programmes:content": Page("Содержание модуля", COORDINATOR, "module"),
    "programmes:fill_content": Page("Содержание модуля: заполнить готовым", COORDINATOR, "module"),
    "programmes:content_list": Page("Содержание модуля: выбор из справочника", COORDINATOR, "module_list"),
    "programmes:catalogues": Page("Справочники", COORDINATOR),
    "programmes:catalogue": Page("Справочник", COORDINATOR, "catalogue"),
    "programmes:add_catalogue_entry": Page("Справочник: добавить запись", COORDINATOR, "catalogue"),
    "programmes:catalogue_entry": Page("Справочник: исправить запись", COORDINATOR, "entry_own"),
    "programmes:catalogue_entry_step": Page(
        "Справочник: скрыть, вернуть, переставить запись", COORDINATOR, "entry_own", posts=NAMES_NOTHING
    ),
    "programmes:formats": Page("Формы и ролевые модели", COORDINATOR),
    "programmes:mentoring_format": Page("Форма наставничества", COORDINATOR, "format_own"),
    "programmes:format_step": Page(
        "Форма наставничества: скрыть, вернуть", COORDINATOR, "format_own", posts=NAMES_NOTHING
    ),
    "programmes:add_role_model": Page("Ролевая модель: добавить", COORDINATOR, "format_own"),
    "programmes:role_model": Page("Ролевая модель: переименовать", COORDINATOR, "role_model_own"),
    "programmes:remove_role_model": Page("Ролевая модель: убрать", COORDINATOR, "role_model_own"),
    "programmes:people": Page("Участники модуля", LEADS, "module"),
    "programmes:admit_all": Page("Участники: допустить всех", COORDINATOR, "module"),
    "programmes:enrol": Page("Участники: записать", COORDINATOR, "module"),
    "programmes:profile": Page("Анкета участника", COORDINATOR, "participation"),
    "programmes:step": Page("Участие: изменить состояние", COORDINATOR, "participation", posts=NAMES_NOTHING),
    "programmes:observe": Page("Наблюдение педагога", COLLECTS, "participation"),
    # Consents
    "consents:index": Page("Согласия: чьих не хватает", COLLECTS),
    "consents:mine": Page("Согласия моего ребёнка", "-------y--"),
    "consents:person": Page("Согласие: записать", COLLECTS, "person"),
    "consents:withdraw": Page("Согласие: отозвать", COLLECTS, "consent"),
    "consents:sheets": Page("Листы согласий с кодом", COLLECTS.replace("y", "?")),
    "consents:new_link": Page("Согласие: новая ссылка", COLLECTS, "consent_request"),
    "consents:call_off": Page("Согласие: больше не ждать", COLLECTS, "consent_request"),
    "consents:answer_mine": Page("Согласие: ответить за ребёнка", "-------y--", "consent_request"),
    "consents:texts": Page("Тексты согласий", COORDINATOR, posts=NAMES_NOTHING),
    "consents:text": Page("Текст согласия: новая версия", COORDINATOR, "consent_text"),
    "consents:scans": Page("Сканы подписанных листов", COLLECTS),
    "consents:scan": Page("Скан: чей это лист", COLLECTS, "scan"),
    "consents:scan_file": Page("Скан: сам файл", COLLECTS, "scan"),
    "consents:discard_scan": Page("Скан: удалить", COLLECTS, "scan"),
    # Matching
    "matching:index": Page("Подбор", COORDINATOR),
    "matching:module": Page("Подбор: готовы ли данные", COORDINATOR, "matching_module"),
    "matching:weights": Page("Подбор: что важнее", COORDINATOR, "matching_module"),
    "matching:settings": Page("Подбор: правила", COORDINATOR, "matching_module"),
    "matching:run": Page("Подбор: предложенные пары", COORDINATOR, "run"),
    "matching:begin": Page("Подбор: посчитать ещё раз", COORDINATOR, "run"),
    "matching:certificate": Page("Подбор: доказательство", COORDINATOR, "run"),
    "matching:cancel": Page("Подбор: остановить", COORDINATOR, "run"),
    "matching:candidates": Page("Подбор: кто подойдёт", COORDINATOR, "run_mentee"),
    "matching:price": Page("Подбор: цена замены, закрепления, запрета", COORDINATOR, "run_mentee", posts=NAMES_NOTHING),
    "matching:decisions": Page("Подбор: решения кураторов, кто что менял", COORDINATOR, "run"),
    "matching:fairness": Page("Подбор: проверить честность", COORDINATOR, "run"),
    "matching:compare": Page("Подбор: сравнить", COORDINATOR, "run"),
    "matching:publish": Page("Подбор: опубликовать", COORDINATOR, "run"),
    "matching:discard": Page("Подбор: отложить", COORDINATOR, "run"),
    "matching:meetings": Page("Общие встречи", COORDINATOR),
    "matching:new_meeting": Page("Общая встреча: назначить", COORDINATOR),
    "matching:meeting": Page("Общая встреча: кто пришёл, кто кого назвал", COORDINATOR, "gathering"),
    "matching:edit_meeting": Page("Общая встреча: день и место", COORDINATOR, "gathering"),
    "matching:attendance": Page("Общая встреча: отметить, кто пришёл", COORDINATOR, "gathering"),
    "matching:meeting_step": Page(
        "Общая встреча: начать и закончить выбор", COORDINATOR, "gathering", posts=NAMES_NOTHING
    ),
    "matching:choose": Page("Общая встреча: выбор наставляемого", "-y---?y---", "presence_mentee"),
    "matching:choose of the mentor": Page("Общая встреча: выбор наставника", "-y---y?---", "presence_mentor"),
    "matching:own_choice": Page("Наставляемый уже знает, с кем", "------y---"),
    "matching:suggestions": Page("Предложения пар", SUGGESTS),
    "matching:suggest": Page("Предложить пару", SUGGESTS, "module"),
    "matching:accept_suggestion": Page("Предложение пары: принять", COORDINATOR, "suggestion"),
    "matching:set_aside_suggestion": Page("Предложение пары: отложить", COORDINATOR, "suggestion"),
    # Mentorships
    "mentorships:index": Page("Пары и группы", WATCHES),
    "mentorships:meetings": Page("Мои встречи", WATCHES),
    "mentorships:pair": Page("Пара", WATCHES, "pair"),
    "mentorships:record": Page("Встреча: записать", WORKS, "pair"),
    "mentorships:pair_meetings": Page("Встречи пары", WATCHES, "pair"),
    "mentorships:plan_meeting": Page("Встреча: назначить", WORKS, "pair"),
    "mentorships:meeting": Page("Встреча: исправить", WORKS, "meeting"),
    "mentorships:plan": Page("Цели и план", WATCHES, "pair"),
    "mentorships:take_plan": Page("Готовый план: взять", WORKS, "pair"),
    "mentorships:add_goal": Page("Цель: добавить", WORKS, "pair"),
    "mentorships:add_step": Page("Шаг: добавить", WORKS, "goal"),
    "mentorships:reach_goal": Page("Цель: достигнута", WORKS, "goal"),
    "mentorships:mark_step": Page("Шаг: отметить", WORKS, "step"),
    "mentorships:write": Page("Дневник: написать", "-----yy---", "pair"),
    "mentorships:entry": Page("Дневник: исправить запись наставника", "-----y----", "entry"),
    "mentorships:start": Page("Пара: начать без приказа", COORDINATOR, "confirmed"),
    "mentorships:pause": Page("Пара: пауза", COORDINATOR, "pair"),
    "mentorships:resume": Page("Пара: продолжить", COORDINATOR, "pair"),
    "mentorships:end": Page("Пара: завершить", COORDINATOR, "pair"),
    "mentorships:decline": Page("Пара: не состоится", COORDINATOR, "confirmed"),
    "mentorships:acquaintance": Page("Пара: знакомство", COORDINATOR, "pair"),
    "mentorships:proposal": Page("Предложение пары: вопрос наставляемому", "------y---", "question_mentee"),
    "mentorships:proposal of the mentor": Page("Предложение пары: вопрос наставнику", "-----y----", "question_mentor"),
    "mentorships:proposal of the guardian": Page(
        "Предложение пары: вопрос родителю", "-------y--", "question_guardian"
    ),
    "mentorships:enter_papers": Page("Пары, которые ждут: ответы с бумаги", COORDINATOR),
    "mentorships:enter_paper": Page("Предложение пары: ответ с бумаги", COORDINATOR, "question_mentee"),
    # Documents
    "documents:index": Page("Документы", "-yy--yyy--"),
    "documents:new": Page("Новый документ: какая бумага нужна", COORDINATOR),
    "documents:prepare": Page("Новый документ: подготовить", COORDINATOR, "paper_to_prepare"),
    "documents:order": Page("Приказ: подготовить", COORDINATOR, "module"),
    "documents:certificates": Page("Сертификаты: выдать", COORDINATOR),
    "documents:batches": Page("Много документов сразу", COORDINATOR),
    "documents:batch_new": Page("Много документов: подготовить", COORDINATOR),
    "documents:gather": Page("Много документов: собрать архив и файл для печати", COORDINATOR),
    "documents:batch": Page("Много документов: ход и итог", COORDINATOR, "batch"),
    "documents:batch_archive": Page("Много документов: архив", COORDINATOR, "batch"),
    "documents:batch_print": Page("Много документов: файл для печати", COORDINATOR, "batch"),
    "documents:templates": Page("Образцы документов", COORDINATOR),
    "documents:template": Page("Образец документа: поля, загрузка своего", COORDINATOR, "paper_kind"),
    "documents:template_ours": Page("Образец документа: скачать наш", COORDINATOR, "paper_kind"),
    "documents:template_own": Page("Образец документа: скачать свой", COORDINATOR, "paper_kind"),
    "documents:stop_template": Page("Образец документа: вернуться к нашему", COORDINATOR, "paper_kind"),
    "documents:grounds": Page("Справочник актов", COORDINATOR),
    "documents:seed_grounds": Page("Справочник актов: взять готовый", COORDINATOR),
    "documents:ground": Page("Акт: исправить", COORDINATOR, "ground"),
    "documents:remove_ground": Page("Акт: убрать из бумаг", COORDINATOR, "ground"),
    "documents:document": Page("Документ: сертификат наставляемого", "-yy--?yy--", "certificate_mentee"),
    "documents:document of an order": Page("Документ: приказ", "-yy--???--", "order_issued"),
    "documents:document of the mentor": Page("Документ: сертификат наставника", "-yy--y??--", "certificate_mentor"),
    "documents:docx": Page("Приказ, файл DOCX", "-yy--???--", "order_issued"),
    "documents:pdf": Page("Сертификат наставляемого, файл PDF", "-yy--?yy--", "certificate_mentee"),
    "documents:edit": Page("Документ: номер, дата, ответы", COORDINATOR, "order_draft"),
    "documents:names": Page("Документ: имена в падежах", COORDINATOR, "order_draft"),
    "documents:section": Page("Документ: слова раздела", COORDINATOR, "section"),
    "documents:restore_section": Page("Документ: вернуть текст программы", COORDINATOR, "section"),
    "documents:add_appendix": Page("Документ: приложить", COORDINATOR, "order_draft", posts=NAMES_NOTHING),
    "documents:refresh": Page("Документ: собрать текст заново", COORDINATOR, "order_draft"),
    "documents:submit": Page("Документ: отправить руководителю", COORDINATOR, "order_draft"),
    "documents:issue": Page("Документ: выпустить без подписи руководителя", COORDINATOR, "order_draft"),
    "documents:discard": Page("Документ: удалить проект", COORDINATOR, "order_draft"),
    "documents:new_edition": Page("Документ: исправить новой редакцией", COORDINATOR, "order_issued"),
    "documents:approve": Page("Документ: утвердить", HEAD, "order_submitted"),
    "documents:send_back": Page("Документ: вернуть с замечанием", HEAD, "order_submitted"),
    "documents:revoke": Page("Документ: отменить", HEAD, "order_issued"),
    # Reports
    "monitoring:index": Page("Отчёты", LEADS),
    "monitoring:report": Page("Отчёт о программе", LEADS, "programme"),
    "monitoring:paper": Page("Отчёт: выпустить бумагу", LEADS, "programme"),
    # State of the server
    "operations:state": Page("Состояние сервера и копии", ADMINISTRATOR),
    "operations:backup": Page("Сделать копию", ADMINISTRATOR),
    # Public
    "public:programme": Page("О программе, по ссылке или с плаката", PUBLIC, "page"),
    "public:apply_by_code": Page("Заявка по коду с афиши", PUBLIC),
    "public:apply_continue": Page("Заявка: продолжить по своему коду", PUBLIC),
    "public:apply": Page("Заявка по ссылке: начать", PUBLIC, "intake_token"),
    "public:apply_page": Page("Заявка: один вопрос", PUBLIC, "intake_page"),
    "public:apply_check": Page("Заявка: проверить и отправить", PUBLIC, "intake_token"),
    "public:apply_sent": Page("Заявка: что дальше", PUBLIC, "intake_token"),
    "public:apply_code": Page("Заявка: код, чтобы продолжить", PUBLIC, "intake_token"),
    "public:apply_withdraw": Page("Заявка: передумать", PUBLIC, "intake_token"),
    "public:apply_withdrawn": Page("Заявка: отозвана", PUBLIC, "intake_token"),
    "public:consent": Page("Согласие по личной ссылке", PUBLIC, "consent_link"),
    "public:consent_sheet": Page("Лист согласия по личной ссылке", PUBLIC, "consent_link"),
    "public:check": Page("Проверка сертификата", PUBLIC),
    "public:check_code": Page("Проверка сертификата по ссылке", PUBLIC, "code"),
}


def name_of(key: str) -> str:
    """The name of the address that a key of PAGES stands for."""
    return key.partition(" ")[0]
