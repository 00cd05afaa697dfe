/**
 * Writes what follows from the migrations: the row types (server/platform/schema.ts) and the readable schema
 * (db/schema.sql). `node bin/run.mjs bin/types.ts` after every new migration; with --check it only compares.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { printSchema } from '#platform/database/catalogue.ts';
import { JOB_SCHEMA } from '#platform/database/job-queue.ts';
import { HISTORY_SCHEMA, migrate } from '#platform/database/migrate.ts';
import { startThrowaway } from '#platform/database/throwaway.ts';

const CHECKOUT = path.resolve(import.meta.dirname, '..');
const TYPES_FILE = path.join(CHECKOUT, 'server/platform/schema.ts');
const SCHEMA_FILE = path.join(CHECKOUT, 'db/schema.sql');

const server = await startThrowaway(CHECKOUT);
try {
  await migrate(server.url());
  const made = [
    { file: SCHEMA_FILE, text: await schemaText(server.url()) },
    { file: TYPES_FILE, text: typesText(server.url()) },
  ];
  process.exitCode = process.argv.includes('--check') ? compare(made) : write(made);
} finally {
  await server.stop();
}

async function schemaText(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const text = await printSchema(client, [JOB_SCHEMA, HISTORY_SCHEMA]);
  await client.end();
  return text;
}

/** kysely-codegen, told what our connections return: days as text, bigint as a number. */
function typesText(url: string): string {
  const file = path.join(os.tmpdir(), `lantoa-schema-${process.pid}.ts`);
  const cli = path.join(CHECKOUT, 'node_modules/kysely-codegen/dist/cli/bin.js');
  const shape = ['--dialect', 'postgres', '--date-parser', 'string', '--numeric-parser', 'string'];
  const mapping = ['--type-mapping', JSON.stringify({ int8: 'number', tsvector: 'string' })];
  const skip = ['--exclude-pattern', `(${JOB_SCHEMA}|${HISTORY_SCHEMA}).*`];
  const args = [cli, ...shape, ...mapping, ...skip, '--url', url, '--out-file', file];
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: CHECKOUT });
  if (run.status !== 0) throw new Error(`kysely-codegen: ${run.stdout}${run.stderr}`);
  const text = fs.readFileSync(file, 'utf8');
  fs.rmSync(file);
  return text;
}

type Made = { file: string; text: string }[];

function write(made: Made): number {
  for (const { file, text } of made) {
    fs.writeFileSync(file, text);
    console.log(`${path.relative(CHECKOUT, file)}: ${text.split('\n').length} lines`);
  }
  return 0;
}

function compare(made: Made): number {
  const stale = made.filter(({ file, text }) => !fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text);
  for (const { file } of stale)
    console.error(
      `${path.relative(CHECKOUT, file)} does not follow from the migrations: run node bin/run.mjs bin/types.ts`,
    );
  return stale.length === 0 ? 0 : 1;
}
