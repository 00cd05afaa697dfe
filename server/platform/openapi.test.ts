import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as z from 'zod/mini';
import { endpoint, id, input, name, whole } from '#lib/contract.ts';
import { openApiDocument, openApiPage } from './openapi.ts';
import { live, read, receive, send, write } from './route.ts';

interface Branch {
  name: string;
  children: Branch[];
}
const branch: z.ZodMiniType<Branch> = z.object({ name: z.string(), children: z.array(z.lazy(() => branch)) });
const none = async () => null;

const routes = [
  read(
    endpoint({
      method: 'GET',
      path: '/units/:unitId/branches',
      summary: 'Branches <of> a unit',
      can: 'units.read',
      input: input({ unitId: id(), depth: z._default(whole(1, 9), 3) }),
      output: z.object({ top: branch }),
    }),
    none as never,
  ),
  write(
    endpoint({
      method: 'POST',
      path: '/units/:unitId/branches',
      summary: 'Add a branch',
      can: 'units.manage',
      input: input({ unitId: id(), name: name(), below: z.optional(branch) }),
      output: z.null(),
    }),
    none as never,
  ),
  write(
    endpoint({
      method: 'POST',
      path: '/session',
      summary: 'Sign in',
      open: 'not yet known',
      input: input({ word: z.string() }),
      output: z.null(),
    }),
    none as never,
  ),
  receive(
    endpoint({
      method: 'PATCH',
      path: '/uploads/:uploadId',
      summary: 'Bytes',
      own: 'theirs',
      input: input({ uploadId: id(), offset: whole(0, 9) }),
      output: z.null(),
    }),
    none as never,
  ),
  send(
    endpoint({
      method: 'GET',
      path: '/files/:fileId',
      summary: 'File',
      own: 'theirs',
      input: input({ fileId: id() }),
      output: z.unknown(),
    }),
    none as never,
  ),
  live(
    endpoint({ method: 'GET', path: '/live', summary: 'Live', own: 'theirs', input: input({}), output: z.unknown() }),
    none as never,
  ),
];

type Node = Record<string, unknown>;

describe('the OpenAPI document', () => {
  const document = JSON.parse(JSON.stringify(openApiDocument(routes)));
  const operations: Node[] = Object.values(document.paths as Record<string, Record<string, Node>>).flatMap((methods) =>
    Object.values(methods),
  );

  /** What a reference points at, by RFC 6901. */
  const at = (ref: string): unknown =>
    ref
      .slice(2)
      .split('/')
      .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>((value, step) => (value as Node | undefined)?.[step], document);
  const walk = (value: unknown, visit: (node: Node) => void): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) visit(value as Node);
    for (const part of Object.values(value)) walk(part, visit);
  };

  test('says which standard it follows and names itself', () => {
    assert.match(document.openapi, /^3\.1\.\d$/);
    assert.ok(document.info.title && document.info.version);
  });

  test('every operation has its own id, a summary, a right and an answer for errors', () => {
    const ids = operations.map((operation) => operation.operationId);
    assert.equal(new Set(ids).size, operations.length);
    for (const operation of operations) {
      assert.match(String(operation.operationId), /^[a-z][A-Za-z]+$/);
      assert.ok(operation.summary && operation['x-right']);
      const responses = operation.responses as Node;
      assert.ok(responses['200'] && responses.default);
    }
  });

  test('every parameter of a path is declared once, in the path, and required', () => {
    for (const [path, methods] of Object.entries(document.paths as Record<string, Record<string, Node>>)) {
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      for (const operation of Object.values(methods)) {
        const given = ((operation.parameters ?? []) as Node[]).filter((parameter) => parameter.in === 'path');
        assert.deepEqual(
          given.map((parameter) => parameter.name),
          wanted,
        );
        assert.ok(given.every((parameter) => parameter.required === true && parameter.schema));
      }
    }
  });

  test('every reference points at something, also where a schema contains itself', () => {
    let refs = 0;
    walk(document, (node) => {
      if (typeof node.$ref !== 'string') return;
      refs++;
      assert.notEqual(at(node.$ref), undefined, node.$ref);
    });
    assert.ok(refs > operations.length, 'the recursive schemas refer to themselves');
  });

  test('a body holds what is not in the path and refuses the rest; a query may have defaults', () => {
    const { post, get } = document.paths['/api/units/{unitId}/branches'];
    const schema = post.requestBody.content['application/json'].schema;
    assert.deepEqual(Object.keys(schema.properties), ['name', 'below']);
    assert.deepEqual(schema.required, ['name']);
    assert.equal(schema.additionalProperties, false);
    const depth = get.parameters.find((parameter: Node) => parameter.name === 'depth');
    assert.deepEqual([depth.in, depth.required], ['query', false]);
  });

  test('open addresses need no session, files and bytes and events have their own types', () => {
    assert.deepEqual(document.paths['/api/session'].post.security, []);
    assert.deepEqual(document.paths['/api/live'].get.security, [{ session: [] }]);
    assert.ok(document.paths['/api/uploads/{uploadId}'].patch.requestBody.content['application/octet-stream']);
    assert.ok(document.paths['/api/files/{fileId}'].get.responses['200'].content['application/octet-stream']);
    assert.ok(document.paths['/api/live'].get.responses['200'].content['text/event-stream']);
  });

  test('the page for people lists every address and escapes what it says', async () => {
    const page = String(await openApiPage(openApiDocument(routes)));
    for (const path of Object.keys(document.paths)) assert.ok(page.includes(path), path);
    assert.ok(page.includes('Branches &lt;of&gt; a unit'));
  });
});
