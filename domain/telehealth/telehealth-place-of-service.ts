import type { PlaceOfService } from '../coding/coded-claim.js';
import type { PayerProfile } from '../payer/payer-profile.js';
import type { Visit } from '../visit/visit.js';

/** The place of service of a telehealth visit for a payer: 10 at the patient's home, 02 elsewhere (Pub. 100-04 ch. 26 §10.5). */
export function telehealthPlaceOfService(payer: PayerProfile, location: Visit['patientLocation']): PlaceOfService {
  switch (payer.placeOfService) {
    case 'by_patient_location':
      return location.setting === 'home' ? '10' : '02';
    case 'always_02':
      return '02';
    case 'always_10':
      return '10';
    case 'always_11':
      return '11';
  }
}
