import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PlanDocument } from '#lib/plan-document.ts';
import { pdfInput } from './pdf-input.ts';
import { prepare } from './prepare.ts';

/** What is loaded once, on the first PDF: the native compiler (about 50 MB), four fonts, the template. */
interface Press {
  compiler: NodeCompiler;
  template: string;
}

const FONTS = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

/** Generations for which the compiler keeps what it has computed; higher is faster for a while and then much larger. */
const CACHE_GENERATIONS = 10;

let press: Promise<Press> | undefined;

/**
 * The plan as a tagged PDF/A-2a with the look and line breaks of the .docx. The same input gives the same bytes.
 *
 * Compiles on the calling thread: 10 to 15 ms for a plan of four pages (bench/export.bench.ts), less than a list page
 * may take, so a worker thread would cost more memory (a second compiler and its fonts) than it saves. A matrix of 500
 * rows is the worst case we allow; see `bench/export.bench.ts` for its figure.
 */
export async function writePdf(plan: PlanDocument): Promise<Uint8Array> {
  press ??= openPress();
  const { compiler, template } = await press;
  const prepared = prepare(plan);
  try {
    return compiler.pdf(
      { mainFileContent: template, inputs: { plan: JSON.stringify(pdfInput(prepared)) } },
      { pdfStandard: 'a-2a' },
    );
  } finally {
    compiler.evictCache(CACHE_GENERATIONS);
  }
}

async function openPress(): Promise<Press> {
  const require = createRequire(import.meta.url);
  const [{ NodeCompiler: Compiler }, template, fontBlobs] = await Promise.all([
    import('@myriaddreamin/typst-ts-node-compiler'),
    readFile(new URL('./plan.typ', import.meta.url), 'utf8'),
    Promise.all(FONTS.map((name) => readFile(require.resolve(`@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`)))),
  ]);
  return { compiler: Compiler.create({ fontArgs: [{ fontBlobs }] }), template };
}
