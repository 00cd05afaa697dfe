import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isPublicAddress } from './address.ts';

const inner: Record<string, string[]> = {
  'this network and loopback': ['0.0.0.0', '0.1.2.3', '127.0.0.1', '127.255.255.254', '::', '::1'],
  'private networks': [
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    'fc00::1',
    'fdff::1',
  ],
  'shared addresses of providers (CGNAT)': ['100.64.0.1', '100.127.255.255'],
  'link-local, where clouds keep their keys': ['169.254.169.254', 'fe80::1', 'febf::1'],
  'site-local': ['fec0::1'],
  multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1'],
  'reserved and broadcast': ['240.0.0.1', '255.255.255.255'],
  'protocol assignments, benchmarks and documentation': [
    '192.0.0.170',
    '192.0.2.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.1',
    '2001:db8::1',
    '2001:2::1',
    '2001:10::1',
    '3fff::1',
    '100::1',
    '5f00::1',
  ],
  'IPv4 inside IPv6': ['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::127.0.0.1', '::ffff:0:127.0.0.1'],
  '6to4, its relays and Teredo': ['2002:7f00:1::1', '2002:0808:0808::1', '192.88.99.1', '2001::1', '2001:0:7f00:1::'],
  NAT64: ['64:ff9b::127.0.0.1', '64:ff9b::808:808', '64:ff9b:1::1'],
  'a zone of this machine': ['fe80::1%eth0', '2606:4700::1%eth0'],
  'what is no address': ['', 'localhost', '1.2.3', '1.2.3.4.5', '0x7f.1', '2130706433', '127.1', '[::1]', '1.2.3.4 '],
};

describe('addresses that a request may go to', () => {
  for (const [what, addresses] of Object.entries(inner)) {
    test(`not: ${what}`, () => {
      for (const address of addresses) assert.equal(isPublicAddress(address), false, address);
    });
  }

  test('hosts of the public internet, up to the edges of what is closed', () => {
    const outer = [
      '1.1.1.1',
      '8.8.8.8',
      '9.255.255.255',
      '11.0.0.0',
      '100.63.255.255',
      '100.128.0.0',
      '126.255.255.255',
      '128.0.0.0',
      '169.253.255.255',
      '172.15.255.255',
      '172.32.0.0',
      '192.167.255.255',
      '192.169.0.0',
      '223.255.255.255',
      '2606:4700:4700::1111',
      '2001:4860:4860::8888',
      '2001:200::1',
      '2402:800:63b5::1',
    ];
    for (const address of outer) assert.equal(isPublicAddress(address), true, address);
  });
});
