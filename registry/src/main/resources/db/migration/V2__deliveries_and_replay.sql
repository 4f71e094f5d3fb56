-- Complete deliveries, rows out of quarantine, and books that outlive the pages they sum.

-- Books ----------------------------------------------------------------------------------------

-- A pull carries its own sums, so that its pages may go when they hold no news.
alter table pull add column kind text not null default 'READING'
  check (kind in ('READING', 'REPLAY'));
alter table pull add column rows_read bigint not null default 0;
alter table pull add column fresh bigint not null default 0;
alter table pull add column changed bigint not null default 0;
alter table pull add column unchanged bigint not null default 0;
alter table pull add column withdrawn bigint not null default 0;
alter table pull add column stale bigint not null default 0;
alter table pull add column quarantined bigint not null default 0;
alter table pull add constraint rows_of_a_pull_are_conserved
  check (rows_read = fresh + changed + unchanged + withdrawn + stale + quarantined);

update pull p set
  rows_read = s.rows_read, fresh = s.fresh, changed = s.changed, unchanged = s.unchanged,
  withdrawn = s.withdrawn, stale = s.stale, quarantined = s.quarantined
from (
  select pull_id, sum(rows_read) rows_read, sum(fresh) fresh, sum(changed) changed,
         sum(unchanged) unchanged, sum(withdrawn) withdrawn, sum(stale) stale,
         sum(quarantined) quarantined
  from pull_page group by pull_id) s
where s.pull_id = p.id;

-- One row for each source, updated with every page read: how far, and what became of every row ever
-- read. Replays do not count here: their rows were counted when they were read.
create table source_total (
  source       text        primary key,
  watermark    text        not null,
  term         bigint      not null,
  last_page_at timestamptz not null,
  rows_read    bigint      not null,
  fresh        bigint      not null,
  changed      bigint      not null,
  unchanged    bigint      not null,
  withdrawn    bigint      not null,
  stale        bigint      not null,
  quarantined  bigint      not null,
  constraint rows_of_a_source_are_conserved
    check (rows_read = fresh + changed + unchanged + withdrawn + stale + quarantined)
);

insert into source_total
select distinct on (p.source) p.source, p.watermark, p.term, s.last_page_at, s.rows_read, s.fresh,
       s.changed, s.unchanged, s.withdrawn, s.stale, s.quarantined
from pull_page p join (
  select source, max(recorded_at) last_page_at, sum(rows_read) rows_read, sum(fresh) fresh,
         sum(changed) changed, sum(unchanged) unchanged, sum(withdrawn) withdrawn,
         sum(stale) stale, sum(quarantined) quarantined
  from pull_page group by source) s on s.source = p.source
order by p.source, p.term desc, p.id desc;

-- Pages are deleted by their pull, and only where nothing refers to them: found by these.
create index pull_page_by_pull on pull_page (pull_id);
create index person_change_by_page on person_change (page_id) where page_id is not null;

-- Complete deliveries --------------------------------------------------------------------------

create sequence delivery_number increment by 1;
create table delivery (
  id             bigint      primary key,
  source         text        not null,
  name           text        not null,
  changed_at     timestamptz not null, -- the version that its rows carry
  sequence       bigint      not null,
  rows_announced bigint      not null,
  present_before bigint      not null,
  shrink_at_most numeric     not null,
  standing       text        not null
    check (standing in ('OPEN', 'HELD', 'RELEASED', 'REFUSED', 'DONE')),
  absences_kept  boolean     not null default false,
  recorded_at    timestamptz not null,
  ruled_at       timestamptz,
  ruled_by       text,
  ruled_why      text,
  done_at        timestamptz,
  constraint a_delivery_is_known_once unique (source, name, changed_at, sequence, rows_announced),
  constraint a_done_delivery_has_its_time check ((standing = 'DONE') = (done_at is not null))
);

-- Whose rows of a delivery were held aside, by keyed hash: they are not absent. A null key is a row
-- of which not even the key could be read: nobody knows who is absent then.
create table delivery_aside (
  delivery_id bigint not null references delivery,
  key_hash    bytea,
  constraint a_key_is_aside_once unique nulls not distinct (delivery_id, key_hash)
);

alter table source_record_version add column absent_from bigint references delivery;
-- The row as it came need not be kept for ever once another version is in force.
alter table source_record_version alter column payload_sealed drop not null;
create index source_record_version_by_absence on source_record_version (absent_from)
  where absent_from is not null;

-- Quarantine -----------------------------------------------------------------------------------

alter table quarantined add column delivery_id bigint references delivery;
alter table quarantined add column resolved_at timestamptz;
alter table quarantined add column resolved_page_id bigint references pull_page;
alter table quarantined add constraint a_resolved_row_names_its_page
  check ((resolved_at is null) = (resolved_page_id is null));
create index quarantined_open on quarantined (source, reason, id) where resolved_at is null;
create index quarantined_by_page on quarantined (page_id);
create index quarantined_by_resolving_page on quarantined (resolved_page_id)
  where resolved_page_id is not null;
