import type { ReportTrouble } from './model-fields.js';

/** Reports adjustments that need more CAS segments than a loop may have: up to six neighbours of a group share one. */
export function checkAdjustmentRuns(
  adjustments: readonly { readonly group: string }[],
  segmentsMax: number,
  report: ReportTrouble,
): void {
  let segments = 0;
  let inRun = 0;
  let group: string | undefined;
  for (const adjustment of adjustments) {
    if (adjustment.group !== group || inRun === 6) {
      segments += 1;
      inRun = 0;
    }
    group = adjustment.group;
    inRun += 1;
  }
  if (segments > segmentsMax)
    report(`need ${segments} CAS segments, and there may be ${segmentsMax}: put those of one group together`);
}
