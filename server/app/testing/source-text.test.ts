import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importLines, withoutTexts } from './source-text.ts';

const kinds = (text: string) => importLines(text).map(({ specifier, kind }) => `${kind} ${specifier}`);

test('finds static imports over several lines, side effects and re-exports', () => {
  const text = `import a from 'a';\nimport {\n  b,\n  type C,\n} from "./b.ts";\nimport './c.ts';\nexport { d } from '#lib/d.ts';\nexport * from './e.ts';\nimport * as f from 'f';`;
  assert.deepEqual(kinds(text), [
    'value a',
    'value ./b.ts',
    'value ./c.ts',
    'value #lib/d.ts',
    'value ./e.ts',
    'value f',
  ]);
  assert.deepEqual(
    importLines(text).map(({ line }) => line),
    [1, 2, 6, 7, 8, 9],
  );
});

test('knows imports that are gone when the code runs', () => {
  assert.deepEqual(kinds(`import type { A } from 'a';\nexport type { B } from 'b';\nimport type C from 'c';`), [
    'type a',
    'type b',
    'type c',
  ]);
  assert.deepEqual(kinds(`let x: import('a').A;\ntype M = typeof import('b');\nconst y = z as import('c').C;`), [
    'type a',
    'type b',
    'type c',
  ]);
  assert.deepEqual(kinds(`import type from 'a';\nimport { type A } from 'b';`), ['value a', 'value b']);
});

test('finds what is loaded later', () => {
  assert.deepEqual(
    kinds(`const a = await import('./a.ts');\nimport("b").then(use);\nconst c = (await import('c')).default;`),
    ['dynamic ./a.ts', 'dynamic b', 'dynamic c'],
  );
});

test('is not taken in by comments, strings, templates or patterns', () => {
  const text = [
    `// import 'a'`,
    `/* import 'b'`,
    `import 'c' */`,
    'const s = "import \'d\'";',
    `const t = \`import 'e' \${\`\${1}\`} import 'f'\`;`,
    `const r = /import 'g'/;`,
    `const q = /["'\`]/; import 'h';`,
    `const n = a / b; import 'i';`,
  ];
  assert.deepEqual(kinds(text.join('\n')), ['value h', 'value i']);
});

test('keeps line numbers and hides words in texts', () => {
  const { code } = withoutTexts(`a\n/* any\n any */ b 'any' \`any\n\${any}\``);
  assert.equal(code.split('\n').length, 4);
  assert.doesNotMatch(code, /any/);
});

test('members named import and import.meta are no imports', () => {
  assert.deepEqual(
    kinds(
      `x.import('a');\nimport.meta.resolve('b');\nconst importer = 'c';\nexport const d = 'e';\nexport default 'f';`,
    ),
    [],
  );
});
