package parlance.gateway.session;

import org.jspecify.annotations.Nullable;
import parlance.contracts.ErrorBody;
import parlance.contracts.StreamEntryId;
import parlance.gateway.reply.ReplyHandler;

/** Nobody waits: it was asked for its effect. */
record IgnoredReply() implements ReplyHandler {

    @Override
    public void reply(
            String answer, long offset, @Nullable StreamEntryId entry, Runnable written) {}

    @Override
    public void refuse(ErrorBody errorBody) {}
}
