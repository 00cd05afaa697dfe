import type { RenditionSize } from '#modules/media/media.contract.ts';

/** Where a cut of a picture is brought from: 480 for cards, 960 in a text, 1600 for the whole screen. */
export const cutAddress = (cutId: string, size: RenditionSize): string => `/api/media/cuts/${cutId}/${size}`;
