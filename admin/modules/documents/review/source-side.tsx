import { type ReactNode, useMemo } from 'react';
import { ChosenBar } from './chosen-bar.tsx';
import { PickBar } from './pick-bar.tsx';
import { SourcePane, type View } from './source-pane.tsx';
import type { Source } from './source-types.ts';
import { stretchesOf } from './spans.ts';
import type { Picking } from './use-picking.ts';
import type { Reviewing } from './use-reviewing.ts';

interface SourceSideProps {
  source: Source;
  view: View;
  reviewing: Reviewing;
  picking: Picking;
  head: ReactNode;
  /** On a narrow screen: to the chosen field. */
  onField: (() => void) | undefined;
}

/** The left pane: the source, and at its foot what can be done from there. */
export function SourceSide({ source, view, reviewing, picking, head, onField }: SourceSideProps) {
  const { acts, chosen } = reviewing;
  const { picked } = picking;
  const lit = useMemo(() => stretchesOf(chosen), [chosen]);
  return (
    <div className="flex min-h-full flex-col">
      {head}
      <div className="flex-1">
        <SourcePane source={source} view={view} lit={lit} picked={picked?.para.id} onPick={picking.pick} />
      </div>
      {onField && chosen && <ChosenBar field={chosen} onField={onField} />}
      {acts.editable && picked && <PickBar picked={picked} after={chosen?.key ?? ''} onChange={picking.set} />}
    </div>
  );
}
