export { findRegexFault } from '../../infra/patterns/regex-fault.ts';
