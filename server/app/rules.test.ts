import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { dependencyViolations, USES } from './testing/dependency-rule.ts';
import { houseViolations, longFiles, packagesOf } from './testing/house-rules.ts';
import { CHECKOUT, type SourceFile, sourceFiles } from './testing/source-files.ts';

const files = sourceFiles();

/** Passes for an empty list; else every entry stands in the message. */
const none = (found: readonly string[]) => assert.equal(found.length, 0, found.join('\n'));

test('the code keeps the dependency rule', () => {
  none(dependencyViolations(files));
});

test('the code keeps the rules of the house', (t) => {
  for (const long of longFiles(files)) t.diagnostic(`getting long: ${long}`);
  none(houseViolations(files));
});

test('every package that the code takes is named in package.json', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    fs.readFileSync(path.join(CHECKOUT, 'package.json'), 'utf8'),
  );
  const named = new Set(Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }));
  const missing = files.flatMap((file) =>
    packagesOf(file)
      .filter((name) => !named.has(name))
      .map((name) => `${file.path}: ${name}`),
  );
  none(missing);
});

test('what the server takes when it runs is not a development dependency', () => {
  const { devDependencies } = JSON.parse(fs.readFileSync(path.join(CHECKOUT, 'package.json'), 'utf8'));
  const served = files.filter(
    ({ path: name }) => /^(lib|server)\//.test(name) && !/\.test\.ts$|^server\/app\/testing\//.test(name),
  );
  const wrong = served.flatMap((file) =>
    packagesOf(file)
      .filter((name) => name in devDependencies)
      .map((name) => `${file.path}: ${name}`),
  );
  none(wrong);
});

/** A file with one import, as if it stood in the tree. */
const planted = (where: string, text: string): SourceFile[] => [{ path: where, text }];

const broken: [string, string, string, RegExp][] = [
  ['lib takes no Node module', 'lib/a.ts', `import fs from 'node:fs';`, /lib is pure/],
  ['lib takes no package', 'lib/a.ts', `import x from 'pg';`, /lib is pure/],
  [
    'lib does not see the platform, not even a type',
    'lib/a.ts',
    `import type { Tx } from '#platform/tx.ts';`,
    /lib is pure/,
  ],
  [
    'the platform does not see a module',
    'server/platform/a.ts',
    `import { x } from '../modules/plans/plans.ts';`,
    /platform knows no domain/,
  ],
  [
    'the platform does not load a module later',
    'server/platform/a.ts',
    `const x = await import('#modules/plans/plans.ts');`,
    /platform knows no domain/,
  ],
  [
    'a module does not see the app',
    'server/modules/plans/plans.ts',
    `import { x } from '#app/main.ts';`,
    /nobody imports app/,
  ],
  [
    'a module keeps to the table',
    'server/modules/documents/documents.ts',
    `import { x } from '#modules/plans/plans.ts';`,
    /documents does not use plans/,
  ],
  [
    'a type from outside the table counts',
    'server/modules/org/units.ts',
    `let x: import('#modules/access/access.ts').X;`,
    /org does not use access/,
  ],
  [
    'another module shows no statements',
    'server/modules/plans/plans.ts',
    `import { x } from '#modules/documents/documents.sql.ts';`,
    /only its plain-noun file/,
  ],
  [
    'another module shows no inner folder',
    'server/modules/plans/plans.ts',
    `import { x } from '#modules/documents/reading/docx.ts';`,
    /only its plain-noun file/,
  ],
  [
    'a contract is portable',
    'server/modules/plans/plans.contract.ts',
    `import { x } from '#platform/route.ts';`,
    /contracts import lib/,
  ],
  [
    'a policy is pure',
    'server/modules/plans/plans.policy.ts',
    `import { x } from './plans.sql.ts';`,
    /policies are pure/,
  ],
  ['SQL lives in its own files', 'server/modules/plans/plans.ts', `import { sql } from 'kysely';`, /SQL lives in/],
  [
    'the admin app sees no verbs',
    'admin/modules/plans/list.tsx',
    `import { x } from '../../../server/modules/plans/plans.ts';`,
    /lib and contracts only/,
  ],
  [
    'the admin app sees no platform',
    'admin/app/a.ts',
    `import type { x } from '#platform/route.ts';`,
    /lib and contracts only/,
  ],
  [
    'the parts of the screen know no domain',
    'admin/ui/button.tsx',
    `import { x } from '../modules/plans/list.tsx';`,
    /admin\/ui knows no domain/,
  ],
  ['a module stands in the table', 'server/modules/gadgets/gadgets.ts', '', /not in the table/],
];

for (const [sentence, where, text, reason] of broken) {
  test(`the rule catches it: ${sentence}`, () => {
    assert.match(dependencyViolations(planted(where, text)).join('\n'), reason);
  });
}

test('the rule allows what the architecture allows', () => {
  const fine: SourceFile[] = [
    { path: 'lib/a.ts', text: `import * as z from 'zod/mini'; import { b } from './b.ts';` },
    {
      path: 'server/platform/a.ts',
      text: `import fs from 'node:fs'; import { a } from '#lib/a.ts'; import pg from 'pg';`,
    },
    {
      path: 'server/modules/plans/plans.ts',
      text: `import { d } from '#modules/documents/documents.ts'; import { c } from '#modules/documents/documents.contract.ts'; import { inner } from './writing/draft.ts';`,
    },
    { path: 'server/modules/plans/plans.sql.ts', text: `import { sql } from 'kysely';` },
    {
      path: 'server/modules/plans/plans.test.ts',
      text: `import { testDatabase } from '#app/testing/database.ts'; import { sql } from 'kysely';`,
    },
    {
      path: 'admin/modules/plans/list.tsx',
      text: `import { c } from '#modules/plans/plans.contract.ts'; import { Button } from '../../ui/button.tsx';`,
    },
    { path: 'server/app/main.ts', text: `import '#modules/plans/plans.routes.ts';` },
  ];
  assert.deepEqual(dependencyViolations(fine), []);
});

test('the rule catches a ring of imports, but not one of types', () => {
  const ring = (kind: string) => [
    { path: 'lib/a.ts', text: `import { b } from './b.ts';` },
    { path: 'lib/b.ts', text: `export { c } from './c.ts';` },
    { path: 'lib/c.ts', text: `import ${kind}{ a } from '#lib/a.ts';` },
  ];
  assert.match(dependencyViolations(ring('')).join(), /lib\/a.ts → lib\/b.ts → lib\/c.ts → lib\/a.ts/);
  assert.deepEqual(dependencyViolations(ring('type ')), []);
});

test('the table has no ring and names only modules that are in it', () => {
  const reach = (name: string, trail: string[]): void => {
    assert.ok(!trail.includes(name), [...trail, name].join(' → '));
    for (const other of USES[name] ?? assert.fail(`unknown module ${name}`)) reach(other, [...trail, name]);
  };
  for (const name of Object.keys(USES)) reach(name, []);
});

const unwanted: [string, string, string, RegExp][] = [
  ['a long file', 'lib/a.ts', 'a\n'.repeat(401), /401 lines/],
  ['a vague file name', 'server/modules/plans/plan-utils.ts', '', /says nothing/],
  ['a vague folder name', 'server/modules/plans/helpers/a.ts', '', /says nothing/],
  ['an index file', 'lib/index.ts', 'export const a = 1;', /index says nothing/],
  ['a barrel', 'lib/all.ts', `// all\nexport * from './a.ts';\nexport { b } from './b.ts';\n`, /only passes on/],
  ['any as a type', 'lib/a.ts', 'const a: any = 1;', /escape from the type system/],
  ['any in a cast', 'lib/a.ts', 'f(a as any);', /escape from the type system/],
  ['any as an argument of a type', 'lib/a.ts', 'const m = new Map<string, any>();', /escape from the type system/],
  ['a silenced compiler', 'lib/a.ts', `// @ts-${'ignore'}\nx();`, /lib\/a.ts:1: an escape from the checks/],
  ['a silenced linter', 'lib/a.ts', `// biome-${'ignore'} lint: why\nx();`, /escape from the checks/],
  ['a machine path', 'lib/a.ts', `const a = '/${'home'}/an/x';`, /somebody's machine/],
  ['a call of git', 'bin/a.ts', `spawnSync(${"'git'"}, ['log']);`, /a call of git/],
  [
    'a statement among verbs',
    'server/modules/plans/plans.ts',
    `await tx.selectFrom('plans').execute();`,
    /outside \*\.sql\.ts/,
  ],
  [
    'a raw statement among verbs',
    'server/modules/plans/plans.ts',
    'await sql<Row>`select 1`.execute(tx);',
    /outside \*\.sql\.ts/,
  ],
  ['a test in a file that Node does not read', 'admin/ui/field.test.tsx', '', /Node reads \.ts only/],
  ['a test that keeps others from running', 'lib/a.test.ts', `test.${'only'}('x', () => {});`, /not run/],
];

for (const [sentence, where, text, reason] of unwanted) {
  test(`the house rules catch ${sentence}`, () => {
    assert.match(houseViolations(planted(where, text)).join('\n'), reason);
  });
}

test('the house rules leave ordinary code alone', () => {
  const text = `// any word in a comment\nconst many = 'any'; const text: string = many;\nif (list.some((any) => any.x)) f({ any: 1 });\nimport { x } from './x.ts';\n`;
  assert.deepEqual(houseViolations(planted('lib/a.ts', text)), []);
  assert.deepEqual(houseViolations(planted('db/schema.sql', 'a\n'.repeat(900))), []);
});
