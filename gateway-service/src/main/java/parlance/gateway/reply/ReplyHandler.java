package parlance.gateway.reply;

import org.jspecify.annotations.Nullable;
import parlance.contracts.ErrorBody;
import parlance.contracts.StreamEntryId;

/** What is done with the answer to a command of a connection. One of the two comes, once. */
public interface ReplyHandler {

    /**
     * @param offset where the answer stands in the inbox
     * @param entry see {@link parlance.gateway.connection.OutboundChannel#reply}
     * @param written to be told when the socket has it
     */
    void reply(String packet, long offset, @Nullable StreamEntryId entry, Runnable written);

    /** There is no answer, or none that may be given. */
    void refuse(ErrorBody error);
}
