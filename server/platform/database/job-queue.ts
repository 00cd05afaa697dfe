import type { ClientBase } from 'pg';
import { getConstructionPlans, getMigrationPlans } from 'pg-boss';
import pgBoss from 'pg-boss/package.json' with { type: 'json' };

/** The schema that pg-boss keeps its tables in. */
export const JOB_SCHEMA = 'pgboss';

/** The schema version that the installed pg-boss wants. */
export const JOB_SCHEMA_VERSION: number = pgBoss.pgboss.schema;

/**
 * Makes or upgrades the job tables as the owner, so that processes start with `migrate: false` under an ordinary role.
 * The statements come from pg-boss and open their own transaction.
 */
export async function ensureJobTables(owner: ClientBase): Promise<void> {
  const found = await installedVersion(owner);
  if (found === JOB_SCHEMA_VERSION) return;
  const statements = found === undefined ? getConstructionPlans(JOB_SCHEMA) : getMigrationPlans(JOB_SCHEMA, found);
  await owner.query(statements);
}

async function installedVersion(owner: ClientBase): Promise<number | undefined> {
  const { rows } = await owner.query<{ there: boolean }>(
    `select to_regclass('${JOB_SCHEMA}.version') is not null as there`,
  );
  if (!rows[0]!.there) return undefined;
  const versions = await owner.query<{ version: number }>(`select version from ${JOB_SCHEMA}.version`);
  return versions.rows[0]?.version;
}
