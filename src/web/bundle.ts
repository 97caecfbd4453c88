// Runs of esbuild: the site's style sheet, a sheet for each feature that has one, the script
// `enhance.js` with one lazily loaded piece for each behaviour, fonts and icons; in one file each
// the script of pages that devices keep, and the service worker with all its duties.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';

/** Named `HASH-name.ext`; the hash is of the content. */
export type BuiltFile = { readonly name: string; readonly content: Uint8Array };

export async function bundle(root: string): Promise<BuiltFile[]> {
  // Loaded on first use: a start that finds its cache never needs it.
  const { build } = await import('esbuild');
  const run = async (wishes: BuildOptions): Promise<BuiltFile[]> => {
    const { outputFiles = [] } = await build({ ...optionsFor(root), ...wishes, write: false });
    return outputFiles.map(({ path, contents }) => ({ name: basename(path), content: contents }));
  };
  const pages = await run({
    entryPoints: entryPoints(root),
    splitting: true,
    format: 'esm',
    plugins: [behaviourTable(root)],
  });
  const kept = await run({
    entryPoints: [join(root, 'src/web/client/kept/kept.ts')],
    format: 'iife',
    plugins: [behaviourTable(root, onKeptPages)],
  });
  const worker = await run({
    entryPoints: [join(root, 'src/web/client/worker/worker.ts')],
    format: 'iife',
    plugins: [dutyTable(root)],
    // Another file whenever any asset is another, so that what the worker has kept is renewed.
    banner: { js: `/*${hashOf([...pages, ...kept].map(({ name }) => name))}*/` },
  });
  return [...pages, ...kept, ...worker];
}

function optionsFor(root: string): BuildOptions {
  return {
    absWorkingDir: root,
    outdir: 'assets',
    publicPath: '/assets',
    entryNames: '[hash]-[name]',
    chunkNames: '[hash]-[name]',
    assetNames: '[hash]-[name]',
    bundle: true,
    minify: true,
    // The browsers of 2022 and newer; e-ink readers that are older get the page without script.
    target: ['chrome105', 'firefox105', 'safari16'],
    charset: 'utf8',
    legalComments: 'none',
    loader: { '.woff2': 'file', '.svg': 'copy', '.png': 'copy' },
    logLevel: 'silent',
  };
}

function hashOf(names: readonly string[]): string {
  return createHash('sha256').update(names.join()).digest('hex').slice(0, 16);
}

/** Every file that the assets are made from; the pinned font packages aside. */
export function sourceFiles(root: string): string[] {
  const styles = filesIn(join(root, 'src/web/styles'), /\.(css|svg)$/);
  const own = [join(root, 'src/web/bundle.ts'), join(root, 'package.json')];
  const icons = filesIn(join(root, 'src/web/icons'), /\.png$/);
  const scripts = filesUnder(join(root, 'src/web/client'));
  // Browser script may share modules of the text library.
  const shared = filesUnder(join(root, 'src/text'));
  const ofFeatures = featureFolders(root).flatMap((folder) =>
    filesUnder(join(folder, 'client'))
      .concat(filesIn(join(folder, 'styles'), /\.css$/))
      .concat(featureSheet(folder)),
  );
  return [...own, ...styles, ...icons, ...scripts, ...shared, ...ofFeatures];
}

function entryPoints(root: string): string[] {
  return [
    join(root, 'src/web/styles/site.css'),
    ...filesIn(join(root, 'src/web/styles'), /\.svg$/),
    ...filesIn(join(root, 'src/web/icons'), /\.png$/),
    join(root, 'src/web/client/enhance.ts'),
    ...featureFolders(root).flatMap(featureSheet),
  ];
}

/** What pages do that a device keeps: all of it in their one script. */
const onKeptPages = /^(?:kept-.*|kudos|menu|place|reading-bar|reading-panel)$/;

/** `inkstead:behaviours`: from the word in `data-enhance` to the piece of script to load. */
function behaviourTable(root: string, wanted = /^(?!enhance$|kept-)/): Plugin {
  const folders = [join(root, 'src/web/client'), ...clientFolders(root)];
  return madeModule(root, 'inkstead:behaviours', () => {
    const rows = folders
      .flatMap(scriptsIn)
      .filter((file) => wanted.test(basename(file, '.ts')))
      .map((file) => {
        const from = JSON.stringify(file);
        return `${JSON.stringify(basename(file, '.ts'))}: () => import(${from})`;
      });
    return `export const behaviours = {${rows.join(',')}};`;
  });
}

/** `inkstead:duties`: what features answer for in the service worker. */
function dutyTable(root: string): Plugin {
  const files = clientFolders(root).flatMap((folder) => scriptsIn(join(folder, 'worker')));
  return madeModule(root, 'inkstead:duties', () => {
    const imports = files.map(
      (file, at) => `import { duty as duty${at} } from ${JSON.stringify(file)};`,
    );
    const names = files.map((_, at) => `duty${at}`);
    return `${imports.join('')}export const duties = [${names}];`;
  });
}

/** A module that has no file: its source is written while bundling. */
function madeModule(root: string, name: string, source: () => string): Plugin {
  return {
    name,
    setup(build) {
      const filter = new RegExp(`^${name}$`);
      build.onResolve({ filter }, () => ({ path: name, namespace: 'inkstead' }));
      build.onLoad({ filter, namespace: 'inkstead' }, () => ({
        contents: source(),
        resolveDir: root,
      }));
    },
  };
}

function scriptsIn(folder: string): string[] {
  return filesIn(folder, /^(?!.*\.(test|d)\.ts$).*\.ts$/);
}

function clientFolders(root: string): string[] {
  return featureFolders(root).map((folder) => join(folder, 'client'));
}

function featureFolders(root: string): string[] {
  const features = join(root, 'src/features');
  if (!existsSync(features)) return [];
  return readdirSync(features, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(features, entry.name))
    .sort();
}

function featureSheet(folder: string): string[] {
  const sheet = join(folder, `${basename(folder)}.css`);
  return existsSync(sheet) ? [sheet] : [];
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(?!.*\.test\.ts$).*\.ts$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

function filesIn(folder: string, pattern: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => join(folder, name));
}
