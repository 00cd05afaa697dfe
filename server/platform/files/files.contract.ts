import * as z from 'zod/mini';
import { endpoint, id, input } from '#lib/contract.ts';

export const getFile = endpoint({
  method: 'GET',
  path: '/files/:fileId',
  summary: 'A file to save; with inline=1 a PDF opens in the browser',
  own: 'each file names the right that opens it, checked on every request',
  byKey: true,
  input: input({ fileId: id(), inline: z.optional(z.enum(['0', '1'])) }),
  output: z.unknown(),
});
