import * as z from 'zod/mini';
import { endpoint, id, input, name, page, paging, text } from '#lib/contract.ts';
import { event } from '#lib/event.ts';

/** Thông điệp · hỏi đáp · bài mẫu · ảnh, tệp · bài phát thanh · kịch bản. */
export const pieceKinds = ['message', 'questions', 'article', 'picture', 'broadcast', 'script'] as const;
export type PieceKind = (typeof pieceKinds)[number];

const nullable = z.nullable;
const when = nullable(z.string());
const pieceId = { planId: id(), pieceId: id() };

export const piece = z.object({
  id: z.string(),
  planId: z.string(),
  lineId: nullable(z.string()),
  lineText: nullable(z.string()),
  kind: z.enum(pieceKinds),
  title: z.string(),
  body: nullable(z.string()),
  fileName: nullable(z.string()),
  n: z.int(),
  withdrawnAt: when,
  withdrawnReason: nullable(z.string()),
  updatedAt: z.string(),
  version: z.int(),
  /** Units that took it. */
  units: z.int(),
  /** The number that the asked unit took last; null where it did not, or none was asked for. */
  takenN: nullable(z.int()),
});
export type Piece = z.output<typeof piece>;

export const listToolkit = endpoint({
  method: 'GET',
  path: '/plans/:planId/toolkit',
  summary: 'Bộ tài liệu: pieces that go with a plan, for whoever sees the plan',
  can: 'plans.read',
  input: input({ planId: id(), unitId: z.optional(id()) }),
  output: z.object({
    items: z.array(piece),
    plan: z.object({ title: z.string(), unitName: z.string() }),
    manages: z.boolean(),
  }),
});

export const toolkitRow = z.object({
  planId: z.string(),
  title: z.string(),
  fromUnit: z.string(),
  pieces: z.int(),
  /** Pieces that the asked unit took and that were corrected or withdrawn since. */
  corrected: z.int(),
  manages: z.boolean(),
  updatedAt: z.string(),
});
export const listToolkits = endpoint({
  method: 'GET',
  path: '/toolkits',
  summary: 'Plans that bring a toolkit: of the unit itself, and sent to it',
  can: 'plans.read',
  input: input({ unitId: id(), ...paging }),
  output: page(toolkitRow),
});

export const putPiece = endpoint({
  method: 'PUT',
  path: '/plans/:planId/toolkit/:pieceId',
  summary: 'Write a piece (version 0 makes it); new words for one that units took are a correction, and they are told',
  can: 'toolkits.manage',
  input: input({
    ...pieceId,
    version: z.int().check(z.minimum(0)),
    lineId: z._default(nullable(id()), null),
    kind: z.enum(pieceKinds),
    title: name(300),
    body: z._default(nullable(text(40_000)), null),
    /** A file just uploaded; left out keeps the one that is there. */
    fileId: z.optional(nullable(id())),
    /** Why it is corrected, for those who took it. */
    note: z._default(nullable(text(1000)), null),
  }),
  output: piece,
});

export const withdrawPiece = endpoint({
  method: 'POST',
  path: '/plans/:planId/toolkit/:pieceId/withdrawal',
  summary: 'Take a piece back; the units that took it are told',
  can: 'toolkits.manage',
  input: input({ ...pieceId, reason: text(1000).check(z.minLength(1, 'fields.required')) }),
  output: piece,
});

export const takePiece = endpoint({
  method: 'POST',
  path: '/plans/:planId/toolkit/:pieceId/uses',
  summary: 'Dùng cho đơn vị tôi: the words with the names of the unit, and the use is written down',
  can: 'outputs.record',
  input: input({ ...pieceId, unitId: id() }),
  output: z.object({ title: z.string(), body: nullable(z.string()), fileName: nullable(z.string()), n: z.int() }),
});

export const pieceFile = endpoint({
  method: 'GET',
  path: '/plans/:planId/toolkit/:pieceId/file',
  summary: 'The file of a piece, for whoever sees the plan',
  can: 'plans.read',
  input: input(pieceId),
  output: z.any(),
});

export const listPieceUses = endpoint({
  method: 'GET',
  path: '/plans/:planId/toolkit/:pieceId/uses',
  summary: 'Who took a piece and which number, those with a former one first',
  can: 'toolkits.manage',
  input: input(pieceId),
  output: z.object({
    items: z.array(
      z.object({
        unitId: z.string(),
        unitName: z.string(),
        n: z.int(),
        current: z.boolean(),
        times: z.int(),
        lastAt: z.string(),
      }),
    ),
  }),
});

export const listPieceVersions = endpoint({
  method: 'GET',
  path: '/plans/:planId/toolkit/:pieceId/versions',
  summary: 'What a piece said before, and why it was corrected',
  can: 'plans.read',
  input: input(pieceId),
  output: z.object({
    items: z.array(
      z.object({
        n: z.int(),
        title: z.string(),
        body: nullable(z.string()),
        note: nullable(z.string()),
        at: z.string(),
      }),
    ),
  }),
});

type Row = Record<string, unknown>;
export const pieceWritten = event<Row>('toolkit-piece.written', { kind: 'toolkit-piece' });
export const pieceWithdrawn = event<Row>('toolkit-piece.withdrawn', { kind: 'toolkit-piece' });
export const pieceTaken = event<Row>('toolkit-piece.taken', { kind: 'toolkit-piece' });
