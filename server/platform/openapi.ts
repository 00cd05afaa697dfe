import { html } from 'hono/html';
import * as z from 'zod/mini';
import type { Route } from './route.ts';

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  'x-right': string;
  parameters?: unknown[];
  requestBody?: unknown;
  responses: Record<string, unknown>;
}
export interface OpenApi {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
  components: unknown;
}

interface ObjectSchema {
  properties?: Record<string, unknown>;
  required?: string[];
}

const problem = { $ref: '#/components/responses/Problem' };

/** The routes as OpenAPI 3.1: the same declarations that the server checks and the admin app calls. */
export function openApiDocument(routes: readonly Route[]): OpenApi {
  const paths: OpenApi['paths'] = {};
  for (const route of routes) {
    const path = `/api${route.endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] ??= {};
    paths[path][route.endpoint.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lan Tỏa',
      version: '1',
      description: 'Công tác truyền thông ngành Giáo dục. Errors are RFC 9457 problem details with a stable code.',
    },
    paths,
    components: {
      responses: {
        Problem: {
          description: 'Problem details',
          content: {
            'application/problem+json': {
              schema: {
                type: 'object',
                required: ['status', 'code', 'title', 'requestId'],
                properties: {
                  status: { type: 'integer' },
                  code: { type: 'string' },
                  title: { type: 'string' },
                  requestId: { type: 'string' },
                  fields: { type: 'object' },
                  current: {},
                },
              },
            },
          },
        },
      },
    },
  };
}

function operation({ endpoint, kind }: Route): Operation {
  const schema = z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' }) as ObjectSchema;
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map((m) => m[1]!);
  const properties = Object.entries(schema.properties ?? {});
  const rest = properties.filter(([k]) => !inPath.includes(k));
  const asQuery = endpoint.method === 'GET' || endpoint.method === 'DELETE' || kind === 'receive';
  const parameter =
    (where: 'path' | 'query') =>
    ([name, of]: [string, unknown]) => ({
      name,
      in: where,
      required: where === 'path' || (schema.required ?? []).includes(name),
      schema: of,
    });
  const parameters = [
    ...properties.filter(([k]) => inPath.includes(k)).map(parameter('path')),
    ...(asQuery ? rest.map(parameter('query')) : []),
  ];
  const required = (schema.required ?? []).filter((k) => !inPath.includes(k));
  return {
    operationId: `${endpoint.method.toLowerCase()}${endpoint.path.replace(/[/:.-]+(\w)/g, (_, ch: string) => ch.toUpperCase())}`,
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[1] ?? ''],
    'x-right': endpoint.can ?? (endpoint.own !== undefined ? `own: ${endpoint.own}` : `open: ${endpoint.open}`),
    ...(parameters.length > 0 && { parameters }),
    ...(kind === 'receive' && { requestBody: { content: { 'application/octet-stream': {} } } }),
    ...(!asQuery &&
      rest.length > 0 && {
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { type: 'object', properties: Object.fromEntries(rest), required, additionalProperties: false },
            },
          },
        },
      }),
    responses: { '200': { description: 'OK', content: reply(endpoint.output, kind) }, default: problem },
  };
}

function reply(output: z.ZodMiniType, kind: Route['kind']): unknown {
  if (kind === 'send') return { 'application/octet-stream': {} };
  if (kind === 'live') return { 'text/event-stream': {} };
  return { 'application/json': { schema: z.toJSONSchema(output, { unrepresentable: 'any' }) } };
}

/** The same document for people: every address with its right, one line each, readable without script. */
export function openApiPage(document: OpenApi) {
  const rows = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, op]) => ({ path, method: method.toUpperCase(), op })),
  );
  const tags = [...new Set(rows.map((r) => r.op.tags[0] ?? ''))].sort();
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Lan Tỏa API</title><link rel="stylesheet" href="/app/api.css"></head>
<body><main><h1>Lan Tỏa API</h1><p>OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a>. Errors are problem details (RFC 9457) with a stable <code>code</code>. Retried writes carry <code>Idempotency-Key</code>.</p>
${tags.map(
  (
    tag,
  ) => html`<h2>${tag}</h2><table><thead><tr><th>Method</th><th>Path</th><th>What it does</th><th>Right</th></tr></thead><tbody>
${rows.filter((r) => r.op.tags[0] === tag).map((r) => html`<tr><td><code>${r.method}</code></td><td><code>${r.path}</code></td><td>${r.op.summary}</td><td><code>${r.op['x-right']}</code></td></tr>`)}
</tbody></table>`,
)}</main></body></html>`;
}
