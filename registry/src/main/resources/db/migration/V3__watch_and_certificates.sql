-- Whether sources are as they used to be, and a signed certificate for every pull that stored
-- anything.

-- Watch ----------------------------------------------------------------------------------------

create sequence alarm_number increment by 1;
create table alarm (
  id           bigint      primary key,
  source       text        not null,
  kind         text        not null,
  subject      text        not null, -- a column or a delivery; empty if the source as a whole
  detail       text        not null,
  pull_id      bigint,               -- with which pull it began, where pulls show it
  raised_at    timestamptz not null,
  seen_at      timestamptz not null, -- when it was last found to hold
  cleared_at   timestamptz,
  accepted_at  timestamptz,
  accepted_by  text,
  accepted_why text,
  constraint an_accepted_alarm_names_who_and_why
    check ((accepted_at is null) = (accepted_by is null)
       and (accepted_at is null) = (accepted_why is null))
);
create unique index an_alarm_is_raised_once on alarm (source, kind, subject)
  where cleared_at is null;
create index alarm_by_source on alarm (source, id);

-- What rows looked like over a stretch of pulls: names of columns and counts of codes, no values.
create sequence source_profile_number increment by 1;
create table source_profile (
  id          bigint      primary key,
  source      text        not null,
  kind        text        not null check (kind in ('WHOLE', 'CHANGES')),
  standing    text        not null check (standing in ('GROWING', 'USUAL', 'UNUSUAL')),
  first_pull  bigint      not null,
  last_pull   bigint      not null,
  profile     text        not null,
  recorded_at timestamptz not null
);
create index source_profile_by_source on source_profile (source, kind, id);
create unique index one_profile_grows on source_profile (source, kind) where standing = 'GROWING';

-- What came in of a source on a day, and when news last came.
create index pull_page_by_time on pull_page (source, recorded_at);
create index pull_page_with_news on pull_page (source, recorded_at)
  where fresh + changed + withdrawn > 0;

-- Certificates ---------------------------------------------------------------------------------

-- Everything was read again.
alter table pull add column from_start boolean not null default false;
-- Signed, or found to need no certificate.
alter table pull add column certified boolean not null default false;
update pull set certified = true;
create index pull_uncertified on pull (source, id) where not certified;

-- Outlives the page: a digest over the digests of its rows, in their order.
create table page_digest (
  page_id  bigint primary key,
  pull_id  bigint not null,
  rows_sm3 bytea  not null
);
create index page_digest_by_pull on page_digest (pull_id, page_id);

create table certificate (
  source      text        not null,
  number      bigint      not null,
  pull_id     bigint      not null unique,
  content     text        not null, -- exactly what was signed
  hash        bytea       not null,
  key_id      text        not null,
  signature   text        not null,
  recorded_at timestamptz not null,
  primary key (source, number)
);
