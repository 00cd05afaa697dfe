import { createContext, useContext } from 'react';
import type { Correction, ReviewField } from '#lib/review.ts';

export type Mode = 'view' | 'edit' | 'split' | 'kind';

/** What every card of the review may ask for; one object for the life of the screen, so that cards stay as they are. */
export interface ReviewActs {
  documentId: string;
  editable: boolean;
  choose: (key: string) => void;
  setMode: (mode: Mode) => void;
  /** Does a correction, says so and goes on to the next field ('stay' keeps this one chosen); `seen`: see ReviewDesk.act. */
  act: (correction: Correction, then?: 'next' | 'stay', seen?: ReviewField) => void;
  /** Says what happened, for the eye and read aloud. */
  say: (text: string) => void;
  acceptSure: (group: ReviewField['group']) => void;
}

export const ReviewContext = createContext<ReviewActs | null>(null);

export function useReviewActs(): ReviewActs {
  const acts = useContext(ReviewContext);
  if (!acts) throw new Error('a card of the review stands inside the review');
  return acts;
}
