import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A user that is neither root nor a person: "nobody" of Debian, Ubuntu, Alpine and macOS' numeric neighbours. */
export const unprivilegedUser = { uid: 65_534, gid: 65_534 } as const;

const searchBits = 0o001;

/** Whether a user without group rights can enter a folder, through all folders above it. */
export function canReach(folder: string): boolean {
  for (let current = resolve(folder); ; current = dirname(current)) {
    if ((modeOf(current) & searchBits) === 0) return false;
    if (current === dirname(current)) return true;
  }
}

/** A folder that is not there yet will be made by us, with the usual mode. */
function modeOf(folder: string): number {
  return statSync(folder, { throwIfNoEntry: false })?.mode ?? 0o755;
}
