import * as z from 'zod/mini';
import { endpoint, id, input, name, whole } from '#lib/contract.ts';

/** An upload as it stands. `received` bytes are safe on disk; `fileId` comes once all of them are. */
export const upload = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.int(),
  received: z.int(),
  fileId: z.nullable(z.string()),
});
export type Upload = z.output<typeof upload>;

export const startUpload = endpoint({
  method: 'POST',
  path: '/uploads',
  summary: 'Begin an upload; with the id of one that was begun before, go on with it',
  can: 'files.upload',
  input: input({
    id: z.optional(id()),
    unitId: id(),
    name: name(1000),
    bytes: z.int('fields.number').check(z.minimum(0, 'fields.number')),
  }),
  output: upload,
});

export const getUpload = endpoint({
  method: 'GET',
  path: '/uploads/:uploadId',
  summary: 'How many bytes of an upload are safe, to go on from there',
  can: 'files.upload',
  input: input({ uploadId: id() }),
  output: upload,
});

/** The body is the file from byte `offset` on, all of it or a part. Sent with nothing left to send, it finishes. */
export const continueUpload = endpoint({
  method: 'PATCH',
  path: '/uploads/:uploadId',
  summary: 'Send bytes from an offset on; another offset than the one received answers 409 with `received`',
  can: 'files.upload',
  input: input({ uploadId: id(), offset: whole(0, Number.MAX_SAFE_INTEGER) }),
  output: upload,
});
