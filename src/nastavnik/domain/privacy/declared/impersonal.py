"""Tables that hold nothing about a person, each with the reason; and where a name may stand in free words."""

from nastavnik.domain.privacy.declared.shape import Impersonal

LAW = "lists of the institution"
WORK = "work of the server: ids and codes"
PLAN = "the institution's own plan"
TRAIL = "a trail of ids and field names"

CORE = (
    Impersonal("core.Job", WORK),
    Impersonal("core.AuditEntry", TRAIL),
    Impersonal("core.Submission", WORK),
    Impersonal("people.SignInAttempt", "keyed digests only, two days"),
    Impersonal("files.StoredFile", "a file belongs to the row that points to it and goes with it", ("title",)),
)
ORGANISATIONS = (
    Impersonal("organisations.Territory", LAW),
    Impersonal("organisations.Organisation", "the institution itself"),
    Impersonal("organisations.AcademicYear", LAW),
    Impersonal("organisations.StudyGroup", LAW),
    Impersonal("organisations.Partner", "another institution; who signs for it is named in its office"),
    Impersonal("organisations.Holiday", LAW),
    Impersonal("notifications.QuietHours", LAW),
    Impersonal("scheduling.LessonHours", LAW),
    Impersonal("people.Promotion", "numbers of rows and counts of a promotion of classes"),
)
PROGRAMMES = (
    Impersonal("programmes.MentoringFormat", LAW),
    Impersonal("programmes.RoleModel", LAW),
    Impersonal("programmes.CatalogueEntry", LAW),
    Impersonal("programmes.Programme", PLAN, ("title", "goal", "note", "first_needs")),
    Impersonal("programmes.Module", PLAN, ("title", "note", "aim")),
    Impersonal("programmes.RadarSetting", "how often meetings were waited for, in numbers"),
    Impersonal("programmes.ModuleEntry", PLAN, ("text",)),
    Impersonal("programmes.ProgrammeStaff", "who works on a programme: an account, without a name"),
    Impersonal("programmes.ProgrammeStateChange", PLAN, ("note",)),
    Impersonal("programmes.InformationPage", PLAN, ("text", "contact")),
    Impersonal("programmes.PageAnswer", "no name is asked", ("wish",)),
    Impersonal("programmes.NewsItem", "news of a programme; whom it may name is asked", ("title", "text")),
    Impersonal("programmes.NewsItemStateChange", PLAN, ("note",)),
    Impersonal("programmes.SiteExport", "keyed digests of whom a page on another site names"),
    Impersonal("programmes.Topic", "subjects and skills; one that nobody uses any more goes", ("title",)),
    Impersonal("programmes.Stage", PLAN, ("title",)),
    Impersonal("programmes.RoadmapItem", PLAN, ("title", "task", "responsible", "result", "document")),
    Impersonal("programmes.RoadmapEvidence", PLAN),
)
PAIRS = (
    Impersonal("mentorships.Pause", "days of a pair"),
    Impersonal("conversations.Channel", "whose conversation it is; who is in it stands in its members"),
    Impersonal("conversations.ApprovedLink", "addresses that were let through", ("address",)),
    Impersonal("support.SupportRule", "how often pairs are talked to"),
    Impersonal("matching.MatchRun", "numbers and ids", ("reports",)),
    Impersonal("matching.MatchRunStateChange", WORK, ("note",)),
    Impersonal("matching.GroupMeeting", PLAN, ("title", "place")),
    Impersonal("matching.GroupMeetingStateChange", WORK, ("note",)),
)
LISTS = (
    Impersonal("exchange.SavedMapping", "headings of lists"),
    Impersonal("exchange.PeopleImport", "the file goes when the import ends", ("file_name",)),
    Impersonal("exchange.PeopleImportStateChange", WORK, ("note",)),
)
INTAKE = (
    Impersonal("consents.ConsentText", "what is signed, without anybody"),
    Impersonal("questionnaires.Questionnaire", LAW, ("title",)),
    Impersonal("questionnaires.QuestionnaireVersion", "what is asked"),
    Impersonal("questionnaires.QuestionnaireVersionStateChange", WORK, ("note",)),
    Impersonal("library.Memo", LAW, ("title", "body")),
    Impersonal("library.MemoFile", LAW),
    Impersonal("library.Theme", PLAN, ("title", "note")),
    Impersonal("library.ApprovedSite", "sites to which links of the library may lead"),
    Impersonal("events.Course", PLAN, ("title",)),
    Impersonal("events.Event", PLAN, ("title", "place", "note", "practical_task", "expected_result")),
    Impersonal("events.EventMaterial", PLAN),
    Impersonal("events.ProgrammePoint", PLAN, ("title", "who")),
    Impersonal("events.OutsideGuest", "guests who are no people of the institution, named for a month", ("name",)),
    Impersonal("events.EventStateChange", WORK, ("note",)),
    Impersonal("intake.Intake", PLAN, ("greeting", "contact")),
    Impersonal("monitoring.Survey", PLAN, ("title",)),
    Impersonal("monitoring.SurveyWave", PLAN),
    Impersonal("monitoring.SurveyWaveStateChange", WORK, ("note",)),
)
PAPERS = (
    Impersonal("documents.OwnTemplate", "an institution's form without names"),
    Impersonal("documents.DocumentMentorship", "which pairs a paper is about"),
    Impersonal("documents.PaperBatch", "its files are copies of papers: they go with the first erased of them"),
    Impersonal("documents.BatchDocument", WORK),
    Impersonal("documents.PaperBatchStateChange", WORK, ("note",)),
    Impersonal("documents.LegalGround", LAW),
)
PRIVACY = (
    Impersonal("privacy.DataRequestStateChange", TRAIL, ("note",)),
    Impersonal("privacy.ErasureAct", "a number in place of the name"),
    Impersonal("privacy.RetentionRule", LAW),
)
IMPERSONAL = (*CORE, *ORGANISATIONS, *PROGRAMMES, *PAIRS, *LISTS, *INTAKE, *PAPERS, *PRIVACY)
