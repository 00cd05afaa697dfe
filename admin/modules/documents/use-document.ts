import { getDocument } from '#modules/documents/documents.contract.ts';
import { refresh, useRead } from '../../app/data.ts';
import { useLive } from '../../app/live.ts';

/** A document with its fields; while it is being read it is asked for again, told live or every few seconds. */
export function useDocument(documentId: string) {
  const query = useRead(getDocument, { documentId });
  const reading = query.data?.document.state === 'reading';
  useRead(getDocument, { documentId }, { enabled: reading, refetchEvery: reading ? 2500 : undefined });
  useLive('document', (data) => {
    if ((data as { id?: string }).id === documentId && reading) void refresh([getDocument.path]);
  });
  return { query, document: query.data?.document, fields: query.data?.fields };
}
