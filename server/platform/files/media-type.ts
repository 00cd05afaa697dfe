import { Readable } from 'node:stream';
import { fileTypeFromStream } from 'file-type';

const unknown = 'application/octet-stream';

/** Text has no mark of its own; a name that says so is believed, because text is only ever served as plain text. */
const textNames = /\.(txt|md|markdown|csv|html?)$/i;

/** What the bytes are by their own look, never by what a browser claimed. HTML counts as plain text: it is never run. */
export async function mediaTypeOf(content: Readable, name: string): Promise<string> {
  try {
    const found = await fileTypeFromStream(Readable.toWeb(content) as ReadableStream<Uint8Array>);
    if (found) return found.mime.startsWith('text/') || /html|svg|xml$/.test(found.mime) ? textOr(name) : found.mime;
    return textOr(name);
  } catch {
    // A broken archive is still a file that may be kept; who reads it says what is wrong with it.
    return unknown;
  } finally {
    content.destroy();
  }
}

const textOr = (name: string): string => (textNames.test(name) ? 'text/plain' : unknown);
