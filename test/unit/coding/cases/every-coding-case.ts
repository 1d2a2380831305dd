import { behavioralCases } from './behavioral-cases.js';
import type { CodingCases } from './coding-case.js';
import { contactCases } from './contact-cases.js';
import { monthlyServiceCases } from './monthly-service-cases.js';
import { otherServiceCases } from './other-service-cases.js';
import { questionCases } from './question-cases.js';
import { serviceEdgeCases } from './service-edge-cases.js';
import { visitAddOnCases } from './visit-add-on-cases.js';
import { visitCases } from './visit-cases.js';

/** The coding cases of all services. */
export const everyCodingCase: readonly CodingCases[] = [
  ...visitCases,
  ...visitAddOnCases,
  ...behavioralCases,
  ...contactCases,
  ...monthlyServiceCases,
  ...otherServiceCases,
  ...questionCases,
  ...serviceEdgeCases,
];
