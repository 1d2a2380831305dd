-- Up Migration

-- What payers allow by contract. A load replaces a payer's rates as a whole; what stood before stays readable.
create table contract_rates (
  id bigint generated always as identity primary key,
  practice_id text not null references practices,
  payer_code text not null,
  procedure_code text not null,
  modifier text,
  place_of_service text,
  allowed_cents bigint not null check (allowed_cents >= 0),
  effective_from date not null,
  effective_to date check (effective_to >= effective_from),
  loaded_at timestamptz not null,
  loaded_by text not null,
  -- When a later load took its place; null while it counts.
  replaced_at timestamptz
);
create index contract_rates_in_force on contract_rates (practice_id, payer_code, procedure_code) where replaced_at is null;

alter table contract_rates enable row level security;
create policy practice_rows on contract_rates using (practice_id = (select current_practice()))
  with check (practice_id = (select current_practice()));
grant select, insert, update (replaced_at) on contract_rates to teleclaim_app;

-- Down Migration
