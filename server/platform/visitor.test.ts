import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { callerAddress, cookieName, networkOf } from './visitor.ts';

const proxies = ['127.0.0.1', '::1', '10.0.0.5'];

describe('where a caller comes from', () => {
  test('without a trusted proxy the connection itself says it, whatever a header claims', () => {
    assert.equal(callerAddress('198.51.100.7', '203.0.113.1', proxies), '198.51.100.7');
  });

  test('a trusted proxy is believed about the one before it, and no further', () => {
    assert.equal(callerAddress('127.0.0.1', '203.0.113.1', proxies), '203.0.113.1');
    assert.equal(callerAddress('::ffff:127.0.0.1', '6.6.6.6, 203.0.113.1', proxies), '203.0.113.1');
    assert.equal(callerAddress('127.0.0.1', '6.6.6.6, 203.0.113.1, 10.0.0.5', proxies), '203.0.113.1');
  });

  test('a proxy that says nothing, or nonsense, is the caller', () => {
    for (const header of [undefined, '', 'unknown', '203.0.113.1:8080', '<script>'])
      assert.equal(callerAddress('127.0.0.1', header, proxies), '127.0.0.1');
  });

  test('a network is the first three numbers of an IPv4 address', () => {
    assert.equal(networkOf('203.0.113.77'), '203.0.113');
    assert.equal(networkOf('::ffff:203.0.113.77'), '203.0.113');
  });

  test('a network is the first 48 bits of an IPv6 address, however it is written', () => {
    for (const address of ['2001:db8:1:2::5', '2001:0DB8:0001:ffff:0:0:0:1', '2001:db8:1::'])
      assert.equal(networkOf(address), '2001:db8:1');
    assert.equal(networkOf('2001::5'), '2001:0:0');
    assert.equal(networkOf('::1'), '0:0:0');
    assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0');
  });

  test('the cookie is bound to the host wherever there is https', () => {
    assert.equal(cookieName(['https://a.example', 'http://b.example']), '__Host-lantoa');
    assert.equal(cookieName(['http://127.0.0.1:8420']), 'lantoa');
    assert.equal(cookieName([]), 'lantoa');
  });
});
