import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { Endpoint } from '#lib/contract.ts';
import { newId } from '#lib/id.ts';
import { type Right, type Role, roles } from '#lib/rights.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import { sampleId } from '../../db/sample/sample.ts';
import * as articles from '../modules/articles/articles.contract.ts';
import * as documents from '../modules/documents/documents.contract.ts';
import * as plans from '../modules/plans/plans.contract.ts';
import { routesFor } from './routes.ts';
import { testApp } from './testing/http.ts';

/**
 * Every address of the API, called by those who must not: nobody signed in, somebody without a role, the neighbour unit,
 * the unit below, the unit above; and by everybody with a key that the contract does not know.
 */
useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-routes-'))));
const routes = routesFor({ uploadMaxBytes: 1_000_000 });
const app = await testApp({ routes });
const endpoints = routes.map((r) => r.endpoint);
const nameOf = (e: Endpoint) => `${e.method} ${e.path}`;

const owner = 'anh.bach@thcssuoingoc.songtra.example';
const school = sampleId('cs2');
const others = {
  'the neighbour school': 'dat.nguyen@thcsbinhtra.songtra.example',
  'a teacher of a team below': 'huyen.nong@thcssuoingoc.songtra.example',
  'the commune above': 'thom.quach@suoingoc.songtra.example',
  'the department above': 'lan.pham@so.songtra.example',
};

/** Rows that are the school's own: a draft with a line, and an incoming document. */
const period = { kind: 'schoolYear' as const, from: 2026, to: 2027 };
const { plan } = await app
  .as(owner)
  .call(plans.createPlan, { unitId: school, kind: 'school-year', title: 'Dự thảo của trường', period });
const line = await app
  .as(owner)
  .call(plans.putLine, { planId: plan.id, lineId: newId(), version: 0, part: 'purpose', text: 'Riêng của trường' });
const document = await app
  .as(owner)
  .call(documents.receiveDocument, { unitId: school, pasted: 'KẾ HOẠCH\nTruyền thông' });

/** A text of the school; its own people read it, the teacher too. */
const words = { title: 'Riêng của trường', summary: '', credit: '', kind: 'tin', language: 'vi' };
const content = { type: 'doc' as const, content: [] };
const article = await app.as(owner).call(articles.createArticle, { id: newId(), unitId: school, ...words, content });

const own = { planId: plan.id, documentId: document.id, lineId: line.id, articleId: article.id, version: 1 };
const atStep = { runId: newId(), step: 0 };
const signer = { mode: null, onBehalf: null, position: 'HIỆU TRƯỞNG', name: null };

const toTheNeighbour = { lines: [], to: [{ mode: 'inform', unitIds: [sampleId('cs1')] }] };

/** What each address on these rows would need beside the ids; an address that is missing here fails the test. */
const inputs: Record<string, object> = {
  'GET /articles/:articleId': {},
  'DELETE /articles/:articleId': {},
  'PUT /articles/:articleId/text': { version: 1, ...words, content, sitting: newId(), turn: 1 },
  'GET /articles/:articleId/versions': {},
  'GET /articles/:articleId/versions/:n': { n: '0' },
  'POST /articles/:articleId/restoration': { n: 1, version: 1 },
  'PUT /articles/:articleId/presence': { tab: 'a', editing: true },
  'DELETE /articles/:articleId/presence': { tab: 'a' },
  'GET /articles/:articleId/languages': {},
  'POST /articles/:articleId/languages': { id: newId(), language: 'mww' },
  'GET /articles/:articleId/checks': {},
  'POST /articles/:articleId/link-checks': {},
  'GET /articles/:articleId/purpose': {},
  'PUT /articles/:articleId/purpose': { lineId: null },
  'GET /articles/:articleId/steps': {},
  'POST /articles/:articleId/submission': { contentHash: 'a'.repeat(64) },
  'POST /articles/:articleId/withdrawal': atStep,
  'PUT /articles/:articleId/claim': atStep,
  'DELETE /articles/:articleId/claim': atStep,
  'PUT /articles/:articleId/delegation': { ...atStep, personId: newId(), days: 2 },
  'GET /articles/:articleId/colleagues': {},
  'POST /articles/:articleId/passing': { ...atStep, contentHash: 'a'.repeat(64) },
  'POST /articles/:articleId/approval': { ...atStep, contentHash: 'a'.repeat(64) },
  'POST /articles/:articleId/return': { ...atStep, reason: 'Không thuộc' },
  'GET /articles/:articleId/publications': {},
  'POST /articles/:articleId/publication': { unitId: school },
  'PATCH /articles/:articleId/publication/:publicationId': { version: 1, dueAt: null },
  'DELETE /articles/:articleId/publication/:publicationId': {},
  'POST /articles/:articleId/correction': { note: 'Không thuộc' },
  'POST /articles/:articleId/take-down': { reason: 'Không thuộc' },
  'GET /articles/:articleId/offers': {},
  'POST /articles/:articleId/offers': {},
  'GET /offers/:offerId': {},
  'DELETE /offer-rules/:ruleId': { version: 1 },
  'POST /offers/:offerId/edition': { id: newId() },
  'GET /articles/:articleId/origin': {},
  'GET /articles/:articleId/origin/changes': {},
  'POST /articles/:articleId/origin': { version: 1, newestN: 2 },
  'POST /articles/:articleId/placements': { unitId: school, outletId: newId(), placedOn: '2026-11-20' },
  'PATCH /outlets/:outletId': { version: 1, name: 'Của người khác' },
  'GET /placements/:placementId': {},
  'PUT /placements/:placementId/standing': { version: 1, placedOn: '2026-11-20' },
  'POST /placements/:placementId/refusal': { version: 1 },
  'POST /placements/:placementId/removal': { version: 1, outcome: 'removed', note: 'Không thuộc' },
  'POST /placements/:placementId/cancellation': { version: 1, reason: 'Không thuộc' },
  'GET /documents/:documentId': {},
  'GET /documents/:documentId/source': {},
  'PATCH /documents/:documentId': { version: 1, arrivalNo: '9' },
  'POST /documents/:documentId/corrections': { version: 1, act: 'accept', field: 'title' },
  'POST /documents/:documentId/checking': { version: 1 },
  'POST /documents/:documentId/reopening': { version: 1 },
  'DELETE /documents/:documentId': { version: 1 },
  'GET /documents/:documentId/corrections': {},
  'GET /documents/:documentId/plan-proposal': { unitId: school },
  'GET /plans/:planId': {},
  'PATCH /plans/:planId': { version: 1, title: 'Của người khác' },
  'DELETE /plans/:planId': { version: 1 },
  'PUT /plans/:planId/lines/:lineId': { version: 1, part: 'purpose', text: 'Ghi đè' },
  'DELETE /plans/:planId/lines/:lineId': { version: 1 },
  'POST /plans/:planId/consultation': { version: 1 },
  'POST /plans/:planId/submission': { version: 1 },
  'POST /plans/:planId/withdrawal': { version: 1 },
  'POST /plans/:planId/initials': { version: 1 },
  'POST /plans/:planId/format-check': { version: 1 },
  'POST /plans/:planId/return': { version: 1, reason: 'Không thuộc' },
  'POST /plans/:planId/signature': { version: 1, signer },
  'POST /plans/:planId/issue': { version: 1, number: '1', issuedOn: '2026-11-20' },
  'PUT /plans/:planId/signed-file': { version: 1, fileId: newId() },
  'POST /plans/:planId/closure': { version: 1 },
  'POST /plans/:planId/recall': { version: 1, reason: 'Không thuộc' },
  'GET /plans/:planId/results': {},
  'POST /plans/:planId/amendments': { reason: 'Không thuộc' },
  'GET /plans/:planId/editions': {},
  'GET /plans/:planId/next-year': {},
  'POST /plans/:planId/next-year': { period: { kind: 'schoolYear', from: 2027, to: 2028 } },
  'GET /plans/:planId/last-year': {},
  'GET /plans/:planId/editions/changes': { from: '1', to: '0' },
  'GET /plans/:planId/comments': {},
  'POST /plans/:planId/comments': { text: 'Nhìn trộm' },
  'POST /plans/:planId/comments/:commentId/resolution': { commentId: newId() },
  'GET /plans/:planId/versions': {},
  'GET /plans/:planId/changes': { from: '1', to: '0' },
  'GET /plans/:planId/checks': {},
  'GET /plans/:planId/progress': {},
  'GET /plans/:planId/series': {},
  'POST /plans/:planId/series': { title: 'Của người khác' },
  'GET /plans/:planId/paper': {},
  'GET /plans/:planId/export': { format: 'docx' },
  'GET /plans/:planId/signed-file': {},
  'GET /plans/:planId/toolkit': {},
  'PUT /plans/:planId/toolkit/:pieceId': { version: 0, kind: 'message', title: 'Thông điệp', body: 'Của người khác' },
  'POST /plans/:planId/toolkit/:pieceId/withdrawal': { reason: 'Không thuộc' },
  'POST /plans/:planId/toolkit/:pieceId/uses': { unitId: school },
  'GET /plans/:planId/toolkit/:pieceId/file': {},
  'GET /plans/:planId/toolkit/:pieceId/uses': {},
  'GET /plans/:planId/toolkit/:pieceId/versions': {},
  'GET /plans/:planId/coverage': {},
  'GET /plans/:planId/coverage-matrix': {},
  'GET /plans/:planId/dispatch-proposal': {},
  'POST /plans/:planId/dispatch-preview': { choice: toTheNeighbour },
  'POST /plans/:planId/dispatches': { id: newId(), choice: toTheNeighbour },
  'POST /plans/:planId/dispatches/:dispatchId/waves': { id: newId() },
  'GET /plans/:planId/dispatches': {},
  'GET /plans/:planId/addressees/:addresseeId/links': {},
  'POST /plans/:planId/addressees/:addresseeId/links': {},
  'DELETE /plans/:planId/addressees/:addresseeId/links/:linkId': {},
  'GET /plans/:planId/addressees': {},
  'GET /plans/:planId/addressees/:addresseeId': {},
  'GET /plans/:planId/coverage-export': {},
  'GET /plans/:planId/reminder-preview': {},
  'POST /plans/:planId/reminders': { id: newId(), filter: {}, message: 'Nhắc' },
  'GET /plans/:planId/reminders': {},
  'GET /plans/:planId/questions': {},
  'POST /plans/:planId/answers': { id: newId(), questionIds: [], question: 'Hỏi', answer: 'Đáp' },
  'PATCH /plans/:planId/answers/:answerId': { version: 1, answer: 'Đáp' },
  'GET /plans/:planId/wishes': {},
  'POST /plans/:planId/wishes/:unitId/:lineId/decision': { version: 1, decision: 'accepted' },
};

const onOwnRows = endpoints.filter((e) => /:(planId|documentId)\b/.test(e.path));
const idsOf = (e: Endpoint) =>
  Object.fromEntries(
    [...e.path.matchAll(/:(\w+)/g)].map(([, k]) => [k, (own as Record<string, unknown>)[k!] ?? newId()]),
  );

test('each guarded address answers 401 to somebody who is not signed in', async () => {
  for (const e of endpoints.filter((x) => x.open === undefined)) {
    const reply = await app.send(e, idsOf(e));
    assert.equal(reply.status, 401, nameOf(e));
  }
});

test('each address with a right answers 403 to somebody without any role', async () => {
  const person = { id: newId(), name: 'Người Không Vai Trò', email: 'khong.vai.tro@songtra.example' };
  await app.database.db.insertInto('people').values(person).execute();
  await app.database.db.insertInto('accounts').values({ person_id: person.id, state: 'active' }).execute();
  for (const e of endpoints.filter((x) => x.can !== undefined)) {
    const reply = await app.as(person.email).send(e, idsOf(e));
    assert.equal(reply.status, 403, nameOf(e));
  }
});

test('each address on a plan or document is on the list below', () => {
  assert.deepEqual(
    onOwnRows.map(nameOf).filter((n) => !(n in inputs)),
    [],
  );
});

for (const [who, email] of Object.entries(others)) {
  test(`${who} neither sees nor touches a draft and an incoming document of the school`, async () => {
    for (const e of onOwnRows) {
      const reply = await app.as(email).send(e, { ...idsOf(e), ...inputs[nameOf(e)] });
      assert.ok(reply.status === 404 || reply.status === 403, `${nameOf(e)}: ${reply.status}`);
      assert.ok(!(await reply.text()).includes('Riêng của trường'), nameOf(e));
    }
  });
}

const onOwnTexts = endpoints.filter((e) => /:articleId\b/.test(e.path));

test('each address on a text is on the list below', () => {
  assert.deepEqual(
    onOwnTexts.map(nameOf).filter((n) => !(n in inputs)),
    [],
  );
});

for (const [who, email] of Object.entries(others).filter(([who]) => who !== 'a teacher of a team below')) {
  test(`${who} neither sees nor touches a text of the school`, async () => {
    for (const e of onOwnTexts) {
      const reply = await app.as(email).send(e, { ...idsOf(e), ...inputs[nameOf(e)] });
      assert.ok(reply.status === 404 || reply.status === 403, `${nameOf(e)}: ${reply.status}`);
      assert.ok(!(await reply.text()).includes('Riêng của trường'), nameOf(e));
    }
  });
}

test('after all of that the draft is as it was', async () => {
  const { plan: now, lines } = await app.as(owner).call(plans.getPlan, { planId: plan.id });
  assert.equal(now.version, plan.version);
  assert.deepEqual(
    lines.map((l) => l.text),
    ['Riêng của trường'],
  );
});

/** Somebody of the department who holds the right. */
function holderOf(right: Right | undefined): string {
  const staff: [string, Role][] = [
    ['minh.ho', 'administrator'],
    ['ha.nguyen', 'head'],
    ['sen.bui', 'clerk'],
  ];
  const holder = staff.find(([, role]) => right === undefined || (roles[role] as readonly Right[]).includes(right));
  assert.ok(holder, `nobody of the sample holds ${right}`);
  return `${holder[0]}@so.songtra.example`;
}

test('each address refuses a key that its contract does not know', async () => {
  const streamed = new Set(routes.filter((r) => r.kind === 'receive').map((r) => r.endpoint));
  const live = new Set(routes.filter((r) => r.kind === 'live').map((r) => r.endpoint));
  for (const e of endpoints.filter((x) => !live.has(x))) {
    const caller = e.open === undefined ? app.as(holderOf(e.can)) : app;
    const bytes = streamed.has(e) ? { body: new Uint8Array([1]) } : {};
    const reply = await caller.send(e, { ...idsOf(e), ...inputs[nameOf(e)], nobodyKnows: '1' }, bytes);
    assert.equal(reply.status, 422, nameOf(e));
    const { fields } = (await reply.json()) as { fields?: Record<string, string> };
    assert.ok(
      Object.keys(fields ?? {}).some((k) => k.includes('nobodyKnows')),
      `${nameOf(e)}: ${JSON.stringify(fields)}`,
    );
  }
});
