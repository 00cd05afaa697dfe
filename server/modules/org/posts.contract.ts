import * as z from 'zod/mini';
import { day, endpoint, id, input, name, page, paging, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { postKinds } from '#lib/unit-kinds.ts';

export const postRow = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  kind: z.enum(postKinds),
  title: z.string(),
  personId: z.nullable(z.string()),
  personName: z.nullable(z.string()),
  validFrom: z.string(),
  /** First day on which it no longer holds. */
  validTo: z.nullable(z.string()),
  version: z.number(),
  can: z.array(z.enum(['assign', 'vacate', 'end'])),
});
export type PostRow = z.output<typeof postRow>;

export const listPosts = endpoint({
  method: 'GET',
  path: '/posts',
  summary: 'Posts of the units in reach; vacancy=only lists what is waiting for somebody',
  can: 'people.read',
  input: input({
    unitId: z.optional(id()),
    kind: z.optional(z.enum(postKinds)),
    vacancy: z.optional(z.enum(['only'])),
    /** Also posts that ended. */
    past: z.optional(z.enum(['include'])),
    ...paging,
  }),
  output: page(postRow),
});

export const createPost = endpoint({
  method: 'POST',
  path: '/units/:unitId/posts',
  summary: 'A post of the unit, held by somebody or vacant',
  can: 'people.manage',
  input: input({
    unitId: id(),
    kind: z.enum(postKinds),
    title: name(200),
    personId: z.optional(id()),
    validFrom: z.optional(day()),
  }),
  output: postRow,
});

export const assignPost = endpoint({
  method: 'POST',
  path: '/posts/:postId/assignment',
  summary: 'Somebody holds the post from a day on; whoever held it before keeps it in the history',
  can: 'people.manage',
  input: input({ postId: id(), version: version(), personId: id(), validFrom: z.optional(day()) }),
  output: postRow,
});

export const vacatePost = endpoint({
  method: 'POST',
  path: '/posts/:postId/vacancy',
  summary: 'The post is vacant from a day on and shows as a to-do',
  can: 'people.manage',
  input: input({ postId: id(), version: version(), validFrom: z.optional(day()) }),
  output: postRow,
});

export const endPost = endpoint({
  method: 'POST',
  path: '/posts/:postId/end',
  summary: 'The post itself ends on a day',
  can: 'people.manage',
  input: input({ postId: id(), version: version(), on: z.optional(day()) }),
  output: postRow,
});

interface PostShape {
  kind: string;
  title: string;
  personId: string | null;
  validFrom: string;
  validTo: string | null;
}
export const postCreated = event<PostShape>('post.created', { kind: 'post' });
export const postAssigned = event<PostShape>('post.assigned', { kind: 'post' });
export const postVacated = event<PostShape>('post.vacated', { kind: 'post' });
export const postEnded = event<PostShape>('post.ended', { kind: 'post' });
