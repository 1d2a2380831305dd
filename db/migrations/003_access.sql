-- Up Migration

-- Every table with a practice shows the application only the rows of the practice its connection works for.
do $$
declare
  name text;
begin
  for name in
    select c.table_name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'practice_id' and t.table_type = 'BASE TABLE'
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy practice_rows on %I using (practice_id = (select current_practice())) '
      'with check (practice_id = (select current_practice()))', name);
    execute format('grant select, insert, update on %I to teleclaim_app', name);
  end loop;
end
$$;

alter table practices enable row level security;
create policy practice_rows on practices using (id = (select current_practice()))
  with check (id = (select current_practice()));
grant select, insert, update on practices to teleclaim_app;
revoke update on claim_events, ledger_transactions, ledger_entries from teleclaim_app;
grant select, insert, delete on code_set_codes to teleclaim_app;

-- Cross-practice look-ups, each as narrow as its use.
create function find_api_key(sha256 bytea)
  returns table (id text, practice_id text, role text, label text)
  language sql stable security definer set search_path = public as $$
  select k.id, k.practice_id, k.role, k.label from api_keys k where k.key_sha256 = sha256 and k.revoked_at is null
$$;

create function list_practices() returns table (id text, submitter_id text)
  language sql stable security definer set search_path = public as $$
  select p.id, p.submitter_id from practices p order by p.id
$$;

-- The relay locks what it takes until its transaction ends, so that two relays never deliver the same message at once.
create function take_outbox(most integer)
  returns table (id bigint, practice_id text, event_id text, message jsonb, attempts integer)
  language sql volatile security definer set search_path = public as $$
  select o.id, o.practice_id, o.event_id, o.message, o.attempts from outbox o
  where o.delivered_at is null and o.next_attempt_at <= clock_timestamp()
  order by o.id limit most for update skip locked
$$;
create function mark_outbox_delivered(ids bigint[]) returns void
  language sql volatile security definer set search_path = public as $$
  update outbox set delivered_at = clock_timestamp(), last_error = null where id = any(ids)
$$;
create function mark_outbox_failed(message_id bigint, error text, retry_ms integer) returns void
  language sql volatile security definer set search_path = public as $$
  update outbox set attempts = attempts + 1, last_error = error,
    next_attempt_at = clock_timestamp() + make_interval(secs => retry_ms / 1000.0)
  where id = message_id
$$;
create function postpone_outbox(ids bigint[], wait_ms integer) returns void
  language sql volatile security definer set search_path = public as $$
  update outbox set next_attempt_at = clock_timestamp() + make_interval(secs => wait_ms / 1000.0) where id = any(ids)
$$;
create function count_outbox_waiting() returns bigint
  language sql stable security definer set search_path = public as $$
  select count(*) from outbox where delivered_at is null
$$;
revoke all on function find_api_key(bytea), list_practices(), take_outbox(integer), mark_outbox_delivered(bigint[]),
  mark_outbox_failed(bigint, text, integer), postpone_outbox(bigint[], integer), count_outbox_waiting() from public;
grant execute on function find_api_key(bytea), list_practices(), take_outbox(integer), mark_outbox_delivered(bigint[]),
  mark_outbox_failed(bigint, text, integer), postpone_outbox(bigint[], integer), count_outbox_waiting() to teleclaim_app;

-- Down Migration
