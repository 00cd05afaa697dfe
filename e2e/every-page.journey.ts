import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { paths } from '../admin/app/paths.ts';
import { running } from './app.ts';
import {
  follow,
  inside,
  leftInVietnamese,
  mustBeAccessibleOnce,
  mustFitPhones,
  mustSpeak,
  open,
  outside,
  type Places,
  placesOf,
  sizes,
  vietnameseOnly,
} from './pages.ts';
import type { Screen } from './screen.ts';

const SO = 'so.songtra.example';
const others = {
  'the clerk': `sen.bui@${SO}`,
  'the administrator': `minh.ho@${SO}`,
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

describe('every page is whole', { concurrency: 2 }, () => {
  const app = running();
  let officer: Screen;
  let places: Places;
  /** Kinds of things that were found good, by screen and light. */
  const day = { large: new Set<string>(), phone: new Set<string>() };
  const night = { large: new Set<string>(), phone: new Set<string>() };

  before(async () => {
    officer = await app().personAt(`lan.pham@${SO}`, 1280, refused);
    const school = await app().personAt('anh.bach@thcssuoingoc.songtra.example', 1280);
    places = await placesOf(officer.page, school.page);
    await school.context.close();
  });

  test('for the officer', async () => {
    const { page, complaints } = officer;
    const { look, none } = collected();
    for (const [name, address] of inside(places)) {
      await page.setViewportSize(sizes.large);
      await look(() => open(page, address));
      await look(() => mustSpeak(page, name));
      await look(() => mustBeAccessibleOnce(officer, day.large, `${name}, large`));
      await look(() => mustFitPhones(officer, name));
      await look(() => mustBeAccessibleOnce(officer, day.phone, `${name}, phone`));
    }
    none();
    assert.deepEqual(complaints, []);
  });

  test('for the director, by night and in English', async () => {
    const director = await app().personAt(`ha.nguyen@${SO}`, 1280, { colorScheme: 'dark', ...refused });
    const { page, complaints } = director;
    await page.getByRole('button', { name: /^Tài khoản của / }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Incoming', exact: true }).waitFor();
    const sentences = await vietnameseOnly();
    const { look, none } = collected();
    for (const [name, address] of inside(places)) {
      await page.setViewportSize(sizes.large);
      await look(() => open(page, address));
      await look(() => mustSpeak(page, name));
      await look(async () => assert.deepEqual(await leftInVietnamese(page, sentences), [], name));
      await look(() => mustBeAccessibleOnce(director, night.large, `${name}, large, by night`));
      await look(() => mustFitPhones(director, `${name} in English`));
      await look(() => mustBeAccessibleOnce(director, night.phone, `${name}, phone, by night`));
    }
    none();
    assert.deepEqual(complaints, []);
  });

  for (const [who, email] of Object.entries(others))
    test(`for ${who}, going from page to page`, async () => {
      const screen = await app().personAt(email, 1280, refused);
      const { page, complaints } = screen;
      const { look, none } = collected();
      for (const [name, address] of inside(places)) {
        await page.setViewportSize(sizes.large);
        await look(() => follow(page, address));
        await look(() => mustSpeak(page, name));
        await look(() => mustBeAccessibleOnce(screen, day.large, `${name} for ${who}`));
        await look(() => mustFitPhones(screen, `${name} for ${who}`));
        await look(() => mustBeAccessibleOnce(screen, day.phone, `${name} for ${who} on a phone`));
      }
      none();
      assert.deepEqual(complaints, []);
    });

  test('for somebody who has not signed in', async () => {
    // A link without its secret is refused; the page says so.
    const screen = await app().visitorAt(1280, { expected: [422], colorScheme: 'dark' });
    const { look, none } = collected();
    for (const name of outside) {
      await screen.page.setViewportSize(sizes.large);
      await look(() => open(screen.page, `/app${paths[name].pattern}`));
      await look(() => mustSpeak(screen.page, name));
      await look(() => screen.mustBeAccessible(name));
      await look(() => mustFitPhones(screen, name));
      await look(() => screen.mustBeAccessible(`${name} on a phone`));
    }
    none();
    assert.deepEqual(screen.complaints, []);
  });
});
