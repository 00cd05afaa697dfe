import type { PanelProps } from './panel.ts';

export function VersionsPanel(_: PanelProps) {
  return null;
}
