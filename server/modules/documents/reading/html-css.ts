/** The few properties of a style sheet that change how a text reads. Selectors: tag, .class, tag.class; the rest is ignored. */
export type Declarations = Record<string, string>;

export interface StyleSheet {
  of(tag: string, classes: readonly string[]): Declarations;
}

const WANTED =
  /^(?:font-weight|font-style|font-family|font|text-align|text-transform|display|visibility|list-style(?:-type)?|white-space|border(?:-(?:top|left|right|bottom))?(?:-style|-width)?|mso-list|mso-hide)$/;
const MAX_RULES = 5000;

/** `a: b; c: d` as an object of the wanted properties, lower case names. */
export function parseDeclarations(text: string): Declarations {
  const out: Declarations = {};
  for (const part of text.split(';')) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const name = part.slice(0, colon).trim().toLowerCase();
    if (WANTED.test(name))
      out[name] = part
        .slice(colon + 1)
        .replace(/!important/i, '')
        .trim();
  }
  return out;
}

export function parseStyleSheet(text: string): StyleSheet {
  const rules = new Map<string, Declarations>();
  const clean = text.replace(/<!--|-->/g, '').replace(/\/\*[\s\S]*?\*\//g, '');
  let count = 0;
  for (const [, selectors = '', body = ''] of clean.matchAll(/([^{}]{1,2000})\{([^{}]*)\}/g)) {
    if (++count > MAX_RULES) break;
    const declarations = parseDeclarations(body);
    if (Object.keys(declarations).length === 0) continue;
    for (const selector of selectors.split(',')) {
      const name = selector.trim();
      if (/^[a-z][\w-]*$|^[a-z][\w-]*\.[\w-]+$|^\.[\w-]+$/i.test(name)) {
        const key = name.replace(/^[a-z][\w-]*/i, (tag) => tag.toLowerCase());
        rules.set(key, { ...rules.get(key), ...declarations });
      }
    }
  }
  const of = (tag: string, classes: readonly string[]): Declarations => {
    const own = { ...rules.get(tag) };
    for (const name of classes) Object.assign(own, rules.get(`.${name}`), rules.get(`${tag}.${name}`));
    return own;
  };
  return { of };
}

/** True when a border declaration draws a line. */
export function drawsLine(value: string | undefined): boolean {
  return (
    value !== undefined &&
    /solid|double|dashed|dotted|groove|ridge|inset|outset/i.test(value) &&
    !/(?:^|\s)0(?:px|pt|in)?(?:\s|$)/.test(value)
  );
}
