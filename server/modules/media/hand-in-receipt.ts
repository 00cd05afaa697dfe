import { fail } from '#lib/errors.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import type { DocumentBlock, FormDocument } from '#lib/plan-document.ts';
import type { Actor } from '#platform/actor.ts';
import type { FileReply } from '#platform/route.ts';
import type { Db } from '#platform/tx.ts';
import { writeForms, writtenFile } from '../documents/exports.ts';
import { upperBodyOn } from '../org/org.ts';
import * as sql from './hand-ins.sql.ts';
import { find } from './hand-ins.ts';

const dayWords = (at: Date | string | null): string => (at ? shortDay(dayOf(new Date(at))) : '');

/** The receipt (biên nhận) of a hand-in that was received: number, counts by topic, list of the photos. */
export async function receiptPaper(db: Db, actor: Actor, { handInId }: { handInId: string }): Promise<FileReply> {
  const row = await find(db, actor, handInId);
  if (row.state !== 'received' || row.receipt_no === null) fail('hand-ins.not-received');
  const topics = new Map((await sql.listAllTopics(db)).map((topic) => [topic.code, topic.name]));
  const items = (await sql.listItems(db, row.id)).filter((item) => item.chosen);
  const upperBody = await upperBodyOn(db, row.to_unit_id, dayOf(new Date(row.decided_at ?? actor.now)));
  const named = items.map((item) => ({ ...item, topic: topics.get(item.topic) ?? item.topic }));
  const form = receiptOf(row, upperBody, named);
  return writtenFile(await writeForms([form]), `bien-nhan-anh-so-${row.receipt_no}-${row.school_year}`, 'docx');
}

type Item = { topic: string; name: string; caption: string; credit: string };

function receiptOf(row: sql.HandInRow, upperBody: string | null, items: readonly Item[]): FormDocument {
  const byTopic = Map.groupBy(items, (item) => item.topic);
  const counts = [...byTopic].map(([topic, of]) => `${topic}: ${of.length} ảnh`).join('; ');
  const text = (words: string): DocumentBlock => ({ kind: 'paragraph', text: words });
  return {
    upperBody,
    issuingBody: row.to_unit_name,
    docType: 'BIÊN NHẬN',
    title: `Nhận ảnh học kỳ ${row.semester === 1 ? 'I' : 'II'}, năm học ${row.school_year}-${row.school_year + 1}`,
    blocks: [
      text(`Số biên nhận: ${String(row.receipt_no).padStart(2, '0')}/${row.school_year}-${row.school_year + 1}`),
      text(`Đơn vị nộp: ${row.unit_name}. Ngày gửi: ${dayWords(row.sent_at)}.`),
      text(`Đơn vị nhận: ${row.to_unit_name}. Ngày nhận: ${dayWords(row.decided_at)}.`),
      text(`Tổng số ảnh: ${items.length} (${counts}).`),
      ...(row.note ? [text(`Ghi chú của đơn vị nộp: ${row.note}`)] : []),
      tableOf(items),
    ],
    signatures: [
      { title: 'Đơn vị nộp', note: '(ký, ghi rõ họ tên)' },
      { title: 'Đơn vị nhận', note: '(ký, ghi rõ họ tên)' },
    ],
  };
}

const tableOf = (items: readonly Item[]): DocumentBlock => ({
  kind: 'table',
  table: {
    columns: [
      { title: 'TT', width: 7, align: 'center' },
      { title: 'Ảnh', width: 45 },
      { title: 'Chủ đề', width: 26 },
      { title: 'Người chụp', width: 22 },
    ],
    rows: items.map((item, i) => [
      { text: String(i + 1) },
      { text: item.caption || `Ảnh ${i + 1}` },
      { text: item.topic },
      { text: item.credit },
    ]),
  },
});
