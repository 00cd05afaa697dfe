import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Breadcrumbs } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Badge } from '../../ui/state-tag.tsx';
import { type Stop, Stops } from '../../ui/stops.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { useDraft } from '../draft.ts';
import { DraftNotice } from '../draft-notice.tsx';
import { paths } from '../paths.ts';

const stops: Stop[] = [
  { key: 'draft', label: 'Dự thảo', state: 'done', person: 'Nguyễn Văn Ánh', time: '12/11/2026, 09:20' },
  { key: 'ask', label: 'Lấy ý kiến', state: 'skipped', time: 'không áp dụng' },
  {
    key: 'initials',
    label: 'Trình ký nháy',
    state: 'returned',
    person: 'Lê Thị Hậu',
    time: 'hôm qua, 16:40',
    note: 'Bổ sung kinh phí mục IV.',
  },
  { key: 'sign', label: 'Ký', state: 'now', person: 'Giám đốc Trần Thị Mai' },
  { key: 'issue', label: 'Vào số, ban hành', state: 'next' },
];

/** Parts of pages: tabs, stops, panes, dialog. */
export function Parts() {
  const [tab, setTab] = useState('content');
  const [asking, setAsking] = useState(false);
  const draft = useDraft('gallery', '');
  return (
    <>
      <Card title="Đường đi của văn bản">
        <Stops label="Đường đi của kế hoạch" stops={stops} />
      </Card>
      <Card title="Thẻ và vị trí">
        <Breadcrumbs
          items={[
            { label: 'Kế hoạch', to: paths.plans.to() },
            { label: 'Năm 2027', to: paths.home.to() },
          ]}
        />
        <Tabs
          label="Phần của kế hoạch"
          value={tab}
          onChange={setTab}
          tabs={[
            { key: 'content', label: 'Nội dung' },
            { key: 'matrix', label: 'Hoạt động', mark: <Badge>24</Badge> },
            { key: 'ask', label: 'Việc được giao' },
            { key: 'versions', label: 'Phiên bản' },
          ]}
        >
          <Skeleton lines={4} />
        </Tabs>
        <div className="mt-4">
          <Button onClick={() => setAsking(true)}>Trả lại kèm lý do</Button>
          <Confirm
            open={asking}
            title="Trả lại kế hoạch cho người soạn?"
            verb="Trả lại"
            danger
            onClose={() => setAsking(false)}
            onConfirm={() => setAsking(false)}
          >
            <TextArea label="Lý do" required hint="Người soạn sẽ thấy lý do này." />
          </Confirm>
        </div>
      </Card>
      <Card title="Bản nháp giữ trên máy">
        <div className="flex flex-col gap-4">
          <DraftNotice draft={draft} />
          <TextArea label="Ý kiến" value={draft.value} onChange={draft.set} hint="Tải lại trang: nội dung vẫn còn." />
        </div>
      </Card>
      <Card title="Hai khung" flush>
        <SplitPane
          label="Văn bản và nội dung đã đọc"
          left={{
            title: 'Văn bản',
            content: (
              <div className="p-4 font-document text-base">
                <p>Căn cứ Kế hoạch số 112/KH-BGDĐT ngày 05/01/2027 của Bộ Giáo dục và Đào tạo;</p>
                <p>
                  <mark className="bg-lit text-ink">
                    Sở Giáo dục và Đào tạo xây dựng kế hoạch truyền thông năm 2027
                  </mark>{' '}
                  như sau:
                </p>
              </div>
            ),
          }}
          right={{
            title: 'Nội dung đã đọc',
            mark: <Badge tone="waiting">3</Badge>,
            content: <Skeleton className="p-4" />,
          }}
        />
      </Card>
    </>
  );
}
