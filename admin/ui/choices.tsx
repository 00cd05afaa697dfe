import Check from 'lucide-react/icons/check';
import Minus from 'lucide-react/icons/minus';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import { FieldGroup, type FieldProps } from './field.tsx';

type Box = Omit<ComponentProps<'input'>, 'onChange' | 'type' | 'className' | 'children'>;

export interface CheckboxProps extends Box {
  label: string;
  hint?: ReactNode;
  hideLabel?: boolean;
  /** Some but not all of what it stands for. */
  mixed?: boolean;
  onChange?: (checked: boolean) => void;
  className?: string;
}

/** Something to tick. */
export function Checkbox({ label, hint, hideLabel, mixed = false, onChange, className, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <label className={cx('flex min-h-8 cursor-pointer items-start gap-2 py-1', className)}>
      <span className="relative mt-0.5 grid size-[18px] shrink-0 place-items-center">
        <input
          type="checkbox"
          {...rest}
          ref={(box) => {
            if (box) box.indeterminate = mixed;
          }}
          aria-describedby={hint ? id : undefined}
          onChange={onChange && ((event) => onChange(event.target.checked))}
          className="peer size-[18px] cursor-[inherit] appearance-none rounded-sm border border-edge bg-paper checked:border-primary checked:bg-primary indeterminate:border-primary indeterminate:bg-primary disabled:opacity-50"
        />
        {mixed ? (
          <Minus size={14} strokeWidth={3} className="pointer-events-none absolute text-on-primary" aria-hidden />
        ) : (
          <Check
            size={14}
            strokeWidth={3}
            className="pointer-events-none absolute hidden text-on-primary peer-checked:block"
            aria-hidden
          />
        )}
      </span>
      <span className={hideLabel ? 'sr-only' : undefined}>
        {label}
        {hint && (
          <span id={id} className="block text-xs text-muted">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}

export interface RadioGroupProps<V extends string> extends FieldProps {
  options: readonly { value: V; label: string; hint?: ReactNode; disabled?: boolean }[];
  value: V | null;
  onChange: (value: V) => void;
  /** Side by side where there is room. */
  inline?: boolean;
}

/** One of a few that are all worth seeing. */
export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const { options, value, onChange, inline, ...field } = props;
  const name = useId();
  return (
    <FieldGroup {...field}>
      <div className={cx('flex', inline ? 'flex-wrap gap-x-6' : 'flex-col')}>
        {options.map((option) => (
          <label key={option.value} className="flex min-h-8 cursor-pointer items-start gap-2 py-1">
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
              className="mt-0.5 size-[18px] shrink-0 cursor-[inherit] appearance-none rounded-full border border-edge bg-paper checked:border-[5.5px] checked:border-primary disabled:opacity-50"
            />
            <span>
              {option.label}
              {option.hint && <span className="block text-xs text-muted">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

export interface SwitchProps extends Box {
  label: string;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** On or off, at once (no save button). */
export function Switch({ label, hint, onChange, ...rest }: SwitchProps) {
  const id = useId();
  return (
    <label className="flex min-h-8 cursor-pointer items-start gap-3 py-1">
      <span className="relative mt-px inline-flex shrink-0">
        <input
          type="checkbox"
          role="switch"
          aria-checked={rest.checked}
          {...rest}
          aria-describedby={hint ? id : undefined}
          onChange={(event) => onChange(event.target.checked)}
          className="peer h-5 w-9 cursor-[inherit] appearance-none rounded-full bg-edge transition-colors checked:bg-primary disabled:opacity-50"
        />
        <span className="pointer-events-none absolute top-0.5 left-0.5 size-4 rounded-full bg-paper transition-transform peer-checked:translate-x-4" />
      </span>
      <span>
        {label}
        {hint && (
          <span id={id} className="block text-xs text-muted">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
