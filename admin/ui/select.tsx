import ChevronDown from 'lucide-react/icons/chevron-down';
import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import { boxClass, Field, type FieldProps } from './field.tsx';

export interface Option<V extends string = string> {
  value: V;
  label: string;
  disabled?: boolean;
}

export interface SelectProps<V extends string>
  extends FieldProps,
    Omit<ComponentProps<'select'>, 'onChange' | 'className' | 'id' | 'value' | 'children'> {
  options: readonly Option<V>[];
  value?: V | '';
  onChange?: (value: V) => void;
  /** Shown while nothing is chosen. */
  placeholder?: string;
}

/** One of a few. The browser's own list: right on every phone, and in Zalo's browser. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, hint, error, required, hideLabel, className, options, onChange, placeholder, ...rest } = props;
  return (
    <Field {...{ label, hint, error, required, hideLabel, className }}>
      {(control) => (
        <div className="relative">
          <select
            {...rest}
            {...control}
            onChange={onChange && ((event) => onChange(event.target.value as V))}
            className={cx(boxClass, 'appearance-none truncate pr-9')}
          >
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            size={16}
            className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-muted"
            aria-hidden
          />
        </div>
      )}
    </Field>
  );
}
