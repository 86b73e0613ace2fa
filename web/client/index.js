// @ts-check
export { ParlanceClient } from './client.js';
export { Failure } from './failure.js';
