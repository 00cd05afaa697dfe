import type { Editor } from '@tiptap/core';
import { isSafeLink } from '#lib/article-content.ts';
import { el } from '../../light/dom.ts';
import { say } from '../words.ts';

/** What people type as an address: with its beginning where it lacks one; null where it leads nowhere safe. */
export function addressIn(typed: string): string | null {
  const text = typed.trim();
  const whole = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : text.includes('@') ? `mailto:${text}` : `https://${text}`;
  const leads = /^https?:/i.test(whole) ? (URL.parse(whole)?.hostname.includes('.') ?? false) : true;
  return text !== '' && leads && isSafeLink(whole) ? whole : null;
}

interface Ask {
  label: string;
  value: string;
  go: string;
  take(address: string, form: HTMLFormElement): void;
  more?: HTMLElement[];
}

/** Asks for an address beneath the tools; nothing pops up, so that it works inside other apps too. */
function addressPanel({ label, value, go, take, more = [] }: Ask): HTMLElement {
  const error = el('p', { class: 'error', id: 'address-error', role: 'alert' });
  const input = el('input', { id: 'address', type: 'url', inputmode: 'url', value, autocomplete: 'off' });
  const form = el(
    'form',
    {
      class: 'panel-form',
      novalidate: true,
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        const address = addressIn(input.value);
        if (address) return take(address, form);
        error.textContent = say('link.wrong');
        input.setAttribute('aria-invalid', 'true');
        input.setAttribute('aria-describedby', error.id);
        input.focus();
      },
    },
    el('div', { class: 'field' }, el('label', { for: 'address' }, label), input, error),
    more,
    el('div', { class: 'acts' }, el('button', { type: 'submit', class: 'primary' }, go)),
  );
  return form;
}

export function linkPanel(editor: Editor, close: () => void): HTMLElement {
  const href = String(editor.getAttributes('link').href ?? '');
  const finish = (act: () => void) => {
    act();
    close();
  };
  const form = addressPanel({
    label: say('link.address'),
    value: href,
    go: say('link.set'),
    take: (address) =>
      finish(() => {
        const chain = editor.chain().focus().extendMarkRange('link');
        // Without chosen words the address itself stands there.
        if (editor.state.selection.empty && !href)
          chain
            .insertContent([{ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] }])
            .run();
        else chain.setLink({ href: address }).run();
      }),
  });
  if (href) {
    const remove = () => finish(() => void editor.chain().focus().extendMarkRange('link').unsetLink().run());
    form.lastElementChild?.append(
      el('button', { type: 'button', class: 'secondary', onclick: remove }, say('link.remove')),
    );
  }
  return form;
}

export function videoPanel(editor: Editor, close: () => void): HTMLElement {
  const title = el('input', { id: 'video-title', maxlength: 300 });
  return addressPanel({
    label: say('video.address'),
    value: '',
    go: say('video.insert'),
    more: [el('div', { class: 'field' }, el('label', { for: 'video-title' }, say('video.title')), title)],
    take: (url) => {
      editor
        .chain()
        .focus()
        .insertContent({ type: 'video', attrs: { url, title: title.value.trim() } })
        .run();
      close();
    },
  });
}
