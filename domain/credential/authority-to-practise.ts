import type { PlainDate } from '../kernel/plain-date.js';
import type { UsState } from '../kernel/us-state.js';
import type { ClinicianType } from '../visit/visit.js';
import type { Credential, StateAuthority } from './credential.js';
import { type CompactCode, isCompactMember, licensureCompacts } from './licensure-compact.js';
import { spansOn } from './spans-on.js';

/** Why a clinician has no authority, all of which the recorded credentials say outright. */
export type NoAuthorityReason = 'nothing_for_state' | 'not_begun' | 'ended' | 'not_in_force';

/**
 * Whether a clinician might practise in a state on a day. `no_authority` only where the credentials say so; what they leave
 * open is `unknown`: nothing recorded, only another profession's licence, or a compact that our list doesn't have both states in.
 */
export type PracticeAuthority =
  | { readonly kind: 'authorised'; readonly by: StateAuthority }
  | { readonly kind: 'no_authority'; readonly why: NoAuthorityReason; readonly nearest: StateAuthority | null }
  | { readonly kind: 'unknown'; readonly why: 'no_credentials' | 'other_profession' }
  | {
      readonly kind: 'unknown';
      readonly why: 'compact_not_joined';
      readonly compact: CompactCode;
      /** States that our list doesn't have in the compact on the day. */
      readonly states: readonly UsState[];
    };

/** Licence, registration, privilege or exception at the patient's place on the date of service (state practice acts; each compact's statute). */
export function authorityToPractise(
  credentials: readonly Credential[],
  clinicianType: ClinicianType,
  state: UsState,
  dateOfService: PlainDate,
): PracticeAuthority {
  const authorities = credentials.filter(isStateAuthority);
  if (authorities.length === 0) return { kind: 'unknown', why: 'no_credentials' };
  const reaching = authorities.filter((each) => reaches(each, state, clinicianType));
  const counting = spansOn(reaching, dateOfService).filter(isInForce);
  const verdicts = counting.map((each) => judge(each, { authorities, clinicianType, state, dateOfService }));
  const found =
    verdicts.find((verdict) => verdict?.kind === 'authorised') ?? verdicts.find((verdict) => verdict !== null);
  return found ?? noAuthority(reaching, dateOfService);
}

function isStateAuthority(credential: Credential): credential is StateAuthority {
  return credential.kind !== 'payer_enrolment';
}

/** A board's probation lets the clinician practise under conditions. */
function isInForce({ status }: StateAuthority): boolean {
  return status === 'active' || status === 'probation';
}

/** Whether a credential is about the state at all; a compact of another profession is about none. */
function reaches(authority: StateAuthority, state: UsState, type: ClinicianType): boolean {
  if (authority.kind !== 'compact_privilege') return authority.state === state;
  const { professions } = licensureCompacts[authority.compact];
  return professions.includes(type) && (authority.state === undefined || authority.state === state);
}

interface Question {
  readonly authorities: readonly StateAuthority[];
  readonly clinicianType: ClinicianType;
  readonly state: UsState;
  readonly dateOfService: PlainDate;
}

/** What a credential in force means for the visit; null when it does not count. */
function judge(authority: StateAuthority, question: Question): PracticeAuthority | null {
  switch (authority.kind) {
    case 'licence':
      return authority.profession === question.clinicianType
        ? { kind: 'authorised', by: authority }
        : { kind: 'unknown', why: 'other_profession' };
    case 'telehealth_registration':
    case 'state_exception':
      return { kind: 'authorised', by: authority };
    case 'compact_privilege': {
      if (!homeLicenceHolds(authority.homeState, question)) return null;
      const { compact, homeState } = authority;
      const states = [...new Set([homeState, question.state])].filter(
        (each) => !isCompactMember(compact, each, question.dateOfService),
      );
      return states.length === 0
        ? { kind: 'authorised', by: authority }
        : { kind: 'unknown', why: 'compact_not_joined', compact, states };
    }
  }
}

/** A privilege falls with the licence it rests on; a home licence that nobody recorded is not held against it. */
function homeLicenceHolds(homeState: UsState, { authorities, clinicianType, dateOfService }: Question): boolean {
  const licences = authorities.filter(
    (each) => each.kind === 'licence' && each.state === homeState && each.profession === clinicianType,
  );
  return licences.length === 0 || spansOn(licences, dateOfService).some(isInForce);
}

/** Why nothing counts, by the credential that comes nearest: one that has the day, else the last before it, else the next. */
function noAuthority(reaching: readonly StateAuthority[], day: PlainDate): PracticeAuthority {
  const onDay = spansOn(reaching, day);
  const byLastDay = [...reaching].sort((a, b) => ((a.to ?? '9999') < (b.to ?? '9999') ? 1 : -1));
  const ended = byLastDay.find((each) => each.to !== undefined && each.to < day);
  const next = [...reaching].sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  const nearest = onDay[0] ?? ended ?? next ?? null;
  if (onDay.length > 0) return { kind: 'no_authority', why: 'not_in_force', nearest };
  if (ended !== undefined) return { kind: 'no_authority', why: 'ended', nearest };
  return { kind: 'no_authority', why: nearest === null ? 'nothing_for_state' : 'not_begun', nearest };
}
