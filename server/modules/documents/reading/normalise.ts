import type { Reading } from './blocks.ts';
export function suggestRepairs(reading: Reading): Reading {
  return reading;
}
