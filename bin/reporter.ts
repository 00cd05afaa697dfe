/**
 * A reporter for node:test that says little: what failed and why, what was skipped and why, and one line of counts for
 * the command that started it (`#counts {"passed":…}`).
 */
import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';

type Failure = { message?: string; cause?: { stack?: string; message?: string } };

export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const event of events) {
    if (event.type === 'test:pass' && event.data.details.type !== 'suite') {
      if (event.data.skip === undefined && event.data.todo === undefined) counts.passed++;
      else {
        counts.skipped++;
        yield `  bỏ qua (skipped): ${event.data.name}${typeof event.data.skip === 'string' ? `: ${event.data.skip}` : ''}\n`;
      }
    }
    if (event.type === 'test:fail') {
      const failure = event.data.details.error as Failure;
      // A suite fails because of its parts, which are told of by themselves.
      if (event.data.details.type === 'suite' && /subtests? failed/.test(failure.message ?? '')) continue;
      counts.failed++;
      yield `✖ ${event.data.name} (${place(event.data.file, event.data.line)})\n${indented(failure.cause?.stack ?? failure.cause?.message ?? failure.message ?? '')}\n`;
    }
    if (event.type === 'test:diagnostic' && event.data.level === 'warn') yield `  ${event.data.message}\n`;
  }
  yield `#counts ${JSON.stringify(counts)}\n`;
}

function place(file: string | undefined, line: number | undefined): string {
  return file ? `${relative(process.cwd(), file)}:${line}` : '';
}

/** Without the runner's own frames. */
function indented(text: string): string {
  const own = text.split('\n').filter((line) => !/^\s+at .*node:internal/.test(line));
  return own.map((line) => `    ${line}`).join('\n');
}
