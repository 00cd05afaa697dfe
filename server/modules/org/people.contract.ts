import * as z from 'zod/mini';
import { endpoint, id, input, name, page, paging, text, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { postKinds } from '#lib/unit-kinds.ts';

export const email = () =>
  z
    .string()
    .check(z.trim(), z.toLowerCase(), z.normalize('NFC'), z.maxLength(254, 'fields.too-long'), z.email('fields.email'));
const phone = () => z.string().check(z.trim(), z.regex(/^\+?[0-9 .()-]{6,20}$/, 'fields.phone'));

export const personRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  /** First post held today. */
  title: z.nullable(z.string()),
  unitId: z.nullable(z.string()),
  unitName: z.nullable(z.string()),
});
export type PersonRow = z.output<typeof personRow>;

export const listPeople = endpoint({
  method: 'GET',
  path: '/people',
  summary: 'People with a post in the units in reach, by unit or words of their name',
  can: 'people.read',
  input: input({
    unitId: z.optional(id()),
    /** This unit and everything below it. */
    within: z.optional(id()),
    q: z.optional(text(200)),
    ...paging,
  }),
  output: page(personRow),
});

export const personDetail = z.object({
  id: z.string(),
  name: z.string(),
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  language: z.enum(['vi', 'en']),
  closedOn: z.nullable(z.string()),
  version: z.number(),
  posts: z.array(
    z.object({
      id: z.string(),
      unitId: z.string(),
      unitName: z.string(),
      kind: z.enum(postKinds),
      title: z.string(),
      validFrom: z.string(),
      validTo: z.nullable(z.string()),
    }),
  ),
  can: z.array(z.enum(['edit'])),
});
export type PersonDetail = z.output<typeof personDetail>;

export const getPerson = endpoint({
  method: 'GET',
  path: '/people/:personId',
  summary: 'One person with the posts held, past and present',
  can: 'people.read',
  input: input({ personId: id() }),
  output: personDetail,
});

export const createPerson = endpoint({
  method: 'POST',
  path: '/units/:unitId/people',
  summary: 'A new person with a post at the unit; an account comes by invitation',
  can: 'people.manage',
  input: input({
    id: z.optional(id()),
    unitId: id(),
    name: name(120),
    email: z.optional(email()),
    phone: z.optional(phone()),
    postKind: z._default(z.enum(postKinds), 'member'),
    postTitle: name(200),
  }),
  output: personDetail,
});

export const editPerson = endpoint({
  method: 'PATCH',
  path: '/people/:personId',
  summary:
    'Corrects name and telephone; the e-mail address is the sign-in name and changes through PUT /people/:personId/email',
  can: 'people.manage',
  input: input({
    personId: id(),
    version: version(),
    name: z.optional(name(120)),
    phone: z.optional(z.nullable(phone())),
  }),
  output: personDetail,
});

interface PersonShape {
  name: string;
  email: string | null;
  phone: string | null;
}
const person = { kind: 'person', personal: ['name', 'email', 'phone'] };
export const personCreated = event<PersonShape>('person.created', person);
export const personEdited = event<PersonShape>('person.edited', person);
