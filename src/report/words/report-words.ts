import type { ReportDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from '../area-words.js';

/** What there is to say of the codes about a report itself. */
export const reportWords: AreaWords<ReportDiagnosticData> = {
  INTERNAL_DEFECT: {
    summary: 'The packer, or something injected into it, has a defect.',
    help: 'Report it with the files that cause it. Nothing was half written: an interrupted plan is completed or dropped at the next one.',
  },
  DIAGNOSTICS_OMITTED: {
    summary: 'One code was found so often in one file that only the first findings are shown.',
    help: 'Mend what is shown; the count is exact, and the verdict rests on it.',
  },
};
