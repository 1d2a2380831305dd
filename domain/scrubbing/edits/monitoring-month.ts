import { deviceSupplyCodes, setUpDaysOn, supplyDaysOf, therapeuticSupply } from '../../coding/monitoring-days.js';
import { always } from '../edit-dates.js';
import { findOnLines } from '../edit-findings.js';
import type { ScrubEdit } from '../scrub-edit.js';

const setUpCodes = ['99453', '98975'];
const managementCodes = ['99457', '99458', '99470', '98979', '98980', '98981'];
const systemOfDevice = new Map(
  Object.entries(therapeuticSupply).flatMap(([system, { short, long }]) => [
    [short, system] as const,
    [long, system] as const,
  ]),
);

/** What is billed for a month of remote monitoring against what the record says of that month. */
export const monitoringMonthEdits: readonly ScrubEdit[] = [
  {
    id: 'device-supply-days',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT 99454, 98976–98978: 16–30 days in thirty; CY2026 PFS final rule: 99445, 98984–98986 for 2–15 days',
    title: 'Days with data fit the device supply',
    asksFor: ['monitoring.dataDays'],
    procedureCodes: deviceSupplyCodes,
    check: (input) => {
      const days = input.visit.monitoring?.dataDays;
      return findOnLines(
        input,
        ({ procedureCode }) => {
          const band = supplyDaysOf(procedureCode);
          return band !== undefined && (days === undefined || days < band[0] || days > band[1]);
        },
        ({ procedureCode }) => ({
          field: 'procedureCode',
          message:
            days === undefined
              ? `${procedureCode} goes by days with data and the record gives none`
              : `${days} days with data do not fit ${procedureCode}, which stands for ${supplyDaysOf(procedureCode)?.join(' to ') ?? ''}`,
          remedy: 'Give the days on which the device sent data, or report the supply of their number.',
        }),
      );
    },
  },
  {
    id: 'monitoring-set-up-days',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT 99453, 98975; CY2021 PFS final rule: sixteen days with data; CY2026 PFS final rule: two',
    title: 'Set-up is followed by enough days with data',
    asksFor: ['monitoring.dataDays'],
    procedureCodes: setUpCodes,
    check: (input) => {
      const days = input.visit.monitoring?.dataDays;
      const needed = setUpDaysOn(input.visit.dateOfService);
      return findOnLines(
        input,
        ({ procedureCode }) => setUpCodes.includes(procedureCode) && (days === undefined || days < needed),
        ({ procedureCode }) => ({
          field: 'procedureCode',
          message: `${procedureCode} needs ${needed} days with data and the record gives ${days ?? 'none'}`,
          remedy: 'Give the days on which the device sent data; with fewer the set-up is not reported.',
        }),
      );
    },
  },
  {
    id: 'management-without-interaction',
    severity: 'blocking',
    effectiveFrom: always,
    source: 'CPT 99457, 99458, 99470, 98979–98981: interactive communication in the month; CY2021 PFS final rule',
    title: 'Management of the month has a real-time talk',
    asksFor: ['monitoring.liveInteraction'],
    procedureCodes: managementCodes,
    check: (input) => {
      const talked = input.visit.monitoring?.liveInteraction;
      return findOnLines(
        input,
        ({ procedureCode }) => talked !== true && managementCodes.includes(procedureCode),
        ({ procedureCode }) => ({
          field: 'procedureCode',
          message: `${procedureCode} needs a real-time talk with patient or caregiver, and the record ${talked === undefined ? 'does not say whether there was one' : 'says that there was none'}`,
          remedy:
            'Say whether clinician or staff talked live with the patient in this month; without it take the code off.',
        }),
      );
    },
  },
  {
    id: 'device-of-other-system',
    severity: 'blocking',
    effectiveFrom: always,
    source:
      'CPT 98976, 98984 respiratory; 98977, 98985 musculoskeletal; 98978, 98986 cognitive behavioral; CY2026 PFS final rule',
    title: 'The therapeutic device watches what its code says',
    procedureCodes: [...systemOfDevice.keys()],
    check: (input) => {
      const watched = input.visit.monitoring?.system;
      return findOnLines(
        input,
        ({ procedureCode }) => {
          const system = systemOfDevice.get(procedureCode);
          return system !== undefined && watched !== undefined && system !== watched;
        },
        ({ procedureCode }) => ({
          field: 'procedureCode',
          message: `${procedureCode} is for a ${systemOfDevice.get(procedureCode)?.replaceAll('_', ' ') ?? ''} device and the record says ${watched?.replaceAll('_', ' ') ?? ''}`,
          remedy: 'Report the supply of what was watched, or correct the record.',
        }),
      );
    },
  },
];
