import { aClaim, aLine, aVisit } from '../../../builders/rules.js';
import type { EditExample, EditExamples } from './edit-example.js';

/** Codes of a month after so many minutes; a code may have its units, as `99439 x2`. */
function month(totalMinutes: number | undefined, ...codes: string[]): EditExample['fails'] {
  const lines = codes.map((text, index) => {
    const [procedureCode = '', units = '1'] = text.split(' x');
    return aLine({ lineNumber: index + 1, procedureCode, units: Number(units), modifiers: [] });
  });
  return { claim: aClaim({ placeOfService: '11', lines }), visit: aVisit({ totalMinutes }) };
}

export const careManagementExamples: EditExamples = {
  'care-management-month-minutes': [
    { fails: month(19, '99490'), passes: month(20, '99490') },
    { fails: month(29, '99491'), passes: month(30, '99491') },
    { fails: month(59, '99487'), passes: month(60, '99487') },
    { fails: month(29, '99424'), passes: month(30, '99426') },
    { fails: month(19, '99484'), passes: month(20, '99484') },
    { fails: month(35, '99492'), passes: month(36, '99492') },
    { fails: month(30, '99493'), passes: month(31, '99493') },
    { fails: month(undefined, '99490'), passes: month(undefined, 'G0556') },
  ],
  'care-management-further-minutes': [
    { fails: month(39, '99490', '99439'), passes: month(40, '99490', '99439') },
    { fails: month(59, '99490', '99439 x2'), passes: month(60, '99490', '99439 x2') },
    { fails: month(89, '99487', '99489'), passes: month(90, '99487', '99489') },
    { fails: month(75, '99493', '99494'), passes: month(76, '99493', '99494') },
    { fails: month(59, '99426', '99427'), passes: month(undefined, '99426', '99427') },
  ],
  'care-programmes-together': [
    { fails: month(90, '99490', '99487'), passes: month(90, '99487', '99489') },
    { fails: month(30, '99490', 'G0556'), passes: month(30, '99490', '99439') },
    { fails: month(30, '99491', '99426'), passes: month(30, '99426', '99484') },
    { fails: month(undefined, 'G0557', 'G0558'), passes: month(undefined, 'G0557', 'G0568') },
  ],
  'behavioral-care-programmes-together': [
    { fails: month(40, '99492', '99484'), passes: month(40, '99492') },
    { fails: month(70, '99492', '99493'), passes: month(40, '99484', '99490') },
  ],
};
