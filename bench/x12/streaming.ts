import { parseArgs } from 'node:util';
import { streamRemittanceAdvices } from '../../domain/x12/835/stream-remittance-advices.js';
import { machineLine } from '../support/machine-line.js';
import { generatedRemittance } from './generated-remittance.js';

/** How often the memory is looked at. */
const claimsBetweenLooks = 2_000;

const { values } = parseArgs({ options: { megabytes: { type: 'string', default: '300' } } });
const file = generatedRemittance(Number(values.megabytes) * 1_000_000);
const residentAtStart = process.memoryUsage.rss();
let residentMost = residentAtStart;
let claims = 0;
let lines = 0;
let findings = 0;
let balances = false;
const cpuBefore = process.cpuUsage();
const started = performance.now();
for await (const event of streamRemittanceAdvices(file.chunks())) {
  if (event.kind === 'finding') findings += 1;
  if (event.kind === 'remittance-begun') findings += event.findings.length;
  if (event.kind === 'remittance-ended') {
    findings += event.findings.length;
    balances = event.balance.balances;
  }
  if (event.kind !== 'remittance-claim') continue;
  claims += 1;
  lines += event.claim.lines.length;
  findings += event.findings.length;
  if (claims % claimsBetweenLooks === 0) residentMost = Math.max(residentMost, process.memoryUsage.rss());
}
const seconds = (performance.now() - started) / 1_000;
const cpu = process.cpuUsage(cpuBefore);
const megabytes = file.byteLength / 1_000_000;
console.log(`One 835 of one transaction set, made as it is read. ${machineLine()}.`);
console.table({
  'streamed 835': {
    MB: Number(megabytes.toFixed(1)),
    claims,
    lines,
    findings,
    balances,
    seconds: Number(seconds.toFixed(2)),
    'CPU seconds': Number(((cpu.user + cpu.system) / 1_000_000).toFixed(2)),
    'MB/s': Number((megabytes / seconds).toFixed(1)),
    'resident MB at start': Math.round(residentAtStart / 1_000_000),
    'resident MB at most': Math.round(residentMost / 1_000_000),
    'peak of the process MB': Math.round((process.resourceUsage().maxRSS * 1_024) / 1_000_000),
  },
});
if (claims !== file.claimCount || findings > 0 || !balances) process.exitCode = 1;
