export const contacts = {
  title: 'Journalists',
  lead: 'To whom your campaigns go, and for whom they write.',
  create: 'New journalist',
  name: 'Name',
  email: 'E-mail',
  role: 'Role',
  publications: 'Writes for',
  noPublications: 'There are no publications yet.',
  editTitle: 'Change “{{name}}”',
  deleteTitle: 'Delete “{{name}}”?',
  deleteText: 'Campaigns that were sent to them keep their coverage.',
  emptyTitle: 'Who writes about you?',
  empty:
    'Journalists tie campaigns to publications: whose outlet has published is told by the coverage report.',
};
