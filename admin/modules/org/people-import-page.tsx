import { ImportPage } from './import-page.tsx';

export default function PeopleImportPage() {
  return <ImportPage kind="people" />;
}
