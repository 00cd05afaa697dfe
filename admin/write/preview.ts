const EDGE = 1280;

/** A small copy of a photo to look at at once; null where this browser cannot read it (the server may still). */
export async function previewOf(photo: Blob): Promise<Blob | null> {
  try {
    const whole = await createImageBitmap(photo, { imageOrientation: 'from-image' });
    const scale = Math.min(1, EDGE / Math.max(whole.width, whole.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(whole.width * scale));
    canvas.height = Math.max(1, Math.round(whole.height * scale));
    canvas.getContext('2d')?.drawImage(whole, 0, 0, canvas.width, canvas.height);
    whole.close();
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
  } catch {
    return null;
  }
}

/** Addresses of pictures that are on this device only; each is made once and stays as long as the page. */
const addresses = new WeakMap<Blob, string>();
export function addressOf(blob: Blob): string {
  const made = addresses.get(blob) ?? URL.createObjectURL(blob);
  addresses.set(blob, made);
  return made;
}
