import type { PanelProps } from './panel.ts';

export function OffersPanel(_: PanelProps) {
  return null;
}
