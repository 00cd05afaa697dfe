/**
 * Unpacks the Chromium of @sparticuz/chromium with everything it needs on a bare system. The package writes into the
 * temporary folder, so this runs as a process of its own whose TMPDIR is the place to unpack to.
 */
import path from 'node:path';
import { inflate } from '@sparticuz/chromium';

const packed = path.join(import.meta.dirname, '../node_modules/@sparticuz/chromium/bin');
await Promise.all(
  ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((name) =>
    inflate(path.join(packed, name)),
  ),
);
