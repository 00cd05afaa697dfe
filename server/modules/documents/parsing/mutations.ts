/** For tests: the ways in which people and programs spoil the text of a plan without changing what it says. */
type Change = (text: string) => string;

const unmarked: Change = (text) => text.replace(/^#{1,6} /gm, '').replace(/\*\*\*|\*\*|(?<=\()\*|\*(?=\))/g, '');

/** Breaks lines at a number of letters, as mail programs do. Tables and letterheads stay. */
const wrapped =
  (columns: number): Change =>
  (text) =>
    unmarked(text)
      .split('\n')
      .map((line) => (/\t|^\|| {4}/.test(line) ? line : breakLine(line, columns)))
      .join('\n');

function breakLine(line: string, columns: number): string {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

const withoutNumbers: Change = (text) =>
  text
    .replace(/^([*# ]*)(?:[IVX]+|\d{1,2}(?:\.\d)?)(?:[./)-]| -)[ \t]?(?=\S)(?![\d/])/gm, '$1')
    .replace(/^([*]*)[a-zđ]\) /gm, '$1')
    .replace(/^[-+•*]\s/gm, '');

export const MUTATIONS: Record<string, Change> = {
  'loose marks (NFD)': (text) => text.normalize('NFD'),
  'Windows line ends': (text) => text.replace(/\n/g, '\r\n'),
  'spaces that do not break': (text) =>
    text.replace(/ (?=\S+ \S+ \S)/g, (space, at: number) => (at % 3 ? space : '\u00a0')),
  'invisible spaces and a byte order mark': (text) => `\ufeff${text.replace(/; /g, ';\u200b ')}`,
  'I- and II-': (text) => text.replace(/^([*# ]*)([IVX]+)\. ?/gm, '$1$2 - '),
  'plus for dash': (text) => text.replace(/^- /gm, '+ '),
  'dots for dashes': (text) => text.replace(/^- /gm, '• '),
  'stars for dashes': (text) => unmarked(text).replace(/^- /gm, '* '),
  'no space after number or dash': (text) =>
    text.replace(/^([*# ]*(?:[IVX]+|\d{1,2})\.) /gm, '$1').replace(/^- /gm, '-'),
  'section titles in small letters': (text) =>
    text.replace(
      /^([*# ]*[IVX]+[./] ?)(.)(.*)$/gm,
      (_, number: string, first: string, rest: string) => number + first + rest.toLowerCase(),
    ),
  'no Markdown': unmarked,
  'no blank lines': (text) => unmarked(text).replace(/\n\n+/g, '\n'),
  'first lines set in': (text) =>
    unmarked(text)
      .split('\n')
      .map((line) => (line.length > 60 && !/\t| {4}|^\|/.test(line) ? `      ${line}` : line))
      .join('\n'),
  'wrapped at 84': wrapped(84),
  'wrapped at 72': wrapped(72),
  'wrapped at 100, no blank lines': (text) => wrapped(100)(text).replace(/\n\n+/g, '\n'),
};

/** Numbers, bullets and bold letters lost: the labels lose their numbers too. */
export const BARE: Change = (text) => withoutNumbers(unmarked(text));
