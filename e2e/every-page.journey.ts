import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { paths } from '../admin/app/paths.ts';
import { running } from './app.ts';
import {
  inside,
  leftInVietnamese,
  mustBeAccessibleOnce,
  mustSpeak,
  open,
  outside,
  type Places,
  placesOf,
  turn,
  vietnameseOnly,
} from './pages.ts';
import type { Screen } from './screen.ts';

const OFFICER = 'lan.pham@so.songtra.example';
const others = {
  'the director': 'ha.nguyen@so.songtra.example',
  'the clerk': 'sen.bui@so.songtra.example',
  'the administrator': 'minh.ho@so.songtra.example',
  'a principal': 'ngoc.le@thcssuoingoc.songtra.example',
};
/** Not everybody may see everything: they are told so on the page. */
const refused = { expected: [403, 404] };

/** Everything that is found, so that one run tells of all pages. */
function collected() {
  const findings: string[] = [];
  const look = async (check: () => Promise<unknown>) => {
    await check().catch((error: Error) => findings.push(error.message.slice(0, 1_000)));
  };
  return { look, none: () => assert.deepEqual(findings, []) };
}

describe('every page', () => {
  const app = running();
  let places: Places;
  let officer: Screen;
  /** Kinds of things that were found good, by screen and light. */
  const seen = {
    large: new Set<string>(),
    phone: new Set<string>(),
    largeDark: new Set<string>(),
    phoneDark: new Set<string>(),
  };

  before(async () => {
    officer = await app().personAt(OFFICER, 1280, { expected: [403] });
    places = await placesOf(officer.page);
  });

  test('is whole for the officer, on both screens', async () => {
    const { page, complaints } = officer;
    const { look, none } = collected();
    for (const [name, address] of inside(places)) {
      await turn(page, 'large');
      await look(() => open(page, address));
      await look(() => mustSpeak(page, name));
      await look(() => mustBeAccessibleOnce(officer, seen.large, `${name}, large`));
      await turn(page, 'phone');
      await look(() => officer.mustFit(name));
      await look(() => mustBeAccessibleOnce(officer, seen.phone, `${name}, phone`));
    }
    none();
    assert.deepEqual(complaints, []);
  });

  test('is whole by night, and speaks English when it is asked to', async () => {
    const { page, complaints } = officer;
    await turn(page, 'large');
    await page.getByRole('button', { name: /^Tài khoản của / }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Incoming', exact: true }).waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    const sentences = await vietnameseOnly();
    const { look, none } = collected();
    for (const [name, address] of inside(places)) {
      await turn(page, 'large');
      await look(() => open(page, address));
      await look(() => mustSpeak(page, name));
      await look(async () => assert.deepEqual(await leftInVietnamese(page, sentences), [], name));
      await look(() => mustBeAccessibleOnce(officer, seen.largeDark, `${name}, large, by night`));
      await turn(page, 'phone');
      await look(() => officer.mustFit(`${name} in English`));
      await look(() => mustBeAccessibleOnce(officer, seen.phoneDark, `${name}, phone, by night`));
    }
    none();
    assert.deepEqual(complaints, []);
  });

  describe('is whole for', { concurrency: 2 }, () => {
    for (const [who, email] of Object.entries(others))
      test(who, async () => {
        const screen = await app().personAt(email, 1280, refused);
        const { page, complaints } = screen;
        const { look, none } = collected();
        for (const [name, address] of inside(places)) {
          await turn(page, 'large');
          await look(() => open(page, address));
          await look(() => mustSpeak(page, name));
          await look(() => mustBeAccessibleOnce(screen, seen.large, `${name} for ${who}`));
          await turn(page, 'phone');
          await look(() => screen.mustFit(`${name} for ${who}`));
          await look(() => mustBeAccessibleOnce(screen, seen.phone, `${name} for ${who} on a phone`));
        }
        none();
        assert.deepEqual(complaints, []);
      });

    test('somebody who has not signed in', async () => {
      const screen = await app().visitorAt(1280, { expected: [422], colorScheme: 'dark' });
      const { look, none } = collected();
      for (const name of outside) {
        await turn(screen.page, 'large');
        await look(() => open(screen.page, `/app${paths[name].pattern}`));
        await look(() => mustSpeak(screen.page, name));
        await look(() => screen.mustBeAccessible(name));
        await turn(screen.page, 'phone');
        await look(() => screen.mustBeAccessible(`${name} on a phone`));
      }
      none();
      assert.deepEqual(screen.complaints, []);
    });
  });
});
