/** NFC with trimmed ends and single spaces: how a one-line text enters the system. */
export const oneLine = (value: string): string => value.normalize('NFC').replace(/\s+/g, ' ').trim();

/**
 * The key under which Vietnamese text is searched and compared: lower case, no marks, đ as d, single spaces.
 * Look-alikes of broken fonts (ƣ for ư, Ð for Đ) fold to what they stand for (standards, "Folding key").
 */
export function fold(value: string): string {
  return value
    .replace(/[ƣƢ]/g, 'u')
    .toLowerCase()
    .replace(/[đð]/g, 'd')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[\s\u00a0–—-]+/g, ' ')
    .trim();
}

/** Address part from a name: 'Trường THCS Suối Ngọc' → 'truong-thcs-suoi-ngoc'. */
export const slugOf = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 80)
    .replace(/-$/, '');

/** The beginning of a text of more than `most` characters, with an ellipsis; a shorter one as it is. */
export const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 2).trimEnd()}…` : text;
