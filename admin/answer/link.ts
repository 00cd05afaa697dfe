import { Failure } from '../light/api.ts';
import { el, show } from '../light/dom.ts';
import { message, trouble } from '../light/message.ts';
import { browserLanguage } from '../light/words.ts';
import { linkDoor, peek } from './door.ts';
import { deviceSecret } from './kept.ts';
import { openPage } from './page.ts';
import { Sheet } from './sheet.ts';
import { say, speak } from './words.ts';

type Peeked = Awaited<ReturnType<typeof peek>>;

/** The door for units without an account: to whom the link belongs, and only then what it opens. */
export async function openLink(place: HTMLElement, token: string): Promise<void> {
  await speak(browserLanguage());
  const device = deviceSecret();
  if (!device) return message(place, say('link.noStore'), say('link.noStoreHint'));
  try {
    const peeked = await peek(token);
    // This device may go on with what it began, also after it has answered; the server knows.
    if (peeked.state === 'used' && (await begin(place, token, device).catch(() => false))) return;
    welcome(place, token, device, peeked);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.status === 404 || error.status === 422) message(place, say('link.unknown'), say('link.unknownHint'));
    else trouble(place, say('error.title'), error, () => void openLink(place, token));
  }
}

function welcome(place: HTMLElement, token: string, device: string, { unitName, fromUnit, state }: Peeked): void {
  const from = { from: fromUnit };
  if (state === 'expired' || state === 'revoked') {
    message(place, say(`link.${state}`), say('link.askAgain', from));
    return;
  }
  if (state === 'used') {
    message(place, say('link.used'), say('link.usedHint', from));
    return;
  }
  const go = async () => {
    button.disabled = true;
    try {
      await begin(place, token, device);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (error.code === 'cascade.link-elsewhere')
        message(place, say('link.elsewhere'), say('link.elsewhereHint', { from: fromUnit }));
      else trouble(place, say('error.title'), error, () => void openLink(place, token));
    }
  };
  const button = el(
    'button',
    { type: 'button', class: 'primary wide', onclick: () => void go() },
    say(state === 'begun' ? 'link.continue' : 'link.begin'),
  );
  show(
    place,
    el(
      'div',
      { class: 'card welcome' },
      el('h1', {}, say('link.title', { unit: unitName })),
      el('p', {}, say('link.from', { from: fromUnit })),
      el('p', { class: 'muted' }, say('link.device')),
      button,
      el('p', { class: 'hint' }, say('link.notYours')),
    ),
  );
}

async function begin(place: HTMLElement, token: string, device: string): Promise<true> {
  const door = linkDoor(token, device);
  const sheet = new Sheet(door, await door.read());
  await sheet.begin();
  openPage(place, sheet);
  return true;
}
