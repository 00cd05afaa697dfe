export interface ReadTime {
  text?: string | null;
  quarters?: number[];
  months?: number[];
  year?: number | null;
  deadline?: string | null;
}

const monthsOfQuarter = (quarter: number): number[] => [quarter * 3 - 2, quarter * 3 - 1, quarter * 3];

/** The months (1-12) a printed time means, its quarters among them. */
export function monthsOfTime({ months = [], quarters = [] }: ReadTime): number[] {
  return [...new Set([...months, ...quarters.flatMap(monthsOfQuarter)])].sort((a, b) => a - b);
}

/** The time with other months: quarters that are still whole stay quarters, the rest are months. */
export function timeWithMonths(time: ReadTime, months: readonly number[]): ReadTime {
  const quarters = [1, 2, 3, 4].filter((quarter) => monthsOfQuarter(quarter).every((month) => months.includes(month)));
  const inside = new Set(quarters.flatMap(monthsOfQuarter));
  return { ...time, quarters, months: months.filter((month) => !inside.has(month)) };
}
