import { describe, expect, test } from 'vitest';
import { fileCheckOf, fileCheckSchema } from '../../../../cli/x12/check-json.js';
import { fileLines } from '../../../../cli/x12/check-lines.js';
import type { FileOutcome } from '../../../../cli/x12/check-one-file.js';
import { writeRemittanceAdvice } from '../../../../domain/x12/835/write-remittance-advice.js';
import { checkFile } from '../../../../domain/x12/check-file.js';
import { filesWithSecrets } from '../../../builders/answers-with-secrets.js';
import { PatientSecrets } from '../../../builders/patient-secrets.js';
import { smallClaimFile } from '../../../builders/small-claim-file.js';
import { testEnvelope } from '../../../builders/x12-envelope.js';
import { adjustment, remittanceAdvice, remittanceClaim, remittanceLine } from '../../../builders/x12-remittance.js';

function outcomeOf(text: string): FileOutcome {
  return { kind: 'read', path: 'folder/file.txt', sizeBytes: text.length, report: checkFile(text) };
}

function lines(text: string, options: { masked?: boolean; placesMax?: number } = {}): string[] {
  return fileLines(outcomeOf(text), { masked: true, placesMax: 5, ...options });
}

/** Pays one line ten dollars more than its adjustments leave. */
const unbalanced = writeRemittanceAdvice(
  remittanceAdvice([
    remittanceClaim(10_000, 8_000, { lines: [remittanceLine(10_000, 8_000, [adjustment('CO', '45', 3_000)])] }),
    remittanceClaim(5_000, 5_000, { lines: [remittanceLine(5_000, 5_000, [])] }),
  ]),
  testEnvelope,
);

describe('the report', () => {
  test('tells what a good file holds and that nothing is wrong', () => {
    expect(lines(smallClaimFile)).toMatchInlineSnapshot(`
      [
        "folder/file.txt: 753 bytes, nothing to find",
        "  interchange 000000001 from ZZ PAYER to ZZ PRACTICE, 2026-01-05 12:00, test",
        "    group 1 HC, guide 005010X222A1",
        "      0001 837P professional claims: 25 segments, 1 claim, charged $150.00",
        "",
      ]
    `);
  });

  test('tells of each equation what it comes to, and each that fails with its figures and its claim masked', () => {
    expect(lines(unbalanced)).toMatchInlineSnapshot(`
      [
        "folder/file.txt: 445 bytes, 5 errors, 0 warnings, 1 out of balance",
        "  interchange 000000001 from ZZ PAYER to ZZ PRACTICE, 2026-01-05 12:00, test",
        "    group 1 HP, guide 005010X221A1",
        "      0001 835 remittance advice: 12 segments, 2 claims, charged $150.00, paid $130.00, payment $130.00, trace EFT1",
        "        holds   payment (BPR02) = claims paid - provider adjustments: $130.00 = $130.00",
        "        fails   claim paid (CLP04) = charge - claim and line adjustments: 1 of 2, $130.00 ≠ $120.00",
        "                claim 1 (***): $80.00 stated, $70.00 from its parts, off by $10.00",
        "        holds   claim charge (CLP03) = line charges: 2 of 2, $150.00 = $150.00",
        "        holds   claim paid (CLP04) = line payments - claim adjustments: 2 of 2, $130.00 = $130.00",
        "        fails   line paid (SVC03) = charge - adjustments: 1 of 2, $130.00 ≠ $120.00",
        "                claim 1 (***), line 1: $80.00 stated, $70.00 from its parts, off by $10.00",
        "        holds   patient responsibility (CLP05) = PR adjustments: 2 of 2, $0.00 = $0.00",
        "  error   required-segment-missing: The guide requires a segment N3 here, and there is none.",
        "          To do: Add the segment: a receiver turns back a set without it.",
        "      N3 in loop 1000A, segment 5 of transaction 1, byte 246",
        "  error   required-segment-missing: The guide requires a segment N4 here, and there is none.",
        "          To do: Add the segment: a receiver turns back a set without it.",
        "      N4 in loop 1000A, segment 5 of transaction 1, byte 246",
        "  error   required-segment-missing: The guide requires a segment PER here, and there is none.",
        "          To do: Add the segment: a receiver turns back a set without it.",
        "      PER in loop 1000A, segment 5 of transaction 1, byte 246",
        "  error   required-segment-missing (2 times): The guide requires a segment NM1 here, and there is none.",
        "          To do: Add the segment: a receiver turns back a set without it.",
        "      NM1 in loop 2100, segment 10 of transaction 1, byte 353",
        "      NM1 in loop 2100, segment 12 of transaction 1, byte 408",
        "",
      ]
    `);
    expect(lines(unbalanced, { masked: false }).join('\n')).toContain('claim 1 (CLAIM1), line 1: $80.00 stated');
  });

  test('does not call a file clean that does not balance', () => {
    const withPayer = filesWithSecrets['835']?.(new PatientSecrets('A')) ?? '';
    expect(lines(withPayer.replace('CAS*CO*45*60', 'CAS*CO*45*50'))[0]).toMatch(
      /0 errors, 0 warnings, 1 out of balance$/,
    );
  });

  test('puts findings that say the same together, errors first, with what to do and each place', () => {
    const text = smallClaimFile
      .replace('*Y*A*Y*Y~', '*Y*Q*Y*Y~')
      .replace('*10:B:1', '*10:X:1')
      .replace('*0*T*:', '*0*Z*:');
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
    const text = smallClaimFile.replace('LX*1', `${'ZZZ*1~\n'.repeat(8)}LX*1`);
    const places = (shown: string[]) => shown.filter((line) => line.includes('in loop 2300, segment')).length;
    expect(places(lines(text))).toBe(5);
    expect(lines(text).join('\n')).toContain('… and 3 more (--all shows them)');
    expect(places(lines(text, { placesMax: Number.POSITIVE_INFINITY }))).toBe(8);
  });

  test('shows a wrong value only when asked to', () => {
    const text = smallClaimFile.replace('DMG*D8*19800229', 'DMG*D8*19800230');
    expect(lines(text).join('\n')).toContain('value ***');
    expect(lines(text).join('\n')).not.toContain('19800230');
    expect(lines(text, { masked: false }).join('\n')).toContain('value 19800230');
  });

  test('does not take a piece of a value for the id of a segment', () => {
    const text = smallClaimFile.replace('NM1*IL*1*DOE', 'NM1*IL*1*~LEE*DOE');
    expect(lines(text).join('\n')).not.toContain('LEE');
    expect(JSON.stringify(fileCheckOf(outcomeOf(text), true))).not.toContain('LEE');
  });
});

describe('the JSON', () => {
  const texts = [smallClaimFile, unbalanced, '', smallClaimFile.replace('ST*837', 'ST*834')];
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
      level: 'line',
      claim: 1,
      line: 1,
      patientControlNumber: 'CLAIM1',
      leftCents: 8_000,
      rightCents: 7_000,
      differenceCents: 1_000,
      holds: false,
      advisory: false,
    });
  });

  test('is complete: a reader finds kinds, numbers, money, findings and what to do without knowing more', () => {
    const check = fileCheckOf(outcomeOf(smallClaimFile.replace('*Y*A*Y*Y~', '*Y*Q*Y*Y~')), true);
    expect(check).toMatchInlineSnapshot(`
      {
        "bytes": 753,
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
            "transaction": 1,
            "value": "***",
          },
        ],
        "interchanges": [
          {
            "acknowledgementRequested": false,
            "acknowledgements": [],
            "byteLength": 751,
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
                    "segments": 25,
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
