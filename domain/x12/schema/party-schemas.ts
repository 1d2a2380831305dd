import { z } from 'zod';
import type { Contact } from '../contact.js';
import type { SegmentRule } from '../guide.js';
import type { Identifier, Party } from '../party.js';
import type { PostalAddress } from '../postal-address.js';
import type { Procedure } from '../procedure.js';
import { exactly } from './exactly.js';
import { type ModelFields, type ReportTrouble, reportTrouble } from './model-fields.js';
import { valueTrouble } from './value-trouble.js';

/** An identifier whose qualifier and value stand in these elements. */
export function identifierSchema(fields: ModelFields, qualifier: string, value: string): z.ZodType<Identifier> {
  return exactly<Identifier>()(z.strictObject({ qualifier: fields.text(qualifier), value: fields.text(value) }));
}

/** Whoever the name segment at a place stands for (`2310B NM1`): kinds, names and identifiers as NM102 to NM109 allow. */
export function partySchema(fields: ModelFields, place: string): z.ZodType<Party> {
  const identifier = identifierSchema(fields, `${place} 8`, `${place} 9`).exactOptional();
  const person = z.strictObject({
    kind: z.literal('person'),
    lastName: fields.textOrEmpty(`${place} 3`),
    firstName: fields.text(`${place} 4`).exactOptional(),
    middleName: fields.text(`${place} 5`).exactOptional(),
    prefix: fields.text(`${place} 6`).exactOptional(),
    suffix: fields.text(`${place} 7`).exactOptional(),
    identifier,
  });
  const organization = z.strictObject({
    kind: z.literal('organization'),
    name: fields.textOrEmpty(`${place} 3`),
    identifier,
  });
  const kinds = fields.element(`${place} 2`);
  const identified = fields.element(`${place} 9`);
  const party = exactly<Party>()(z.discriminatedUnion('kind', [person, organization]));
  return fields.check(party, ({ kind, identifier: given }, report) => {
    const code = kind === 'person' ? '1' : '2';
    if (kinds?.codeSet?.has(code) === false) {
      report(`must be ${kind === 'person' ? 'an organization' : 'a person'} here`, 'kind');
    }
    if (identified?.usage === 'R' && given === undefined) report('is missing: the guide requires it', 'identifier');
  });
}

/** N3 and N4 of a loop; what is there must be enough for its segment, and an address says something. */
export function addressSchema(fields: ModelFields, loop: string): z.ZodType<PostalAddress> {
  const address = exactly<PostalAddress>()(
    z.strictObject({
      line1: fields.text(`${loop} N3 1`).exactOptional(),
      line2: fields.text(`${loop} N3 2`).exactOptional(),
      city: fields.text(`${loop} N4 1`).exactOptional(),
      state: fields.text(`${loop} N4 2`).exactOptional(),
      postalCode: fields.text(`${loop} N4 3`).exactOptional(),
      countryCode: fields.text(`${loop} N4 4`).exactOptional(),
    }),
  );
  const needsStreet = fields.segment(`${loop} N3`).usage === 'R';
  const needsPlace = fields.segment(`${loop} N4`).usage === 'R';
  return fields.check(address, ({ line1, line2, city, state, postalCode, countryCode }, report) => {
    const hasPlace = [state, postalCode, countryCode].some((part) => part !== undefined);
    if (line1 === undefined && (needsStreet || line2 !== undefined)) report('is missing', 'line1');
    if (city === undefined && (needsPlace || hasPlace)) report('is missing', 'city');
    if (line1 === undefined && line2 === undefined && city === undefined && !hasPlace) {
      report('says nothing: leave the address out');
    }
  });
}

type ReferenceOptions = {
  /** Qualifiers that the model keeps in properties of their own. */
  readonly except?: readonly string[];
  /** The writer puts them into the order of the guide's segments, so the model has them so too. */
  readonly inGuideOrder?: boolean;
};

/** The references (REF) of a loop: qualifiers, values and numbers of each as its segments allow. */
export function referencesSchema(
  fields: ModelFields,
  loop: string,
  { except = [], inGuideOrder = false }: ReferenceOptions = {},
): z.ZodType<Identifier[]> {
  const rules = fields.segments(loop, 'REF');
  const reference = exactly<Identifier>()(z.strictObject({ qualifier: z.string(), value: z.string() }));
  const references = fields.check(z.array(reference), (all, report) => {
    checkUses(
      rules,
      all.map(({ qualifier }) => qualifier),
      report,
      except,
    );
    all.forEach(({ qualifier, value }, index) => {
      const rule = useOf(rules, qualifier)?.elements[1];
      if (rule?.kind === 'simple') reportTrouble(valueTrouble(rule, value), report, index, 'value');
    });
  });
  if (!inGuideOrder) return references;
  const order = ({ qualifier }: Identifier): number => {
    const use = useOf(rules, qualifier);
    return use === undefined ? 0 : rules.indexOf(use);
  };
  return references.transform((all) => [...all].sort((a, b) => order(a) - order(b)));
}

/** The use of a segment a qualifier belongs to. */
export function useOf(rules: readonly SegmentRule[], qualifier: string): SegmentRule | undefined {
  return rules.find((rule) => rule.qualifier?.codes.includes(qualifier));
}

/** Reports qualifiers no use has, at `[index].qualifier`, and uses beyond their number. */
export function checkUses(
  rules: readonly SegmentRule[],
  qualifiers: readonly string[],
  report: ReportTrouble,
  except: readonly string[] = [],
  property = 'qualifier',
): void {
  const counts = new Map<SegmentRule, number>();
  const known = rules.flatMap((rule) => rule.qualifier?.codes ?? []).filter((code) => !except.includes(code));
  qualifiers.forEach((qualifier, index) => {
    const use = known.includes(qualifier) ? useOf(rules, qualifier) : undefined;
    if (use === undefined) {
      report(`is not a qualifier the guide has here: give one of ${known.join(', ')}`, index, property);
      return;
    }
    const count = (counts.get(use) ?? 0) + 1;
    counts.set(use, count);
    if (count === use.maxUse + 1) {
      report(`is one too many: of ${(use.qualifier?.codes ?? []).join(', ')} there may be ${use.maxUse} in all`, index);
    }
  });
}

/** The contacts (PER) of a loop. */
export function contactsSchema(fields: ModelFields, loop: string): z.ZodType<Contact[]> {
  const rules = fields.segments(loop, 'PER');
  return fields.check(z.array(contactSchema(fields, loop)), (all, report) => {
    for (const { usage, qualifier, maxUse } of rules) {
      const codes = qualifier?.codes ?? [];
      const count = all.filter(({ functionCode }) => codes.includes(functionCode)).length;
      if (usage === 'R' && count === 0) report(`must have one with function ${codes.join(' or ')}`);
      if (count > maxUse) report(`must have at most ${maxUse} with function ${codes.join(' or ')}`);
    }
  });
}

/** One contact of a loop; kinds of numbers by their place (PER03 to PER08). */
export function contactSchema(fields: ModelFields, loop: string): z.ZodType<Contact> {
  const number = z.strictObject({ kind: z.string(), value: z.string() });
  const contact = exactly<Contact>()(
    z.strictObject({ functionCode: z.string(), name: z.string().exactOptional(), numbers: z.array(number) }),
  );
  const rules = fields.segments(loop, 'PER');
  return fields.check(contact, ({ functionCode, name, numbers }, report) => {
    const elements = useOf(rules, functionCode)?.elements ?? [];
    const trouble = (at: number, value: string): string | undefined => {
      const rule = elements[at - 1];
      return valueTrouble(rule?.kind === 'simple' ? rule : undefined, value);
    };
    if (elements.length === 0) report('the guide has no contact with this function here', 'functionCode');
    else if (name !== undefined) reportTrouble(trouble(2, name), report, 'name');
    if (elements[2]?.usage === 'R' && numbers.length === 0) report('must have at least one', 'numbers');
    numbers.forEach(({ kind, value }, index) => {
      reportTrouble(trouble(3 + 2 * index, kind), report, 'numbers', index, 'kind');
      reportTrouble(trouble(4 + 2 * index, value), report, 'numbers', index, 'value');
    });
  });
}

/** A procedure (C003) in the composite element at a place. */
export function procedureSchema(fields: ModelFields, place: string): z.ZodType<Procedure> {
  return exactly<Procedure>()(
    z.strictObject({
      qualifier: fields.text(`${place}-1`),
      code: fields.text(`${place}-2`),
      modifiers: modifiersSchema(fields, place),
      description: fields.text(`${place}-7`).exactOptional(),
    }),
  );
}

/** Up to four modifiers of the composite. */
export function modifiersSchema(fields: ModelFields, place: string): z.ZodType<string[]> {
  return fields.list(fields.text(`${place}-3`), { max: 4 });
}
