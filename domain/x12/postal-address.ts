/** A postal address as N3 and N4 carry it; the fields are as sent, unchecked. */
export type PostalAddress = {
  readonly line1?: string;
  readonly line2?: string;
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
  readonly countryCode?: string;
};
