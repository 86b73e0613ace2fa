package parlance.kit.envelope;

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
        RecordHeaders.add(headers, parlance.contracts.Headers.CONNECTION, asker.connection());
        RecordHeaders.add(headers, parlance.contracts.Headers.INBOX, asker.inbox());
        RecordHeaders.add(headers, parlance.contracts.Headers.CORRELATION, asker.correlation());
        RecordHeaders.add(headers, parlance.contracts.Headers.FORM, asker.form());
        RecordHeaders.add(headers, parlance.contracts.Headers.DIALECT, asker.dialect().wireName());
        RecordHeaders.add(headers, parlance.contracts.Headers.REQUEST_ID, asker.requestId());
        RecordHeaders.add(headers, parlance.contracts.Headers.ERROR_ID, asker.errorId());
    }

    /** Nobody, if a service commands by itself. */
    public static @Nullable Asker find(Headers headers) {
        var connection = RecordHeaders.find(headers, parlance.contracts.Headers.CONNECTION);
        if (connection == null) {
            return null;
        }
        return new Asker(
                new ConnectionId(connection),
                InboxAddress.parse(RecordHeaders.get(headers, parlance.contracts.Headers.INBOX)),
                RecordHeaders.get(headers, parlance.contracts.Headers.CORRELATION),
                Form.valueOf(RecordHeaders.get(headers, parlance.contracts.Headers.FORM)),
                Dialect.of(RecordHeaders.get(headers, parlance.contracts.Headers.DIALECT))
                        .orElse(Dialect.SEED),
                RecordHeaders.find(headers, parlance.contracts.Headers.REQUEST_ID),
                RecordHeaders.find(headers, parlance.contracts.Headers.ERROR_ID));
    }
}
