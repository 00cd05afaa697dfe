import Plus from 'lucide-react/icons/plus';
import { memo } from 'react';
import { useT } from '../../../texts/load.ts';
import { Button } from '../../../ui/button.tsx';
import { useDesk, useLine, useOrder } from '../editing/use-desk.ts';
import { addLine } from './line-acts.ts';
import { OutlineLine } from './outline-line.tsx';
import type { Section } from './sections.ts';

type Written = Exclude<Section['part'], 'activity' | 'duty'>;

/** A part of the plan as a list that is written in place. */
export const OutlineSection = memo(function OutlineSection({ section }: { section: Section & { part: Written } }) {
  const t = useT();
  const { book } = useDesk();
  const ids = useOrder(section.part, null);
  const title = t(`plans.part.${section.part}`);
  return (
    <section id={`part-${section.part}`} aria-labelledby={`part-${section.part}-title`} className="scroll-mt-20">
      <h2 id={`part-${section.part}-title`} className="text-base font-semibold">
        {title}
      </h2>
      <p className="mb-2 text-xs text-muted">{t(`plans.edit.hint.${section.part}`)}</p>
      <ol aria-label={title} className="flex flex-col gap-0.5">
        {ids.map((id, i) => (
          <Family key={id} id={id} n={i + 1} section={section} title={title} />
        ))}
      </ol>
      <Button
        size="sm"
        look="quiet"
        icon={Plus}
        className="mt-1 ml-5"
        aria-label={`${t('plans.edit.addLine')}: ${title}`}
        onClick={() =>
          addLine(book, { part: section.part, parentId: null, afterId: book.order(section.part, null).at(-1) ?? null })
        }
      >
        {t('plans.edit.addLine')}
      </Button>
    </section>
  );
});

/** A line with what hangs from it. */
const Family = memo(function Family(props: { id: string; n: number; section: Section; title: string }) {
  const { id, n, section, title } = props;
  const t = useT();
  const mark = section.marks === 'numbers' ? `${n}.` : '-';
  return (
    <>
      <OutlineLine id={id} mark={mark} name={t('plans.edit.line', { part: title, n })} />
      {section.child && <Children parentId={id} child={section.child} />}
    </>
  );
});

function Children({ parentId, child }: { parentId: string; child: NonNullable<Section['child']> }) {
  const t = useT();
  const ids = useOrder(child, parentId);
  const parent = useLine(parentId);
  const title = parent?.mine.detail.title;
  const parentName = (typeof title === 'string' && title) || parent?.mine.text || '…';
  return ids.map((id, i) => (
    <OutlineLine
      key={id}
      id={id}
      mark="-"
      child
      name={t('plans.edit.childLine', { part: t(`plans.part.${child}`), n: i + 1, parent: parentName })}
    />
  ));
}
