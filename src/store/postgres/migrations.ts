/**
 * Each step is run once, in order; `store_version` tells how far a database is. Never change a step that has shipped. While
 * one process migrates, older ones still run: a step leaves them the tables and functions that they use.
 *
 * Every transaction takes its rows in this order, so that no two wait for each other: logged_conversation, session, plan,
 * outbox (deleted), activity, handled, outbox (added). What cleans up skips rows that another holds.
 */
export const MIGRATIONS: readonly string[] = [
  // What every message changes has no index on its moment: its rows are then changed in place, and cleaning up may read all.
  `CREATE TABLE session (
     channel text,
     conversation text,
     version integer NOT NULL,
     json text NOT NULL,
     saved_at timestamptz NOT NULL,
     PRIMARY KEY (channel, conversation)
   ) WITH (fillfactor = 70);
   CREATE TABLE plan (
     channel text,
     conversation text,
     json text NOT NULL,
     kept_until timestamptz NOT NULL,
     PRIMARY KEY (channel, conversation)
   );
   CREATE INDEX plan_kept_until ON plan (kept_until);
   CREATE TABLE handled (mark text PRIMARY KEY, handled_at timestamptz NOT NULL);
   CREATE INDEX handled_at ON handled (handled_at);
   CREATE TABLE outbox (
     mark text PRIMARY KEY,
     channel text NOT NULL,
     conversation text NOT NULL,
     kind text NOT NULL,
     json text NOT NULL,
     due timestamptz NOT NULL,
     failures integer NOT NULL DEFAULT 0
   );
   CREATE INDEX outbox_due ON outbox (due);
   CREATE INDEX outbox_conversation ON outbox (channel, conversation);
   CREATE TABLE logged_conversation (
     channel text,
     conversation text,
     last integer NOT NULL DEFAULT 0,
     ended boolean NOT NULL DEFAULT false,
     used_at timestamptz NOT NULL,
     PRIMARY KEY (channel, conversation)
   ) WITH (fillfactor = 70);
   CREATE TABLE activity (
     channel text,
     conversation text,
     number integer,
     mark text NOT NULL,
     json text NOT NULL,
     PRIMARY KEY (channel, conversation, number),
     UNIQUE (channel, conversation, mark)
   );
   CREATE TABLE feedback (
     mark text,
     topic text,
     level text NOT NULL,
     verdict text NOT NULL,
     voted_at timestamptz NOT NULL,
     PRIMARY KEY (mark, topic)
   );
   CREATE TABLE shown_answer (
     mark text PRIMARY KEY,
     topics text[] NOT NULL,
     level text NOT NULL,
     place text NOT NULL,
     shown_at timestamptz NOT NULL
   );
   CREATE INDEX shown_answer_shown_at ON shown_answer (shown_at);
   CREATE INDEX shown_answer_place ON shown_answer (place);
   CREATE TABLE counted_vote (mark text PRIMARY KEY, counted_at timestamptz NOT NULL);
   CREATE INDEX counted_vote_counted_at ON counted_vote (counted_at);
   CREATE TABLE question (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     text text NOT NULL,
     decision text NOT NULL,
     topics text[] NOT NULL,
     level text NOT NULL,
     day text NOT NULL
   );
   CREATE INDEX question_day ON question (day);
   CREATE TABLE switched_off (what text PRIMARY KEY, since timestamptz NOT NULL);
   CREATE TABLE health (id integer PRIMARY KEY, checked_at timestamptz NOT NULL);

   -- Sealed text does not get smaller.
   ALTER TABLE session ALTER COLUMN json SET STORAGE EXTERNAL;
   ALTER TABLE plan ALTER COLUMN json SET STORAGE EXTERNAL;
   ALTER TABLE outbox ALTER COLUMN json SET STORAGE EXTERNAL;
   ALTER TABLE activity ALTER COLUMN json SET STORAGE EXTERNAL;

   -- A first turn has no row to wait for: forgetting beside it would take some of what it saves and leave the rest.
   CREATE FUNCTION one_writer(of_channel text, of_conversation text) RETURNS void LANGUAGE sql AS $$
     SELECT pg_advisory_xact_lock(1, hashtext(of_channel || ' ' || of_conversation))
   $$;

   CREATE FUNCTION note_delivery(
     of_channel text, of_conversation text, delivery_mark text, outgoing_json text, outgoing_due timestamptz
   ) RETURNS void LANGUAGE plpgsql AS $$
   BEGIN
     IF delivery_mark IS NULL THEN RETURN; END IF;
     INSERT INTO handled (mark, handled_at) VALUES (delivery_mark, now()) ON CONFLICT DO NOTHING;
     INSERT INTO outbox (mark, channel, conversation, kind, json, due)
     VALUES (delivery_mark, of_channel, of_conversation, 'replies', outgoing_json, outgoing_due)
     ON CONFLICT DO NOTHING;
   END $$;

   CREATE FUNCTION save_turn(
     of_channel text, of_conversation text, expected integer, session_json text,
     delivery_mark text, outgoing_json text, outgoing_due timestamptz,
     replaces_plan boolean, plan_json text, plan_until timestamptz,
     reminder_marks text[], reminder_jsons text[], reminder_dues timestamptz[]
   ) RETURNS boolean LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM one_writer(of_channel, of_conversation);
     -- Handled before, and forgotten since: the version alone would not tell.
     IF EXISTS (SELECT FROM handled WHERE mark = delivery_mark) THEN RETURN false; END IF;
     IF expected = 0 THEN
       INSERT INTO session (channel, conversation, version, json, saved_at)
       VALUES (of_channel, of_conversation, 1, session_json, now())
       ON CONFLICT DO NOTHING;
     ELSE
       UPDATE session SET version = version + 1, json = session_json, saved_at = now()
       WHERE channel = of_channel AND conversation = of_conversation AND version = expected;
     END IF;
     IF NOT FOUND THEN RETURN false; END IF;
     IF replaces_plan THEN
       DELETE FROM plan WHERE channel = of_channel AND conversation = of_conversation;
       DELETE FROM outbox WHERE channel = of_channel AND conversation = of_conversation AND kind = 'reminder';
     END IF;
     IF plan_json IS NOT NULL THEN
       INSERT INTO plan (channel, conversation, json, kept_until)
       VALUES (of_channel, of_conversation, plan_json, plan_until)
       ON CONFLICT (channel, conversation) DO UPDATE SET json = EXCLUDED.json, kept_until = EXCLUDED.kept_until;
     END IF;
     PERFORM note_delivery(of_channel, of_conversation, delivery_mark, outgoing_json, outgoing_due);
     IF plan_json IS NOT NULL THEN
       INSERT INTO outbox (mark, channel, conversation, kind, json, due)
       SELECT reminder.mark, of_channel, of_conversation, 'reminder', reminder.json, reminder.due
       FROM unnest(reminder_marks, reminder_jsons, reminder_dues) AS reminder (mark, json, due)
       ON CONFLICT DO NOTHING;
     END IF;
     RETURN true;
   END $$;

   CREATE FUNCTION forget_conversation(
     of_channel text, of_conversation text, delivery_mark text, outgoing_json text, outgoing_due timestamptz
   ) RETURNS void LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM one_writer(of_channel, of_conversation);
     -- What is being said at this moment is waited for, so that it is forgotten too.
     PERFORM FROM logged_conversation WHERE channel = of_channel AND conversation = of_conversation FOR UPDATE;
     DELETE FROM session WHERE channel = of_channel AND conversation = of_conversation;
     DELETE FROM plan WHERE channel = of_channel AND conversation = of_conversation;
     DELETE FROM outbox WHERE channel = of_channel AND conversation = of_conversation;
     -- A forgotten activity keeps its place and its mark without its words: it is still known when it comes again.
     UPDATE activity SET json = '' WHERE channel = of_channel AND conversation = of_conversation AND json <> '';
     PERFORM note_delivery(of_channel, of_conversation, delivery_mark, outgoing_json, outgoing_due);
   END $$;

   CREATE FUNCTION append_activity(
     of_channel text, of_conversation text, new_mark text, new_json text, kept integer,
     OUT kind text, OUT place integer, OUT added boolean
   ) LANGUAGE plpgsql AS $$
   DECLARE
     last_place integer;
     has_ended boolean;
   BEGIN
     -- From here on nobody else adds to this conversation, so that numbers have no gaps.
     SELECT last, ended INTO last_place, has_ended FROM logged_conversation
     WHERE channel = of_channel AND conversation = of_conversation FOR UPDATE;
     IF NOT FOUND THEN
       kind := 'unknown';
       RETURN;
     END IF;
     SELECT number INTO place FROM activity
     WHERE channel = of_channel AND conversation = of_conversation AND mark = new_mark;
     IF FOUND THEN
       kind := 'placed';
       added := false;
       RETURN;
     END IF;
     IF has_ended THEN
       kind := 'ended';
       RETURN;
     END IF;
     kind := 'placed';
     place := last_place + 1;
     added := true;
     UPDATE logged_conversation SET last = place, used_at = now()
     WHERE channel = of_channel AND conversation = of_conversation;
     INSERT INTO activity (channel, conversation, number, mark, json)
     VALUES (of_channel, of_conversation, place, new_mark, new_json);
     IF place > kept THEN
       DELETE FROM activity WHERE channel = of_channel AND conversation = of_conversation AND number <= place - kept;
     END IF;
   END $$;

   CREATE FUNCTION delete_unused_conversations(
     unused_since timestamptz, silent_since timestamptz, at_once integer
   ) RETURNS integer LANGUAGE plpgsql AS $$
   DECLARE
     gone record;
     deleted integer := 0;
   BEGIN
     FOR gone IN
       SELECT channel, conversation FROM logged_conversation
       WHERE used_at < unused_since OR (last <= 1 AND used_at < silent_since)
       LIMIT at_once FOR UPDATE SKIP LOCKED
     LOOP
       DELETE FROM session WHERE channel = gone.channel AND conversation = gone.conversation;
       DELETE FROM plan WHERE channel = gone.channel AND conversation = gone.conversation;
       DELETE FROM outbox WHERE channel = gone.channel AND conversation = gone.conversation;
       DELETE FROM activity WHERE channel = gone.channel AND conversation = gone.conversation;
       DELETE FROM logged_conversation WHERE channel = gone.channel AND conversation = gone.conversation;
       deleted := deleted + 1;
     END LOOP;
     RETURN deleted;
   END $$;`,
];
