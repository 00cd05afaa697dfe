import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { fold, slugOf } from '#lib/text.ts';
import { type Sheet, writeXlsx, writtenFile } from '#modules/documents/exports.ts';
import { type Columns, readColumns, type TableRow } from '#modules/org/table-columns.ts';
import { readBody, readSheets } from '#modules/org/table-file.ts';
import type { Actor } from '#platform/actor.ts';
import type { FileReply, InTransaction } from '#platform/route.ts';
import { say } from '#platform/texts.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { type ConsentChannel, consentChannels, type Party, parties } from './classes.contract.ts';
import type { ClassRecord } from './classes.sql.ts';
import { gridOf } from './consent-grid.ts';
import type * as c from './consents.contract.ts';
import type { NewAnswer } from './consents.sql.ts';
import { keepAnswers } from './consents.ts';
import { loadClass, seenClass } from './load-class.ts';
import { readAnswer, readBirthday } from './read-cells.ts';

const partyWords: Record<Party, string> = { representative: 'Người đại diện', child: 'Học sinh' };
const channelWord = (channel: ConsentChannel) => say('vi', `consents.channel.${channel}`);
const heading = (party: Party, channel: ConsentChannel) => `${partyWords[party]}: ${channelWord(channel)}`;
const answerWord = { given: 'C', refused: 'K', none: '', ended: '' } as const;
const cells = parties.flatMap((party) => consentChannels.map((channel) => ({ party, channel })));
type Cell = `${Party} ${ConsentChannel}`;
const key = (party: Party, channel: ConsentChannel): Cell => `${party} ${channel}`;

export async function consentSheet(db: Db, actor: Actor, input: InputOf<typeof c.consentSheet>): Promise<FileReply> {
  const row = await seenClass(db, actor, input.classId);
  const grid = await gridOf(db, actor, row, input.purpose);
  const sheet: Sheet = {
    name: `Lớp ${row.name}`,
    titles: [
      `Ý KIẾN VỀ SỬ DỤNG HÌNH ẢNH HỌC SINH, LỚP ${row.name.toLocaleUpperCase('vi')}`,
      `${row.unit_name}, năm học ${row.school_year}-${row.school_year + 1}. Mục đích: ${say('vi', `consents.purpose.${input.purpose}`)}. Bản lời số ${grid.wording.number}`,
      `Ghi C nếu đồng ý, K nếu không đồng ý, để trống nếu chưa hỏi. Học sinh từ ${grid.childAge} tuổi được hỏi riêng.`,
    ],
    columns: [
      { title: 'TT', width: 5, align: 'center' },
      { title: 'Họ và tên', width: 26 },
      { title: 'Ngày sinh', width: 12, align: 'center' },
      { title: 'Mã học sinh', width: 14 },
      { title: 'Người đại diện', width: 22 },
      { title: 'Quan hệ', width: 10 },
      ...cells.map(({ party, channel }) => ({ title: heading(party, channel), width: 11, align: 'center' as const })),
    ],
    rows: grid.pupils.map((pupil, i) => [
      i + 1,
      pupil.name,
      pupil.bornOn ? shortDay(pupil.bornOn) : null,
      pupil.code,
      null,
      null,
      ...cells.map(({ party, channel }) => answerWord[pupil.channels[channel]![party]]),
    ]),
  };
  return writtenFile(writeXlsx([sheet]), `y-kien-hinh-anh-lop-${slugOf(row.name)}`, 'xlsx');
}

type Column = 'name' | 'born' | 'code' | 'giver' | 'relation' | Cell;
const plain = (words: string) =>
  fold(words)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Made when it is asked for: the words of channels come from the catalogue. */
function columns(): Columns<Column> {
  const answers = {} as Record<Cell, readonly string[]>;
  for (const { party, channel } of cells) answers[key(party, channel)] = [plain(heading(party, channel))];
  return {
    name: ['ho va ten', 'ho ten'],
    born: ['ngay sinh'],
    code: ['ma hoc sinh', 'ma'],
    giver: ['nguoi dai dien', 'nguoi dai dien hop phap'],
    relation: ['quan he'],
    ...answers,
  };
}

type Report = OutputOf<typeof c.readConsentSheet>;
type Grid = Awaited<ReturnType<typeof gridOf>>;
type Pupil = Grid['pupils'][number];
type Verdict = { pupil: Pupil; answers: NewAnswer[] } | { reason: string; params?: Record<string, string> };

/** A filled workbook: what differs from what is on record becomes an answer; an empty cell takes nothing back. */
export async function readConsentSheet(
  begin: InTransaction,
  actor: Actor,
  input: InputOf<typeof c.readConsentSheet>,
  body: ReadableStream<Uint8Array> | null,
): Promise<Report> {
  await begin((tx) => loadClass(tx, actor, input.classId, { right: 'consents.record' }));
  const rows =
    readColumns(readSheets(await readBody(body)), columns()) ??
    fail('org.unreadable-table', {}, { fields: { file: 'media.import.no-heading' } });
  return await begin(async (tx) => {
    const row = await loadClass(tx, actor, input.classId, { right: 'consents.record' });
    const grid = await gridOf(tx, actor, row, input.purpose);
    const report: Report = { committed: input.commit === 'yes', changed: [], unchanged: 0, refused: [] };
    const answers = judgeAll(actor, grid, rows, report);
    if (report.changed.length + report.unchanged + report.refused.length === 0) fail('org.no-rows');
    if (input.commit === 'yes' && answers.length > 0) await keep(tx, actor, row, answers, input);
    return report;
  });
}

const keep = (
  tx: Tx,
  actor: Actor,
  row: ClassRecord,
  answers: readonly NewAnswer[],
  input: InputOf<typeof c.readConsentSheet>,
) =>
  keepAnswers(tx, actor, row, answers, {
    purpose: input.purpose,
    form: 'sheet',
    givenOn:
      input.givenOn > dayOf(actor.now) ? fail('invalid', {}, { fields: { givenOn: 'fields.day' } }) : input.givenOn,
    evidenceFileId: null,
  });

function judgeAll(actor: Actor, grid: Grid, rows: readonly TableRow<Column>[], report: Report): NewAnswer[] {
  const answers: NewAnswer[] = [];
  const seen = new Map<string, number>();
  for (const one of rows) {
    const verdict = judge(grid.pupils, one, seen);
    if ('reason' in verdict) {
      const reason = say(actor.language, `consents.import.${verdict.reason}`, verdict.params ?? {});
      report.refused.push({ row: one.row, name: (one.cells.name ?? '').slice(0, 120), reason });
    } else if (verdict.answers.length === 0) report.unchanged++;
    else {
      const count = (answer: string) => verdict.answers.filter((a) => a.answer === answer).length;
      const { name } = verdict.pupil;
      report.changed.push({ row: one.row, name, given: count('given'), refused: count('refused') });
      answers.push(...verdict.answers);
    }
  }
  return answers;
}

function judge(pupils: readonly Pupil[], one: TableRow<Column>, seen: Map<string, number>): Verdict {
  const name = one.cells.name ?? '';
  if (name === '') return { reason: 'no-name' };
  const found = pupilsOf(pupils, one);
  if (found.length === 0) return { reason: 'not-in-class' };
  if (found.length > 1) return { reason: 'two-of-name' };
  const pupil = found[0]!;
  const twice = seen.get(pupil.id);
  if (twice !== undefined) return { reason: 'twice', params: { row: String(twice) } };
  seen.set(pupil.id, one.row);
  return answersIn(pupil, one);
}

function pupilsOf(pupils: readonly Pupil[], { cells: row }: TableRow<Column>): Pupil[] {
  const byCode = row.code ? pupils.filter((pupil) => pupil.code === row.code) : [];
  if (byCode.length > 0) return byCode;
  const named = pupils.filter((pupil) => fold(pupil.name) === fold(row.name ?? ''));
  const born = readBirthday(row.born ?? '');
  return named.length > 1 && born !== null ? named.filter((pupil) => pupil.bornOn === born) : named;
}

function answersIn(pupil: Pupil, { cells: row }: TableRow<Column>): Verdict {
  const answers: NewAnswer[] = [];
  const giver = (row.giver ?? '').slice(0, 120);
  for (const { party, channel } of cells) {
    const typed = row[key(party, channel)] ?? '';
    const answer = readAnswer(typed);
    if (answer === 'unclear')
      return { reason: 'not-an-answer', params: { column: heading(party, channel), value: typed.slice(0, 30) } };
    if (answer === 'none' || pupil.channels[channel]![party] === answer) continue;
    if (party === 'representative' && giver === '') return { reason: 'no-giver' };
    const by =
      party === 'representative' ? { given_by: giver, relation: (row.relation ?? '').slice(0, 60) || null } : {};
    answers.push({ id: newId(), pupil_id: pupil.id, party, channel, answer, given_by: null, relation: null, ...by });
  }
  return { pupil, answers };
}
