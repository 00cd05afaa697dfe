import * as z from 'zod/mini';
import { endpoint, id, input, page, paging, text, version, whole } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { reviewActs, reviewField } from '#lib/review.ts';

export const documentStates = ['reading', 'review', 'checked', 'failed'] as const;
const when = z.nullable(z.string());

export const documentSummary = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  state: z.enum(documentStates),
  arrivalNo: z.nullable(z.string()),
  arrivedOn: z.string(),
  title: z.nullable(z.string()),
  sourceName: z.string(),
  docType: z.nullable(z.string()),
  number: z.nullable(z.string()),
  symbol: z.nullable(z.string()),
  issuedOn: when,
  issuerName: z.nullable(z.string()),
  open: z.int(),
  createdAt: z.string(),
});
export type DocumentSummary = z.output<typeof documentSummary>;

const other = z.object({
  id: z.string(),
  title: z.nullable(z.string()),
  arrivedOn: z.string(),
  why: z.enum(['same-file', 'same-number']),
});

export const receivedDocument = z.object({
  ...documentSummary.shape,
  format: z.nullable(z.string()),
  fileId: z.nullable(z.string()),
  issuerUnitId: z.nullable(z.string()),
  issuerUnitName: z.nullable(z.string()),
  issuerPlanId: z.nullable(z.string()),
  failure: z.nullable(z.string()),
  warnings: z.array(z.string()),
  duplicates: z.array(other),
  plans: z.array(z.object({ id: z.string(), title: z.string(), unitName: z.string(), state: z.string() })),
  version: z.int(),
  can: z.array(z.enum(['enter', 'review', 'check', 'reopen', 'make-plan', 'delete'])),
});
export type ReceivedDocument = z.output<typeof receivedDocument>;

/** The source as the review screen draws it: paragraphs and tables, and for a PDF the pages as the reader saw them. */
export const reviewSource = z.object({
  format: z.string(),
  blocks: z.array(z.any()),
  pages: z.nullable(z.array(z.any())),
});

export const documentReview = z.object({ document: receivedDocument, fields: z.array(reviewField) });

const documentId = { documentId: id() };
const span = z.object({ block: whole(0, 1e6), from: whole(0, 1e7), to: whole(0, 1e7) });
const get = { method: 'GET' } as const;
const post = { method: 'POST' } as const;

export const listDocuments = endpoint({
  ...get,
  path: '/documents',
  summary: 'Incoming documents, latest first',
  can: 'documents.read',
  input: input({
    unitId: z.optional(id()),
    state: z.optional(z.enum(documentStates)),
    q: z.optional(text(200)),
    ...paging,
  }),
  output: page(documentSummary),
});
export const getDocument = endpoint({
  ...get,
  path: '/documents/:documentId',
  summary: 'An incoming document with its fields under review',
  can: 'documents.read',
  input: input(documentId),
  output: documentReview,
});
export const getDocumentSource = endpoint({
  ...get,
  path: '/documents/:documentId/source',
  summary: 'The text or pages that were read',
  can: 'documents.read',
  input: input(documentId),
  output: reviewSource,
});
export const receiveDocument = endpoint({
  ...post,
  path: '/documents',
  summary: 'Take in a document: an uploaded file or pasted text',
  can: 'documents.receive',
  input: input({
    id: z.optional(id()),
    unitId: id(),
    fileId: z.optional(id()),
    pasted: z.optional(z.string().check(z.maxLength(5_000_000, 'fields.too-long'))),
    arrivalNo: z._default(z.nullable(text(20)), null),
    arrivedOn: z.optional(z.iso.date('fields.day')),
  }),
  output: receivedDocument,
});
export const editDocument = endpoint({
  method: 'PATCH',
  path: '/documents/:documentId',
  summary: 'Arrival number and date, linked issuer',
  can: 'documents.receive',
  input: input({
    ...documentId,
    version: version(),
    arrivalNo: z.optional(z.nullable(text(20))),
    arrivedOn: z.optional(z.iso.date('fields.day')),
    issuerUnitId: z.optional(z.nullable(id())),
  }),
  output: receivedDocument,
});
export const correctDocument = endpoint({
  ...post,
  path: '/documents/:documentId/corrections',
  summary: 'Accept, edit, split, join, change kind, drop or add a field; every correction is kept',
  can: 'documents.receive',
  input: input({
    ...documentId,
    version: version(),
    act: z.enum(reviewActs),
    field: z.string().check(z.maxLength(200)),
    value: z.optional(z.string().check(z.maxLength(20_000))),
    detail: z.optional(z.record(z.string(), z.unknown())),
    at: z.optional(z.int()),
    group: z.optional(z.string()),
    spans: z.optional(z.array(span).check(z.maxLength(20))),
  }),
  output: documentReview,
});
export const checkDocument = endpoint({
  ...post,
  path: '/documents/:documentId/checking',
  summary: 'Finish the review',
  can: 'documents.receive',
  input: input({ ...documentId, version: version() }),
  output: documentReview,
});
export const reopenDocument = endpoint({
  ...post,
  path: '/documents/:documentId/reopening',
  summary: 'Open a finished review again',
  can: 'documents.receive',
  input: input({ ...documentId, version: version() }),
  output: documentReview,
});
export const deleteDocument = endpoint({
  method: 'DELETE',
  path: '/documents/:documentId',
  summary: 'Delete a document nothing was made from',
  can: 'documents.receive',
  input: input({ ...documentId, version: whole(1, 1e9) }),
  output: z.object({}),
});
export const listCorrections = endpoint({
  ...get,
  path: '/documents/:documentId/corrections',
  summary: 'Corrections made to the reading of a document',
  can: 'documents.read',
  input: input(documentId),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        field: z.string(),
        act: z.string(),
        before: z.unknown(),
        after: z.unknown(),
        rule: z.nullable(z.string()),
        personName: z.string(),
        at: z.string(),
      }),
    ),
  }),
});

type Row = Record<string, unknown>;
export const documentReceived = event<Row>('document.received', { kind: 'document' });
export const documentRead = event<Row>('document.read', { kind: 'document' });
export const documentEdited = event<Row>('document.edited', { kind: 'document' });
export const documentCorrected = event<Row>('document.corrected', { kind: 'document' });
export const documentChecked = event<Row>('document.checked', { kind: 'document' });
export const documentReopened = event<Row>('document.reopened', { kind: 'document' });
export const documentDeleted = event<Row>('document.deleted', { kind: 'document' });
