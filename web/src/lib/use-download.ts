import { useMutation } from '@tanstack/react-query';
import type { Endpoint } from '../../../shared/contract/endpoint.ts';
import { addressOf } from './api.ts';
import type { Arguments, Operation } from './operation.ts';
import { useApi } from './services.ts';

/** Fetches a file with the person's token, which a plain link could not carry, and hands it to the browser. */
export function useDownload() {
  const api = useApi();
  return useMutation({
    mutationFn: async ({ paths, fileName }: FileRequest) => {
      const parts: Blob[] = [];
      for (const path of paths) parts.push(await (await api.request(path, { method: 'GET' })).blob());
      save(new Blob(parts, { type: parts[0]?.type ?? '' }), fileName);
    },
  });
}

interface FileRequest {
  /** More than one are saved as one file. */
  paths: readonly string[];
  fileName: string;
}

/** What to download: the address of an operation whose answer is a file, and the name that the file gets. */
export function fileOf<E extends Endpoint>(
  { path }: Operation<E>,
  args: Arguments<E>,
  fileName: string,
): FileRequest {
  return { paths: [addressOf(path, args as Parameters<typeof addressOf>[1])], fileName };
}

function save(file: Blob, fileName: string): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: fileName });
  link.click();
  URL.revokeObjectURL(address);
}
