import type { ReactNode } from 'react';
import { useDocumentTitle } from '../lib/document-title.ts';
import './page.css';

interface PageProps {
  title: string;
  /** One sentence under the title: what this page is for. */
  lead?: string;
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({ title, lead, actions, children }: PageProps) {
  useDocumentTitle(title);
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
