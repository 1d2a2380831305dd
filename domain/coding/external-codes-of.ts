import type { PlainDate } from '../kernel/plain-date.js';
import type { CodeAnswer, ExternalCodes } from '../x12/external-codes.js';
import type { DiagnosisCodeSet } from './diagnosis-code-set.js';
import { builtInProcedureCodeSet, isLevelTwoCode, type ProcedureCodeSet } from './procedure-code-set.js';
import { procedureFacts } from './procedure-facts.js';

/** The code lists of ours for checking X12: what they do not hold whole they do not judge. */
export function externalCodesOf(
  diagnosisCodes: DiagnosisCodeSet,
  procedureCodes: ProcedureCodeSet = builtInProcedureCodeSet,
): ExternalCodes {
  return {
    isDiagnosis: (code, on) => {
      const { status } = diagnosisCodes.lookUp(code, on);
      return status === 'not_in_subset' ? undefined : status === 'valid';
    },
    isProcedure: (code, on) => isProcedure(code, on, procedureCodes),
  };
}

function isProcedure(code: string, on: PlainDate, procedureCodes: ProcedureCodeSet): CodeAnswer {
  const isListed = isLevelTwoCode(code) && procedureCodes.inUse(on).kind === 'loaded';
  if (isListed && procedureCodes.lookUp(code, on).status !== 'valid') return false;
  const facts = procedureFacts(code);
  if (facts === undefined) return undefined;
  return (facts.from === undefined || on >= facts.from) && (facts.to === undefined || on <= facts.to);
}
