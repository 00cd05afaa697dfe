import * as z from 'zod/mini';
import { day, endpoint, id, input, name, text, whole } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { consentChannels, parties, pupil, purposes, refusedRow, schoolClass, standings } from './classes.contract.ts';

/** How an answer came: a signed form, a scan of it, a sheet that was filled in, or by wire. */
export const consentForms = ['form', 'scan', 'sheet', 'digital'] as const;
/** What one party said on one channel: still nothing, an answer that holds, or one that ended. */
export const cellStates = ['none', 'given', 'refused', 'ended'] as const;
export type CellState = (typeof cellStates)[number];

/** Pictures that are shown already leave the channel once the consent ends, or stay there. */
export const afterEnds = ['leaves', 'stays'] as const;

const channels = z.array(z.enum(consentChannels)).check(z.minLength(1), z.maxLength(6));
const classId = { classId: id() };
const purpose = z.enum(purposes);

export const consentWording = z.object({
  id: z.string(),
  /** Null: the words every unit begins with. */
  unitId: z.nullable(z.string()),
  number: z.int(),
  purpose,
  words: z.string(),
  childWords: z.string(),
  /** What becomes of pictures that are shown already once a consent to these words ends. */
  afterEnd: z.enum(afterEnds),
  validFrom: z.string(),
  /** Whether answers were given to it: then its words stay as they are. */
  used: z.boolean(),
});
export type ConsentWording = z.output<typeof consentWording>;

const cell = z.object({ representative: z.enum(cellStates), child: z.enum(cellStates), standing: z.enum(standings) });

export const pupilConsents = z.object({
  ...pupil.shape,
  /** Age today; null where the birthday is not known, then both are asked. */
  age: z.nullable(z.int()),
  /** Who is asked for this pupil today. */
  asked: z.array(z.enum(parties)),
  channels: z.record(z.enum(consentChannels), cell),
  /** Whether a signed form is kept for an answer that holds. */
  evidence: z.boolean(),
  /** Asked to take back, and not yet carried out everywhere. */
  withdrawing: z.nullable(z.string()),
});
export type PupilConsents = z.output<typeof pupilConsents>;

export const classConsents = z.object({
  class: schoolClass,
  purpose,
  /** From which age the child is asked too, and from which it alone. */
  childAge: z.int(),
  adultAge: z.int(),
  source: z.string(),
  /** The first day on which a consent given today no longer holds. */
  validTo: z.string(),
  wording: consentWording,
  pupils: z.array(pupilConsents),
});
export type ClassConsents = z.output<typeof classConsents>;

export const getClassConsents = endpoint({
  method: 'GET',
  path: '/classes/:classId/consents',
  summary: 'Pupils of a class and what their representatives and they themselves agreed to, for one purpose',
  can: 'consents.read',
  input: input({ ...classId, purpose: z._default(purpose, 'news'), left: z.optional(z.enum(['1'])) }),
  output: classConsents,
});

/**
 * Answers of a class in one act. Entries are taken in order: a later one overrules an earlier one, so "the whole class, but …"
 * is one entry for all and one for the exceptions.
 */
export const recordConsents = endpoint({
  method: 'POST',
  path: '/classes/:classId/consents',
  summary: 'Record what was answered, from forms in hand: for single pupils or for the whole class with exceptions',
  can: 'consents.record',
  input: input({
    ...classId,
    purpose: z._default(purpose, 'news'),
    form: z.enum(consentForms),
    wordingId: z.optional(id()),
    givenOn: day(),
    evidenceFileId: z._default(z.nullable(id()), null),
    entries: z
      .array(
        z.object({
          /** Null: all pupils of the class. */
          pupilIds: z.nullable(z.array(id()).check(z.maxLength(500))),
          except: z._default(z.array(id()).check(z.maxLength(500)), []),
          parties: z.array(z.enum(parties)).check(z.minLength(1), z.maxLength(2)),
          channels,
          answer: z.enum(['given', 'refused']),
          givenBy: z._default(z.nullable(text(120)), null),
          relation: z._default(z.nullable(text(60)), null),
        }),
      )
      .check(z.minLength(1), z.maxLength(600)),
  }),
  output: classConsents,
});

export const attachEvidence = endpoint({
  method: 'POST',
  path: '/classes/:classId/consent-evidence',
  summary: 'Keep a scan of signed forms as proof: of single pupils, or of all answers of the class that hold',
  can: 'consents.record',
  input: input({
    ...classId,
    fileId: id(),
    pupilIds: z._default(z.nullable(z.array(id()).check(z.maxLength(500))), null),
  }),
  output: z.object({ fileId: z.string(), answers: z.int() }),
});

export const getEvidence = endpoint({
  method: 'GET',
  path: '/consents/:consentId/evidence',
  summary: 'The scan of the form an answer rests on',
  can: 'consents.read',
  input: input({ consentId: id() }),
  output: z.unknown(),
});

export const consentForm = endpoint({
  method: 'GET',
  path: '/classes/:classId/consent-form',
  summary: 'The form to sign (.docx): a page for each pupil, or one list of the class for one purpose',
  can: 'consents.read',
  input: input({ ...classId, layout: z.enum(['pages', 'list']), purpose: z._default(purpose, 'news') }),
  output: z.unknown(),
});

export const consentSheet = endpoint({
  method: 'GET',
  path: '/classes/:classId/consent-sheet',
  summary: 'A workbook (.xlsx) of the class to fill in and send back',
  can: 'consents.read',
  input: input({ ...classId, purpose: z._default(purpose, 'news') }),
  output: z.unknown(),
});

/** The body is the filled workbook. Sent without `commit` it says what would change. */
export const readConsentSheet = endpoint({
  method: 'POST',
  path: '/classes/:classId/consent-sheet',
  summary: 'Read a filled workbook: a preview of what changes, then with commit=yes the answers themselves',
  can: 'consents.record',
  input: input({
    ...classId,
    purpose: z._default(purpose, 'news'),
    givenOn: day(),
    commit: z.optional(z.enum(['yes'])),
  }),
  output: z.object({
    committed: z.boolean(),
    /** Pupils with at least one new answer. */
    changed: z.array(z.object({ row: z.int(), name: z.string(), given: z.int(), refused: z.int() })),
    unchanged: z.int(),
    refused: z.array(refusedRow),
  }),
});

export const listPupilAnswers = endpoint({
  method: 'GET',
  path: '/pupils/:pupilId/consents',
  summary: 'Every answer for a pupil, also those that ended, newest first',
  can: 'consents.read',
  input: input({ pupilId: id() }),
  output: z.object({
    pupil,
    className: z.string(),
    items: z.array(
      z.object({
        id: z.string(),
        party: z.enum(parties),
        purpose,
        channel: z.enum(consentChannels),
        answer: z.enum(['given', 'refused']),
        givenBy: z.nullable(z.string()),
        relation: z.nullable(z.string()),
        form: z.enum(consentForms),
        wordingNumber: z.int(),
        evidence: z.boolean(),
        givenOn: z.string(),
        validTo: z.string(),
        endedAt: z.nullable(z.string()),
        endedBy: z.nullable(z.enum(['withdrawal', 'answer', 'correction'])),
        recordedByName: z.nullable(z.string()),
        recordedAt: z.string(),
      }),
    ),
  }),
});

export const listWordings = endpoint({
  method: 'GET',
  path: '/consent-wordings',
  summary: 'The words of a unit’s form and their earlier numbers; those every unit begins with where it has none',
  can: 'consents.read',
  input: input({ unitId: id() }),
  output: z.object({ items: z.array(consentWording), can: z.array(z.enum(['add'])) }),
});

export const addWording = endpoint({
  method: 'POST',
  path: '/consent-wordings',
  summary: 'New words under a new number; answers keep the number they were given to',
  can: 'consents.decide',
  input: input({
    id: id(),
    unitId: id(),
    purpose,
    words: name(3000),
    childWords: name(1000),
    afterEnd: z._default(z.enum(afterEnds), 'leaves'),
  }),
  output: consentWording,
});

export const consentOverview = endpoint({
  method: 'GET',
  path: '/consent-overview',
  summary: 'How a school stands: classes by channel, what ends soon, what is being taken back, what is asked of us',
  can: 'consents.read',
  input: input({ unitId: id(), schoolYear: z.optional(whole(2000, 2200)) }),
  output: z.object({
    schoolYear: z.int(),
    classes: z.array(schoolClass),
    pupils: z.int(),
    ready: z.record(z.enum(consentChannels), z.int()),
    /** Pupils whose consent for news ends within 30 days, with the day of the first. */
    endingSoon: z.int(),
    endsOn: z.nullable(z.string()),
    openWithdrawals: z.int(),
    lateWithdrawals: z.int(),
    openSteps: z.int(),
  }),
});

export const albumConsents = endpoint({
  method: 'GET',
  path: '/albums/:albumId/consents',
  summary: 'Classes seen in an album, pupils of them who may not be shown, and the pictures they are in',
  can: 'media.read',
  input: input({ albumId: id(), purpose: z._default(purpose, 'news') }),
  output: z.object({
    classes: z.array(z.object({ id: z.string(), name: z.string(), pupils: z.int() })),
    /** Who of these classes was not there; empty for readers without the right to read consents there. */
    except: z.array(z.object({ id: z.string(), name: z.string(), className: z.string() })),
    /** By channel: how many pupils of these classes may not be shown. */
    lacking: z.record(z.enum(consentChannels), z.int()),
    /** Who they are; empty for readers without the right to read consents there. */
    pupils: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        className: z.string(),
        channels: z.array(z.enum(consentChannels)),
        mediaIds: z.array(z.string()),
      }),
    ),
    /** Pictures of the album in which somebody may not be shown on at least one channel. */
    mediaIds: z.array(z.string()),
  }),
});

export const setAlbumClasses = endpoint({
  method: 'PUT',
  path: '/albums/:albumId/classes',
  summary: 'Say in one act which classes are seen in an album, but for single pupils who are not in it',
  can: 'media.add',
  input: input({
    albumId: id(),
    classIds: z.array(id()).check(z.maxLength(100)),
    /** Pupils of these classes who were not there. */
    except: z._default(z.array(id()).check(z.maxLength(500)), []),
  }),
  output: albumConsents.output,
});

type Row = Record<string, unknown>;
/** How many answers; who gave them stands with the answers only, where it can be erased. */
const ofClass = { kind: 'class' };
export const consentsRecorded = event<Row>('consents.recorded', ofClass);
export const evidenceAttached = event<Row>('consents.evidence-attached', ofClass);
export const wordingAdded = event<Row>('consent-wording.added', { kind: 'consent-wording' });
export const albumClassesSet = event<Row>('album.classes-set', { kind: 'album' });
