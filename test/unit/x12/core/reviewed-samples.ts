/** A finding of a sample as `code place`, and why it is right to find it. */
type ReviewedFinding = { readonly finding: string; readonly why: string };

function reviewed(finding: string, why: string): ReviewedFinding {
  return { finding, why };
}

const noTechnicalContact = 'there is no PER*BL, which the guide requires of every payer';
const otherSeparator = 'ISA16 says :, the composites use >';
const elementSeparatorInside = 'HI is written with * where : belongs, so that qualifiers and codes stand apart';

/** The guide's findings of a transaction set of the file of two interchanges; both sets are alike. */
function ofDoubleFile(interchange: string): ReviewedFinding[] {
  return [
    reviewed(
      `wrong-hierarchy HL04 in loop 2000B, segment 16 of transaction 1${interchange}`,
      'it promises a level below, and there is none',
    ),
    ...brokenDiagnoses(21, interchange),
    reviewed(
      `wrong-hierarchy HL01 in loop 2000B, segment 25 of transaction 1${interchange}`,
      'the third level is numbered 2',
    ),
    reviewed(
      `wrong-hierarchy HL02 in loop 2000A, segment 25 of transaction 1${interchange}`,
      'it names level 3, which does not exist',
    ),
    reviewed(
      `wrong-hierarchy HL04 in loop 2000B, segment 25 of transaction 1${interchange}`,
      'it promises a level below, and there is none',
    ),
    ...brokenDiagnoses(30, interchange),
  ];
}

function brokenDiagnoses(segment: number, interchange: string): ReviewedFinding[] {
  const place = `in loop 2300, segment ${segment} of transaction 1${interchange}`;
  return [
    'required-element-missing HI01-2',
    'element-too-long HI02-1',
    'required-element-missing HI02-2',
    'required-element-missing HI03-2',
    'element-too-long HI04-1',
    'required-element-missing HI04-2',
  ].map((what) => reviewed(`${what} ${place}`, elementSeparatorInside));
}

/** All findings of all samples, in the order in which envelope and transaction sets tell them; no others may come. */
export const reviewedFindings: Readonly<Record<string, readonly ReviewedFinding[]>> = {
  '835-managed-care.835': [
    reviewed('invalid-date BPR16, segment 2 of transaction 1', '20002316 has a month 23'),
    reviewed('required-segment-missing PER in loop 1000A, segment 8 of transaction 1', noTechnicalContact),
  ],
  '835-medicare-part-a.835': [
    reviewed('required-segment-missing PER in loop 1000A, segment 9 of transaction 1', noTechnicalContact),
  ],
  '835-secondary-payment.835': [
    reviewed('component-separator-differs SVC01, segment 27 of transaction 1', otherSeparator),
    reviewed('required-element-missing BPR16, segment 2 of transaction 1', 'its date stands one element early'),
    reviewed('required-segment-missing PER in loop 1000A, segment 9 of transaction 1', noTechnicalContact),
  ],
  '837p-cob.example3.A.837': [
    reviewed(
      'required-loop-missing NM1 in loop 2330B, segment 42 of transaction 1',
      'the other payer (2320) is not named',
    ),
  ],
  '837p-example11.837': [reviewed('component-separator-differs CLM05, segment 19 of transaction 1', otherSeparator)],
  '837p-multiple-isa.837': [
    reviewed('invalid-envelope-element ISA11', 'version 00501 wants a repetition separator, not U'),
    reviewed('wrong-segment-count SE01, segment 34 of transaction 1', '25 for 34 segments'),
    reviewed('invalid-envelope-element ISA11 in interchange 2', 'version 00501 wants a repetition separator, not U'),
    reviewed('wrong-segment-count SE01, segment 34 of transaction 1 in interchange 2', '25 for 34 segments'),
    ...ofDoubleFile(''),
    ...ofDoubleFile(' in interchange 2'),
  ],
  '999-accepted.999': [
    reviewed('invalid-envelope-element GS05', '102497 has a second 97'),
    reviewed('wrong-interchange-control-number IEA02', '000000001 for 000000286'),
  ],
};

/** Samples that our writer would write with other bytes, and why. */
export const notCanonical: Readonly<Record<string, string>> = {
  '277ca-accepted.277': 'ST02 has nine digits; ours has as many as its number needs, at least four',
  '835-secondary-payment.835': 'it uses > where its ISA16 says :',
  '837p-example11.837': 'it uses > where its ISA16 says :',
  '837p-multiple-isa.837': 'SE01 is wrong, and ISA11 is a U in version 00501',
  '999-accepted.999': 'IEA02 differs from ISA13, and GS05 is no time',
};
