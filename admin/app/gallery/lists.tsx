import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { Progress } from '../../ui/progress.tsx';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';
import { type Column, type Sorting, Table } from '../../ui/table.tsx';
import { Tree } from '../../ui/tree.tsx';
import { paths } from '../paths.ts';

interface Plan {
  id: string;
  title: string;
  unit: string;
  state: string;
  tone: Tone;
  done: number;
  due: string;
}
const plans: Plan[] = [
  {
    id: '1',
    title: 'Kế hoạch truyền thông giáo dục năm 2027',
    unit: 'Sở Giáo dục và Đào tạo tỉnh Lam Sơn',
    state: 'Chờ ký',
    tone: 'waiting',
    done: 0,
    due: 'hôm nay',
  },
  {
    id: '2',
    title: 'Kế hoạch truyền thông kỳ thi tốt nghiệp trung học phổ thông năm 2027 trên địa bàn tỉnh',
    unit: 'Phòng Quản lý chất lượng',
    state: 'Dự thảo',
    tone: 'neutral',
    done: 0,
    due: 'thứ Sáu, 27/11/2026',
  },
  {
    id: '3',
    title: 'Kế hoạch năm học 2026-2027',
    unit: 'Trường Mầm non Hoa Ban',
    state: 'Đã ban hành',
    tone: 'success',
    done: 2,
    due: 'chậm 3 ngày',
  },
];

const columns: Column<Plan>[] = [
  { key: 'title', title: 'Kế hoạch', sort: 'title', cell: (row) => row.title, width: '40%' },
  { key: 'unit', title: 'Đơn vị', sort: 'unit', cell: (row) => row.unit },
  { key: 'state', title: 'Trạng thái', cell: (row) => <StateTag tone={row.tone}>{row.state}</StateTag> },
  {
    key: 'done',
    title: 'Tiến độ',
    cell: (row) => <Progress done={row.done} total={3} label={`Tiến độ: ${row.title}`} />,
  },
  { key: 'due', title: 'Hạn', sort: 'due', align: 'end', cell: (row) => row.due },
];

const nodes = [
  {
    id: 'so',
    label: 'Sở Giáo dục và Đào tạo tỉnh Lam Sơn',
    detail: '12 trường',
    children: [
      {
        id: 'xa',
        label: 'Phòng Văn hóa - Xã hội xã Suối Ngọc',
        children: [
          { id: 'mn', label: 'Trường Mầm non Hoa Ban' },
          { id: 'th', label: 'Trường Tiểu học Suối Ngọc' },
        ],
      },
      { id: 'thpt', label: 'Trường THPT Lam Sơn' },
    ],
  },
];

/** Tables, trees, empty and waiting places. */
export function Lists() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['2']));
  const [sorting, setSorting] = useState<Sorting>({ by: 'due', down: true });
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(['so', 'xa']));
  const [node, setNode] = useState('mn');
  const empty = (
    <EmptyState
      title="Chưa có kế hoạch nào"
      action={
        <Button look="primary" icon={Plus}>
          Nhập văn bản đến
        </Button>
      }
    >
      Kế hoạch của đơn vị sẽ hiện ở đây. Bắt đầu bằng cách nhập kế hoạch của cấp trên rồi lập kế hoạch từ văn bản đó.
    </EmptyState>
  );
  const common = { caption: 'Kế hoạch', columns, keyOf: (row: Plan) => row.id };
  return (
    <>
      <Card flush title="Bảng">
        <Table
          {...common}
          rows={plans}
          nameOf={(row) => row.title}
          linkOf={() => paths.gallery.to()}
          sorting={sorting}
          onSort={setSorting}
          selected={selected}
          onSelect={setSelected}
          bulk={<Button size="sm">Sao chép lời nhắc</Button>}
        />
        <More shown={3} total={128} hasMore onMore={() => undefined} />
      </Card>
      <div className="grid gap-6 lg:grid-cols-2">
        <Card flush title="Bảng đang tải">
          <Table {...common} rows={undefined} />
        </Card>
        <Card title="Bảng trống">
          <Table {...common} rows={[]} empty={empty} />
        </Card>
      </div>
      <Card title="Cây đơn vị">
        <Tree label="Đơn vị" nodes={nodes} open={open} onOpen={setOpen} selected={node} onSelect={setNode} />
      </Card>
    </>
  );
}
