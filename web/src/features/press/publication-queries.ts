import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import { usePages } from '../../lib/use-pages.ts';
import {
  ConfirmMerge,
  CreatePublication,
  DeletePublication,
  DetectFeeds,
  ListMergeProposals,
  ListPublications,
  type Publication,
  type PublicationInput,
  RejectMerge,
  UpdatePublication,
} from './operations.ts';

const PageSize = 25;
const MostChoices = 100;

export function usePublications() {
  const api = useApi();
  return usePages([QueryKeys.publications], (cursor, signal) =>
    api.call(ListPublications, { query: { limit: PageSize, cursor }, signal }),
  );
}

/** As many as fit one answer, to choose from. */
export function usePublicationChoices() {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.publications, 'choices'],
    queryFn: ({ signal }) => api.call(ListPublications, { query: { limit: MostChoices }, signal }),
    select: (page) => page.items,
  });
}

/** Makes a publication, or changes the one that is given; what the form does not show stays as it is. */
export function useSavePublication(publication: Publication | undefined) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: (body: PublicationInput) =>
      publication
        ? api.call(UpdatePublication, {
            params: { publicationId: publication.publicationId },
            body,
            ifMatch: publication.version,
          })
        : api.call(CreatePublication, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [QueryKeys.publications] }),
  });
}

export function usePublicationActions({ publicationId }: Pick<Publication, 'publicationId'>) {
  const api = useApi();
  const queries = useQueryClient();
  const params = { publicationId };
  const onSettled = () => queries.invalidateQueries({ queryKey: [QueryKeys.publications] });
  const detect = useMutation({ mutationFn: () => api.call(DetectFeeds, { params }), onSettled });
  const remove = useMutation({ mutationFn: () => api.call(DeletePublication, { params }), onSettled });
  return { detect, remove };
}

/** Kept with the publications, which a confirmed proposal changes. */
export function useMergeProposals() {
  const api = useApi();
  return usePages([QueryKeys.publications, 'proposals'], (cursor, signal) =>
    api.call(ListMergeProposals, { query: { status: 'pending', limit: PageSize, cursor }, signal }),
  );
}

export function useMergeDecision(proposalId: string, onDecided: () => void) {
  const api = useApi();
  const queries = useQueryClient();
  const params = { proposalId };
  const options = {
    onSuccess: onDecided,
    onSettled: () => queries.invalidateQueries({ queryKey: [QueryKeys.publications] }),
  };
  const confirm = useMutation({ mutationFn: () => api.call(ConfirmMerge, { params }), ...options });
  const reject = useMutation({ mutationFn: () => api.call(RejectMerge, { params }), ...options });
  return { confirm, reject };
}
