import assert from 'node:assert/strict';
import http from 'node:http';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { freePort } from '../database/ports.ts';
import { fetchGuarded, useOutgoing } from './fetch.ts';

/** What stands behind each name in these tests; nothing outside this machine is ever asked. */
const names: Record<string, string[]> = {
  'bao.example': ['127.0.0.1'],
  'trong-nha.example': ['10.0.0.8'],
  'hai-mat.example': ['93.184.216.34', '192.168.0.1'],
  'may-chu.example': ['169.254.169.254'],
};

function* zeros() {
  for (;;) yield Buffer.alloc(65536);
}

describe('requests to other systems', () => {
  let server: http.Server;
  let port: number;
  let here: string;
  let restore: ReturnType<typeof useOutgoing>;
  const asked: { url: string; headers: http.IncomingHttpHeaders; method: string; body: string }[] = [];
  const looked: string[] = [];

  const answers: Record<string, (request: http.IncomingMessage, reply: http.ServerResponse) => void> = {
    '/': (_, reply) => reply.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'a=b' }).end('Xin chào'),
    '/missing': (_, reply) => reply.writeHead(404).end('không có'),
    '/gzip': (_, reply) => reply.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('nén')),
    '/br': (_, reply) => reply.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('nén')),
    '/bomb': (_, reply) => reply.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20_000_000))),
    '/broken': (_, reply) => reply.writeHead(200, { 'content-encoding': 'gzip' }).end('không phải gzip'),
    '/long': (_, reply) => reply.writeHead(200, { 'content-length': '9000000' }).write('x'),
    '/endless': (_, reply) => {
      Readable.from(zeros()).pipe(reply.writeHead(200));
    },
    '/never': () => {},
    '/half': (_, reply) => {
      reply.writeHead(200).write('một nửa');
    },
    '/to-inner': (_, reply) => reply.writeHead(302, { location: 'http://trong-nha.example/' }).end(),
    '/to-cloud': (_, reply) => reply.writeHead(301, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
    '/to-file': (_, reply) => reply.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    '/to-port': (_, reply) => reply.writeHead(302, { location: 'http://bao.example:6379/' }).end(),
    '/round': (_, reply) => reply.writeHead(302, { location: '/round' }).end(),
    '/see-other': (_, reply) => reply.writeHead(303, { location: '/' }).end(),
    '/repeat': (_, reply) => reply.writeHead(307, { location: '/' }).end(),
    '/hop1': (_, reply) => reply.writeHead(302, { location: '/hop2' }).end(),
    '/hop2': (_, reply) => reply.writeHead(302, { location: `http://bao.example:${port}/` }).end(),
    '/nowhere': (_, reply) => reply.writeHead(302).end('không có địa chỉ'),
  };

  before(async () => {
    port = await freePort('outgoing tests');
    server = http.createServer(async (request, reply) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const { url = '/', headers, method = '' } = request;
      asked.push({ url, headers, method, body: Buffer.concat(chunks).toString() });
      (answers[url] ?? answers['/missing']!)(request, reply);
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    here = `http://bao.example:${port}`;
    restore = useOutgoing({
      allowed: [`bao.example:${port}`],
      resolve: async (host) => {
        looked.push(host);
        return (names[host] ?? []).map((address) => ({ address, family: 4 }));
      },
    });
  });
  after(() => {
    useOutgoing(restore);
    server.closeAllConnections();
    server.close();
  });

  const outcomeOf = async (url: string, options = {}) => (await fetchGuarded(url, options)).outcome;

  test('an answer comes with its status, its headers and its bytes, whatever the status', async () => {
    const good = await fetchGuarded(`${here}/`);
    assert.equal(good.outcome, 'answered');
    assert.ok(good.outcome === 'answered');
    assert.equal(Buffer.from(good.body).toString(), 'Xin chào');
    assert.equal(good.headers['content-type'], 'text/html');
    assert.equal(good.headers['set-cookie'], undefined);
    const missing = await fetchGuarded(`${here}/khong-co`);
    assert.ok(missing.outcome === 'answered' && missing.status === 404);
  });

  test('packed answers are unpacked', async () => {
    for (const way of ['/gzip', '/br']) {
      const reply = await fetchGuarded(`${here}${way}`);
      assert.ok(reply.outcome === 'answered');
      assert.equal(Buffer.from(reply.body).toString(), 'nén');
    }
  });

  test('only the web is asked, on its ports, and without a user in the address', async () => {
    for (const url of [
      'ftp://bao.example/',
      'file:///etc/passwd',
      'gopher://bao.example/',
      'javascript:alert(1)',
      'http://bao.example:22/',
      'http://bao.example:8080/',
      `http://hoa:matkhau@bao.example:${port}/`,
      'http://',
      'không phải địa chỉ',
      '',
    ])
      assert.equal(await outcomeOf(url), 'bad-url', url);
  });

  test('a name that leads inside is refused before anything is sent', async () => {
    for (const url of [
      'http://trong-nha.example/',
      'https://may-chu.example/latest/meta-data',
      'http://hai-mat.example/',
    ])
      assert.equal(await outcomeOf(url), 'private-address', url);
  });

  test('an address that leads inside is refused in every spelling', async () => {
    for (const host of [
      '127.0.0.1',
      '127.1',
      '0x7f000001',
      '2130706433',
      '0177.0.0.1',
      '0',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
      '10.1.2.3',
      '169.254.169.254',
      '１２７.０.０.１',
    ])
      assert.equal(await outcomeOf(`http://${host}/`), 'private-address', host);
  });

  test('a name nobody knows has its own outcome', async () => {
    assert.equal(await outcomeOf('http://khong-co.example/'), 'unknown-host');
  });

  test('a redirect is followed by hand and checked like the first step', async () => {
    assert.equal(await outcomeOf(`${here}/to-inner`), 'private-address');
    assert.equal(await outcomeOf(`${here}/to-cloud`), 'private-address');
    assert.equal(await outcomeOf(`${here}/to-file`), 'bad-url');
    assert.equal(await outcomeOf(`${here}/to-port`), 'bad-url');
    assert.equal(await outcomeOf(`${here}/round`), 'too-many-redirects');
    const reply = await fetchGuarded(`${here}/hop1`);
    assert.ok(reply.outcome === 'answered');
    assert.equal(reply.url, `${here}/`);
    assert.equal(await outcomeOf(`${here}/nowhere`), 'answered');
  });

  test('a name is looked up once a step, and what was checked is what is connected to', async () => {
    let times = 0;
    const before = useOutgoing({
      allowed: [`doi-mat.example:${port}`],
      // A name that shows its true face only after it was checked.
      resolve: async () => [{ address: times++ === 0 ? '127.0.0.1' : '10.9.9.9', family: 4 }],
    });
    assert.equal(await outcomeOf(`http://doi-mat.example:${port}/`), 'answered');
    assert.equal(times, 1);
    assert.equal(asked.at(-1)?.headers.host, `doi-mat.example:${port}`);
    useOutgoing(before);
  });

  test('nothing that names a person or this server goes along', async () => {
    await fetchGuarded(`${here}/`, {
      headers: {
        Cookie: 'a=b',
        AUTHORIZATION: 'Bearer x',
        Host: 'khac.example',
        'If-None-Match': '"1"',
        'User-Agent': 'x',
      },
    });
    const { headers } = asked.at(-1)!;
    assert.equal(headers.cookie ?? headers.authorization, undefined);
    assert.equal(headers.host, `bao.example:${port}`);
    assert.equal(headers['if-none-match'], '"1"');
    assert.equal(headers['user-agent'], 'LanToa/1');
  });

  test('a post is repeated where that is asked for, and becomes a get where it is not', async () => {
    const post = (path: string) =>
      fetchGuarded(`${here}${path}`, {
        method: 'POST',
        body: '{"a":1}',
        headers: { 'content-type': 'application/json' },
      });
    await post('/repeat');
    assert.deepEqual([asked.at(-1)?.method, asked.at(-1)?.body], ['POST', '{"a":1}']);
    await post('/see-other');
    assert.deepEqual(
      [asked.at(-1)?.method, asked.at(-1)?.body, asked.at(-1)?.headers['content-type']],
      ['GET', '', undefined],
    );
  });

  test('too much is too much: announced, endless, or unpacked', async () => {
    assert.equal(await outcomeOf(`${here}/long`), 'too-large');
    assert.equal(await outcomeOf(`${here}/endless`, { maxBytes: 1_000_000 }), 'too-large');
    assert.equal(await outcomeOf(`${here}/bomb`, { maxBytes: 1_000_000 }), 'too-large');
    assert.equal(await outcomeOf(`${here}/`, { maxBytes: 'Xin chào'.length + 1 }), 'answered');
  });

  test('one that never answers, stops half way or is never found is given up in time', async () => {
    assert.equal(await outcomeOf(`${here}/never`, { timeoutMs: 60 }), 'timeout');
    assert.equal(await outcomeOf(`${here}/half`, { timeoutMs: 60 }), 'timeout');
    const before = useOutgoing({ resolve: () => new Promise(() => {}) });
    assert.equal(await outcomeOf('http://bao.example/', { timeoutMs: 30 }), 'timeout');
    useOutgoing(before);
  });

  test('who no longer wants the answer can say so', async () => {
    const enough = new AbortController();
    const reply = outcomeOf(`${here}/never`, { signal: enough.signal });
    enough.abort();
    assert.equal(await reply, 'cancelled');
    assert.equal(await outcomeOf(`${here}/`, { signal: AbortSignal.abort() }), 'cancelled');
  });

  test('a closed port, a broken line and no TLS are unreachable; what makes no sense is unreadable', async () => {
    const closed = await freePort('closed', 77);
    const before = useOutgoing({ allowed: [`bao.example:${closed}`, `bao.example:${port}`] });
    assert.equal(await outcomeOf(`http://bao.example:${closed}/`), 'unreachable');
    assert.equal(await outcomeOf(`https://bao.example:${port}/`), 'unreachable');
    assert.equal(await outcomeOf(`${here}/broken`), 'unreadable');
    useOutgoing(before);
  });

  test('a question about the head gets no body', async () => {
    const reply = await fetchGuarded(`${here}/`, { method: 'HEAD' });
    assert.ok(reply.outcome === 'answered');
    assert.equal(reply.body.byteLength, 0);
  });
});
