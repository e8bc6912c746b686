import { crashSuite } from './crash-suite.js';
import { buildScenarios } from './scenarios/build-scenarios.js';

crashSuite('build', buildScenarios);
