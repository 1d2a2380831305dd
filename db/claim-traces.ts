import type { Finding } from '../domain/kernel/finding.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { TraceStep } from '../domain/kernel/trace.js';
import { json, type SqlQuery, sql } from './sql.js';

export type TraceInput = {
  readonly claimId: string;
  readonly step: 'eligibility' | 'coding' | 'scrubbing' | 'remittance';
  readonly cycle: number;
  readonly at: Instant;
  readonly trace: readonly TraceStep[];
  readonly findings: readonly Finding[];
  readonly ruleSet: string;
};

/** Keeps why a step decided as it did; the last explanation of a step and cycle stands. For `writeClaimStep`: written only with the claim. */
export function traceWrite(practiceId: string, input: TraceInput): SqlQuery {
  return sql`
    insert into claim_traces (practice_id, claim_id, step, cycle, at, trace, findings, rule_set)
    select ${practiceId}, ${input.claimId}, ${input.step}, ${input.cycle}, ${input.at}, ${json(input.trace)},
      ${json(input.findings)}, ${input.ruleSet} from claim
    on conflict (claim_id, step, cycle) do update
      set at = excluded.at, trace = excluded.trace, findings = excluded.findings, rule_set = excluded.rule_set`;
}
