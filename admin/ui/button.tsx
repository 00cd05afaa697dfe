import type { LucideIcon } from 'lucide-react';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import type { ComponentProps, ReactNode } from 'react';
import { useT } from '../texts/load.ts';
import { cx } from './cx.ts';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

const base =
  'inline-flex items-center justify-center gap-2 rounded-md text-sm font-semibold whitespace-nowrap select-none no-underline transition-colors disabled:opacity-50 aria-disabled:opacity-50';
const looks: Record<ButtonLook, string> = {
  primary: 'bg-primary text-on-primary enabled:hover:bg-primary-hover [a&]:hover:bg-primary-hover',
  secondary: 'border border-edge bg-paper text-ink enabled:hover:bg-sunken [a&]:hover:bg-sunken',
  quiet: 'text-primary enabled:hover:bg-primary-soft [a&]:hover:bg-primary-soft',
  danger: 'bg-danger text-on-danger enabled:hover:bg-danger-hover',
};
const sizes = { md: 'min-h-10 px-4 py-2 md:min-h-9 md:py-1.5', sm: 'min-h-8 px-3 py-1' };

/** The classes of a button, for links that look like one. */
export function buttonClass(look: ButtonLook = 'secondary', size: keyof typeof sizes = 'md'): string {
  return cx(base, looks[look], sizes[size]);
}

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  look?: ButtonLook;
  size?: 'md' | 'sm';
  icon?: LucideIcon;
  /** Something is under way: the button stays in place, says so, and takes no second press. */
  busy?: boolean;
  children: ReactNode;
}

/** A verb. One primary button a page. */
export function Button({ look, size, icon: Icon, busy, children, className, onClick, ...rest }: ButtonProps) {
  const t = useT();
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={cx(buttonClass(look, size), className)}
    >
      {busy ? (
        <LoaderCircle size={16} className="animate-spin" aria-hidden />
      ) : (
        Icon && <Icon size={16} className="shrink-0" aria-hidden />
      )}
      {children}
      {busy && <span className="sr-only">{t('ui.working')}</span>}
    </button>
  );
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: LucideIcon;
  /** What it does; read aloud and shown on hover and focus. */
  label: string;
  /** Where the words appear; 'end' keeps them inside at the right edge of a page. */
  tip?: 'below' | 'right' | 'end' | 'none';
  children?: ReactNode;
}

const tips = { below: 'tip', right: 'tip tip-right', end: 'tip tip-end', none: 'relative' };

/** A button that is only an icon. */
export function IconButton({ icon: Icon, label, tip = 'below', className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      data-tip={label}
      {...rest}
      className={cx(
        'inline-flex size-10 shrink-0 items-center justify-center rounded-md text-muted transition-colors enabled:hover:bg-sunken enabled:hover:text-ink disabled:opacity-50 md:size-9',
        tips[tip],
        className,
      )}
    >
      <Icon size={18} aria-hidden />
      {children}
    </button>
  );
}
