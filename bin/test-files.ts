import fs from 'node:fs';
import path from 'node:path';
import { loadedBy, type SourceFile, sourceFiles } from '#app/testing/source-files.ts';

/** The test files of the working copy by what they need. Paths are relative to it. */
export type TestFiles = {
  /** The rules over the code itself. */
  readonly rules: string[];
  /** Pure: no database, one process for all. */
  readonly unit: string[];
  /** Start or use PostgreSQL. */
  readonly database: string[];
  /** Drive a browser. */
  readonly journeys: string[];
};

const RULES = 'server/app/rules.test.ts';
const NEEDS_DATABASE = ['server/platform/database/embedded.ts', 'server/app/testing/server.ts'];

/** Sorts the tests; with `wanted`, only those whose path begins with or contains one of its words. */
export function testFiles(checkout: string, wanted: readonly string[] = []): TestFiles {
  const files = new Map(sourceFiles(checkout).map((file) => [file.path, file]));
  const chosen = [...files.keys()].filter((file) => isChosen(checkout, file, wanted));
  const tests = chosen.filter((file) => /\.test\.ts$/.test(file));
  const database = tests.filter((file) => needsDatabase(file, files));
  return {
    rules: tests.filter((file) => file === RULES),
    unit: tests.filter((file) => file !== RULES && !database.includes(file)),
    database,
    journeys: chosen.filter((file) => file.endsWith('.journey.ts')),
  };
}

/** Parts the files so that each process has about as much to do, judged by length. */
export function shared(checkout: string, files: readonly string[], processes: number): string[][] {
  const weight = (file: string) => fs.statSync(path.join(checkout, file)).size;
  const parts = Array.from({ length: processes }, () => ({ files: [] as string[], weight: 0 }));
  for (const file of [...files].sort((a, b) => weight(b) - weight(a))) {
    const lightest = parts.reduce((least, part) => (part.weight < least.weight ? part : least));
    lightest.files.push(file);
    lightest.weight += weight(file);
  }
  return parts.map((part) => part.files).filter((part) => part.length > 0);
}

function needsDatabase(file: string, files: ReadonlyMap<string, SourceFile>): boolean {
  const loaded = loadedBy(file, files);
  return NEEDS_DATABASE.some((needed) => loaded.has(needed));
}

function isChosen(checkout: string, file: string, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  return wanted.some((word) => {
    const inside = path.relative(checkout, path.resolve(checkout, word)).replaceAll(path.sep, '/');
    return file === inside || file.startsWith(`${inside}/`) || file.includes(word);
  });
}
