import type { PlanDocument } from '#lib/plan-document.ts';
import type { Db } from '#platform/tx.ts';
import { holderOf, type Unit, upperBodyOn } from '../org/org.ts';

type Letterhead = Omit<PlanDocument, 'title' | 'opening' | 'sections' | 'closing' | 'bases'>;

/** What stands around a report of the unit on that day (Decree 30/2020/NĐ-CP, Annex I); number and day are văn thư's. */
export async function letterheadOf(
  db: Db,
  unit: Unit,
  on: string,
  docType: string,
  symbol: string,
): Promise<Letterhead> {
  const head = await holderOf(db, unit.id, 'head', on);
  const upperBody = await upperBodyOn(db, unit.id, on);
  return {
    upperBody,
    issuingBody: unit.name,
    number: null,
    symbol: unit.symbol ? `${symbol}-${unit.symbol}` : symbol,
    place: unit.place ?? '',
    date: null,
    year: Number(on.slice(0, 4)),
    docType,
    recipients: [...(upperBody ? [`${upperBody} (để báo cáo)`] : []), 'Lưu: VT'],
    signerTitle: [(head?.title ?? 'Thủ trưởng đơn vị').replace(/^(Giám đốc|Hiệu trưởng) (Sở|Trường).*$/u, '$1')],
    signerName: head?.name ?? null,
    draftMark: null,
  };
}
