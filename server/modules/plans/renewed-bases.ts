import { shortDay } from '#lib/format.ts';
import type { Db } from '#platform/tx.ts';
import { instrumentsNamed } from './checks.sql.ts';
import { refsIn, refsOf } from './checks.ts';
import { copyId } from './copy-id.ts';
import type { PlanLine } from './plans.contract.ts';

type Instrument = Awaited<ReturnType<typeof instrumentsNamed>>[number];

export interface Renewal {
  lineId: string;
  /** References that have lapsed, and what they were replaced by. */
  refs: string;
  by: string;
  since: string;
  before: string;
  /** The new words; null where a person has to decide. */
  after: string | null;
}

/** Replacements beyond which a chain is not followed. */
const longestChain = 5;

/** Bases with the instruments in force on a day in place of those that lapsed; what cannot be decided is left and told. */
export async function renewBases(
  db: Db,
  lines: readonly PlanLine[],
  day: string,
): Promise<{ lines: PlanLine[]; renewals: Renewal[] }> {
  const known = await knownInstruments(db, lines);
  const renewals: Renewal[] = [];
  const renewed = lines.flatMap((line): PlanLine[] => {
    if (line.part !== 'basis') return [line];
    const refs = refsIn(line);
    const lapsed = refs.map((ref) => known.get(ref)).find((i) => i?.valid_to && i.valid_to <= day);
    if (!lapsed) return [line];
    const successors = successorsOf(lapsed, known, day);
    const words = refs.length === 1 && successors ? successors.map((i) => wordsOf(line, i)) : null;
    const told = {
      refs: lapsed.ref,
      by: words ? successors!.map((i) => i.ref).join(' và ') : (lapsed.replaced_by ?? ''),
      since: shortDay(lapsed.valid_to ?? ''),
    };
    renewals.push({ lineId: line.id, ...told, before: line.text, after: words?.join('; ') ?? null });
    return words ? words.map((text, i) => renewedLine(line, successors![i]!, text, i)) : [line];
  });
  return { lines: renewed, renewals };
}

/** What the table knows of everything that is cited, and of what that was replaced by, and so on. */
async function knownInstruments(db: Db, lines: readonly PlanLine[]): Promise<Map<string, Instrument>> {
  const known = new Map<string, Instrument>();
  let wanted = lines.filter((l) => l.part === 'basis').flatMap(refsIn);
  for (let i = 0; i <= longestChain && wanted.length > 0; i++) {
    const found = await instrumentsNamed(db, wanted);
    for (const one of found) known.set(one.ref, one);
    wanted = found.flatMap((one) => refsOf(one.replaced_by ?? '')).filter((ref) => !known.has(ref));
  }
  return known;
}

/** Those in force that stand in the place of a lapsed one; null where the table does not know all of them. */
function successorsOf(
  lapsed: Instrument,
  known: ReadonlyMap<string, Instrument>,
  day: string,
  depth = 0,
): Instrument[] | null {
  const refs = refsOf(lapsed.replaced_by ?? '');
  if (refs.length === 0 || depth > longestChain) return null;
  const all = refs.map((ref) => {
    const next = known.get(ref);
    if (!next) return null;
    return next.valid_to && next.valid_to <= day ? successorsOf(next, known, day, depth + 1) : [next];
  });
  return all.includes(null) ? null : all.flatMap((x) => x ?? []);
}

const opens = /^(Căn cứ|Thực hiện|Triển khai thực hiện|Theo)\s/u;

/** 'Căn cứ Luật Báo chí số 126/2025/QH15', 'Căn cứ Nghị định số 244/2026/NĐ-CP của Chính phủ về …'. */
function wordsOf(line: PlanLine, { type, ref, issuer, title }: Instrument): string {
  const begin = opens.exec(line.text)?.[0] ?? '';
  if (/luật/iu.test(type ?? '')) return `${begin}${[type, title].filter(Boolean).join(' ')} số ${ref}`;
  return `${begin}${type ?? 'Văn bản'} số ${ref}${issuer ? ` của ${issuer}` : ''}${title ? ` ${title}` : ''}`;
}

function renewedLine(line: PlanLine, { type, ref, issuer, title }: Instrument, text: string, i: number): PlanLine {
  const detail = { type, ref, issuer, date: null, title };
  // One basis may be replaced by two: the second stands right behind the first.
  const place = i === 0 ? {} : { id: copyId(line.id, ref), position: line.position + i / 1000 };
  return { ...line, ...place, text, detail };
}
