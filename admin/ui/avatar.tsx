import { initials } from '#lib/format.ts';
import { cx } from './cx.ts';

/** A person by the letters of the name. Always beside the name itself, so it is hidden from screen readers. */
export function Avatar({ name, size = 'md' }: { name: string; size?: 'sm' | 'md' }) {
  return (
    <span
      aria-hidden
      className={cx(
        'inline-grid shrink-0 place-items-center rounded-full bg-primary-soft font-semibold text-primary select-none',
        size === 'sm' ? 'size-6 text-[0.625rem]' : 'size-8 text-xs',
      )}
    >
      {initials(name)}
    </span>
  );
}
