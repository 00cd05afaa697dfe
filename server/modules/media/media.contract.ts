import * as z from 'zod/mini';
import { day, endpoint, id, input, page, paging, text, version, whole } from '#lib/contract.ts';
import { event } from '#lib/event.ts';

export const mediaKinds = ['photo', 'drawing', 'sound', 'video'] as const;
export const mediaStates = ['waiting', 'ready', 'refused'] as const;
export const peopleAnswers = ['unsaid', 'nobody', 'subjects', 'crowd'] as const;
export const rightsBases = ['own', 'handed-over', 'licence', 'public-domain'] as const;
export const renditionSizes = ['480', '960', '1600', 'jpeg'] as const;
export type RenditionSize = (typeof renditionSizes)[number];
/** Why a picture was refused; each has a sentence (`media.refused.*`). */
export const refusals = ['not-a-picture', 'type', 'too-many-pixels', 'broken', 'animated'] as const;
export type Refusal = (typeof refusals)[number];
export const mediaActs = ['describe', 'cut', 'mark', 'decide-basis', 'remove'] as const;
export type MediaAct = (typeof mediaActs)[number];
/** A photo weighs no more. Bytes. */
export const MOST_PHOTO_BYTES = 25 * 1024 * 1024;

const nullable = z.nullable;
const share = () => z.number().check(z.minimum(0), z.maximum(1));

/** A part of a picture, in fractions of the upright original. */
export const box = z.object({ x: share(), y: share(), w: share(), h: share() });
export type Box = z.output<typeof box>;

/** One way of showing a picture. */
export const recipe = z.object({
  crop: nullable(box),
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  blurred: z.array(box).check(z.maxLength(40)),
});
export type Recipe = z.output<typeof recipe>;

export const cut = z.object({
  id: z.string(),
  mediaId: z.string(),
  state: z.enum(['waiting', 'ready', 'failed']),
  recipe,
  width: nullable(z.int()),
  height: nullable(z.int()),
  sizes: z.array(z.enum(renditionSizes)),
});
export type Cut = z.output<typeof cut>;

export const subject = z.object({
  id: z.string(),
  kind: z.enum(['pupil', 'adult', 'unknown-child']),
  pupilId: nullable(z.string()),
  /** Of a pupil only for those who may read consents there. */
  name: nullable(z.string()),
  className: nullable(z.string()),
  box: nullable(box),
  adultAgreed: z.boolean(),
});
export type Subject = z.output<typeof subject>;

export const mediaRow = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  kind: z.enum(mediaKinds),
  state: z.enum(mediaStates),
  refusal: nullable(z.enum(refusals)),
  /** The refusal as a sentence in the reader's language. */
  sentence: nullable(z.string()),
  name: z.string(),
  bytes: z.int(),
  width: nullable(z.int()),
  height: nullable(z.int()),
  takenAt: nullable(z.string()),
  caption: z.string(),
  alt: z.string(),
  credit: z.string(),
  rightsBasis: z.enum(rightsBases),
  rightsNote: z.string(),
  rightsUntil: nullable(z.string()),
  people: z.enum(peopleAnswers),
  albumId: nullable(z.string()),
  albumTitle: nullable(z.string()),
  focalX: z.number(),
  focalY: z.number(),
  /** The cut that is offered first, from the beginning on (state 'waiting' until it is drawn); null once refused. */
  cut: nullable(cut),
  uses: z.int(),
  createdByName: nullable(z.string()),
  createdAt: z.string(),
  version: z.int(),
  can: z.array(z.enum(mediaActs)),
});
export type MediaRow = z.output<typeof mediaRow>;

export const mediaDetail = z.object({
  ...mediaRow.shape,
  cuts: z.array(cut),
  subjects: z.array(subject),
  /** Which subjects are covered in which cut. */
  covered: z.array(z.object({ cutId: z.string(), subjectId: z.string(), saidBy: z.enum(['geometry', 'person']) })),
  usedIn: z.array(
    z.object({
      cutId: z.string(),
      kind: z.string(),
      id: z.string(),
      title: z.string(),
      unitName: z.string(),
      channels: z.array(z.string()),
    }),
  ),
  /** Others of the unit that look alike (difference hash at 6 or less), nearest first. */
  alike: z.array(z.object({ id: z.string(), name: z.string(), cutId: nullable(z.string()), distance: z.int() })),
});
export type MediaDetail = z.output<typeof mediaDetail>;

const mediaId = { mediaId: id() };
const post = { method: 'POST' } as const;
const get = { method: 'GET' } as const;

export const addMedia = endpoint({
  ...post,
  path: '/media',
  summary: 'Take an uploaded photo into the library; it is read and rendered afterwards. The same id twice adds once',
  can: 'media.add',
  input: input({
    id: id(),
    unitId: id(),
    teamId: z._default(nullable(id()), null),
    fileId: id(),
    albumId: z._default(nullable(id()), null),
    caption: z._default(text(500), ''),
    alt: z._default(text(500), ''),
    credit: z._default(text(200), ''),
  }),
  output: mediaRow,
});

export const listMedia = endpoint({
  ...get,
  path: '/media',
  summary: 'Pictures of a unit, newest first; also those that were shown to it',
  can: 'media.read',
  input: input({
    unitId: id(),
    q: z.optional(text(200)),
    albumId: z.optional(id()),
    mine: z.optional(z.enum(['1'])),
    shared: z.optional(z.enum(['1'])),
    people: z.optional(z.enum(peopleAnswers)),
    state: z.optional(z.enum(mediaStates)),
    rights: z.optional(z.enum(['ended', 'ending'])),
    /** Just these, up to 100 ids, divided by commas. */
    ids: z.optional(z.string().check(z.maxLength(4000))),
    ...paging,
  }),
  output: page(mediaRow),
});

export const getMedia = endpoint({
  ...get,
  path: '/media/:mediaId',
  summary: 'One picture: its cuts, who is in it, where it is used, what looks alike',
  can: 'media.read',
  input: input(mediaId),
  output: mediaDetail,
});

export const describeMedia = endpoint({
  method: 'PATCH',
  path: '/media/:mediaId',
  summary: 'Words, rights, focal point and album of a picture',
  can: 'media.add',
  input: input({
    ...mediaId,
    version: version(),
    caption: z.optional(text(500)),
    alt: z.optional(text(500)),
    credit: z.optional(text(200)),
    rightsBasis: z.optional(z.enum(rightsBases)),
    rightsNote: z.optional(text(500)),
    rightsUntil: z.optional(nullable(day())),
    albumId: z.optional(nullable(id())),
    focalX: z.optional(share()),
    focalY: z.optional(share()),
  }),
  output: mediaDetail,
});

export const cutMedia = endpoint({
  ...post,
  path: '/media/:mediaId/cuts',
  summary: 'Crop, turn and blur: another cut of the picture. The same id twice makes one',
  can: 'media.add',
  input: input({
    ...mediaId,
    id: id(),
    ...recipe.shape,
    /** Becomes the one offered first. */ first: z._default(z.boolean(), true),
  }),
  output: mediaDetail,
});

export const markPeople = endpoint({
  method: 'PUT',
  path: '/media/:mediaId/people',
  summary: 'Say who can be known in the picture, and where; what is covered in each cut follows from the geometry',
  can: 'media.add',
  input: input({
    ...mediaId,
    version: version(),
    people: z.enum(peopleAnswers),
    subjects: z
      .array(
        z.object({
          id: id(),
          kind: subject.shape.kind,
          pupilId: z._default(nullable(id()), null),
          name: z._default(nullable(text(200)), null),
          box: z._default(nullable(box), null),
          adultAgreed: z._default(z.boolean(), false),
        }),
      )
      .check(z.maxLength(200)),
    /** Cuts in which a person says that somebody cannot be known, whatever the geometry. */
    covered: z._default(z.array(z.object({ cutId: id(), subjectId: id() })), []),
  }),
  output: mediaDetail,
});

/** A rendition for people who may see the picture; browsers ask again after five minutes. */
export const getRendition = endpoint({
  ...get,
  path: '/media/cuts/:cutId/:size',
  summary: 'A cut in one size, without anything the camera wrote into it',
  can: 'media.read',
  input: input({ cutId: id(), size: z.enum(renditionSizes) }),
  output: z.unknown(),
});

export const removeMedia = endpoint({
  method: 'DELETE',
  path: '/media/:mediaId',
  summary: 'Remove a picture that is used nowhere',
  can: 'media.add',
  input: input({ ...mediaId, version: whole(1, 1e9) }),
  output: z.object({ id: z.string() }),
});

/** What was found about one picture that is to be shown on a channel. */
export const consentFindings = [
  'ready',
  'people-unsaid',
  'no-consent',
  'refused',
  'ended',
  'rights-ended',
  'blocked',
] as const;
export const pictureFinding = z.object({
  cutId: z.string(),
  mediaId: z.string(),
  finding: z.enum(consentFindings),
  /** Who lacks consent: names only for those who may read consents of the unit. */
  subjects: z.array(
    z.object({
      id: z.string(),
      name: nullable(z.string()),
      /** The class where they are asked; known like the name. */
      classId: nullable(z.string()),
      lacking: z.array(z.enum(['representative', 'child'])),
    }),
  ),
  sentence: z.string(),
});
export type PictureFinding = z.output<typeof pictureFinding>;

type Row = Record<string, unknown>;
const of = { kind: 'media', personal: [] };
export const mediaAdded = event<Row>('media.added', of);
export const mediaChanged = event<Row>('media.changed', of);
export const mediaRemoved = event<Row>('media.removed', of);
