import { aClaim, aLine } from '../../../builders/rules.js';
import type { EditExample, EditExamples } from './edit-example.js';

function codes(...procedureCodes: string[]): EditExample['fails'] {
  const lines = procedureCodes.map((procedureCode, index) => aLine({ lineNumber: index + 1, procedureCode }));
  return { claim: aClaim({ diagnoses: ['F411'], lines }) };
}

function pointing(procedureCode: string, diagnosis: string): EditExample['fails'] {
  return { claim: aClaim({ diagnoses: [diagnosis], lines: [aLine({ procedureCode })] }) };
}

export const behavioralHealthExamples: EditExamples = {
  'two-psychotherapy-codes': [
    { fails: codes('90832', '90834'), passes: codes('90834') },
    { fails: codes('99214', '90833', '90836'), passes: codes('99214', '90836') },
  ],
  'two-psychiatric-evaluations': [{ fails: codes('90791', '90792'), passes: codes('90792') }],
  'crisis-beside-other-psychotherapy': [
    { fails: codes('90839', '90834'), passes: codes('90839', '90840') },
    { fails: codes('90839', '90785'), passes: codes('90839') },
    { fails: codes('90840', '90791'), passes: codes('90791') },
  ],
  'family-psychotherapy-codes-together': [
    { fails: codes('90846', '90847'), passes: codes('90847') },
    {
      fails: codes('90846', '90847'),
      passes: {
        claim: aClaim({
          lines: [aLine({ procedureCode: '90846', modifiers: ['59'] }), aLine({ procedureCode: '90847' })],
        }),
      },
    },
  ],
  'psychotherapy-diagnosis': [
    { fails: pointing('90834', 'I10'), passes: pointing('90834', 'F411') },
    { fails: pointing('90853', 'E119'), passes: pointing('90853', 'Z630') },
  ],
  'health-behavior-diagnosis': [{ fails: pointing('96158', 'F411'), passes: pointing('96158', 'E119') }],
  'health-behavior-beside-psychotherapy': [
    { fails: codes('96158', '90834'), passes: codes('96158', '96159') },
    { fails: codes('96156', '90791'), passes: codes('96156') },
  ],
  'prolonged-beside-psychotherapy': [
    { fails: codes('99215', '99417', '90833'), passes: codes('99215', '99417') },
    { fails: codes('99215', 'G2212', '90838'), passes: codes('99215', '90838') },
  ],
};
