import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { paths } from '../admin/app/paths.ts';
import { samplePeople, vacantPosts } from '../db/sample/people.ts';
import { personIdOf, unitIdOf } from '../db/sample/sample.ts';
import { ask, draftPlan } from './acts.ts';
import type { Screen } from './screen.ts';

/** What the addresses of the sample lead to. */
export interface Places {
  documentId: string;
  planId: string;
  unitId: string;
  personId: string;
  /** The issued plan of the Sở, sent down, and one unit that got it. */
  sentPlanId: string;
  addresseeId: string;
  /** An activity of that plan, and something a unit has made. */
  lineId: string;
  outputId: string;
  /** Of the newsroom of a school: a text, a picture, an album, a class, a consent taken back, photos of a semester. */
  articleId: string;
  mediaId: string;
  albumId: string;
  classId: string;
  withdrawalId: string;
  handInId: string;
}

/** A plan that is begun for it, the document that the sample has received, a unit and a person; `school` is somebody's of one. */
export async function placesOf(page: Page, school: Page): Promise<Places> {
  const planId = (await draftPlan(page, 'Truyền thông tuyển sinh đầu cấp')).split('/').at(-1) ?? '';
  await page.goto('/app/van-ban-den');
  const link = page.getByRole('main').getByRole('link', { name: 'Truyền thông về giáo dục và đào tạo năm 2026' });
  const documentId = (await link.first().getAttribute('href'))?.split('/').at(-1) ?? '';
  return {
    planId,
    documentId,
    unitId: unitIdOf('so'),
    personId: personIdOf('sen.bui@so.songtra.example'),
    ...(await sentDown(page)),
    ...(await newsroomOf(school)),
  };
}

type Found = { items: { id: string }[] };
type Lines = { lines: { id: string; part: string }[] };

/** The plan that the Sở has sent down, the first unit that got it, an activity of it, and what was made. */
async function sentDown(page: Page): Promise<Pick<Places, 'sentPlanId' | 'addresseeId' | 'lineId' | 'outputId'>> {
  const first = async (path: string) => (await ask<Found>(page, 'GET', path)).items[0]?.id ?? assert.fail(path);
  const sentPlanId = await first(`/plans?state=issued&unitId=${unitIdOf('so')}`);
  const { lines } = await ask<Lines>(page, 'GET', `/plans/${sentPlanId}`);
  return {
    sentPlanId,
    addresseeId: await first(`/plans/${sentPlanId}/addressees`),
    lineId: lines.find(({ part }) => part === 'activity')?.id ?? assert.fail('the plan has no activity'),
    outputId: await first('/outputs'),
  };
}

type Newsroom = Pick<Places, 'articleId' | 'mediaId' | 'albumId' | 'classId' | 'withdrawalId' | 'handInId'>;

/** What the sample has at THCS Suối Ngọc; an album, a withdrawal and a hand-in are begun for it. */
async function newsroomOf(page: Page): Promise<Newsroom> {
  const unitId = unitIdOf('cs2');
  const first = async (path: string) => (await ask<Found>(page, 'GET', path)).items[0]?.id ?? assert.fail(path);
  const make = (path: string, body: object) => ask(page, 'POST', path, body);
  const pupilId = await first(`/pupils-for-marking?unitId=${unitId}&q=Sao`);
  const albumId = crypto.randomUUID();
  const withdrawalId = crypto.randomUUID();
  const semester = { unitId, schoolYear: 2026, semester: 1 };
  await make('/albums', { id: albumId, unitId, title: 'Ngày hội đọc sách' });
  await make('/withdrawals', { id: withdrawalId, pupilId, askedBy: 'Chu Văn Thịnh, bố của em' });
  return {
    articleId: await first(`/articles?scope=unit&unitId=${unitId}`),
    mediaId: await first(`/media?unitId=${unitId}`),
    albumId,
    classId: await first(`/classes?unitId=${unitId}`),
    withdrawalId,
    handInId: (await ask<{ handIn: { id: string } }>(page, 'POST', '/hand-ins', semester)).handIn.id,
  };
}

/** Pages for people who have not signed in. */
export const outside = ['signIn', 'invitation', 'forgotPassword', 'resetPassword', 'setUp'] as const;
/** Only in development. */
const notServed = ['gallery'];

/** Every address inside the frame, with the places filled in. */
export function inside(places: Places): [name: string, address: string][] {
  return Object.entries(paths)
    .filter(([name]) => !notServed.includes(name) && !(outside as readonly string[]).includes(name))
    .map(([name, { pattern }]) => [name, addressOf(pattern, ofSentPlan.includes(name) ? sentPlaces(places) : places)]);
}

/** Pages that say something only of a plan that went down. */
const ofSentPlan = ['planSend', 'planCoverage', 'planAddressee', 'toolkit'];
const sentPlaces = (places: Places): Places => ({ ...places, planId: places.sentPlanId });

function addressOf(pattern: string, places: Places): string {
  const filled = pattern.replaceAll(/\$(\w+)/g, (_, name: string) => places[name as keyof Places] ?? assert.fail(name));
  return `/app${filled}`;
}

/** Opens a page and waits until its content stands: a heading, and nothing that is still on its way. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

/** Goes on to another page of the app, as a link does: nothing is loaded anew. */
export async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate(`(() => {
    if (location.pathname === '${address}') return;
    for (const heading of document.querySelectorAll('h1')) heading.dataset.left = '';
    history.pushState(null, '', '${address}');
  })()`);
  await page.locator('h1:not([data-left])').waitFor();
  await settled(page);
}

export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor();
  await page.locator('.bone').first().waitFor({ state: 'detached' });
}

interface Seen {
  title: string;
  headings: string[];
  text: string;
}

const SEEN = `({
  title: document.title,
  headings: [...document.querySelectorAll('h1')].map((h) => h.textContent),
  text: document.body.innerText,
})`;
/** Catalogues of words, one for each module of screens. */
const catalogues = readdirSync(path.resolve(import.meta.dirname, '../admin/texts/vi')).map(
  (file) => path.parse(file).name,
);
const KEY = new RegExp(`(?<![\\w@/.-])(?:${catalogues.join('|')})\\.[a-z][A-Za-z]*(?:\\.[a-zA-Z-]+)*(?![\\w@])`);

/** What every page owes its reader: one heading, a window title, no key or brace in place of a word. */
export async function mustSpeak(page: Page, where: string): Promise<string> {
  const { title, headings, text } = (await page.evaluate(SEEN)) as Seen;
  assert.equal(headings.length, 1, `${where} has the headings ${JSON.stringify(headings)}`);
  assert.match(title, /^\S.* · Lan Tỏa$/, `${where} has the title “${title}”`);
  assert.doesNotMatch(text, KEY, `${where} shows a key`);
  assert.doesNotMatch(text, /\{\w+\}/, `${where} shows a brace`);
  return headings[0] ?? '';
}

/** Every kind of element on the page: its tag and classes in those of its parent, and whether it has words and a name. */
const KINDS = `(() => {
  const look = (e) => e.tagName + '.' + (e.getAttribute('class') ?? '') + ' ' + (e.getAttribute('role') ?? '');
  const says = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) + ' ' + e.hasAttribute('aria-label');
  const kinds = [...document.body.querySelectorAll('*')].map((e) => look(e.parentElement) + '>' + look(e) + says(e));
  return [...new Set(kinds)];
})()`;

/** axe on a page, unless every kind of thing on it was found good on another one. */
export async function mustBeAccessibleOnce(screen: Screen, seen: Set<string>, where: string): Promise<void> {
  const kinds = (await screen.page.evaluate(KINDS)) as string[];
  if (kinds.every((kind) => seen.has(kind))) return;
  await screen.mustBeAccessible(where);
  for (const kind of kinds) seen.add(kind);
}

/** The screens on which every page is seen. */
export const sizes = {
  large: { width: 1280, height: 900 },
  phone: { width: 390, height: 780 },
  small: { width: 360, height: 640 },
};

/** Puts the page that is open on another screen. */
export async function turn(page: Page, size: keyof typeof sizes): Promise<void> {
  await page.setViewportSize(sizes[size]);
  await settled(page);
}

/** Nothing reaches beyond the edge of a phone, nor of the smallest one; the page is left on the usual phone. */
export async function mustFitPhones(screen: Screen, where: string): Promise<void> {
  for (const size of ['small', 'phone'] as const) {
    await turn(screen.page, size);
    await screen.mustFit(where);
  }
}

type Words = Record<string, string>;

/**
 * Vietnamese sentences of the catalogue that read otherwise in English: none of them may stand on an English page. One
 * or two words may also be somebody's title or a heading of somebody's plan.
 */
export async function vietnameseOnly(): Promise<Set<string>> {
  const sentences = new Set<string>();
  for (const module of catalogues) {
    const [vi, en] = (await Promise.all(
      ['vi', 'en'].map(async (language) => (await import(`../admin/texts/${language}/${module}.ts`)).default),
    )) as [Words, Words];
    for (const [key, text] of Object.entries(vi))
      if (text !== en[key] && !text.includes('{') && text.split(' ').length > 2) sentences.add(text);
  }
  // Posts are named by those who have them.
  for (const { title } of [...samplePeople, ...vacantPosts]) sentences.delete(title);
  return sentences;
}

/** What stands on the page in words of its own; what is the reader's or the paper's own Vietnamese left out. */
const NODES = `(() => {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement.closest('script, [lang=vi]')) found.add(node.data.trim());
  for (const element of document.querySelectorAll('[aria-label]'))
    if (!element.closest('[lang=vi]')) found.add(element.getAttribute('aria-label'));
  return [...found];
})()`;

/** Sentences of the page that were left in Vietnamese. */
export async function leftInVietnamese(page: Page, sentences: ReadonlySet<string>): Promise<string[]> {
  return ((await page.evaluate(NODES)) as string[]).filter((text) => sentences.has(text));
}
