import { z } from 'astro/zod';

interface JsonSchema {
  type?: string;
  enum?: unknown[];
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}

/** The fields of a kind, one a line: name, whether it must be there, what may stand in it, and what it is for. */
export function fieldsOf(schema: z.ZodType, indent = ''): string[] {
  return lines(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema, indent);
}

function lines(schema: JsonSchema, indent: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const must = schema.required?.includes(name) ? '' : ' (may be left out)';
    const values = field.enum
      ? `one of ${field.enum.join(', ')}`
      : field.items?.enum
        ? `some of ${field.items.enum.join(', ')}`
        : (field.type ?? '');
    return [
      `${indent}${name}${must}: ${[field.description, values].filter(Boolean).join('. ')}`,
      ...lines(field.items?.properties ? field.items : field, `${indent}  `),
    ];
  });
}
