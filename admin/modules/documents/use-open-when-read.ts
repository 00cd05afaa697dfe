import { useEffect, useEffectEvent } from 'react';
import type { ReceivedDocument } from '#modules/documents/documents.contract.ts';
import { useReading } from './use-reading.ts';

/** With a single document on the page, its review opens by itself once it has been read. */
export function useOpenWhenRead(document: ReceivedDocument | undefined, open: (documentId: string) => void): void {
  const now = useReading(document);
  const go = useEffectEvent(open);
  const ready = now?.state === 'review' ? now.id : undefined;
  useEffect(() => {
    if (ready) go(ready);
  }, [ready]);
}
