import module from 'node:module';
import path from 'node:path';

// Compiled code is kept between starts: a second start takes half the time.
const checkout = path.resolve(import.meta.dirname, '../..');
module.enableCompileCache(path.join(checkout, 'var', 'compiled'));
const { BadConfig, readConfig } = await import('../platform/config.ts');
const { serve } = await import('./serve.ts');

try {
  await serve(readConfig(process.env), checkout);
} catch (error) {
  // A wrong setting, a taken port, a database that is not there: one sentence, no stack.
  const plain = error instanceof BadConfig || (error instanceof Error && 'code' in error);
  console.error(plain ? (error as Error).message : error);
  process.exit(1);
}
