import { child, childrenNamed, toggle, valOf, type XmlNode } from './xml-tree.ts';

/** Run properties that matter for reading; undefined = not stated here. */
export interface RunLook {
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  caps?: boolean | undefined;
  hidden?: boolean | undefined;
  /** Font of the letters beyond ASCII, and of ASCII. */
  font?: string | undefined;
  asciiFont?: string | undefined;
}

export interface ParaLook extends RunLook {
  /** Printed name, 'Heading 1' for any style with an outline level. */
  name: string | null;
  centred?: boolean | undefined;
  outline?: number | undefined;
  numId?: string | undefined;
  level?: number | undefined;
  /** Style that stated the numbering: lists link levels to it. */
  numberingStyle?: string | undefined;
}

export interface Styles {
  paragraph(id: string | undefined): ParaLook;
  run(id: string | undefined): RunLook;
  /** Border element of a table style, own or inherited. */
  tableBorders(id: string | undefined): XmlNode | undefined;
  numIdOf(id: string): string | undefined;
  /** Fonts of the theme by role ('minorHAnsi'). */
  themeFont(role: string | undefined): string | undefined;
  defaults: RunLook;
}

const MAX_CHAIN = 20;

export function createStyles(root: XmlNode | undefined, theme: XmlNode | undefined): Styles {
  const nodes = childrenNamed(root, 'style');
  const byId = new Map(nodes.map((node) => [node.attrs.styleId ?? '', node]));
  const standard = nodes.find((node) => node.attrs.type === 'paragraph' && isOn(node.attrs.default));
  const themeFont = themeReader(theme);
  const defaults = readRunLook(child(child(child(root, 'docDefaults'), 'rPrDefault'), 'rPr'), themeFont);
  const looks = new Map<string, ParaLook>();

  const chainOf = (id: string | undefined): XmlNode[] => {
    const chain: XmlNode[] = [];
    let node = id === undefined ? undefined : byId.get(id);
    while (node && chain.length < MAX_CHAIN && !chain.includes(node)) {
      chain.unshift(node);
      node = byId.get(valOf(node, 'basedOn') ?? '');
    }
    return chain;
  };
  const paragraph = (id: string | undefined): ParaLook => {
    const used = id !== undefined && byId.has(id) ? id : (standard?.attrs.styleId ?? '');
    const known = looks.get(used);
    if (known) return known;
    const look = resolveLook(chainOf(used), themeFont);
    looks.set(used, look);
    return look;
  };
  return {
    paragraph,
    run: (id) => (id === undefined ? {} : resolveLook(chainOf(id), themeFont)),
    tableBorders: (id) =>
      chainOf(id)
        .map((node) => child(child(node, 'tblPr'), 'tblBorders'))
        .findLast(Boolean),
    numIdOf: (id) => valOf(child(child(byId.get(id), 'pPr'), 'numPr'), 'numId'),
    themeFont,
    defaults,
  };
}

function resolveLook(chain: XmlNode[], themeFont: Styles['themeFont']): ParaLook {
  const look: ParaLook = { name: null };
  for (const node of chain) {
    const pPr = child(node, 'pPr');
    merge(look, readRunLook(child(node, 'rPr'), themeFont));
    merge(look, readParaLook(pPr));
    if (child(pPr, 'numPr')) look.numberingStyle = node.attrs.styleId;
    look.name = printedName(valOf(node, 'name') ?? node.attrs.styleId ?? null);
  }
  if (look.outline !== undefined && look.outline < 9) look.name = `Heading ${look.outline + 1}`;
  return look;
}

function printedName(name: string | null): string | null {
  return name && /^heading \d$/i.test(name) ? `Heading ${name.slice(-1)}` : name;
}

/** Copies what is stated; undefined never overrides. */
function merge<T extends object>(target: T, stated: Partial<T>): void {
  for (const key in stated) if (stated[key] !== undefined) target[key] = stated[key] as T[typeof key];
}

export function readParaLook(pPr: XmlNode | undefined): Partial<ParaLook> {
  if (!pPr) return {};
  const justified = valOf(pPr, 'jc');
  const outline = valOf(pPr, 'outlineLvl');
  const numPr = child(pPr, 'numPr');
  const level = valOf(numPr, 'ilvl');
  return {
    centred: justified === undefined ? undefined : justified === 'center',
    outline: outline === undefined ? undefined : Number(outline),
    numId: valOf(numPr, 'numId'),
    level: level === undefined ? undefined : Number(level),
  };
}

export function readRunLook(rPr: XmlNode | undefined, themeFont: Styles['themeFont']): RunLook {
  if (!rPr) return {};
  const fonts = child(rPr, 'rFonts')?.attrs;
  return {
    bold: toggle(rPr, 'b'),
    italic: toggle(rPr, 'i'),
    caps: toggle(rPr, 'caps'),
    hidden: toggle(rPr, 'vanish'),
    font: fonts && (themeFont(fonts.hAnsiTheme) ?? fonts.hAnsi ?? fonts.ascii),
    asciiFont: fonts && (themeFont(fonts.asciiTheme) ?? fonts.ascii ?? fonts.hAnsi),
  };
}

function themeReader(theme: XmlNode | undefined): Styles['themeFont'] {
  const scheme = child(child(theme, 'a:themeElements'), 'a:fontScheme');
  const latin = (name: string) => child(child(scheme, name), 'a:latin')?.attrs.typeface;
  const fonts = { major: latin('a:majorFont'), minor: latin('a:minorFont') };
  return (role) => (role === undefined ? undefined : role.startsWith('major') ? fonts.major : fonts.minor);
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
