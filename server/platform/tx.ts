import type { Kysely, Transaction } from 'kysely';
import type { DB } from './schema.ts';

/** For reading. A transaction is accepted wherever this is wanted. */
export type Db = Kysely<DB>;

/** An open transaction: the only thing a write may be made with. Platform opens it, verbs receive it. */
export type Tx = Transaction<DB>;
