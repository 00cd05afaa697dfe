import { useEffect, useRef } from 'react';
import { useT } from '../texts/load.ts';
import { Notice } from './notice.tsx';
import { TextArea } from './text-input.tsx';

/** Where the browser does not copy by itself: the text, chosen already, to be copied by hand. */
export function CopyByHand({ text }: { text: string }) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const area = box.current?.querySelector('textarea');
    area?.focus();
    area?.select();
  }, []);
  return (
    <div ref={box} className="w-full">
      <Notice live tone="warning" title={t('ui.copy.refused')}>
        <p className="mb-2">{t('ui.copy.refusedHint')}</p>
        <TextArea label={t('ui.copy.text')} hideLabel readOnly rows={5} value={text} onChange={() => undefined} />
      </Notice>
    </div>
  );
}
