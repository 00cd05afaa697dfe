import type { signIn } from '#modules/access/access.contract.ts';
import { call, Failure } from './api.ts';
import { el, show } from './dom.ts';
import { sayLight as say } from './words.ts';

/** A light sign-in on the page itself; the session is the app's own. Resolves once somebody is signed in. */
export function signInHere(place: HTMLElement, title: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const problem = el('p', { class: 'notice danger', role: 'alert', hidden: true });
  const box = (id: string, type: string, label: string, autocomplete: string) => {
    const input = el('input', { id, type, autocomplete, required: true, name: id });
    return { input, field: el('div', { class: 'field' }, el('label', { for: id }, label), input) };
  };
  const email = box('email', 'email', say('signIn.email'), 'username');
  const password = box('password', 'password', say('signIn.password'), 'current-password');
  const button = el('button', { type: 'submit', class: 'primary wide' }, say('signIn.submit'));
  const enter = async (event: SubmitEvent) => {
    event.preventDefault();
    button.disabled = true;
    try {
      await call<typeof signIn>('POST', '/sign-in', { email: email.input.value, password: password.input.value });
      resolve();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problem.textContent = error.fields.email ?? error.fields.password ?? error.message;
      problem.hidden = false;
      button.disabled = false;
    }
  };
  show(
    place,
    el('h1', { tabindex: '-1' }, title),
    el('p', { class: 'muted' }, say('signIn.hint')),
    el(
      'form',
      { class: 'card', onsubmit: enter, novalidate: true },
      problem,
      email.field,
      password.field,
      button,
      el('p', {}, el('a', { class: 'tall', href: '/app/quen-mat-khau' }, say('signIn.forgot'))),
    ),
  );
  email.input.focus();
  return promise;
}
