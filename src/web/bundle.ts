// One run of esbuild: the site's style sheet, a sheet for each feature that has one, the script
// `enhance.js` with one lazily loaded piece for each behaviour, fonts and icons.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'esbuild';

/** Named `HASH-name.ext`; the hash is of the content. */
export type BuiltFile = { readonly name: string; readonly content: Uint8Array };

export async function bundle(root: string): Promise<BuiltFile[]> {
  // Loaded on first use: a start that finds its cache never needs it.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: entryPoints(root),
    outdir: 'assets',
    publicPath: '/assets',
    entryNames: '[hash]-[name]',
    chunkNames: '[hash]-[name]',
    assetNames: '[hash]-[name]',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    // The browsers of 2022 and newer; e-ink readers that are older get the page without script.
    target: ['chrome105', 'firefox105', 'safari16'],
    charset: 'utf8',
    legalComments: 'none',
    loader: { '.woff2': 'file', '.svg': 'copy' },
    plugins: [behaviourTable(root)],
    write: false,
    logLevel: 'silent',
  });
  return outputFiles.map(({ path, contents }) => ({ name: basename(path), content: contents }));
}

/** Every file that the assets are made from; the pinned font packages aside. */
export function sourceFiles(root: string): string[] {
  const styles = filesIn(join(root, 'src/web/styles'), /\.(css|svg)$/);
  const own = [join(root, 'src/web/bundle.ts'), join(root, 'package.json')];
  const scripts = filesIn(join(root, 'src/web/client'), /\.ts$/);
  // Browser script may share modules of the text library.
  const shared = filesUnder(join(root, 'src/text'));
  const ofFeatures = featureFolders(root).flatMap((folder) =>
    filesUnder(join(folder, 'client'))
      .concat(filesIn(join(folder, 'styles'), /\.css$/))
      .concat(featureSheet(folder)),
  );
  return [...own, ...styles, ...scripts, ...shared, ...ofFeatures];
}

function entryPoints(root: string): string[] {
  return [
    join(root, 'src/web/styles/site.css'),
    ...filesIn(join(root, 'src/web/styles'), /\.svg$/),
    join(root, 'src/web/client/enhance.ts'),
    ...featureFolders(root).flatMap(featureSheet),
  ];
}

/** `inkstead:behaviours`: from the word in `data-enhance` to the piece of script to load. */
function behaviourTable(root: string): Plugin {
  const folders = [join(root, 'src/web/client'), ...clientFolders(root)];
  return {
    name: 'behaviour-table',
    setup(build) {
      build.onResolve({ filter: /^inkstead:behaviours$/ }, () => ({
        path: 'behaviours',
        namespace: 'inkstead',
      }));
      build.onLoad({ filter: /.*/, namespace: 'inkstead' }, () => {
        const files = folders.flatMap((folder) => filesIn(folder, /^(?!.*\.(test|d)\.ts$).*\.ts$/));
        const rows = files
          .filter((file) => basename(file) !== 'enhance.ts')
          .map((file) => {
            const from = JSON.stringify(file);
            return `${JSON.stringify(basename(file, '.ts'))}: () => import(${from})`;
          });
        return { contents: `export const behaviours = {${rows.join(',')}};`, resolveDir: root };
      });
    },
  };
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
