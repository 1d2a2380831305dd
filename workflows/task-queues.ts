/** Workflows and the steps on our own database. */
export const claimsTaskQueue = 'claims';
/** Whatever talks to the clearinghouse; its own queue, so that an outage there holds up nothing else. */
export const clearinghouseTaskQueue = 'clearinghouse';
