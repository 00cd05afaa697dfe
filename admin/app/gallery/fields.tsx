import Search from 'lucide-react/icons/search';
import { useState } from 'react';
import { Card } from '../../ui/card.tsx';
import { Checkbox, RadioGroup, Switch } from '../../ui/choices.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { ComboboxMany } from '../../ui/combobox-many.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { MonthsPicker } from '../../ui/months-picker.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextInput } from '../../ui/text-input.tsx';

interface Unit {
  id: string;
  name: string;
  kind: string;
}
const units: Unit[] = [
  { id: '1', name: 'Phòng Giáo dục Mầm non', kind: 'Phòng thuộc Sở' },
  { id: '2', name: 'Phòng Giáo dục Trung học', kind: 'Phòng thuộc Sở' },
  { id: '3', name: 'Văn phòng Sở', kind: 'Phòng thuộc Sở' },
  { id: '4', name: 'Trường THCS Suối Ngọc', kind: 'Trường THCS' },
  { id: '5', name: 'Trường Mầm non Hoa Ban', kind: 'Trường mầm non' },
];

/** Everything that takes an answer. */
export function Fields() {
  const [text, setText] = useState('Kế hoạch truyền thông năm 2027');
  const [long, setLong] = useState('Đẩy mạnh công tác truyền thông, tạo sự đồng thuận của phụ huynh và xã hội.');
  const [kind, setKind] = useState('year');
  const [unit, setUnit] = useState<Unit | null>(units[2] ?? null);
  const [many, setMany] = useState<Unit[]>(units.slice(0, 2));
  const [day, setDay] = useState<string | null>('2026-11-20');
  const [months, setMonths] = useState([1, 2, 3, 5, 9]);
  const [way, setWay] = useState<string | null>('own');
  const [on, setOn] = useState(true);
  const source = {
    items: units,
    keyOf: (u: Unit) => u.id,
    labelOf: (u: Unit) => u.name,
    detailOf: (u: Unit) => u.kind,
  };
  return (
    <Card title="Trường nhập">
      <div className="grid items-start gap-6 sm:grid-cols-2 lg:grid-cols-3">
        <TextInput label="Tên kế hoạch" required value={text} onChange={setText} hint="Như in trên văn bản." />
        <TextInput
          label="Số"
          value="215"
          onChange={setText}
          error="Số 215 đã được dùng. Vui lòng kiểm tra sổ đăng ký."
        />
        <TextInput label="Tìm trong danh sách" type="search" icon={Search} placeholder="Tên, số, trích yếu" />
        <TextArea label="Mục đích" value={long} onChange={setLong} />
        <TextInput label="Ký hiệu" value="KH-SGDĐT" readOnly />
        <TextInput label="Nơi ban hành" disabled placeholder="Chưa mở" />
        <Select
          label="Loại kế hoạch"
          value={kind}
          onChange={setKind}
          options={[
            { value: 'year', label: 'Kế hoạch năm' },
            { value: 'schoolYear', label: 'Kế hoạch năm học' },
            { value: 'topic', label: 'Kế hoạch chuyên đề' },
          ]}
        />
        <Combobox label="Đầu mối" value={unit} onChange={setUnit} {...source} placeholder="Gõ tên đơn vị" />
        <ComboboxMany
          label="Phối hợp"
          value={many}
          onChange={setMany}
          {...source}
          create={(name) => ({ id: name, name, kind: 'Ngoài hệ thống' })}
          placeholder="Gõ tên đơn vị"
        />
        <DateField label="Ngày ban hành" value={day} onChange={setDay} />
        <DateField label="Hạn báo cáo" value={null} onChange={setDay} error="Vui lòng nhập hạn báo cáo." />
        <MonthsPicker label="Thời gian thực hiện" value={months} onChange={setMonths} />
        <RadioGroup
          label="Trả lời việc được giao"
          value={way}
          onChange={setWay}
          options={[
            { value: 'own', label: 'Đưa vào kế hoạch đơn vị' },
            { value: 'give', label: 'Giao cho tổ, người', hint: 'Người được giao sẽ nhận thông báo.' },
            { value: 'no', label: 'Không thuộc phạm vi', disabled: true },
          ]}
        />
        <div>
          <Checkbox label="Gửi cho các trường trực thuộc" checked={on} onChange={setOn} />
          <Checkbox label="Một phần" mixed checked={false} onChange={setOn} hint="3 trên 12 trường." />
          <Checkbox label="Chưa chọn" checked={!on} onChange={(v) => setOn(!v)} />
          <Checkbox label="Đã khóa" checked disabled onChange={setOn} />
        </div>
        <div>
          <Switch label="Nhận thông báo qua thư" checked={on} onChange={setOn} hint="Gửi lúc 7 giờ sáng mỗi ngày." />
          <Switch label="Dùng sổ văn bản của hệ thống" checked={!on} onChange={(v) => setOn(!v)} />
        </div>
        <div className="sm:col-span-2 lg:col-span-3">
          <FileDrop
            label="Tệp văn bản đến"
            accept={['.docx', '.pdf', '.html', '.txt']}
            maxBytes={50_000_000}
            onFiles={() => undefined}
          />
        </div>
      </div>
    </Card>
  );
}
