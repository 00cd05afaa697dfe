import { useState } from 'react';
import { moment } from '#lib/format.ts';
import { type ReviewAct, type ReviewGroup, reviewGroups } from '#lib/review.ts';
import { listCorrections } from '#modules/documents/documents.contract.ts';
import { useRead } from '../../app/data.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import type { TextKey } from '../../texts/texts.ts';
import { Card } from '../../ui/card.tsx';
import { More } from '../../ui/more.tsx';
import { singleNames } from './review/names.ts';

interface Kept {
  value?: string;
  group?: string;
}
const STEP = 10;

/** Who changed what of the reading, latest first. */
export function Corrections({ documentId }: { documentId: string }) {
  const t = useT();
  const language = useLanguage();
  const [shown, setShown] = useState(STEP);
  const { data } = useRead(listCorrections, { documentId });
  if (!data || data.items.length === 0) return null;
  const latest = data.items.toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <Card title={t('documents.corrections')} flush>
      <ul className="divide-y divide-line">
        {latest.slice(0, shown).map((item) => (
          <li key={item.id} className="grid gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[14rem_1fr]">
            <div>
              <p>{item.personName}</p>
              <p className="text-xs text-muted">{moment(item.at, Date.now(), language)}</p>
            </div>
            <Change act={item.act} field={item.field} before={item.before} after={item.after} />
          </li>
        ))}
      </ul>
      <More
        shown={Math.min(shown, latest.length)}
        total={latest.length}
        hasMore={shown < latest.length}
        onMore={() => setShown(shown + STEP)}
      />
    </Card>
  );
}

function Change({ act, field, before, after }: { act: string; field: string; before: unknown; after: unknown }) {
  const t = useT();
  const [was, is] = [before as Kept | null, after as Kept | null];
  const changed = was?.value !== is?.value;
  return (
    <div className="min-w-0 wrap-break-word">
      <p>
        {t(`documents.did.${act as ReviewAct}`)} <span className="text-muted">{t(labelOf(field, is ?? was))}</span>
      </p>
      {was?.value && <p className={changed && is?.value ? 'text-muted line-through' : ''}>{was.value}</p>}
      {changed && is?.value && <p>{is.value}</p>}
    </div>
  );
}

/** The name of the single value, else of the kind of the field. */
function labelOf(
  field: string,
  kept: Kept | null,
): Extract<TextKey, `documents.${'single' | 'group'}.${string}`> | 'documents.field' {
  const single = singleNames[field];
  if (single) return single;
  const group = kept?.group ?? field.replace(/^(group|sure):/, '');
  return reviewGroups.includes(group as ReviewGroup) ? `documents.group.${group as ReviewGroup}` : 'documents.field';
}
