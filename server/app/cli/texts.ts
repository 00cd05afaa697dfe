import { useCatalogue as setCatalogue } from '#platform/texts.ts';
import { catalogue } from '../catalogue.ts';

/** Commands print from the same catalogue as the screens. */
export const sayInVietnamese = (): void => setCatalogue(catalogue);
