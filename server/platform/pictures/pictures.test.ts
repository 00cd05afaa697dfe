import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, describe, test } from 'node:test';
import sharp, { type Region } from 'sharp';
import { photo } from '../../app/testing/photos.ts';
import { differenceHash, hashDistance } from './difference-hash.ts';
import type { Drawing, PictureResult, Unfit } from './picture.ts';
import { pressPicture, restPress } from './picture-press.ts';
import { readExif, takenAt } from './read-exif.ts';

const whole: Drawing = { crop: null, turn: 0, blurred: [] };
const press = (bytes: Uint8Array, drawing = whole) => pressPicture(async () => bytes, drawing);
const good = (result: PictureResult) => (result.ok ? result : assert.fail(`refused: ${result.unfit}`));
const draw = async (bytes: Uint8Array, drawing = whole) => good(await press(bytes, drawing));
const pixels = async (bytes: Uint8Array) => await sharp(bytes).raw().toBuffer({ resolveWithObject: true });

async function refused(bytes: Uint8Array, unfit: Unfit): Promise<void> {
  assert.deepEqual(await press(bytes), { ok: false, unfit });
}

/** Left half red, right half blue; the top left corner green. */
async function flag(width = 400, height = 200) {
  const block = (w: number, h: number, background: string) =>
    sharp({ create: { width: w, height: h, channels: 3, background } })
      .png()
      .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#0000ff' } }).composite([
    { input: await block(width / 2, height, '#ff0000'), left: 0, top: 0 },
    { input: await block(width / 4, height / 4, '#00ff00'), left: 0, top: 0 },
  ]);
}

const colourAt = async (bytes: Uint8Array, x: number, y: number) => {
  const { data, info } = await pixels(bytes);
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!];
  return r > 150 ? 'red' : g > 150 ? 'green' : b > 150 ? 'blue' : 'other';
};

after(() => restPress());

describe('what leaves the server', () => {
  test('is drawn in four sizes and carries nothing of what the camera wrote', async () => {
    const bytes = await photo({ width: 2400, height: 1800, taken: '2026:11:20 07:30:00', place: true });
    const { facts, drawn } = await draw(bytes);
    assert.deepEqual(
      drawn.map((one) => [one.size, one.width, one.height]),
      [
        ['1600', 1600, 1200],
        ['jpeg', 1600, 1200],
        ['960', 960, 720],
        ['480', 480, 360],
      ],
    );
    assert.deepEqual([facts.hadPlace, facts.takenAt], [true, '2026-11-20T00:30:00.000Z']);
    for (const { bytes: one } of drawn) {
      const { exif, xmp, iptc } = await sharp(one).metadata();
      assert.deepEqual([exif, xmp, iptc], [undefined, undefined, undefined]);
      for (const word of ['Exif', 'EXIF', 'XMP', 'xmpmeta', 'GPS', 'Lan Toa'])
        assert.ok(!Buffer.from(one).includes(word), `${word} is in a rendition`);
    }
  });

  test('is never larger than the original', async () => {
    const { drawn } = await draw(await photo({ width: 300, height: 200 }));
    assert.deepEqual(new Set(drawn.map((one) => one.width)), new Set([300]));
  });

  test('stands upright however the camera was held', async () => {
    const lying = sharp(await (await flag()).png().toBuffer()).rotate(90);
    const turned = await lying.withMetadata({ orientation: 8 }).jpeg().toBuffer();
    const { facts, drawn } = await draw(turned);
    assert.deepEqual([facts.width, facts.height], [400, 200]);
    const [upright] = drawn;
    assert.equal(await colourAt(upright!.bytes, 0.05, 0.05), 'green');
    assert.equal(await colourAt(upright!.bytes, 0.3, 0.8), 'red');
    assert.equal(await colourAt(upright!.bytes, 0.9, 0.5), 'blue');
  });

  test('is cropped first and turned last, in fractions of the upright original', async () => {
    const bytes = await (await flag()).jpeg().toBuffer();
    const { width, height, drawn } = await draw(bytes, { ...whole, crop: { x: 0, y: 0, w: 0.5, h: 1 }, turn: 90 });
    assert.deepEqual([width, height], [200, 200]);
    // Clockwise: what was on the top left is on the top right.
    assert.equal(await colourAt(drawn[0]!.bytes, 0.9, 0.1), 'green');
    assert.equal(await colourAt(drawn[0]!.bytes, 0.1, 0.1), 'red');
  });

  test('transparent places become white', async () => {
    const glass = await sharp({ create: { width: 40, height: 40, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    const { drawn } = await draw(glass);
    const { data } = await pixels(drawn.find((one) => one.size === 'jpeg')!.bytes);
    assert.ok(data[0]! > 250);
  });
});

describe('a blurred face', () => {
  const box = { x: 0.25, y: 0.25, w: 0.5, h: 0.5 };
  /** A board of squares: with the white ones first, or the black ones. */
  const board = async (first: 0 | 1, side = 800, square = 20) => {
    const data = Buffer.alloc(side * side * 3);
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++)
        data.fill(
          (Math.floor(x / square) + Math.floor(y / square) + first) % 2 ? 255 : 0,
          (y * side + x) * 3,
          (y * side + x) * 3 + 3,
        );
    return await sharp(data, { raw: { width: side, height: side, channels: 3 } })
      .png()
      .toBuffer();
  };
  const grey = async (bytes: Uint8Array, at: Region) => await sharp(bytes).extract(at).greyscale().raw().toBuffer();
  const inside = (bytes: Uint8Array) => grey(bytes, { left: 210, top: 210, width: 380, height: 380 });
  /** How far the points of a grey picture lie apart (standard deviation). */
  const spread = (points: Buffer) => {
    const mean = points.reduce((sum, value) => sum + value, 0) / points.length;
    return Math.sqrt(points.reduce((sum, value) => sum + (value - mean) ** 2, 0) / points.length);
  };

  test('holds no more of it than a few averages: two that differ in every point look the same', async () => {
    const [one, other] = [await board(0), await board(1)];
    const drawing = { ...whole, blurred: [box] };
    const blurred = await Promise.all(
      [one, other].map(async (b) => await inside((await draw(b, drawing)).drawn[0]!.bytes)),
    );
    const clear = await Promise.all([one, other].map(async (b) => await inside((await draw(b)).drawn[0]!.bytes)));
    const apart = ([a, b]: Buffer[]) => a!.reduce((sum, value, n) => sum + Math.abs(value - b![n]!), 0) / a!.length;
    assert.ok(apart(clear) > 200, `clear ${apart(clear)}`);
    assert.ok(apart(blurred) < 12, `blurred ${apart(blurred)}`);
    const left = spread(blurred[0]!);
    assert.ok(left < 12, `what is left of the squares: ${left}`);
  });

  test('is covered in every size, also where the picture is cropped and turned, and reaches over the edge', async () => {
    const bytes = await board(0);
    const drawing: Drawing = {
      crop: { x: 0.5, y: 0.5, w: 0.5, h: 0.5 },
      turn: 180,
      blurred: [{ x: 0.4, y: 0.4, w: 0.35, h: 0.35 }],
    };
    for (const one of (await draw(bytes, drawing)).drawn) {
      const [w, h] = [one.width, one.height];
      // After half a turn the covered quarter of what is shown is the lower right one.
      const part = (x: number, y: number) =>
        grey(one.bytes, {
          left: Math.ceil(w * x),
          top: Math.ceil(h * y),
          width: Math.floor(w * 0.44),
          height: Math.floor(h * 0.44),
        });
      const [covered, open] = [spread(await part(0.53, 0.53)), spread(await part(0, 0))];
      assert.ok(covered < 25 && open > 60, `${one.size}: ${covered}, ${open}`);
    }
  });
});

describe('what is not a picture', () => {
  const text = (words: string) => Buffer.from(words);

  test('markup that a browser would run is refused, whatever its name says', async () => {
    await refused(text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'not-a-picture');
    await refused(
      text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'not-a-picture',
    );
    await refused(text('<!doctype html><script>alert(1)</script>'), 'not-a-picture');
  });

  test('other files, empty ones and pictures of kinds that are not taken are refused', async () => {
    await refused(Buffer.alloc(0), 'not-a-picture');
    await refused(text('%PDF-1.7\n'), 'not-a-picture');
    await refused(text('MZ chương trình'), 'not-a-picture');
    const plain = sharp({ create: { width: 20, height: 20, channels: 3, background: 'red' } });
    await refused(await plain.clone().tiff().toBuffer(), 'type');
    await refused(await plain.clone().avif().toBuffer(), 'type');
  });

  test('a head of a photo with something else behind it is broken, and so is half a photo', async () => {
    const bytes = await photo({ width: 600, height: 400 });
    await refused(Buffer.concat([bytes.subarray(0, 20), text('<script>alert(1)</script>'.repeat(100))]), 'broken');
    await refused(bytes.subarray(0, bytes.length / 2), 'broken');
    const png = await photo({ width: 600, height: 400, format: 'png' });
    await refused(png.subarray(0, png.length / 2), 'broken');
  });

  test('a hundred kilobytes that would unfold to a billion pixels are not unfolded', async () => {
    // A PNG that says it is 60,000 pixels square: the size stands in its head.
    const png = Buffer.from(
      await sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } })
        .png()
        .toBuffer(),
    );
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    const crc = (await import('node:zlib')).crc32(png.subarray(12, 29));
    png.writeUInt32BE(crc, 29);
    const began = performance.now();
    await refused(png, 'too-many-pixels');
    const real = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    assert.ok(real.length < 400_000, `${real.length} bytes`);
    await refused(real, 'too-many-pixels');
    assert.ok(performance.now() - began < 10_000);
  });

  test('a moving picture is refused, one that stands still is taken', async () => {
    const frame = (background: string) =>
      sharp({ create: { width: 30, height: 30, channels: 3, background } })
        .png()
        .toBuffer();
    const moving = await sharp([await frame('red'), await frame('blue')], { join: { animated: true } })
      .gif()
      .toBuffer();
    await refused(moving, 'animated');
    const still = await sharp(await frame('red'))
      .gif()
      .toBuffer();
    assert.equal(await colourAt((await draw(still)).drawn[0]!.bytes, 0.5, 0.5), 'red');
  });

  test('after all of that the next photo is drawn', async () => {
    assert.equal((await draw(await photo())).facts.width, 1200);
  });
});

describe('the clock of a camera', () => {
  const now = new Date('2026-11-20T01:00:00Z');
  const at = (taken: string | null, offset: string | null = null) => takenAt({ taken, offset }, now);

  test('is taken for Vietnam’s unless it says otherwise', () => {
    assert.equal(at('2026:11:20 07:30:00'), '2026-11-20T00:30:00.000Z');
    assert.equal(at('2026:11:20 07:30:00', '+09:00'), '2026-11-19T22:30:00.000Z');
  });

  test('is not believed before 2000, in the future, or where it says nothing', () => {
    for (const wrong of [
      '1980:01:01 00:00:00',
      '0000:00:00 00:00:00',
      '2031:01:01 10:00:00',
      '2026:13:45 99:00:00',
      '',
      null,
    ])
      assert.equal(at(wrong), null, String(wrong));
  });

  test('bytes that lead nowhere are no reason to fail', () => {
    const nothing = { taken: null, offset: null, place: false };
    assert.deepEqual(readExif(new Uint8Array()), nothing);
    assert.deepEqual(readExif(Buffer.from('4d4d002a00000008ffff', 'hex')), nothing);
    assert.deepEqual(readExif(Buffer.from('49492a0008000000010069870400ffffffffffffffff00000000', 'hex')), nothing);
    for (let seed = 1; seed < 200; seed++) {
      const bytes = Buffer.from(Array.from({ length: 64 }, (_, n) => (seed * (n + 7) * 31) & 255));
      bytes.write('MM\0*', 0, 'latin1');
      assert.equal(typeof readExif(bytes).place, 'boolean');
    }
  });
});

describe('pictures that look alike', () => {
  test('the same photo sent on and made smaller stays near, another one is far', async () => {
    const bytes = await photo({ width: 1600, height: 1200, seed: 4 });
    const smaller = await sharp(bytes).resize(900).jpeg({ quality: 50 }).toBuffer();
    const [one, same, other] = await Promise.all(
      [bytes, smaller, await photo({ width: 1600, height: 1200, seed: 9 })].map(
        async (b) => (await draw(b)).facts.dhash,
      ),
    );
    assert.ok(hashDistance(one!, same!) <= 6, `${hashDistance(one!, same!)}`);
    assert.ok(hashDistance(one!, other!) > 12, `${hashDistance(one!, other!)}`);
  });

  test('a hash is a signed number of 64 bits', () => {
    const falling = Uint8Array.from({ length: 72 }, (_, n) => 72 - n);
    const rising = Uint8Array.from({ length: 72 }, (_, n) => n);
    assert.deepEqual([differenceHash(falling), differenceHash(rising)], ['0', '-1']);
    assert.equal(hashDistance('0', '-1'), 64);
  });
});

describe('the process that draws', () => {
  test('runs below everything else, and one that is killed amid a picture is begun again', async () => {
    await draw(await photo());
    const children = () =>
      execFileSync('ps', ['-o', 'pid=,ni=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' })
        .split('\n')
        .filter((line) => line.includes('picture-process'))
        .map((line) => line.trim().split(/\s+/));
    const [[pid, nice]] = children() as [[string, string]];
    assert.equal(nice, '19');
    const bytes = await photo({ width: 4000, height: 3000 });
    const drawing = press(bytes);
    process.kill(Number(pid), 'SIGKILL');
    assert.equal(good(await drawing).facts.width, 4000);
  });

  test('a picture whose bytes cannot be had fails alone', async () => {
    const lost = pressPicture(() => Promise.reject(new Error('lost')), whole);
    const next = press(await photo());
    await assert.rejects(lost, /lost/);
    assert.ok((await next).ok);
  });
});
