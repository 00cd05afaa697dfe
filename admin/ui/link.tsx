import { Link as RouterLink } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import Download from 'lucide-react/icons/download';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonLook, buttonClass } from './button.tsx';
import { cx } from './cx.ts';

export interface LinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  /** An address of the app, made by `paths.….to(…)`. */
  to: string;
  children: ReactNode;
}

/** A link inside the app. */
export function Link({ to, className, ...rest }: LinkProps) {
  return (
    <RouterLink
      to={to}
      {...rest}
      className={className ?? 'text-primary underline underline-offset-2 hover:text-primary-hover'}
    />
  );
}

export interface LinkButtonProps extends LinkProps {
  look?: ButtonLook;
  size?: 'md' | 'sm';
  icon?: LucideIcon;
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton({ look, size, icon: Icon, children, className, ...rest }: LinkButtonProps) {
  return (
    <RouterLink {...rest} className={cx(buttonClass(look, size), className)}>
      {Icon && <Icon size={16} className="shrink-0" aria-hidden />}
      {children}
    </RouterLink>
  );
}

export interface DownloadLinkProps extends Omit<ComponentProps<'a'>, 'href' | 'download'> {
  href: string;
  look?: ButtonLook;
  size?: 'md' | 'sm';
  icon?: LucideIcon;
}

/** A file of the server to keep, as a button. */
export function DownloadLink({ look, size, icon: Icon = Download, children, className, ...rest }: DownloadLinkProps) {
  return (
    <a {...rest} download className={cx(buttonClass(look, size), className)}>
      <Icon size={16} className="shrink-0" aria-hidden />
      {children}
    </a>
  );
}
