import type { work as vi } from '../vi/work.ts';

export const work: Record<keyof typeof vi, string> = {
  'work.feed.name': 'Lan Tỏa: {unit}',
  'work.feed.due': 'Due: {text} ({progress})',
  'work.feed.done': 'Done: {text} ({progress})',
  'work.feed.noCount': 'no target',
  'work.no-longer-counts': 'The text is no longer as far as it has to be, or counts elsewhere now.',
  'work.feed.draft': '{text} (expected)',
};
