import type * as cascade from '#modules/cascade/cascade.contract.ts';
import type { AskedRow } from '#modules/cascade/cascade.contract.ts';
import '../light/base.css';
import './answer.css';
import './lines.css';
import { call, Failure } from '../light/api.ts';
import { restoreTheme } from '../light/device.ts';
import { el, show } from '../light/dom.ts';
import { message, trouble } from '../light/message.ts';
import { signInHere } from '../light/sign-in.ts';
import { browserLanguage } from '../light/words.ts';
import { accountDoor, acknowledge, readMe } from './door.ts';
import { openLink } from './link.ts';
import { openPage } from './page.ts';
import { Sheet } from './sheet.ts';
import { say, speak } from './words.ts';

const place = document.getElementById('page') as HTMLElement;
const [, first = '', second = '', third = ''] = location.pathname.split('/').map(decodeURIComponent);

async function start(): Promise<void> {
  if (first === 'tl') return await openLink(place, second);
  try {
    await (second === 'ke-hoach' ? openPlan(third) : openAddressee(second));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.code !== 'signed-out') return trouble(place, say('error.title'), error, () => void start());
    await speak(browserLanguage());
    await signInHere(place, say('signIn.title'));
    await start();
  }
}

async function openAddressee(addresseeId: string): Promise<void> {
  // Both at once; who reads is needed for the language and for the name of what is kept.
  const reading = accountDoor(addresseeId, '').read();
  reading.catch(() => undefined);
  const { person } = await readMe();
  await speak(person.language);
  const whole = await reading;
  const sheet = new Sheet(accountDoor(addresseeId, person.id), whole);
  sheet.onSignedOut = async () => {
    await signInHere(place, say('signIn.title'));
    // What one person typed is never sent by another one: it waits for its own.
    if ((await readMe()).person.id !== person.id) location.reload();
  };
  await sheet.begin();
  showBack();
  openPage(place, sheet);
  if (whole.openedAt !== null || !whole.can.includes('answer')) return;
  const opened = await acknowledge(addresseeId).catch(() => undefined);
  if (!opened) return;
  Object.assign(sheet.whole, { ...opened, openedAt: new Date().toISOString() });
  for (const line of sheet.whole.lines) if (line.state === 'unopened') line.state = 'unanswered';
  sheet.onChange();
}

/** A link that names the plan alone: the reader's own unit is looked for. */
async function openPlan(planId: string): Promise<void> {
  const { person, units } = await readMe();
  await speak(person.language);
  const answering = units.filter((unit) => unit.rights.includes('asks.answer'));
  const own = answering.length > 0 ? answering : units;
  const found = await Promise.all(
    own.slice(0, 8).map(async ({ id: unitId }) => {
      const list = await call<typeof cascade.listAsked>('GET', '/asked', { planId, unitId });
      return list.items.filter((row) => row.unitId === unitId);
    }),
  );
  const rows = found.flat();
  if (rows.length === 0) return message(place, say('pick.none'), say('pick.noneHint'));
  if (rows.length > 1) return pick(rows);
  const id = rows[0]?.id ?? '';
  history.replaceState(null, '', `/tra-loi/${id}${location.hash}`);
  await openAddressee(id);
}

function pick(rows: readonly AskedRow[]): void {
  const choice = (row: AskedRow) =>
    el(
      'li',
      {},
      el(
        'a',
        { class: 'choice', href: `/tra-loi/${row.id}` },
        el('b', {}, row.unitName),
        el('span', {}, say('pick.progress', { done: row.answered, all: row.asked })),
      ),
    );
  show(
    place,
    el('h1', {}, say('pick.title')),
    el('p', { class: 'muted' }, say('pick.hint')),
    el('ul', { class: 'card flush plain' }, rows.map(choice)),
  );
}

/** The way back into the app, for people who have one. */
function showBack(): void {
  const back = document.getElementById('back');
  if (!back) return;
  back.textContent = say('back');
  back.hidden = false;
}

restoreTheme();
await start();
