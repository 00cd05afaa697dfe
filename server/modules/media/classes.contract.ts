import * as z from 'zod/mini';
import { day, endpoint, id, input, name, page, paging, text, version, whole } from '#lib/contract.ts';
import { event } from '#lib/event.ts';

export const classActs = ['edit', 'record', 'withdraw'] as const;

/** What a picture is used for. */
export const purposes = ['news', 'contest', 'teaching'] as const;
export type Purpose = (typeof purposes)[number];
/** Where it is shown; each is asked for by itself. */
export const consentChannels = ['portal', 'social', 'press', 'print', 'bulletin', 'display'] as const;
export type ConsentChannel = (typeof consentChannels)[number];
export const parties = ['representative', 'child'] as const;
export type Party = (typeof parties)[number];
/** How one pupil stands on one channel for one purpose on a day. */
export const standings = ['ready', 'no-consent', 'refused', 'ended'] as const;
export type Standing = (typeof standings)[number];

/** A class by itself: what is known without knowing its pupils. */
export const schoolClass = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  /** The year in which the school year starts. */
  schoolYear: z.int(),
  name: z.string(),
  grade: z.nullable(z.string()),
  pupils: z.int(),
  /** Pupils whose picture may be shown today in news, by channel. */
  ready: z.record(z.enum(consentChannels), z.int()),
  /** Pupils nobody has answered for on any channel. */
  unanswered: z.int(),
  /** The first day on which a consent of the class no longer holds. */
  endsOn: z.nullable(z.string()),
  version: z.int(),
  can: z.array(z.enum(classActs)),
});
export type SchoolClass = z.output<typeof schoolClass>;

export const pupil = z.object({
  id: z.string(),
  classId: z.string(),
  name: z.string(),
  bornOn: z.nullable(z.string()),
  code: z.nullable(z.string()),
  leftOn: z.nullable(z.string()),
  /** Its personal data were erased: what stands as a name says so. */
  erased: z.boolean(),
  version: z.int(),
});
export type Pupil = z.output<typeof pupil>;

const classId = { classId: id() };
const schoolYear = () => whole(2000, 2200);

export const listClasses = endpoint({
  method: 'GET',
  path: '/classes',
  summary: 'Classes of a unit in a school year, with how many pupils may be shown on each channel',
  can: 'consents.read',
  input: input({ unitId: id(), schoolYear: z.optional(schoolYear()) }),
  output: z.object({ schoolYear: z.int(), years: z.array(z.int()), items: z.array(schoolClass) }),
});

export const createClass = endpoint({
  method: 'POST',
  path: '/classes',
  summary: 'Add a class; the same id twice adds one',
  can: 'consents.record',
  input: input({
    id: id(),
    unitId: id(),
    schoolYear: schoolYear(),
    name: name(60),
    grade: z._default(z.nullable(text(30)), null),
  }),
  output: schoolClass,
});

export const editClass = endpoint({
  method: 'PATCH',
  path: '/classes/:classId',
  summary: 'Change the name or grade of a class',
  can: 'consents.record',
  input: input({ ...classId, version: version(), name: z.optional(name(60)), grade: z.optional(z.nullable(text(30))) }),
  output: schoolClass,
});

export const putPupil = endpoint({
  method: 'PUT',
  path: '/classes/:classId/pupils/:pupilId',
  summary: 'Add a pupil (version 0) or correct one',
  can: 'consents.record',
  input: input({
    ...classId,
    pupilId: id(),
    version: z.int().check(z.minimum(0)),
    name: name(120),
    bornOn: z._default(z.nullable(day()), null),
    code: z._default(z.nullable(text(30)), null),
  }),
  output: pupil,
});

export const leavePupil = endpoint({
  method: 'POST',
  path: '/classes/:classId/pupils/:pupilId/leaving',
  summary: 'A pupil leaves the class; what was agreed to stays on record',
  can: 'consents.record',
  input: input({ ...classId, pupilId: id(), version: version(), leftOn: day() }),
  output: pupil,
});

export const erasePupil = endpoint({
  method: 'POST',
  path: '/classes/:classId/pupils/:pupilId/erasure',
  summary:
    'Erase name, birthday, code and who answered of a pupil who left; what was done for them stays without a name',
  can: 'consents.decide',
  input: input({ ...classId, pupilId: id(), version: version(), reason: name(500) }),
  output: pupil,
});

export const importedPupil = z.object({
  row: z.int(),
  outcome: z.enum(['new', 'changed', 'unchanged']),
  name: z.string(),
  bornOn: z.nullable(z.string()),
  code: z.nullable(z.string()),
});
export const refusedRow = z.object({ row: z.int(), name: z.string(), reason: z.string() });

/** The body is the .xlsx or .csv itself, or rows pasted from a sheet. Sent without `commit` it is checked only. */
export const importPupils = endpoint({
  method: 'POST',
  path: '/classes/:classId/pupil-imports',
  summary: 'Read a sheet of pupils of the class; first without commit for a preview, then with commit=yes',
  can: 'consents.record',
  input: input({ ...classId, commit: z.optional(z.enum(['yes'])) }),
  output: z.object({
    committed: z.boolean(),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    accepted: z.array(importedPupil),
    refused: z.array(refusedRow),
  }),
});

export const listPupilsForMarking = endpoint({
  method: 'GET',
  path: '/pupils-for-marking',
  summary: 'Pupils of the school whom a writer of it may name as seen in a picture: name and class only',
  can: 'media.add',
  input: input({ unitId: id(), q: z.optional(text(100)), classId: z.optional(id()), ...paging }),
  output: page(z.object({ id: z.string(), name: z.string(), classId: z.string(), className: z.string() })),
});

type Row = Record<string, unknown>;
export const classCreated = event<Row>('class.created', { kind: 'class' });
export const classEdited = event<Row>('class.edited', { kind: 'class' });
const ofPupil = { kind: 'pupil', personal: ['name', 'bornOn', 'code'] };
export const pupilAdded = event<Row>('pupil.added', ofPupil);
export const pupilEdited = event<Row>('pupil.edited', ofPupil);
export const pupilLeft = event<Row>('pupil.left', ofPupil);
export const pupilErased = event<Row>('pupil.erased', { kind: 'pupil' });
/** Of a sheet that was read: how many. Names stand with the pupils only, where they can be erased. */
export const pupilsImported = event<Row>('pupils.imported', { kind: 'class' });
