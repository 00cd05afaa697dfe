import { type ArticleContent, textOf } from '#lib/article-content.ts';
import { dayOf, longDay } from '#lib/format.ts';
import { containment, shinglesOf, sketchOf } from '#lib/shingles.ts';
import type { Language } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import type { CheckFinding } from './checks.contract.ts';
import * as sql from './checks.sql.ts';
import { finding } from './finding.ts';
import type { LoadedArticle } from './load-article.ts';

/** From so much of a text standing in another one, a person is told; a report on a yearly event shares a third at most. */
const ALIKE = 0.5;
const MOST_SHOWN = 3;

/**
 * Texts of the unit itself, of earlier years too, and public ones of the units above, in which much of this one stands;
 * the most alike first.
 */
export async function nearCopies(
  db: Db | Tx,
  language: Language,
  article: LoadedArticle,
  content: ArticleContent,
): Promise<CheckFinding[]> {
  const mine = shinglesOf(textOf(content));
  const sketch = sketchOf(mine);
  if (sketch.length === 0) return [];
  const candidates = await sql.alikeTexts(db, article, sketch);
  return candidates
    .map((other) => ({
      other,
      share: containment(mine, shinglesOf(textOf(other.content as unknown as ArticleContent))),
    }))
    .filter(({ share }) => share >= ALIKE)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_SHOWN)
    .map(({ other, share }) => {
      const percent = Math.round(share * 100);
      const day = longDay(dayOf(other.published_at ?? other.created_at), language);
      const params = { title: other.title, unit: other.unit_name, day, percent };
      return finding(language, 'near-copy', 'warn', params, { otherId: other.id, share: percent });
    });
}

/** Keeps by what texts are known again: once they were submitted, and with every version after. The same words are reckoned once. */
export async function keepSketches(tx: Tx, articleIds: readonly string[]): Promise<void> {
  const texts = await sql.textsWithoutSketch(tx, articleIds);
  const sketches = texts.map(({ article_id, content, content_hash }) => {
    const shingles = shinglesOf(textOf(content as unknown as ArticleContent));
    return { article_id, sketch: sketchOf(shingles), shingles: shingles.size, content_hash };
  });
  await sql.keepSketches(tx, sketches);
}
