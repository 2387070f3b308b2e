/** How the Web API or a response_url goes wrong. Without `status` and `error` the call works, after its delay. */
export interface ApiFault {
  /** An HTTP status instead of an answer. */
  status?: number;
  /** Seconds in the Retry-After of a 429. */
  retryAfter?: number;
  /** An error in the place of an answer, such as `invalid_blocks`. */
  error?: string;
  /** How long the answer takes, in milliseconds. */
  delay?: number;
  /** The answer comes when this has come to pass, however long it takes. */
  until?: Promise<unknown>;
  /** The connection breaks off. */
  reset?: boolean;
}

/** How a delivery to the app goes wrong. */
export interface DeliveryFault {
  /** How often more than once it is delivered, at the same time. */
  duplicates?: number;
  /** How long it is held back, in milliseconds. */
  delay?: number;
  /** A signature that does not fit, or one of a quarter of an hour ago. */
  signature?: 'wrong' | 'old';
  /** Breaks the socket off: before the delivery, or after it and before its ack is read. */
  drop?: 'before' | 'after';
}

interface Armed<F> {
  on: string;
  fault: F;
  times: number;
}

/** Faults that are armed for the next so many calls or deliveries. */
export interface Faults {
  /** For a Web API method, `response_url`, or `*` for all calls. */
  api(on: string, fault: ApiFault, times?: number): void;
  delivery(fault: DeliveryFault, times?: number): void;
  clear(): void;
  /** Takes the fault that is due, if any: for the server itself. */
  takeApi(method: string): ApiFault | null;
  takeDelivery(): DeliveryFault | null;
}

export function createFaults(): Faults {
  let calls: Armed<ApiFault>[] = [];
  let deliveries: Armed<DeliveryFault>[] = [];
  const take = <F>(list: Armed<F>[], matches: (armed: Armed<F>) => boolean): F | null => {
    const armed = list.find((a) => a.times > 0 && matches(a));
    if (!armed) return null;
    armed.times -= 1;
    return armed.fault;
  };
  return {
    api: (on, fault, times = 1) => {
      calls.push({ on, fault, times });
    },
    delivery: (fault, times = 1) => {
      deliveries.push({ on: '*', fault, times });
    },
    clear: () => {
      calls = [];
      deliveries = [];
    },
    takeApi: (method) => take(calls, (a) => a.on === method || (a.on === '*' && method !== 'response_url')),
    takeDelivery: () => take(deliveries, () => true),
  };
}
