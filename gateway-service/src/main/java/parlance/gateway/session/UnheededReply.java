package parlance.gateway.session;

import org.jspecify.annotations.Nullable;
import parlance.contracts.EntryId;
import parlance.contracts.Failure;
import parlance.gateway.connection.ReplyTo;

/** Nobody waits: it was asked for its effect. */
record UnheededReply() implements ReplyTo {

    @Override
    public void reply(String answer, long offset, @Nullable EntryId entry, Runnable written) {}

    @Override
    public void refuse(Failure failure) {}
}
