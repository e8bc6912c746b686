import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

type Part = Readonly<Record<string, unknown>>;

/** The published schema of reports. */
export function readReportSchema(): Part {
  return JSON.parse(readFileSync(new URL('../../docs/schemas/report.v1.schema.json', import.meta.url), 'utf8')) as Part;
}

/** The schema with no room for keys that it does not name, so that a report with a key that nobody described is refused. */
function close(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(close);
  if (typeof part !== 'object' || part === null) return part;
  const closed = Object.fromEntries(Object.entries(part).map(([keyword, value]) => [keyword, close(value)]));
  return closed['type'] === 'object' && 'properties' in closed ? { additionalProperties: false, ...closed } : closed;
}

/** Judges reports by the published schema, and refuses keys that it does not name. */
export function reportSchema(): ValidateFunction {
  return new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(close(readReportSchema()) as Part);
}
