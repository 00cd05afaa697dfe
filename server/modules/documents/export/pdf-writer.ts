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
 * Compiles on the calling thread: about 6 ms a page, 300 ms for a matrix of 500 rows (bench/export.bench.ts). A server
 * goes through `paper-press.ts`, which does this in a process of its own.
 */
export async function writePdf(plan: PlanDocument): Promise<Uint8Array> {
  press ??= openPress();
  const { compiler, template } = await press;
  const prepared = prepare(plan);
  try {
    const inputs = { plan: JSON.stringify(pdfInput(prepared)) };
    const pdf = compiler.pdf({ mainFileContent: template, inputs }, { pdfStandard: 'a-2a' });
    // The compiler answers a Buffer, which is not the plain array that callers are promised (pdf.js refuses it).
    return new Uint8Array(pdf);
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
