import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hostsAbove, urlKey, webUrl } from './web-address.ts';

describe('one address in all its spellings', () => {
  test('host in capitals, device hosts, http, trackers, fragment, AMP and a closing slash make no other page', () => {
    const one = 'https://baolaocai.vn/ngay-hoi-doc-sach-123.html';
    for (const same of [
      one,
      'http://www.BaoLaoCai.vn/ngay-hoi-doc-sach-123.html#binh-luan',
      'https://m.baolaocai.vn/ngay-hoi-doc-sach-123.html/',
      'https://baolaocai.vn/amp/ngay-hoi-doc-sach-123.html?utm_source=zalo&fbclid=abc',
      ' baolaocai.vn/ngay-hoi-doc-sach-123.html?zarsrc=30 ',
    ])
      assert.equal(urlKey(same), one, same);
  });

  test('what the page is asked by stays, in order', () => {
    assert.equal(urlKey('https://truong.edu.vn/?p=12&lang=vi'), 'https://truong.edu.vn?lang=vi&p=12');
    assert.equal(urlKey('https://truong.edu.vn/?lang=vi&utm_medium=x&p=12'), 'https://truong.edu.vn?lang=vi&p=12');
    assert.notEqual(urlKey('https://truong.edu.vn/?p=12'), urlKey('https://truong.edu.vn/?p=13'));
  });

  test('a video is one video', () => {
    const one = 'https://youtube.com/watch?v=dQw4w9WgXcQ';
    for (const same of [
      'https://youtu.be/dQw4w9WgXcQ?si=x',
      'https://m.youtube.com/watch?v=dQw4w9WgXcQ&t=3',
      'https://www.youtube.com/shorts/dQw4w9WgXcQ',
    ])
      assert.equal(urlKey(same), one, same);
  });

  test('marks in the path are the same letters written apart or together', () => {
    assert.equal(urlKey('https://a.vn/bài'), urlKey('https://a.vn/b%C3%A0i'));
    assert.equal(urlKey('https://a.vn/bài'), urlKey('https://a.vn/ba%CC%80i'));
  });

  test('what is no web address has no key', () => {
    for (const none of [
      '',
      'xin chào',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'mailto:a@b.vn',
      'ftp://a.vn/x',
      'khong',
      'https://',
    ])
      assert.equal(urlKey(none), null, none);
    assert.equal(webUrl('truong.edu.vn:8080/x')?.href, 'https://truong.edu.vn:8080/x');
  });

  test('a host lies below the ones above it', () => {
    assert.deepEqual(hostsAbove('giaoduc.baolaocai.vn'), ['giaoduc.baolaocai.vn', 'baolaocai.vn']);
  });
});
