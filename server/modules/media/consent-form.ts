import type { InputOf } from '#lib/contract.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import type { DocumentBlock, DocumentTable, FormDocument } from '#lib/plan-document.ts';
import { slugOf } from '#lib/text.ts';
import { writeForms, writtenFile } from '#modules/documents/exports.ts';
import { upperBodyOn } from '#modules/org/org.ts';
import type { Actor } from '#platform/actor.ts';
import type { FileReply } from '#platform/route.ts';
import { say } from '#platform/texts.ts';
import type { Db } from '#platform/tx.ts';
import { consentChannels, type Party, type Purpose, purposes } from './classes.contract.ts';
import type { ClassRecord } from './classes.sql.ts';
import { gridOf } from './consent-grid.ts';
import type { ClassConsents, ConsentWording, consentForm as endpoint } from './consents.contract.ts';
import { seenClass } from './load-class.ts';
import { wordingNow } from './wordings.ts';

type Pupil = ClassConsents['pupils'][number];
const box = '☐';
const dots = (n: number) => '.'.repeat(n);
const channelWord = (channel: string) => say('vi', `consents.channel.${channel}`);
const purposeWord = (purpose: string) => say('vi', `consents.purpose.${purpose}`);
const yearWords = (row: ClassRecord) => `năm học ${row.school_year}-${row.school_year + 1}`;

interface Paper {
  row: ClassRecord;
  grid: ClassConsents;
  upperBody: string | null;
  wordings: ConsentWording[];
}

/** The words of a number and, in a sentence of its own, what becomes of what is shown once the consent ends. */
const wordsOf = (one: ConsentWording, adult = false): string =>
  `${adult ? one.childWords : one.words} ${say('vi', `consents.after-end.${one.afterEnd}`)}`;

/** Forms to sign, with the words of the number that is in force; no box is ticked beforehand. */
export async function consentForm(
  db: Db,
  actor: Actor,
  { classId, layout, purpose }: InputOf<typeof endpoint>,
): Promise<FileReply> {
  const row = await seenClass(db, actor, classId);
  const grid = await gridOf(db, actor, row, purpose);
  const upperBody = await upperBodyOn(db, row.unit_id, dayOf(actor.now));
  const wordings: ConsentWording[] = [];
  for (const purpose of purposes) wordings.push(await wordingNow(db, row.unit_id, purpose));
  const paper: Paper = { row, grid, upperBody, wordings };
  const pages = grid.pupils.length > 0 ? grid.pupils.map((pupil) => pageFor(paper, pupil)) : [pageFor(paper, null)];
  const forms = layout === 'list' ? [listOf(paper, purpose)] : pages;
  return writtenFile(await writeForms(forms), `phieu-y-kien-hinh-anh-lop-${slugOf(row.name)}`, 'docx');
}

const head = ({ row, upperBody }: Paper) => ({ upperBody, issuingBody: row.unit_name, docType: 'PHIẾU Ý KIẾN' });
const text = (words: string): DocumentBlock => ({ kind: 'paragraph', text: words });

/** The child is asked where its age is not known too: nobody is left out by a gap in a list. */
function pageFor(paper: Paper, pupil: Pupil | null): FormDocument {
  const asked: readonly Party[] = pupil?.asked ?? ['representative', 'child'];
  const adult = !asked.includes('representative');
  const signers = {
    representative: { title: 'Người đại diện hợp pháp', note: '(ký, ghi rõ họ tên, ngày ký)' },
    child: { title: 'Học sinh', note: '(ký hoặc tự ghi họ tên)' },
  };
  return {
    ...head(paper),
    title: `Về việc chụp và sử dụng hình ảnh của học sinh, ${yearWords(paper.row)}`,
    blocks: [
      text(
        `Học sinh: ${pupil?.name ?? dots(50)}, ngày sinh: ${pupil?.bornOn ? shortDay(pupil.bornOn) : dots(20)}, lớp: ${paper.row.name}`,
      ),
      ...(adult ? [] : [text(`Người đại diện hợp pháp: ${dots(56)} Quan hệ: ${dots(26)}`)]),
      ...paper.wordings.map(
        (one, i): DocumentBlock => ({
          kind: 'lead',
          number: `${i + 1}`,
          lead: `${purposeWord(one.purpose)} (lời số ${one.number})`,
          text: wordsOf(one, adult),
        }),
      ),
      ...asked.flatMap((party) => answersOf(paper, party, adult)),
    ],
    signatures: asked.map((party) => signers[party]),
  };
}

function answersOf({ grid, wordings }: Paper, party: Party, adult: boolean): DocumentBlock[] {
  const own = `Ý kiến của chính học sinh (được hỏi riêng từ đủ ${grid.childAge} tuổi). ${wordings.find((one) => one.purpose === 'news')?.childWords ?? ''}`;
  const how = 'Đánh dấu X vào ô ứng với ý kiến ở từng nơi, từng mục đích; nơi không đánh dấu là chưa đồng ý.';
  const lead =
    party === 'representative' ? `Ý kiến của người đại diện. ${how}` : adult ? `Ý kiến của học sinh. ${how}` : own;
  const table: DocumentTable = {
    columns: [
      { title: 'Nơi sử dụng', width: 28 },
      ...purposes.map((_, i) => ({ title: `Mục ${i + 1}`, width: 24, align: 'center' as const })),
    ],
    rows: consentChannels.map((channel) => [
      { text: channelWord(channel) },
      ...purposes.map(() => ({ text: `${box} Đồng ý  ${box} Không` })),
    ]),
  };
  return [text(lead), { kind: 'table', table }];
}

/** One list of the class for the parents' meeting, for one purpose: a line for each pupil. */
function listOf(paper: Paper, purpose: Purpose): FormDocument {
  const wording = paper.wordings.find((one) => one.purpose === purpose)!;
  const table: DocumentTable = {
    columns: [
      { title: 'TT', width: 4, align: 'center' },
      { title: 'Họ và tên học sinh', width: 20 },
      { title: 'Ngày sinh', width: 11, align: 'center' },
      ...consentChannels.map((channel) => ({ title: channelWord(channel), width: 9, align: 'center' as const })),
      { title: 'Người đại diện (họ tên, quan hệ, ký)', width: 24 },
      { title: `Học sinh từ ${paper.grid.childAge} tuổi (ký)`, width: 12 },
    ],
    rows: paper.grid.pupils.map((pupil, i) => [
      { text: String(i + 1) },
      { text: pupil.name },
      { text: pupil.bornOn ? shortDay(pupil.bornOn) : '' },
      ...consentChannels.map(() => ({
        text: pupil.asked
          .map((party) => `${box} ${pupil.asked.length > 1 && party === 'child' ? 'HS' : 'GĐ'}`)
          .join('\n'),
      })),
      { text: '' },
      { text: '' },
    ]),
  };
  return {
    ...head(paper),
    docType: 'DANH SÁCH Ý KIẾN',
    title: `Về việc sử dụng hình ảnh của học sinh lớp ${paper.row.name}, ${yearWords(paper.row)}`,
    blocks: [
      {
        kind: 'lead',
        number: null,
        lead: `${purposeWord(purpose)} (lời số ${wording.number})`,
        text: wordsOf(wording),
      },
      { kind: 'lead', number: null, lead: 'Lời với học sinh', text: wording.childWords },
      text(
        'Đánh dấu X vào ô: GĐ là ý kiến của gia đình, HS là ý kiến của chính học sinh. Nơi không đánh dấu là chưa đồng ý.',
      ),
      { kind: 'table', table },
    ],
    signatures: [{ title: 'Giáo viên chủ nhiệm', note: '(ký, ghi rõ họ tên)' }],
  };
}
