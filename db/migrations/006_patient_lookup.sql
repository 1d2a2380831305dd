-- Up Migration

-- Row-level security keeps an index on `#>>` from being used: the operator is not leakproof. A hash in a column is.
drop index visits_by_patient;
alter table claims add column patient_sha256 text;

-- As db/patient-sha256.ts: practice, last and first name in capitals, birth date, with corrections in force laid over.
do $$
declare
  capitals text := coalesce(
    (select collname from pg_collation where collname = 'und-x-icu' and collnamespace = 'pg_catalog'::regnamespace),
    'default');
begin
  execute format($update$
    update claims c set patient_sha256 = encode(sha256(
      convert_to(c.practice_id, 'UTF8') || '\x00'::bytea
      || convert_to(upper(p.patient ->> 'lastName' collate %1$I), 'UTF8') || '\x00'::bytea
      || convert_to(upper(p.patient ->> 'firstName' collate %1$I), 'UTF8') || '\x00'::bytea
      || convert_to(p.patient ->> 'birthDate', 'UTF8')), 'hex')
    from (
      select v.id, v.data -> 'patient' || coalesce((
        select jsonb_object_agg(field.key, field.value order by cc.created_at, cc.id)
        from claims c2 join claim_corrections cc on cc.claim_id = c2.id, jsonb_each(cc.data -> 'patient') as field
        where c2.visit_id = v.id and cc.applied_at is not null), '{}') as patient
      from visits v
    ) p
    where p.id = c.visit_id
  $update$, capitals);
end
$$;

create index claims_by_patient on claims (practice_id, patient_sha256, date_of_service);

-- Down Migration
