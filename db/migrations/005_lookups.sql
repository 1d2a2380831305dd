-- Up Migration

-- Matching a remittance by the payer's own number, a duplicate by its patient, a work item by its file.
create index claims_by_payer_number on claims (practice_id, payer_claim_control_number)
  where payer_claim_control_number is not null;
create index visits_by_patient on visits (practice_id, (data #>> '{patient,lastName}'), (data #>> '{patient,birthDate}'));
create index submissions_unfinished on submissions (practice_id, payer_code, created_at)
  where state in ('rendered', 'sending', 'unknown');
create index work_items_by_submission on work_items (submission_id) where submission_id is not null;

-- Down Migration
