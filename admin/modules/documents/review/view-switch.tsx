import { useT } from '../../../texts/load.ts';
import { Segments } from './segments.tsx';
import type { View } from './source-pane.tsx';

/** A PDF as its pages, or as the text that was read from them (larger, and read aloud in order). */
export function ViewSwitch({ view, onView }: { view: View; onView: (view: View) => void }) {
  const t = useT();
  return (
    <Segments
      label={t('documents.view')}
      value={view}
      onChange={onView}
      options={[
        { value: 'pages', label: t('documents.view.pages') },
        { value: 'text', label: t('documents.view.text') },
      ]}
    />
  );
}
