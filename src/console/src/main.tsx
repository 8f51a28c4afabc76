import 'graphiql/setup-workers/vite';
import './styles.css';
import { createRoot } from 'react-dom/client';
import { Console } from './Console';

createRoot(document.getElementById('root')!).render(<Console />);
