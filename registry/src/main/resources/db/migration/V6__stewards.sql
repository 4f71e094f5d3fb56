-- What stewards decide about identity, and what the machine must keep to because of it.

-- Decisions of stewards --------------------------------------------------------------------------

-- Appended. That one is undone is said by another that undoes it.
create sequence case_decision_number increment by 1;
create table case_decision (
  id          bigint      primary key,
  kind        text        not null check (kind in ('SAME', 'DIFFERENT', 'SPLIT', 'MERGE', 'UNDO')),
  case_id     bigint      references review_case,
  author      text        not null,
  reason      text        not null,
  seen        text        not null, -- numbers and versions of the records and persons it was about
  touched     text        not null, -- which records and persons moved from where to where; numbers
  undoes      bigint      references case_decision,
  recorded_at timestamptz not null,
  constraint only_an_undo_undoes check ((kind = 'UNDO') = (undoes is not null)),
  constraint a_decision_is_undone_once unique (undoes)
);
create index case_decision_by_case on case_decision (case_id) where case_id is not null;

-- What a decision touched, to find those that stand on one another.
create table case_decision_record (
  decision_id bigint not null references case_decision,
  record_id   bigint not null references source_record,
  primary key (record_id, decision_id)
);
create table case_decision_person (
  decision_id bigint not null references case_decision,
  person_id   bigint not null references person deferrable initially deferred,
  primary key (person_id, decision_id)
);

-- Facts about pairs of records -------------------------------------------------------------------

-- Author, reason and time are those of the decision. Withdrawn by an undo, never deleted.
create sequence link_fact_number increment by 50;
create table link_fact (
  id            bigint      primary key,
  lower_record  bigint      not null references source_record,
  higher_record bigint      not null references source_record,
  kind          text        not null check (kind in ('NEVER_LINK', 'ALWAYS_LINK')),
  decision_id   bigint      not null references case_decision,
  recorded_at   timestamptz not null,
  withdrawn_by  bigint      references case_decision,
  withdrawn_at  timestamptz,
  constraint a_pair_stands_in_order check (lower_record < higher_record),
  constraint a_withdrawn_fact_names_its_undo
    check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index a_pair_has_one_fact on link_fact (lower_record, higher_record)
  where withdrawn_by is null;
create index link_fact_by_other on link_fact (higher_record) where withdrawn_by is null;
create index link_fact_by_decision on link_fact (decision_id);

-- Links, persons and cases -----------------------------------------------------------------------

-- Who asserted a link; and after which change of a person it was appended, so that an index that
-- stopped there finds what moved since.
alter table link_event add column case_decision_id bigint references case_decision;
alter table link_event add column after_change bigint not null default 0;
create index link_event_by_change on link_event (after_change);

-- Whom a merged person had become in that version; the head moves on when that one is merged, too.
alter table person_version add column merged_into bigint references person;
update person_version v set merged_into = p.merged_into from person p
where p.id = v.person_id and v.standing = 'MERGED';
create index person_by_redirect on person (merged_into) where merged_into is not null;

-- A case may be answered by a steward, and asked again when the answer is undone.
alter table review_case add column case_decision_id bigint references case_decision;
create index review_case_open on review_case (id) where standing = 'OPEN';
