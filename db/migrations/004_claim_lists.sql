-- Up Migration

-- Lists go by the moment of receipt, newest or oldest first, with the id to break ties; each common filter has that order.
drop index claims_by_stage;
drop index claims_by_payer;
drop index claims_by_attention;
drop index claims_by_date;
create index claims_by_receipt on claims (practice_id, created_at, id);
create index claims_by_stage on claims (practice_id, stage, created_at, id);
create index claims_by_payer on claims (practice_id, payer_code, created_at, id);
create index claims_by_attention on claims (practice_id, attention, created_at, id) where attention <> 'none';
create index claims_by_date on claims (practice_id, date_of_service, id);

create index remittances_by_date on remittances (practice_id, payment_date, id);
create index submissions_by_date on submissions (practice_id, created_at, id);

-- For the installation's metrics: counts only, over all practices.
create function count_claims_by_stage() returns table (stage text, claims bigint)
  language sql stable security definer set search_path = public as $$
  select c.stage, count(*) from claims c group by c.stage
$$;
revoke all on function count_claims_by_stage() from public;
grant execute on function count_claims_by_stage() to teleclaim_app;

-- Down Migration
