const marked = 'áàảãạéèẻẽẹýỳỷỹỵ';
const onFirst: Record<string, string> = { o: 'óòỏõọ', u: 'úùủũụ' };
const plain: Record<string, string> = { á: 'a', é: 'e', ý: 'y' };

/**
 * Vietnamese names in the spelling that official papers use: the tone of an open oa, oe or uy stands on its first
 * letter ('Thanh Hoá' → 'Thanh Hóa', 'Thuỷ Nguyên' → 'Thủy Nguyên'); 'Quý' keeps it, for there u belongs to q.
 */
export function usualSpelling(name: string): string {
  const pattern = new RegExp(`(?<![qQ])([oOuU])([${marked}])(?!\\p{L})`, 'gu');
  return name.normalize('NFC').replace(pattern, (whole, first: string, second: string) => {
    const at = marked.indexOf(second);
    const base = plain[marked[Math.floor(at / 5) * 5]!]!;
    const small = first.toLowerCase();
    if ((small === 'u') !== (base === 'y')) return whole;
    const moved = onFirst[small]![at % 5]!;
    return `${first === small ? moved : moved.toUpperCase()}${base}`;
  });
}
