import { getDocument, type ReceivedDocument } from '#modules/documents/documents.contract.ts';
import { refresh, useRead } from '../../app/data.ts';
import { useLive } from '../../app/live.ts';

/** Follows the reading of a document: told live, asked every few seconds where no news comes through. */
export function useReading(document: ReceivedDocument | undefined): ReceivedDocument | undefined {
  const reading = document?.state === 'reading';
  const asked = useRead(
    getDocument,
    { documentId: document?.id ?? '' },
    { enabled: reading, refetchEvery: reading ? 2500 : undefined },
  );
  useLive('document', (data) => {
    const told = data as { id?: string };
    if (reading && (told.id === undefined || told.id === document.id)) void refresh([getDocument.path]);
  });
  return asked.data?.document ?? document;
}
