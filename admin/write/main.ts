import '../light/base.css';
import './write.css';
import './text.css';
import './photos.css';
import { newId } from '#lib/id.ts';
import { Failure } from '../light/api.ts';
import { restoreTheme } from '../light/device.ts';
import { message, trouble } from '../light/message.ts';
import { signInHere } from '../light/sign-in.ts';
import { browserLanguage } from '../light/words.ts';
import { type Draft, isBegun, isUnsent, noWords, wordsOf } from './draft.ts';
import { draftsOf, forgetKnown, type Known, keepKnown, known, photosOf, readDraft } from './kept.ts';
import { openWindow } from './library.ts';
import { openList } from './list.ts';
import { alone, networkBack } from './network.ts';
import { openPage, type Room, readOnly } from './page.ts';
import { type Newsroom, readArticle, readAssignments, readMe, readNewsroom } from './server.ts';
import { Sheet } from './sheet.ts';
import { say, speak } from './words.ts';

const place = document.getElementById('page') as HTMLElement;
const [, , second = ''] = location.pathname.split('/');
const asksFor = new URLSearchParams(location.search);
const BEFORE_LEAVING = 3_000;

async function start(): Promise<void> {
  try {
    await open();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.code !== 'signed-out') return trouble(place, say('error.title'), error, () => void start());
    await forgetKnown();
    await speak(browserLanguage());
    await signInHere(place, say('signIn.title'));
    await start();
  }
}

async function open(): Promise<void> {
  const { person, newsroom } = await whoWrites();
  await speak(person.language);
  const name = document.getElementById('name');
  if (name) name.textContent = say('title');
  if (second === '') await openList(place, person.id);
  else if (newsroom === null) message(place, say('error.title'), say('error.firstTime'));
  else await openText(second, person.id, newsroom);
  void sendOthers(person.id);
}

/** Who is signed in, and for whom they write: asked for, or as it was last known where there is no network. */
async function whoWrites(): Promise<Known> {
  const before = await known();
  try {
    const [{ person }, newsroom] = await Promise.all([readMe(), readNewsroom(asksFor.get('unitId') ?? undefined)]);
    await keepKnown({ person, newsroom });
    return { person, newsroom };
  } catch (error) {
    if (!(error instanceof Failure) || error.status !== 0 || !before) throw error;
    return before;
  }
}

async function openText(address: string, personId: string, newsroom: Newsroom): Promise<void> {
  const kept = address === 'moi' ? undefined : await readDraft(personId, address);
  const there = address === 'moi' ? undefined : await fromServer(address, kept);
  if (there && !there.can.includes('write')) return readOnly(place, new Sheet(there.draft, []));
  const draft = there?.draft ?? kept ?? begun(personId, newsroom);
  if (!draft) return message(place, say('error.title'), say('error.noPlace'));
  draft.personId = personId;
  const free = await new Promise<boolean>((resolve) => {
    // Held as long as this page is open: two windows with one text would write over each other's copy on this device.
    void alone(draft.id, () => new Promise<void>(() => resolve(true))).then(resolve);
  });
  if (!free) return message(place, say('elsewhere.title'), say('elsewhere.hint'));
  history.replaceState(null, '', `/viet/${draft.id}`);
  const sheet = new Sheet(draft, await photosOf(personId, draft.id));
  sheet.onSignedOut = () => signInAgain(personId);
  const room: Room = { newsroom, asked: [] };
  openPage(place, sheet, room);
  void askedOf(draft).then((asked) => {
    room.asked = asked;
    const one = asked.find(({ id }) => id === draft.assignmentId);
    // Opened by the link of what was asked for: what kind of text it is to be is said there.
    if (one && !isBegun(draft) && one.kind !== draft.words.kind) sheet.writeFor(one);
    else if (asked.length > 0) sheet.onlookers?.shape();
  });
  watch(sheet);
}

/** The text as the server has it. What was written here and not sent stays; the server brings both together. */
async function fromServer(
  id: string,
  kept: Draft | undefined,
): Promise<{ draft: Draft; can: readonly string[] } | undefined> {
  try {
    const { text, can, stage, ...row } = await readArticle(id);
    const base = { version: text.version, words: wordsOf(text), savedAt: text.savedAt };
    if (kept && (isUnsent(kept) || kept.theirs)) return { draft: { ...kept, base: kept.base ?? base, stage }, can };
    const { unitId, teamId, assignmentId } = row;
    const draft = { id, personId: '', unitId, teamId, assignmentId, words: kept?.words ?? base.words, base, stage };
    const words = kept && kept.base?.version === text.version ? kept.words : base.words;
    return { draft: { ...draft, words, pending: null, theirs: null, refused: null, touchedAt: Date.now() }, can };
  } catch (error) {
    if (kept && error instanceof Failure && (error.status === 0 || (error.status === 404 && kept.base === null)))
      return undefined;
    throw error;
  }
}

function begun(personId: string, { places, kinds, languages }: Newsroom): Draft | undefined {
  const wanted = asksFor.get('unitId');
  const first = places.find(({ unitId }) => unitId === wanted) ?? places[0];
  if (!first) return undefined;
  return {
    ...{ id: newId(), personId, unitId: first.unitId, teamId: first.teamId, assignmentId: asksFor.get('assignmentId') },
    words: noWords(kinds[0]?.code ?? '', languages.find(({ code }) => code === 'vi')?.code ?? languages[0]?.code ?? ''),
    ...{ base: null, pending: null, theirs: null, refused: null, stage: 'writing', touchedAt: Date.now() },
  };
}

/** What this person was asked to write; not worth waiting for without a network. */
async function askedOf({ unitId }: Draft): Promise<Room['asked']> {
  const page = await readAssignments().catch(() => undefined);
  return (page?.items ?? []).filter((one) => one.unitId === unitId);
}

/** In the middle of work: over the page, which stays as it is. Another person's session opens another page. */
async function signInAgain(personId: string): Promise<void> {
  const box = document.createElement('div');
  const window = openWindow(say('signIn.again'), box);
  await signInHere(box, say('signIn.title'));
  window.close();
  const { person } = await readMe();
  if (person.id !== personId) location.assign('/viet');
}

function watch(sheet: Sheet): void {
  const go = () => void sheet.send();
  addEventListener('online', go);
  addEventListener('offline', () => {
    sheet.online = false;
    sheet.onlookers?.status();
  });
  addEventListener('pagehide', () => void sheet.keep());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void sheet.keep();
    else go();
  });
  sendBeforeLeaving(sheet);
  go();
  void sheet.readLibrary().catch(() => undefined);
}

/** A link from here often leads to where the text is decided on: what was just typed goes out first, if it goes quickly. */
function sendBeforeLeaving(sheet: Sheet): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented);
    if (!link || link.isContentEditable || link.target !== '' || !plain || !(sheet.isTouched || isUnsent(sheet.draft)))
      return;
    event.preventDefault();
    const enough = new Promise((resolve) => setTimeout(resolve, BEFORE_LEAVING));
    void Promise.race([sheet.send(), enough]).finally(() => location.assign(link.href));
  });
}

/** Drafts of this person that waited on this device go out too, now or when the network is back; nobody has to open them. */
async function sendOthers(personId: string): Promise<void> {
  while (await someWait(personId)) await networkBack();
}

async function someWait(personId: string): Promise<boolean> {
  let waits = false;
  for (const draft of await draftsOf(personId)) {
    if (location.pathname.endsWith(draft.id) || draft.theirs !== null || draft.refused !== null) continue;
    const sheet = new Sheet(draft, await photosOf(personId, draft.id));
    if (sheet.isHome) continue;
    await alone(draft.id, async () => void (await sheet.send()));
    waits ||= !sheet.isHome;
    if (second === '') await openList(place, personId);
  }
  return waits;
}

/** Opens this page without a network from the next time on. Inside other apps there is none, and the page works without. */
function keepPage(): void {
  if (import.meta.env.PROD)
    void navigator.serviceWorker?.register('/viet/worker.js', { scope: '/viet' }).catch(() => undefined);
}

restoreTheme();
await start();
keepPage();
