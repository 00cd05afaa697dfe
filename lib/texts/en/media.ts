import type { media as vi } from '../vi/media.ts';

export const media: Record<keyof typeof vi, string> = {
  'media.refused.not-a-picture':
    'This file is not a photo. Please choose a JPEG, PNG or WebP picture; text files are attached to an article.',
  'media.refused.type':
    'Pictures of this kind cannot be used yet. Please save it as JPEG; on an iPhone choose Settings › Camera › Formats › Most Compatible.',
  'media.refused.too-many-pixels':
    'The picture has too many pixels (over 60 million). Please make it smaller and upload it again.',
  'media.refused.broken': 'The file is damaged or did not arrive whole. Please choose the original photo again.',
  'media.refused.animated': 'This picture moves. Please choose one that stands still.',
};
