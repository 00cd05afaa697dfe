const DASHES = /^[-‐-―−]$/;

/** Writes a list point of any font (Symbol and Wingdings use private codes U+F0xx) as one of '-', '+', '*', '•'. */
export function normaliseBullet(mark: string): string {
  const first = mark.trim().charAt(0);
  if (DASHES.test(first) || first === '\uF02D') return '-';
  if (first === '+' || first === '\uF02B') return '+';
  if (first === '*' || first === '\uF02A') return '*';
  return '•';
}

/** The label unless it is a bare sign, which is brought to its ordinary form. */
export function tidyLabel(label: string): string {
  return /^[^\p{L}\p{N}]$/u.test(label) ? normaliseBullet(label) : label;
}
