import { passed } from '../../base/passed.js';
import { sortedMapOf } from '../../base/sorted-map.js';
import { REGISTRY_PATH } from '../../paths/owned-paths.js';
import { portFailure } from '../../ports/port-failure.js';
import type { LiveState } from './live-state.js';
import { indexRegistry } from './registry-index.js';
import { NO_TALLY } from './tally.js';

/** A workspace of which nothing was looked at yet. */
export function emptyLive(): LiveState {
  return passed<LiveState>({
    folders: sortedMapOf(),
    unseen: new Set(),
    registry: {
      answer: portFailure('broken', 'read', REGISTRY_PATH, 'not read yet'),
      parsed: null,
      accepted: null,
      index: indexRegistry(null, null),
    },
    declarations: sortedMapOf(),
    unread: sortedMapOf(),
    claimants: sortedMapOf(),
    takers: sortedMapOf(),
    judged: sortedMapOf(),
    general: [],
    journal: [],
    told: sortedMapOf(),
    findings: sortedMapOf(),
    overflows: false,
    tally: NO_TALLY,
  });
}
