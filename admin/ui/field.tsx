import CircleAlert from 'lucide-react/icons/circle-alert';
import { type ReactNode, useId } from 'react';
import { useT } from '../texts/load.ts';
import { cx } from './cx.ts';

/** What every field has. An error is a sentence that says what to do; it stands beside its field. */
export interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  required?: boolean;
  /** The label is read aloud but not drawn (a cell of a table, a search box). */
  hideLabel?: boolean;
  /** Classes of the whole field, for its width and place in a form. */
  className?: string;
}

export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
}

/** The look of a box that is typed into. */
export const boxClass =
  'w-full min-h-10 md:min-h-9 rounded-md border border-edge bg-paper px-3 py-1.5 text-base md:text-sm text-ink disabled:bg-sunken disabled:text-muted [&[readonly]]:bg-sunken aria-invalid:border-danger focus-visible:outline-offset-0';

/** Label, control, hint and error, tied together for the eye and for screen readers. */
export function Field(props: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { label, hint, error, required, hideLabel, className, children } = props;
  const t = useT();
  const id = useId();
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-sm font-semibold'}>
        {label}
        {required && <span className="ml-1 text-xs font-normal text-muted">({t('ui.required')})</span>}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
      <FieldError id={`${id}-error`} error={error} />
      {hint && (
        <div id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </div>
      )}
    </div>
  );
}

/** The sentence of an error, with its icon. */
export function FieldError({ id, error }: { id: string; error?: string | null }) {
  if (!error) return null;
  return (
    <p id={id} className="flex items-start gap-1 text-xs text-danger">
      <CircleAlert size={14} className="mt-[3px] shrink-0" aria-hidden />
      <span>{error}</span>
    </p>
  );
}

/** A group of choices under one name (radio buttons, boxes to tick). */
export function FieldGroup(props: FieldProps & { children: ReactNode }) {
  const { label, hint, error, required, hideLabel, className, children } = props;
  const t = useT();
  const id = useId();
  return (
    <fieldset
      className={cx('flex min-w-0 flex-col gap-1', className)}
      aria-describedby={error ? `${id}-error` : hint ? `${id}-hint` : undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend className={hideLabel ? 'sr-only' : 'mb-1 text-sm font-semibold'}>
        {label}
        {required && <span className="ml-1 text-xs font-normal text-muted">({t('ui.required')})</span>}
      </legend>
      {children}
      <FieldError id={`${id}-error`} error={error} />
      {hint && (
        <div id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </div>
      )}
    </fieldset>
  );
}
