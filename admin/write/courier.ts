import { mergeTexts } from '#lib/article-merge.ts';
import type { ArticleText, ArticleWhole, Stage } from '#modules/articles/articles.contract.ts';
import type { MediaRow } from '#modules/media/media.contract.ts';
import {
  type Base,
  type Draft,
  isUnsent,
  type Pending,
  spell,
  type Theirs,
  toSend,
  type Words,
  wordsOf,
} from './draft.ts';
import type { Photo } from './photo.ts';
import { picturesIn, withChange } from './pictures.ts';

/** What the server does for a draft; each of it may come twice without doing anything twice. */
export interface Server {
  begin(draft: Draft, words: Words): Promise<ArticleWhole>;
  save(draft: Draft, pending: Pending): Promise<{ text: ArticleText; merged: boolean; stage: Stage }>;
  upload(photo: Photo, unitId: string): Promise<string>;
  add(photo: Photo, draft: Draft): Promise<MediaRow>;
  look(draft: Draft, photoIds: readonly string[]): Promise<MediaRow[]>;
  sayPeople(photo: Photo): Promise<void>;
  /** The text as it is now, where a save met another one. */
  conflictOf(error: unknown): ArticleText | undefined;
  /** A sentence where the server said no; undefined where another try may better it. */
  refusalOf(error: unknown): string | undefined;
  /** Whether the key of a save is used up: the words go out with another one. */
  isSpent(error: unknown): boolean;
  /** Time for the server to draw. */
  pause(): Promise<void>;
}

/** Where a draft lives on this device. */
export interface Desk {
  keepDraft(draft: Draft): Promise<void>;
  keepPhoto(photo: Photo): Promise<void>;
  /** What is on the screen goes into the draft. */
  collect(draft: Draft): void;
  /** Somebody else's words came in, or a picture got its cut: the screen follows. */
  onWords(draft: Draft): void;
  /** Anything else to be shown anew. */
  onChange(): void;
  newKey(): string;
  /** This opening of the page: the server parts versions by it. */
  sitting: string;
}

const MOST_LOOKS = 40;

/** Brings one draft with its photos to the server, as far as the network lets it; whatever is known is kept on the way. */
export class Courier {
  private readonly server: Server;
  private readonly desk: Desk;
  private sending: Promise<void> | undefined;

  constructor(server: Server, desk: Desk) {
    this.server = server;
    this.desk = desk;
  }

  async deliver(draft: Draft, photos: readonly Photo[]): Promise<void> {
    await this.words(draft);
    if (draft.base === null) return;
    for (const photo of photos) if (photo.state === 'waiting') await this.photo(draft, photo);
    await this.drawn(draft, photos);
    for (const photo of photos) if (photo.state === 'ready' && photo.said) await this.people(photo);
    await this.words(draft);
  }

  /** Sends the words until the server has what stands here; typing goes on meanwhile, and one sending serves all who ask. */
  async words(draft: Draft): Promise<void> {
    this.sending ??= this.sendWords(draft).finally(() => {
      this.sending = undefined;
    });
    await this.sending;
  }

  private async sendWords(draft: Draft): Promise<void> {
    this.desk.collect(draft);
    while (draft.theirs === null && draft.refused === null && isUnsent(draft)) {
      try {
        await (draft.base === null ? this.begin(draft) : this.save(draft, draft.base));
      } catch (error) {
        await this.failed(draft, error);
      }
      await this.desk.keepDraft(draft);
      this.desk.onChange();
      this.desk.collect(draft);
    }
  }

  private async begin(draft: Draft): Promise<void> {
    const { text, stage } = await this.server.begin(draft, toSend(draft.words));
    draft.base = { version: text.version, words: wordsOf(text), savedAt: text.savedAt };
    draft.stage = stage;
  }

  private async save(draft: Draft, base: Base): Promise<void> {
    const pending = draft.pending ?? {
      key: this.desk.newKey(),
      sitting: this.desk.sitting,
      version: base.version,
      words: toSend(draft.words),
    };
    draft.pending = pending;
    await this.desk.keepDraft(draft);
    const { text, merged, stage } = await this.server.save(draft, pending);
    draft.pending = null;
    draft.stage = stage;
    if (merged) this.takeIn(draft, pending.words, text);
    else draft.base = { version: text.version, words: pending.words, savedAt: text.savedAt };
  }

  /** Somebody else's words are in the answer: they come into what stands here now. */
  private takeIn(draft: Draft, sent: Words, text: ArticleText): void {
    this.desk.collect(draft);
    const theirs = wordsOf(text);
    const there = { version: text.version, words: theirs, savedAt: text.savedAt };
    const { text: merged, conflicts } = mergeTexts(sent, draft.words, theirs);
    if (conflicts.length > 0) {
      draft.theirs = { ...there, by: text.savedByName };
      draft.base = { ...there, words: sent };
      return;
    }
    draft.words = merged;
    draft.base = there;
    this.desk.onWords(draft);
  }

  /** Words that somebody else saved meanwhile come in, unless both changed the same ones: then the next save asks. */
  catchUp(draft: Draft, text: ArticleText): void {
    this.desk.collect(draft);
    if (!draft.base || draft.theirs || this.sending || text.version <= draft.base.version) return;
    const { text: merged, conflicts } = mergeTexts(draft.base.words, draft.words, wordsOf(text));
    if (conflicts.length > 0) return;
    draft.words = merged;
    draft.base = { version: text.version, words: wordsOf(text), savedAt: text.savedAt };
    this.desk.onWords(draft);
  }

  private async failed(draft: Draft, error: unknown): Promise<void> {
    const current = this.server.conflictOf(error);
    const refusal = this.server.refusalOf(error);
    if (current) {
      draft.pending = null;
      draft.theirs = theirsOf(current);
    } else if (refusal !== undefined) {
      draft.pending = null;
      draft.refused = refusal;
    } else {
      if (this.server.isSpent(error)) draft.pending = null;
      throw error;
    }
  }

  private async photo(draft: Draft, photo: Photo): Promise<void> {
    try {
      photo.fileId ??= await this.server.upload(photo, draft.unitId);
      await this.desk.keepPhoto(photo);
      this.took(draft, photo, await this.server.add(photo, draft));
      photo.blob = null;
    } catch (error) {
      const refusal = this.server.refusalOf(error);
      if (refusal === undefined) throw error;
      photo.state = 'refused';
      photo.sentence = refusal;
    }
    await this.desk.keepPhoto(photo);
    this.desk.onChange();
  }

  /** Waits until the server has drawn the photos: only then does the text name them. */
  private async drawn(draft: Draft, photos: readonly Photo[]): Promise<void> {
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const waiting = photos.filter(({ state }) => state === 'drawing');
      if (waiting.length === 0) return;
      if (looks > 0) await this.server.pause();
      const rows = await this.server.look(
        draft,
        waiting.map(({ id }) => id),
      );
      for (const row of rows) {
        const photo = waiting.find(({ id }) => id === row.id);
        if (!photo || row.state === 'waiting') continue;
        this.took(draft, photo, row);
        await this.desk.keepPhoto(photo);
      }
      this.desk.onChange();
    }
  }

  private took(draft: Draft, photo: Photo, row: MediaRow): void {
    photo.state = row.state === 'refused' ? 'refused' : row.cut?.state === 'ready' ? 'ready' : 'drawing';
    photo.sentence = row.sentence;
    if (photo.state !== 'ready' || !row.cut) return;
    photo.cutId = row.cut.id;
    photo.preview = null;
    this.fill(draft, photo.id, row.cut.id);
  }

  /** A cut that was made on this device meanwhile stays chosen. */
  private fill(draft: Draft, mediaId: string, cutId: string): void {
    this.desk.collect(draft);
    if (!picturesIn(draft.words.content).some((picture) => picture.mediaId === mediaId && picture.cutId === '')) return;
    draft.words = { ...draft.words, content: withChange(draft.words.content, mediaId, { cutId }) };
    this.desk.onWords(draft);
  }

  private async people(photo: Photo): Promise<void> {
    const { said } = photo;
    try {
      await this.server.sayPeople(photo);
    } catch (error) {
      const refusal = this.server.refusalOf(error);
      if (refusal === undefined) throw error;
      photo.sentence = refusal;
    }
    // Another answer may have been given meanwhile.
    if (spell(photo.said) === spell(said)) photo.said = null;
    await this.desk.keepPhoto(photo);
    this.desk.onChange();
  }
}

const theirsOf = (text: ArticleText): Theirs => ({
  version: text.version,
  words: wordsOf(text),
  savedAt: text.savedAt,
  by: text.savedByName,
});
