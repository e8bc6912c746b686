import type { PanelController } from './panel-controller.js';
import type { PanelState } from './panel-state.js';

/** A part of the panel. */
export interface PanelView {
  /** What stands in the page. */
  readonly node: HTMLElement;
  /** Shows a state; called after each change. */
  readonly render: (state: PanelState, before: PanelState | null) => void;
}

/** What every part of the panel is made with. */
export interface PanelViewContext {
  /** The page. */
  readonly document: Document;
  /** What a person can do; asked anew each time, since opening another workspace makes another. */
  readonly control: () => PanelController;
  /** What is shown now. */
  readonly state: () => PanelState;
}
