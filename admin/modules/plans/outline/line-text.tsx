import type { ComponentProps } from 'react';
import { cx } from '../../../ui/cx.ts';

interface LineTextProps extends Omit<ComponentProps<'textarea'>, 'onChange'> {
  onChange: (text: string) => void;
}

/** A box that looks like a line of text until it is pointed at, and grows with what is typed. */
export function LineText({ onChange, className, ...rest }: LineTextProps) {
  return (
    <textarea
      rows={1}
      spellCheck={false}
      {...rest}
      ref={grow}
      onInput={(event) => grow(event.currentTarget)}
      onChange={(event) => onChange(event.target.value)}
      className={cx(
        'field-sizing-content block min-h-8 w-full resize-none rounded-sm border border-transparent bg-transparent px-2 py-1 text-base wrap-break-word hover:border-line focus:border-edge focus:bg-paper focus-visible:outline-offset-0 aria-invalid:border-danger md:text-sm',
        className,
      )}
    />
  );
}

/** Where the browser does not size the box by its content, its height follows by hand. */
function grow(box: HTMLTextAreaElement | null): void {
  if (!box || CSS.supports('field-sizing', 'content')) return;
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + 2}px`;
}
