/**
 * How long the readable diff of two editions takes: npm run bench -- diff [lines]
 * A plan of 200 lines in which every third line says something else, one in ten is gone, one in ten is new and some stand
 * elsewhere; then the same with every text rewritten at length, the worst that one would amend. Own time is what this thread
 * computed, whatever else the machine was doing.
 */
import { type ContentLine, diffPlans, type PlanContent } from '#lib/plan-diff.ts';
import { partNames } from '#lib/plan-parts.ts';

const lines = Number(process.argv[2] ?? 200);
const rounds = 40;
const words =
  'truyền thông giáo dục nhà trường phụ huynh học sinh thầy cô tuyến bài phóng sự chuyên mục tuyển sinh năm học chuyển đổi số văn hóa đọc an toàn'.split(
    ' ',
  );
const text = (seed: number, length: number) =>
  Array.from({ length }, (_, i) => words[(seed * 31 + i * 7 + ((seed * i) % 11)) % words.length]).join(' ');

const line = (i: number, length: number): ContentLine => ({
  id: `line-${i}`,
  part: partNames[Math.floor((i * partNames.length) / lines)] ?? 'activity',
  parentId: null,
  text: text(i, length),
  detail: {
    product: text(i + 1, 8),
    leadUnits: [{ name: 'Văn phòng Sở', unitId: null }],
    months: ['2026-04', '2026-05'],
  },
  targets: [{ product: 'bài báo', counts: 'newspaper-article', months: { '2026-04': 1, '2026-05': i % 5 } }],
});

/** Every `every`-th word replaced. */
const rewritten = (given: string, every: number) =>
  given
    .split(' ')
    .map((word, i) => (i % every === 0 ? `mới${i}` : word))
    .join(' ');

function edition(before: readonly ContentLine[], every: number, share: number): ContentLine[] {
  const kept = before
    .filter((_, i) => i % 10 !== 9)
    .map((l, i) => (i % share === 0 ? { ...l, text: rewritten(l.text, every) } : l));
  const added = before.slice(0, Math.floor(lines / 10)).map((l) => ({ ...l, id: `${l.id}-new` }));
  return [...kept.slice(5), ...kept.slice(0, 5), ...added];
}

const content = (of: ContentLine[]): PlanContent => ({ header: { title: 'Truyền thông năm 2026' }, lines: of });

function measure(name: string, length: number, every: number, share: number): void {
  const before = Array.from({ length: lines }, (_, i) => line(i, length));
  const after = edition(before, every, share);
  const times: number[] = [];
  const own: number[] = [];
  let changes = 0;
  for (let round = 0; round < rounds; round++) {
    const [started, spent] = [performance.now(), process.threadCpuUsage()];
    changes = diffPlans(content(before), content(after)).length;
    const { user, system } = process.threadCpuUsage(spent);
    times.push(performance.now() - started);
    own.push((user + system) / 1000);
  }
  const first = own[0]!;
  for (const list of [times, own]) list.sort((a, b) => a - b);
  const half = rounds / 2;
  console.log(
    `${name}: ${lines} lines of ${length} words, ${changes} changes: own time first ${first.toFixed(1)} ms, median ${own[half]!.toFixed(1)} ms, worst ${own.at(-1)!.toFixed(1)} ms; by the clock median ${times[half]!.toFixed(1)} ms`,
  );
}

measure('usual edition', 40, 6, 3);
measure('every line rewritten', 40, 4, 1);
measure('every line rewritten, long lines', 200, 5, 1);
