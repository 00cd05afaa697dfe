import { html } from 'hono/html';
import type { Endpoint } from '#lib/contract.ts';
import { pointerStep, schemaAt } from './openapi-schema.ts';
import type { Route } from './route.ts';

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  'x-right': string;
  security: Record<string, string[]>[];
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

/** The routes as OpenAPI 3.1: the same declarations that the server checks and the admin app calls. */
export function openApiDocument(routes: readonly Route[]): OpenApi {
  const paths: OpenApi['paths'] = {};
  for (const route of routes) {
    const path = `/api${route.endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
    const method = route.endpoint.method.toLowerCase();
    paths[path] ??= {};
    paths[path][method] = operation(route, `/paths/${pointerStep(path)}/${method}`);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lan Tỏa',
      version: '1',
      description: 'Công tác truyền thông ngành Giáo dục. Errors are RFC 9457 problem details with a stable code.',
    },
    paths,
    components,
  };
}

const components = {
  securitySchemes: {
    session: { type: 'apiKey', in: 'cookie', name: '__Host-lantoa' },
    key: { type: 'http', scheme: 'bearer', description: 'An access key made under /app/tai-khoan/khoa' },
  },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description:
        'Makes a retried write safe: for 24 hours the same key and body answer the same and do nothing twice',
      schema: { type: 'string' },
    },
  },
  responses: {
    Problem: {
      description: 'Problem details',
      content: {
        'application/problem+json': {
          schema: {
            type: 'object',
            required: ['type', 'status', 'code', 'title', 'requestId'],
            properties: {
              type: { type: 'string' },
              status: { type: 'integer' },
              code: { type: 'string' },
              title: { type: 'string' },
              requestId: { type: 'string' },
              fields: { type: 'object', additionalProperties: { type: 'string' } },
              params: { type: 'object' },
              current: {},
            },
          },
        },
      },
    },
  },
};

function operation(route: Route, at: string): Operation {
  const { endpoint, kind } = route;
  const { parameters, requestBody } = inputOf(route, at);
  return {
    operationId: `${endpoint.method.toLowerCase()}${endpoint.path.replace(/[/:.-]+(\w)/g, (_, ch: string) => ch.toUpperCase())}`,
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[1] ?? ''],
    'x-right': rightOf(endpoint),
    security:
      endpoint.open !== undefined
        ? []
        : endpoint.own !== undefined && !endpoint.byKey
          ? [{ session: [] }]
          : [{ session: [] }, { key: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    responses: {
      '200': { description: 'OK', content: reply(route, `${at}/responses/200/content`) },
      default: { $ref: '#/components/responses/Problem' },
    },
  };

  function reply({ endpoint: { output } }: Route, place: string): unknown {
    if (kind === 'send') return { 'application/octet-stream': {} };
    if (kind === 'live') return { 'text/event-stream': {} };
    return { 'application/json': { schema: schemaAt(`${place}/application~1json/schema`, output, 'output') } };
  }
}

const rightOf = (endpoint: Endpoint): string =>
  endpoint.can ?? (endpoint.own !== undefined ? `own: ${endpoint.own}` : `open: ${endpoint.open}`);

/** The flat input, taken apart again into what stands in the path, in the query and in the body. */
function inputOf({ endpoint, kind }: Route, at: string): { parameters: unknown[]; requestBody: object | undefined } {
  const body = `${at}/requestBody/content/application~1json/schema`;
  const schema = schemaAt(body, endpoint.input, 'input');
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map((m) => m[1]!);
  const required = (schema.required ?? []).filter((name) => !inPath.includes(name));
  const named = Object.entries(schema.properties ?? {});
  const rest = named.filter(([name]) => !inPath.includes(name));
  const asQuery = endpoint.method === 'GET' || endpoint.method === 'DELETE' || kind === 'receive';
  const parameters: unknown[] = [
    ...named
      .filter(([name]) => inPath.includes(name))
      .map(([name, of]) => ({ name, in: 'path', required: true, schema: of })),
    ...(asQuery
      ? rest.map(([name, of]) => ({ name, in: 'query', required: required.includes(name), schema: of }))
      : []),
    ...((kind === 'write' || kind === 'prepared') && endpoint.open === undefined
      ? [{ $ref: '#/components/parameters/IdempotencyKey' }]
      : []),
  ];
  if (kind === 'receive') return { parameters, requestBody: { content: { 'application/octet-stream': {} } } };
  if (asQuery || rest.length === 0) return { parameters, requestBody: undefined };
  const inBody = { ...schema, properties: Object.fromEntries(rest), required };
  return {
    parameters,
    requestBody: { required: required.length > 0, content: { 'application/json': { schema: inBody } } },
  };
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
${rows
  .filter((r) => r.op.tags[0] === tag)
  .map(
    (r) =>
      html`<tr><td><code>${r.method}</code></td><td><code>${r.path}</code></td><td>${r.op.summary}</td><td><code>${r.op['x-right']}</code></td></tr>`,
  )}
</tbody></table>`,
)}</main></body></html>`;
}
