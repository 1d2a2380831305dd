import type { ScrubInput } from '../../../../domain/scrubbing/scrub-edit.js';

/** What makes an edit find something, and what differs from that just enough to pass; laid over a clean claim. */
export interface EditExample {
  readonly fails: Partial<ScrubInput>;
  readonly passes: Partial<ScrubInput>;
}

export type EditExamples = Readonly<Record<string, readonly EditExample[]>>;
