"""The database itself keeps two adults with every child, and keeps what was said.

Decision 0020 (docs/decisions) says why. On PostgreSQL the rule is looked at when the transaction ends; SQLite knows no
such trigger and looks after every row: adults come before the child and go after it.
"""

from django.db import migrations

MEMBER = "conversations_channelmember"
OPEN = f"SELECT 1 FROM {MEMBER} m WHERE m.channel_id = %s AND m.left_at IS NULL"
TWO_ADULTS = "conversations: a child in a channel without two adults"
NOT_GROWN_UP = "conversations: a child is called an adult"
NOT_A_MEMBER = "conversations: the author is not in the channel"
KEPT = "conversations: what was said is kept"
# The one change of words: an erasure takes them away, or a name out of them (domain/privacy).
ERASED = "[данные удалены]"

# Broken, as a condition over the channel %s: a child is in it, and two adults or the second adult are not.
BROKEN = (
    f"EXISTS ({OPEN} AND m.is_child) AND ("
    f"(SELECT count(*) FROM {MEMBER} m WHERE m.channel_id = %s AND m.left_at IS NULL AND NOT m.is_child) < 2"
    f" OR NOT EXISTS ({OPEN} AND m.role = 'watcher' AND NOT m.is_child))"
)


def broken(channel):
    return BROKEN.replace("%s", channel)


SQLITE = [
    f"""CREATE TRIGGER conversations_two_adults_{name} AFTER {event} ON {MEMBER} FOR EACH ROW BEGIN
    SELECT RAISE(ABORT, '{TWO_ADULTS}') WHERE {broken(f"{row}.channel_id")}; END"""
    for name, event, row in (("come", "INSERT", "NEW"), ("change", "UPDATE", "NEW"), ("go", "DELETE", "OLD"))
] + [
    f"""CREATE TRIGGER conversations_member_stays BEFORE UPDATE OF channel_id, person_id ON {MEMBER} FOR EACH ROW
    WHEN NEW.channel_id <> OLD.channel_id OR NEW.person_id <> OLD.person_id BEGIN
    SELECT RAISE(ABORT, '{KEPT}'); END""",
    *(
        f"""CREATE TRIGGER conversations_grown_up_{name} BEFORE {event} ON {MEMBER} FOR EACH ROW WHEN NOT NEW.is_child
    AND EXISTS (SELECT 1 FROM people_person p WHERE p.id = NEW.person_id
                AND p.birth_date > date(NEW.joined_at, '-18 years', '+1 day')) {still} BEGIN
    SELECT RAISE(ABORT, '{NOT_GROWN_UP}'); END"""
        for name, event, still in (("come", "INSERT", ""), ("change", "UPDATE OF is_child", "AND OLD.is_child"))
    ),
    f"""CREATE TRIGGER conversations_author_is_in BEFORE INSERT ON conversations_message FOR EACH ROW
    WHEN NOT EXISTS ({OPEN.replace("%s", "NEW.channel_id")} AND m.person_id = NEW.author_id) BEGIN
    SELECT RAISE(ABORT, '{NOT_A_MEMBER}'); END""",
    f"""CREATE TRIGGER conversations_message_kept BEFORE UPDATE OF channel_id, author_id, sent_at
    ON conversations_message FOR EACH ROW
    WHEN NEW.channel_id <> OLD.channel_id OR NEW.author_id <> OLD.author_id OR NEW.sent_at <> OLD.sent_at BEGIN
    SELECT RAISE(ABORT, '{KEPT}'); END""",
    f"""CREATE TRIGGER conversations_words_kept BEFORE UPDATE OF text, message_id, number, written_at
    ON conversations_messageversion FOR EACH ROW
    WHEN (NEW.text <> OLD.text AND NEW.text <> '' AND instr(NEW.text, '{ERASED}') = 0)
    OR NEW.message_id <> OLD.message_id OR NEW.number <> OLD.number
    OR NEW.written_at <> OLD.written_at BEGIN
    SELECT RAISE(ABORT, '{KEPT}'); END""",
    *(
        f"""CREATE TRIGGER {table}_stays BEFORE DELETE ON {table} FOR EACH ROW BEGIN
    SELECT RAISE(ABORT, '{KEPT}'); END"""
        for table in ("conversations_message", "conversations_messageversion")
    ),
]
SQLITE_NAMES = [statement.split()[2] for statement in SQLITE]

POSTGRESQL = f"""
CREATE FUNCTION conversations_two_adults() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE place bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.channel_id ELSE NEW.channel_id END;
BEGIN
    -- Two who leave one channel at once wait for each other: each counts what the other left.
    PERFORM 1 FROM conversations_channel WHERE id = place FOR UPDATE;
    IF {broken("place")} THEN
        RAISE EXCEPTION '{TWO_ADULTS}' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER conversations_two_adults AFTER INSERT OR UPDATE OR DELETE ON {MEMBER}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION conversations_two_adults();

CREATE FUNCTION conversations_member_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.channel_id <> OLD.channel_id OR NEW.person_id <> OLD.person_id THEN
            RAISE EXCEPTION '{KEPT}' USING ERRCODE = 'check_violation';
        END IF;
        IF NOT OLD.is_child THEN
            RETURN NEW;
        END IF;
    END IF;
    IF NOT NEW.is_child AND EXISTS (
        SELECT 1 FROM people_person p WHERE p.id = NEW.person_id
        AND p.birth_date > ((NEW.joined_at AT TIME ZONE 'UTC')::date - interval '18 years' + interval '1 day')::date
    ) THEN
        RAISE EXCEPTION '{NOT_GROWN_UP}' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER conversations_member_holds BEFORE INSERT OR UPDATE ON {MEMBER}
    FOR EACH ROW EXECUTE FUNCTION conversations_member_holds();

CREATE FUNCTION conversations_author_is_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS ({OPEN.replace("%s", "NEW.channel_id")} AND m.person_id = NEW.author_id) THEN
        RAISE EXCEPTION '{NOT_A_MEMBER}' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER conversations_author_is_in BEFORE INSERT ON conversations_message
    FOR EACH ROW EXECUTE FUNCTION conversations_author_is_in();

CREATE FUNCTION conversations_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '{KEPT}' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER conversations_message_kept BEFORE UPDATE ON conversations_message FOR EACH ROW
    WHEN (NEW.channel_id <> OLD.channel_id OR NEW.author_id <> OLD.author_id OR NEW.sent_at <> OLD.sent_at)
    EXECUTE FUNCTION conversations_kept();
CREATE TRIGGER conversations_words_kept BEFORE UPDATE ON conversations_messageversion FOR EACH ROW
    WHEN ((NEW.text <> OLD.text AND NEW.text <> '' AND position('{ERASED}' in NEW.text) = 0)
          OR NEW.message_id <> OLD.message_id
          OR NEW.number <> OLD.number OR NEW.written_at <> OLD.written_at)
    EXECUTE FUNCTION conversations_kept();
CREATE TRIGGER conversations_message_stays BEFORE DELETE ON conversations_message
    FOR EACH ROW EXECUTE FUNCTION conversations_kept();
CREATE TRIGGER conversations_messageversion_stays BEFORE DELETE ON conversations_messageversion
    FOR EACH ROW EXECUTE FUNCTION conversations_kept();
"""
POSTGRESQL_BACK = f"""
DROP TRIGGER conversations_two_adults ON {MEMBER};
DROP TRIGGER conversations_member_holds ON {MEMBER};
DROP TRIGGER conversations_author_is_in ON conversations_message;
DROP TRIGGER conversations_message_kept ON conversations_message;
DROP TRIGGER conversations_message_stays ON conversations_message;
DROP TRIGGER conversations_words_kept ON conversations_messageversion;
DROP TRIGGER conversations_messageversion_stays ON conversations_messageversion;
DROP FUNCTION conversations_two_adults();
DROP FUNCTION conversations_member_holds();
DROP FUNCTION conversations_author_is_in();
DROP FUNCTION conversations_kept();
"""


def keep(apps, schema_editor):
    """On SQLite a table that is made anew loses its triggers: a later migration of these tables keeps again."""
    if schema_editor.connection.vendor == "sqlite":
        let_go(apps, schema_editor)
        for statement in SQLITE:
            schema_editor.execute(statement, params=None)
    else:
        schema_editor.execute(POSTGRESQL, params=None)


def let_go(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name in SQLITE_NAMES:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}", params=None)
    else:
        schema_editor.execute(POSTGRESQL_BACK, params=None)


class Migration(migrations.Migration):

    dependencies = [("conversations", "0001_initial"), ("people", "0001_initial")]

    operations = [migrations.RunPython(keep, let_go, elidable=False)]
