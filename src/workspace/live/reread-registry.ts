import { parseRegistry } from '../../artifacts/registry/parse-registry.js';
import type { ParsedRegistry } from '../../artifacts/registry/parsed-registry.js';
import { err, ok } from 'neverthrow';
import { fileDiagnosticLimits } from '../../diagnostics/diagnostic-limits.js';
import { REGISTRY_PATH } from '../../paths/owned-paths.js';
import type { PortResult } from '../../ports/port-error.js';
import { portFailure } from '../../ports/port-failure.js';
import type { ReadPort } from '../../ports/read-port.js';
import type { FileReading } from '../file-reading.js';
import type { ObserveOptions } from '../observe-workspace.js';
import { rereadFiles } from '../reread-files.js';

type Answer = PortResult<FileReading<ParsedRegistry>>;

/** Reads the registry, parsed only where its bytes are others. */
export async function rereadRegistry(read: ReadPort, known: Answer | undefined, options: ObserveOptions): Promise<PortResult<Answer>> {
  const { compute, json, signal } = options;
  const limits = fileDiagnosticLimits(options.diagnostics);
  const ran = await rereadFiles<ParsedRegistry>(read, [{ path: REGISTRY_PATH, known }], {
    isKnown: () => false,
    stats: new Map(),
    maxBytes: json.maxBytes,
    compute,
    parse: (bytes, path) => parseRegistry(bytes, path, json, limits),
    latestMs: -Infinity,
    signal,
  });
  if (ran.isErr()) return err(ran.error);
  return ok(ran.value.answers[0] ?? portFailure('broken', 'read', REGISTRY_PATH));
}
