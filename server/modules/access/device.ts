const browsers: [RegExp, string][] = [
  [/Zalo/i, 'Zalo'],
  [/coc_coc/i, 'Cốc Cốc'],
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const first = (list: [RegExp, string][], agent: string) => list.find(([pattern]) => pattern.test(agent))?.[1];

/** Browser and system in a few words, so that people know their own sessions: 'Chrome, Android'; '' where unknown. */
export const deviceOf = (agent: string): string =>
  [first(browsers, agent), first(systems, agent)].filter(Boolean).join(', ');
