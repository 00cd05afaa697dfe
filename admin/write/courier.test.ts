import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ArticleText, ArticleWhole } from '#modules/articles/articles.contract.ts';
import type { MediaRow } from '#modules/media/media.contract.ts';
import { Courier, type Desk, type Server } from './courier.ts';
import { type Draft, isUnsent, noWords, type Pending, type Words } from './draft.ts';
import { isOnItsWay, type Photo, pictureOf } from './photo.ts';
import { picturesIn, withPictures } from './pictures.ts';

class Away extends Error {}
class Refused extends Error {}
class Conflict extends Error {
  readonly text: ArticleText;
  constructor(text: ArticleText) {
    super('conflict');
    this.text = text;
  }
}

const textOf = (words: Words, version: number): ArticleText => ({
  ...words,
  ...{ contentHash: '', words: 0, savedAt: `2026-11-20T07:0${version}:00Z`, savedByName: 'Lê Thị Bích Ngọc', version },
});

/** A server with one text, which remembers keys as the real one does; `cut` loses that many answers on their way. */
function pretendServer(given: { away?: () => boolean } = {}) {
  const seen = {
    begun: 0,
    saves: [] as Pending[],
    uploads: [] as string[],
    added: [] as string[],
    said: [] as string[],
  };
  const state = { text: null as ArticleText | null, loseAnswers: 0, refusePhoto: '', looks: 0 };
  const replies = new Map<string, ArticleText>();
  const answer = <T>(value: T): T => {
    if (state.loseAnswers-- > 0) throw new Away();
    return value;
  };
  const there = () => {
    if (given.away?.()) throw new Away();
  };
  const row = (id: string, drawn: boolean) =>
    ({
      id,
      state: drawn ? 'ready' : 'waiting',
      sentence: null,
      cut: drawn ? { id: `cut-${id}`, state: 'ready' } : null,
    }) as MediaRow;
  const server: Server = {
    begin: async (_draft, words) => {
      there();
      if (!state.text) {
        seen.begun++;
        state.text = textOf(words, 1);
      }
      return answer({ text: state.text, stage: 'writing' } as ArticleWhole);
    },
    save: async (_draft, pending) => {
      there();
      const known = replies.get(pending.key);
      if (known) return answer({ text: known, merged: false, stage: 'writing' });
      if (!state.text || pending.version !== state.text.version) throw new Conflict(state.text as ArticleText);
      seen.saves.push(pending);
      state.text = textOf(pending.words, pending.version + 1);
      replies.set(pending.key, state.text);
      return answer({ text: state.text, merged: false, stage: 'writing' });
    },
    upload: async ({ id }) => {
      there();
      seen.uploads.push(id);
      return `file-${id}`;
    },
    add: async ({ id }) => {
      there();
      if (id === state.refusePhoto) throw new Refused('Tệp này không phải ảnh.');
      if (!seen.added.includes(id)) seen.added.push(id);
      return answer(row(id, false));
    },
    look: async (_draft, ids) => {
      state.looks++;
      return ids.map((id) => row(id, state.looks > 1));
    },
    sayPeople: async ({ id }) => void seen.said.push(id),
    conflictOf: (error) => (error instanceof Conflict ? error.text : undefined),
    refusalOf: (error) => (error instanceof Refused ? error.message : undefined),
    isSpent: () => false,
    pause: async () => undefined,
  };
  return { server, seen, state };
}

/** What the device keeps, as after a kill: copies, never the things themselves. */
function device() {
  const kept = { draft: null as Draft | null, photos: new Map<string, Photo>() };
  let key = 0;
  const desk: Desk = {
    sitting: 'sitting',
    newKey: () => `key-${++key}`,
    keepDraft: async (draft) => {
      kept.draft = structuredClone(draft);
    },
    keepPhoto: async (photo) => void kept.photos.set(photo.id, { ...photo }),
    collect: () => undefined,
    onWords: () => undefined,
    onChange: () => undefined,
  };
  return { desk, kept };
}

const written = (title: string, pictures: string[] = []): Draft => ({
  ...{ id: 'bai', personId: 'anh', unitId: 'cs2', teamId: null, assignmentId: null },
  words: {
    ...noWords('tin', 'vi'),
    title,
    content: withPictures(
      { type: 'doc', content: [] },
      pictures.map((id) => pictureOf({ id, cutId: null })),
    ),
  },
  ...{ base: null, pending: null, theirs: null, refused: null, stage: 'writing' as const, touchedAt: 0 },
});
const photo = (id: string): Photo => ({
  ...{ id, articleId: 'bai', personId: 'anh', name: `${id}.jpg`, bytes: 3, blob: new Blob(['abc']), preview: null },
  ...{ uploadId: `upload-${id}`, fileId: null, state: 'waiting' as const, sentence: null, cutId: null, said: null },
});

describe('thầy Tuấn Anh comes back online with a draft and two photos', () => {
  test('text and photos arrive, once each, and the text names the photos once they are drawn', async () => {
    const { server, seen, state } = pretendServer();
    const draft = written('Trồng cây', ['a', 'b']);
    const photos = [photo('a'), photo('b')];
    assert.deepEqual([isUnsent(draft), photos.every(isOnItsWay)], [true, true]);
    await new Courier(server, device().desk).deliver(draft, photos);
    assert.deepEqual([seen.begun, seen.saves.length, seen.uploads, seen.added], [1, 1, ['a', 'b'], ['a', 'b']]);
    assert.deepEqual(
      picturesIn(state.text?.content as Words['content']).map(({ cutId }) => cutId),
      ['cut-a', 'cut-b'],
    );
    assert.deepEqual([isUnsent(draft), photos.some(isOnItsWay)], [false, false]);
    assert.equal(photos[0]?.blob, null, 'the phone needs to hold it no longer');
  });

  test('the network goes away after any call: the next try does the rest, and nothing twice', async () => {
    for (let calls = 0; calls < 8; calls++) {
      let left = calls;
      const { server, seen } = pretendServer({ away: () => left-- <= 0 && left > -3 });
      const { desk } = device();
      const draft = written('Trồng cây', ['a', 'b']);
      const photos = [photo('a'), photo('b')];
      for (let tries = 0; tries < 4; tries++)
        await new Courier(server, desk).deliver(draft, photos).catch((error) => assert.ok(error instanceof Away));
      assert.deepEqual([seen.begun, seen.saves.length, seen.added], [1, 1, ['a', 'b']], `away after ${calls} calls`);
    }
  });

  test('the answer to a save was lost and the phone switched off: the same save goes out again, with the same key', async () => {
    const { server, seen, state } = pretendServer();
    const { desk, kept } = device();
    const draft = written('Trồng cây');
    await new Courier(server, desk).words(draft);
    draft.words = { ...draft.words, title: 'Trồng cây keo' };
    state.loseAnswers = 1;
    await assert.rejects(new Courier(server, desk).words(draft), Away);
    const again = kept.draft as Draft;
    assert.equal(again.pending?.words.title, 'Trồng cây keo');
    again.words = { ...again.words, title: 'Trồng cây keo quanh sân' };
    await new Courier(server, desk).words(again);
    assert.deepEqual(
      seen.saves.map(({ version, words }) => [version, words.title]),
      [
        [1, 'Trồng cây keo'],
        [2, 'Trồng cây keo quanh sân'],
      ],
    );
    assert.equal(again.theirs, null, "one's own words are no conflict");
  });

  test('a file that is no photo is refused with its sentence, and keeps nothing else back', async () => {
    const { server, seen, state } = pretendServer();
    state.refusePhoto = 'a';
    const draft = written('Trồng cây', ['a', 'b']);
    const photos = [photo('a'), photo('b')];
    await new Courier(server, device().desk).deliver(draft, photos);
    assert.deepEqual(
      photos.map((one) => [one.state, one.sentence]),
      [
        ['refused', 'Tệp này không phải ảnh.'],
        ['ready', null],
      ],
    );
    assert.deepEqual(seen.added, ['b']);
    assert.deepEqual(
      picturesIn(state.text?.content as Words['content']).map(({ mediaId }) => mediaId),
      ['b'],
    );
  });

  test('who is in a photo goes out once it is drawn, and a later answer is not forgotten', async () => {
    const { server, seen } = pretendServer();
    const draft = written('Trồng cây', ['a']);
    const one = { ...photo('a'), said: { people: 'nobody' as const, subjects: [] } };
    await new Courier(server, device().desk).deliver(draft, [one]);
    assert.deepEqual([seen.said, one.said], [['a'], null]);
  });
});

describe('somebody else was quicker', () => {
  test('both versions stand still until a person has chosen', async () => {
    const { server, seen, state } = pretendServer();
    const { desk } = device();
    const draft = written('Trồng cây');
    await new Courier(server, desk).words(draft);
    state.text = textOf({ ...draft.words, title: 'Ngày hội trồng cây' }, 5);
    draft.words = { ...draft.words, title: 'Trồng cây keo' };
    await new Courier(server, desk).words(draft);
    assert.equal(draft.theirs?.words.title, 'Ngày hội trồng cây');
    assert.equal(draft.words.title, 'Trồng cây keo');
    await new Courier(server, desk).words(draft);
    assert.equal(seen.saves.length, 0);
  });

  test('what they saved elsewhere in the text comes in while nothing clashes', async () => {
    const { server } = pretendServer();
    const { desk } = device();
    const draft = written('Trồng cây');
    const courier = new Courier(server, desk);
    await courier.words(draft);
    draft.words = { ...draft.words, summary: 'Sáng nay.' };
    courier.catchUp(draft, textOf({ ...noWords('tin', 'vi'), title: 'Trồng 120 cây' }, 7));
    assert.deepEqual([draft.words.title, draft.words.summary, draft.base?.version], ['Trồng 120 cây', 'Sáng nay.', 7]);
  });
});
