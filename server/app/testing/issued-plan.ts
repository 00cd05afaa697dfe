import { newId } from '#lib/id.ts';
import type { Part } from '#lib/plan-parts.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import * as c from '../../modules/plans/plans.contract.ts';
import * as s from '../../modules/plans/steps.contract.ts';
import type { TestApp } from './http.ts';

export interface TestLine {
  part: Part;
  text: string;
  detail?: Record<string, unknown>;
  /** product → months with their counts */
  targets?: Record<string, Record<string, number>>;
  parent?: string;
}

/** A plan of the Sở for 2026 with the sample's lines for units below; `lines` are its ids by name. */
const usual: Record<string, TestLine> = {
  area: {
    part: 'area',
    text: 'Trường học an toàn, bữa ăn bán trú.',
    detail: { title: 'Giáo dục mầm non' },
  },
  officeActor: { part: 'actor', text: 'Văn phòng Sở' },
  officeDuty: { part: 'duty', text: 'Là đầu mối tham mưu, tổng hợp kết quả.', parent: 'officeActor' },
  schoolActor: { part: 'actor', text: 'Phòng Văn hóa - Xã hội các xã, phường; các trường' },
  contact: { part: 'duty', text: 'Phân công một người phụ trách truyền thông.', parent: 'schoolActor' },
  articles: { part: 'duty', text: 'Viết bài về hoạt động tiêu biểu gửi về Văn phòng Sở.', parent: 'schoolActor' },
  reading: {
    part: 'activity',
    text: 'Ngày hội đọc sách',
    detail: { product: 'Tin, bài và album ảnh', leadUnits: [{ name: 'Các trường THCS', unitId: null }] },
    targets: { 'bài báo': { '2027-03': 2 }, 'album ảnh': { '2027-04': 1 } },
  },
  quota: {
    part: 'quota',
    text: 'Mỗi tháng ít nhất 01 bài gửi về Sở',
    detail: { actor: 'Các trường', product: 'bài', minCount: 1, per: 'month', moment: 'sent' },
  },
  report: { part: 'reporting', text: 'Báo cáo cùng báo cáo sơ kết học kỳ', detail: { per: 'semester' } },
};

let number = 300;

export interface IssuedPlan {
  planId: string;
  lines: Record<string, string>;
}

/** Written, submitted, initialled, checked, signed and numbered by the people of the Sở, as they would. */
export async function issuedPlan(app: TestApp, lines: Record<string, TestLine> = usual): Promise<IssuedPlan> {
  const officer = app.as('lan.pham@so.songtra.example');
  const period = { kind: 'calendarYear' as const, from: 2026, to: 2026 };
  const title = 'Truyền thông về giáo dục và đào tạo năm 2026';
  const { plan: draft } = await officer.call(c.createPlan, { unitId: sampleId('so'), kind: 'year', title, period });
  const ids = Object.fromEntries(Object.keys(lines).map((name) => [name, newId()]));
  for (const [name, line] of Object.entries(lines))
    await officer.call(c.putLine, {
      planId: draft.id,
      lineId: ids[name]!,
      version: 0,
      part: line.part,
      parentId: line.parent ? ids[line.parent]! : null,
      text: line.text,
      detail: line.detail ?? {},
      targets: Object.entries(line.targets ?? {}).map(([product, months]) => ({
        id: newId(),
        product,
        counts: 'newspaper-article' as const,
        months,
      })),
    });
  await issue(app, draft);
  return { planId: draft.id, lines: ids };
}

/** The way of a plan of the Sở to its number. */
export async function issue(app: TestApp, draft: c.Plan): Promise<void> {
  const as = (mailbox: string) => app.as(`${mailbox}@so.songtra.example`);
  const at = (plan: c.Plan) => ({ planId: plan.id, version: plan.version });
  let plan = await as('lan.pham').call(s.submitPlan, at(draft));
  plan = await as('long.tran').call(s.initialPlan, at(plan));
  plan = await as('sen.bui').call(s.checkFormat, at(plan));
  plan = await as('ha.nguyen').call(s.signPlan, { ...at(plan), signer: plan.signer });
  const on = { number: String(number++), issuedOn: app.clock.now.toISOString().slice(0, 10) };
  await as('sen.bui').call(s.issuePlan, { ...at(plan), ...on });
}
