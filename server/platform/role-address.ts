/**
 * The address of a database with a role that the connection takes on. The owner's address is never used as it is: what
 * stands in an address wins over options beside it, so the role is written into it.
 */
export function asRole(url: string, role: string | undefined): string {
  if (!role) return url;
  const address = new URL(url);
  const given = address.searchParams.get('options');
  address.searchParams.set('options', given ? `${given} -c role=${role}` : `-c role=${role}`);
  return address.href;
}
