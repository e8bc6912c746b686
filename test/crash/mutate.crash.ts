import { crashSuite } from './crash-suite.js';
import { mutateScenarios } from './scenarios/mutate-scenarios.js';

crashSuite('mutate', mutateScenarios);
