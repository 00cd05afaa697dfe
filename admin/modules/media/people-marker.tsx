import { useRef, useState } from 'react';
import { type MediaDetail, markPeople, peopleAnswers } from '#modules/media/media.contract.ts';
import { useWrite } from '../../app/data.ts';
import type { PictureTool, PictureToolValue } from '../../picture-tool/picture-tool.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.tsx';
import { type Marked, markedOf, sentMarks, shownLabel, withBoxes } from './marks.ts';
import { SubjectFields } from './subject-fields.tsx';
import { ToolHost } from './tool-host.tsx';

/** Frames around faces on one side, who they are on the other. */
export function PeopleMarker({ row, onDone }: { row: MediaDetail; onDone: () => void }) {
  const t = useT();
  const [answer, setAnswer] = useState(row.people === 'unsaid' ? 'subjects' : row.people);
  const [marked, setMarked] = useState<Marked[]>(() => row.subjects.map(markedOf));
  const tool = useRef<PictureTool | null>(null);
  const save = useWrite(markPeople, {
    changes: ['/media'],
    onDone: () => {
      toast({ tone: 'success', text: t('media.saved') });
      onDone();
    },
  });
  const drawn = (value: PictureToolValue) => setMarked((now) => withBoxes(now, value.boxes));
  const change = (id: string, set: Partial<Marked>) => {
    const next = marked.map((one) => (one.id === id ? { ...one, ...set } : one));
    setMarked(next);
    const at = next.findIndex((one) => one.id === id);
    tool.current?.label(id, shownLabel(next[at]!, at));
  };
  const remove = (id: string) => {
    setMarked((now) => now.filter((one) => one.id !== id));
    tool.current?.remove(id);
  };
  const boxes = marked.flatMap((one, n) =>
    one.box ? [{ ...one.box, id: one.id, kind: 'subject' as const, label: shownLabel(one, n) }] : [],
  );
  const { sentence, subjects } = sentMarks(marked);
  return (
    <div className="flex flex-col gap-4">
      {save.error && <Notice live tone="danger" title={save.error.fields?.subjects ?? save.error.title} />}
      <RadioGroup
        label={t('media.who.answer')}
        value={answer}
        onChange={setAnswer}
        options={peopleAnswers
          .filter((value) => value !== 'unsaid')
          .map((value) => ({ value, label: t(`media.who.${value}`) }))}
      />
      {answer === 'subjects' && (
        <div className="flex flex-col gap-4">
          <ToolHost
            row={row}
            mode="mark"
            boxes={boxes}
            onChange={drawn}
            onTool={(opened) => {
              tool.current = opened;
            }}
          />
          <div className="grid items-start gap-4 sm:grid-cols-2">
            {marked.length === 0 && <p className="text-muted">{t('media.who.none')}</p>}
            {marked.map((one, n) => (
              <SubjectFields
                key={one.id}
                unitId={row.unitId}
                number={n + 1}
                one={one}
                onFocus={() => tool.current?.select(one.id)}
                onChange={(set) => change(one.id, set)}
                onRemove={() => remove(one.id)}
              />
            ))}
          </div>
        </div>
      )}
      {answer === 'subjects' && sentence && <p className="text-muted">{t(sentence)}</p>}
      <div className="flex flex-wrap gap-2">
        <Button
          look="primary"
          busy={save.isPending}
          disabled={answer === 'subjects' && sentence !== undefined}
          onClick={() =>
            save.mutate({
              mediaId: row.id,
              version: row.version,
              people: answer,
              subjects: answer === 'subjects' ? subjects : [],
              covered: row.covered.filter((one) => one.saidBy === 'person'),
            })
          }
        >
          {t('media.save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      </div>
    </div>
  );
}
