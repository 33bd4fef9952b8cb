import {
  BarChart3,
  Building2,
  Inbox,
  LineChart,
  Link2,
  type LucideIcon,
  Megaphone,
  MessageCircle,
  Newspaper,
  Radar,
  Scissors,
  ShieldBan,
  UserPen,
  Users,
  Webhook,
  Zap,
} from 'lucide-react';

interface Destination {
  to: string;
  name:
    | 'inbox'
    | 'messages'
    | 'automation'
    | 'analytics'
    | 'suggestions'
    | 'clippings'
    | 'campaigns'
    | 'publications'
    | 'contacts'
    | 'spamPatterns'
    | 'reports'
    | 'accounts'
    | 'webhooks'
    | 'members'
    | 'organization';
  icon: LucideIcon;
  /** On phones the bar at the bottom holds these; the others are behind “More”. */
  onPhones: boolean;
}

interface DestinationGroup {
  title: 'press' | 'settings' | null;
  items: readonly Destination[];
}

export const destinationGroups: readonly DestinationGroup[] = [
  {
    title: null,
    items: [
      { to: '/inbox', name: 'inbox', icon: Inbox, onPhones: true },
      { to: '/messages', name: 'messages', icon: MessageCircle, onPhones: false },
      { to: '/automation', name: 'automation', icon: Zap, onPhones: true },
      { to: '/analytics', name: 'analytics', icon: LineChart, onPhones: false },
    ],
  },
  {
    title: 'press',
    items: [
      { to: '/press/suggestions', name: 'suggestions', icon: Radar, onPhones: true },
      { to: '/press/clippings', name: 'clippings', icon: Scissors, onPhones: false },
      { to: '/press/campaigns', name: 'campaigns', icon: Megaphone, onPhones: false },
      { to: '/press/publications', name: 'publications', icon: Newspaper, onPhones: false },
      { to: '/press/contacts', name: 'contacts', icon: UserPen, onPhones: false },
      { to: '/press/spam-patterns', name: 'spamPatterns', icon: ShieldBan, onPhones: false },
    ],
  },
  {
    title: 'settings',
    items: [
      { to: '/reports', name: 'reports', icon: BarChart3, onPhones: true },
      { to: '/settings/accounts', name: 'accounts', icon: Link2, onPhones: false },
      { to: '/settings/webhooks', name: 'webhooks', icon: Webhook, onPhones: false },
      { to: '/settings/members', name: 'members', icon: Users, onPhones: false },
      { to: '/settings/organization', name: 'organization', icon: Building2, onPhones: false },
    ],
  },
];
