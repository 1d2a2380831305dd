import type { PlainDate } from '../kernel/plain-date.js';
import type { ScrubEdit } from './scrub-edit.js';

/** Whether an edit holds for a date of service; both ends of its dates count. */
export function inForce(edit: Pick<ScrubEdit, 'effectiveFrom' | 'effectiveTo'>, dateOfService: PlainDate): boolean {
  return edit.effectiveFrom <= dateOfService && (edit.effectiveTo === undefined || dateOfService <= edit.effectiveTo);
}
