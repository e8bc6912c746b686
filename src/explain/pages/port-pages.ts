import type { PortDiagnosticData } from 'prometeu-packer';
import type { AreaPages } from '../code-page.js';

const AGAIN = 'Run the command again.';
const CONTRACT = 'Run `portContractCases` from `prometeu-packer/testing` on the port: it names the call that goes wrong.';

/** Pages of the codes of what the host, or the port to it, could not do. */
export const portPages: AreaPages<PortDiagnosticData> = {
  IO_NOT_FOUND: {
    why: 'Something that was named, or that was listed a moment ago, is not there. To go on without it would check or pack less than was asked for. Where it was listed before, another program has removed it meanwhile.',
    fix: [
      'Check the path that you gave: it starts at the workspace.',
      'Restore the file, or wait until the program that moves it has finished.',
      AGAIN,
    ],
  },
  IO_DENIED: {
    why: 'What cannot be looked at cannot be judged, and must not be taken for absent either: assets may lie behind it. So the path blocks what depends on it until it can be read.',
    fix: [
      'Give the user who runs the packer the right to read it, and to enter the folders above it.',
      'In a container or a pipeline, see which user made the checkout.',
      'Where it is none of the project, move it out of `assets`.',
      AGAIN,
    ],
  },
  IO_EXISTS: {
    why: 'A new file or folder was to be made, and one of that name stands there. The packer replaces nothing that it did not expect, since that may be the work of another program.',
    fix: [
      'Look at what stands there, and move or delete it where it is not needed.',
      'Where another packer is running, let it finish.',
      AGAIN,
    ],
  },
  IO_WRONG_KIND: {
    why: 'A file is needed here and a folder or a device stands there, or the other way round. Reading a device or a pipe can block for ever, so none is ever opened.',
    fix: ['Check the path that you gave.', 'Move away what stands there, and put the file or folder that is meant in its place.'],
  },
  IO_FOLDER_NOT_EMPTY: {
    why: 'The packer removes only folders that it made and that are empty again. In this one something else has appeared, which would be lost.',
    fix: ['Look into the folder that the message names, and move out what belongs elsewhere.', AGAIN],
  },
  IO_TOO_LARGE: {
    why: 'Each kind of file has a limit in bytes, so that no file can use up all memory, and the refusal is the same on every machine. A file over it is not read at all, not even in part: half a file would be judged as if it were whole.',
    fix: [
      'Look at the file: something else may have got into its place, such as a recording or a log.',
      'Where it is right, raise the limit: pass `budgets` to the operation.',
    ],
  },
  IO_CHANGED: {
    why: 'The file was another one at the end of the read than at its beginning, twice. What was read is a mixture of two states that never stood on disk together, and a digest of it would prove nothing.',
    fix: [
      'Find out which program writes the file: an exporter, a synchronised folder, or an editor that saves by itself.',
      'Wait until it has finished, and run the command again.',
    ],
  },
  IO_NO_SPACE: {
    why: 'No more could be written. Nothing that was there before was touched: new content is written beside the old, and takes its place only once all of it is on disk.',
    fix: ['Make room on the disk, or raise the quota of the user: a build needs the size of its archive once more.', AGAIN],
  },
  IO_READ_ONLY: {
    why: 'The disk takes no changes. Reading, checking and previews work all the same; what is to be written needs another place.',
    fix: [
      'Mount the disk writable, or copy the workspace to one that is.',
      'In a container, mount the folder of the workspace without `ro`.',
      'To look only, run `prometeu-packer doctor` or `prometeu-packer verify`, which write nothing.',
    ],
  },
  IO_BUSY: {
    why: 'Another program holds the file in a way that keeps everyone else out, as is common on Windows. The packer tries again a few times; a program that keeps the file for longer has to be asked by a person.',
    fix: [
      'Close the program that has the file open: an editor, a preview, a virus scanner.',
      'Take the workspace out of on-access scanning where this happens often.',
      AGAIN,
    ],
  },
  IO_TOO_MANY_OPEN: {
    why: 'The host gives each process, and the machine as a whole, so many open files. The packer itself opens few at a time, so another part of this process, or another program, holds the rest. A file that cannot be opened cannot be judged.',
    fix: [
      'End programs that hold many files, such as watchers of large folders.',
      'Raise the limit: `ulimit -n` in a shell, or the setting of the service.',
      'In a program of your own, close the handles that you open.',
    ],
  },
  IO_CROSS_DEVICE: {
    why: 'A rename that takes the place of a file in one step works within one disk only. Copying instead could be cut off in the middle and leave half a file, so it is not done.',
    fix: [
      'Keep the workspace whole on one disk: no mount and no junction below it.',
      'In a container, mount the workspace as one folder rather than several.',
      AGAIN,
    ],
  },
  IO_NAME_TOO_LONG: {
    why: 'The path is fine in the project, but with the folder of the workspace before it the host takes no name of that length. The file may well be sound; it cannot be opened from here.',
    fix: ['Move the workspace nearer to the top of the disk.', 'Shorten the names of folders in it.', 'On Windows, allow long paths.'],
  },
  IO_LOST: {
    why: 'A lock or an open file that was ours is so no longer: it was removed, replaced or closed behind our back. What is read or written without it could mix with the work of another process.',
    fix: [
      'Find out what removes it: a clean-up script, a tool that synchronises folders, a network share that broke off.',
      AGAIN,
      'In a port of your own, keep a handle open until it is closed by its caller.',
    ],
  },
  IO_ABORTED: {
    why: 'The caller cancelled, so what was asked for was not done, or not to its end. A half-read workspace is not reported as if it were whole.',
    fix: [
      'Start it again when you want it done.',
      'Where nobody cancelled, look for a time limit in the pipeline or the program that called.',
    ],
  },
  IO_UNSUPPORTED: {
    why: 'The operation needs something that this host, disk or port does not have. There is no other way to do it that would keep the same promises.',
    fix: [
      'Use a disk of this machine: some network shares and virtual disks lack operations that others have.',
      'In a port of your own, implement the operation that the message names.',
    ],
  },
  IO_FAILED: {
    why: 'The host reports a fault that is none of the usual ones. `EIO`, for one, means that the disk, its cable or the network could not deliver. What was read up to there is not used.',
    fix: [
      'Look up the word of the host that stands in the message.',
      'Check the disk and its log, on a network share the connection.',
      'Copy the workspace to another disk, and run the command there.',
    ],
  },
  IO_BROKEN_PORT: {
    why: 'The port stands between the packer and the host, and everything rests on its answers. This one threw, answered twice, not at all, or with something that is no answer. What it says of files cannot be trusted from then on.',
    fix: [CONTRACT, 'Where the port comes with the packer, report it with the message.'],
  },
};
