import type { cascade as words } from '../vi/cascade.ts';

export const cascade: Record<keyof typeof words, string> = {
  'cascade.skipped.sender': '{unit} is the sender.',
  'cascade.skipped.closed': '{unit} has been closed since {date}.',
  'cascade.skipped.nothing': 'Nothing of this is for the kind of unit that {unit} is.',
};
