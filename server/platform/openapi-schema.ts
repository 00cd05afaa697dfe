import * as z from 'zod/mini';

export interface ObjectSchema {
  properties?: Record<string, unknown>;
  required?: string[];
}

/**
 * A zod schema as JSON Schema that stands at `pointer` of the OpenAPI document ('/paths/~1api~1plans/get/…'). A schema
 * that refers to itself says '#' or '#/$defs/…' and means its own root; inside the document that root is elsewhere.
 */
export function schemaAt(pointer: string, schema: z.ZodMiniType, io: 'input' | 'output'): ObjectSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return moved(made, pointer) as ObjectSchema;
}

function moved(value: unknown, pointer: string): unknown {
  if (Array.isArray(value)) return value.map((item) => moved(item, pointer));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === '$ref' && typeof part === 'string' && part.startsWith('#')
        ? `#${pointer}${part.slice(1)}`
        : moved(part, pointer),
    ]),
  );
}

/** One step of a JSON pointer (RFC 6901), also allowed in a URI fragment. */
export const pointerStep = (name: string): string =>
  encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
