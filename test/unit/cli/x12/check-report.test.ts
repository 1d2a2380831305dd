import { describe, expect, test } from 'vitest';
import { fileCheckOf, fileCheckSchema } from '../../../../cli/x12/check-json.js';
import { fileLines } from '../../../../cli/x12/check-lines.js';
import type { FileOutcome } from '../../../../cli/x12/check-one-file.js';
import { writeRemittanceAdvice } from '../../../../domain/x12/835/write-remittance-advice.js';
import { cents } from '../../../../domain/kernel/cents.js';
import { checkFile } from '../../../../domain/x12/check-file.js';
import { fileOf, goodClaim, secondaryClaim } from '../../../builders/checked-claims.js';
import { filesWithSecrets } from '../../../builders/answers-with-secrets.js';
import { PatientSecrets } from '../../../builders/patient-secrets.js';
import { testEnvelope } from '../../../builders/x12-envelope.js';
import {
  adjustment,
  completeRemittanceAdvice,
  remittanceClaim,
  remittanceLine,
} from '../../../builders/x12-remittance.js';

function outcomeOf(text: string): FileOutcome {
  return { kind: 'read', path: 'folder/file.txt', sizeBytes: text.length, report: checkFile(text) };
}

function lines(text: string, options: { masked?: boolean; placesMax?: number } = {}): string[] {
  return fileLines(outcomeOf(text), { masked: true, placesMax: 5, ...options });
}

/** A file of one claim without any fault. */
const claimFile = fileOf(goodClaim());

/** Pays one line ten dollars more than its adjustments leave. */
const unbalanced = writeRemittanceAdvice(
  completeRemittanceAdvice([
    remittanceClaim(10_000, 8_000, { lines: [remittanceLine(10_000, 8_000, [adjustment('CO', '45', 3_000)])] }),
    remittanceClaim(5_000, 5_000, { lines: [remittanceLine(5_000, 5_000, [])] }),
  ]),
  testEnvelope,
);

/** What the line and its claim say was paid, and what their parts leave. */
const wrongSum = { statedCents: 8_000, computedCents: 7_000 };

describe('the report', () => {
  test('shows both sides of every sum that is wrong, of claims as of payments', () => {
    const [charge, priorPayer] = [goodClaim({ chargeCents: cents(1) }), secondaryClaim({ paidCents: cents(5) })];
    const text = lines(fileOf(charge, { ...priorPayer, patientControlNumber: 'C2' })).join('\n');
    expect(text).toContain('$0.01 stated, $150.00 from its parts, off by -$149.99');
    expect(text).toContain('$0.05 stated, $100.00 from its parts, off by -$99.95');
    expect(lines(unbalanced).filter((line) => line.includes('CLP04 in loop 2100, segment'))).toEqual([
      expect.stringContaining('value ***: $80.00 stated, $70.00 from its parts, off by $10.00'),
    ]);
  });

  test('tells what a good file holds and that nothing is wrong', () => {
    expect(lines(claimFile)).toMatchInlineSnapshot(`
      [
        "folder/file.txt: 811 bytes, nothing to find",
        "  interchange 000000001 from ZZ PAYER to ZZ PRACTICE, 2026-01-05 12:00, test",
        "    group 1 HC, guide 005010X222A1",
        "      0001 837P professional claims: 27 segments, 1 claim, charged $150.00",
        "",
      ]
    `);
  });

  test('tells of each equation what it comes to, and each that fails with its figures and its claim masked', () => {
    expect(lines(unbalanced)).toMatchInlineSnapshot(`
      [
        "folder/file.txt: 551 bytes, 2 errors (1 remittance out of balance), 0 warnings",
        "  interchange 000000001 from ZZ PAYER to ZZ PRACTICE, 2026-01-05 12:00, test",
        "    group 1 HP, guide 005010X221A1",
        "      0001 835 remittance advice: 17 segments, 2 claims, charged $150.00, paid $130.00, payment $130.00, trace EFT1",
        "        holds   payment (BPR02) = claims paid - provider adjustments: $130.00 = $130.00",
        "        fails   claim paid (CLP04) = charge - claim and line adjustments: 1 of 2, $130.00 ≠ $120.00",
        "                claim 1 (***): $80.00 stated, $70.00 from its parts, off by $10.00",
        "        holds   claim charge (CLP03) = line charges: 2 of 2, $150.00 = $150.00",
        "        holds   claim paid (CLP04) = line payments - claim adjustments: 2 of 2, $130.00 = $130.00",
        "        fails   line paid (SVC03) = charge - adjustments: 1 of 2, $130.00 ≠ $120.00",
        "                claim 1 (***), line 1: $80.00 stated, $70.00 from its parts, off by $10.00",
        "        holds   patient responsibility (CLP05) = PR adjustments: 2 of 2, $0.00 = $0.00",
        "  error   out-of-balance: The claim’s charge less all adjustments of claim and lines is not what was paid (CLP04).",
        "          To do: Compare the figures of the equation with the sender; do not post the payment before it balances.",
        "      CLP04 in loop 2100, segment 10 of transaction 1, byte 367, value ***: $80.00 stated, $70.00 from its parts, off by $10.00",
        "  error   out-of-balance: The line’s charge less its adjustments is not what was paid (SVC03).",
        "          To do: Compare the figures of the equation with the sender; do not post the payment before it balances.",
        "      SVC03 in loop 2110, segment 12 of transaction 1, byte 419, value ***: $80.00 stated, $70.00 from its parts, off by $10.00",
        "",
      ]
    `);
    expect(lines(unbalanced, { masked: false }).join('\n')).toContain('claim 1 (CLAIM1), line 1: $80.00 stated');
  });

  test('does not call a file clean that does not balance, and counts the failing equations as errors once', () => {
    expect(outcomeOf(unbalanced)).toMatchObject({
      report: { totals: { errorCount: 2, warningCount: 0, unbalancedCount: 1 } },
    });
    expect(lines(unbalanced)[0]).toMatch(/: \d+ bytes, 2 errors \(1 remittance out of balance\), 0 warnings$/);
  });

  test('gives advice on an equation that may fail, and no error', () => {
    const advised = lines(
      writeRemittanceAdvice(
        completeRemittanceAdvice([
          remittanceClaim(10_000, 10_000, {
            patientResponsibilityCents: cents(500),
            lines: [remittanceLine(10_000, 10_000, [])],
          }),
        ]),
        testEnvelope,
      ),
    );
    expect(advised[0]).toMatch(/, 0 errors, 1 warning$/);
    expect(advised.join('\n')).toMatch(/advice {2}patient responsibility \(CLP05\).*\$5\.00 ≠ \$0\.00/);
    expect(advised.join('\n')).toContain('  warning patient-responsibility-differs: ');
  });

  test('puts findings that say the same together, errors first, with what to do and each place', () => {
    const text = claimFile.replace('*Y*A*Y*Y~', '*Y*Q*Y*Y~').replace('*10:B:1', '*10:X:1').replace('*0*T*:', '*0*Z*:');
    expect(lines(text).slice(4)).toMatchInlineSnapshot(`
      [
        "  error   invalid-code (2 times): The code is not one the guide allows here.",
        "          To do: Use a code of the list that the guide gives for this element.",
        "      CLM05-2 in loop 2300, segment 19 of transaction 1, byte 613, value ***",
        "      CLM07 in loop 2300, segment 19 of transaction 1, byte 622, value ***",
        "  warning invalid-envelope-element: ISA15 should be P or T.",
        "          To do: Write the element in the form named; receivers refuse whole files for less.",
        "      ISA15, byte 102, value ***",
        "",
      ]
    `);
  });

  test('shows the first places only, and says how many more there are', () => {
    const text = claimFile.replace('HI*', `${'ZZZ*1~\n'.repeat(8)}HI*`);
    const places = (shown: string[]) => shown.filter((line) => line.includes('in loop 2300, segment')).length;
    expect(places(lines(text))).toBe(5);
    expect(lines(text).join('\n')).toContain('… and 3 more (--all shows them)');
    expect(places(lines(text, { placesMax: Number.POSITIVE_INFINITY }))).toBe(8);
  });

  test('shows a wrong value only when asked to', () => {
    const text = claimFile.replace('DMG*D8*19800229', 'DMG*D8*19800230');
    expect(lines(text).join('\n')).toContain('value ***');
    expect(lines(text).join('\n')).not.toContain('19800230');
    expect(lines(text, { masked: false }).join('\n')).toContain('value 19800230');
  });

  test('does not take a piece of a value for the id of a segment', () => {
    const text = claimFile.replace('NM1*IL*1*DOE', 'NM1*IL*1*~LEE*DOE');
    expect(lines(text).join('\n')).not.toContain('LEE');
    expect(JSON.stringify(fileCheckOf(outcomeOf(text), true))).not.toContain('LEE');
  });
});

describe('the JSON', () => {
  const texts = [claimFile, unbalanced, '', claimFile.replace('ST*837', 'ST*834')];
  const answers = Object.values(filesWithSecrets).map((write) => write(new PatientSecrets('A')));

  test.each([...texts, ...answers])('has the documented shape, %#', (text) => {
    for (const masked of [true, false]) {
      const written: unknown = JSON.parse(JSON.stringify(fileCheckOf(outcomeOf(text), masked)));
      expect(fileCheckSchema.parse(written)).toEqual(written);
    }
  });

  test('names claim and line of an equation from 1', () => {
    const check = fileCheckOf(outcomeOf(unbalanced), false);
    const equations =
      check.status === 'read' ? check.interchanges[0]?.groups[0]?.transactions[0]?.balance?.equations : undefined;
    expect(equations?.find((equation) => !equation.holds)).toEqual({
      kind: 'line-paid',
      segmentPosition: 12,
      level: 'line',
      claim: 1,
      line: 1,
      patientControlNumber: 'CLAIM1',
      leftCents: 8_000,
      rightCents: 7_000,
      differenceCents: 1_000,
      holds: false,
      advisory: false,
      terms: [
        { name: 'line-charge', cents: 10_000, count: 1 },
        { name: 'line-adjustments', code: 'CO', cents: -3_000, count: 1 },
      ],
    });
  });

  test('gives the figures of a wrong sum with its finding, and the level of checking that finds it', () => {
    const check = fileCheckOf(outcomeOf(unbalanced), true);
    expect(check.status === 'read' ? check.findings : []).toMatchObject([
      { code: 'out-of-balance', severity: 'error', segmentId: 'CLP', element: 4, snip: 3, ...wrongSum, value: '***' },
      { code: 'out-of-balance', severity: 'error', segmentId: 'SVC', element: 3, snip: 3, ...wrongSum, value: '***' },
    ]);
  });

  test('is complete: a reader finds kinds, numbers, money, findings and what to do without knowing more', () => {
    const check = fileCheckOf(outcomeOf(claimFile.replace('*Y*A*Y*Y~', '*Y*Q*Y*Y~')), true);
    expect(check).toMatchInlineSnapshot(`
      {
        "bytes": 811,
        "file": "folder/file.txt",
        "findings": [
          {
            "byteOffset": 622,
            "code": "invalid-code",
            "element": 7,
            "elementErrorCode": "7",
            "elementReference": "1359",
            "group": 1,
            "interchange": 1,
            "loop": "2300",
            "message": "The code is not one the guide allows here.",
            "place": "CLM07 in loop 2300, segment 19 of transaction 1, byte 622",
            "remedy": "Use a code of the list that the guide gives for this element.",
            "segmentErrorCode": "8",
            "segmentId": "CLM",
            "segmentPosition": 19,
            "severity": "error",
            "snip": 2,
            "transaction": 1,
            "value": "***",
          },
        ],
        "interchanges": [
          {
            "acknowledgementRequested": false,
            "acknowledgements": [],
            "byteLength": 809,
            "byteOffset": 0,
            "controlNumber": "000000001",
            "date": "260105",
            "groups": [
              {
                "byteOffset": 107,
                "controlNumber": "1",
                "date": "20260105",
                "functionalId": "HC",
                "guideId": "005010X222A1",
                "ordinal": 1,
                "receiverCode": "PRACTICE",
                "senderCode": "PAYER",
                "time": "1200",
                "transactions": [
                  {
                    "byteOffset": 160,
                    "chargeCents": 15000,
                    "claims": 1,
                    "controlNumber": "0001",
                    "guideId": "005010X222A1",
                    "kind": "837P",
                    "ordinal": 1,
                    "segments": 27,
                    "transactionId": "837",
                  },
                ],
              },
            ],
            "hasHeader": true,
            "ordinal": 1,
            "receiver": {
              "id": "PRACTICE",
              "qualifier": "ZZ",
            },
            "sender": {
              "id": "PAYER",
              "qualifier": "ZZ",
            },
            "time": "1200",
            "usage": "T",
            "version": "00501",
          },
        ],
        "status": "read",
        "totals": {
          "chargeCents": 15000,
          "claimCount": 1,
          "errorCount": 1,
          "groupCount": 1,
          "interchangeCount": 1,
          "paidCents": 0,
          "paymentCents": 0,
          "transactionCount": 1,
          "unbalancedCount": 0,
          "warningCount": 0,
        },
      }
    `);
  });
});
