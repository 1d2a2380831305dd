import type { Command } from 'commander';
import { listClaimEvents } from '../../db/claim-history-queries.js';
import { type ClaimDetail, type ClaimSummary, findClaim, listClaims } from '../../db/claim-queries.js';
import { type Attention, attentionSchema, type ClaimStage } from '../../domain/claim/claim-status.js';
import { claimStages } from '../../domain/claim/claim-stage.js';
import { claimTimeline } from '../../domain/claim/claim-timeline.js';
import { cents, formatDollars } from '../../domain/kernel/cents.js';
import { choosePractice } from '../product/choose-practice.js';
import { withDatabase } from '../product/with-database.js';
import { readBusinessNow } from '../product/read-business-now.js';
import { readOfClaim } from '../product/read-of-claim.js';
import { oneOf, wholeNumber } from '../text/parse-option.js';
import { type Column, plainTable } from '../text/plain-table.js';
import { printJson, printLines } from '../text/print.js';
import { timelineLines } from '../text/timeline-lines.js';
import { addExplainCommand } from './explain.js';
import { practiceOption, type ReadingOptions } from './practice-option.js';

interface ListOptions extends ReadingOptions {
  readonly stage?: ClaimStage;
  readonly payer?: string;
  readonly attention?: Attention;
  readonly limit: number;
}

export function addClaimsCommand(program: Command): void {
  const claims = program.command('claims').description('look at claims: list, show, timeline, explain');
  claims
    .command('list')
    .description('claims, newest first')
    .option('--stage <stage>', `one of: ${claimStages.join(', ')}`, oneOf(claimStages))
    .option('--payer <code>', 'payer code')
    .option('--attention <role>', 'who must act', oneOf(attentionSchema.options))
    .option('--limit <number>', 'most claims to show', wholeNumber(1, 1_000), 100)
    .addOption(practiceOption())
    .option('--json', 'as JSON')
    .action(list);
  const one = (name: string, description: string, show: (claimId: string, options: ReadingOptions) => Promise<void>) =>
    claims
      .command(name)
      .description(description)
      .argument('<claim>', 'claim id or patient control number')
      .addOption(practiceOption())
      .option('--json', 'as JSON')
      .action(show);
  one('show', 'one claim with its open questions', show);
  one('timeline', 'each stage of a claim: entered, due, finished, by whom and why', timeline);
  addExplainCommand(claims);
}

async function list({ stage, payer, attention, limit, practice, json }: ListOptions): Promise<void> {
  const filter = {
    stages: stage === undefined ? undefined : [stage],
    payerCodes: payer === undefined ? undefined : [payer],
    attentions: attention === undefined ? undefined : [attention],
  };
  const page = await withDatabase(async (db) =>
    db.read(await choosePractice(db, practice), (query) =>
      listClaims(query, filter, { order: 'newest', size: limit, after: null }),
    ),
  );
  if (json === true) printJson(page.items);
  else printLines(page.items.length === 0 ? ['no claims'] : plainTable(page.items, listColumns));
  if (page.nextPageToken !== null) process.stderr.write(`there are more claims than ${limit}: --limit shows more\n`);
}

const listColumns: readonly Column<ClaimSummary>[] = [
  { heading: 'claim', text: (claim) => claim.id },
  { heading: 'number', text: (claim) => claim.patientControlNumber },
  { heading: 'service', text: (claim) => claim.dateOfService },
  { heading: 'payer', text: (claim) => claim.payerCode ?? '?' },
  { heading: 'stage', text: (claim) => claim.stage },
  { heading: 'state', text: (claim) => claim.headline },
  { heading: 'charge', align: 'right', text: (claim) => formatDollars(cents(claim.chargeCents)) },
  { heading: 'paid', align: 'right', text: (claim) => formatDollars(cents(claim.paidCents)) },
];

async function show(claim: string, options: ReadingOptions): Promise<void> {
  const detail = await readOfClaim(claim, options, findClaim);
  if (options.json === true) printJson(detail);
  else printLines(detailLines(detail));
}

function detailLines(claim: ClaimDetail): string[] {
  const dollars = (amountCents: number) => formatDollars(cents(amountCents));
  const rows: readonly (readonly [string, string])[] = [
    ['claim', `${claim.id}   ${claim.patientControlNumber}`],
    ['state', claim.headline],
    ['stage', `${claim.stage} since ${claim.stageEnteredAt}, due ${claim.stageDueAt ?? 'never'}`],
    ['payer', claim.payerCode ?? 'not known'],
    ['date of service', claim.dateOfService],
    ['filing deadline', claim.filingDeadline ?? 'not known'],
    ['insurance', claim.insuranceOutcome.replaceAll('_', ' ')],
    ['payer’s number', claim.payerClaimControlNumber ?? 'none yet'],
    ['charge', dollars(claim.chargeCents)],
    ['paid', dollars(claim.paidCents)],
    ['adjusted', dollars(claim.adjustedCents)],
    ['patient', `${dollars(claim.patientResponsibilityCents)} (balance ${claim.patientBalance})`],
  ];
  const items = claim.openWorkItems.flatMap((item) => [
    `open question for the ${item.owner}, due ${item.dueAt}: ${item.cause}`,
    `  ways on: ${item.allowedCommands.join(', ') || 'none from here'}`,
  ]);
  return [...rows.map(([name, text]) => `${name.padEnd(17)}${text}`), ...items];
}

async function timeline(claim: string, options: ReadingOptions): Promise<void> {
  const events = await readOfClaim(claim, options, listClaimEvents);
  const stages = claimTimeline(events, readBusinessNow());
  if (options.json === true) printJson(stages);
  else printLines(timelineLines(stages));
}
