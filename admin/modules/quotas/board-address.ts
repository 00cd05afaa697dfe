import { paths } from '../../app/paths.ts';

export const noBoardFilters = { donVi: '', ky: '', luc: '', dinhMuc: '' };
export type BoardFilters = { [K in keyof typeof noBoardFilters]: string };

export const boardPath = (filters: BoardFilters): string => paths.quotaBoard.to({}, filters);
