package parlance.kit.envelope;

import static parlance.contracts.Headers.CONNECTION;
import static parlance.contracts.Headers.CORRELATION;
import static parlance.contracts.Headers.DIALECT;
import static parlance.contracts.Headers.ERROR_ID;
import static parlance.contracts.Headers.FORM;
import static parlance.contracts.Headers.INBOX;
import static parlance.contracts.Headers.REQUEST_ID;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConnectionId;
import parlance.contracts.Dialect;
import parlance.contracts.Form;
import parlance.contracts.InboxAddress;
import parlance.kit.Asker;
import parlance.kit.kafka.RecordHeaders;

/** The {@link Asker} of a command, one header a field. */
public final class AskerHeaders {

    private AskerHeaders() {}

    public static void add(Headers headers, Asker asker) {
        RecordHeaders.add(headers, CONNECTION, asker.connection());
        RecordHeaders.add(headers, INBOX, asker.inbox());
        RecordHeaders.add(headers, CORRELATION, asker.correlation());
        RecordHeaders.add(headers, FORM, asker.form());
        RecordHeaders.add(headers, DIALECT, asker.dialect().wireName());
        RecordHeaders.add(headers, REQUEST_ID, asker.requestId());
        RecordHeaders.add(headers, ERROR_ID, asker.errorId());
    }

    /** Nobody, if a service commands by itself. */
    public static @Nullable Asker find(Headers headers) {
        var connection = RecordHeaders.find(headers, CONNECTION);
        if (connection == null) {
            return null;
        }
        return new Asker(
                new ConnectionId(connection),
                InboxAddress.parse(RecordHeaders.get(headers, INBOX)),
                RecordHeaders.get(headers, CORRELATION),
                Form.valueOf(RecordHeaders.get(headers, FORM)),
                Dialect.of(RecordHeaders.get(headers, DIALECT)).orElse(Dialect.SEED),
                RecordHeaders.find(headers, REQUEST_ID),
                RecordHeaders.find(headers, ERROR_ID));
    }
}
