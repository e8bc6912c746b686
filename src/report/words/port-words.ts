import type { PortDiagnosticData } from 'prometeu-packer';
import type { AreaWords } from '../area-words.js';

/** What there is to say of the codes of this area: what the host, or the port to it, could not do. */
export const portWords: AreaWords<PortDiagnosticData> = {
  IO_NOT_FOUND: {
    summary: 'A file or folder that is needed does not exist.',
    help: 'Restore it, or correct the path that names it.',
  },
  IO_DENIED: {
    summary: 'The host forbids access to a file or folder.',
    help: 'Give the user who runs the packer access to it, and to the folders above it.',
  },
  IO_EXISTS: {
    summary: 'Something stands where a new file or folder was to be made.',
    help: 'Move or remove what stands there, then try again.',
  },
  IO_WRONG_KIND: {
    summary: 'A folder, a device, a socket or a pipe stands where a file is expected, or the other way round.',
    help: 'Move or remove what stands there, then try again.',
  },
  IO_FOLDER_NOT_EMPTY: {
    summary: 'A folder that was to be removed still holds entries.',
    help: 'Move or remove what it holds, then try again.',
  },
  IO_TOO_LARGE: {
    summary: 'A file is larger than the limit for files of its kind.',
    help: 'Make it smaller, or raise the limit in the options. Nothing of it was used.',
  },
  IO_CHANGED: {
    summary: 'A file changed while it was read, twice in a row.',
    help: 'Wait until whatever writes it has finished, then try again.',
  },
  IO_NO_SPACE: {
    summary: 'The disk, or the share of it that the user may fill, is full.',
    help: 'Make room, then try again.',
  },
  IO_READ_ONLY: {
    summary: 'The workspace is on a disk that is mounted read-only.',
    help: 'Mount it writable, or copy the workspace elsewhere. Reading and checking go on.',
  },
  IO_BUSY: {
    summary: 'Another program holds a file or folder open so that it cannot be changed.',
    help: 'Close that program (an editor, a virus scanner), then try again.',
  },
  IO_TOO_MANY_OPEN: {
    summary: 'The host lets this process, or all together, open no more files.',
    help: 'Raise the limit of open files, or end what holds them; the packer opens few at a time.',
  },
  IO_CROSS_DEVICE: {
    summary: 'A file cannot be renamed from one disk to another.',
    help: 'Keep each folder of the workspace whole on one disk.',
  },
  IO_NAME_TOO_LONG: {
    summary: 'The host takes no path of that length.',
    help: 'Shorten the names, or move the workspace nearer to the top of the disk.',
  },
  IO_LOST: {
    summary: 'A lock was removed or replaced by someone else, or a handle was used after it was closed.',
    help: 'Find out what removed the lock or closed the file, then try again. Nothing was committed without it.',
  },
  IO_ABORTED: {
    summary: 'The operation was cancelled.',
    help: 'Start it again to have it done.',
  },
  IO_UNSUPPORTED: {
    summary: 'The host, or the port to it, cannot do what was asked.',
    help: 'Use another disk or another port for this workspace.',
  },
  IO_FAILED: {
    summary: 'The host reported a fault that has no code of its own.',
    help: "Look up the host's own word for it; EIO is a failing disk or network.",
  },
  IO_BROKEN_PORT: {
    summary: 'The port to the host broke its contract: it threw, or answered wrongly, twice or not at all.',
    help: 'Run the port contract suite of prometeu-packer/testing on that port.',
  },
};
