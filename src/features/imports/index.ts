// The door to imports: bringing works in from files, by the form and by the command.
export { sayLeft } from './actions.ts';
export { importCommands } from './commands.ts';
export { uploadBytesMax } from './limits.ts';
export { ownedByImports } from './owned.ts';
export { answerInput, createReading, type FileReading } from './reading.ts';
export { importsRemover } from './remover.ts';
export { createRescuer } from './rescue/rescuer.ts';
export { importsRoutes } from './routes.ts';
export { worksOfSources } from './sources.ts';
export {
  bringWaitingIn,
  keepUpload,
  listWaitingWorks,
  throwAway,
  type WaitingWork,
} from './waiting.ts';
