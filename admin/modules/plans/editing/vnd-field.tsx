import { useState } from 'react';
import { formatNumber } from '#lib/format.ts';
import type { FieldProps } from '../../../ui/field.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { readVnd } from './vnd.ts';

interface VndFieldProps extends FieldProps {
  value: number | null;
  onChange: (amount: number | null) => void;
}

/** An amount in đồng: typed as it comes, shown with its groups. */
export function VndField({ value, onChange, ...field }: VndFieldProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <TextInput
      {...field}
      inputMode="numeric"
      autoComplete="off"
      value={typed ?? (value === null ? '' : formatNumber(value, 0))}
      onChange={(text) => {
        setTyped(text);
        const amount = readVnd(text);
        if (amount !== undefined) onChange(amount);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
