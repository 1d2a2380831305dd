/** Workflows and the steps on our own database. */
export const claimsTaskQueue = 'claims';
/** Whatever talks to the clearinghouse; its own queue, so that an outage there holds up nothing else. */
export const clearinghouseTaskQueue = 'clearinghouse';

/** How soon the work of a worker that died is given to another one; a living worker tells more often that it is at work. */
export const heartbeatTimeout = '15s';
