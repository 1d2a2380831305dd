import { aClaim, aLine, aPayer } from '../../../builders/rules.js';
import { plainDate } from '../../../../domain/kernel/plain-date.js';
import { aVisit } from '../../../builders/rules.js';
import type { EditExamples } from './edit-example.js';

function codes(...procedureCodes: string[]) {
  const lines = procedureCodes.map((procedureCode, index) => aLine({ lineNumber: index + 1, procedureCode }));
  return { claim: aClaim({ lines }) };
}

function units(procedureCode: string, count: number) {
  return { claim: aClaim({ lines: [aLine({ procedureCode, units: count })] }) };
}

const medicare = { payer: aPayer('medicare') };
const in2025 = { visit: { ...aVisit(), dateOfService: plainDate('2025-12-31') } };

export const codePairAndUnitExamples: EditExamples = {
  'add-on-without-base': [
    { fails: codes('90833'), passes: codes('99213', '90833') },
    { fails: codes('90837', 'G2211'), passes: codes('99215', 'G2211') },
    { fails: codes('99213', '99417'), passes: codes('99215', '99417') },
    { fails: codes('99458'), passes: codes('99457', '99458') },
    { fails: codes('99213', '90785'), passes: codes('90834', '90785') },
  ],
  'units-over-daily-maximum': [
    { fails: units('99213', 2), passes: units('99213', 1) },
    { fails: units('99458', 4), passes: units('99458', 3) },
    { fails: units('99417', 7), passes: units('97803', 7) },
  ],
  'two-visits-on-claim': [{ fails: codes('99213', '98005'), passes: codes('99213', '90833') }],
  'psychotherapy-beside-visit': [{ fails: codes('99213', '90834'), passes: codes('99213', '90836') }],
  'psychiatric-evaluation-beside-visit': [{ fails: codes('90792', '99213'), passes: codes('90792') }],
  'line-repeated': [
    { fails: codes('97803', '97803'), passes: codes('97803', '97802') },
    {
      fails: { claim: aClaim({ lines: [aLine({ modifiers: ['25', '95'] }), aLine({ modifiers: ['95', '25'] })] }) },
      passes: { claim: aClaim({ lines: [aLine({ modifiers: ['95'] }), aLine({ modifiers: ['95', '76'] })] }) },
    },
  ],
  'prolonged-code-of-medicare': [
    { fails: { ...codes('99215', '99417'), ...medicare }, passes: { ...codes('99215', 'G2212'), ...medicare } },
    { fails: { ...codes('99215', '99417'), ...medicare }, passes: codes('99215', '99417') },
  ],
  'prolonged-codes-together': [{ fails: codes('99215', '99417', 'G2212'), passes: codes('99215', '99417') }],
  'device-supply-codes-together': [
    { fails: codes('99445', '99454'), passes: { ...codes('99445', '99454'), ...in2025 } },
    { fails: codes('99445', '99454'), passes: codes('99454', '99457') },
  ],
  'monitoring-management-codes-together': [{ fails: codes('99470', '99457'), passes: codes('99457', '99458') }],
  'remote-and-therapeutic-monitoring': [{ fails: codes('99457', '98980'), passes: codes('98975', '98980') }],
};
