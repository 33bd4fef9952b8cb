import { useEffect } from 'react';

const Product = 'Earshot';

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${Product}`;
    return () => {
      document.title = Product;
    };
  }, [title]);
}
