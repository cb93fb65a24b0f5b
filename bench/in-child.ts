import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { PeerFigures, PeerTask } from './peer-run.ts';

/** Measures one peer in a process of its own. @returns nothing when it takes longer than allowed */
export function inChild(task: PeerTask, { seconds, dataDir }: { seconds: number; dataDir: string }) {
  return new Promise<PeerFigures | undefined>((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'peer-run.ts'), {
      execArgv: ['--expose-gc', '--max-old-space-size=6000'],
      env: { ...process.env, BENCH_DATA: dataDir },
      // Some peers print banners and progress.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    const limit = setTimeout(() => {
      child.removeAllListeners('exit');
      child.kill('SIGKILL');
      resolve(undefined);
    }, seconds * 1000);
    child.on('message', (figures) => {
      clearTimeout(limit);
      child.removeAllListeners('exit');
      resolve(figures as PeerFigures);
    });
    child.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`${task.peer} stopped with code ${code ?? 'none'}`));
    });
    child.send(task);
  });
}
