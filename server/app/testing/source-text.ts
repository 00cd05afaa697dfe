/** One `import` or `export … from` of a file. */
export type ImportLine = {
  /** What stands between the quotes. */
  readonly specifier: string;
  /** `type` is gone when the code runs; `value` is loaded with the file; `dynamic` is loaded later. */
  readonly kind: 'value' | 'type' | 'dynamic';
  /** From 1. */
  readonly line: number;
};

const STATEMENT =
  /(?<![.\w$])(import|export)\s*(type\b(?!\s*(?:,|from\b)))?(?:[\s\w$*{},]*?from\s*|\s*)(["'])(\d+)\3|(?<![.\w$])(typeof\s+)?import\s*\(\s*(["'])(\d+)\6\s*(?:,[^)]*)?\)(\s*\.)?/g;

/** Every import of a TypeScript or JavaScript text: static, dynamic, type-only and `import('x')` in types. */
export function importLines(text: string): ImportLine[] {
  const { code, strings } = withoutTexts(text);
  const found: ImportLine[] = [];
  for (const match of code.matchAll(STATEMENT)) {
    const line = code.slice(0, match.index).split('\n').length;
    const [, keyword, typeOnly, , index, typeOf, , lazyIndex, member] = match;
    if (keyword) found.push({ specifier: strings[Number(index)]!, kind: typeOnly ? 'type' : 'value', line });
    else
      found.push({
        specifier: strings[Number(lazyIndex)]!,
        kind: typeOf || isInType(code, match.index, member) ? 'type' : 'dynamic',
        line,
      });
  }
  return found;
}

/** `import('x').Name` after a colon, `<`, `|`, `&` or `as` is a type; after `await` or anything else it runs. */
function isInType(code: string, at: number, member: string | undefined): boolean {
  return (
    member !== undefined &&
    /(?:[:<|&]|\bas|=)\s*$/.test(code.slice(Math.max(0, at - 20), at)) &&
    !/await\s*\(?\s*$/.test(code.slice(0, at))
  );
}

/**
 * The code with comments blanked out and each plain string replaced by its number in `strings`, so that patterns over
 * the code do not find words that stand in texts. Lines keep their numbers.
 */
export function withoutTexts(text: string): { code: string; strings: string[] } {
  const strings: string[] = [];
  const out: string[] = [];
  let at = 0;
  while (at < text.length) {
    const end = skip(text, at, out);
    if (end === at) out.push(text[at++]!);
    else {
      out.push(replacement(text.slice(at, end), strings));
      at = end;
    }
  }
  return { code: out.join(''), strings };
}

/** Where the comment, string, template or regular expression that begins at `at` ends; `at` itself if none does. */
function skip(text: string, at: number, before: readonly string[]): number {
  const two = text.slice(at, at + 2);
  if (two === '//') return endOr(text, text.indexOf('\n', at));
  if (two === '/*') return endOr(text, text.indexOf('*/', at + 2) + 2);
  const one = text[at];
  if (one === '"' || one === "'") return closing(text, at, one, false);
  if (one === '`') return closing(text, at, '`', true);
  if (one === '/' && mayBeginPattern(before)) return patternEnd(text, at);
  return at;
}

function endOr(text: string, found: number): number {
  return found <= 1 ? text.length : found;
}

function closing(text: string, from: number, quote: string, manyLines: boolean): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at + 1;
    else if (text[at] === '\n' && !manyLines) return from;
    else if (manyLines && text.startsWith('${', at)) at = holeEnd(text, at + 2);
  }
  return from;
}

/** The closing brace of a `${…}` in a template, which may hold templates itself. */
function holeEnd(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const end = skip(text, at, []);
    if (end > at) at = end - 1;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return from;
}

/** A slash divides after a name, a number or a closing bracket; anywhere else it begins a pattern. */
function mayBeginPattern(before: readonly string[]): boolean {
  const tail = before.slice(-40).join('').trimEnd();
  return tail === '' || /[(,=:[!&|?{};+*%~^<>-]$/.test(tail) || /\b(return|typeof|case|in|of|await|yield)$/.test(tail);
}

function patternEnd(text: string, from: number): number {
  let inSet = false;
  for (let at = from + 1; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') inSet = true;
    else if (text[at] === ']') inSet = false;
    else if (text[at] === '/' && !inSet) return at + 1;
  }
  return from;
}

function replacement(piece: string, strings: string[]): string {
  const first = piece[0]!;
  if (first !== '"' && first !== "'")
    return first === '`' ? `\`${piece.replaceAll(/[^\n]/g, '')}\`` : piece.replaceAll(/[^\n]/g, ' ');
  strings.push(piece.slice(1, -1));
  return `${first}${strings.length - 1}${first}`;
}
