-- Up Migration

-- Licences, privileges, registrations and payer enrolments of a clinician: each change is a new version, none is ever changed
-- or taken away, so that what a claim was checked against can be read later. The newest version counts.
create table clinician_credentials (
  practice_id text not null references practices,
  npi text not null,
  version integer not null,
  credentials jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, npi, version)
);

alter table clinician_credentials enable row level security;
create policy practice_rows on clinician_credentials using (practice_id = (select current_practice()))
  with check (practice_id = (select current_practice()));
grant select, insert on clinician_credentials to teleclaim_app;

-- Down Migration
