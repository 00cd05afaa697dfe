import Download from 'lucide-react/icons/download';
import EllipsisVertical from 'lucide-react/icons/ellipsis-vertical';
import Plus from 'lucide-react/icons/plus';
import Send from 'lucide-react/icons/send';
import Trash2 from 'lucide-react/icons/trash-2';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Link, LinkButton } from '../../ui/link.tsx';
import { Logo, Mark, RingsEmpty } from '../../ui/logo.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { SavedAt } from '../../ui/saved-at.tsx';
import { Badge, StateTag } from '../../ui/state-tag.tsx';
import { toast } from '../../ui/toast.tsx';
import { paths } from '../paths.ts';

const row = 'flex flex-wrap items-center gap-3';
const nothing = () => undefined;

/** Buttons, states, marks. */
export function Signs() {
  return (
    <>
      <Card title="Nút và liên kết">
        <div className="flex flex-col gap-4">
          <div className={row}>
            <Button look="primary" icon={Send}>
              Trình duyệt
            </Button>
            <Button icon={Download}>Tải bản .docx</Button>
            <Button look="quiet" icon={Plus}>
              Thêm hoạt động
            </Button>
            <Button look="danger" icon={Trash2}>
              Xóa bản nháp
            </Button>
            <LinkButton to={paths.gallery.to()}>Mở kế hoạch</LinkButton>
          </div>
          <div className={row}>
            <Button look="primary" busy>
              Đang ban hành
            </Button>
            <Button look="primary" disabled>
              Ban hành
            </Button>
            <Button disabled>Trả lại kèm lý do</Button>
            <Button size="sm">Nhỏ</Button>
            <Button size="sm" look="quiet">
              Nhỏ, nhẹ
            </Button>
            <Link to={paths.gallery.to()}>Công văn số 1234/SGDĐT-VP</Link>
          </div>
          <div className={row}>
            <IconButton icon={Plus} label="Thêm" />
            <IconButton icon={Trash2} label="Xóa" disabled />
            <Menu
              trigger={<IconButton icon={EllipsisVertical} label="Thao tác khác" />}
              groups={[
                {
                  items: [
                    { label: 'Tải bản .docx', icon: Download, onSelect: nothing },
                    { label: 'Gửi lấy ý kiến', icon: Send, onSelect: nothing, detail: 'Các phòng phối hợp' },
                    { label: 'Đang chọn', onSelect: nothing, chosen: true },
                  ],
                },
                {
                  title: 'Không hoàn tác được',
                  items: [{ label: 'Xóa bản nháp', icon: Trash2, danger: true, onSelect: nothing }],
                },
              ]}
            />
            <Button onClick={() => toast({ text: 'Đã bỏ 2 hoạt động.', undo: nothing })}>Báo có hoàn tác</Button>
            <Button onClick={() => toast({ tone: 'danger', text: 'Chưa lưu được. Vui lòng thử lại.' })}>Báo lỗi</Button>
            <KeyHint keys={['Ctrl', 'K']} />
          </div>
        </div>
      </Card>
      <Card title="Trạng thái">
        <div className="flex flex-col gap-4">
          <div className={row}>
            <StateTag tone="neutral">Dự thảo</StateTag>
            <StateTag tone="info">Đang lấy ý kiến</StateTag>
            <StateTag tone="waiting">Chờ ký</StateTag>
            <StateTag tone="success">Đã ban hành</StateTag>
            <StateTag tone="warning">Sắp đến hạn</StateTag>
            <StateTag tone="danger">Chậm 3 ngày</StateTag>
            <Badge>12</Badge>
            <Badge tone="waiting">3</Badge>
          </div>
          <div className={row}>
            <SavedAt state="saved" at="2026-11-20T07:05:00Z" />
            <SavedAt state="saving" />
            <SavedAt state="kept" />
            <SavedAt state="failed" />
            <Progress done={2} total={3} label="Bài đã đăng" className="w-40" />
            <Progress done={3} total={3} label="Phóng sự" className="w-40" />
            <Progress done={0} total={4} label="Ảnh" tone="danger" className="w-40" />
          </div>
          <div className={row}>
            <Avatar name="Trần Thị Mai" />
            <Avatar name="Đặng Ái" size="sm" />
            <Logo />
            <Logo size={40} />
            <Mark size={64} />
            <RingsEmpty />
          </div>
        </div>
      </Card>
      <Card title="Thông báo trên trang">
        <div className="flex flex-col gap-3">
          <Notice title="Kế hoạch cấp trên có bản mới">Sở đã điều chỉnh mục III ngày 18/11/2026.</Notice>
          <Notice tone="waiting" title="Đang chờ thầy/cô ký nháy" action={<Button size="sm">Xem và ký nháy</Button>}>
            Ngữ vựng dấu chồng: ế, ữ, ặ, ỗ, ẩm thực, Nguyễn Thị Quỳnh Giữ.
          </Notice>
          <Notice tone="success" title="Đã ban hành số 215/KH-SGDĐT" />
          <Notice tone="warning" title="Tệp này là bản quét nên chưa đọc được chữ">
            Vui lòng tải bản .docx hoặc PDF có chữ.
          </Notice>
          <Notice
            tone="danger"
            title="Số này đã được dùng cho một kế hoạch khác trong năm"
            action={<Button size="sm">Xem kế hoạch đó</Button>}
          >
            Vui lòng kiểm tra sổ đăng ký văn bản đi.
          </Notice>
        </div>
      </Card>
    </>
  );
}
