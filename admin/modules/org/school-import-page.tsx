import { ImportPage } from './import-page.tsx';

export default function SchoolImportPage() {
  return <ImportPage kind="schools" />;
}
