import { claimStages } from '../../domain/claim/claim-stage.js';
import { formatDollars } from '../../domain/kernel/cents.js';
import { moneyLine } from './money-line.js';
import type { Snapshot, SnapshotClaim } from './snapshot.js';
import { cell, clip, paint, type Tone } from './text-cells.js';

/** The terminal to draw for. */
export type Screen = { readonly columns: number; readonly rows: number; readonly color: boolean };

const dayMillis = 86_400_000;
const widths = { number: 20, payer: 18, stage: 16, money: 11, attention: 9 } as const;
const fixedWidth = widths.number + widths.payer + widths.stage + 2 * widths.money + widths.attention + 6;
const headlineWidthMin = 12;

/** The whole table as lines; no line is wider than the screen and there are never more lines than rows. */
export function renderSnapshot(snapshot: Snapshot, screen: Screen): string[] {
  const head = [titleLine(snapshot, screen), stageLine(snapshot, screen), totalsLine(snapshot, screen), ''];
  const foot = (snapshot.notices ?? []).map((notice) => paint(clip(notice, screen.columns), 'faint', screen.color));
  const room = Math.max(0, screen.rows - head.length - foot.length - 2);
  const ordered = [...snapshot.claims].sort(byUrgency);
  const shown = ordered.slice(0, ordered.length > room ? Math.max(0, room - 1) : room);
  const hidden = ordered.length - shown.length;
  const more = hidden > 0 ? [paint(clip(`… and ${hidden} more`, screen.columns), 'faint', screen.color)] : [];
  const table = [headerRow(screen), ...shown.map((claim) => claimRow(claim, screen)), ...more];
  return [...head, ...table, ...foot].slice(0, Math.max(1, screen.rows - 1));
}

/** What needs a person comes first, then what still moves, in the order of the stages backwards; closed claims last. */
function byUrgency(a: SnapshotClaim, b: SnapshotClaim): number {
  const rank = (claim: SnapshotClaim) => {
    if (claim.attention !== 'none') return 0;
    return claim.stage === 'closed' ? 2 : 1;
  };
  const stage = (claim: SnapshotClaim) => claimStages.indexOf(claim.stage);
  return rank(a) - rank(b) || stage(b) - stage(a) || (a.patientControlNumber < b.patientControlNumber ? -1 : 1);
}

function titleLine({ businessDate, rate, claims }: Snapshot, { columns, color }: Screen): string {
  const text = `teleclaim   ${businessDate}   ${speed(rate)}   ${claims.length} claims`;
  return paint(clip(text, columns), 'strong', color);
}

/** `real time`, or how long a business day lasts: `1 day = 2 s`. */
function speed(rate: number): string {
  if (rate === 1) return 'real time';
  const seconds = dayMillis / rate / 1000;
  return `1 day = ${Number(seconds.toPrecision(2))} s`;
}

function stageLine({ stageCounts, openItemCount }: Snapshot, { columns, color }: Screen): string {
  const counts = claimStages.map((stage) => `${stage.replace('_', ' ')} ${stageCounts[stage] ?? 0}`);
  return paint(clip(`${counts.join('  ')}  |  open items ${openItemCount}`, columns), 'heading', color);
}

function totalsLine({ totals }: Snapshot, { columns }: Screen): string {
  return clip(moneyLine(totals), columns);
}

/** The headline takes what the fixed columns leave; on a narrow screen it goes first, then the rest is cut. */
function row(cells: readonly string[], headline: string, { columns }: Screen): string {
  const left = columns - fixedWidth;
  const [number = '', payer = '', stage = '', charge = '', paid = '', attention = ''] = cells;
  const middle = left >= headlineWidthMin ? [cell(headline, left)] : [];
  const parts = [
    cell(number, widths.number),
    cell(payer, widths.payer),
    cell(stage, widths.stage),
    ...middle,
    cell(charge, widths.money, 'right'),
    cell(paid, widths.money, 'right'),
    cell(attention, widths.attention),
  ];
  return clip(parts.join(' '), columns);
}

function headerRow(screen: Screen): string {
  const text = row(['claim', 'payer', 'stage', 'charge', 'paid', 'waits for'], 'state', screen);
  return paint(text, 'faint', screen.color);
}

function claimRow(claim: SnapshotClaim, screen: Screen): string {
  const cells = [
    claim.patientControlNumber,
    claim.payerCode,
    claim.stage.replace('_', ' '),
    formatDollars(claim.chargeCents),
    claim.paidCents === 0 ? '' : formatDollars(claim.paidCents),
    claim.attention === 'none' ? '' : claim.attention,
  ];
  return paint(row(cells, claim.headline, screen), tone(claim), screen.color);
}

function tone(claim: SnapshotClaim): Tone | undefined {
  if (claim.attention !== 'none') return 'warning';
  if (claim.stage !== 'closed') return undefined;
  return claim.paidCents > 0 ? 'good' : 'faint';
}
