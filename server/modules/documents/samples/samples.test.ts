import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { goldText, plansOf, SPLITS } from './build.ts';
import type { Gold } from './gold-format.ts';
import { textOf } from './text.ts';

/** One line, NFC, without the lines that are only a page number or a rule of dashes. */
const squash = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/^[ \t]*(Trang )?\d{1,3}(\/\d+)?[ \t]*$/gm, ' ')
    .replace(/[*#]+/g, ' ')
    .replace(/\s+/g, ' ');

function* labelled(gold: Gold): Generator<string> {
  for (const one of [gold.header.numberRaw, gold.header.placeDateRaw, gold.opening, gold.closing, gold.budget])
    if (one) yield one.text;
  yield gold.title.text;
  if (gold.budget) yield gold.budget.source;
  for (const { text } of [...gold.legalBases, ...gold.citedDocuments]) yield text;
  for (const { text } of [...gold.purposes, ...gold.requirements, ...gold.contentIntro, ...gold.solutions]) yield text;
  for (const area of gold.contentAreas) {
    for (const one of area.items ?? [area.text]) yield one.text;
    for (const one of [area.title, area.focalRaw, ...area.focalUnits]) if (one) yield one;
  }
  for (const row of gold.activities) {
    for (const one of [row.content.text, row.product?.text, row.time.text, row.theme]) if (one) yield one;
    for (const unit of row.coordinatingUnits) yield unit;
  }
  for (const who of gold.responsibilities) {
    if (who.actor) yield who.actor;
    for (const { text } of who.duties) yield text;
  }
  for (const { text } of [...gold.quotas, ...gold.deliverables, ...gold.reporting, ...gold.channels]) yield text;
  for (const { text } of [...gold.recipients, ...gold.abbreviations]) yield text;
  for (const name of [gold.signer.position, gold.signer.name]) if (name) yield name;
}

const titles = (gold: Gold): string[] =>
  gold.sections.flatMap((one) => [
    one.title,
    ...one.children.flatMap((child) => [child.title, ...(child.children ?? []).map(({ title }) => title)]),
  ]) as string[];

/** Numbers of documents as printed: '37/2020/TT-BGDĐT', '71-NQ/TW', '16/CT – TTg', '5075/BNV-TCBC'. */
const REFERENCE =
  /(?<![\d/])\d+ ?(?:\/\d{4} ?\/ ?[A-ZĐ]|\/ ?[A-ZĐ]{2}|- ?[A-ZĐ]\p{L}+\/)[A-ZĐa-z&0-9]*(?: ?[-–] ?[A-ZĐ][\p{L}&]*|\/[A-ZĐ]+)*/gu;

const sameCase = (text: string): string => text.toLowerCase();

for (const split of SPLITS) {
  const folder = join(import.meta.dirname, split);
  for (const plan of await plansOf(split)) {
    const read = (ending: string): string => readFileSync(join(folder, `${plan.name}.${ending}`), 'utf8');
    const text = squash(read('txt'));
    const gold = JSON.parse(read('json')) as Gold;

    test(`${plan.name}: text and gold on disk are what the source makes`, () => {
      assert.equal(read('txt'), textOf(plan));
      assert.equal(read('json'), goldText(plan));
    });

    test(`${plan.name}: every labelled text stands in the document`, () => {
      const all = sameCase(text);
      for (const one of [...labelled(gold), ...titles(gold).filter(Boolean)])
        assert.ok(all.includes(sameCase(squash(one)).trim()), one);
    });

    test(`${plan.name}: every document number is labelled, once for each time it is printed`, () => {
      const printed = [...text.matchAll(REFERENCE)].map(([found]) => found.replace(/\s/g, '').replace('–', '-'));
      const known = [...gold.legalBases, ...gold.citedDocuments].flatMap(({ ref }) => (ref ? [ref] : []));
      const own = gold.header.number && gold.header.symbol ? `${gold.header.number}/${gold.header.symbol}` : '';
      const others = printed.filter((found) => found !== own && !own.endsWith(found));
      assert.deepEqual(others.map((one) => one.toUpperCase()).sort(), known.map((one) => one.toUpperCase()).sort());
    });

    test(`${plan.name}: what is counted of a product is printed in its row`, () => {
      const quarterly = plan.annex?.tables ?? [];
      const rows = gold.activities.slice(0, gold.activities.length - quarterly.flatMap(({ rows }) => rows).length);
      for (const { product, counts } of rows)
        for (const { count, unit } of counts) assert.match(product?.text ?? '', new RegExp(`\\b0?${count} ${unit}`));
    });
  }
}
