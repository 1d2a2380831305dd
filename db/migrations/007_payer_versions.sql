-- Up Migration

-- A practice holds several versions of a payer's profile, each for a span of dates of service (inclusive) that overlaps no other.
alter table payer_profiles add column effective_from date not null default '-infinity';
alter table payer_profiles add column effective_to date not null default 'infinity';
alter table payer_profiles add constraint payer_profiles_span check (effective_from <= effective_to);
alter table payer_profiles drop constraint payer_profiles_pkey;
alter table payer_profiles add primary key (practice_id, code, effective_from);

-- The application looks for overlaps under a lock and says what to do; this keeps everybody else from making one.
create function refuse_payer_overlap() returns trigger language plpgsql set search_path = public as $$
begin
  if exists (
    select 1 from payer_profiles other
    where other.practice_id = new.practice_id and other.code = new.code and other.effective_from <> new.effective_from
      and other.effective_from <= new.effective_to and new.effective_from <= other.effective_to)
  then
    raise exclusion_violation using message = format(
      'another version of the profile %s is in force on a day from %s to %s', new.code, new.effective_from, new.effective_to);
  end if;
  return null;
end
$$;
create constraint trigger payer_profiles_overlap after insert or update on payer_profiles
  deferrable initially deferred for each row execute function refuse_payer_overlap();

-- Who changed which version, from what to what; append-only.
create table payer_profile_changes (
  id bigint generated always as identity primary key,
  practice_id text not null references practices,
  code text not null,
  actor text not null,
  at timestamptz not null,
  before jsonb,
  after jsonb not null
);
create index payer_profile_changes_by_code on payer_profile_changes (practice_id, code, id);
alter table payer_profile_changes enable row level security;
create policy practice_rows on payer_profile_changes using (practice_id = (select current_practice()))
  with check (practice_id = (select current_practice()));
grant select, insert on payer_profile_changes to teleclaim_app;

-- Down Migration
