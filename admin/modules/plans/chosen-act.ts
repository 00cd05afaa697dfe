import type { PlanAct } from '#modules/plans/plans.contract.ts';
import { useFilters } from '../../app/filters.ts';

/** Acts that have a form of their own, by the word that stands in the address. */
const actWords = {
  consult: 'lay-y-kien',
  submit: 'trinh',
  withdraw: 'rut-lai',
  initial: 'ky-nhay',
  'check-format': 'the-thuc',
  return: 'tra-lai',
  sign: 'ky',
  issue: 'vao-so',
  'attach-signed': 'ban-ky',
  close: 'ket-thuc',
  recall: 'thu-hoi',
} as const satisfies Partial<Record<PlanAct, string>>;

export type FormAct = keyof typeof actWords;
const formActs = Object.keys(actWords) as FormAct[];
export const isFormAct = (act: PlanAct): act is FormAct => act in actWords;

/** The word of an act for an address; undefined where it has no form. */
export const wordOf = (act: PlanAct | null): string | undefined => (act && isFormAct(act) ? actWords[act] : undefined);

/** The act whose form is open. It lives in the address, so that a notice can lead straight to it. */
export function useChosenAct(can: readonly PlanAct[]): [FormAct | null, (act: FormAct | null) => void] {
  const [{ viec }, set] = useFilters({ viec: '' });
  const chosen = formActs.find((act) => actWords[act] === viec && can.includes(act)) ?? null;
  return [chosen, (act) => set({ viec: act ? actWords[act] : '' })];
}
