export const personalData = {
  title: 'Personal data',
  organizationLead:
    'Everything that Earshot holds of your organization, without its secrets, as a compressed file with one entry of JSON on each line. It can be downloaded for seven days.',
  exportAll: 'Export everything',
  exporting: 'Everything is being gathered…',
  exported_one: '{{count}} entry was found.',
  exported_other: '{{count}} entries were found.',
  download: 'Download',
  interrupted: 'The work was interrupted. Start it again.',
  exportAuthor: 'Export this person',
  eraseAuthor: 'Erase this person',
  eraseTitle: 'Erase everything about {{name}}?',
  eraseText:
    'All their comments and messages, your answers to them and what was recorded about them are deleted here for good, and all files of exports with it. Figures keep counting them without a name. Nothing is deleted on the platform; what was erased does not come back, what the person writes later does.',
  eraseConfirm: 'Erase for good',
  erasing: 'This person is being erased…',
  erased: 'Everything about {{name}} is erased.',
};
