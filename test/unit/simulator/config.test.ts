import { describe, expect, test } from 'vitest';
import { loadSimulatorConfig } from '../../../simulator/config/simulator-config.js';

const mailbox = { user: 'practice', password: 'secret', submitterId: 'PRACTICE' };
const sound = { SIMULATOR_HOME: '/tmp/simulator', SIMULATOR_MAILBOXES: JSON.stringify([mailbox]) };

describe('configuration', () => {
  test('needs a home and mailboxes only; ports are free ones and time is real', () => {
    expect(loadSimulatorConfig(sound)).toMatchObject({
      sftpPort: 0,
      httpPort: 0,
      clock: { rate: 1 },
      isSupervised: false,
    });
  });

  test('takes rate and anchor of the business clock', () => {
    const config = loadSimulatorConfig({
      ...sound,
      TELECLAIM_CLOCK_RATE: '43200',
      TELECLAIM_CLOCK_ANCHOR: '1000:2000',
    });
    expect(config.clock).toEqual({ anchorWallMillis: 1000, anchorBusinessMillis: 2000, rate: 43_200 });
  });

  test('names every variable at fault at once', () => {
    const faulty = { SIMULATOR_MAILBOXES: 'no json', SIMULATOR_SFTP_PORT: '70000' };
    expect(() => loadSimulatorConfig(faulty)).toThrow(
      /SIMULATOR_HOME[\s\S]*SIMULATOR_SFTP_PORT[\s\S]*SIMULATOR_MAILBOXES/,
    );
  });

  test.each([
    ['a rate without an anchor', { ...sound, TELECLAIM_CLOCK_RATE: '2' }, /TELECLAIM_CLOCK_ANCHOR/],
    ['two mailboxes of one user', { ...sound, SIMULATOR_MAILBOXES: JSON.stringify([mailbox, mailbox]) }, /same user/],
    [
      'a mailbox nobody can open',
      { ...sound, SIMULATOR_MAILBOXES: '[{"user":"a","submitterId":"AB"}]' },
      /password or a public key/,
    ],
  ])('refuses %s', (_, environment, message) => {
    expect(() => loadSimulatorConfig(environment)).toThrow(message);
  });
});
