import type { Database } from '../../db/database.js';
import { type IntakeFinding, recordIntakeFinding } from '../../db/intake-findings.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { chunksOf } from './chunks-of.js';
import type { EncounterResult } from './encounter-result.js';

const source = 'fhir';
const findingsAtATime = 100;

/** Keeps why encounters became no claim, so that it can be looked up later. */
export async function storeFindings(
  db: Database,
  practiceId: string,
  results: readonly EncounterResult[],
  context: { readonly at: Instant; readonly files: readonly string[] },
): Promise<void> {
  for (const chunk of chunksOf(intakeFindings(results, context.files), findingsAtATime)) {
    await db.inPractice(practiceId, async (tx) => {
      for (const item of chunk) await recordIntakeFinding(tx, item, context.at);
    });
  }
}

/** An encounter that stands in the files more than once keeps its place as part of the name from the second time on. */
function intakeFindings(results: readonly EncounterResult[], files: readonly string[]): IntakeFinding[] {
  const seen = new Set<string>();
  return results.flatMap((result): IntakeFinding[] => {
    const { encounterRef, location } = result;
    const sourceId = seen.has(encounterRef) ? `${encounterRef} (${location})` : encounterRef;
    seen.add(encounterRef);
    if (result.kind === 'claim') return [];
    const fileName = files.find((file) => location.startsWith(file)) ?? null;
    return [{ source, sourceId, fileName, findings: result.findings }];
  });
}
