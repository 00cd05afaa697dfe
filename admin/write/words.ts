import type { ShownIn } from '#lib/format.ts';
import { catalogue, turnTo } from '../light/words.ts';
import vi from '../texts/vi/write.ts';

export type Word = keyof typeof vi;

/** The words of this page. */
export const say = catalogue(vi, () => import('../texts/en/write.ts'));

/** Turns the page to a language. */
export async function speak(wanted: ShownIn): Promise<void> {
  if (await turnTo(wanted)) document.title = `${say('title')} · Lan Tỏa`;
}
