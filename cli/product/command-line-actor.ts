import { userInfo } from 'node:os';

/** Who works at the command line: the machine's user; the name stands beside what was changed. */
export function commandLineActor(): string {
  return `user:${userInfo().username}@command-line`;
}
