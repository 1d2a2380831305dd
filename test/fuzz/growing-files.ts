import { smallClaimFile } from '../builders/small-claim-file.js';

/** A kind of file that can be made as long as wanted, to see how the work grows with it. */
export type GrowingFile = { readonly name: string; make(bytes: number): string };

type Piece = string | ((number: number) => string);

function repeat(piece: Piece, bytes: number): string {
  if (typeof piece === 'string') return piece.repeat(Math.max(1, Math.ceil(bytes / piece.length)));
  const parts: string[] = [];
  for (let length = 0, number = 1; length < bytes; number += 1) {
    const part = piece(number);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

function growing(name: string, before: string, piece: Piece, after = ''): GrowingFile {
  return { name, make: (bytes) => before + repeat(piece, bytes) + after };
}

/** Half of one piece, then half of another: for work that grows with both. */
function growingTwice(name: string, before: string, first: Piece, between: string, second: Piece): GrowingFile {
  return { name, make: (bytes) => before + repeat(first, bytes / 2) + between + repeat(second, bytes / 2) };
}

const isa = (number = 1): string =>
  `ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260105*1200*^*00501*${String(number).padStart(9, '0')}*0*T*:~`;

function head(functionalId: string, transactionId: string, guideId: string): string {
  return `${isa()}GS*${functionalId}*S*R*20260105*1200*1*X*${guideId}~ST*${transactionId}*0001*${guideId}~`;
}

const tail = 'SE*1*0001~GE*1*1~IEA*1*000000001~';
const claims = smallClaimFile.slice(0, smallClaimFile.indexOf('CLM*')).replaceAll('\n', '');
const provider = claims.slice(0, claims.indexOf('HL*2'));
const subscriber = 'SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*1~DMG*D8*19800229*F~NM1*PR*2*PAYER*****PI*1~';
const claim = 'CLM*A*150***10:B:1*Y*A*Y*Y~HI*ABK:J029~';
const line = 'LX*1~SV1*HC:99213*150*UN*1***1~DTP*472*D8*20260105~';

const remittance = `${head('HP', '835', '005010X221A1')}BPR*I*1*C*NON************20260105~TRN*1*1*1999999999~N1*PR*P~N3*A~N4*B*NY*12345~PER*BL**TE*1~N1*PE*X*XX*1234567893~`;
const paidClaim = 'CLP*A*1*10*10**MB*1~NM1*QC*1*DOE~';
const paidLine = 'SVC*HC:99213*10*10~DTM*472*20260105~';

const acknowledgement = `${head('HN', '277', '005010X214')}BHT*0085*08*1*20260105*1200*TH~HL*1**20*1~NM1*PR*2*P*****PI*1~TRN*1*1~DTP*050*D8*20260105~DTP*009*D8*20260105~HL*2*1*21*1~NM1*41*2*S*****46*1~TRN*2*1~STC*A1:20*20260105*WQ*1~HL*3*2*19*1~NM1*85*2*C*****XX*1~`;
const status = `${head('HN', '277', '005010X212')}BHT*0010*08*1*20260105*1200*DG~HL*1**20*1~`;
const statusMember =
  'HL*2*1*21*1~NM1*41*2*S*****46*1~HL*3*2*19*1~NM1*1P*2*C*****XX*1~HL*4*3*22*0~NM1*IL*1*D*J****MI*1~';
const statusClaim = 'TRN*2*1~STC*F1:65*20260105**1*1~';
const inquiry = `${head('HR', '276', '005010X212')}BHT*0010*13*1*20260105*1200~HL*1**20*1~NM1*PR*2*P*****PI*1~`;
const benefits = `${head('HB', '271', '005010X279A1')}BHT*0022*11*1*20260105*1200~HL*1**20*1~NM1*PR*2*P*****PI*1~HL*2*1*21*1~NM1*1P*2*C*****XX*1~HL*3*2*22*0~TRN*2*1*1999999999~NM1*IL*1*D*J****MI*1~`;
const eligibility = `${head('HS', '270', '005010X279A1')}BHT*0022*13*1*20260105*1200~HL*1**20*1~NM1*PR*2*P*****PI*1~HL*2*1*21*1~NM1*1P*2*C*****XX*1~HL*3*2*22*0~NM1*IL*1*D*J****MI*1~`;
const refusal = `${head('FA', '999', '005010X231A1')}AK1*HC*1*005010X222A1~`;

/** The same member again and again under a level of its own. */
const memberLevels = (first: number, parent: number, code: string, rest: string): Piece => {
  return (number) => `HL*${first + number}*${parent}*${code}*0~${rest}`;
};

export const growingFiles: readonly GrowingFile[] = [
  // Separators, and files that never end.
  growing('terminators only', isa(), '~'),
  growing('element separators only', claims, '*'),
  growing('component separators only', claims, ':'),
  growing('no terminator', claims, 'A*B'),
  growing('one long element', `${claims}NM1*85*2*`, 'A'),
  growing('blanks', isa(), ' '),
  growing('line ends', claims, '\r\n'),
  growing('zero bytes', isa(), '\u0000'),
  growing('bytes above ASCII', `${claims}NM1*85*2*`, '\u00c3\u00bc\u00e9'),
  growing('one byte above ASCII, then plain text', `${claims}NM1*85*2*\u00fc~`, 'REF*G1*1~'),
  growing('segments without an id', claims, '*1~'),
  growing('ids in lower case', claims, 'ref*G1*1~'),
  // Envelopes.
  growing('no header at all', '', 'NM1*85~'),
  growing('ISA without elements', '', 'ISA'),
  growing('ISA unfinished', '', 'ISA*00*'),
  growing('ISA with fifteen elements', '', `ISA${'*1'.repeat(15)}`),
  growing('ISA segments inside a set', claims, 'ISA*1~'),
  growing(
    'many interchanges',
    '',
    (number) => `${isa(number)}GS*HC*S*R*20260105*1200*1*X*005010X222A1~ST*837*1~${tail}`,
  ),
  growing('many interchanges of nothing', '', (number) => isa(number)),
  growing('many groups', isa(), (number) => `GS*HC*S*R*20260105*1200*${number}*X*1~GE*0*1~`),
  growing('many sets', claims.slice(0, claims.indexOf('ST*')), (number) => `ST*837*${number}~SE*2*1~`),
  growing('many sets alike', claims.slice(0, claims.indexOf('ST*')), 'ST*837*1~SE*2*1~'),
  growing('many trailers', claims, 'SE*1*1~GE*1*1~'),
  growing('many TA1', isa(), 'TA1*000000001*260105*1200*A*000~'),
  // Any guide.
  growing('unknown segments', claims, 'ZZZ*1~', tail),
  growing('segments of another place', claims, 'SVD*1*2~'),
  growing('one segment again and again', `${claims}${claim}`, 'REF*G1*1~', tail),
  growing('references in any order', `${claims}${claim}`, 'REF*EA*1~REF*9F*1~REF*D9*1~', tail),
  growing('one segment with many elements', `${claims}${claim}REF*G1`, '*1'),
  growing('one element with many repetitions', `${claims}${claim}HI*ABK:1`, '^ABK:1'),
  growing('one element with many components', `${claims}${claim}HI*ABK`, ':1'),
  growing('segments with many wrong elements', `${claims}${claim}`, 'SV1*A:B*C*D*E*F*G*H*I*J*K*L*M*N*O*P*Q*R*S*T*U*V~'),
  growing('HL below one another', provider, (number) => `HL*${number + 1}*${number}*22*1~`),
  growing('HL below one another, without codes', provider, (number) => `HL*${number + 1}*${number}~`),
  growing('HL with one number', provider, 'HL*1*1*22*1~'),
  growing('HL below nobody', provider, (number) => `HL*${number}*X${number}*23*1~`),
  // 837P.
  growing(
    '837P: billing providers',
    claims.slice(0, claims.indexOf('HL*1')),
    (number) => `HL*${number}**20*1~NM1*85*2*A~`,
  ),
  growing('837P: subscribers', provider, memberLevels(1, 1, '22', subscriber + claim + line), tail),
  growing('837P: dependents', `${provider}HL*2*1*22*1~SBR*P~`, memberLevels(2, 2, '23', `PAT*19~NM1*QC*1*D~${claim}`)),
  growing('837P: claims of one patient', claims, claim + line, tail),
  growing('837P: lines of one claim', claims + claim, line, tail),
  growing('837P: other payers of one claim', claims + claim, 'SBR*S*18~OI***Y*P**Y~NM1*IL*1*D~NM1*PR*2*P~'),
  growing('837P: decisions on one line', claims + claim + line, 'SVD*1*2*HC:99213**1~CAS*CO*45*1~DTP*573*D8*20260105~'),
  growing('837P: providers of one claim', claims + claim, 'NM1*DN*1*D~NM1*82*1*D~NM1*77*2*D~NM1*DQ*1*D~'),
  // 835.
  growing('835: claims', `${remittance}LX*1~`, paidClaim + paidLine, tail),
  growing('835: claims without LX', remittance, paidClaim, tail),
  growing('835: headers', remittance, `LX*1~${paidClaim}`),
  growing('835: lines of one claim', `${remittance}LX*1~${paidClaim}`, paidLine, tail),
  growing('835: adjustments of one line', `${remittance}LX*1~${paidClaim}${paidLine}`, 'CAS*CO*45*1**A2*1**3*1~', tail),
  growing('835: amounts that are none', `${remittance}LX*1~${paidClaim}`, 'SVC*HC:1*X*Y~AMT*B6*Z~CAS*CO*1*Q~'),
  growing('835: provider adjustments', remittance, 'PLB*1*20261231*WO:1*1*FB*2~', tail),
  // 277CA, 277, 276, 271, 270, 999.
  growing('277CA: providers', acknowledgement, memberLevels(3, 2, '19', 'NM1*85*2*C~TRN*1*1~')),
  growing(
    '277CA: claims',
    acknowledgement,
    memberLevels(3, 3, 'PT', 'NM1*QC*1*D~TRN*2*A~STC*A2:20*20260105*WQ*1~'),
    tail,
  ),
  growing('277: claims', `${status}NM1*PR*2*P~${statusMember}`, statusClaim, tail),
  growing('277: receivers below a payer without a name', status, (number) => {
    const level = number * 3;
    return `HL*${level}*1*21*1~HL*${level + 1}*${level}*19*1~HL*${level + 2}*${level + 1}*22*0~${statusClaim}`;
  }),
  growingTwice('277: contacts and claims', `${status}NM1*PR*2*P~`, 'PER*IC*A*TE*1~', statusMember, statusClaim),
  growing('276: claims', `${inquiry}${statusMember}`, 'TRN*1*1~REF*EJ*1~AMT*T3*1~', tail),
  growing('271: benefits', benefits, 'EB*1*IND*30^33*HM*A*27*1~DTP*291*D8*20260105~MSG*A~', tail),
  growing('271: repetitions of one benefit', `${benefits}EB*1*IND*30`, '^30'),
  growing('271: parties of one benefit', `${benefits}EB*1~`, 'LS*2120~NM1*P3*1*D~LE*2120~'),
  growingTwice(
    '271: contacts and dependents',
    benefits,
    'PER*IC*A*TE*1~',
    '',
    memberLevels(3, 3, '23', 'NM1*03*1*D~EB*1~'),
  ),
  growing('270: requests', eligibility, 'EQ*30~III*ZZ*02~', tail),
  growing('270: dependents', eligibility, memberLevels(3, 3, '23', 'NM1*03*1*D~EQ*30~'), tail),
  growing('999: sets', refusal, 'AK2*837*0001*005010X222A1~IK5*A~', 'AK9*A*1*1*1~'),
  growing('999: errors of one set', `${refusal}AK2*837*0001~`, 'IK3*CLM*1*2300*8~CTX*CLM01:A~IK4*1*1028*7*X~'),
  growing('999: contexts of one error', `${refusal}AK2*837*0001~IK3*CLM*1~`, 'CTX*CLM01:A^B:C~'),
];
