import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from 'commander';
import { countMovingClaims, type ClaimState, listClaimStates } from '../../db/claim-states.js';
import { sha256Hex } from '../../db/new-id.js';
import { formatDollars, cents } from '../../domain/kernel/cents.js';
import type { FhirResourceSet } from '../../domain/visit/fhir/fhir-resource-set.js';
import { readFhirResources } from '../../domain/visit/fhir/read-fhir-resources.js';
import { visitsFromFhir } from '../../domain/visit/fhir/visits-from-fhir.js';
import { businessNow, wallMillisNow } from '../../gateways/config/process-clock.js';
import { chunksOf } from '../intake/chunks-of.js';
import { collectFiles } from '../intake/collect-files.js';
import { type EncounterResult, encounterResults } from '../intake/encounter-result.js';
import { accountLines, accountOf, type ImportAccount } from '../intake/import-account.js';
import { encounterLines, findingLines, ignoredLine } from '../intake/import-lines.js';
import { postInChunks } from '../intake/post-in-chunks.js';
import { storeFindings } from '../intake/store-findings.js';
import { warningLines } from '../intake/warning-lines.js';
import { type ImportTarget, openImportTarget } from '../product/import-target.js';
import { lookAt, readStanding } from '../progress/read-standing.js';
import { type Look, type WatchEnd, watchUntilAtRest } from '../progress/watch-until-at-rest.js';
import { stopRequested } from '../supervise/stop-signals.js';

interface ImportOptions {
  readonly wait: boolean;
  readonly source?: string;
  readonly json?: true;
}

const visitsAtATime = 200;
const claimsAtATime = 1_000;
/** More would push the account of the import off the screen. */
const warningsShown = { kinds: 20, places: 3 } as const;
const patienceMillis = 5 * 60_000;
const lookEveryMillis = 500;

export function addImportCommand(program: Command, finish: (exitCode: number) => void): void {
  program
    .command('import')
    .description(
      'take visits in from FHIR R4 bundles, single resources and ndjson; a product that does not run is started',
    )
    .argument('<paths...>', 'files, or folders with .json, .ndjson and .jsonl files; all are read as one set')
    .option('--no-wait', 'do not wait until each claim is closed or waits for a person')
    .option('--source <name>', 'name of the sending system; else that of each encounter’s identifier')
    .option('--json', 'one JSON document instead of lines')
    .action(async (paths: string[], options: ImportOptions) => finish(await importPaths(paths, options)));
}

interface Output {
  /** Results; nothing in the JSON form, which comes at the end. */
  readonly print: (line: string) => void;
  /** What is being done, beside the results. */
  readonly tell: (line: string) => void;
}

async function importPaths(paths: readonly string[], options: ImportOptions): Promise<number> {
  const files = collectFiles(paths);
  const output: Output = {
    print: (line) => options.json !== true && process.stdout.write(`${line}\n`),
    tell: (line) => process.stderr.write(`${line}\n`),
  };
  const stop = new AbortController();
  void stopRequested().then(() => stop.abort());
  output.tell(`reading ${files.length} file${files.length === 1 ? '' : 's'}`);
  const set = readFhirResources(files.map((name) => ({ name, text: readFileSync(name, 'utf8') })));
  try {
    return await importInto({ set, files, options, output, stop: stop.signal });
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    output.tell('stopped; import the same files again to go on: what was taken in is not taken in twice');
    return 130;
  }
}

async function importInto(work: Omit<Import, 'target'>): Promise<number> {
  const target = await openImportTarget({ log: work.output.tell, stop: work.stop });
  try {
    return await importSet({ ...work, target });
  } finally {
    await target.close();
  }
}

interface Import {
  readonly set: FhirResourceSet;
  readonly files: readonly string[];
  readonly target: ImportTarget;
  readonly options: ImportOptions;
  readonly output: Output;
  readonly stop: AbortSignal;
}

async function importSet(work: Import): Promise<number> {
  const { set, target, output } = work;
  const results = await takeIn(work);
  const claimIds = results.flatMap((result) => (result.kind === 'claim' ? [result.claimId] : []));
  const states = await readStates(target, claimIds);
  const controlNumbers = new Map(states.map((state) => [state.claimId, state.patientControlNumber]));
  for (const result of results) {
    for (const line of encounterLines(result, (claimId) => controlNumbers.get(claimId) ?? '?')) output.print(line);
  }
  showUnread(set, output);
  for (const line of warningLines(results, warningsShown)) output.print(line);
  const encounters = set.entries.filter(({ resource }) => resource.resourceType === 'Encounter').length;
  const account = accountOf(results, encounters + set.brokenEncounters.length);
  for (const line of accountLines(account)) output.print(line);
  const end = await waitForClaims(work, claimIds);
  const ends = await readStates(target, claimIds);
  if (!target.ranBefore || end !== undefined) showEnds(ends, output);
  if (work.options.json === true) showJson(set, results, account, ends);
  if (encounters + set.brokenEncounters.length === 0 && set.findings.length > 0) {
    output.tell('no visit was found: what is there could not be read');
    return 1;
  }
  return exitCodeOf(account, end, output);
}

async function takeIn({ set, files, target, options, output, stop }: Import): Promise<EncounterResult[]> {
  const { items } = visitsFromFhir(set, {
    timeZone: target.timeZone,
    sha256Hex,
    ...(options.source === undefined ? {} : { sourceName: options.source }),
  });
  const answers = await postInChunks({
    api: target.api,
    visits: items.flatMap((item) => (item.kind === 'visit' ? [item.visit] : [])),
    chunkSize: visitsAtATime,
    stop,
    onProgress: (done, all) => {
      if (all > visitsAtATime) output.tell(`${done} of ${all} visits sent`);
    },
  });
  const results = encounterResults(items, answers);
  await storeFindings(target.db, target.practiceId, results, { at: businessNow(target.clock), files });
  return results;
}

async function readStates({ db, practiceId }: ImportTarget, claimIds: readonly string[]): Promise<ClaimState[]> {
  const chunks = chunksOf(claimIds, claimsAtATime);
  return await db.read(practiceId, async (query) => {
    const states: ClaimState[] = [];
    for (const chunk of chunks) states.push(...(await listClaimStates(query, chunk)));
    return states;
  });
}

function showUnread(set: FhirResourceSet, output: Output): void {
  if (set.findings.length > 0)
    output.print(
      `${set.findings.length === 1 ? 'one other thing' : `${set.findings.length} other things`} could not be read:`,
    );
  for (const finding of set.findings) for (const line of findingLines(finding)) output.print(line);
  const ignored = ignoredLine(set.ignoredCounts);
  if (ignored !== undefined) output.print(ignored);
}

/** Only a product that was started for the import is waited for: in one that runs, real time may pass. */
async function waitForClaims(work: Import, claimIds: readonly string[]): Promise<WatchEnd | undefined> {
  const { target, options, output, stop } = work;
  if (target.ranBefore || !options.wait || claimIds.length === 0) return undefined;
  output.tell('waiting until each claim is closed or waits for a person (--no-wait skips this)');
  let moving = -1;
  const look = async (): Promise<Look | undefined> => {
    try {
      const standing = lookAt(await readStanding(target));
      const left = await target.db.read(target.practiceId, (query) => countMovingClaims(query, claimIds));
      if (left !== moving) output.tell(`${claimIds.length - left} of ${claimIds.length} claims are done`);
      moving = left;
      return standing;
    } catch {
      return undefined;
    }
  };
  const pause = async () => await delay(lookEveryMillis, undefined, { signal: stop }).catch(() => undefined);
  return await watchUntilAtRest({ look, pause, wallMillisNow, patienceMillis, stop });
}

function showEnds(states: readonly ClaimState[], output: Output): void {
  if (states.length > 0) output.print('');
  for (const state of states) {
    const money = `charged ${formatDollars(cents(state.chargeCents))}, paid ${formatDollars(cents(state.paidCents))}`;
    output.print(`${state.claimId}  ${state.patientControlNumber}  ${state.headline}  (${money})`);
    for (const cause of state.causes) output.print(`         ${cause}`);
  }
}

function showJson(
  set: FhirResourceSet,
  results: readonly EncounterResult[],
  account: ImportAccount,
  claims: readonly ClaimState[],
): void {
  const { findings: unread, ignoredCounts } = set;
  process.stdout.write(`${JSON.stringify({ account, results, unread, ignoredCounts, claims }, null, 2)}\n`);
}

function exitCodeOf(account: ImportAccount, end: WatchEnd | undefined, output: Output): number {
  if (end?.kind === 'stuck') {
    output.tell(`nothing has moved for ${patienceMillis / 60_000} minutes; still open: ${end.moving.join('; ')}`);
  }
  if (end?.kind === 'stopped') output.tell('stopped before every claim was done; teleclaim start goes on with them');
  if (account.unaccounted > 0) return 1;
  return end === undefined || end.kind === 'at_rest' ? 0 : end.kind === 'stuck' ? 1 : 130;
}
