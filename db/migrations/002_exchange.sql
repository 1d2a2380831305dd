-- Up Migration

-- Control numbers only go up, each kind on its own (X12 005010: ISA13, GS06, BHT03 …).
create table control_numbers (
  practice_id text not null references practices,
  kind text not null,
  last_value bigint not null default 0,
  primary key (practice_id, kind)
);

-- One 837P file, written down with its bytes and control numbers before the first byte leaves.
create table submissions (
  id text primary key,
  practice_id text not null references practices,
  payer_code text not null,
  idempotency_key text not null,
  state text not null,
  file_name text not null,
  interchange_control_number text not null,
  group_control_number text not null,
  transaction_control_number text not null,
  batch_reference text not null,
  content bytea not null,
  sha256 text not null,
  claim_count integer not null,
  charge_cents bigint not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text,
  unique (practice_id, idempotency_key),
  unique (practice_id, file_name),
  unique (practice_id, interchange_control_number)
);
create index submissions_by_group on submissions (practice_id, group_control_number);

-- A claim's right to be sent once under a number: from the queue into exactly one file.
create table claim_submissions (
  practice_id text not null references practices,
  claim_id text not null references claims,
  submission_number integer not null,
  payer_code text not null,
  cycle integer not null,
  frequency_code text not null,
  payer_claim_control_number text,
  coded jsonb not null,
  charge_cents bigint not null,
  state text not null,
  clearinghouse_claim_number text not null,
  ready_at timestamptz not null,
  submission_id text references submissions,
  acknowledged_at timestamptz,
  primary key (claim_id, submission_number),
  unique (practice_id, clearinghouse_claim_number)
);
create index claim_submissions_ready on claim_submissions (practice_id, payer_code, ready_at) where state = 'ready';
create index claim_submissions_by_submission on claim_submissions (submission_id);

create table inbound_files (
  id text primary key,
  practice_id text not null references practices,
  name text not null,
  sha256 text not null,
  content bytea not null,
  received_at timestamptz not null,
  kind text not null,
  state text not null,
  duplicate_of text references inbound_files,
  findings jsonb not null default '[]',
  processed_at timestamptz,
  unique (practice_id, name, sha256)
);
create index inbound_files_by_hash on inbound_files (practice_id, sha256);
create index inbound_files_waiting on inbound_files (practice_id, id) where state = 'stored';

create table status_inquiries (
  id text primary key,
  practice_id text not null references practices,
  claim_id text not null references claims,
  asked_at timestamptz not null,
  answer text not null,
  request_x12 text not null,
  response_x12 text not null
);

create table remittances (
  id text primary key,
  practice_id text not null references practices,
  inbound_file_id text not null references inbound_files,
  ordinal integer not null,
  content_sha256 text not null,
  payer_name text not null,
  payer_code text,
  trace_number text not null,
  originator_id text not null,
  payment_cents bigint not null,
  payment_date date not null,
  state text not null,
  proof jsonb not null,
  posted_claims_cents bigint not null default 0,
  suspense_cents bigint not null default 0,
  provider_adjustment_cents bigint not null default 0,
  posted_at timestamptz,
  unique (practice_id, inbound_file_id, ordinal),
  unique (practice_id, originator_id, trace_number, content_sha256),
  -- The proof of the books: what was paid is what was posted and what is in suspense, less the provider-level adjustments.
  check (state not in ('posted', 'suspense')
    or payment_cents = posted_claims_cents + suspense_cents - provider_adjustment_cents)
);

create table remittance_claims (
  id text primary key,
  practice_id text not null references practices,
  remittance_id text not null references remittances,
  ordinal integer not null,
  claim_id text references claims,
  patient_control_number text not null,
  status_code text not null,
  charge_cents bigint not null,
  paid_cents bigint not null,
  patient_responsibility_cents bigint not null,
  payer_claim_control_number text,
  data jsonb not null,
  unique (remittance_id, ordinal)
);
create index remittance_claims_by_claim on remittance_claims (claim_id);

create table ledger_transactions (
  id text primary key,
  practice_id text not null references practices,
  kind text not null,
  claim_id text references claims,
  source text not null,
  idempotency_key text not null,
  actor text not null,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (practice_id, idempotency_key)
);
create index ledger_transactions_by_claim on ledger_transactions (claim_id);

create table ledger_entries (
  transaction_id text not null references ledger_transactions,
  line integer not null,
  practice_id text not null references practices,
  claim_id text references claims,
  account text not null check (account in ('insurance_receivable', 'patient_receivable', 'revenue',
    'contractual_adjustment', 'write_off', 'payer_cash', 'patient_cash', 'suspense', 'refund_payable', 'interest',
    'payer_offset')),
  amount_cents bigint not null check (amount_cents <> 0),
  primary key (transaction_id, line)
);
create index ledger_entries_by_claim on ledger_entries (claim_id, account);
create index ledger_entries_by_account on ledger_entries (practice_id, account);

-- Each transaction sums to zero, or it does not commit.
create function check_ledger_balance() returns trigger language plpgsql as $$
declare
  difference bigint;
begin
  select sum(amount_cents) into difference from ledger_entries where transaction_id = new.transaction_id;
  if difference <> 0 then
    raise exception 'ledger transaction % is off by % cents', new.transaction_id, difference
      using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger ledger_balanced after insert on ledger_entries
  deferrable initially deferred for each row execute function check_ledger_balance();

-- Books, events and raw files are append-only, for the owner too.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete on ledger_transactions for each row execute function refuse_change();
create trigger append_only before update or delete on ledger_entries for each row execute function refuse_change();
create trigger append_only before update or delete on claim_events for each row execute function refuse_change();

-- Down Migration
