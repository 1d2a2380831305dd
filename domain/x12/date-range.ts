import type { PlainDate } from '../kernel/plain-date.js';

/** A day or a span of days, both ends included; one day has equal ends. */
export type DateRange = { readonly from: PlainDate; readonly to: PlainDate };

/** A date or span with the X12 qualifier that says what happened then (data element 374). */
export type QualifiedDate = { readonly qualifier: string; readonly period: DateRange };
