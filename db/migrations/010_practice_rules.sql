-- Up Migration

-- Rules of a practice's own. A change is a new version; what was in force before stays readable. At most one version is on.
create table practice_rules (
  practice_id text not null references practices,
  id text not null,
  version integer not null check (version > 0),
  rule jsonb not null,
  -- draft, on, off
  state text not null default 'draft',
  -- What the rule would have done over past claims when it was switched on.
  trial jsonb,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (practice_id, id, version)
);
create unique index practice_rules_on on practice_rules (practice_id, id) where state = 'on';

alter table practice_rules enable row level security;
create policy practice_rows on practice_rules using (practice_id = (select current_practice()))
  with check (practice_id = (select current_practice()));
grant select, insert, update on practice_rules to teleclaim_app;

-- Down Migration
