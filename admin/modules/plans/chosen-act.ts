import type { PlanAct } from '#modules/plans/plans.contract.ts';
import { useFilters } from '../../app/filters.ts';

/** Acts that have a form of their own, by the word that stands in the address. */
export const actWords = {
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
} as const satisfies Partial<Record<PlanAct, string>>;

export type FormAct = keyof typeof actWords;
const formActs = Object.keys(actWords) as FormAct[];
export const isFormAct = (act: PlanAct): act is FormAct => act in actWords;

/** The act whose form is open. It lives in the address, so that a notice can lead straight to it. */
export function useChosenAct(can: readonly PlanAct[]): [FormAct | null, (act: FormAct | null) => void] {
  const [{ viec }, set] = useFilters({ viec: '' });
  const chosen = formActs.find((act) => actWords[act] === viec && can.includes(act)) ?? null;
  return [chosen, (act) => set({ viec: act ? actWords[act] : '' })];
}
