import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { newId } from '#lib/id.ts';
import { type ReceivedDocument, receiveDocument } from '#modules/documents/documents.contract.ts';
import { call } from '../../app/client.ts';
import { refresh } from '../../app/data.ts';
import { Problem } from '../../app/problem.ts';
import { uploadFile } from '../../app/upload.ts';

/** One file on its way into the register: bytes first, then the entry, then its reading (shown by <IntakeRow>). */
export interface Intake {
  id: string;
  file: File;
  arrivalNo: string;
  /** 0 to 1. */
  share: number;
  fileId: string | undefined;
  document: ReceivedDocument | undefined;
  problem: Problem | undefined;
}

export interface IntakeList {
  items: readonly Intake[];
  /** Files are being entered; those still on their way follow as soon as they have arrived. */
  entering: boolean;
  add: (files: readonly File[]) => void;
  change: (id: string, change: Partial<Intake>) => void;
  remove: (id: string) => void;
  retry: (id: string) => void;
  enter: (arrivedOn: string) => void;
}

const blank = { arrivalNo: '', share: 0, fileId: undefined, document: undefined, problem: undefined };
const waits = (item: Intake) => !item.document && !item.problem;

/** Files of one visit to the import page. Bytes travel at once, while numbers are still being typed. */
export function useIntake(unitId: string): IntakeList {
  const [items, setItems] = useState<readonly Intake[]>([]);
  const [enterOn, setEnterOn] = useState<string>();
  const stops = useRef(new Map<string, AbortController>());
  const change = (id: string, part: Partial<Intake>) =>
    setItems((now) => now.map((item) => (item.id === id ? { ...item, ...part } : item)));
  const failed = (id: string, error: unknown) => {
    if (error instanceof Problem) change(id, { problem: error });
  };

  const send = async ({ id, file }: Pick<Intake, 'id' | 'file'>) => {
    const stop = new AbortController();
    stops.current.set(id, stop);
    const onProgress = (share: number) => change(id, { share });
    try {
      change(id, { fileId: await uploadFile(file, { unitId, signal: stop.signal, onProgress }), share: 1 });
    } catch (error) {
      failed(id, error);
    }
  };

  const enterOne = useEffectEvent(async (id: string, arrivedOn: string) => {
    const item = items.find((one) => one.id === id);
    if (!item) return;
    const arrivalNo = item.arrivalNo.trim() || null;
    try {
      const input = { id: item.id, unitId, fileId: item.fileId, arrivalNo, arrivedOn };
      change(item.id, { document: await call(receiveDocument, input) });
    } catch (error) {
      failed(item.id, error);
    }
    await refresh(['/documents', '/home']);
  });
  // The same id each time: an entry that is sent twice is still one entry.
  const ready = enterOn === undefined ? undefined : items.find((item) => waits(item) && item.fileId)?.id;
  useEffect(() => {
    if (ready && enterOn) void enterOne(ready, enterOn);
  }, [ready, enterOn]);
  const done = enterOn !== undefined && !items.some(waits);
  useEffect(() => {
    if (done) setEnterOn(undefined);
  }, [done]);
  useEffect(() => {
    const running = stops.current;
    return () => {
      for (const stop of running.values()) stop.abort();
    };
  }, []);

  return {
    items,
    entering: enterOn !== undefined,
    change,
    add: (files) => {
      const fresh = files.map((file): Intake => ({ ...blank, id: newId(Date.now()), file }));
      setItems((now) => [...now, ...fresh]);
      for (const item of fresh) void send(item);
    },
    remove: (id) => {
      stops.current.get(id)?.abort();
      setItems((now) => now.filter((item) => item.id !== id));
    },
    retry: (id) => {
      const item = items.find((one) => one.id === id);
      change(id, { problem: undefined, share: 0 });
      if (item && !item.fileId) void send(item);
    },
    enter: setEnterOn,
  };
}
