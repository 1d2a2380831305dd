import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** For finding workflows only; lists and reports come from the database. None holds patient data (they are not encrypted). */
export const practiceIdAttribute = defineSearchAttributeKey('PracticeId', SearchAttributeType.KEYWORD);
export const payerCodeAttribute = defineSearchAttributeKey('PayerCode', SearchAttributeType.KEYWORD);
export const needsAttentionAttribute = defineSearchAttributeKey('NeedsAttention', SearchAttributeType.BOOL);
