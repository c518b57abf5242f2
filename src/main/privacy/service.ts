export { erasable, eraseAgain, erasePerson, setHold } from './service/erase.ts';
export { everythingAbout, exportPerson } from './service/export.ts';
export { lawPaper } from './service/papers.ts';
export { preview, runRetention, saveSettings, settings } from './service/retention.ts';
