import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZipEntry {
  /** Path inside the ZIP, '/' between folders. */
  name: string;
  body: AsyncIterable<Uint8Array> | Uint8Array;
  /** Pictures and PDFs are packed already; text is packed here. */
  packed: boolean;
}

/**
 * A ZIP written as it is read: one entry after the other, never a whole one in memory. The bytes come out in pieces.
 * An entry whose reading fails ends the whole, so that no broken file is handed out as whole.
 */
export async function* zipped(entries: AsyncIterable<ZipEntry>, at: Date): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = [];
  let fault: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) fault = error;
    else out.push(chunk);
  });
  const ready = function* () {
    if (fault) throw fault;
    yield* out.splice(0);
  };
  for await (const { name, body, packed } of entries) {
    const entry = packed ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    entry.mtime = at;
    zip.add(entry);
    for await (const chunk of body instanceof Uint8Array ? [body] : body) {
      entry.push(chunk);
      yield* ready();
    }
    entry.push(new Uint8Array(), true);
    yield* ready();
  }
  zip.end();
  yield* ready();
}
