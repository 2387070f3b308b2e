import { channelIn, jsonOf, type Method, Refusal, textOf } from './method.ts';
import { z } from 'zod';

const getUploadURLExternal: Method = {
  scope: 'files:write',
  call: (server, args) => {
    const id = server.ids.id('F');
    server.uploads.set(id, { name: textOf(args, 'filename'), content: null });
    return { ok: true, file_id: id, upload_url: `${server.origin}/upload/${id}` };
  },
};

const completed = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1);

const completeUploadExternal: Method = {
  scope: 'files:write',
  call: (server, args) => {
    const files = completed.safeParse(jsonOf(args, 'files'));
    if (!files.success) throw new Refusal('invalid_arguments');
    const channel = channelIn(server, textOf(args, 'channel_id'));
    for (const { id, title } of files.data) {
      const upload = server.uploads.get(id);
      if (typeof upload?.content !== 'string') throw new Refusal('file_not_found');
      server.uploads.delete(id);
      server.workspace.keepFile({
        id,
        name: upload.name,
        title: title ?? upload.name,
        content: upload.content,
      });
    }
    const ids = files.data.map((f) => f.id);
    const thread = textOf(args, 'thread_ts') || null;
    const user = server.workspace.bot.user;
    const text = textOf(args, 'initial_comment');
    server.workspace.post({ channel: channel.id, user, text, blocks: [], thread, files: ids, only: null });
    return { ok: true, files: ids.map((id) => ({ id })) };
  },
};

export const FILES: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': getUploadURLExternal,
  'files.completeUploadExternal': completeUploadExternal,
};
