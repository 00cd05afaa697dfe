import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { getPurpose, setPurpose } from '#modules/articles/assignments.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { toast } from '../../ui/toast.tsx';
import { PurposeFields } from '../assignments/purpose-fields.tsx';
import type { PanelProps } from './panel.ts';

type Whole = OutputOf<typeof getPurpose>;

/** Where the text counts by itself, and from when on. */
export function PurposePanel({ article }: PanelProps) {
  const t = useT();
  const [choosing, setChoosing] = useState(false);
  const read = useRead(getPurpose, { articleId: article.id }, { enabled: article.inside && article.originId === null });
  const whole = read.data;
  if (!whole || (!whole.purpose.lineId && whole.choices.length === 0)) return null;
  const may = whole.can.includes('set') && whole.choices.length > 0;
  return (
    <Card title={t('assignments.purpose')}>
      <div className="flex flex-col gap-3">
        {choosing ? (
          <Choose articleId={article.id} whole={whole} onClose={() => setChoosing(false)} />
        ) : (
          <>
            <Said whole={whole} />
            {may && (
              <div>
                <Button size="sm" onClick={() => setChoosing(true)}>
                  {t(whole.purpose.lineId ? 'assignments.purpose.change' : 'assignments.purpose.set')}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
    </Card>
  );
}

function Said({ whole: { purpose, evidence } }: { whole: Whole }) {
  const t = useT();
  if (!purpose.lineId) return <p className="text-muted">{t('assignments.purpose.none')}</p>;
  const open = evidence?.state === 'recorded' || evidence?.state === 'confirmed';
  return (
    <>
      <p className="wrap-anywhere">
        <Link to={paths.activity.to({ lineId: purpose.lineId })}>{purpose.lineText}</Link>
        {purpose.targetProduct && <span className="block text-sm text-muted">{purpose.targetProduct}</span>}
        {purpose.seriesTitle && (
          <span className="block text-sm text-muted">{t('assignments.inSeries', { title: purpose.seriesTitle })}</span>
        )}
      </p>
      <p>
        {evidence?.counted && <StateTag tone="success">{t('assignments.purpose.counted')}</StateTag>}
        {open && !evidence.counted && <StateTag tone="waiting">{t('assignments.purpose.waits')}</StateTag>}
        {evidence && !open && <StateTag tone="neutral">{t('assignments.purpose.ended')}</StateTag>}
        {!evidence && (
          <span className="text-sm text-muted">
            {t('assignments.purpose.notYet', { moment: t(`ui.moment.${purpose.moment ?? 'published'}`) })}
          </span>
        )}
      </p>
    </>
  );
}

function Choose({ articleId, whole, onClose }: { articleId: string; whole: Whole; onClose: () => void }) {
  const t = useT();
  const { lineId, targetId, seriesId } = whole.purpose;
  const [value, setValue] = useState({ lineId, targetId, seriesId });
  const save = useWrite(setPurpose, {
    changes: ['/articles', '/activities', '/outputs'],
    onDone: () => {
      toast({ tone: 'success', text: t('assignments.purpose.saved') });
      onClose();
    },
  });
  const problem = save.error;
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ articleId, ...value });
      }}
    >
      {problem && <ProblemNotice problem={problem} />}
      <PurposeFields choices={whole.choices} value={value} onChange={setValue} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" look="primary" busy={save.isPending}>
          {t('ui.save')}
        </Button>
        <Button size="sm" look="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
