import { useEffect, useState, useSyncExternalStore } from 'react';
import { correctDocument, getDocument } from '#modules/documents/documents.contract.ts';
import { call } from '../../../app/client.ts';
import { isOnline, onConnection } from '../../../app/connection.ts';
import { keyOf, queries } from '../../../app/data.ts';
import { store } from '../../../app/store.ts';
import type { Pending } from './queue.ts';
import { type DeskState, type Review, ReviewDesk } from './review-desk.ts';

/** The review of one document as a desk that this screen works on, with its lines to the server and to this machine. */
export function useReviewDesk(server: Review, personId: string): { desk: ReviewDesk; state: DeskState } {
  const documentId = server.document.id;
  const [desk] = useState(() => newDesk(server, personId));
  const state = useSyncExternalStore(
    (listener) => desk.listen(listener),
    () => desk.state,
  );
  useEffect(() => desk.take(server), [desk, server]);
  useEffect(() => {
    const kept = store('drafts').get<Pending[]>(keptAs(documentId, personId));
    // A browser that keeps nothing has nothing to bring back.
    kept.then((pending) => pending?.length && desk.resume(pending)).catch(() => undefined);
    return onConnection(() => {
      if (isOnline()) void desk.send();
    });
  }, [desk, documentId, personId]);
  const stuck = state.status === 'kept';
  useEffect(() => {
    // A server that restarts is no dead network: nobody tells when it is back.
    const again = stuck ? setInterval(() => void desk.send(), 5_000) : undefined;
    return () => clearInterval(again);
  }, [desk, stuck]);
  return { desk, state };
}

const keptAs = (documentId: string, personId: string) => `review:${documentId}:${personId}`;

function newDesk(server: Review, personId: string): ReviewDesk {
  const { id: documentId } = server.document;
  const keptKey = keptAs(documentId, personId);
  let kept = 0;
  const know = (review: Review): Review => {
    queries.setQueryData(keyOf(getDocument, { documentId }), review);
    return review;
  };
  return new ReviewDesk(server, {
    send: async (version, { spans, ...correction }, idempotencyKey) => {
      const where = spans?.map(({ block, from, to }) => ({ block, from, to }));
      const input = { documentId, version, ...correction, spans: where };
      return know(await call(correctDocument, input, { idempotencyKey }));
    },
    load: async () => know(await call(getDocument, { documentId })),
    keep: (pending) => {
      // Nothing waited and nothing waits: the store is left alone, and with it what an earlier visit kept.
      if (kept === 0 && pending.length === 0) return;
      kept = pending.length;
      const drafts = store('drafts');
      void (kept > 0 ? drafts.set(keptKey, pending) : drafts.remove(keptKey)).catch(() => undefined);
    },
  });
}
