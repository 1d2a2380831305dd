/**
 * The search attributes of our workflows, by name, with Temporal's type names. They are stored in the clear and serve to
 * find workflows in Temporal's own tools: codes and ids only, never anything about a patient.
 */
export const searchAttributeTypes = {
  PracticeId: 'Keyword',
  PayerCode: 'Keyword',
  NeedsAttention: 'Bool',
} as const;
