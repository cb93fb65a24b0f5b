/** Each step is run once, in order; `user_version` tells how far a database is. Never change a step that has shipped. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE session (
     channel TEXT NOT NULL,
     conversation TEXT NOT NULL,
     version INTEGER NOT NULL,
     json TEXT NOT NULL,
     saved_at INTEGER NOT NULL,
     PRIMARY KEY (channel, conversation)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE delivery (
     mark TEXT PRIMARY KEY,
     channel TEXT,
     conversation TEXT,
     replies_json TEXT NOT NULL,
     sent INTEGER NOT NULL DEFAULT 0,
     handled_at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE health (id INTEGER PRIMARY KEY, checked_at INTEGER NOT NULL) STRICT;
   CREATE INDEX delivery_conversation ON delivery (channel, conversation);
   CREATE INDEX delivery_handled_at ON delivery (handled_at);`,
  // A forgotten activity keeps its place and its mark without its words: it is still known when it comes again.
  `CREATE TABLE logged_conversation (
     channel TEXT NOT NULL,
     conversation TEXT NOT NULL,
     last INTEGER NOT NULL,
     ended INTEGER NOT NULL,
     used_at INTEGER NOT NULL,
     PRIMARY KEY (channel, conversation)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX logged_conversation_used_at ON logged_conversation (used_at);
   CREATE TABLE activity (
     channel TEXT NOT NULL,
     conversation TEXT NOT NULL,
     number INTEGER NOT NULL,
     mark TEXT NOT NULL,
     json TEXT NOT NULL,
     PRIMARY KEY (channel, conversation, number),
     UNIQUE (channel, conversation, mark)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE feedback (
     mark TEXT NOT NULL,
     topic TEXT NOT NULL,
     level TEXT NOT NULL,
     verdict TEXT NOT NULL,
     voted_at INTEGER NOT NULL,
     PRIMARY KEY (mark, topic)
   ) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE shown_answer (
     mark TEXT PRIMARY KEY,
     topics_json TEXT NOT NULL,
     level TEXT NOT NULL,
     shown_at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX shown_answer_shown_at ON shown_answer (shown_at);
   CREATE TABLE counted_vote (
     mark TEXT PRIMARY KEY,
     counted_at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX counted_vote_counted_at ON counted_vote (counted_at);`,
  // The marks of deliveries name no conversation any more; what is to be sent stands in the outbox until it was.
  `CREATE TABLE handled (mark TEXT PRIMARY KEY, handled_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
   INSERT INTO handled SELECT mark, handled_at FROM delivery;
   DROP TABLE delivery;
   CREATE INDEX handled_at ON handled (handled_at);
   CREATE TABLE outbox (
     mark TEXT PRIMARY KEY,
     channel TEXT NOT NULL,
     conversation TEXT NOT NULL,
     kind TEXT NOT NULL,
     json TEXT NOT NULL,
     due INTEGER NOT NULL,
     failures INTEGER NOT NULL DEFAULT 0
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX outbox_due ON outbox (due);
   CREATE INDEX outbox_conversation ON outbox (channel, conversation);
   CREATE TABLE plan (
     channel TEXT NOT NULL,
     conversation TEXT NOT NULL,
     json TEXT NOT NULL,
     kept_until INTEGER NOT NULL,
     PRIMARY KEY (channel, conversation)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX plan_kept_until ON plan (kept_until);
   CREATE INDEX session_saved_at ON session (saved_at);
   CREATE TABLE switched_off (what TEXT PRIMARY KEY, since INTEGER NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE question (
     id INTEGER PRIMARY KEY,
     text TEXT NOT NULL,
     decision TEXT NOT NULL,
     topics_json TEXT NOT NULL,
     level TEXT NOT NULL,
     day TEXT NOT NULL
   ) STRICT;
   CREATE INDEX question_day ON question (day);
   DELETE FROM shown_answer;
   ALTER TABLE shown_answer ADD COLUMN place TEXT NOT NULL DEFAULT '';
   CREATE INDEX shown_answer_place ON shown_answer (place);`,
];
