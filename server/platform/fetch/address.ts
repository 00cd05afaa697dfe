import { isIPv4, isIPv6 } from 'node:net';

/**
 * Ranges of IPv4 that are no public host: this network, private, shared (CGNAT), loopback, link-local, protocol
 * assignments, documentation, 6to4 relays, benchmarks, multicast, reserved and broadcast. Source: IANA IPv4
 * Special-Purpose Address Registry (RFC 6890 and successors).
 */
const closed4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/**
 * Of IPv6 only global unicast (2000::/3) is public, so loopback, IPv4-mapped, NAT64, unique local, link-local, site-local
 * and multicast fall away by themselves; these parts of it are not hosts or hide another address: protocol assignments
 * with Teredo and ORCHID, documentation, 6to4, direct delegation, documentation. Source: IANA IPv6 Special-Purpose
 * Address Registry.
 */
const closed6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

/** True for the address of a host on the public internet. Anything else, also what cannot be read, is not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed4.some(([base, bits]) => inside(number4(address), number4(base), bits, 32));
  if (!isIPv6(address) || address.includes('%')) return false;
  const value = number6(address);
  return (
    inside(value, number6('2000::'), 3, 128) && !closed6.some(([base, bits]) => inside(value, number6(base), bits, 128))
  );
}

const inside = (value: bigint, base: bigint, bits: number, width: number): boolean =>
  value >> BigInt(width - bits) === base >> BigInt(width - bits);

const number4 = (address: string): bigint => address.split('.').reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);

/** An IPv6 address as one number; its last 32 bits may be written as IPv4. */
function number6(address: string): bigint {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  if (dotted) {
    const low = number4(dotted[2]!);
    return number6(`${dotted[1]}${(low >> 16n).toString(16)}:${(low & 0xffffn).toString(16)}`);
  }
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}
