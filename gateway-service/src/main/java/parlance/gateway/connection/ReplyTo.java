package parlance.gateway.connection;

import org.jspecify.annotations.Nullable;
import parlance.contracts.EntryId;
import parlance.contracts.Failure;

/** Who waits for the answer to a command. One of the two comes, once. */
public interface ReplyTo {

    /**
     * @param offset where the answer stands in the inbox
     * @param entry see {@link Connection#send(String, EntryId, Runnable)}
     * @param written to be told when the socket has it
     */
    void reply(String packet, long offset, @Nullable EntryId entry, Runnable written);

    /** There is no answer, or none that may be given. */
    void refuse(Failure failure);
}
