import { describe, expect, it } from 'vitest';
import { changeLines } from '../../../../cli/live-table/change-lines.js';
import { createLiveTable } from '../../../../cli/live-table/live-table.js';
import { renderSnapshot } from '../../../../cli/live-table/render-snapshot.js';
import { renderSummary } from '../../../../cli/live-table/render-summary.js';
import type { Snapshot, SnapshotClaim } from '../../../../cli/live-table/snapshot.js';
import { cents } from '../../../../domain/kernel/cents.js';
import { plainDate } from '../../../../domain/kernel/plain-date.js';

function claim(patientControlNumber: string, change: Partial<SnapshotClaim> = {}): SnapshotClaim {
  return {
    patientControlNumber,
    payerCode: 'summit-health',
    stage: 'adjudication',
    headline: 'Accepted, waiting for payment',
    chargeCents: cents(17500),
    paidCents: cents(0),
    attention: 'none',
    ...change,
  };
}

const closed = claim('HL0001', { stage: 'closed', headline: 'Paid', paidCents: cents(12345) });
const waiting = claim('HL0002', { stage: 'coding', headline: 'Needs a coder', attention: 'coder' });
const moving = claim('HL0003');

function snapshot(claims: readonly SnapshotClaim[], change: Partial<Snapshot> = {}): Snapshot {
  return {
    businessDate: plainDate('2026-01-05'),
    rate: 43_200,
    stageCounts: { adjudication: 1, coding: 1, closed: 1 },
    withPersonCount: 1,
    claims,
    totals: {
      billedCents: cents(52500),
      paidCents: cents(12345),
      adjustedCents: cents(3000),
      patientCents: cents(2155),
    },
    openItemCount: 1,
    ...change,
  };
}

const screen = { columns: 120, rows: 30, color: false };

describe('the table', () => {
  it('shows date, speed, stages, money and claims, those that wait for a person first and closed ones last', () => {
    expect(renderSnapshot(snapshot([closed, moving, waiting]), screen).map((line) => line.trimEnd())).toEqual([
      'teleclaim   2026-01-05   1 day = 2 s   3 claims',
      'intake 0  eligibility 0  coding 1  scrubbing 0  submission 0  acknowledgement 0  adjudication 1  posting 0  patient bal…',
      'billed $525.00   paid $123.45   adjusted $30.00   patient $21.55   open $350.00',
      '',
      'claim                payer              stage            state                              charge        paid waits for',
      'HL0002               summit-health      coding           Needs a coder                     $175.00             coder',
      'HL0003               summit-health      adjudication     Accepted, waiting for payment     $175.00',
      'HL0001               summit-health      closed           Paid                              $175.00     $123.45',
    ]);
  });

  it('says real time at rate 1', () => {
    expect(renderSnapshot(snapshot([], { rate: 1 }), screen)[0]).toContain('real time');
  });

  it.each([
    [20, 5],
    [40, 10],
    [80, 24],
    [101, 30],
    [200, 60],
  ])('fits a screen of %i columns and %i rows, whatever there is to show', (columns, rows) => {
    const many = Array.from({ length: 100 }, (_, index) => claim(`HL${String(index).padStart(18, '0')}`));
    const lines = renderSnapshot(snapshot(many, { notices: ['API http://127.0.0.1:8080'] }), {
      columns,
      rows,
      color: false,
    });
    expect(lines.length).toBeLessThan(rows);
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(columns);
  });

  it('says how many claims there was no room for', () => {
    const many = Array.from({ length: 100 }, (_, index) => claim(`HL${index}`));
    const lines = renderSnapshot(snapshot(many), { ...screen, rows: 20 });
    const shown = lines.filter((line) => line.startsWith('HL')).length;
    expect(lines.at(-1)).toBe(`… and ${100 - shown} more`);
  });

  it('colours by what matters without changing the text', () => {
    const plain = renderSnapshot(snapshot([closed, moving, waiting]), screen);
    const colored = renderSnapshot(snapshot([closed, moving, waiting]), { ...screen, color: true });
    const withoutColor = (line: string) =>
      line
        .split('\u001b')
        .map((part) => part.replace(/^\[\d+m/, ''))
        .join('');
    expect(colored.map(withoutColor)).toEqual(plain);
    expect(colored.find((line) => line.includes('HL0002'))).toContain('\u001b[33m');
  });

  it('lets no control character of a text reach the terminal', () => {
    const lines = renderSnapshot(snapshot([claim('HL\u001b[2J', { headline: 'a\nb' })]), screen);
    for (const line of lines) expect(line).not.toMatch(/\p{Cc}/u);
  });
});

describe('lines of changes', () => {
  it('begin with the addresses and, in one line, what an earlier run left', () => {
    const found = snapshot([closed, waiting, moving], {
      stageCounts: { adjudication: 1_998, coding: 1, closed: 1_000 },
      notices: ['API http://127.0.0.1:8080'],
    });
    expect(changeLines(undefined, found)).toEqual([
      'API http://127.0.0.1:8080',
      '2026-01-05  2999 claims: 1000 closed, 1 with a person, 1998 under way',
    ]);
    expect(changeLines(found, found)).toEqual([]);
  });

  it('begin with the addresses alone when there is no claim yet, and then tell each new one', () => {
    const empty = snapshot([], { stageCounts: {}, withPersonCount: 0, notices: ['API http://127.0.0.1:8080'] });
    expect(changeLines(undefined, empty)).toEqual(['API http://127.0.0.1:8080']);
    expect(changeLines(empty, { ...empty, claims: [moving] })).toEqual([
      '2026-01-05  HL0003  summit-health  adjudication: Accepted, waiting for payment',
    ]);
  });

  it('tell each claim that has changed, and nothing when nothing did', () => {
    const before = snapshot([closed, moving]);
    expect(changeLines(before, before)).toEqual([]);
    const paid = { ...moving, stage: 'posting', headline: 'Remittance posted', paidCents: cents(9000) } as const;
    expect(changeLines(before, snapshot([closed, paid]))).toEqual([
      '2026-01-05  HL0003  summit-health  posting: Remittance posted  paid $90.00',
    ]);
  });

  it('open a new business day with the money so far, and tell a notice one time', () => {
    const before = snapshot([moving]);
    const now = snapshot([waiting], { businessDate: plainDate('2026-01-06'), notices: ['worker restarted'] });
    const lines = changeLines(before, now);
    expect(lines[0]).toBe(
      '2026-01-06  billed $525.00   paid $123.45   adjusted $30.00   patient $21.55   open $350.00',
    );
    expect(lines.at(-1)).toBe('worker restarted');
    expect(changeLines(now, now)).toEqual([]);
  });
});

function recorder(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 100, rows: 30, written, write: (text: string) => written.push(text) };
}

describe('the writer', () => {
  it('redraws in place on a terminal and gives the cursor back one time', () => {
    const output = recorder(true);
    const table = createLiveTable(output, { color: false });
    table.update(snapshot([moving]));
    table.update(snapshot([moving]));
    table.finish();
    table.finish();
    const [first = '', second = '', last = ''] = output.written;
    const lines = first.split('\n').length - 1;
    expect(first).not.toContain('\u001b[6A');
    expect(second).toContain(`\u001b[${lines}A`);
    expect(last).toBe('\u001b[?25h');
    expect(output.written).toHaveLength(3);
  });

  it('keeps printed lines above the table', () => {
    const output = recorder(true);
    const table = createLiveTable(output, { color: false });
    table.update(snapshot([moving]));
    table.print('API http://127.0.0.1:8080');
    const last = output.written.at(-1) ?? '';
    expect(last.indexOf('API')).toBeLessThan(last.indexOf('HL0003'));
  });

  it('writes plain lines where no terminal listens', () => {
    const output = recorder(false);
    const table = createLiveTable(output, { color: true });
    table.update(snapshot([], { stageCounts: {}, withPersonCount: 0 }));
    table.update(snapshot([moving]));
    table.update(snapshot([moving]));
    table.finish();
    expect(output.written).toEqual([
      '2026-01-05  HL0003  summit-health  adjudication: Accepted, waiting for payment\n',
    ]);
  });
});

describe('the summary', () => {
  it('tells claims, money, open items and time', () => {
    const lines = renderSummary(
      {
        claimCount: 60,
        closedCount: 50,
        outcomeCounts: { paid: 45, denied: 1, partially_paid: 4 },
        waitingForPersonCount: 10,
        totals: snapshot([]).totals,
        openItemCounts: { coding_question: 1, denied: 2, scrub_blocked: 0 },
        businessFrom: plainDate('2026-01-05'),
        businessTo: plainDate('2026-03-06'),
        wallMillis: 121_300,
      },
      { color: false },
    );
    expect(lines).toEqual([
      'Summary',
      '  claims                60',
      '  closed                50 (paid 45, partially paid 4, denied 1)',
      '  waiting for a person  10',
      '  billed                       $525.00',
      '  paid                         $123.45',
      '  adjusted                      $30.00',
      '  patient                       $21.55',
      '  not settled yet              $350.00',
      '  open items            3 (denied 2, coding question 1)',
      '  time                  121.3 s for 60 days, 2026-01-05 to 2026-03-06',
    ]);
  });
});
