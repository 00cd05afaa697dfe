import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import { boxClass, Field, type FieldProps } from './field.tsx';

type Native<T extends 'input' | 'textarea'> = Omit<ComponentProps<T>, 'onChange' | 'className' | 'id'>;

export interface TextInputProps extends FieldProps, Native<'input'> {
  onChange?: (value: string) => void;
  icon?: LucideIcon;
  /** Something at the right end of the box: a unit, a button. */
  end?: ReactNode;
}

/** One line of text. */
export function TextInput(props: TextInputProps) {
  const { label, hint, error, required, hideLabel, className, onChange, icon: Icon, end, ...rest } = props;
  return (
    <Field {...{ label, hint, error, required, hideLabel, className }}>
      {(control) => (
        <div className="relative">
          {Icon && <Icon size={16} className="absolute top-1/2 left-3 -translate-y-1/2 text-muted" aria-hidden />}
          <input
            {...rest}
            {...control}
            onChange={onChange && ((event) => onChange(event.target.value))}
            className={cx(boxClass, Boolean(Icon) && 'pl-9', Boolean(end) && 'pr-12')}
          />
          {end && <div className="absolute inset-y-0 right-1 flex items-center text-muted">{end}</div>}
        </div>
      )}
    </Field>
  );
}

export interface TextAreaProps extends FieldProps, Native<'textarea'> {
  onChange?: (value: string) => void;
}

/** Text of several lines; the box grows with what is typed. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, required, hideLabel, className, onChange, rows = 3, ...rest } = props;
  return (
    <Field {...{ label, hint, error, required, hideLabel, className }}>
      {(control) => (
        <textarea
          rows={rows}
          style={{ minHeight: `${rows * 1.375 + 0.875}rem` }}
          {...rest}
          {...control}
          ref={grow}
          onInput={(event) => grow(event.currentTarget)}
          onChange={onChange && ((event) => onChange(event.target.value))}
          className={cx(boxClass, 'field-sizing-content resize-y')}
        />
      )}
    </Field>
  );
}

/** Where the browser does not size the box by its content, its height follows by hand. */
function grow(box: HTMLTextAreaElement | null): void {
  if (!box || CSS.supports('field-sizing', 'content')) return;
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + 2}px`;
}
