import { ComboboxMany } from '../../ui/combobox-many.tsx';
import type { FieldProps } from '../../ui/field.tsx';
import { type PickedUnit, type UnitsWanted, useFoundUnits } from './unit-picker.tsx';

export interface UnitsPickerProps extends FieldProps, Omit<UnitsWanted, 'kind'> {
  value: readonly PickedUnit[];
  onChange: (units: PickedUnit[]) => void;
}

/** Several open units, each found by the words of its name. */
export function UnitsPicker({ value, onChange, within, parentId, ...field }: UnitsPickerProps) {
  const found = useFoundUnits({ within, parentId });
  return <ComboboxMany<PickedUnit> {...field} {...found} value={value} onChange={onChange} />;
}
