import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { fold } from '#lib/text.ts';
import type { PostKind } from '#lib/unit-kinds.ts';
import { record } from '#modules/audit/audit.ts';
import { say } from '#platform/texts.ts';
import type { Tx } from '#platform/tx.ts';
import * as sql from './imports.sql.ts';
import type { Accepted, Checked, Refused } from './imports.ts';
import { type NamedUnits, namedUnits } from './named-units.ts';
import type { Unit } from './org.ts';
import { personEdited } from './people.contract.ts';
import { updatePerson } from './people.sql.ts';
import { addPerson, addPost } from './people.ts';
import { postAssigned, postCreated } from './posts.contract.ts';
import { setHolder } from './posts.sql.ts';
import type { Columns, TableRow } from './table-columns.ts';
import { postKindOf } from './table-words.ts';

type Author = Parameters<typeof record>[1];
type Column = 'name' | 'email' | 'phone' | 'unit' | 'title';

export const peopleColumns: Columns<Column> = {
  name: ['ho va ten', 'ho ten', 'ten'],
  email: ['thu dien tu', 'email', 'e mail', 'dia chi email', 'hop thu'],
  phone: ['dien thoai', 'so dien thoai', 'sdt', 'di dong'],
  unit: ['don vi', 'don vi cong tac', 'truong', 'ma don vi', 'ma truong'],
  title: ['chuc danh', 'chuc vu', 'nhiem vu'],
};

export interface PersonChange extends Accepted {
  before: sql.PersonInTable | null;
  email: string;
  phone: string | null;
  unit: sql.UnitInTable;
  title: string;
  postKind: PostKind;
  /** Null where the post is held already; an id where it waits for somebody; 'add' where it is new. */
  post: string | 'add' | null;
}

type Row = TableRow<Column>;
type Verdict = { change: PersonChange } | { reason: string; params?: Record<string, string | number> };

interface KnownPeople {
  names: NamedUnits;
  own: sql.UnitInTable;
  people: ReadonlyMap<string, sql.PersonInTable>;
  /** Heads that are held, and posts that wait, by unit; used up as rows take them. */
  posts: Map<string, sql.PostInTable[]>;
}

/** What each row would do; nothing is written. */
export async function checkPeople(tx: Tx, unit: Unit, rows: readonly Row[]): Promise<Checked<PersonChange>> {
  const below = await sql.listBelow(tx, unit.path);
  const emails = rows.map((row) => (row.cells.email ?? '').toLowerCase());
  const people = new Map((await sql.listByEmails(tx, emails, unit.path)).map((p) => [p.email, p]));
  const posts = await sql.listSinglePosts(
    tx,
    below.map((u) => u.id),
  );
  const own = below.find((u) => u.id === unit.id)!;
  const known = { names: namedUnits(below), own, people, posts: Map.groupBy(posts, (post) => post.unitId) };
  const seen = new Map<string, number>();
  const checked: Checked<PersonChange> = { accepted: [], refused: [] };
  for (const [i, row] of rows.entries()) {
    const twice = emails[i] ? seen.get(emails[i]!) : undefined;
    const verdict = twice ? { reason: 'twice', params: { row: twice } } : judge(row, emails[i]!, known);
    if (emails[i] && !twice) seen.set(emails[i]!, row.row);
    if ('change' in verdict) checked.accepted.push(verdict.change);
    else checked.refused.push({ row: row.row, name: row.cells.name ?? '', ...verdict } satisfies Refused);
  }
  return checked;
}

function judge({ row, cells }: Row, email: string, known: KnownPeople): Verdict {
  const name = cells.name ?? '';
  const wrong = wrongCell(name, email, cells.phone ?? '');
  if (wrong) return wrong;
  const before = known.people.get(email) ?? null;
  if (before && !before.inReach) return { reason: 'email-elsewhere', params: { value: email } };
  if (before && before.closedOn !== null) return { reason: 'person-closed', params: { value: email } };
  if (before && fold(before.name) !== fold(name))
    return { reason: 'email-other-name', params: { value: email, name: before.name } };
  const unit = unitOf(cells.unit ?? '', known);
  if ('reason' in unit) return unit;
  const title = (cells.title || say('vi', 'org.post.member')).slice(0, 200);
  const postKind = postKindOf(title);
  const post = before?.posts.some((p) => p.unitId === unit.id && fold(p.title) === fold(title))
    ? null
    : takePost(known.posts, unit.id, postKind);
  if (post !== null && typeof post === 'object')
    return { reason: 'post-held', params: { value: title, name: post.heldBy } };
  const phone = cells.phone || before?.phone || null;
  const same = before && post === null && before.name === name && before.phone === phone;
  const outcome = !before ? 'new' : same ? 'unchanged' : 'changed';
  return {
    change: { row, outcome, name, unitName: unit.name, key: email, before, email, phone, unit, title, postKind, post },
  };
}

function wrongCell(
  name: string,
  email: string,
  phone: string,
): { reason: string; params?: Record<string, string> } | null {
  if (!name) return { reason: 'no-name' };
  if (name.length > 120) return { reason: 'too-long', params: { column: 'Họ và tên' } };
  if (!email) return { reason: 'no-email' };
  if (!/^[^\s@,;:<>"()[\]\\]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(email) || email.length > 254)
    return { reason: 'bad-email', params: { value: email } };
  if (phone && !/^\+?[0-9 .()-]{6,20}$/.test(phone)) return { reason: 'bad-phone', params: { value: phone } };
  return null;
}

function unitOf(
  words: string,
  { names, own }: KnownPeople,
): sql.UnitInTable | { reason: string; params?: Record<string, string> } {
  if (!words) return own;
  const found = names.find(words);
  if (found.length === 0) return { reason: 'unknown-unit', params: { value: words } };
  if (found.length > 1) return { reason: 'many-parents', params: { value: words } };
  return found[0]!.closedOn === null ? found[0]! : { reason: 'parent-closed', params: { value: words } };
}

/** A waiting post of the kind is filled before another is made; a unit has one head. */
function takePost(byUnit: KnownPeople['posts'], unitId: string, kind: PostKind): string | 'add' | { heldBy: string } {
  const posts = byUnit.get(unitId) ?? [];
  byUnit.set(unitId, posts);
  const at = posts.findIndex((p) => p.kind === kind && p.personName === null);
  if (at >= 0 && kind !== 'member') {
    const { id } = posts[at]!;
    posts.splice(at, 1, { id, unitId, kind, personName: '…' });
    return id;
  }
  const head = kind === 'head' ? posts.find((p) => p.kind === 'head') : undefined;
  if (head) return { heldBy: head.personName ?? '' };
  if (kind === 'head') posts.push({ id: '', unitId, kind, personName: '…' });
  return 'add';
}

/** Carries out what was checked. Accounts come by invitation: a table gives nobody access. */
export async function writePeople(tx: Tx, author: Author, changes: readonly PersonChange[]): Promise<void> {
  for (const change of changes.filter((c) => c.outcome !== 'unchanged')) {
    if (change.before) await changePerson(tx, author, change, change.before);
    else await newPerson(tx, author, change);
  }
}

async function newPerson(
  tx: Tx,
  author: Author,
  { name, email, phone, unit, title, postKind, post }: PersonChange,
): Promise<void> {
  const id = newId(author.now.getTime());
  const waiting = post !== 'add' && post !== null ? post : null;
  await addPerson(tx, author, unit, { id, name, email, phone }, waiting ? null : { kind: postKind, title });
  if (waiting) await fillPost(tx, author, unit, waiting, id, { kind: postKind, title });
}

async function changePerson(tx: Tx, author: Author, change: PersonChange, before: sql.PersonInTable): Promise<void> {
  const { name, phone, unit, title, postKind, post } = change;
  if (before.name !== name || before.phone !== phone) {
    await updatePerson(tx, before.id, { name, email: before.email, phone });
    const was = { name: before.name, email: before.email, phone: before.phone };
    await record(
      tx,
      author,
      personEdited({
        subject: { id: before.id, unitId: unit.id, path: unit.path },
        before: was,
        after: { name, email: before.email, phone },
      }),
    );
  }
  if (post === 'add') {
    const id = await addPost(tx, author, unit, before.id, { kind: postKind, title });
    await record(
      tx,
      author,
      postCreated({
        subject: { id, unitId: unit.id, path: unit.path },
        before: null,
        after: held(author, before.id, { kind: postKind, title }),
      }),
    );
  } else if (post !== null) await fillPost(tx, author, unit, post, before.id, { kind: postKind, title });
}

const held = (author: Author, personId: string, post: { kind: PostKind; title: string }) => ({
  ...post,
  personId,
  validFrom: dayOf(author.now),
  validTo: null,
});

async function fillPost(
  tx: Tx,
  author: Author,
  unit: { id: string; path: string },
  postId: string,
  personId: string,
  post: { kind: PostKind; title: string },
): Promise<void> {
  await setHolder(tx, postId, personId);
  const after = held(author, personId, post);
  await record(
    tx,
    author,
    postAssigned({
      subject: { id: postId, unitId: unit.id, path: unit.path },
      before: { ...after, personId: null },
      after,
    }),
  );
}
