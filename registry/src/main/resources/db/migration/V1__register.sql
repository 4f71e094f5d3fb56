-- What the hub remembers. Rows are appended and carry the time at which they were recorded; the few
-- heads that are updated in place (source_record, person, positions) can be derived from what is
-- appended. Columns that end in _sealed are SM4-GCM envelopes; columns that end in _hash are keyed
-- hashes (HMAC-SM3). No column holds a personal value in clear: docs/data-dictionary.md lists them.

-- Leadership -----------------------------------------------------------------------------------

create table leader (
  id         smallint    primary key check (id = 1),
  term       bigint      not null,
  holder     text        not null,
  until      timestamptz not null
);

-- Intake ---------------------------------------------------------------------------------------

create sequence pull_number increment by 1;
create table pull (
  id          bigint      primary key,
  source      text        not null,
  started_at  timestamptz not null,
  finished_at timestamptz,
  outcome     text        -- COMPLETE, or the kind of SourceUnavailable; null while it runs
);
create index pull_by_source on pull (source, id);

-- One row for each page applied: its watermark, and the conservation law
-- read = fresh + changed + unchanged + withdrawn + stale + quarantined.
create sequence pull_page_number increment by 50;
create table pull_page (
  id              bigint      primary key,
  pull_id         bigint      not null references pull,
  source          text        not null,
  watermark       text        not null,
  rows_read       bigint      not null,
  fresh           bigint      not null,
  changed         bigint      not null,
  unchanged       bigint      not null,
  withdrawn       bigint      not null,
  stale           bigint      not null,
  quarantined     bigint      not null,
  term            bigint      not null,
  recorded_at     timestamptz not null,
  constraint rows_are_conserved
    check (rows_read = fresh + changed + unchanged + withdrawn + stale + quarantined)
);
-- The watermark is the last page's: of the latest term, then of the latest number.
create index pull_page_by_source on pull_page (source, term, id);

create sequence quarantined_number increment by 500;
create table quarantined (
  id             bigint      primary key,
  page_id        bigint      not null references pull_page,
  source         text        not null,
  position       text        not null,
  reason         text        not null,
  field          text        not null,
  detail         text        not null,
  content_hash   bytea       not null,
  payload_sealed bytea       not null,
  recorded_at    timestamptz not null,
  constraint a_row_is_quarantined_once unique (source, content_hash, reason, field)
);

-- What a department is still to be told about rows that the hub has already committed.
create table write_back (
  page_id         bigint      primary key references pull_page,
  source          text        not null,
  outcomes        text        not null,
  attempts        int         not null,
  next_attempt_at timestamptz not null,
  last_failure    text,
  done_at         timestamptz
);
create index write_back_open on write_back (source, page_id) where done_at is null;

-- Persons --------------------------------------------------------------------------------------

create sequence person_number increment by 500;
create table person (
  id          bigint      primary key,
  public_id   text        not null unique,
  version     int         not null,
  standing    text        not null check (standing in ('ACTIVE', 'CLOSED', 'MERGED')),
  merged_into bigint      references person,
  recorded_at timestamptz not null,
  constraint only_merged_persons_redirect check ((standing = 'MERGED') = (merged_into is not null))
);

create table person_version (
  person_id       bigint      not null references person,
  version         int         not null,
  standing        text        not null,
  identity_sealed bytea       not null,
  contact_sealed  bytea       not null,
  content_hash    bytea       not null,
  recorded_at     timestamptz not null,
  primary key (person_id, version)
);

-- Source records -------------------------------------------------------------------------------

-- The head of a source record. A record stands in exactly one person, because person_id is one
-- column of the record's one row; link_event is the history behind it.
create sequence source_record_number increment by 500;
create table source_record (
  id              bigint      primary key,
  source          text        not null,
  key_hash        bytea       not null,
  current_version int         not null,
  versions        int         not null,
  presence        text        not null check (presence in ('PRESENT', 'WITHDRAWN')),
  standing        text        not null check (standing in ('LINKED', 'IN_REVIEW')),
  person_id       bigint      references person,
  number_hash     bytea,
  name_birth_hash bytea,
  recorded_at     timestamptz not null,
  constraint a_source_key_names_one_record unique (source, key_hash),
  constraint a_linked_record_stands_in_one_person
    check ((standing = 'LINKED') = (person_id is not null))
);
create index source_record_by_person on source_record (person_id);
create index source_record_by_number on source_record (number_hash) where number_hash is not null;
create index source_record_by_name_birth on source_record (name_birth_hash)
  where name_birth_hash is not null;

create table source_record_version (
  record_id        bigint      not null references source_record,
  version          int         not null,
  page_id          bigint      not null references pull_page,
  changed_at       timestamptz not null, -- the source's own time of change
  sequence         bigint      not null,
  presence         text        not null,
  stale            boolean     not null,
  content_hash     bytea       not null,
  position         text        not null,
  canonical_sealed bytea       not null,
  payload_sealed   bytea       not null,
  recorded_at      timestamptz not null,
  primary key (record_id, version)
);
-- What an applied page and those after it have touched: the index catches up by it.
create index source_record_version_by_page on source_record_version (page_id);

-- What the versions state. Only codes and spans stand here, for facts and indicators; the rest is in
-- the version's envelope.
create table statement (
  record_id      bigint      not null,
  record_version int         not null,
  ordinal        int         not null,
  kind           text        not null,
  code           text        not null,
  valid_from     date,
  valid_to       date,
  recorded_at    timestamptz not null,
  primary key (record_id, record_version, ordinal)
);

-- Decisions and links --------------------------------------------------------------------------

create table model (
  hash        text        primary key,
  content     text        not null,
  recorded_at timestamptz not null
);

create sequence decision_number increment by 500;
create table decision (
  id              bigint      primary key,
  record_id       bigint      not null references source_record,
  record_version  int         not null,
  outcome         text        not null check (outcome in ('LINK_TO', 'NEW_PERSON', 'REVIEW')),
  trigger         text,
  model_hash      text        not null references model,
  candidates      text        not null, -- records, versions, level vectors and weights; no values
  candidates_seen int         not null,
  recorded_at     timestamptz not null
);
create index decision_by_record on decision (record_id);

create sequence link_event_number increment by 500;
create table link_event (
  id          bigint      primary key,
  record_id   bigint      not null references source_record,
  person_id   bigint      not null references person,
  kind        text        not null check (kind in ('INFERRED', 'ASSERTED', 'RETRACTED')),
  decision_id bigint      references decision,
  recorded_at timestamptz not null
);
create index link_event_by_record on link_event (record_id, id);

create sequence review_case_number increment by 50;
create table review_case (
  id             bigint      primary key,
  public_id      text        not null unique,
  record_id      bigint      not null references source_record,
  decision_id    bigint      not null references decision,
  trigger        text        not null,
  standing       text        not null check (standing in ('OPEN', 'CLOSED')),
  recorded_at    timestamptz not null,
  closed_at      timestamptz,
  closing_reason text
);
create unique index a_record_has_one_open_case on review_case (record_id)
  where standing = 'OPEN';

-- One ordered row for each person that a transaction touched.
create sequence person_change_number increment by 500;
create table person_change (
  id             bigint      primary key,
  person_id      bigint      not null references person,
  person_version int         not null,
  kind           text        not null check (kind in ('UPSERTED', 'MERGED', 'SPLIT')),
  cause          text        not null,
  page_id        bigint      references pull_page,
  model_hash     text        not null,
  recorded_at    timestamptz not null,
  foreign key (person_id, person_version) references person_version
);

-- Feeds ----------------------------------------------------------------------------------------

create table sharing_policy (
  hash        text        primary key,
  subscriber  text        not null,
  content     text        not null,
  recorded_at timestamptz not null
);

create table subscriber (
  name          text   primary key,
  policy_hash   text   references sharing_policy, -- null: no longer configured, told nothing more
  next_sequence bigint not null,
  sent_through  bigint not null,
  taken_through bigint not null,
  constraint positions_are_ordered
    check (taken_through <= sent_through and sent_through < next_sequence)
);

create table fan_out_position (
  id        smallint primary key check (id = 1),
  change_id bigint   not null
);
insert into fan_out_position values (1, 0);

create table feed_entry (
  subscriber     text        not null references subscriber,
  sequence       bigint      not null,
  change_id      bigint      not null references person_change,
  person_id      bigint      not null references person,
  person_version int         not null,
  kind           text        not null,
  policy_hash    text        not null,
  recorded_at    timestamptz not null,
  primary key (subscriber, sequence),
  constraint a_change_reaches_a_subscriber_once unique (subscriber, change_id)
);
create index feed_entry_by_person on feed_entry (person_id, subscriber);

create table acknowledgement (
  subscriber  text        not null references subscriber,
  through     bigint      not null,
  recorded_at timestamptz not null,
  primary key (subscriber, through)
);

-- Audit ----------------------------------------------------------------------------------------

create table audit_entry (
  number      bigint      primary key,
  actor       text        not null,
  action      text        not null,
  object      text        not null,
  detail      text        not null,
  previous    bytea       not null,
  hash        bytea       not null,
  recorded_at timestamptz not null
);
