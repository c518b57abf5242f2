/** `npm run import -- FOLDER [--dry-run] [--json]`: takes over the former agenda's CSV files, without a window. */
import '../src/main/hosts/import.ts';
