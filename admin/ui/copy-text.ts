/** Puts a text where it can be pasted from; false where the browser does not allow it (Zalo's own, an old one). */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
