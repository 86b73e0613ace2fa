package parlance.kit;

import org.jspecify.annotations.Nullable;
import parlance.contracts.ConnectionId;
import parlance.contracts.EnvelopeForm;
import parlance.contracts.InboxAddress;
import parlance.contracts.ProtocolDialect;

/**
 * The connection that waits for an answer, and how it wants it.
 *
 * @param correlation the gateway's number for the command
 * @param requestId the client's id as a JSON literal
 * @param errorId the id for an error, where it is another one (protocol 2.1)
 */
public record ReplyAddress(
        ConnectionId connection,
        InboxAddress inbox,
        String correlation,
        EnvelopeForm envelopeForm,
        ProtocolDialect protocolDialect,
        @Nullable String requestId,
        @Nullable String errorId) {}
