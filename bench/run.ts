/** `npm run bench -- NAME [arguments]` runs one benchmark; without a name it says which there are. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const [name, ...rest] = process.argv.slice(2);
const file = `${name}.bench.ts`;
const all = readdirSync(import.meta.dirname).filter((f) => f.endsWith('.bench.ts'));
if (!name || !all.includes(file)) {
  console.log(`npm run bench -- NAME\n${all.map((f) => `  ${f.replace('.bench.ts', '')}`).join('\n')}`);
  process.exit(name ? 1 : 0);
}
process.exit(
  spawnSync(process.execPath, [path.join(import.meta.dirname, file), ...rest], { stdio: 'inherit' }).status ?? 1,
);
