import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseFeed } from './parse-feed.ts';
import { askedMinutes, MOST_FAILURES, nextRead } from './schedule.ts';

describe('what a site lists', () => {
  test('RSS with entities, CDATA, a picture’s own title and an unclosed tag', () => {
    const feed =
      parseFeed(`\n <?xml version="1.0"?><rss version="2.0" xmlns:dc="x" xmlns:media="y"><channel><title>Trường THCS Suối Ngọc</title><ttl>30</ttl>
      <item><title><![CDATA[Ngày hội &amp; sách]]></title><link> https://a.vn/1 </link><pubDate>Fri, 20 Nov 2026 08:00:00 +0700</pubDate>
      <dc:creator>Nông Thị Huyền</dc:creator><media:content><media:title>ảnh</media:title></media:content><description>a<br>b&nbsp;c</description></item>
      <item><title>Hội &amp;quot;Khỏe&amp;quot;</title><guid>https://a.vn/2</guid></item><item><title>Không địa chỉ</title></item></channel></rss>`);
    assert.deepEqual([feed?.kind, feed?.title, feed?.ttl], ['rss', 'Trường THCS Suối Ngọc', 30]);
    assert.deepEqual(feed?.items, [
      {
        link: 'https://a.vn/1',
        title: 'Ngày hội & sách',
        date: 'Fri, 20 Nov 2026 08:00:00 +0700',
        author: 'Nông Thị Huyền',
      },
      { link: 'https://a.vn/2', title: 'Hội "Khỏe"', date: '', author: '' },
    ]);
  });

  test('Atom by its alternate link, RDF, sitemaps and their index', () => {
    const atom = parseFeed(
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Tin</title><entry><title type="html">&lt;b&gt;Bài&lt;/b&gt; một</title><link rel="edit" href="/sua"/><link href="/1"/><source><title>Khác</title></source><author><name>Bách</name></author><updated>2026-11-20T01:00:00Z</updated></entry></feed>',
    );
    assert.deepEqual(atom?.items, [{ link: '/1', title: 'Bài một', date: '2026-11-20T01:00:00Z', author: 'Bách' }]);
    assert.equal(
      parseFeed('<rdf:RDF><channel><title>x</title></channel><item><title>t</title><link>/1</link></item></rdf:RDF>')
        ?.items.length,
      1,
    );
    const map = parseFeed('<urlset><url><loc>https://a.vn/1</loc><lastmod>2026-11-01</lastmod></url></urlset>');
    assert.deepEqual([map?.kind, map?.items[0]?.link, map?.items[0]?.title], ['sitemap', 'https://a.vn/1', '']);
    assert.equal(
      parseFeed('<sitemapindex><sitemap><loc>/s1.xml</loc></sitemap></sitemapindex>')?.kind,
      'sitemap-index',
    );
  });

  test('pages, nothing, entity bombs and endless depth are no feed, or bring no harm', () => {
    for (const none of ['', 'xin chào', '<html><body>trang</body></html>', '{"a":1}'])
      assert.equal(parseFeed(none), null);
    const bomb = `<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;&b;</title><link>/1</link></item></channel></rss>`;
    assert.ok((parseFeed(bomb)?.items[0]?.title.length ?? 0) < 20);
    assert.equal(parseFeed(`<rss>${'<a>'.repeat(100_000)}`)?.items.length, 0);
  });
});

describe('how often a site is asked', () => {
  const was = { interval: 60, failures: 0, quiet: 0 };
  const ok = { ok: true, fresh: 0, listed: 20, askedFor: null };

  test('two quiet readings lengthen the pause up to a day, a flood of news shortens it down to a quarter of an hour', () => {
    const once = nextRead(was, ok);
    assert.deepEqual([once.interval, once.quiet], [60, 1]);
    assert.equal(nextRead(once, ok).interval, 90);
    assert.equal(nextRead({ ...was, interval: 1400, quiet: 5 }, ok).interval, 1440);
    assert.equal(nextRead(was, { ...ok, fresh: 15 }).interval, 30);
    assert.equal(nextRead({ ...was, interval: 16 }, { ...ok, fresh: 15 }).interval, 15);
    assert.equal(nextRead(was, { ...ok, fresh: 1 }).interval, 60);
  });

  test('failures wait in a straight line, then a person is asked; one success forgives them', () => {
    const waits = [0, 1, 2].map((failures) => nextRead({ ...was, failures }, { ...ok, ok: false }).minutes);
    assert.deepEqual(waits, [60, 120, 180]);
    assert.equal(nextRead({ ...was, failures: MOST_FAILURES - 1 }, { ...ok, ok: false }).paused, true);
    assert.equal(nextRead({ ...was, failures: 5 }, ok).failures, 0);
  });

  test('what the site asks for is kept, up to a day', () => {
    assert.equal(nextRead(was, { ...ok, askedFor: 300 }).minutes, 300);
    const now = Date.parse('2026-11-24T00:00:00Z');
    assert.equal(askedMinutes({ 'retry-after': '600' }, now), 10);
    assert.equal(askedMinutes({ 'retry-after': 'Tue, 24 Nov 2026 02:00:00 GMT' }, now), 120);
    assert.equal(askedMinutes({ 'cache-control': 'public, max-age=7200' }, now), 120);
    assert.equal(askedMinutes({ 'retry-after': '99999999' }, now), 1440);
    assert.equal(askedMinutes({}, now), null);
  });
});
