// The door to imports: bringing works in from files, by the form and by the command.
export { importCommands } from './commands.ts';
export { ownedByImports } from './owned.ts';
export { answerInput, createReading } from './reading.ts';
export { importsRemover } from './remover.ts';
export { importsRoutes } from './routes.ts';
export { worksOfSources } from './sources.ts';
