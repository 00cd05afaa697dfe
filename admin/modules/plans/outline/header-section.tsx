import { useCallback } from 'react';
import { listPeople } from '#modules/org/people.contract.ts';
import { planKinds } from '#modules/plans/plans.contract.ts';
import { call } from '../../../app/client.ts';
import { useT } from '../../../texts/load.ts';
import { Combobox } from '../../../ui/combobox.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea, TextInput } from '../../../ui/text-input.tsx';
import { SignerFields, signerOf, signerValues } from '../act-sign.tsx';
import { ClashPanel } from '../editing/clash-panel.tsx';
import type { HeaderContent } from '../editing/content.ts';
import { useBook, useDesk } from '../editing/use-desk.ts';
import { VndField } from '../editing/vnd-field.tsx';
import { headerFieldName } from '../fact-words.ts';
import { PeriodField, usualPeriod } from '../period-field.tsx';

/** The header of the plan: what stands above and below its parts on paper, and who answers for it. */
export function HeaderSection() {
  const t = useT();
  const { book } = useDesk();
  const header = useBook((b) => b.header);
  const { mine, problem } = header;
  const write = (change: Partial<HeaderContent>) => book.writeHeader(change);
  const error = (name: keyof HeaderContent) => problem?.fields[name];
  const unplaced = problem && Object.keys(problem.fields).length === 0;
  return (
    <section id="plan-header" aria-labelledby="plan-header-title" className="flex scroll-mt-20 flex-col gap-4">
      <h2 id="plan-header-title" className="text-base font-semibold">
        {t('plans.part.header')}
      </h2>
      {header.clash && <ClashPanel entry={header} nameOf={(field) => headerFieldName(field, t)} />}
      {unplaced && <Notice live tone="danger" title={problem.title} />}
      <TextArea
        label={t('plans.header.title')}
        rows={2}
        required
        maxLength={1000}
        value={mine.title}
        error={error('title')}
        onChange={(title) => write({ title })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t('plans.header.kind')}
          value={mine.kind}
          options={planKinds.map((kind) => ({ value: kind, label: t(`plans.kind.${kind}`) }))}
          onChange={(kind) => write({ kind, period: usualPeriod(kind) })}
        />
        <PeriodField value={mine.period} onChange={(period) => write({ period })} />
        <Line name="upperBody" />
        <Line name="issuingBody" required />
        <Line name="symbol" required />
        <Line name="place" required />
        <Lead />
        <DateField
          label={t('plans.header.dueOn')}
          value={mine.dueOn}
          error={error('dueOn')}
          onChange={(dueOn) => write({ dueOn })}
        />
      </div>
      <TextArea
        label={t('plans.header.opening')}
        rows={3}
        maxLength={4000}
        value={mine.opening ?? ''}
        onChange={(opening) => write({ opening: opening || null })}
      />
    </section>
  );
}

/** A field of one line; the optional ones are null when they are empty. */
function Line({ name, required }: { name: 'upperBody' | 'issuingBody' | 'symbol' | 'place'; required?: boolean }) {
  const t = useT();
  const { book } = useDesk();
  const value = useBook((b) => b.header.mine[name]);
  const error = useBook((b) => b.header.problem?.fields[name]);
  return (
    <TextInput
      label={t(`plans.header.${name}`)}
      required={required}
      maxLength={300}
      value={value ?? ''}
      error={error}
      onChange={(text) => book.writeHeader({ [name]: text === '' && !required ? null : text })}
    />
  );
}

/** Người phụ trách: one named person of the unit. */
function Lead() {
  const t = useT();
  const { book } = useDesk();
  const personId = useBook((b) => b.header.mine.leadPersonId);
  const known = useBook((b) => (b.plan.leadPersonId === personId ? b.plan.leadName : null));
  const unitId = useBook((b) => b.plan.unitId);
  const search = useCallback(
    async (q: string, signal: AbortSignal) => {
      const { items } = await call(listPeople, { within: unitId, q: q || undefined, limit: 20 }, { signal });
      return items.map(({ id, name, title, unitName }) => ({ id, name, detail: [title, unitName] }));
    },
    [unitId],
  );
  return (
    <Combobox
      label={t('plans.header.leadPersonId')}
      placeholder={t('plans.edit.personPlaceholder')}
      value={personId === null ? null : { id: personId, name: names.get(personId) ?? known ?? '…', detail: [] }}
      onChange={(person: Person | null) => {
        if (person) names.set(person.id, person.name);
        book.writeHeader({ leadPersonId: person?.id ?? null });
      }}
      keyOf={(person) => person.id}
      labelOf={(person) => person.name}
      detailOf={(person) => person.detail.filter(Boolean).join(', ')}
      search={search}
    />
  );
}

interface Person {
  id: string;
  name: string;
  detail: (string | null)[];
}

/** Names of people chosen on this page, until the server sends them along. */
const names = new Map<string, string>();

/** Money, closing words and signer: what stands at the end of the paper. */
export function EndSection() {
  const t = useT();
  const { book } = useDesk();
  const mine = useBook((b) => b.header.mine);
  return (
    <section id="plan-end" aria-labelledby="plan-end-title" className="flex scroll-mt-20 flex-col gap-4">
      <h2 id="plan-end-title" className="text-base font-semibold">
        {t('plans.part.end')}
      </h2>
      <TextArea
        label={t('plans.header.budgetSource')}
        rows={2}
        maxLength={2000}
        value={mine.budgetSource ?? ''}
        onChange={(budgetSource) => book.writeHeader({ budgetSource: budgetSource || null })}
      />
      <VndField
        label={t('plans.header.budgetAmountVnd')}
        className="max-w-72"
        value={mine.budgetAmountVnd}
        onChange={(budgetAmountVnd) => book.writeHeader({ budgetAmountVnd })}
      />
      <TextArea
        label={t('plans.header.closing')}
        rows={3}
        maxLength={4000}
        value={mine.closing ?? ''}
        onChange={(closing) => book.writeHeader({ closing: closing || null })}
      />
      <SignerFields
        values={signerValues(mine.signer)}
        onChange={(change) => book.writeHeader({ signer: signerOf({ ...signerValues(mine.signer), ...change }) })}
      />
    </section>
  );
}
