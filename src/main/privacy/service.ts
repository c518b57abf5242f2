export { everythingAbout, exportPerson } from './service/export.ts';
