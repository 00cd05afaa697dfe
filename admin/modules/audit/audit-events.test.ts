import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { event } from '#lib/event.ts';
import en from '../../texts/en/audit.ts';
import vi from '../../texts/vi/audit.ts';

type Declared = ReturnType<typeof event>;
const modules = path.resolve(import.meta.dirname, '../../../server/modules');
const nobody = { subject: { id: '', unitId: null, path: null }, before: null, after: null };

/** Every event that a contract declares; steps on a way are declared by one function for all of their names. */
const declared = await Promise.all(
  globSync('**/*.contract.ts', { cwd: modules }).map(async (file) => {
    const text = readFileSync(path.join(modules, file), 'utf8');
    const contract = (await import(path.join(modules, file))) as Record<string, Declared>;
    const single = [...text.matchAll(/^export const (\w+) = event\b/gm)].map(([, name]) => contract[name!]!(nobody));
    const way = text.match(/^export const \w+ = \(\s*name:(?<names>[^)]*)\) => event<Row>\(`(?<noun>\w+)\./m)?.groups;
    const noun = way?.noun ?? '';
    return [
      ...single,
      ...[...(way?.names ?? '').matchAll(/'([\w-]+)'/g)].map(([, step]) =>
        event(`${noun}.${step}`, { kind: noun })(nobody),
      ),
    ];
  }),
);
const events = declared.flat();

test('every event that is written down is said in words, in both languages', () => {
  assert.ok(events.length > 90, `${events.length} events were found`);
  for (const words of [vi, en]) {
    const missing = events.filter(({ name }) => !(`event.${name}` in words)).map(({ name }) => name);
    assert.deepEqual(missing, []);
  }
});

test('every kind of subject is said in words, in both languages', () => {
  const kinds = [...new Set(events.map(({ subject }) => subject.kind))];
  for (const words of [vi, en])
    assert.deepEqual(
      kinds.filter((kind) => !(`kind.${kind}` in words)),
      [],
    );
});
