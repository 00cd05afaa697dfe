import { importsOf, type ResolvedImport, type SourceFile } from './source-files.ts';

/** Which modules a module may use; the table of the architecture, and nothing else. */
const BASE = ['audit', 'org', 'access', 'notices'];
export const USES: Record<string, readonly string[]> = {
  audit: [],
  org: ['audit'],
  access: ['audit', 'org'],
  notices: ['audit', 'org', 'access'],
  media: [...BASE, 'documents'],
  documents: BASE,
  'press-watch': [...BASE, 'channels'],
  channels: [...BASE, 'outputs'],
  plans: [...BASE, 'documents'],
  outputs: [...BASE, 'documents'],
  cascade: [...BASE, 'documents', 'plans'],
  work: [...BASE, 'documents', 'plans', 'outputs', 'cascade'],
  quotas: [...BASE, 'documents', 'plans', 'outputs', 'cascade'],
  webhooks: BASE,
  training: [...BASE, 'documents'],
  budget: [...BASE, 'plans', 'articles'],
  inspections: [...BASE, 'plans', 'documents'],
  articles: [...BASE, 'documents', 'media', 'channels', 'plans', 'outputs', 'work'],
  incidents: [...BASE, 'articles', 'press-watch', 'channels'],
  feedback: [...BASE, 'incidents'],
  bulletins: [...BASE, 'articles', 'media', 'channels'],
  reports: [...BASE, 'documents', 'plans'],
  search: BASE,
  portal: BASE,
};

/** What `lib` may take from packages: the schema language that contracts and drafts are written in. */
const PURE_PACKAGES = /^zod(\/|$)/;

const isTest = (path: string) => /\.(test|journey)\.tsx?$/.test(path) || path.startsWith('server/app/testing/');
const moduleOf = (path: string) => /^server\/modules\/([^/]+)\//.exec(path)?.[1];
const isContract = (path: string) => path.endsWith('.contract.ts');

type Judge = (from: string, line: ResolvedImport) => string | undefined;

/** Each answers why an import is not allowed, or nothing. A type is knowledge too: type imports count. */
const JUDGES: readonly Judge[] = [
  libIsPure,
  platformKnowsNoDomain,
  nobodyImportsApp,
  modulesKeepToTheTable,
  othersSeeNounsAndContracts,
  contractsArePortable,
  policiesArePure,
  sqlLivesInSqlFiles,
  adminSeesContractsOnly,
  adminUiKnowsNoDomain,
];

/** Every import that breaks the rule, as `file:line: sentence`, and every cycle of value imports. */
export function dependencyViolations(files: readonly SourceFile[]): string[] {
  const imports = new Map(files.map((file) => [file.path, importsOf(file)]));
  const found = [...imports].flatMap(([from, lines]) => lines.flatMap((line) => judge(from, line)));
  return [...found, ...unknownModules(files), ...cycles(imports)];
}

function judge(from: string, line: ResolvedImport): string[] {
  const reasons = JUDGES.map((one) => one(from, line)).filter((reason) => reason !== undefined);
  return reasons.map((reason) => `${from}:${line.line}: ${reason} (${line.specifier})`);
}

function libIsPure(from: string, { specifier, target }: ResolvedImport): string | undefined {
  if (!from.startsWith('lib/') || isTest(from)) return undefined;
  if (target ? target.startsWith('lib/') : PURE_PACKAGES.test(specifier)) return undefined;
  return 'lib is pure: it imports lib only';
}

function platformKnowsNoDomain(from: string, { target }: ResolvedImport): string | undefined {
  if (!from.startsWith('server/platform/') || isTest(from) || !target) return undefined;
  return /^(lib|server\/platform)\//.test(target)
    ? undefined
    : 'platform knows no domain: it imports lib and platform only';
}

function nobodyImportsApp(from: string, { target }: ResolvedImport): string | undefined {
  if (!target?.startsWith('server/app/') || /^(server\/app|bin|bench|e2e|db)\//.test(from) || isTest(from))
    return undefined;
  return 'nobody imports app';
}

function modulesKeepToTheTable(from: string, { target }: ResolvedImport): string | undefined {
  const own = moduleOf(from);
  if (!own || !target || isTest(from)) return undefined;
  const other = moduleOf(target);
  if (other) return other === own || USES[own]?.includes(other) ? undefined : `${own} does not use ${other}`;
  return /^(lib|server\/platform)\//.test(target) || target.startsWith('server/app/')
    ? undefined
    : `${own} imports lib, platform and modules only`;
}

function othersSeeNounsAndContracts(from: string, { target }: ResolvedImport): string | undefined {
  const other = target && moduleOf(target);
  if (!other || other === moduleOf(from) || isTest(from) || /^(server\/app|bin|bench|e2e|db)\//.test(from))
    return undefined;
  return /^server\/modules\/[^/]+\/[a-z0-9-]+(\.contract)?\.ts$/.test(target)
    ? undefined
    : 'from another module only its plain-noun file and its contract';
}

function contractsArePortable(from: string, { specifier, target }: ResolvedImport): string | undefined {
  if (!isContract(from)) return undefined;
  const fine = target ? target.startsWith('lib/') || isContract(target) : PURE_PACKAGES.test(specifier);
  return fine ? undefined : 'contracts import lib and contracts only';
}

function policiesArePure(from: string, { specifier, target }: ResolvedImport): string | undefined {
  if (!from.endsWith('.policy.ts')) return undefined;
  const impure = target
    ? /\.(sql|routes|jobs)\.ts$|^server\/platform\/(database|db|http|jobs|files|mail)/.test(target)
    : !PURE_PACKAGES.test(specifier);
  return impure ? 'policies are pure' : undefined;
}

function sqlLivesInSqlFiles(from: string, { specifier }: ResolvedImport): string | undefined {
  if (!/^(kysely|pg)(\/|$)/.test(specifier) || !/^(server\/(modules|app)|admin|lib)\//.test(from)) return undefined;
  return from.endsWith('.sql.ts') || isTest(from) ? undefined : 'SQL lives in *.sql.ts';
}

function adminSeesContractsOnly(from: string, { specifier, target }: ResolvedImport): string | undefined {
  if (!from.startsWith('admin/') || isTest(from)) return undefined;
  if (target)
    return /^(admin|lib)\//.test(target) || isContract(target)
      ? undefined
      : 'the admin app sees lib and contracts only';
  const onServer = specifier.startsWith('node:') && !from.endsWith('vite.config.ts');
  return onServer ? 'the admin app runs in the browser' : undefined;
}

function adminUiKnowsNoDomain(from: string, { target }: ResolvedImport): string | undefined {
  if (!from.startsWith('admin/ui/') || !target) return undefined;
  return /^admin\/(modules|app)\/|^server\//.test(target) ? 'admin/ui knows no domain' : undefined;
}

function unknownModules(files: readonly SourceFile[]): string[] {
  const names = new Set(files.map((file) => moduleOf(file.path)).filter((name) => name !== undefined));
  return [...names].filter((name) => !USES[name]).map((name) => `server/modules/${name}: not in the table of modules`);
}

/** Files that load each other in a ring, each ring once. */
function cycles(imports: ReadonlyMap<string, readonly ResolvedImport[]>): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const found: string[] = [];
  const visit = (file: string): void => {
    if (state.get(file) === 'done' || !imports.has(file)) return;
    if (state.get(file) === 'open') {
      found.push(`${file}: a ring of imports: ${[...trail.slice(trail.indexOf(file)), file].join(' → ')}`);
      return;
    }
    state.set(file, 'open');
    trail.push(file);
    for (const { target, kind } of imports.get(file)!) if (target && kind === 'value') visit(target);
    trail.pop();
    state.set(file, 'done');
  };
  for (const file of imports.keys()) visit(file);
  return found;
}
