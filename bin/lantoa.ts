/** The commands that people run by name: `lantoa COMMAND …`. Each is loaded only when it is called. */
type Command = { summary: string; load: () => Promise<{ run: (args: readonly string[]) => Promise<number> }> };

const COMMANDS: Record<string, Command> = {
  import: {
    summary: 'import TỆP [--json]        đọc một kế hoạch và in bản nháp có nguồn của từng mục',
    load: () => import('#app/cli/import.ts'),
  },
  units: {
    summary: 'units load|import|reorganise … nạp đơn vị hành chính, nhập trường, sắp xếp đơn vị',
    load: () => import('#app/cli/units.ts'),
  },
  people: {
    summary: 'people import|reset-link … nhập danh sách người, in đường dẫn đặt lại mật khẩu',
    load: () => import('#app/cli/people.ts'),
  },
};

async function main([name, ...args]: readonly string[]): Promise<number> {
  const command = name === undefined || !Object.hasOwn(COMMANDS, name) ? undefined : COMMANDS[name];
  if (command) return (await command.load()).run(args);
  const asked = name === undefined || name === 'help' || name === '--help' || name === '-h';
  const lines = Object.values(COMMANDS).map(({ summary }) => `  lantoa ${summary}`);
  if (asked) console.log(['Các lệnh:', ...lines].join('\n'));
  else console.error(`Không có lệnh “${name}”. Chạy “lantoa help” để xem các lệnh.`);
  return asked ? 0 : 2;
}

process.exitCode = await main(process.argv.slice(2));
