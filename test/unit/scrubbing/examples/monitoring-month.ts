import { plainDate } from '../../../../domain/kernel/plain-date.js';
import type { Monitoring } from '../../../../domain/visit/service-details.js';
import { aClaim, aLine, aVisit } from '../../../builders/rules.js';
import type { EditExample, EditExamples } from './edit-example.js';

/** A code beside what the record says of its month. */
function month(procedureCode: string, monitoring?: Partial<Monitoring>, date = '2026-03-10'): EditExample['fails'] {
  const dateOfService = plainDate(date);
  const line = aLine({ procedureCode, modifiers: [], dateOfService });
  const visit = { ...aVisit({ totalMinutes: 40 }), dateOfService };
  return {
    claim: aClaim({ placeOfService: '11', lines: [line] }),
    visit: monitoring === undefined ? visit : { ...visit, monitoring: { setUp: false, ...monitoring } },
  };
}

function days(procedureCode: string, dataDays: number, date?: string): EditExample['fails'] {
  return month(procedureCode, { dataDays }, date);
}

function talk(procedureCode: string, liveInteraction: boolean): EditExample['fails'] {
  return month(procedureCode, { liveInteraction });
}

function watching(procedureCode: string, system: Monitoring['system']): EditExample['fails'] {
  return month(procedureCode, { system, dataDays: 20 });
}

export const monitoringMonthExamples: EditExamples = {
  'device-supply-days': [
    { fails: days('99454', 15), passes: days('99454', 16) },
    { fails: days('99454', 10, '2025-06-10'), passes: days('99454', 30, '2025-06-10') },
    { fails: days('99445', 16), passes: days('99445', 15) },
    { fails: days('99445', 1), passes: days('99445', 2) },
    { fails: days('98977', 15), passes: days('98985', 15) },
    { fails: month('99454'), passes: month('99457') },
    { fails: month('98976', { system: 'respiratory' }), passes: days('98976', 20) },
  ],
  'monitoring-set-up-days': [
    { fails: days('99453', 1), passes: days('99453', 2) },
    { fails: days('99453', 15, '2025-12-31'), passes: days('99453', 15, '2026-01-01') },
    { fails: days('98975', 1), passes: days('98975', 16) },
    { fails: month('99453', { setUp: true }), passes: days('99453', 16, '2025-12-31') },
  ],
  'management-without-interaction': [
    { fails: talk('99457', false), passes: talk('99457', true) },
    { fails: talk('99458', false), passes: talk('99458', true) },
    { fails: talk('99470', false), passes: talk('99470', true) },
    { fails: talk('98980', false), passes: talk('98980', true) },
    { fails: talk('98979', false), passes: talk('99091', false) },
    { fails: month('98981'), passes: talk('98981', true) },
  ],
  'device-of-other-system': [
    { fails: watching('98977', 'respiratory'), passes: watching('98977', 'musculoskeletal') },
    { fails: watching('98984', 'cognitive_behavioral'), passes: watching('98984', 'respiratory') },
    { fails: watching('98978', 'respiratory'), passes: watching('98978', undefined) },
  ],
};
