import Check from 'lucide-react/icons/check';
import type { UnitKind } from '#lib/unit-kinds.ts';
import { useT } from '../../texts/load.ts';

interface KindPillsProps {
  /** Read aloud: of what. */
  label: string;
  kinds: readonly UnitKind[];
  /** Null is all. */
  value: readonly UnitKind[] | null;
  onChange: (kinds: UnitKind[] | null) => void;
}

/** 'Tất cả · Mầm non · Tiểu học · THCS …': each on or off. */
export function KindPills({ label, kinds, value, onChange }: KindPillsProps) {
  const t = useT();
  const isOn = (kind: UnitKind) => value === null || value.includes(kind);
  const flip = (kind: UnitKind) => kinds.filter((one) => (one === kind ? !isOn(one) : isOn(one)));
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">{label}</legend>
      <Pill on={value === null} onPress={() => onChange(null)}>
        {t('cascade.send.kindsAll')}
      </Pill>
      {kinds.map((kind) => (
        <Pill key={kind} on={isOn(kind)} onPress={() => onChange(flip(kind))}>
          {t(`cascade.send.kind.${kind}`)}
        </Pill>
      ))}
    </fieldset>
  );
}

function Pill({ on, onPress, children }: { on: boolean; onPress: () => void; children: string }) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onPress}
      className="inline-flex min-h-8 items-center gap-1 rounded-full border border-edge px-3 text-xs hover:bg-sunken aria-pressed:border-primary aria-pressed:bg-primary-soft aria-pressed:text-primary"
    >
      {on && <Check size={14} aria-hidden />}
      {children}
    </button>
  );
}
