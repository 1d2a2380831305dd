import { aClaim, aLine, aVisit } from '../../../builders/rules.js';
import type { EditExample, EditExamples } from './edit-example.js';

function line(procedureCode: string, modifiers: string[], diagnosis = 'I10'): EditExample['fails'] {
  return { claim: aClaim({ diagnoses: [diagnosis], lines: [aLine({ procedureCode, modifiers })] }) };
}

const audio = { visit: aVisit({ modality: 'audio_only', audioOnlyReason: 'video_failed' }) };

export const modalityModifierExamples: EditExamples = {
  'modifiers-out-of-order': [
    { fails: line('99213', ['95', '25']), passes: line('99213', ['25', '95']) },
    { fails: line('99213', ['25', '26']), passes: line('99213', ['26', '25', 'GC', '95']) },
  ],
  'two-modality-modifiers': [
    { fails: line('99213', ['95', 'GT']), passes: line('99213', ['95']) },
    { fails: line('90834', ['93', 'FQ']), passes: line('90834', ['93']) },
  ],
  'telemedicine-code-with-modality-modifier': [{ fails: line('98005', ['95']), passes: line('98005', []) }],
  'behavioral-audio-modifier-on-medical-line': [{ fails: line('99213', ['FQ']), passes: line('90834', ['FQ']) }],
  'stroke-modifier-diagnosis': [{ fails: line('99213', ['G0'], 'I10'), passes: line('99213', ['G0'], 'I639') }],
  'supervision-by-telephone': [
    { fails: { ...line('99213', ['FR']), ...audio }, passes: line('99213', ['FR']) },
    { fails: { ...line('99213', ['FR']), ...audio }, passes: { ...line('99213', ['93']), ...audio } },
  ],
  'audio-reason-of-video-visit': [{ fails: { visit: aVisit({ audioOnlyReason: 'video_failed' }) }, passes: audio }],
  'facility-fee-with-service': [
    {
      fails: { claim: aClaim({ lines: [aLine(), aLine({ lineNumber: 2, procedureCode: 'Q3014' })] }) },
      passes: { claim: aClaim({ lines: [aLine({ procedureCode: 'Q3014' })] }) },
    },
  ],
};
