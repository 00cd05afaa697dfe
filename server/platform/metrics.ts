import type pg from 'pg';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const registry = new Registry();
let collecting = false;

const requests = new Histogram({
  name: 'lantoa_http_request_seconds',
  help: 'Time until a request was answered, by route (as declared, never as asked for), method and status',
  labelNames: ['route', 'method', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
});

const jobs = new Histogram({
  name: 'lantoa_job_seconds',
  help: 'Time a job took, by queue and outcome',
  labelNames: ['queue', 'outcome'],
  buckets: [0.01, 0.05, 0.25, 1, 5, 30, 120],
  registers: [registry],
});

const fetches = new Counter({
  name: 'lantoa_outgoing_requests_total',
  help: 'Requests to other systems, by outcome',
  labelNames: ['outcome'],
  registers: [registry],
});

/** Counts an answered request; `route` is the declared path ('/plans/:planId'), so the number of series is bounded. */
export function observeRequest(route: string, method: string, status: number, seconds: number): void {
  requests.observe({ route, method, status: String(status) }, seconds);
}

/** Counts a finished job. */
export function observeJob(queue: string, outcome: 'completed' | 'failed', seconds: number): void {
  jobs.observe({ queue, outcome }, seconds);
}

/** Counts a request to another system. */
export function observeFetch(outcome: string): void {
  fetches.inc({ outcome });
}

/**
 * Starts measuring the process (memory, processor, event-loop lag, garbage collection) and the pool. Once per process;
 * the figures of the last pool named are shown.
 */
export function startMetrics(pool: Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'>): void {
  measured = pool;
  if (collecting) return;
  collecting = true;
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 20 });
  new Gauge({
    name: 'lantoa_database_connections',
    help: 'Connections of the pool, and requests waiting for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      if (!measured) return;
      this.set({ state: 'busy' }, measured.totalCount - measured.idleCount);
      this.set({ state: 'idle' }, measured.idleCount);
      this.set({ state: 'waiting' }, measured.waitingCount);
    },
  });
}

let measured: Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'> | undefined;

/** Everything measured, in the text format of Prometheus. */
export const metricsText = (): Promise<string> => registry.metrics();

export const metricsType: string = registry.contentType;
