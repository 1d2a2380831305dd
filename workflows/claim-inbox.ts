import type { ClaimNotice } from '../domain/claim/claim-notice.js';

/** Notices of one claim in order of arrival: repeated ones dropped, those of earlier submissions left unread. */
export class ClaimInbox {
  private readonly seen = new Set<string>();
  private readonly waiting: ClaimNotice[] = [];

  receive(notice: ClaimNotice): void {
    if (this.seen.has(notice.eventId)) return;
    this.seen.add(notice.eventId);
    this.waiting.push(notice);
  }

  /** Any news at all of the submission. */
  hasAny(submissionNumber: number): boolean {
    return this.waiting.some((notice) => concerns(notice, submissionNumber));
  }

  has(submissionNumber: number, ...kinds: readonly ClaimNotice['kind'][]): boolean {
    return this.waiting.some((notice) => concerns(notice, submissionNumber) && kinds.includes(notice.kind));
  }

  /** Takes the first notice of these kinds for the submission, or undefined. */
  take<K extends ClaimNotice['kind']>(
    submissionNumber: number,
    ...kinds: readonly K[]
  ): Extract<ClaimNotice, { kind: K }> | undefined {
    const isWanted = (notice: ClaimNotice): notice is Extract<ClaimNotice, { kind: K }> =>
      concerns(notice, submissionNumber) && kinds.some((kind) => kind === notice.kind);
    const found = this.waiting.find(isWanted);
    if (found !== undefined) this.waiting.splice(this.waiting.indexOf(found), 1);
    return found;
  }
}

/** A remittance counts whichever submission it answers: a payer may decide an earlier one late. */
function concerns(notice: ClaimNotice, submissionNumber: number): boolean {
  return notice.submissionNumber === submissionNumber || notice.kind === 'remitted';
}
