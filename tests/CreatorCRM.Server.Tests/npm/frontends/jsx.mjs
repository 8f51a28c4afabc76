// Lets Node import what a bundler otherwise takes care of: JSX, Relay's graphql tags and the names of Relay's artifacts.
import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transformAsync } from '@babel/core';

export const resolve = (specifier, context, next) => next(specifier.endsWith('.graphql') ? `${specifier}.js` : specifier, context);

export async function load(url, context, next) {
  if (!url.endsWith('.jsx')) return next(url, context);
  const { code } = await transformAsync(await fs.readFile(fileURLToPath(url), 'utf8'), {
    filename: fileURLToPath(url),
    presets: [['@babel/preset-react', { runtime: 'automatic' }]],
    plugins: ['relay'],
  });
  return { format: 'module', source: code, shortCircuit: true };
}
