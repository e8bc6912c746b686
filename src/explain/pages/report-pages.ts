import type { ReportDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

/** Pages of the codes about a report itself. */
export const reportPages: AreaPages<ReportDiagnosticData> = {
  INTERNAL_DEFECT: {
    why: 'Something went wrong that no input may cause: a fault in the packer, or in what a program passed in, such as a source of identities or of digests. The operation broke off where it was and its result is not used. Files are safe: a plan is either not committed yet, or finished by the next run.',
    fix: [
      'Where you pass in functions of your own, see whether the reason names one of them.',
      'Run `prometeu-packer doctor` to see whether the workspace is as you left it.',
      'Report it with the reason, the release, and where you can the files that cause it.',
    ],
  },
  DIAGNOSTICS_OMITTED: {
    why: 'One cause often gives thousands of findings, and the others would be lost among them. Of each code in one file 50 are shown; the count in the message is exact, and the verdict rests on all of them. Nothing is hidden for good.',
    fix: [
      'Mend the first few findings of that code: what they have in common is most likely the cause of the rest.',
      'Run the command again; what is left is shown then.',
    ],
  },
};
