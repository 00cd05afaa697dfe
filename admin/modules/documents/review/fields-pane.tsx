import Ban from 'lucide-react/icons/ban';
import CheckCheck from 'lucide-react/icons/check-check';
import type { ReactNode } from 'react';
import type { ReviewField } from '#lib/review.ts';
import { useT } from '../../../texts/load.ts';
import { Button } from '../../../ui/button.tsx';
import { Badge } from '../../../ui/state-tag.tsx';
import { FieldCard } from './field-card.tsx';
import { type Mode, useReviewActs } from './review-context.ts';
import type { Section } from './sections.ts';

interface FieldsPaneProps {
  sections: readonly Section[];
  chosen: ReviewField | undefined;
  mode: Mode;
  /** Shown in place of the list when nothing is left in it. */
  done: ReactNode;
}

/** The right side of the review: the fields by heading. */
export function FieldsPane({ sections, chosen, mode, done }: FieldsPaneProps) {
  if (sections.length === 0) return done;
  return (
    <div className="flex flex-col pb-8">
      {sections.map((section) => (
        <SectionPart
          key={section.group}
          section={section}
          // A section without the chosen field is the same whatever the mode is.
          chosen={section.fields.some((f) => f.key === chosen?.key) ? chosen?.key : undefined}
          mode={mode}
        />
      ))}
    </div>
  );
}

interface SectionPartProps {
  section: Section;
  chosen: string | undefined;
  mode: Mode;
}

function SectionPart({ section, chosen, mode }: SectionPartProps) {
  const t = useT();
  const { editable, act, acceptSure } = useReviewActs();
  const { group, fields, open, sure } = section;
  const title = t(`documents.group.${group}`);
  return (
    <section aria-label={title} className="[contain-intrinsic-size:auto_600px] [content-visibility:auto]">
      <div className="flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1 border-y border-line bg-sunken px-4 py-1">
        <h2 className="font-semibold">{title}</h2>
        {open > 0 && (
          <Badge tone="waiting">
            {open} <span className="sr-only">{t('documents.fieldState.open')}</span>
          </Badge>
        )}
        {editable && group === 'unclaimed' && open > 1 && (
          <Button
            size="sm"
            look="quiet"
            icon={Ban}
            className="ml-auto"
            onClick={() => act({ act: 'not-an-item', field: 'group:unclaimed' })}
          >
            {t('documents.dropUnclaimed', { n: open })}
          </Button>
        )}
        {editable && sure > 0 && group !== 'unclaimed' && (
          <Button size="sm" look="quiet" icon={CheckCheck} className="ml-auto" onClick={() => acceptSure(group)}>
            {t('documents.acceptSure', { n: sure })}
          </Button>
        )}
      </div>
      <ul className="divide-y divide-line">
        {fields.map((field) => (
          <FieldCard
            key={field.key}
            field={field}
            mode={field.key === chosen ? mode : undefined}
            under={section.under.get(field.key)}
            child={field.group === 'duty' || field.group === 'areaItem'}
          />
        ))}
      </ul>
    </section>
  );
}
