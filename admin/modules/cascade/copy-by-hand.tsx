import { useEffect, useRef } from 'react';
import { useT } from '../../texts/load.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-input.tsx';

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
      <Notice live tone="warning" title={t('cascade.remind.copyRefused')}>
        <p className="mb-2">{t('cascade.remind.copyRefusedHint')}</p>
        <TextArea
          label={t('cascade.remind.copyText')}
          hideLabel
          readOnly
          rows={5}
          value={text}
          onChange={() => undefined}
        />
      </Notice>
    </div>
  );
}
