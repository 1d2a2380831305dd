import { expect, it } from 'vitest';
import { denialCauseFor, denialCauses } from '../../../domain/denial/denial-causes.js';

it('reaches every row of the denial table by each of its reason and remark codes', () => {
  for (const cause of denialCauses) {
    for (const reasonCode of cause.reasonCodes) {
      for (const remarkCode of cause.remarkCodes ?? ['N999'])
        expect(denialCauseFor(reasonCode, [remarkCode])).toBe(cause);
    }
  }
});

it('lets a person appeal or correct each row by its own remedy', () => {
  for (const cause of denialCauses) expect(cause.remedy).toMatch(/\.$/);
});
