/** The version of the built-in coding, scrubbing and denial rules; stored with each decision they take. */
export const ruleSetVersion = '2026.11.3';
