import type { LucideIcon } from 'lucide-react';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import CircleMinus from 'lucide-react/icons/circle-minus';
import Eye from 'lucide-react/icons/eye';
import Hourglass from 'lucide-react/icons/hourglass';
import MessageCircleQuestion from 'lucide-react/icons/message-circle-question-mark';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import UserRoundX from 'lucide-react/icons/user-round-x';
import { type AddresseeState, type AskState, addresseeStates, askStates } from '#modules/cascade/cascade.contract.ts';
import { useT } from '../../texts/load.ts';
import type { t as translate } from '../../texts/texts.ts';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';

type T = typeof translate;
type AnyState = AskState | AddresseeState;

export interface StateLook {
  tone: Tone;
  icon: LucideIcon;
  /** The solid colour in bars and squares: a class for segments, a variable for gradients. */
  fill: string;
  colour: string;
  /** Stands in a square, so that the colour is not alone. */
  glyph: string;
  /** The colour of the glyph on the fill. */
  on: string;
}

/** How each state looks, everywhere the same. Wishes wait for the sender, so they are marigold. */
export const looks: Record<AnyState, StateLook> = {
  unopened: { tone: 'neutral', icon: CircleDashed, fill: 'bg-edge', colour: 'var(--edge)', glyph: '', on: '' },
  unanswered: {
    tone: 'warning',
    icon: Hourglass,
    fill: 'bg-warning',
    colour: 'var(--warning)',
    glyph: '?',
    on: 'text-paper',
  },
  loose: { tone: 'info', icon: UserRoundX, fill: 'bg-info', colour: 'var(--info)', glyph: '½', on: 'text-paper' },
  adopted: {
    tone: 'success',
    icon: CircleCheck,
    fill: 'bg-success',
    colour: 'var(--success)',
    glyph: '✓',
    on: 'text-paper',
  },
  done: {
    tone: 'success',
    icon: CircleCheck,
    fill: 'bg-success',
    colour: 'var(--success)',
    glyph: '✓',
    on: 'text-paper',
  },
  'not-ours': {
    tone: 'neutral',
    icon: CircleMinus,
    fill: 'bg-muted',
    colour: 'var(--muted)',
    glyph: '–',
    on: 'text-paper',
  },
  'wants-change': {
    tone: 'waiting',
    icon: MessageCircleQuestion,
    fill: 'bg-accent',
    colour: 'var(--accent)',
    glyph: '!',
    on: 'text-on-accent',
  },
  changed: {
    tone: 'info',
    icon: RefreshCw,
    fill: 'bg-primary',
    colour: 'var(--primary)',
    glyph: '≠',
    on: 'text-on-primary',
  },
  known: { tone: 'neutral', icon: Eye, fill: 'bg-line', colour: 'var(--line)', glyph: 'i', on: 'text-ink' },
};

export function AskTag({ state }: { state: AskState }) {
  const t = useT();
  const { tone, icon } = looks[state];
  return (
    <StateTag tone={tone} icon={icon}>
      {t(`cascade.coverage.state.${state}`)}
    </StateTag>
  );
}

export function UnitTag({ state }: { state: AddresseeState }) {
  const t = useT();
  const { tone, icon } = looks[state];
  return (
    <StateTag tone={tone} icon={icon}>
      {t(`cascade.coverage.unit.${state}`)}
    </StateTag>
  );
}

/** A piece of a bar: a state that somebody is in, in words and as a number. */
export interface Segment {
  key: AnyState;
  label: string;
  n: number;
}

export const askSegments = (counts: readonly number[], t: T): Segment[] =>
  askStates.map((key, i) => ({ key, label: t(`cascade.coverage.state.${key}`), n: counts[i] ?? 0 }));
export const unitSegments = (counts: readonly number[], t: T): Segment[] =>
  addresseeStates.map((key, i) => ({ key, label: t(`cascade.coverage.unit.${key}`), n: counts[i] ?? 0 }));

/** 'Chưa mở: 3, Đưa vào kế hoạch: 5'; states that nobody is in are left out. */
export const inWords = (segments: readonly Segment[], t: T): string =>
  segments
    .filter(({ n }) => n > 0)
    .map(({ label, n }) => t('cascade.coverage.count', { state: label, n }))
    .join(', ');
