import { firstVersionDescriptor } from '../../versioning/first-version-descriptor.js';

/** Versions of the journal. */
export const journalDescriptor = firstVersionDescriptor({ artifact: 'journal', whenUnsupported: 'refuse' });
