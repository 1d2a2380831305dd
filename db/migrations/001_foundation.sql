-- Up Migration

-- The application works as teleclaim_app: no ownership, no bypass of row-level security.
do $$
begin
  if not exists (select from pg_roles where rolname = 'teleclaim_app') then
    create role teleclaim_app login nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
exception when duplicate_object or unique_violation then
  null; -- another database of the same cluster is being set up at this moment
end
$$;
do $$
begin
  execute format('grant connect on database %I to teleclaim_app', current_database());
end
$$;
grant usage on schema public to teleclaim_app;

-- The practice a connection works for; null (nothing visible) until it is set.
create function current_practice() returns text language sql stable parallel safe
  return nullif(current_setting('teleclaim.practice_id', true), '');

create table practices (
  id text primary key,
  submitter_id text not null unique,
  data jsonb not null,
  created_at timestamptz not null default now()
);

create table payer_profiles (
  practice_id text not null references practices,
  code text not null,
  data jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (practice_id, code)
);

create table api_keys (
  id text primary key,
  practice_id text not null references practices,
  key_sha256 bytea not null unique,
  label text not null,
  role text not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);

-- Official code sets loaded from files; the same for every practice.
create table code_set_codes (
  code_set text not null,
  edition text not null,
  code text not null,
  primary key (code_set, edition, code)
);

create table visits (
  id text primary key,
  practice_id text not null references practices,
  source text not null,
  source_id text not null,
  date_of_service date not null,
  received_at timestamptz not null,
  actor text not null,
  data jsonb not null,
  unique (practice_id, source, source_id)
);

create table intake_findings (
  id text primary key,
  practice_id text not null references practices,
  source text not null,
  source_id text not null,
  file_name text,
  findings jsonb not null,
  received_at timestamptz not null,
  unique (practice_id, source, source_id)
);

create table claims (
  id text primary key,
  practice_id text not null references practices,
  visit_id text not null unique references visits,
  patient_control_number text not null,
  payer_code text,
  date_of_service date not null,
  stage text not null,
  insurance_outcome text not null default 'not_billed',
  attention text not null default 'none',
  patient_balance text not null default 'none',
  on_hold boolean not null default false,
  stage_entered_at timestamptz not null,
  stage_due_at timestamptz,
  filing_deadline date,
  cycle integer not null default 1,
  submission_number integer not null default 0,
  frequency_code text not null default '1',
  payer_claim_control_number text,
  coded jsonb,
  eligibility jsonb,
  overridden_edit_ids text[] not null default '{}',
  tried_corrections jsonb not null default '[]',
  charge_cents bigint not null default 0,
  paid_cents bigint not null default 0,
  adjusted_cents bigint not null default 0,
  patient_responsibility_cents bigint not null default 0,
  event_count integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  unique (practice_id, patient_control_number)
);
create index claims_by_stage on claims (practice_id, stage, id);
create index claims_by_payer on claims (practice_id, payer_code, id);
create index claims_by_attention on claims (practice_id, attention, id) where attention <> 'none';
create index claims_by_date on claims (practice_id, date_of_service, id);

create table claim_events (
  id text primary key,
  practice_id text not null references practices,
  claim_id text not null references claims,
  seq integer not null,
  idempotency_key text not null,
  kind text not null,
  stage text not null,
  actor text not null,
  at timestamptz not null,
  due_at timestamptz,
  recorded_at timestamptz not null default clock_timestamp(),
  summary text not null,
  data jsonb not null default '{}',
  result jsonb,
  unique (claim_id, seq),
  unique (claim_id, idempotency_key)
);

create table claim_traces (
  practice_id text not null references practices,
  claim_id text not null references claims,
  step text not null,
  cycle integer not null,
  at timestamptz not null,
  trace jsonb not null,
  findings jsonb not null default '[]',
  rule_set text not null,
  primary key (claim_id, step, cycle)
);

create table claim_corrections (
  id text primary key,
  practice_id text not null references practices,
  claim_id text not null references claims,
  data jsonb not null,
  reason text not null,
  actor text not null,
  created_at timestamptz not null,
  applied_at timestamptz
);

create table eligibility_checks (
  id text primary key,
  practice_id text not null references practices,
  payer_code text not null,
  member_sha256 text not null,
  date_of_service date not null,
  checked_at timestamptz not null,
  verdict jsonb not null,
  request_x12 text not null,
  response_x12 text not null
);
create index eligibility_checks_by_member on eligibility_checks (practice_id, payer_code, member_sha256, checked_at desc);

create table work_items (
  id text primary key,
  practice_id text not null references practices,
  claim_id text references claims,
  submission_id text,
  remittance_id text,
  inbound_file_id text,
  idempotency_key text not null,
  kind text not null,
  cause text not null,
  findings jsonb not null default '[]',
  owner text not null,
  allowed_commands text[] not null,
  amount_cents bigint not null default 0,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by text,
  resolution text,
  unique (practice_id, idempotency_key)
);
create index work_items_open on work_items (practice_id, due_at, id) where resolved_at is null;
create index work_items_by_claim on work_items (claim_id);

create table idempotency_records (
  practice_id text not null references practices,
  key text not null,
  request_sha256 text not null,
  status integer,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (practice_id, key)
);

create table outbox (
  id bigint generated always as identity primary key,
  practice_id text not null references practices,
  event_id text not null,
  message jsonb not null,
  created_at timestamptz not null default now(),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error text,
  delivered_at timestamptz,
  unique (practice_id, event_id)
);
create index outbox_waiting on outbox (next_attempt_at, id) where delivered_at is null;

-- Down Migration
