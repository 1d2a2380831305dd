-- Up Migration

-- Each load of a code set's edition (fiscal year, quarter); the same for every practice. A corrected file becomes the next
-- revision, and those before it stay, so that what was decided by them can be decided again.
create table code_set_editions (
  id bigint generated always as identity primary key,
  code_set text not null,
  edition text not null,
  revision integer not null,
  file_names text[] not null,
  -- Of what was read, in its order: the same content loaded again changes nothing.
  content_sha256 text not null,
  entries integer not null,
  loaded_at timestamptz not null default clock_timestamp(),
  unique (code_set, edition, revision)
);

insert into code_set_editions (code_set, edition, revision, file_names, content_sha256, entries)
select code_set, edition, 1, '{}', '', count(*) from code_set_codes group by code_set, edition;

alter table code_set_codes add column edition_id bigint references code_set_editions;
update code_set_codes c set edition_id = e.id
from code_set_editions e where e.code_set = c.code_set and e.edition = c.edition;
alter table code_set_codes drop constraint code_set_codes_pkey, drop column code_set, drop column edition;
alter table code_set_codes alter column edition_id set not null, add primary key (edition_id, code);

-- Two million pairs a quarter: looked up by both codes, never read whole.
create table ncci_code_pairs (
  edition_id bigint not null references code_set_editions,
  column_one text not null,
  column_two text not null,
  effective_from date not null,
  effective_to date,
  modifier_indicator smallint not null check (modifier_indicator in (0, 1, 9)),
  primary key (edition_id, column_one, column_two, effective_from)
);

create table ncci_unit_limits (
  edition_id bigint not null references code_set_editions,
  code text not null,
  units_max integer not null,
  adjudication_indicator smallint not null check (adjudication_indicator in (1, 2, 3)),
  rationale text,
  primary key (edition_id, code)
);

grant select, insert on code_set_editions, ncci_code_pairs, ncci_unit_limits to teleclaim_app;
revoke delete on code_set_codes from teleclaim_app;

-- Down Migration
