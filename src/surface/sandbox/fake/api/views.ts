import { type Method, Refusal, textOf, viewIn } from './method.ts';
import type { OpenView } from '../workspace.ts';

const shown = (view: OpenView): Record<string, unknown> => ({ ...view.view, id: view.id, hash: view.hash });

const open: Method = {
  scope: null,
  call: (server, args) => {
    const user = server.triggers.exchange(textOf(args, 'trigger_id'));
    return { ok: true, view: shown(server.workspace.open(user, viewIn(args))) };
  },
};

const update: Method = {
  scope: null,
  call: ({ workspace }, args) => {
    const view = workspace.views.get(textOf(args, 'view_id'));
    if (!view) throw new Refusal('not_found');
    const hash = textOf(args, 'hash');
    if (hash !== '' && hash !== view.hash) throw new Refusal('hash_conflict');
    workspace.fit(view, viewIn(args));
    return { ok: true, view: shown(view) };
  },
};

const publish: Method = {
  scope: null,
  call: ({ workspace }, args) => {
    const user = textOf(args, 'user_id');
    if (!workspace.users.some((u) => u.id === user)) throw new Refusal('user_not_found');
    const view = viewIn(args);
    if (view.type !== 'home') throw new Refusal('invalid_arguments', ['only a home view can be published']);
    workspace.publish(user, view);
    return { ok: true, view: { ...view } };
  },
};

export const VIEWS: Readonly<Record<string, Method>> = {
  'views.open': open,
  'views.push': open,
  'views.update': update,
  'views.publish': publish,
};
