import { arch, cpus, platform } from 'node:os';
import { type CodedClaim, codedClaimSchema } from '../domain/coding/coded-claim.js';
import { codeVisit } from '../domain/coding/code-visit.js';
import { builtInDiagnosisCodeSet } from '../domain/coding/diagnosis-code-set.js';
import { InvariantError } from '../domain/kernel/invariant-error.js';
import { addDays } from '../domain/kernel/plain-date.js';
import { scrubAndFixClaim } from '../domain/scrubbing/scrub-and-fix-claim.js';
import { scrubEdits } from '../domain/scrubbing/scrub-edits.js';
import { rulesCases } from './rules/rules-cases.js';
import { percentile } from './rules/percentile.js';

// How long coding and scrubbing one claim with all edits takes on one core, beside a JSON round trip of the same claim
// (the visit as received and what it is billed as) in the same run. They take turns, so that both meet the same machine.

const ratioMax = 8;
const spreadMax = 10;
const warmUps = 20_000;
const turns = 50_000;

type Case = (typeof rulesCases)[number];

function codeAndScrub({ visit, payer, practice, eligibility }: Case): CodedClaim {
  const outcome = codeVisit({ visit, payer, practice, diagnosisCodes: builtInDiagnosisCodeSet });
  if (outcome.kind !== 'coded')
    throw new InvariantError(`the case is not coded: ${outcome.questions[0]?.message ?? ''}`);
  return scrubAndFixClaim({
    visit,
    claim: outcome.claim,
    payer,
    practice,
    eligibility,
    frequencyCode: '1',
    otherClaims: [],
    diagnosisCodes: builtInDiagnosisCodeSet,
    today: addDays(visit.dateOfService, 2),
    overriddenEditIds: [],
  }).claim;
}

/** Processor time of the process, so that what others do on a shared machine does not count, but the collector does. */
function processorMicroseconds(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function empty(): Float64Array {
  return new Float64Array(turns);
}

function measure(each: Case) {
  const coded = codedClaimSchema.parse(codeAndScrub(each));
  const claim = { visit: each.visit, coded };
  const roundTrip = (): unknown => JSON.parse(JSON.stringify(claim));
  const rules = (): unknown => codeAndScrub(each);
  for (let turn = 0; turn < warmUps; turn += 1) {
    roundTrip();
    rules();
  }
  const times = { floor: empty(), product: empty(), floorCpu: empty(), productCpu: empty(), coded: empty() };
  const take = (work: () => unknown, turn: number, wall: Float64Array, cpu: Float64Array): void => {
    const cpuStart = processorMicroseconds();
    const start = performance.now();
    work();
    wall[turn] = (performance.now() - start) * 1000;
    cpu[turn] = processorMicroseconds() - cpuStart;
  };
  for (let turn = 0; turn < turns; turn += 1) {
    take(roundTrip, turn, times.floor, times.floorCpu);
    take(rules, turn, times.product, times.productCpu);
  }
  const unused = empty();
  for (let turn = 0; turn < turns; turn += 1) take(() => JSON.parse(JSON.stringify(coded)), turn, times.coded, unused);
  for (const each of Object.values(times)) each.sort();
  return { ...times, bytes: JSON.stringify(claim).length };
}

function shown(times: Float64Array): string {
  return `p50 ${percentile(times, 0.5).toFixed(1)} p99 ${percentile(times, 0.99).toFixed(1)}`;
}

const processors = cpus();
process.stdout.write(
  `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}, ${platform()} ${arch()}, Node ${process.version}, V8 ${process.versions.v8}\n` +
    `${scrubEdits.length} edits, ${turns} turns a claim after ${warmUps} that warm up; times in µs\n\n`,
);
let reached = true;
for (const each of rulesCases) {
  const { floor, product, floorCpu, productCpu, coded, bytes } = measure(each);
  const ratio = percentile(product, 0.5) / percentile(floor, 0.5);
  const spread = percentile(productCpu, 0.99) / percentile(productCpu, 0.5);
  reached &&= ratio <= ratioMax && spread <= spreadMax;
  process.stdout.write(
    `${each.name} (${bytes} bytes of JSON)\n` +
      `  JSON round trip   ${shown(floor)}, processor ${shown(floorCpu)}\n` +
      `  code and scrub    ${shown(product)}, processor ${shown(productCpu)}\n` +
      `  p50 to round trip ${ratio.toFixed(2)} (at most ${ratioMax}), ` +
      `${(percentile(product, 0.5) / percentile(coded, 0.5)).toFixed(2)} to one of the billed part alone; p99 to own p50 ${spread.toFixed(2)} of processor time (at most ${spreadMax}), ` +
      `${(percentile(product, 0.99) / percentile(product, 0.5)).toFixed(2)} by the clock\n`,
  );
}
process.stdout.write(reached ? '\nreached\n' : '\nNOT reached\n');
process.exitCode = reached ? 0 : 1;
