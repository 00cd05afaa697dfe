import { findWords, linesOf, picturesLacking, type WordFinding } from '#lib/article-checks.ts';
import { type ArticleContent, linksOf, picturesOf, textOf } from '#lib/article-content.ts';
import type { InputOf, OutputOf } from '#lib/contract.ts';
import { dayOf } from '#lib/format.ts';
import { urlKey } from '#lib/web-address.ts';
import type { Actor, Language } from '#platform/actor.ts';
import { enqueue } from '#platform/jobs.ts';
import { say } from '#platform/texts.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { pictureFindings } from '../media/media.ts';
import { readContent } from './articles.sql.ts';
import type * as c from './checks.contract.ts';
import type { CheckCode, CheckFinding } from './checks.contract.ts';
import * as sql from './checks.sql.ts';
import { finding } from './finding.ts';
import { guardFor, wordsForGuards } from './guards.ts';
import { findInside, type LoadedArticle } from './load-article.ts';
import { nearCopies } from './near-copies.ts';
import { picturesOfOthers } from './own-pictures.ts';

/** How long the answer of a link holds. */
const LINK_DAYS = 3;

type Looking = { actor: Actor; article: LoadedArticle; content: ArticleContent; day: string };

export async function checkArticle(
  db: Db,
  actor: Actor,
  { articleId }: InputOf<typeof c.checkArticle>,
): Promise<OutputOf<typeof c.checkArticle>> {
  const article = await findInside(db, actor, articleId);
  const content = await readContent(db, articleId);
  const { findings, uncheckedLinks } = await findingsOf(db, actor, article, content);
  const stops = findings.filter((f) => f.severity === 'stop').length;
  return { contentHash: article.content_hash, findings, stops, uncheckedLinks };
}

/**
 * Everything that stands in the way of approval, stops first. Also asked by the submission and the approval in their own
 * transaction, so that nothing is let through by a page that was not opened again.
 */
export async function findingsOf(
  db: Db | Tx,
  actor: Actor,
  article: LoadedArticle,
  content: ArticleContent,
): Promise<{ findings: CheckFinding[]; uncheckedLinks: number }> {
  const looking = { actor, article, content, day: dayOf(actor.now) };
  const links = await linkFindings(db, looking);
  const findings = [
    ...(await formFindings(db, looking)),
    ...(await guardFindings(db, looking)),
    ...(await wordFindings(db, looking)),
    ...pictureWords(looking),
    ...(await consentFindings(db, looking)),
    ...(await nearCopies(db, actor.language, article, content)),
    ...links.findings,
  ];
  findings.sort((a, b) => Number(b.severity === 'stop') - Number(a.severity === 'stop'));
  return { findings, uncheckedLinks: links.unchecked };
}

/** The links of the text that nobody has looked at lately are looked at now, outside of the request. */
export async function checkLinks(
  tx: Tx,
  actor: Actor,
  { articleId }: InputOf<typeof c.checkLinks>,
): Promise<OutputOf<typeof c.checkLinks>> {
  await findInside(tx, actor, articleId);
  const unknown = await unknownLinks(tx, actor.now, await readContent(tx, articleId));
  for (const { key, url } of unknown) await enqueue(tx, 'articles.check-link', { url }, { once: key });
  return { asked: unknown.length };
}

async function formFindings(db: Db, { actor, article, content }: Looking): Promise<CheckFinding[]> {
  const kind = await sql.kindOf(db, article.kind);
  const found: CheckFinding[] = [];
  const add = (code: CheckCode, severity: 'stop' | 'warn') => found.push(finding(actor.language, code, severity));
  const pictures = picturesOf(content).length;
  if (article.title.trim() === '') add('no-title', 'stop');
  // A photo story or a video may do without running text.
  if (textOf(content).trim() === '' && pictures === 0 && !content.content.some((b) => b.type === 'video'))
    add('no-words', 'stop');
  if (article.summary.trim() === '') add('no-summary', 'warn');
  if (article.credit.trim() === '') add('no-author', 'warn');
  if (kind?.needs_picture && pictures === 0) add('no-picture', 'stop');
  return found;
}

async function guardFindings(db: Db, { actor, article, content, day }: Looking): Promise<CheckFinding[]> {
  const guard = await guardFor(db, article.path, wordsForGuards(article, content), day);
  if (!guard) return [];
  const params = { phrase: guard.phrase, reason: guard.reason };
  return [finding(actor.language, 'guarded', 'stop', params, { words: guard.phrase })];
}

async function wordFindings(db: Db, { actor, article, content, day }: Looking): Promise<CheckFinding[]> {
  const lines = linesOf(article.title, article.summary, content);
  return findWords(lines, await sql.patternsOn(db, day)).map((found) => shownWords(actor.language, found));
}

function shownWords(language: Language, { kind, code, severity, block, words, repair }: WordFinding): CheckFinding {
  const params = { words, repair: repair ?? '' };
  const more = { block, words, repair, sentence: say(language, `articles.pattern.${code}`, params) };
  return finding(language, kind, severity, params, more);
}

function pictureWords({ actor, content }: Looking): CheckFinding[] {
  return picturesLacking(content).flatMap(({ cutId, alt, credit }) => [
    ...(alt ? [finding(actor.language, 'no-alt', 'stop', {}, { cutId })] : []),
    ...(credit ? [finding(actor.language, 'no-credit', 'warn', {}, { cutId })] : []),
  ]);
}

async function consentFindings(db: Db, { actor, article, content, day }: Looking): Promise<CheckFinding[]> {
  const pictures = picturesOf(content);
  const cutIds = [...new Set(pictures.map((picture) => picture.cutId))];
  if (cutIds.length === 0) return [];
  const found = await pictureFindings(db, actor, cutIds, 'portal', day);
  const known = new Set(found.map((one) => one.cutId));
  const missing = cutIds.filter((id) => !known.has(id));
  const others = await picturesOfOthers(
    db,
    article,
    pictures.filter((picture) => known.has(picture.cutId)),
  );
  return [
    ...missing.map((cutId) => finding(actor.language, 'picture-waiting', 'stop', {}, { cutId })),
    ...[...others].map((cutId) => finding(actor.language, 'picture-elsewhere', 'stop', {}, { cutId })),
    ...found
      .filter((one) => one.finding !== 'ready' && !others.has(one.cutId))
      .map(({ cutId, sentence }) => finding(actor.language, 'consent', 'stop', {}, { cutId, sentence })),
  ];
}

const since = (now: Date): Date => new Date(now.getTime() - LINK_DAYS * 86_400_000);

/** Links of the web by their key; mail addresses and telephone numbers cannot be looked at. */
function webLinks(content: ArticleContent): Map<string, string> {
  const keyed = linksOf(content).map((url) => [urlKey(url), url] as const);
  return new Map(keyed.filter((one): one is [string, string] => one[0] !== null));
}

async function linkFindings(db: Db, { actor, content }: Looking) {
  const links = webLinks(content);
  const known = await sql.linksKnown(db, [...links.keys()], since(actor.now));
  const findings = known
    .filter((one) => !one.ok)
    .map(({ url_key, reason }) => {
      const url = links.get(url_key) ?? url_key;
      const why = say(actor.language, `outputs.refused.${reason ?? 'unreachable'}`);
      return finding(actor.language, 'dead-link', 'warn', { url, why }, { words: url });
    });
  return { findings, unchecked: links.size - known.length };
}

async function unknownLinks(db: Db, now: Date, content: ArticleContent): Promise<{ key: string; url: string }[]> {
  const links = webLinks(content);
  const known = new Set((await sql.linksKnown(db, [...links.keys()], since(now))).map((one) => one.url_key));
  return [...links].filter(([key]) => !known.has(key)).map(([key, url]) => ({ key, url }));
}
