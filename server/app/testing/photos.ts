import sharp from 'sharp';

export interface PhotoOf {
  width?: number;
  height?: number;
  /** The same seed is the same photo. */
  seed?: number;
  /** EXIF: when, 'YYYY:MM:DD HH:MM:SS'. */
  taken?: string;
  /** EXIF: where. */
  place?: boolean;
  /** EXIF: how the camera was held, 1 to 8. */
  orientation?: number;
  format?: 'jpeg' | 'png' | 'webp';
}

/** A photo as a telephone takes it, with what it writes into it: soft shapes with grain, so that it weighs what photos weigh. */
export async function photo(of: PhotoOf = {}): Promise<Buffer> {
  const { width = 1200, height = 900, seed = 1, format = 'jpeg' } = of;
  const small = { width: 24, height: 18, channels: 3 as const };
  const shapes = sharp(noise(small.width * small.height * 3, seed), { raw: small })
    .resize(width, height, { kernel: 'cubic', fit: 'fill' })
    .composite([await grain(seed)]);
  const picture = sharp(await shapes.raw().toBuffer(), { raw: { width, height, channels: 3 } }).withExif({
    IFD0: { Make: 'Lan Toa', Model: 'Ky niem' },
    ...(of.taken && { IFD2: { DateTimeOriginal: of.taken } }),
    ...(of.place && {
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 1/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '105/1 51/1 0/1' },
    }),
  });
  return await picture
    .withMetadata({ orientation: of.orientation ?? 1 })
    [format]({ quality: 90 })
    .toBuffer();
}

async function grain(seed: number) {
  const side = 128;
  const raw = { width: side, height: side, channels: 4 as const };
  const bytes = noise(side * side * 4, seed + 1);
  for (let n = 3; n < bytes.length; n += 4) bytes[n] = 28;
  return { input: bytes, raw, tile: true };
}

/** The same bytes for the same seed. */
function noise(length: number, seed: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  for (let n = 0; n < length; n++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[n] = state >>> 24;
  }
  return bytes;
}
