import type { PlainDate } from '../kernel/plain-date.js';
import type { UsState } from '../kernel/us-state.js';
import type { Credential, PayerEnrolment } from './credential.js';
import { spansOn } from './spans-on.js';

/** Whether a clinician was enrolled with a payer on a day, for the state the clinician sat in. */
export type EnrolmentStanding =
  | { readonly kind: 'enrolled'; readonly by: PayerEnrolment }
  /** Enrolled in some states only, and where the clinician was isn't recorded. */
  | { readonly kind: 'clinician_state_missing'; readonly enrolledStates: readonly UsState[] }
  | { readonly kind: 'other_state'; readonly enrolledStates: readonly UsState[] }
  | {
      readonly kind: 'not_enrolled';
      readonly why: 'not_begun' | 'ended' | 'not_in_force';
      readonly nearest: PayerEnrolment;
    }
  /** Nothing is recorded for the payer. */
  | { readonly kind: 'none_recorded' };

/** A clinician enrols where they sit, not in each patient's state; an enrolment without a state holds everywhere. */
export function payerEnrolmentOn(
  credentials: readonly Credential[],
  payerCode: string,
  clinicianState: UsState | undefined,
  dateOfService: PlainDate,
): EnrolmentStanding {
  const enrolments = credentials.filter(
    (each): each is PayerEnrolment => each.kind === 'payer_enrolment' && each.payerCode === payerCode,
  );
  const [first] = enrolments;
  if (first === undefined) return { kind: 'none_recorded' };
  const onDay = spansOn(enrolments, dateOfService);
  const active = onDay.filter((each) => each.status === 'active');
  const by = active.find(({ state }) => state === undefined || state === clinicianState);
  if (by !== undefined) return { kind: 'enrolled', by };
  const enrolledStates = active.flatMap(({ state }) => state ?? []);
  if (enrolledStates.length > 0) {
    return { kind: clinicianState === undefined ? 'clinician_state_missing' : 'other_state', enrolledStates };
  }
  const [refused] = onDay;
  if (refused !== undefined) return { kind: 'not_enrolled', why: 'not_in_force', nearest: refused };
  const ended = enrolments
    .filter(({ to }) => to !== undefined && to < dateOfService)
    .sort((a, b) => ((a.to ?? '') < (b.to ?? '') ? 1 : -1))[0];
  return ended === undefined
    ? { kind: 'not_enrolled', why: 'not_begun', nearest: first }
    : { kind: 'not_enrolled', why: 'ended', nearest: ended };
}
