import { plainDate } from '../../../../domain/kernel/plain-date.js';
import { aClaim, aLine, aPayer, aVisit } from '../../../builders/rules.js';
import type { EditExample, EditExamples } from './edit-example.js';

/** Lines as `99213-25`, by date of service. */
function lines(texts: readonly string[], date = '2026-03-10'): EditExample['fails'] {
  const dateOfService = plainDate(date);
  const coded = texts.map((text, index) => {
    const [procedureCode = '', ...modifiers] = text.split('-');
    return aLine({ lineNumber: index + 1, procedureCode, modifiers, dateOfService });
  });
  return { claim: aClaim({ lines: coded }), visit: { ...aVisit(), dateOfService } };
}

function toMedicare(texts: readonly string[], date?: string): EditExample['fails'] {
  return { ...lines(texts, date), payer: aPayer('medicare') };
}

export const visitModifierExamples: EditExamples = {
  'complexity-add-on-with-25-in-2024': [
    { fails: toMedicare(['99213-25', 'G2211'], '2024-01-01'), passes: toMedicare(['99213', 'G2211'], '2024-01-01') },
    {
      fails: toMedicare(['99213-25', 'G2211', 'G0008'], '2024-12-31'),
      passes: toMedicare(['99213-25', 'G2211', 'G0008'], '2025-01-01'),
    },
    {
      fails: toMedicare(['99213-25', 'G2211', 'G0439'], '2024-06-01'),
      passes: lines(['99213-25', 'G2211', 'G0439'], '2024-06-01'),
    },
  ],
  'complexity-add-on-with-25': [
    { fails: toMedicare(['99213-25', 'G2211']), passes: toMedicare(['99213', 'G2211']) },
    { fails: toMedicare(['99213-25', 'G2211', '90853']), passes: toMedicare(['99213-25', 'G2211', 'G0439']) },
    {
      fails: toMedicare(['99213-25', 'G2211'], '2025-01-01'),
      passes: toMedicare(['99213-25', 'G2211', 'G0009'], '2025-01-01'),
    },
    { fails: toMedicare(['99213-25', 'G2211']), passes: lines(['99213-25', 'G2211']) },
  ],
  'modifier-25-beside-psychotherapy-add-on': [
    { fails: lines(['99214-25-95', '90833-95']), passes: lines(['99214-95', '90833-95']) },
    { fails: lines(['99214-25', '90836', '90785']), passes: lines(['99214-25', '90836', 'G0136']) },
    { fails: lines(['98006-25', '90838']), passes: lines(['99214-25', '90853']) },
  ],
  'distinct-service-modifier-on-visit': [
    { fails: lines(['99213-59']), passes: lines(['99213-25']) },
    { fails: lines(['98005-XU']), passes: lines(['99213', '96127-59']) },
  ],
  'modifier-not-known': [
    { fails: lines(['99213-ZZ']), passes: lines(['99213-CR']) },
    { fails: lines(['99213-25-9A']), passes: lines(['99213-25-95']) },
    { fails: lines(['99213-UO']), passes: lines(['99213-U1']) },
  ],
};
