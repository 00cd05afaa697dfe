import type { ClientBase } from 'pg';

export const APP_ROLE = 'lantoa_app';
export const PORTAL_ROLE = 'lantoa_portal';

/** The ordinary roles that pools take on. Undefined where the owner may not create them. */
export type Roles = { readonly app: string | undefined; readonly portal: string | undefined };

/**
 * Makes the roles where they are missing and lets the owner take them on. Needs CREATEROLE, or a database administrator
 * who has run `create role lantoa_app; create role lantoa_portal; grant lantoa_app, lantoa_portal to <owner>`.
 */
export async function ensureRoles(owner: ClientBase): Promise<Roles> {
  const { rows } = await owner.query<{ may: boolean; version: number }>(
    `select (rolcreaterole or rolsuper) as may, current_setting('server_version_num')::int as version
       from pg_roles where rolname = current_user`,
  );
  const { may, version } = rows[0]!;
  for (const role of [APP_ROLE, PORTAL_ROLE]) {
    if (!may || (await mayTakeOn(owner, role))) continue;
    if (!(await exists(owner, role))) await owner.query(`create role ${role} nologin`);
    await owner.query(`grant ${role} to current_user${version >= 160000 ? ' with inherit false, set true' : ''}`);
  }
  return await usableRoles(owner);
}

/** The roles this login may take on now. */
export async function usableRoles(owner: ClientBase): Promise<Roles> {
  const [app, portal] = [await mayTakeOn(owner, APP_ROLE), await mayTakeOn(owner, PORTAL_ROLE)];
  return { app: app ? APP_ROLE : undefined, portal: portal ? PORTAL_ROLE : undefined };
}

async function exists(owner: ClientBase, role: string): Promise<boolean> {
  return (await owner.query('select from pg_roles where rolname = $1', [role])).rowCount === 1;
}

async function mayTakeOn(owner: ClientBase, role: string): Promise<boolean> {
  if (!(await exists(owner, role))) return false;
  const { rows } = await owner.query<{ may: boolean }>(
    `select case when current_setting('server_version_num')::int >= 160000
              then pg_has_role(current_user, $1, 'SET') else pg_has_role(current_user, $1, 'MEMBER') end as may`,
    [role],
  );
  return rows[0]!.may;
}
