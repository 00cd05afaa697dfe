import type { SourceFile } from './source-files.ts';
import { importLines, withoutTexts } from './source-text.ts';

const WARN_LINES = 300;
const FAIL_LINES = 400;

const isCode = (path: string) => /\.(tsx?|mjs|js)$/.test(path);
const isTest = (path: string) => /\.(test|journey)\.tsx?$/.test(path);
/** Tables of data (dictionaries, sample people, published lists), what a program wrote, and tests may be long. */
const mayBeLong = (path: string) =>
  isTest(path) ||
  /(^|\/)(texts|data|samples?|tables|migrations|fixtures)\/|\/sample-[a-z-]+\.ts$|\.(data|gen)\.tsx?$|\/(vi|en)\.ts$/.test(
    path,
  ) ||
  path === 'server/platform/schema.ts' ||
  path === 'db/schema.sql';

type Rule = (file: SourceFile) => string[];

const RULES: readonly Rule[] = [
  fileSize,
  vagueNames,
  barrels,
  escapesFromTypes,
  machinePaths,
  gitCalls,
  strayQueries,
  skippedTests,
];

/** Everything in the files that the house does not want, as `file[:line]: sentence`. */
export function houseViolations(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => RULES.flatMap((rule) => rule(file)));
}

/** Files that are getting long: to be parted by noun before they reach the limit. */
export function longFiles(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => lines(file) > WARN_LINES && !mayBeLong(file.path))
    .map((file) => `${file.path}: ${lines(file)} lines`);
}

function lines(file: SourceFile): number {
  return file.text.split('\n').length - 1;
}

function fileSize(file: SourceFile): string[] {
  return lines(file) > FAIL_LINES && !mayBeLong(file.path)
    ? [`${file.path}: ${lines(file)} lines, more than ${FAIL_LINES}: part it by noun`]
    : [];
}

function vagueNames(file: SourceFile): string[] {
  const parts = file.path.split(/[/.-]/);
  const vague = parts.find((part) =>
    /^(utils?|helpers?|common|misc|services?|managers?|handlers?|shared)$/i.test(part),
  );
  if (vague) return [`${file.path}: a name that says nothing (${vague})`];
  return /(^|\/)index\.tsx?$/.test(file.path) ? [`${file.path}: a file named index says nothing`] : [];
}

function barrels(file: SourceFile): string[] {
  if (!isCode(file.path)) return [];
  const { code } = withoutTexts(file.text);
  const rest = code.replaceAll(/export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s*from\s*["']\d+["'];?/g, '').trim();
  return rest === '' && code.includes('export') ? [`${file.path}: only passes on what others export`] : [];
}

/** Put together here, so that this file does not find itself. */
const SILENCERS = new RegExp(`@ts-(ignore|expect-error|nocheck)|${'biome'}-ignore|${'eslint'}-disable`, 'g');

function escapesFromTypes(file: SourceFile): string[] {
  if (!isCode(file.path)) return [];
  const told = matches(file, file.text, SILENCERS, 'an escape from the checks');
  const { code } = withoutTexts(file.text);
  return [
    ...told,
    ...matches(file, code, /(?:[:<,|&=]|\bas|=>)\s*any\b(?!\s*[(:.])|\bany\[\]/g, 'an escape from the type system'),
  ];
}

/** Paths of one person's machine. Put together here, so that this file does not find itself. */
const MACHINE = new RegExp(
  `(?<![\\w.])/(${['wo' + 'rk/', 'ho' + 'me/[a-z]', 'Us' + 'ers/[a-z]', 'tm' + 'p/(team|bash)'].join('|')})`,
  'gi',
);

function machinePaths(file: SourceFile): string[] {
  return matches(file, file.text, MACHINE, "a path of somebody's machine");
}

/** A release is a folder of files: nothing that starts or is tested may need git. */
function gitCalls(file: SourceFile): string[] {
  if (!isCode(file.path)) return [];
  return matches(file, file.text, /\b(?:spawn|exec|execFile|fork)\w*\(\s*['"`]git\b/g, 'a call of git');
}

/** Where statements may stand: their own files, the database's own folder, tests, and the one helper that writes a `where`. */
const MAY_QUERY = /\.sql\.ts$|^server\/platform\/(database\/|scope\.ts$)|^server\/app\/testing\//;

function strayQueries(file: SourceFile): string[] {
  const held = /^server\//.test(file.path) && !MAY_QUERY.test(file.path);
  if (!held || isTest(file.path)) return [];
  const { code } = withoutTexts(file.text);
  return matches(
    file,
    code,
    /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|(?<![\w.])sql(<[^`()]*>)?`/g,
    'a statement outside *.sql.ts',
  );
}

function skippedTests(file: SourceFile): string[] {
  if (!isTest(file.path)) return [];
  if (file.path.endsWith('.tsx')) return [`${file.path}: a test that is not run: Node reads .ts only`];
  const { code } = withoutTexts(file.text);
  return matches(file, code, /\b(?:test|it|describe)\.(?:only|todo)\b/g, 'a test that is not run');
}

function matches(file: SourceFile, text: string, pattern: RegExp, what: string): string[] {
  return [...text.matchAll(pattern)].map((match) => {
    const line = text.slice(0, match.index).split('\n').length;
    return `${file.path}:${line}: ${what}`;
  });
}

/** Names of packages a file takes, for tests over package.json. */
export function packagesOf(file: SourceFile): string[] {
  if (!isCode(file.path)) return [];
  const outside = importLines(file.text)
    .map(({ specifier }) => specifier)
    .filter((name) => !/^[.#/]|^node:/.test(name));
  return outside.map((name) =>
    name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/'),
  );
}
