import { Combobox as Base } from '@base-ui/react/combobox';
import Check from 'lucide-react/icons/check';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import X from 'lucide-react/icons/x';
import { type ReactNode, useState } from 'react';
import { useT } from '../texts/load.ts';
import { cx } from './cx.ts';
import { boxClass, Field, type FieldProps } from './field.tsx';
import { type ItemSource, useFoundItems } from './found-items.ts';

interface Common<T> extends FieldProps, ItemSource<T> {
  keyOf: (item: T) => string;
  /** A second, quieter line of an item. */
  detailOf?: (item: T) => ReactNode;
  placeholder?: string;
  disabled?: boolean;
}

export interface ComboboxProps<T> extends Common<T> {
  value: T | null;
  onChange: (value: T | null) => void;
}

/** One of many, found by typing; marks may be left out. */
export function Combobox<T extends object>(props: ComboboxProps<T>) {
  const { value, onChange, keyOf, labelOf, placeholder, disabled, label, hint, error, required, hideLabel, className } =
    props;
  const t = useT();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const chosenLabel = value ? labelOf(value) : '';
  const { found, busy } = useFoundItems(props, typed === chosenLabel ? '' : typed, open);
  return (
    <Field {...{ label, hint, error, required, hideLabel, className }}>
      {(control) => (
        <Base.Root<T>
          items={found}
          filter={null}
          value={value}
          onValueChange={onChange}
          itemToStringLabel={labelOf}
          isItemEqualToValue={(a, b) => keyOf(a) === keyOf(b)}
          onInputValueChange={setTyped}
          open={open}
          onOpenChange={setOpen}
          disabled={disabled}
          autoHighlight
        >
          <div className="relative">
            <Base.Input {...control} placeholder={placeholder} className={cx(boxClass, 'pr-16')} />
            <div className="absolute inset-y-0 right-1 flex items-center">
              <Base.Clear aria-label={t('ui.combobox.clear')} className="p-2 text-muted hover:text-ink">
                <X size={14} aria-hidden />
              </Base.Clear>
              <Base.Trigger aria-label={t('ui.combobox.open')} className="p-2 text-muted hover:text-ink">
                <ChevronsUpDown size={14} aria-hidden />
              </Base.Trigger>
            </div>
          </div>
          <FoundList {...props} busy={busy} />
        </Base.Root>
      )}
    </Field>
  );
}

export interface ComboboxManyProps<T> extends Common<T> {
  value: readonly T[];
  onChange: (value: T[]) => void;
}

/** Several of many, each shown as a pill that can be taken away. */
export function ComboboxMany<T extends object>(props: ComboboxManyProps<T>) {
  const { value, onChange, keyOf, labelOf, placeholder, disabled, label, hint, error, required, hideLabel, className } =
    props;
  const t = useT();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const { found, busy } = useFoundItems(props, typed, open);
  return (
    <Field {...{ label, hint, error, required, hideLabel, className }}>
      {(control) => (
        <Base.Root<T, true>
          multiple
          items={found}
          filter={null}
          value={[...value]}
          onValueChange={onChange}
          itemToStringLabel={labelOf}
          isItemEqualToValue={(a, b) => keyOf(a) === keyOf(b)}
          inputValue={typed}
          onInputValueChange={setTyped}
          open={open}
          onOpenChange={setOpen}
          disabled={disabled}
          autoHighlight
        >
          <Base.Chips className={cx(boxClass, 'flex flex-wrap gap-1 px-1.5 py-1')}>
            {value.map((item) => (
              <Base.Chip
                key={keyOf(item)}
                className="flex items-center gap-1 rounded-sm bg-primary-soft pl-2 text-sm data-highlighted:outline-2"
              >
                {labelOf(item)}
                <Base.ChipRemove aria-label={`${t('ui.remove')} ${labelOf(item)}`} className="p-1 text-muted">
                  <X size={14} aria-hidden />
                </Base.ChipRemove>
              </Base.Chip>
            ))}
            <Base.Input
              {...control}
              placeholder={value.length === 0 ? placeholder : undefined}
              className="min-w-24 flex-1 bg-transparent px-1.5 py-0.5 outline-none"
            />
          </Base.Chips>
          <FoundList {...props} busy={busy} />
        </Base.Root>
      )}
    </Field>
  );
}

function FoundList<T>({ keyOf, labelOf, detailOf, busy, label }: Common<T> & { busy: boolean }) {
  const t = useT();
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} className="z-40">
        <Base.Popup
          aria-label={label}
          className="rise max-h-80 w-(--anchor-width) min-w-60 overflow-y-auto rounded-md bg-paper py-1 shadow-soft outline-none"
        >
          <Base.Status className="px-3 py-2 text-xs text-muted empty:hidden">
            {busy ? t('ui.combobox.searching') : null}
          </Base.Status>
          <Base.Empty className="px-3 py-2 text-muted empty:hidden">{busy ? null : t('ui.combobox.none')}</Base.Empty>
          <Base.List>
            {(item: T) => (
              <Base.Item
                key={keyOf(item)}
                value={item}
                className="flex min-h-9 cursor-pointer items-start gap-2 px-3 py-1.5 outline-none data-highlighted:bg-primary-soft"
              >
                <span className="min-w-0 flex-1">
                  {labelOf(item)}
                  {detailOf && <span className="block text-xs text-muted">{detailOf(item)}</span>}
                </span>
                <Base.ItemIndicator>
                  <Check size={16} className="mt-0.5 text-primary" aria-hidden />
                </Base.ItemIndicator>
              </Base.Item>
            )}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
