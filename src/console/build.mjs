// What `dotnet build` runs. It installs and builds the console if something changed, and only once when several builds ask at the same time.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;
const page = path.join(here, '../CreatorCRM.Server/wwwroot/graphiql/index.html');
const lock = path.join(here, '.build-lock');
const ignored = new Set(['node_modules', path.basename(lock)]);

const changedAt = (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const newest = (folder) =>
  fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !ignored.has(entry.name))
    .map((entry) => path.join(folder, entry.name))
    .reduce((latest, file) => Math.max(latest, fs.statSync(file).isDirectory() ? newest(file) : changedAt(file)), 0);

function run(program, args, seconds) {
  // npm is a script on Windows, which only a shell can start.
  const shell = process.platform === 'win32' && program === 'npm';
  const { status, error, stdout, stderr } = spawnSync(program, args, { cwd: here, shell, encoding: 'utf8', timeout: seconds * 1000 });
  if (status === 0) return;
  const said = `${stderr ?? ''}${stdout ?? ''}`.split('\n').filter((line) => line.trim() && !line.startsWith('npm warn'));
  throw new Error([`${path.basename(program)} ${args[0]}: ${error?.message ?? `exit code ${status}`}`, ...said.slice(0, 5)].join('\n'));
}

function build() {
  if (changedAt(page) > newest(here)) return;

  const installed = changedAt(path.join(here, 'node_modules/.package-lock.json'));
  if (installed < Math.max(changedAt(path.join(here, 'package-lock.json')), changedAt(path.join(here, 'package.json')))) {
    console.log('API console: installing packages (once)');
    // Without a network, give up after seconds rather than after npm's own minutes.
    run('npm', ['ci', '--prefer-offline', '--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=30000'], 180);
  }
  run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], 120);
  console.log('API console: built');
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Waits for a build that is under way elsewhere; the lock of a process that has died counts for nothing. */
function acquire() {
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number.parseInt(fs.existsSync(lock) ? fs.readFileSync(lock, 'utf8') : '', 10);
    if (holder && !alive(holder)) fs.rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

try {
  acquire();
  try {
    build();
  } finally {
    fs.rmSync(lock, { force: true });
  }
} catch (error) {
  console.log(error.message);
  process.exitCode = 1;
}
