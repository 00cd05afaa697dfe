import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Unreadable } from '#modules/documents/reading/blocks.ts';

/** What stops a call before a file is read; the message is the sentence for the person. */
class Refused extends Error {}

interface Call {
  file: string;
  json: boolean;
}

/**
 * `lantoa import FILE [--json]`: the draft of a plan on standard output, as JSON or as a table to read.
 * @returns 0, or 2 with one sentence on the error stream and nothing on standard output
 */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const call = readCall(args);
    const bytes = await readBytes(call.file);
    const { readDocument } = await import('#modules/documents/reading/intake.ts');
    const reading = await readDocument(bytes, path.basename(call.file));
    const { parsePlan } = await import('#modules/documents/parsing/parse-plan.ts');
    const draft = parsePlan(reading);
    await write(call.json ? JSON.stringify(draft, null, 2) : (await import('./draft-table.ts')).draftTable(draft));
    return 0;
  } catch (error) {
    console.error(await sentence(error));
    return 2;
  }
}

function readCall(args: readonly string[]): Call {
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--json');
  if (unknown) throw new Refused(`Không có tùy chọn “${unknown}”. Cách dùng: lantoa import TỆP [--json].`);
  const files = args.filter((arg) => !arg.startsWith('-'));
  if (files.length !== 1) throw new Refused('Cần đúng một tệp. Cách dùng: lantoa import TỆP [--json].');
  return { file: files[0]!, json: args.includes('--json') };
}

const FILE_TROUBLE: Record<string, (file: string) => string> = {
  ENOENT: (file) => `Không tìm thấy tệp “${file}”.`,
  EISDIR: (file) => `“${file}” là thư mục. Vui lòng chọn một tệp.`,
  EACCES: (file) => `Không có quyền đọc tệp “${file}”.`,
  ERR_FS_FILE_TOO_LARGE: (file) => `Tệp “${file}” quá lớn nên không đọc được.`,
};

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    throw new Refused((FILE_TROUBLE[code] ?? ((name) => `Không đọc được tệp “${name}” (${code}).`))(file));
  }
}

async function write(text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(`${text}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

async function sentence(error: unknown): Promise<string> {
  if (error instanceof Refused) return error.message;
  if (!(error instanceof Unreadable)) return 'Không đọc được tệp này do lỗi của chương trình.';
  const { reading } = await import('#lib/texts/vi/reading.ts');
  const text: string = Object.hasOwn(reading, error.code) ? reading[error.code as keyof typeof reading] : error.code;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(error.params[name] ?? ''));
}
