import { codePairAndUnitEdits } from './edits/code-pairs-and-units.js';
import { diagnosisEdits } from './edits/diagnosis.js';
import { duplicateEdits } from './edits/duplicates.js';
import { filingEdits } from './edits/filing.js';
import { medicareTelehealthEdits } from './edits/medicare-telehealth.js';
import { medicareWaiverEdits } from './edits/medicare-waivers.js';
import { moneyEdits } from './edits/money.js';
import { ncciEdits } from './edits/ncci.js';
import { patientAndSubscriberEdits } from './edits/patient-and-subscriber.js';
import { payerAndCoverageEdits } from './edits/payer-and-coverage.js';
import { procedureCodeSetEdits } from './edits/procedure-code-set.js';
import { procedureEdits } from './edits/procedure.js';
import { providerEdits } from './edits/provider.js';
import { telehealthEdits } from './edits/telehealth.js';
import { timeAndDocumentationEdits } from './edits/time-and-documentation.js';
import type { ScrubEdit } from './scrub-edit.js';

/** Every edit, in the order in which findings are told. A new edit goes into the file of its family under `edits/`. */
export const scrubEdits: readonly ScrubEdit[] = [
  ...patientAndSubscriberEdits,
  ...providerEdits,
  ...payerAndCoverageEdits,
  ...diagnosisEdits,
  ...procedureEdits,
  ...procedureCodeSetEdits,
  ...codePairAndUnitEdits,
  ...ncciEdits,
  ...timeAndDocumentationEdits,
  ...telehealthEdits,
  ...medicareTelehealthEdits,
  ...medicareWaiverEdits,
  ...filingEdits,
  ...duplicateEdits,
  ...moneyEdits,
];
