import type { UnitKind } from '#lib/unit-kinds.ts';
import { type AddresseeState, type AskState, addresseeStates, askStates } from '#modules/cascade/cascade.contract.ts';

export const coverageTabs = {
  'don-vi': 'units',
  'noi-dung': 'lines',
  'ma-tran': 'matrix',
  'hoi-dap': 'questions',
  'de-nghi': 'wishes',
  'nhac-viec': 'reminders',
} as const;
export type CoverageTab = keyof typeof coverageTabs;

/** What stands in the address of the coverage page. */
export const coverageFilters = {
  /** The unit whose subtree is shown. */
  trong: '',
  muc: '',
  trangthai: '',
  loai: '',
  han: '',
  taikhoan: '',
  /** Units where this line … */
  dong: '',
  /** … is in this state. */
  dongtt: '',
  /** The panel of reminding is open. */
  nhac: '',
  /** Only lines that nobody took up. */
  trong_noidung: '',
  /** The line that a phone shows in place of the matrix. */
  xem: '',
};
export type CoverageFilters = { [K in keyof typeof coverageFilters]: string };

export const tabOf = (filters: CoverageFilters): CoverageTab =>
  filters.muc in coverageTabs ? (filters.muc as CoverageTab) : 'don-vi';

/** Those who still owe an answer: whom reminders are for. */
export const notAnswered: readonly AddresseeState[] = ['unopened', 'unanswered'];

const narrowing = ['trangthai', 'loai', 'han', 'taikhoan', 'dong'] as const;
export const isNarrowed = (filters: CoverageFilters): boolean => narrowing.some((name) => filters[name] !== '');
export const nothingNarrowed = { trangthai: '', loai: '', han: '', taikhoan: '', dong: '', dongtt: '', nhac: '' };

const statesOf = (filters: CoverageFilters): AddresseeState[] =>
  filters.trangthai.split(',').filter((name): name is AddresseeState => addresseeStates.some((one) => one === name));

/** Which units are meant, as the server lists, reminds and exports them. */
export function unitFilterOf(filters: CoverageFilters) {
  const states = statesOf(filters);
  return { ...restOf(filters), states: states.length > 0 ? states.join(',') : undefined };
}

/** The same for a reminder, whose body carries a list. */
export function reminderFilterOf(filters: CoverageFilters) {
  const states = statesOf(filters);
  return { ...restOf(filters), states: states.length > 0 ? states : undefined };
}

function restOf(filters: CoverageFilters) {
  const { trong, loai, han, taikhoan, dong, dongtt } = filters;
  return {
    within: trong || undefined,
    late: han === 'qua' ? ('yes' as const) : undefined,
    kind: (loai || undefined) as UnitKind | undefined,
    lineId: dong || undefined,
    lineState: dong ? askStates.find((one): one is AskState => one === dongtt) : undefined,
    account: taikhoan === 'co' ? ('with' as const) : taikhoan === 'chua' ? ('without' as const) : undefined,
  };
}
