import { plainDate } from '../../../../domain/kernel/plain-date.js';
import { aClaim, aLine, aPayer, aVisit } from '../../../builders/rules.js';
import type { EditExamples } from './edit-example.js';

function line(overrides: Parameters<typeof aLine>[0]) {
  return { claim: aClaim({ lines: [aLine(overrides)] }) };
}

const endOf2024 = plainDate('2024-12-31');
const startOf2025 = plainDate('2025-01-01');

export const procedureExamples: EditExamples = {
  'procedure-missing': [{ fails: { claim: aClaim({ lines: [] }) }, passes: line({}) }],
  'procedure-deleted': [
    {
      fails: line({ procedureCode: '99442', dateOfService: startOf2025 }),
      passes: line({ procedureCode: '99442', dateOfService: endOf2024 }),
    },
  ],
  'procedure-not-yet-valid': [
    {
      fails: {
        ...line({ procedureCode: '98005', dateOfService: endOf2024 }),
        visit: aVisit({ dateOfService: '2024-12-31' }),
      },
      passes: line({ procedureCode: '98005', dateOfService: startOf2025 }),
    },
    {
      fails: line({ procedureCode: '99445', dateOfService: plainDate('2025-12-31') }),
      passes: line({ procedureCode: '99445', dateOfService: plainDate('2026-01-01') }),
    },
  ],
  'procedure-not-known': [{ fails: line({ procedureCode: 'J3490' }), passes: line({ procedureCode: '99213' }) }],
  'medicare-telemedicine-codes': [
    {
      fails: { ...line({ procedureCode: '98005' }), payer: aPayer('medicare') },
      passes: { ...line({ procedureCode: '98016' }), payer: aPayer('medicare') },
    },
    {
      fails: { ...line({ procedureCode: '98015' }), payer: aPayer('medicare') },
      passes: { ...line({ procedureCode: '98015' }), payer: aPayer('prairie-blue') },
    },
  ],
  'payer-telemedicine-codes': [
    {
      fails: { ...line({ procedureCode: '98005' }), payer: aPayer('cobalt-mutual') },
      passes: { ...line({ procedureCode: '98005' }), payer: aPayer('prairie-blue') },
    },
    {
      fails: { ...line({ procedureCode: '98005' }), payer: aPayer('unity-care') },
      passes: { ...line({ procedureCode: '99213' }), payer: aPayer('unity-care') },
    },
  ],
  'modifier-repeated': [{ fails: line({ modifiers: ['95', '95'] }), passes: line({ modifiers: ['25', '95'] }) }],
  'notice-modifiers-conflict': [
    { fails: line({ modifiers: ['GY', 'GZ'] }), passes: line({ modifiers: ['GY', 'GX'] }) },
    { fails: line({ modifiers: ['GA', 'GZ'] }), passes: line({ modifiers: ['GA'] }) },
  ],
  'modifier-25-on-non-visit': [
    {
      fails: line({ procedureCode: '90834', modifiers: ['25'] }),
      passes: line({ procedureCode: '99213', modifiers: ['25'] }),
    },
  ],
};
