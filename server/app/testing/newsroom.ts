import type { ArticleContent, Block } from '#lib/article-content.ts';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import * as c from '../../modules/articles/articles.contract.ts';
import * as s from '../../modules/articles/steps.contract.ts';
import type { TestDatabase } from './database.ts';
import type { Caller, TestApp } from './http.ts';

/** The lower-secondary school Suối Ngọc of the sample, and who makes its news. */
export const school = sampleId('cs2');
const atSchool = (mailbox: string) => `${mailbox}@thcssuoingoc.songtra.example`;

export interface Newsroom {
  teacher: Caller;
  officer: Caller;
  principal: Caller;
}

/** Nông Thị Huyền writes, Bạch Tuấn Anh edits, hiệu trưởng Lê Thị Bích Ngọc approves. */
export const suoiNgoc = (app: Pick<TestApp, 'as'>): Newsroom => ({
  teacher: app.as(atSchool('huyen.nong')),
  officer: app.as(atSchool('anh.bach')),
  principal: app.as(atSchool('ngoc.le')),
});

export const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
export const words = (...lines: string[]): ArticleContent => ({ type: 'doc', content: lines.map(paragraph) });
export const showing = (mediaId: string, cutId: string): Block => ({
  type: 'picture',
  attrs: {
    mediaId,
    cutId,
    caption: 'Học sinh trồng cây',
    credit: 'Ảnh: Bạch Tuấn Anh',
    alt: 'Ba học sinh bên cây con',
  },
});

export interface Begun {
  title?: string;
  kind?: string;
  content?: ArticleContent;
  /** Behind the words. */
  pictures?: Block[];
  unitId?: string;
  teamId?: string;
}

let made = 0;

/** A text of the school that nothing stands against, each unlike the others. */
export async function begun(who: Caller, { content, pictures = [], ...more }: Begun = {}): Promise<c.ArticleWhole> {
  made += 1;
  const usual = () =>
    words(`Buổi lễ thứ ${made} diễn ra tại sân trường Suối Ngọc.`, `Câu chuyện số ${made * 7919} của thầy trò.`);
  return await who.call(c.createArticle, {
    id: newId(),
    unitId: school,
    kind: 'tin',
    language: 'vi',
    title: `Tri ân thầy cô ${made}`,
    summary: 'Tóm tắt',
    credit: 'Nông Thị Huyền',
    content: { type: 'doc', content: [...(content ?? usual()).content, ...pictures] },
    ...more,
  });
}

/** Changes the title and, where given, the body of a text. */
export async function edited(who: Caller, articleId: string, title: string, more: Block[] = []): Promise<void> {
  const { text } = await who.call(c.getArticle, { articleId });
  const { summary, credit, kind, language, version } = text;
  const content = text.content as ArticleContent;
  const body = { type: 'doc' as const, content: [...content.content, ...more] };
  await who.call(c.saveText, {
    ...{ articleId, version, title, summary, credit, kind, language },
    content: body,
    sitting: newId(),
  });
}

/** Hands a text in and brings it through the school's usual steps: the officer passes, the principal approves. */
export async function approve(room: Newsroom, articleId: string): Promise<c.ArticleWhole> {
  const { text } = await room.teacher.call(c.getArticle, { articleId });
  const { contentHash } = text;
  let way = await room.teacher.call(s.submitArticle, { articleId, contentHash });
  for (let run = way.runs[0]; run?.state === 'open'; run = way.runs[0]) {
    const act = { articleId, runId: run.id, step: run.step, contentHash };
    const last = run.step === run.steps.length - 1;
    way = last ? await room.principal.call(s.approveArticle, act) : await room.officer.call(s.passStep, act);
  }
  return await room.principal.call(c.getArticle, { articleId });
}

export const approvedArticle = async (room: Newsroom, title?: string, more: Omit<Begun, 'title'> = {}) =>
  await approve(room, (await begun(room.teacher, { ...more, ...(title !== undefined && { title }) })).id);

/** A picture of the school as it is once it was drawn: one cut, all sizes, nobody to be known in it. */
export async function drawnPicture(
  { db }: Pick<TestDatabase, 'db'>,
  { sha256, bytes }: { sha256: string; bytes: number } = { sha256: 'a'.repeat(64), bytes: 5 },
) {
  const { path } = await db.selectFrom('units').select('path').where('id', '=', school).executeTakeFirstOrThrow();
  const of = { unit_id: school, path };
  const [mediaId, cutId] = [newId(), newId()];
  await db
    .insertInto('media_items')
    .values({ id: mediaId, ...of, kind: 'photo', state: 'ready', name: 'trong-cay.jpg', people: 'nobody' })
    .execute();
  const recipe = JSON.stringify({ crop: null, turn: 0, blurred: [] });
  await db
    .insertInto('media_cuts')
    .values({ id: cutId, media_id: mediaId, ...of, recipe, state: 'ready', width: 1600, height: 1067 })
    .execute();
  for (const size of ['480', '960', '1600'] as const) {
    const file = { id: newId(), sha256, bytes, media_type: 'image/webp', name: `${size}.webp` };
    await db
      .insertInto('files')
      .values({ ...file, ...of, read_right: 'media.read' })
      .execute();
    const measures = { width: Number(size), height: Math.round((Number(size) * 2) / 3) };
    await db
      .insertInto('media_renditions')
      .values({ cut_id: cutId, size, file_id: file.id, ...measures, bytes })
      .execute();
  }
  return { mediaId, cutId };
}
