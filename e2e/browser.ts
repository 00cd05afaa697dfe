import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

/** A browser that was seen to run here. */
export type FoundBrowser = {
  readonly executable: string;
  /** Where it comes from, for people. */
  readonly source: string;
  /** Variables it needs besides ours. */
  readonly env: Record<string, string>;
};

/** No browser; `reason` says what was tried. */
export type NoBrowser = { readonly reason: string };

const CHECKOUT = path.resolve(import.meta.dirname, '..');
const run = promisify(execFile);

/**
 * The browser for the journeys: CHROME_PATH, else Chrome, Chromium or Edge of the system, else (64-bit Linux) the
 * Chromium that comes with the packages, unpacked into `var`. `CHROME_PATH=bundled` takes the last at once.
 */
export async function findBrowser(wanted = process.env.CHROME_PATH): Promise<FoundBrowser | NoBrowser> {
  if (wanted && wanted !== 'bundled') {
    const named = await tried(wanted, 'CHROME_PATH');
    return 'executable' in named ? named : { reason: `CHROME_PATH=${wanted}: ${named.reason}` };
  }
  const reasons: string[] = [];
  for (const candidate of wanted === 'bundled' ? [] : systemBrowsers()) {
    const found = await tried(candidate, 'system');
    if ('executable' in found) return found;
    reasons.push(`${candidate}: ${found.reason}`);
  }
  const bundled = await bundledBrowser();
  if ('executable' in bundled) return bundled;
  return { reason: [...reasons, bundled.reason].join('; ') };
}

/** Opens the browser that {@link findBrowser} finds, without a window; throws where there is none. */
export async function openBrowser(wanted = process.env.CHROME_PATH): Promise<Browser> {
  const found = await findBrowser(wanted);
  if ('reason' in found)
    throw new Error(`Không có trình duyệt để chạy thử.\nThere is no browser to test with: ${found.reason}`);
  const args = ['--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];
  // Chromium's sandbox does not work for root and inside most containers; the pages are our own.
  const sandbox = process.platform === 'linux' ? ['--no-sandbox', '--no-zygote'] : [];
  return await chromium.launch({
    executablePath: found.executable,
    args: [...args, ...sandbox],
    env: { ...environment(), ...found.env },
  });
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Full paths of browsers that are installed in the usual places. */
function systemBrowsers(): string[] {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return names
      .map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
      .filter((file) => fs.existsSync(file));
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    const inside = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return roots.flatMap((root) => inside.map((file) => path.join(root, file))).filter((file) => fs.existsSync(file));
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) =>
    folders
      .map((folder) => path.join(folder, name))
      .filter((file) => fs.existsSync(file))
      .slice(0, 1),
  );
}

async function tried(
  executable: string,
  source: string,
  env: Record<string, string> = {},
): Promise<FoundBrowser | NoBrowser> {
  // On Windows asking for the version opens a window.
  if (process.platform === 'win32')
    return fs.existsSync(executable) ? { executable, source, env } : { reason: 'is not there' };
  try {
    const { stdout } = await run(executable, ['--version', '--no-sandbox'], {
      env: { ...process.env, ...env },
      timeout: 20_000,
    });
    return { executable, source: `${source}: ${stdout.trim()}`, env };
  } catch (error) {
    return {
      reason: String((error as { stderr?: string }).stderr || (error as Error).message)
        .trim()
        .split('\n')
        .at(-1)!,
    };
  }
}

async function bundledBrowser(): Promise<FoundBrowser | NoBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { reason: `no Chromium comes along for ${process.platform}-${process.arch}` };
  const manifest = path.join(CHECKOUT, 'node_modules/@sparticuz/chromium/package.json');
  if (!fs.existsSync(manifest)) return { reason: '@sparticuz/chromium is not installed' };
  const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string };
  // A folder for each version: an older unpacked one would otherwise be taken after an upgrade.
  const folder = path.join(CHECKOUT, 'var', `chromium-${version}`);
  try {
    if (!fs.existsSync(folder)) await unpack(folder);
  } catch (error) {
    return { reason: `could not be unpacked: ${(error as Error).message}` };
  }
  return await firstThatRuns(folder, `@sparticuz/chromium ${version}`);
}

/** With the system's libraries where it has them all, else with those that were unpacked beside it. */
async function firstThatRuns(folder: string, source: string): Promise<FoundBrowser | NoBrowser> {
  const executable = path.join(folder, 'chromium');
  const fonts = { FONTCONFIG_FILE: fontList(folder) };
  const own = [path.join(folder, 'al2023', 'lib'), folder, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const plain = await tried(executable, source, fonts);
  if ('executable' in plain) return plain;
  return await tried(executable, `${source} with its own libraries`, { ...fonts, LD_LIBRARY_PATH: own });
}

/** The system's fonts, and the one that came along: a bare machine has none, and pages would show no text at all. */
function fontList(folder: string): string {
  const file = path.join(folder, 'fonts.conf');
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    `<dir>${path.join(folder, 'fonts')}</dir>`,
    `<cachedir>${path.join(folder, 'fonts-cache')}</cachedir>`,
    '</fontconfig>',
  ];
  fs.writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

async function unpack(folder: string): Promise<void> {
  const aside = `${folder}.${process.pid}`;
  fs.rmSync(aside, { recursive: true, force: true });
  fs.mkdirSync(aside, { recursive: true });
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'unpack-chromium.ts')], {
    env: { ...process.env, TMPDIR: aside, HOME: os.homedir() },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  if (code !== 0) throw new Error(`unpacking ended with ${code}`);
  fs.chmodSync(path.join(aside, 'chromium'), 0o755);
  try {
    fs.renameSync(aside, folder);
  } catch (error) {
    fs.rmSync(aside, { recursive: true, force: true });
    if (!fs.existsSync(folder)) throw error;
  }
}
