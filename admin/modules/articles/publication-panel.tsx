import type { PanelProps } from './panel.ts';

export function PublicationPanel(_: PanelProps) {
  return null;
}
