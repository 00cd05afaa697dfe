import type { InputOf } from '#lib/contract.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import type { DocumentBlock, PlanDocument } from '#lib/plan-document.ts';
import { writeDocx, writtenFile } from '#modules/documents/exports.ts';
import { getUnitRow, holderOf, upperBodyOn } from '#modules/org/org.ts';
import type { Actor } from '#platform/actor.ts';
import type { FileReply } from '#platform/route.ts';
import { say } from '#platform/texts.ts';
import type { Db } from '#platform/tx.ts';
import { seenWithdrawal, withdrawalOf } from './load-withdrawal.ts';
import type { answerLetter as endpoint, WithdrawalDetail } from './withdrawals.contract.ts';

/** The answer to the parent, in the layout of an official letter; number and day are văn thư's. */
export async function answerLetter(
  db: Db,
  actor: Actor,
  { withdrawalId }: InputOf<typeof endpoint>,
): Promise<FileReply> {
  const detail = await withdrawalOf(db, { ...actor, language: 'vi' }, await seenWithdrawal(db, actor, withdrawalId));
  const unit = await getUnitRow(db, detail.unitId);
  const on = dayOf(actor.now);
  const head = await holderOf(db, unit.id, 'head', on);
  const paper: PlanDocument = {
    upperBody: await upperBodyOn(db, unit.id, on),
    issuingBody: unit.name,
    number: null,
    symbol: unit.symbol ?? '',
    place: unit.place ?? '',
    date: null,
    year: Number(on.slice(0, 4)),
    docType: '',
    title: `V/v trả lời đề nghị rút lại sự đồng ý sử dụng hình ảnh`,
    bases: [],
    opening: `Kính gửi: ${detail.askedBy}`,
    sections: [{ numeral: '', title: '', blocks: blocksOf(detail) }],
    closing: `Nhà trường trân trọng cảm ơn và mong tiếp tục nhận được ý kiến của gia đình`,
    recipients: ['Như trên', 'Lưu: VT'],
    signerTitle: [(head?.title ?? 'Thủ trưởng đơn vị').replace(/^(Giám đốc|Hiệu trưởng) (Sở|Trường).*$/u, '$1')],
    signerName: head?.name ?? null,
    draftMark: null,
  };
  return writtenFile(await writeDocx(paper), `tra-loi-rut-dong-y-${dayOf(detail.receivedAt)}`, 'docx');
}

function blocksOf(detail: WithdrawalDetail): DocumentBlock[] {
  const done = detail.places.filter((one) => one.state === 'done');
  const open = detail.places.filter((one) => one.state === 'open');
  const impossible = detail.places.filter((one) => one.state === 'impossible');
  const due = shortDay(detail.extendedTo ?? detail.carryOutBy);
  const text = (words: string): DocumentBlock => ({ kind: 'paragraph', text: words });
  return [
    text(
      `Ngày ${shortDay(dayOf(detail.receivedAt))}, ${detail.unitName} nhận được đề nghị rút lại sự đồng ý sử dụng hình ảnh của em ${detail.pupilName}, lớp ${detail.className}${scopeOf(detail)}. Căn cứ ${detail.source}, nhà trường trả lời như sau:`,
    ),
    text(
      detail.pictures > 0
        ? `1. Kể từ khi ghi nhận đề nghị, ${detail.pictures} ảnh có em đã được giữ lại, không hiển thị trên các kênh nêu trên và không được dùng cho tin, bài mới.`
        : '1. Nhà trường không còn ảnh nào có thể nhận ra em trên các kênh nêu trên.',
    ),
    ...listed('2. Những nơi đã gỡ ảnh:', done),
    ...listed(`${done.length > 0 ? 3 : 2}. Những nơi nhà trường đã đề nghị gỡ, hạn ${due}:`, open),
    ...listed('Những nơi chưa thể gỡ và lý do:', impossible, true),
    ...(detail.extendedTo
      ? [text(`Thời hạn thực hiện được kéo dài đến ngày ${due}. Lý do: ${detail.extensionReason ?? ''}`)]
      : []),
    text(
      'Việc rút lại sự đồng ý không ảnh hưởng đến quyền lợi học tập của em. Gia đình có thể đồng ý lại bất cứ lúc nào.',
    ),
  ];
}

const listed = (title: string, places: WithdrawalDetail['places'], withNote = false): DocumentBlock[] =>
  places.length === 0
    ? []
    : [
        { kind: 'paragraph', text: title },
        ...places.slice(0, 200).map(
          (one, i, all): DocumentBlock => ({
            kind: 'dash',
            text: `${one.place}, ${one.unitName}${withNote && one.note ? `: ${one.note}` : ''}${i < all.length - 1 ? ';' : '.'}`,
          }),
        ),
      ];

function scopeOf({ purposes, channels }: WithdrawalDetail): string {
  const words = [
    ...(purposes ?? []).map((one) => say('vi', `consents.purpose.${one}`)),
    ...(channels ?? []).map((one) => say('vi', `consents.channel.${one}`)),
  ];
  return words.length > 0 ? ` (${words.join('; ')})` : '';
}
