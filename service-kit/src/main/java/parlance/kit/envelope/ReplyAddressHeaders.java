package parlance.kit.envelope;

import static parlance.contracts.RecordHeaderNames.CONNECTION;
import static parlance.contracts.RecordHeaderNames.CORRELATION;
import static parlance.contracts.RecordHeaderNames.DIALECT;
import static parlance.contracts.RecordHeaderNames.ERROR_ID;
import static parlance.contracts.RecordHeaderNames.FORM;
import static parlance.contracts.RecordHeaderNames.INBOX;
import static parlance.contracts.RecordHeaderNames.REQUEST_ID;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConnectionId;
import parlance.contracts.EnvelopeForm;
import parlance.contracts.InboxAddress;
import parlance.contracts.ProtocolDialect;
import parlance.kit.ReplyAddress;
import parlance.kit.kafka.RecordHeaders;

/** The {@link ReplyAddress} of a command, one header a field. */
public final class ReplyAddressHeaders {

    private ReplyAddressHeaders() {}

    public static void add(Headers headers, ReplyAddress replyAddress) {
        RecordHeaders.add(headers, CONNECTION, replyAddress.connection());
        RecordHeaders.add(headers, INBOX, replyAddress.inbox());
        RecordHeaders.add(headers, CORRELATION, replyAddress.correlation());
        RecordHeaders.add(headers, FORM, replyAddress.envelopeForm());
        RecordHeaders.add(headers, DIALECT, replyAddress.protocolDialect().wireName());
        RecordHeaders.add(headers, REQUEST_ID, replyAddress.requestId());
        RecordHeaders.add(headers, ERROR_ID, replyAddress.errorId());
    }

    /** Nobody, if a service commands by itself. */
    public static @Nullable ReplyAddress find(Headers headers) {
        var connection = RecordHeaders.find(headers, CONNECTION);
        if (connection == null) {
            return null;
        }
        return new ReplyAddress(
                new ConnectionId(connection),
                InboxAddress.parse(RecordHeaders.get(headers, INBOX)),
                RecordHeaders.get(headers, CORRELATION),
                EnvelopeForm.valueOf(RecordHeaders.get(headers, FORM)),
                ProtocolDialect.of(RecordHeaders.get(headers, DIALECT))
                        .orElse(ProtocolDialect.SEED),
                RecordHeaders.find(headers, REQUEST_ID),
                RecordHeaders.find(headers, ERROR_ID));
    }
}
