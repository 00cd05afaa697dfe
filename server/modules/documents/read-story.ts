import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import type { File } from '#platform/files/files.ts';
import { fileById, removeFile, streamFile } from '#platform/files/files.ts';
import { say } from '#platform/texts.ts';
import type { Db } from '#platform/tx.ts';
import { readStoryInChild } from './read-file.ts';
import type { Block, ReadPicture } from './reading/blocks.ts';
import { PICTURE_MARK } from './reading/docx-inline.ts';

export type {
  Block as StoryBlock,
  Para as StoryPara,
  ReadPicture as StoryPicture,
  Table as StoryTable,
} from './reading/blocks.ts';

/** What a file says as a story: blocks with the look of their words, and pictures in the order of their marks in the text. */
export interface Story {
  fileName: string;
  blocks: Block[];
  pictures: ReadPicture[];
  warnings: { code: string; params?: Record<string, string | number> }[];
}

/** Stands in the words of a block where a picture stood; which one, `pictureAt` says. */
export const storyPicture = PICTURE_MARK;
export const pictureAt = (mark: string): number => (mark.codePointAt(0) ?? 0xf0000) - 0xf0000;

/**
 * Reads an upload of this person as a story, in a process of its own; before any transaction. A file that cannot be read
 * ends with its sentence; one with a mark of secrecy is removed at once.
 */
export async function readStory(db: Db, actor: Actor, fileId: string): Promise<Story> {
  const file = await ownFile(db, actor, fileId);
  const result = await readStoryInChild(await streamFile(file.sha256), file.name);
  if (result.ok) {
    const { blocks, pictures = [], warnings } = result.reading;
    return { fileName: file.name, blocks, pictures, warnings };
  }
  if (result.code === 'documents.secret') await db.transaction().execute((tx) => removeFile(tx, fileId));
  return fail('documents.unreadable', { reason: say(actor.language, result.code, result.params) });
}

async function ownFile(db: Db, actor: Actor, fileId: string): Promise<File> {
  const file = await fileById(db, fileId);
  return file.createdBy === actor.person.id && file.readRight === 'files.upload' ? file : fail('not-found');
}
