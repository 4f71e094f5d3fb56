-- Families: who is stated to be whose parent, guardian or spouse.

-- By what a person is found who is named in somebody else's row: the number that survived as the
-- person's own, and of each row in force the sound of its name, and its name with its phone.
alter table person add column number_hash bytea;
create index person_by_number on person (number_hash) where number_hash is not null;

alter table source_record add column sound_hash bytea;
alter table source_record add column contact_hash bytea;
create index source_record_by_contact on source_record (contact_hash)
  where contact_hash is not null;

-- Whom the rows in force name as relatives, and who that is. Derived: it follows the rows, and
-- whatever happens to the persons.
create table stated_relation (
  record_id    bigint   not null references source_record,
  ordinal      smallint not null,
  relation     text     not null
    check (relation in ('FATHER', 'MOTHER', 'GRANDPARENT', 'SPOUSE', 'OTHER')),
  since        date,
  number_hash  bytea,
  sound_hash   bytea    not null,
  contact_hash bytea,
  person_id    bigint   references person, -- null: not found, or not for certain
  due          boolean  not null,          -- to be looked up again; too many were at once
  primary key (record_id, ordinal)
);
create index stated_relation_by_person on stated_relation (person_id) where person_id is not null;
create index stated_relation_by_number on stated_relation (number_hash, record_id, ordinal)
  where number_hash is not null;
create index stated_relation_by_contact on stated_relation (contact_hash, record_id, ordinal)
  where contact_hash is not null;
create index stated_relation_due on stated_relation (record_id, ordinal) where due;
