import { fold } from './text.ts';

/** Places in a text of a toolkit that each unit fills with its own names. */
export const places = ['đơn vị', 'địa danh', 'cấp trên'] as const;
export type Place = (typeof places)[number];

/**
 * The text with its places filled in: '{đơn vị}' becomes the unit's name. Case and marks inside the braces do not count,
 * since people type them by hand; a place that is not known, or has no name here, stays as it stands and is seen.
 */
export function fillIn(text: string, names: Readonly<Partial<Record<Place, string | null>>>): string {
  return text.replace(/\{([^{}]{1,40})\}/g, (whole, inside: string) => {
    const place = places.find((one) => fold(one) === fold(inside.trim()));
    return (place && names[place]) || whole;
  });
}
