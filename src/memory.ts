/**
 * A workspace in memory that answers as the Node adapter does: for tests, browsers and overlays.
 *
 * @packageDocumentation
 */
export { createMemoryWorkspace, type MemoryWorkspace, type MemoryWorkspaceOptions } from './memory/create-memory-workspace.js';
export type { MemoryContent, MemoryEditor } from './memory/memory-editor.js';
