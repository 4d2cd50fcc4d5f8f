import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { processStart } from './process-start';

/** The main process of a running PostgreSQL, as its postmaster.pid describes it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** PostgreSQL writes `stopping` before it ends the first session: nobody who reads `ready` afterwards is fooled */
  readonly status: string;
}

/** The content of postmaster.pid, which outlives a PostgreSQL that was killed; undefined when there is no such file. */
export function readPidFile(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return {
      pid: Number.parseInt(lines[0]!, 10),
      port: Number(lines[3] ?? 0),
      status: (lines[7] ?? '').trim(),
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export function runningPostmaster(cluster: string): Postmaster | undefined {
  const written = readPidFile(cluster);
  return written && isPostmasterOf(cluster, written.pid) ? written : undefined;
}

/** The number alone proves nothing: after a crash it may belong to any program, which must never be signalled. */
export function isPostmasterOf(cluster: string, pid: number): boolean {
  if (!(pid > 0) || processStart(pid) === undefined) return false;
  if (process.platform === 'win32') return true;
  try {
    return process.platform === 'linux' ? provenByProc(cluster, pid) : provenByPs(cluster, pid);
  } catch {
    return false; // it has just ended, or is somebody else's
  }
}

function provenByProc(cluster: string, pid: number): boolean {
  const [program, ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  const sameOwner = statSync(`/proc/${pid}`).uid === statSync(cluster).uid;
  return sameOwner && basename(program!) === 'postgres' && (args.includes(cluster) || worksIn(pid, cluster));
}

function provenByPs(cluster: string, pid: number): boolean {
  const command = execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return /(^|\/)postgres /.test(command) && command.includes(cluster);
}

/** PostgreSQL makes its data folder its working folder: so one that was started by hand is recognised too. */
const worksIn = (pid: number, cluster: string): boolean => readlinkSync(`/proc/${pid}/cwd`) === cluster;
