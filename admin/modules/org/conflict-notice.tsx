import { useEffect, useRef } from 'react';
import { useT } from '../../texts/load.ts';
import { RadioGroup } from '../../ui/choices.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Clash } from './three-way.ts';

interface ConflictNoticeProps<V> {
  clashes: readonly Clash<V>[];
  nameOf: (name: keyof V & string) => string;
  wordOf: (name: keyof V & string, value: unknown) => string;
  /** The values of the form as they stand. */
  chosen: V;
  onChoose: (name: keyof V & string, value: unknown) => void;
}

/** Somebody saved first: for each field that both changed, both texts side by side and a choice. */
export function ConflictNotice<V>({ clashes, nameOf, wordOf, chosen, onChoose }: ConflictNoticeProps<V>) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.scrollIntoView({ block: 'center' }), []);
  return (
    <div ref={box} className="flex flex-col gap-4 sm:col-span-2">
      <Notice live tone="warning" title={t('org.conflict.title')}>
        {t(clashes.length > 0 ? 'org.conflict.clash' : 'org.conflict.merged')}
      </Notice>
      {clashes.map(({ name, mine, theirs }) => (
        <RadioGroup
          key={name}
          label={nameOf(name)}
          value={chosen[name] === theirs ? 'theirs' : chosen[name] === mine ? 'mine' : null}
          onChange={(side) => onChoose(name, side === 'mine' ? mine : theirs)}
          options={[
            { value: 'mine', label: wordOf(name, mine), hint: t('org.conflict.mine') },
            { value: 'theirs', label: wordOf(name, theirs), hint: t('org.conflict.theirs') },
          ]}
        />
      ))}
    </div>
  );
}
