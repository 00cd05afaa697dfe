import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Correction, correct, openCount, type ReviewField } from '#lib/review.ts';
import { offlineProblem, Problem } from '../../../app/problem.ts';
import type { Pending } from './queue.ts';
import { type Review, ReviewDesk } from './review-desk.ts';
import { sampleField } from './sample-fields.ts';

const start = [
  sampleField('purpose:0', 'Một', { state: 'open' }),
  sampleField('purpose:1', 'Hai', { state: 'open' }),
  sampleField('purpose:2', 'Ba'),
];

/** The far end of the line: a document that is corrected as the server does it, by whoever has its version. */
class FarEnd {
  version = 1;
  fields: readonly ReviewField[] = start;
  online = true;
  sent: Correction[] = [];
  kept: readonly Pending[] = [];

  review(): Review {
    const document = { id: 'd', version: this.version, open: openCount(this.fields), can: ['review'] };
    return structuredClone({ document, fields: this.fields }) as unknown as Review;
  }
  apply(correction: Correction): void {
    this.fields = correct(this.fields, correction)?.fields ?? this.fields;
    this.version += 1;
  }
  desk(): ReviewDesk {
    return new ReviewDesk(this.review(), {
      send: async (version, correction) => {
        if (!this.online) throw offlineProblem();
        if (version !== this.version) throw new Problem({ status: 409, code: 'documents.conflict', title: 'cũ' });
        this.sent.push(correction);
        this.apply(correction);
        return this.review();
      },
      load: async () => this.review(),
      keep: (pending) => {
        this.kept = pending;
      },
    });
  }
}

const accept = (field: string): Correction => ({ act: 'accept', field });

test('acts show at once and reach the server one after the other, each with the version before it', async () => {
  const far = new FarEnd();
  const desk = far.desk();
  desk.act(accept('purpose:0'));
  desk.act(accept('purpose:1'));
  assert.equal(openCount(desk.state.fields), 0);
  await desk.send();
  await settledDesk(desk);
  assert.deepEqual(
    far.sent.map((c) => c.field),
    ['purpose:0', 'purpose:1'],
  );
  assert.equal(desk.state.document.version, 3);
  assert.equal(desk.state.status, 'saved');
});

test('without a network acts are kept on this machine and sent when it is back', async () => {
  const far = new FarEnd();
  far.online = false;
  const desk = far.desk();
  desk.act({ act: 'edit', field: 'purpose:0', value: 'Một rưỡi' });
  await settledDesk(desk);
  assert.equal(desk.state.status, 'kept');
  assert.equal(far.kept.length, 1);
  far.online = true;
  await desk.send();
  assert.equal(far.fields[0]?.value, 'Một rưỡi');
  assert.equal(far.kept.length, 0);
});

test('what an earlier visit kept is sent by the next one', async () => {
  const far = new FarEnd();
  far.online = false;
  far.desk().act({ act: 'edit', field: 'purpose:0', value: 'Một rưỡi' });
  const { kept } = far;
  far.online = true;
  const desk = far.desk();
  desk.resume(kept);
  await settledDesk(desk);
  assert.equal(far.fields[0]?.value, 'Một rưỡi');
});

test('somebody else’s work on another field is brought in, and mine is sent after it', async () => {
  const far = new FarEnd();
  const desk = far.desk();
  far.apply({ act: 'edit', field: 'purpose:2', value: 'Ba khác' });
  desk.act(accept('purpose:0'));
  await settledDesk(desk);
  assert.equal(desk.state.changedByOthers, true);
  assert.equal(desk.state.clashes.length, 0);
  assert.deepEqual(
    far.fields.map((f) => `${f.value} ${f.state}`),
    ['Một accepted', 'Hai open', 'Ba khác edited'],
  );
});

test('somebody else’s words are never written over: both are there to choose from', async () => {
  const far = new FarEnd();
  const desk = far.desk();
  far.apply({ act: 'edit', field: 'purpose:0', value: 'Của người khác' });
  desk.act({ act: 'edit', field: 'purpose:0', value: 'Của mình' });
  await settledDesk(desk);
  assert.equal(far.fields[0]?.value, 'Của người khác');
  assert.equal(desk.state.fields[0]?.value, 'Của người khác');
  const [clash] = desk.state.clashes;
  assert.equal(clash?.pending.correction.value, 'Của mình');
  desk.settleClash(clash?.pending.id ?? '');
  assert.equal(desk.state.clashes.length, 0);
});

test('words typed over a version that changed meanwhile wait for a decision', () => {
  const far = new FarEnd();
  const desk = far.desk();
  const seen = desk.state.fields[0];
  far.apply({ act: 'edit', field: 'purpose:0', value: 'Của người khác' });
  desk.take(far.review());
  desk.act({ act: 'edit', field: 'purpose:0', value: 'Của mình' }, seen);
  assert.equal(desk.state.waiting, 0);
  assert.equal(desk.state.fields[0]?.value, 'Của người khác');
  assert.equal(desk.state.clashes[0]?.now?.value, 'Của người khác');
});

test('an act is taken back by acts of its own', async () => {
  const far = new FarEnd();
  const desk = far.desk();
  desk.act(accept('purpose:2'));
  assert.equal(desk.undo(), 'purpose:2');
  await settledDesk(desk);
  assert.equal(far.fields[2]?.state, 'read');
  assert.equal(desk.state.canUndo, false);
  assert.equal(desk.undo(), undefined);
});

test('an act that fits nothing is refused here and never sent', () => {
  const far = new FarEnd();
  assert.equal(far.desk().act({ act: 'join', field: 'purpose:0' }), null);
});

test('what the server refuses for another reason is taken out, with its words in sight', async () => {
  const far = new FarEnd();
  const desk = new ReviewDesk(far.review(), {
    send: async () => {
      throw new Problem({ status: 409, code: 'documents.not-in-review', title: 'Văn bản không ở bước rà soát.' });
    },
    load: async () => far.review(),
    keep: () => undefined,
  });
  desk.act({ act: 'edit', field: 'purpose:0', value: 'Của mình' });
  await settledDesk(desk);
  assert.equal(desk.state.problem?.code, 'documents.not-in-review');
  assert.equal(desk.state.fields[0]?.value, 'Một');
  assert.equal(desk.state.clashes[0]?.pending.correction.value, 'Của mình');
});

/** Until the desk has nothing under way. */
function settledDesk(desk: ReviewDesk): Promise<void> {
  return new Promise((resolve) => {
    const stop = desk.listen(check);
    function check() {
      if (desk.state.status === 'saving') return;
      stop();
      resolve();
    }
    if (desk.state.waiting === 0) check();
  });
}
