import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import X from 'lucide-react/icons/x';
import { useRef, useState } from 'react';
import { useT } from '../texts/load.ts';
import { ComboboxList } from './combobox-list.tsx';
import { cx } from './cx.ts';
import { boxClass, Field, type FieldProps } from './field.tsx';
import { type ComboboxSource, useCombobox } from './use-combobox.ts';

export interface ComboboxProps<T> extends FieldProps, ComboboxSource<T> {
  value: T | null;
  onChange: (value: T | null) => void;
  placeholder?: string;
  disabled?: boolean;
}

const endButton = 'grid h-8 w-7 place-items-center rounded-sm text-muted hover:text-ink';

/** One of many, found by typing; marks may be left out. */
export function Combobox<T>(props: ComboboxProps<T>) {
  const { value, onChange, keyOf, labelOf, placeholder, disabled } = props;
  const { label, hint, error, required, hideLabel, className } = props;
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (value === null ? '' : labelOf(value));
  const box = useCombobox(props, {
    typed: typed ?? '',
    isChosen: (item) => value !== null && keyOf(item) === keyOf(value),
    onPick: (item) => {
      setTyped(undefined);
      onChange(item);
    },
    closeOnPick: true,
  });
  const leave = () => {
    // What was typed and not chosen is let go; an emptied box means none.
    if (typed?.trim() === '' && value !== null) onChange(null);
    setTyped(undefined);
    box.hide();
  };
  return (
    <Field {...{ label, hint, error, required, hideLabel, className }}>
      {(control) => (
        <div ref={box.box} className="relative">
          <input
            {...control}
            {...box.inputProps}
            ref={input}
            disabled={disabled}
            placeholder={placeholder}
            value={shown}
            onClick={box.show}
            onChange={(event) => {
              setTyped(event.target.value);
              box.first();
              if (!box.open) box.show();
            }}
            onKeyDown={(event) => box.onKey(event)}
            onBlur={leave}
            className={cx(boxClass, 'truncate', value === null ? 'pr-9' : 'pr-16')}
          />
          {!disabled && (
            <div className="absolute inset-y-0 right-1 flex items-center">
              {value !== null && (
                <button
                  type="button"
                  aria-label={`${t('ui.combobox.clear')}: ${labelOf(value)}`}
                  className={endButton}
                  onClick={() => {
                    onChange(null);
                    input.current?.focus();
                  }}
                >
                  <X size={14} aria-hidden />
                </button>
              )}
              <button
                type="button"
                tabIndex={-1}
                aria-hidden
                className={endButton}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => {
                  input.current?.focus();
                  if (box.open) box.hide();
                  else box.show();
                }}
              >
                <ChevronsUpDown size={14} aria-hidden />
              </button>
            </div>
          )}
          {box.open && <ComboboxList {...box.list} label={label} />}
        </div>
      )}
    </Field>
  );
}
