import type { work as vi } from '../vi/work.ts';

export const work: Record<keyof typeof vi, string> = {
  'work.feed.name': 'Lan Tỏa: {unit}',
  'work.feed.due': 'Due: {text} ({progress})',
  'work.feed.done': 'Done: {text} ({progress})',
  'work.feed.noCount': 'no target',
  'work.feed.draft': '{text} (expected)',
};
