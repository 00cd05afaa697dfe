import type { Db } from '#platform/tx.ts';

/** What the dated table knows of cited instruments. */
export const instrumentsNamed = (db: Db, refs: readonly string[]) =>
  refs.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('legal_instruments')
        .select(['ref', 'type', 'title', 'issuer', 'valid_from', 'valid_to', 'replaced_by'])
        .where('ref', 'in', [...refs])
        .execute();
