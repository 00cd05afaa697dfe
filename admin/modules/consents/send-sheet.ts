import { sendBytes } from '../../app/client.ts';

/** A sheet is the body itself; everything else stands in the address. Throws a Problem where it cannot be read. */
export async function sendSheet<O>(
  endpoint: { method: 'POST'; path: string },
  classId: string,
  query: Record<string, string>,
  body: Blob,
): Promise<O> {
  const address = `/api${endpoint.path.replace(':classId', encodeURIComponent(classId))}?${new URLSearchParams(query)}`;
  return (await sendBytes(endpoint.method, address, body)) as O;
}

export const mostSheetBytes = 20 * 1024 * 1024;
