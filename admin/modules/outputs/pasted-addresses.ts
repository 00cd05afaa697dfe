/** Addresses out of what somebody pasted: one a line, also with words or several on a line as chats copy them; each once. */
export function pastedAddresses(text: string): string[] {
  const lines = text.normalize('NFC').split(/[\r\n]+/);
  const found = lines.flatMap((line) => {
    const links = line.match(/https?:\/\/[^\s<>"'“”]+/gi);
    if (links) return links.map((link) => link.replace(/[).,;!?\]]+$/, ''));
    const rest = line.trim();
    return rest === '' ? [] : [rest];
  });
  return [...new Set(found)];
}
