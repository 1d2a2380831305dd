/** An identifier with the X12 qualifier that says whose it is (`XX` NPI, `MI` member id, `PI` payer id, `46` ETIN). */
export type Identifier = { readonly qualifier: string; readonly value: string };

/** A natural person as X12 names one; `lastName` is empty when the sender left it out. */
export type Person = {
  readonly kind: 'person';
  readonly lastName: string;
  readonly firstName?: string;
  readonly middleName?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly identifier?: Identifier;
};

/** An organization, or any party without a person's name parts. */
export type Organization = {
  readonly kind: 'organization';
  readonly name: string;
  readonly identifier?: Identifier;
};

/** Whoever an X12 name segment stands for (NM1, N1). */
export type Party = Person | Organization;
