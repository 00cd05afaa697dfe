import type { PanelProps } from './panel.ts';

export function StepsPanel(_: PanelProps) {
  return null;
}
