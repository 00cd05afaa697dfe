import type { DocumentCell, DocumentTable } from '#lib/plan-document.ts';
import type { DetailOf } from '#lib/plan-parts.ts';
import { productText, timeText } from './activity-text.ts';
import type { PlanLine } from './plans.contract.ts';

const names = (units: readonly { name: string }[] | undefined): string => (units ?? []).map((u) => u.name).join(', ');

/** The activity matrix as it stands on paper. */
export function matrixTable(activities: readonly PlanLine[]): DocumentTable {
  const withBudget = activities.some((a) => (a.detail as Partial<DetailOf<'activity'>>).budgetVnd);
  const columns = [
    { title: 'TT', width: 5, align: 'center' as const },
    { title: 'Nội dung', width: 24 },
    { title: 'Hình thức, sản phẩm truyền thông', width: 26 },
    { title: 'Đơn vị chủ trì', width: 15 },
    { title: 'Thời gian thực hiện', width: 12, align: 'center' as const },
    { title: 'Đơn vị phối hợp', width: 18 },
    ...(withBudget ? [{ title: 'Kinh phí (đồng)', width: 11, align: 'right' as const }] : []),
  ];
  return { columns, rows: mergeContent(activities.map((a, i) => activityCells(a, i + 1, withBudget))) };
}

function activityCells(line: PlanLine, n: number, withBudget: boolean): DocumentCell[] {
  const d = line.detail as Partial<DetailOf<'activity'>>;
  const cells = [`${n}`, line.text, productText(line), names(d.leadUnits), timeText(d), names(d.coordinatingUnits)];
  return [...cells, ...(withBudget ? [d.budgetVnd ? new Intl.NumberFormat('vi-VN').format(d.budgetVnd) : ''] : [])].map(
    (text) => ({ text }),
  );
}

/** Neighbouring rows of one content share its cell, as hand-made matrices do; they are counted once. */
function mergeContent(rows: DocumentCell[][]): DocumentCell[][] {
  let n = 0;
  return rows.map((row, i) => {
    const content = row[1]!.text;
    // Rows that say nothing there have nothing in common.
    const same = (other: DocumentCell[] | undefined) => content !== '' && other?.[1]?.text === content;
    if (same(rows[i - 1])) return row.slice(2);
    let span = 1;
    while (same(rows[i + span])) span++;
    n++;
    const merged = span > 1 ? { rowSpan: span } : {};
    return [{ text: `${n}`, ...merged }, { text: content, ...merged }, ...row.slice(2)];
  });
}
