import Search from 'lucide-react/icons/search';
import { TextInput } from './text-input.tsx';
import { useSettled } from './use-settled.ts';

export interface SearchBoxProps {
  label: string;
  /** Without it the label stands in the box as long as it is empty. */
  placeholder?: string;
  showLabel?: boolean;
  value: string;
  onSearch: (q: string) => void;
  className?: string;
}

/** What a list is searched for: asked once the person pauses; a change from outside comes back into the box. */
export function SearchBox({
  label,
  placeholder = label,
  showLabel = false,
  value,
  onSearch,
  className,
}: SearchBoxProps) {
  const [typed, setTyped] = useSettled(value, onSearch);
  return (
    <TextInput
      type="search"
      icon={Search}
      label={label}
      hideLabel={!showLabel}
      placeholder={placeholder}
      value={typed}
      onChange={setTyped}
      {...(className && { className })}
    />
  );
}
