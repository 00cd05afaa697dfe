import * as z from 'zod/mini';
import { day, endpoint, id, input, name, page, paging, text, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';

export const albumActs = ['edit', 'close', 'reopen', 'add'] as const;
export type AlbumAct = (typeof albumActs)[number];

const nullable = z.nullable;

/** Pictures of one event: what it was, which classes took part, how people were told that pictures are taken. */
export const album = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  title: z.string(),
  eventOn: nullable(z.string()),
  place: nullable(z.string()),
  recordingNotice: nullable(z.string()),
  lineId: nullable(z.string()),
  classes: z.array(z.object({ id: z.string(), name: z.string(), schoolYear: z.int() })),
  pictures: z.int(),
  /** A picture to show for all; null while none can be shown. */
  coverCutId: nullable(z.string()),
  closedAt: nullable(z.string()),
  createdByName: nullable(z.string()),
  createdAt: z.string(),
  version: z.int(),
  can: z.array(z.enum(albumActs)),
});
export type Album = z.output<typeof album>;

const albumId = { albumId: id() };
const facts = {
  eventOn: nullable(day()),
  place: nullable(text(300)),
  recordingNotice: nullable(text(1000)),
  lineId: nullable(id()),
  classIds: z.array(id()).check(z.maxLength(100)),
};

export const listAlbums = endpoint({
  method: 'GET',
  path: '/albums',
  summary: 'Albums of a unit, newest first',
  can: 'media.read',
  input: input({
    unitId: id(),
    q: z.optional(text(200)),
    classId: z.optional(id()),
    open: z.optional(z.enum(['1'])),
    ...paging,
  }),
  output: page(album),
});

export const addAlbum = endpoint({
  method: 'POST',
  path: '/albums',
  summary: 'Begin an album; the same id twice begins one',
  can: 'media.add',
  input: input({
    id: id(),
    unitId: id(),
    title: name(300),
    eventOn: z._default(facts.eventOn, null),
    place: z._default(facts.place, null),
    recordingNotice: z._default(facts.recordingNotice, null),
    lineId: z._default(facts.lineId, null),
    classIds: z._default(facts.classIds, []),
  }),
  output: album,
});

export const getAlbum = endpoint({
  method: 'GET',
  path: '/albums/:albumId',
  summary: 'One album; its pictures are listed as pictures of the unit',
  can: 'media.read',
  input: input(albumId),
  output: album,
});

export const editAlbum = endpoint({
  method: 'PATCH',
  path: '/albums/:albumId',
  summary: 'What the event was, and which classes took part',
  can: 'media.add',
  input: input({
    ...albumId,
    version: version(),
    title: z.optional(name(300)),
    eventOn: z.optional(facts.eventOn),
    place: z.optional(facts.place),
    recordingNotice: z.optional(facts.recordingNotice),
    lineId: z.optional(facts.lineId),
    classIds: z.optional(facts.classIds),
  }),
  output: album,
});

export const closeAlbum = endpoint({
  method: 'POST',
  path: '/albums/:albumId/close',
  summary: 'Take no more pictures into an album, or take some again',
  can: 'media.add',
  input: input({ ...albumId, version: version(), closed: z._default(z.boolean(), true) }),
  output: album,
});

type Row = Record<string, unknown>;
const of = { kind: 'album' };
export const albumAdded = event<Row>('album.added', of);
export const albumChanged = event<Row>('album.changed', of);
export const albumClosed = event<Row>('album.closed', of);
export const albumReopened = event<Row>('album.reopened', of);
