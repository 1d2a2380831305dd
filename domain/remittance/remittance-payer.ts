import type { PayerProfile } from '../payer/payer-profile.js';
import { resolvePayer } from '../payer/resolve-payer.js';
import type { RemittancePayer } from '../x12/835/remittance-advice.js';

/** The payer profile an 835 comes from: by payer id (1000A N104, REF*2U), else by name; null when none fits, or several do. */
export function remittancePayer(
  profiles: readonly PayerProfile[],
  payer: Pick<RemittancePayer, 'name' | 'identifier' | 'references'>,
): PayerProfile | null {
  const references = payer.references.filter((reference) => reference.qualifier === '2U');
  const ids = [...(payer.identifier === undefined ? [] : [payer.identifier]), ...references].map((identifier) =>
    identifier.value.trim().toUpperCase(),
  );
  const byId = profiles.filter((profile) => ids.includes(profile.electronicPayerId.toUpperCase()));
  const [only, ...others] = byId;
  if (only !== undefined && others.length === 0) return only;
  // Several programs may share one payer id; then the name decides between them.
  const byName = resolvePayer(byId.length === 0 ? profiles : byId, { payerName: payer.name });
  return byName.ok ? byName.value : null;
}
