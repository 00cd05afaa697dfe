import { sql } from 'kysely';
import type { Role } from '#lib/rights.ts';
import type { Tx } from '#platform/tx.ts';

const rowsOf = (rows: readonly object[]) => sql`${JSON.stringify(rows)}::jsonb`;

export const insertAccounts = (tx: Tx, accounts: readonly { person_id: string; password_hash: string | null }[]) =>
  sql`insert into accounts (person_id, password_hash, state)
      select r.person_id, r.password_hash, 'active' from jsonb_to_recordset(${rowsOf(accounts)}) as r (person_id uuid, password_hash text)`.execute(
    tx,
  );

export const insertGrants = (
  tx: Tx,
  grants: readonly { id: string; person_id: string; unit_id: string; role: Role; valid_from: string }[],
) =>
  sql`insert into grants (id, person_id, unit_id, path, role, valid_from)
      select r.id, r.person_id, r.unit_id, u.path, r.role, r.valid_from
        from jsonb_to_recordset(${rowsOf(grants)}) as r (id uuid, person_id uuid, unit_id uuid, role text, valid_from date)
        join units u on u.id = r.unit_id`.execute(tx);
