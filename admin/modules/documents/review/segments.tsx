import { cx } from '../../../ui/cx.ts';

interface SegmentsProps<V extends string> {
  label: string;
  value: V;
  onChange: (value: V) => void;
  options: readonly { value: V; label: string }[];
}

/** Two or three ways to look at the same thing, side by side. */
export function Segments<V extends string>({ label, value, onChange, options }: SegmentsProps<V>) {
  return (
    <fieldset className="flex shrink-0 rounded-md border border-edge p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={value === option.value}
          onClick={() => onChange(option.value)}
          className={cx(
            'min-h-8 rounded-sm px-3 whitespace-nowrap',
            value === option.value ? 'bg-primary-soft font-semibold text-primary' : 'text-muted hover:text-ink',
          )}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
