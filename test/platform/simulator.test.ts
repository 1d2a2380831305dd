import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readEligibilityResponse } from '../../domain/x12/271/read-eligibility-response.js';
import { writeEligibilityInquiry } from '../../domain/x12/270/write-eligibility-inquiry.js';
import { readClaimStatusResponse } from '../../domain/x12/277/read-claim-status-response.js';
import { writeClaimStatusInquiry } from '../../domain/x12/276/write-claim-status-inquiry.js';
import { proveBalance } from '../../domain/x12/835/prove-balance.js';
import type { Clearinghouse } from '../../gateways/clearinghouse/clearinghouse.js';
import { ClearinghouseError } from '../../gateways/clearinghouse/clearinghouse-error.js';
import { newSshKeyPair } from '../../gateways/clearinghouse/new-ssh-key-pair.js';
import { claimFile } from '../builders/claim-file.js';
import { eligibilityQuestion, inquiryEnvelope, statusQuestion } from '../builders/inquiries.js';
import { eventually } from '../support/eventually.js';
import { adviceOf, transactionSets } from '../support/simulated-mail.js';
import { SimulatorProcess } from '../support/simulator-process.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** One business day in 86 ms: a settlement of twenty days comes within two seconds. */
const fastRate = 1_000_000;

const claimsSchema = z.object({
  claims: z.array(
    z.object({ patientControlNumber: z.string(), submissionId: z.string(), paidCents: z.int().optional() }),
  ),
});
const answersSchema = z.object({
  delivered: z.array(
    z.object({ kind: z.string(), dueAt: z.string(), deliveredAt: z.string(), names: z.array(z.string()) }),
  ),
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function waitForAnswers(clearinghouse: Clearinghouse, extension: string, count = 1): Promise<string[]> {
  const names = await eventually(`${count} answers .${extension}`, async () => {
    const found = (await clearinghouse.listAnswers())
      .map((file) => file.name)
      .filter((name) => name.endsWith(`.${extension}`));
    return found.length >= count && found;
  });
  return Promise.all(names.map(async (name) => Buffer.from(await clearinghouse.fetchAnswer(name)).toString()));
}

async function failureOf(call: Promise<unknown>): Promise<ClearinghouseError> {
  const failure = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure instanceof ClearinghouseError) return failure;
  throw new Error('expected a ClearinghouseError', { cause: failure });
}

const oneClaim = { claims: [{ patientControlNumber: 'PCN1', payerId: 'SMSUM', memberId: 'W1' }] };

describe('the way of a file', () => {
  test('an upload is answered by 999, 277CA and a balanced 835', async () => {
    const simulator = await SimulatorProcess.start({ home: temporaryFolder(), clockRate: fastRate });
    const clearinghouse = simulator.client();
    await clearinghouse.upload('first.837', bytes(claimFile(oneClaim)));
    const [functional] = await waitForAnswers(clearinghouse, '999');
    expect(functional).toContain('IK5*A~');
    const [acknowledgement] = await waitForAnswers(clearinghouse, '277');
    expect(acknowledgement).toContain('STC*A2:20:PR');
    const [remittance] = await waitForAnswers(clearinghouse, '835');
    const advice = adviceOf(remittance ?? '');
    expect(proveBalance(advice).balances).toBe(true);
    expect(advice.claims.map((claim) => [claim.patientControlNumber, claim.statusCode])).toEqual([['PCN1', '1']]);
    expect(await clearinghouse.findUpload('first.837')).toMatchObject({ state: 'taken' });
  });

  test('an archived answer is listed no more, and archiving it again does nothing', async () => {
    const simulator = await SimulatorProcess.start({ home: temporaryFolder(), clockRate: fastRate });
    const clearinghouse = simulator.client();
    await clearinghouse.upload('first.837', bytes(claimFile(oneClaim)));
    await waitForAnswers(clearinghouse, '999');
    const name = (await clearinghouse.listAnswers()).find((file) => file.name.endsWith('.999'))?.name ?? '';
    await clearinghouse.archiveAnswer(name);
    await clearinghouse.archiveAnswer(name);
    expect((await clearinghouse.listAnswers()).map((file) => file.name)).not.toContain(name);
  });

  test('a file sent a second time is turned back as a repeated interchange', async () => {
    const simulator = await SimulatorProcess.start({ home: temporaryFolder(), clockRate: fastRate });
    const clearinghouse = simulator.client();
    await clearinghouse.upload('first.837', bytes(claimFile(oneClaim)));
    await eventually(
      'the first file is taken',
      async () => (await clearinghouse.findUpload('first.837')).state === 'taken',
    );
    await clearinghouse.upload('first.837', bytes(claimFile(oneClaim)));
    const [refusal] = await waitForAnswers(clearinghouse, 'ta1');
    expect(refusal).toMatch(/TA1\*000000001\*.*\*R\*025~/);
    const { claims } = claimsSchema.parse(await simulator.admin('claims?submissionId=SPCN1'));
    expect(claims).toHaveLength(2);
  });

  test('a practice may log in with its key', async () => {
    const keys = newSshKeyPair();
    const simulator = await SimulatorProcess.start({ home: temporaryFolder(), publicKey: keys.public });
    expect(await simulator.client({ privateKey: keys.private }).listAnswers()).toEqual([]);
  });
});

describe('kill -9', () => {
  test('keeps every claim, answers each file one time, and keeps the host key', async () => {
    const home = temporaryFolder();
    const anchorWallMillis = Date.now();
    const options = { home, clockRate: fastRate, anchorWallMillis };
    const claims = Array.from({ length: 12 }, (_, index) => ({
      patientControlNumber: `PCN${index}`,
      payerId: index % 2 === 0 ? 'SMSUM' : 'SMNYM',
      memberId: `W${index}`,
    }));
    let simulator = await SimulatorProcess.start(options);
    const { hostKeyFingerprint } = simulator.ready;
    for (const [index, claim] of claims.entries()) {
      const clearinghouse = simulator.client({ fingerprint: hostKeyFingerprint });
      await clearinghouse.upload(`${index}.837`, bytes(claimFile({ claims: [claim], controlNumber: index + 1 })));
      if (index % 4 !== 3) continue;
      await simulator.kill();
      simulator = await SimulatorProcess.start(options);
    }
    const settled = await eventually('all claims are settled', async () => {
      const { claims: known } = z
        .object({ claims: z.array(z.object({ remittanceTraceNumber: z.string().nullable() })) })
        .parse(await simulator.admin('claims'));
      return known.every((claim) => claim.remittanceTraceNumber !== null) && known;
    });
    expect(settled).toHaveLength(claims.length);
    const clearinghouse = simulator.client({ fingerprint: hostKeyFingerprint });
    const paid = (await waitForAnswers(clearinghouse, '835')).flatMap((text) => adviceOf(text).claims);
    expect(paid.map((claim) => claim.patientControlNumber).sort()).toEqual(
      claims.map((claim) => claim.patientControlNumber).sort(),
    );
    expect(await waitForAnswers(clearinghouse, '999', claims.length)).toHaveLength(claims.length);
  });

  test('answers come in the order in which they were due', async () => {
    const simulator = await SimulatorProcess.start({ home: temporaryFolder(), clockRate: fastRate });
    const clearinghouse = simulator.client();
    await clearinghouse.upload('a.837', bytes(claimFile({ ...oneClaim, controlNumber: 1 })));
    await clearinghouse.upload(
      'b.837',
      bytes(
        claimFile({
          claims: [{ patientControlNumber: 'PCN2', payerId: 'SMNYM', memberId: 'SIMEAR1' }],
          controlNumber: 2,
        }),
      ),
    );
    await waitForAnswers(clearinghouse, '835', 2);
    const { delivered } = answersSchema.parse(await simulator.admin('answers'));
    const due = delivered.map((answer) => answer.dueAt);
    expect(due).toEqual([...due].sort());
    expect(delivered.every((answer) => answer.deliveredAt >= answer.dueAt)).toBe(true);
  });
});

describe('faults', () => {
  test('a refused connection is told from others and nothing was sent', async () => {
    const simulator = await SimulatorProcess.start({ home: temporaryFolder() });
    await simulator.play('sftp_refuse', 1);
    const clearinghouse = simulator.client();
    const failure = await failureOf(clearinghouse.upload('a.837', bytes(claimFile(oneClaim))));
    expect(failure).toMatchObject({ code: 'refused', retryable: true, outcomeUnknown: false });
    expect(await clearinghouse.findUpload('a.837')).toEqual({ state: 'absent' });
  });

  test('a connection lost before the rename leaves the outcome open, and the file is found half sent', async () => {
    const simulator = await SimulatorProcess.start({ home: temporaryFolder() });
    await simulator.play('drop_before_rename', 1);
    const clearinghouse = simulator.client();
    const failure = await failureOf(clearinghouse.upload('a.837', bytes(claimFile(oneClaim))));
    expect(failure).toMatchObject({ code: 'dropped', retryable: true, outcomeUnknown: true });
    expect(await clearinghouse.findUpload('a.837')).toMatchObject({ state: 'partial' });
    await clearinghouse.upload('a.837', bytes(claimFile(oneClaim)));
    await eventually('the file is taken', async () => (await clearinghouse.findUpload('a.837')).state === 'taken');
    expect(claimsSchema.parse(await simulator.admin('claims')).claims).toHaveLength(1);
  });

  test('a connection lost after the rename leaves the outcome open, and the file is found arrived', async () => {
    const simulator = await SimulatorProcess.start({ home: temporaryFolder() });
    await simulator.play('drop_after_rename', 1);
    const clearinghouse = simulator.client();
    const failure = await failureOf(clearinghouse.upload('a.837', bytes(claimFile(oneClaim))));
    expect(failure).toMatchObject({ code: 'dropped', outcomeUnknown: true });
    await eventually('the file is taken', async () => (await clearinghouse.findUpload('a.837')).state === 'taken');
  });

  test('a server that never answers ends in a time-out', async () => {
    const simulator = await SimulatorProcess.start({ home: temporaryFolder() });
    await simulator.play('sftp_stall');
    const failure = await failureOf(simulator.client({ timeoutMillis: 300 }).listAnswers());
    expect(failure).toMatchObject({ code: 'timeout', retryable: true });
  });

  test('a connection lost while fetching is worth another try', async () => {
    const simulator = await SimulatorProcess.start({ home: temporaryFolder(), clockRate: fastRate });
    const clearinghouse = simulator.client();
    await clearinghouse.upload('a.837', bytes(claimFile(oneClaim)));
    await waitForAnswers(clearinghouse, '999');
    const name = (await clearinghouse.listAnswers())[0]?.name ?? '';
    await simulator.play('drop_during_fetch', 1);
    expect(await failureOf(clearinghouse.fetchAnswer(name))).toMatchObject({ code: 'dropped', retryable: true });
    expect((await clearinghouse.fetchAnswer(name)).length).toBeGreaterThan(100);
  });

  test('wrong credentials and a strange host key are not tried again', async () => {
    const simulator = await SimulatorProcess.start({ home: temporaryFolder() });
    const stranger = simulator.client({ password: 'wrong' });
    expect(await failureOf(stranger.listAnswers())).toMatchObject({ code: 'unauthorized', retryable: false });
    expect(await failureOf(stranger.inquireStatus('ISA'))).toMatchObject({ code: 'unauthorized', retryable: false });
    const impostor = simulator.client({ fingerprint: `SHA256:${'A'.repeat(43)}` });
    expect(await failureOf(impostor.listAnswers())).toMatchObject({ code: 'untrusted', retryable: false });
  });

  test('an answer may be delivered two times under two names with the same bytes', async () => {
    const simulator = await SimulatorProcess.start({ home: temporaryFolder(), clockRate: fastRate });
    await simulator.play('deliver_twice', 1);
    const clearinghouse = simulator.client();
    await clearinghouse.upload('a.837', bytes(claimFile(oneClaim)));
    const [first, second] = await waitForAnswers(clearinghouse, '999', 2);
    expect(second).toBe(first);
  });

  test('the real-time service refuses, is unavailable or keeps silent, each told from the other', async () => {
    const simulator = await SimulatorProcess.start({ home: temporaryFolder() });
    const clearinghouse = simulator.client({ timeoutMillis: 300 });
    await simulator.play('http_unavailable', 1);
    expect(await failureOf(clearinghouse.checkEligibility('ISA'))).toMatchObject({
      code: 'unavailable',
      retryable: true,
    });
    await simulator.play('http_timeout', 1);
    expect(await failureOf(clearinghouse.checkEligibility('ISA'))).toMatchObject({ code: 'timeout', retryable: true });
    await simulator.play('http_refuse', 1);
    expect(await failureOf(clearinghouse.checkEligibility('ISA'))).toMatchObject({ code: 'dropped', retryable: true });
    expect(await failureOf(clearinghouse.checkEligibility('ISA'))).toMatchObject({
      code: 'rejected',
      retryable: false,
    });
    await simulator.kill();
    expect(await failureOf(clearinghouse.checkEligibility('ISA'))).toMatchObject({ code: 'refused', retryable: true });
    expect(await failureOf(clearinghouse.listAnswers())).toMatchObject({ code: 'refused', retryable: true });
  });
});

describe('real-time inquiries', () => {
  test('a 270 is answered with active coverage for telehealth', async () => {
    const simulator = await SimulatorProcess.start({ home: temporaryFolder() });
    const inquiry = writeEligibilityInquiry(eligibilityQuestion('SMSUM', 'W1'), inquiryEnvelope);
    const [set] = transactionSets(await simulator.client().checkEligibility(inquiry));
    const [answer] = set ? readEligibilityResponse(set).value.answers : [];
    expect(answer?.benefits.find((benefit) => benefit.placesOfService.includes('10'))?.informationCode).toBe('1');
  });

  test('a claim kept silent about is settled once a 276 has asked, also after a kill', async () => {
    const options = { home: temporaryFolder(), clockRate: fastRate, anchorWallMillis: Date.now() };
    const simulator = await SimulatorProcess.start(options);
    const clearinghouse = simulator.client();
    const silent = { patientControlNumber: 'PCN9', payerId: 'SMSUM', memberId: 'SIMSIL1' };
    await clearinghouse.upload('a.837', bytes(claimFile({ claims: [silent] })));
    await waitForAnswers(clearinghouse, '999');
    const inquiry = writeClaimStatusInquiry(statusQuestion('SMSUM', 'SIMSIL1', 'PCN9'), inquiryEnvelope);
    const [set] = transactionSets(await clearinghouse.inquireStatus(inquiry));
    const [answer] = set ? readClaimStatusResponse(set).value.answers : [];
    expect(answer?.statuses[0]?.category).toBe('P1');
    await simulator.kill();
    const restarted = await SimulatorProcess.start(options);
    const [remittance] = await waitForAnswers(restarted.client(), '835');
    expect(adviceOf(remittance ?? '').claims[0]?.patientControlNumber).toBe('PCN9');
    expect((await restarted.client().listAnswers()).some((file) => file.name.endsWith('.277'))).toBe(false);
  });
});
