import type { documents as vi } from '../vi/documents.ts';

export const documents: Record<keyof typeof vi, string> = {
  'documents.too-heavy':
    'This file is too complex to be read in full. Please split it, or paste the main text of the plan.',
};
