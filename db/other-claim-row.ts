import { z } from 'zod';
import { claimStageSchema } from '../domain/claim/claim-status.js';
import { serviceLineSchema } from '../domain/coding/coded-claim.js';
import { plainDateSchema } from '../domain/kernel/schemas.js';
import { claimPrecedence } from '../domain/scrubbing/claim-precedence.js';
import type { OtherClaim } from '../domain/scrubbing/scrub-edit.js';
import { sql } from './sql.js';

/** Another claim `c` with its visit `v`, beside one's own claim `own`. */
export const otherClaimColumns = sql`c.id, c.date_of_service, v.data #>> '{clinician,npi}' as npi,
  c.coded -> 'lines' as lines,
  c.coded -> 'diagnoses' as diagnoses, c.stage, c.submission_number, own.stage as own_stage,
  own.submission_number as own_submission_number, (c.created_at, c.id) < (own.created_at, own.id) as came_first`;

/** Void claims bill nobody, nor do those written off before they were sent. */
export const billsSomebody = sql`c.coded is not null and c.insurance_outcome <> 'void'
  and (c.insurance_outcome <> 'written_off' or c.submission_number > 0)`;

export const otherClaimRow = z.object({
  id: z.string(),
  date_of_service: plainDateSchema,
  npi: z.string(),
  lines: z.array(serviceLineSchema.pick({ procedureCode: true, modifiers: true })),
  diagnoses: z.array(z.string()),
  stage: claimStageSchema,
  submission_number: z.int(),
  own_stage: claimStageSchema,
  own_submission_number: z.int(),
  came_first: z.boolean(),
});

export function otherClaimOf(row: z.infer<typeof otherClaimRow>): OtherClaim {
  return {
    claimId: row.id,
    dateOfService: row.date_of_service,
    clinicianNpi: row.npi,
    lines: row.lines,
    diagnoses: row.diagnoses,
    precedence: claimPrecedence(
      { stage: row.stage, submissionNumber: row.submission_number },
      { stage: row.own_stage, submissionNumber: row.own_submission_number },
      row.came_first,
    ),
  };
}
