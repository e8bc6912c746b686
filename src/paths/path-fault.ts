/** Most UTF-8 bytes of one segment: what the file systems in use take. */
export const MAX_SEGMENT_BYTES = 255;

/** Most UTF-8 bytes of a whole path. */
export const MAX_PATH_BYTES = 1024;

/**
 * What makes a path unfit.
 *
 * - `empty`: no text at all. - `absolute`: begins with a separator. - `unc`: begins with two (`\\server`, `\\?\`).
 * - `drive`: begins as `C:`. - `scheme`: begins as `file:/`.
 * - `parent-segment`: `..`. - `dot-segment`: `.`. - `empty-segment`: `a//b`, or a separator at the end.
 * - `slash`: a separator in what should be one name. - `backslash`: a separator on some platforms.
 * - `control-character`: U+0000 to U+001F, U+007F to U+009F. - `reserved-character`: one of `<>:"|?*`.
 * - `reserved-name`: a device name of Windows, in any case, with any extension.
 * - `leading-space`, `trailing-dot-or-space`: dropped by some platforms.
 * - `replacement-character`: U+FFFD, which stands for bytes on disk that were not UTF-8. - `lone-surrogate`: has no UTF-8 form.
 * - `segment-too-long`: over `MAX_SEGMENT_BYTES`. - `path-too-long`: over `MAX_PATH_BYTES`.
 */
export type PathFaultKind =
  | 'empty'
  | 'absolute'
  | 'unc'
  | 'drive'
  | 'scheme'
  | 'parent-segment'
  | 'dot-segment'
  | 'empty-segment'
  | 'slash'
  | 'backslash'
  | 'control-character'
  | 'reserved-character'
  | 'reserved-name'
  | 'leading-space'
  | 'trailing-dot-or-space'
  | 'replacement-character'
  | 'lone-surrogate'
  | 'segment-too-long'
  | 'path-too-long';

/** Why a text is no workspace path. */
export interface PathFault {
  /** What is wrong. */
  readonly kind: PathFaultKind;
  /** The segment at fault; the beginning of the path where that is at fault; the whole path where it is too long. */
  readonly segment: string;
  /** UTF-16 code units from the start of the path to what is at fault. */
  readonly index: number;
}
