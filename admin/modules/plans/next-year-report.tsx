import type { LucideIcon } from 'lucide-react';
import Building2 from 'lucide-react/icons/building-2';
import CalendarClock from 'lucide-react/icons/calendar-clock';
import FileClock from 'lucide-react/icons/file-clock';
import Scale from 'lucide-react/icons/scale';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { type ReactNode, useState } from 'react';
import { diffWords } from '#lib/plan-diff.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { headerFieldName } from './fact-words.ts';
import type { Preview } from './next-year-page.tsx';
import { WordDiff } from './word-diff.tsx';

/** What is shifted, replaced and mapped; what needs a person stands first. */
export function NextYearReport({ preview }: { preview: Preview }) {
  const t = useT();
  const { lapsed, unmapped, renew, replaced, mapped, shifted, counted } = preview;
  const groups = [lapsed, unmapped, renew, replaced, mapped].filter((group) => group.length > 0).length + 1;
  const clean = lapsed.length + unmapped.length + renew.length === 0;
  return (
    <>
      {clean && <Notice tone="success" title={t('editions.next.done')} />}
      {counted > 0 && <p className="text-muted">{t('editions.next.counted', { n: counted })}</p>}
      <div className={groups > 1 ? 'gap-6 lg:columns-2' : ''}>
        <Group title={t('editions.next.lapsed')} icon={TriangleAlert} tone="text-warning">
          {lapsed.map((x) => [x.lineId, <Told key={x.lineId} what={x.sentence} where={x.text} />])}
        </Group>
        <Group title={t('editions.next.unmapped')} icon={TriangleAlert} tone="text-warning">
          {unmapped.map((x) => [
            `${x.lineId} ${x.from}`,
            <Told key={x.lineId} what={t('editions.next.unmappedOf', { from: x.from })} where={x.text} />,
          ])}
        </Group>
        <Group title={t('editions.next.renew')} icon={FileClock} tone="text-warning">
          {renew.map((x) => [x.lineId, <p key={x.lineId}>{x.text}</p>])}
        </Group>
        <Group title={t('editions.next.replaced')} icon={Scale} tone="text-success">
          {replaced.map((x) => [
            x.lineId,
            <div key={x.lineId}>
              <WordDiff words={diffWords(x.before, x.after)} />
              <p className="text-xs text-muted">{x.sentence}</p>
            </div>,
          ])}
        </Group>
        <Group title={t('editions.next.mapped')} icon={Building2} tone="text-success">
          {mapped.map((x) => [
            `${x.lineId} ${x.from}`,
            <Told key={x.lineId} what={t('editions.next.mappedTo', { from: x.from, to: x.to })} where={x.text} />,
          ])}
        </Group>
        <Group
          title={t('editions.next.shifted')}
          icon={CalendarClock}
          tone="text-info"
          empty={t('editions.next.shiftedNone')}
        >
          {shifted.map((x, i) => [`${x.lineId} ${x.name} ${i}`, <Shifted key={x.lineId} item={x} />])}
        </Group>
      </div>
    </>
  );
}

function Told({ what, where }: { what: string; where: string }) {
  const t = useT();
  return (
    <div>
      <p>{what}</p>
      {where !== what && <p className="text-xs text-muted">{t('editions.next.in', { text: where })}</p>}
    </div>
  );
}

function Shifted({ item }: { item: Preview['shifted'][number] }) {
  const t = useT();
  const part = t(`plans.part.${item.part}`);
  const name = item.part === 'header' ? headerFieldName(item.name, t) : item.name || t('editions.next.text');
  return (
    <div>
      <p className="text-xs text-muted">
        {part} · {name}
      </p>
      {item.name !== '' && item.text && <p>{item.text}</p>}
      <WordDiff words={diffWords(item.before, item.after)} />
    </div>
  );
}

interface GroupProps {
  title: string;
  icon: LucideIcon;
  tone: string;
  /** Said where there is nothing; without it the group is left out. */
  empty?: string;
  children: readonly [key: string, content: ReactNode][];
}

const shownFirst = 8;

function Group({ title, icon: Icon, tone, empty, children }: GroupProps) {
  const t = useT();
  const [all, setAll] = useState(false);
  if (children.length === 0 && empty === undefined) return null;
  const shown = all ? children : children.slice(0, shownFirst);
  return (
    <div className="mb-6 break-inside-avoid">
      <Card title={`${title}${children.length > 0 ? ` (${children.length})` : ''}`} flush>
        {children.length === 0 && <p className="px-4 py-3 text-muted">{empty}</p>}
        <ul>
          {shown.map(([key, content]) => (
            <li key={key} className="flex items-start gap-3 border-b border-line px-4 py-3 last:border-b-0">
              <Icon size={16} className={`mt-[3px] shrink-0 ${tone}`} aria-hidden />
              <div className="min-w-0 flex-1 wrap-break-word">{content}</div>
            </li>
          ))}
        </ul>
        {shown.length < children.length && (
          <div className="px-4 py-2">
            <Button size="sm" look="quiet" onClick={() => setAll(true)}>
              {t('editions.next.more', { n: children.length - shown.length })}
            </Button>
          </div>
        )}
      </Card>
    </div>
  );
}
