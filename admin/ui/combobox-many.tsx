import X from 'lucide-react/icons/x';
import { useRef, useState } from 'react';
import { useT } from '../texts/load.ts';
import { ComboboxList } from './combobox-list.tsx';
import { cx } from './cx.ts';
import { boxClass, Field, type FieldProps } from './field.tsx';
import { type ComboboxSource, useCombobox } from './use-combobox.ts';

export interface ComboboxManyProps<T> extends FieldProps, ComboboxSource<T> {
  value: readonly T[];
  onChange: (value: T[]) => void;
  placeholder?: string;
  disabled?: boolean;
}

/** Several of many, each shown as a pill that can be taken away; Backspace takes the last one. */
export function ComboboxMany<T>(props: ComboboxManyProps<T>) {
  const { value, onChange, keyOf, labelOf, placeholder, disabled } = props;
  const { label, hint, error, required, hideLabel, className } = props;
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const without = (item: T) => value.filter((one) => keyOf(one) !== keyOf(item));
  const isChosen = (item: T) => value.some((one) => keyOf(one) === keyOf(item));
  const box = useCombobox(props, {
    typed,
    isChosen,
    onPick: (item) => {
      onChange(isChosen(item) ? without(item) : [...value, item]);
      setTyped('');
    },
    closeOnPick: false,
  });
  return (
    <Field {...{ label, hint, error, required, hideLabel, className }}>
      {(control) => (
        <>
          <div
            ref={box.box}
            className={cx(
              boxClass,
              'flex flex-wrap gap-1 py-1 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-primary',
            )}
          >
            {value.map((item) => (
              <Pill
                key={keyOf(item)}
                label={labelOf(item)}
                removeLabel={`${t('ui.remove')}: ${labelOf(item)}`}
                onRemove={disabled ? undefined : () => onChange(without(item))}
              />
            ))}
            <input
              {...control}
              {...box.inputProps}
              ref={input}
              disabled={disabled}
              placeholder={value.length === 0 ? placeholder : undefined}
              value={typed}
              onClick={box.show}
              onChange={(event) => {
                setTyped(event.target.value);
                box.first();
                if (!box.open) box.show();
              }}
              onKeyDown={(event) => {
                if (box.onKey(event)) return;
                if (event.key === 'Backspace' && typed === '') onChange(value.slice(0, -1));
              }}
              onBlur={() => {
                setTyped('');
                box.hide();
              }}
              className="min-w-32 flex-1 bg-transparent py-0.5 outline-none"
            />
          </div>
          {box.open && <ComboboxList {...box.list} label={label} many />}
        </>
      )}
    </Field>
  );
}

function Pill({ label, removeLabel, onRemove }: { label: string; removeLabel: string; onRemove?: () => void }) {
  return (
    <span className="flex max-w-full items-center gap-1 rounded-sm bg-primary-soft pl-2 text-sm">
      <span className="min-w-0 wrap-break-word">{label}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          className="grid size-6 shrink-0 place-items-center rounded-sm text-muted hover:text-ink"
          onClick={onRemove}
        >
          <X size={14} aria-hidden />
        </button>
      )}
    </span>
  );
}
