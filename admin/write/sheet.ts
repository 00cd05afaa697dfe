import type { ArticleContent, Picture } from '#lib/article-content.ts';
import { newId } from '#lib/id.ts';
import type { CheckFinding } from '#modules/articles/checks.contract.ts';
import { Failure, isAway } from '../light/api.ts';
import { Courier, type Desk } from './courier.ts';
import { type Draft, isBegun, isUnsent, type Words, withoutPictures } from './draft.ts';
import type { EditorPort } from './editor/editor.ts';
import { forgetPhoto, keepDraft, keepPhoto } from './kept.ts';
import { networkBack } from './network.ts';
import { type Choice, type FieldName, joined } from './parts.ts';
import { isOnItsWay, MAX_BYTES, type Photo, photoOfDevice, photoOfLibrary, pictureOf, type Said } from './photo.ts';
import { picturesIn, withChange, withMove, withPictures } from './pictures.ts';
import { previewOf } from './preview.ts';
import { listMedia, type MediaRow, readArticle, readMedia, theServer } from './server.ts';

const KEEP_AFTER = 200;
const SEND_AFTER = 1_000;
const SEND_AT_LAST = 8_000;

/** Who looks at the sheet, and what of it to draw anew. */
export interface Onlookers {
  status(): void;
  photos(): void;
  /** How far a photo has come. */
  progress(photoId: string, share: number): void;
  /** Other words than were typed here stand in the fields. */
  words(): void;
  /** The page has another shape: two versions to choose from, or none any more. */
  shape(): void;
  /** Something to be said once, in a line of its own. */
  tell(sentence: string): void;
}

/** One text being written: what stands on the screen, on the device and on the server, and how it goes from one to the next. */
export class Sheet {
  readonly draft: Draft;
  readonly photos: Photo[];
  /** Pictures of the library, as the server has them. */
  readonly library = new Map<string, MediaRow>();
  findings: readonly CheckFinding[] = [];
  /** Whether it may be handed in for review now. */
  maySubmit = true;
  /** False once a call found no network, true again with the next answer. */
  online = navigator.onLine;
  onlookers: Onlookers | undefined;
  onSignedOut: () => Promise<void> = async () => undefined;
  /** Words for sentences that this file says; given, as tests have no catalogue. */
  tooLarge: (name: string) => string = (name) => name;
  private port: EditorPort | null = null;
  private readonly courier: Courier;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;
  private sendTimer: ReturnType<typeof setTimeout> | undefined;
  private typedSince: number | undefined;
  private travelling = false;

  constructor(draft: Draft, photos: readonly Photo[]) {
    this.draft = draft;
    this.photos = [...photos];
    const server = theServer((id, share) => this.onlookers?.progress(id, share), networkBack);
    this.courier = new Courier(server, this.desk());
  }

  private desk(): Desk {
    return {
      sitting: newId(),
      newKey: () => newId(),
      keepDraft: async (draft) => void (await keepDraft(draft)),
      keepPhoto: async (photo) => void (await keepPhoto(photo)),
      collect: () => this.collect(),
      onWords: ({ words }) => {
        this.port?.bring(words.content);
        this.onlookers?.words();
      },
      onChange: () => {
        this.online = true;
        this.port?.redraw();
        this.onlookers?.photos();
        this.onlookers?.status();
      },
    };
  }

  /** The editor has arrived; from now on the text is read from it. */
  attach(port: EditorPort | null): void {
    this.collect();
    this.port = port;
  }

  get editor(): EditorPort | null {
    return this.port;
  }

  collect(): void {
    if (this.port) this.draft.words = { ...this.draft.words, content: this.port.read() };
  }

  /** The photo behind a picture, where this device has to do with it. */
  photo(mediaId: string): Photo | undefined {
    return this.photos.find(({ id }) => id === mediaId);
  }

  get pictures(): Picture[] {
    return picturesIn(this.draft.words.content);
  }

  /** Somebody typed, and what it was has not been looked at yet. */
  get isTouched(): boolean {
    return this.typedSince !== undefined;
  }

  /** Everything that stands here has arrived. */
  get isHome(): boolean {
    return !isUnsent(this.draft) && !this.photos.some(isOnItsWay) && this.draft.theirs === null;
  }

  set<K extends Exclude<keyof Words, 'content'>>(name: K, value: Words[K]): void {
    this.draft.words = { ...this.draft.words, [name]: value };
    this.touch();
  }

  /** For whom it is written, while the server has nothing of it; photos that have not left go along. */
  moveTo(unitId: string, teamId: string | null): void {
    Object.assign(this.draft, { unitId, teamId });
    for (const photo of this.photos) if (photo.fileId === null) photo.uploadId = newId();
    this.touch();
    this.onlookers?.shape();
  }

  /** What it is written for. */
  writeFor(asked: { id: string; kind: string; unitId: string; teamId: string | null } | null): void {
    this.draft.assignmentId = asked?.id ?? null;
    if (asked) this.set('kind', asked.kind);
    else this.touch();
    this.onlookers?.shape();
  }

  /** Changes the text itself; the editor, where there is one, follows. */
  setContent(change: (content: ArticleContent) => ArticleContent): void {
    this.collect();
    const content = change(this.draft.words.content);
    this.draft.words = { ...this.draft.words, content };
    this.port?.bring(content);
    this.touch();
  }

  /** After every key: kept on the device within 300 ms, sent a second after the last one, or while somebody types on and on. */
  touch(): void {
    const now = performance.now();
    this.draft.refused = null;
    this.draft.touchedAt = Date.now();
    this.keepTimer ??= setTimeout(() => void this.keep(), KEEP_AFTER);
    this.typedSince ??= now;
    clearTimeout(this.sendTimer);
    const left = Math.max(0, SEND_AT_LAST - (now - this.typedSince));
    this.sendTimer = setTimeout(() => void this.send(), Math.min(SEND_AFTER, left));
    this.onlookers?.status();
  }

  /** What stands here goes onto the device. */
  async keep(): Promise<void> {
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    this.collect();
    if (isBegun(this.draft)) await keepDraft(this.draft);
  }

  /** Brings everything to the server, as far as the network lets it; tells whether all of it arrived. */
  async send(): Promise<boolean> {
    this.typedSince = undefined;
    clearTimeout(this.sendTimer);
    this.collect();
    try {
      await this.courier.words(this.draft);
      if (!this.travelling && this.photos.some(isOnItsWay)) await this.travel();
    } catch (error) {
      await this.failed(error);
    }
    this.onlookers?.status();
    if (this.draft.theirs) this.onlookers?.shape();
    return this.isHome;
  }

  /** Reads what somebody else saved meanwhile. */
  async catchUp(): Promise<void> {
    this.courier.catchUp(this.draft, (await readArticle(this.draft.id)).text);
    await this.keep();
    this.onlookers?.status();
  }

  private async travel(): Promise<void> {
    this.travelling = true;
    this.onlookers?.status();
    try {
      await this.courier.deliver(this.draft, this.photos);
    } finally {
      this.travelling = false;
    }
  }

  private async failed(error: unknown): Promise<void> {
    if (!(error instanceof Failure)) throw error;
    if (error.code === 'signed-out') {
      await this.onSignedOut();
      return void (await this.send());
    }
    if (isAway(error)) this.online = false;
    // A sheet that nobody looks at is sent again by whoever opened it.
    if (this.onlookers) void networkBack().then(() => this.send());
  }

  /** Photos of this device: each is shown at once, and goes out by itself. Too large ones are named, not taken. */
  async addPhotos(files: readonly { id: string | null; blob: Blob }[]): Promise<void> {
    const loose: Photo[] = [];
    for (const { id, blob } of files) {
      const name = blob instanceof File ? blob.name : 'anh.jpg';
      if (blob.size > MAX_BYTES) {
        this.onlookers?.tell(this.tooLarge(name));
        if (id) this.removePicture(id);
        continue;
      }
      const photo = await this.takeIn(id ?? newId(), name, blob);
      if (id === null) loose.push(photo);
    }
    this.place(loose.map((photo) => pictureOf(photo)));
    this.onlookers?.photos();
    this.port?.redraw();
    this.touch();
  }

  private async takeIn(id: string, name: string, blob: Blob): Promise<Photo> {
    const photo = photoOfDevice(this.draft, { id, name, blob, preview: await previewOf(blob) });
    await keepPhoto(photo);
    this.photos.push(photo);
    return photo;
  }

  /** At the caret, else at the end. */
  place(pictures: readonly Picture[]): void {
    if (pictures.length === 0) return;
    if (this.port) this.port.insert(pictures);
    else this.setContent((content) => withPictures(content, pictures));
    this.touch();
  }

  changePicture(mediaId: string, change: Partial<Picture>): void {
    this.setContent((content) => withChange(content, mediaId, change));
  }

  movePicture(mediaId: string, by: -1 | 1): void {
    this.setContent((content) => withMove(content, mediaId, by));
    this.onlookers?.photos();
  }

  /** Out of the text; in the library it stays, where it came so far. */
  removePicture(mediaId: string): void {
    this.setContent(({ content }) => ({
      type: 'doc',
      content: withoutPictures(content, (picture) => picture.mediaId === mediaId),
    }));
    const at = this.photos.findIndex((photo) => photo.id === mediaId);
    if (at >= 0 && this.photos[at]?.state !== 'ready') {
      this.photos.splice(at, 1);
      void forgetPhoto(mediaId);
    }
    this.onlookers?.photos();
  }

  /** Who can be known in a photo of this device or of the library; it goes out with the rest. */
  async sayPeople(mediaId: string, said: Said): Promise<void> {
    const photo = this.photo(mediaId) ?? this.fromLibrary(mediaId);
    photo.said = said;
    photo.sentence = photo.state === 'refused' ? photo.sentence : null;
    await keepPhoto(photo);
    this.onlookers?.photos();
    this.touch();
  }

  /** In one cut these cannot be known any more, as a person says who looked at it. */
  async sayCovered(mediaId: string, cutId: string, subjectIds: readonly string[]): Promise<void> {
    const { people, subjects, covered } = await readMedia(mediaId);
    const before = covered
      .filter(({ saidBy }) => saidBy === 'person')
      .map((one) => ({ cutId: one.cutId, subjectId: one.subjectId }));
    const now = subjectIds.map((subjectId) => ({ cutId, subjectId }));
    await this.sayPeople(mediaId, { people, subjects, covered: [...before, ...now] });
  }

  private fromLibrary(id: string): Photo {
    const row = this.library.get(id);
    const photo = photoOfLibrary(this.draft, { id, name: row?.name ?? '', cutId: row?.cut?.id ?? null });
    this.photos.push(photo);
    return photo;
  }

  /** What the library says of the pictures of this text. */
  async readLibrary(): Promise<void> {
    const ids = [...new Set(this.pictures.filter(({ cutId }) => cutId !== '').map(({ mediaId }) => mediaId))];
    if (ids.length === 0) return;
    const { items } = await listMedia({ unitId: this.draft.unitId, ids: ids.join(',') });
    for (const row of items) this.library.set(row.id, row);
    this.onlookers?.photos();
  }

  /** The person has chosen between the two versions; only now does one of them go. */
  async settle(choiceOf: (part: number | FieldName) => Choice): Promise<void> {
    const { theirs, base, words } = this.draft;
    if (!theirs) return;
    this.draft.words = joined([base?.words ?? theirs.words, words, theirs.words], choiceOf);
    this.draft.base = { version: theirs.version, words: theirs.words, savedAt: theirs.savedAt };
    this.draft.theirs = null;
    this.port?.bring(this.draft.words.content);
    await this.keep();
    this.onlookers?.words();
    this.onlookers?.shape();
    await this.send();
  }
}
