/** The day on which the school year of a day begins, as far as a proposal needs it: 1 September. */
export const schoolYearStart = (day: string): string => {
  const year = Number(day.slice(0, 4));
  return `${day.slice(5) >= '09-01' ? year : year - 1}-09-01`;
};
