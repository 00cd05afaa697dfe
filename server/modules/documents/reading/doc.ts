import { Unreadable } from './blocks.ts';
import type { RawReading } from './raw.ts';
export async function readDoc(_bytes: Uint8Array): Promise<RawReading> {
  throw new Unreadable('documents.unsupported', { type: 'DOC' });
}
