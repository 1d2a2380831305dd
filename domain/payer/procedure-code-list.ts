import { z } from 'zod';

const code = /^[A-Z0-9]{5}$/;

/** Procedure codes of a policy: single codes (`90837`) and ranges with both ends included (`90832-90838`). */
export const procedureCodeListSchema = z.array(
  z.string().refine(isCodeOrRange, 'a code has five characters (90837), a range two codes, lower first (90832-90838)'),
);

function isCodeOrRange(text: string): boolean {
  const [from = '', to, ...rest] = text.split('-');
  if (!code.test(from) || rest.length > 0) return false;
  return to === undefined || (code.test(to) && sameKind(from, to) && from <= to);
}

/** A range stays within its series: CPT category I by digits alone, HCPCS by its letter. */
function sameKind(from: string, to: string): boolean {
  return series(from) === series(to);
}

function series(text: string): string {
  return `${/^[A-Z]?/.exec(text)?.[0] ?? ''}/${/[A-Z]?$/.exec(text)?.[0] ?? ''}`;
}

/** Whether a list of codes and ranges names this code. */
export function namesProcedure(list: readonly string[], procedureCode: string): boolean {
  return list.some((entry) => {
    const [from = '', to = from] = entry.split('-');
    return procedureCode >= from && procedureCode <= to && sameKind(from, procedureCode);
  });
}
