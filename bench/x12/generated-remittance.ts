/** An 835 of one transaction set, made piece by piece: two lines a claim, all in balance. */
export type GeneratedRemittance = {
  readonly byteLength: number;
  readonly claimCount: number;
  chunks(): Generator<Uint8Array>;
};

const chunkBytes = 65_536;

/** The file of about `byteLength` bytes; nothing of it is kept. */
export function generatedRemittance(byteLength: number): GeneratedRemittance {
  const claimCount = Math.max(1, Math.floor((byteLength - heading(0).length) / claim(1).length));
  const paid = claimCount * 140;
  const head = heading(paid);
  const tail = trailer(claimCount * segmentsOf(claim(1)) + segmentsOf(transactionHead(paid)) + 1);
  return {
    byteLength: head.length + claimCount * claim(1).length + tail.length,
    claimCount,
    *chunks() {
      let text = head;
      for (let number = 1; number <= claimCount; number += 1) {
        text += claim(number);
        if (text.length < chunkBytes) continue;
        yield Buffer.from(text, 'latin1');
        text = '';
      }
      yield Buffer.from(text + tail, 'latin1');
    },
  };
}

function heading(paid: number): string {
  return `ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE       *260105*1200*^*00501*000000001*0*T*:~
GS*HP*PAYER*PRACTICE*20260105*1200*1*X*005010X221A1~
${transactionHead(paid)}`;
}

function transactionHead(paid: number): string {
  return `ST*835*0001~
BPR*I*${paid}*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20260106~
TRN*1*EFT0000001*1512345678~
DTM*405*20260105~
N1*PR*GOOD PAYER~
N3*1 PAYER STREET~
N4*ALBANY*NY*12207~
PER*BL*PROVIDER DESK*TE*8005551212~
N1*PE*TELEHEALTH PRACTICE*XX*1234567893~
LX*1~
`;
}

/** Every claim has the same length. */
function claim(number: number): string {
  const digits = String(number).padStart(9, '0');
  return `CLP*CLAIM${digits}*1*200*140*20*12*ICN${digits}*10*1~
NM1*QC*1*PATIENT${digits}*JANE*Q***MI*MEMBER${digits}~
NM1*82*1*DOCTOR*ANN****XX*1003000126~
MOA***MA01~
REF*1L*GROUP77~
DTM*232*20260102~
DTM*233*20260102~
AMT*AU*160~
SVC*HC:99213:95*125*85**1~
DTM*472*20260102~
CAS*CO*45*25~
CAS*PR*3*15~
REF*6R*${digits}L1~
AMT*B6*100~
LQ*HE*N130~
SVC*HC:90833:95*75*55**1~
DTM*472*20260102~
CAS*CO*45*15~
CAS*PR*3*5~
REF*6R*${digits}L2~
AMT*B6*60~
`;
}

function trailer(segmentCount: number): string {
  return `SE*${segmentCount}*0001~
GE*1*1~
IEA*1*000000001~
`;
}

function segmentsOf(text: string): number {
  return text.split('~').length - 1;
}
