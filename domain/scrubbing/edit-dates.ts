import { plainDate } from '../kernel/plain-date.js';

/** First dates of service on which our edits hold. */
export const always = plainDate('2000-01-01');
/** ASC X12 005010 is the adopted version of the transactions (45 CFR 162.1102). */
export const version5010 = plainDate('2012-01-01');
/** ICD-10-CM is the adopted diagnosis code set (45 CFR 162.1002). */
export const icd10 = plainDate('2015-10-01');
/** Calendar years by which coding and payment rules change. */
export const year2018 = plainDate('2018-01-01');
export const year2019 = plainDate('2019-01-01');
export const year2020 = plainDate('2020-01-01');
export const year2022 = plainDate('2022-01-01');
export const year2024 = plainDate('2024-01-01');
export const year2025 = plainDate('2025-01-01');
export const year2026 = plainDate('2026-01-01');
export const year2027 = plainDate('2027-01-01');
/** The Medicare telehealth waivers end with 2027 (Consolidated Appropriations Act, 2026, sec. 6209). */
export const afterMedicareWaivers = plainDate('2028-01-01');
/** The last days on which rules that have ended held. */
export const endOf2023 = plainDate('2023-12-31');
export const endOf2024 = plainDate('2024-12-31');
export const endOf2025 = plainDate('2025-12-31');
