package parlance.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The connections that a record in a gateway's inbox is for. Each is named with its user, so that
 * the record can be handed to another service after the gateway died.
 */
public record Recipients(List<Recipient> list) {

    /**
     * One connection of one user.
     *
     * @param entry the packet's place among the user's, if the user may resume
     */
    public record Recipient(
            UserId userId, ConnectionId connectionId, @Nullable StreamEntryId entry) {

        public Recipient(UserId userId, ConnectionId connectionId) {
            this(userId, connectionId, null);
        }

        static Recipient parse(String text) {
            var fields = text.split("/");
            return new Recipient(
                    new UserId(fields[0]),
                    new ConnectionId(fields[1]),
                    fields.length > 2 ? StreamEntryId.parse(fields[2]) : null);
        }

        @Override
        public String toString() {
            var address = userId.value() + "/" + connectionId.value();
            return entry == null ? address : address + "/" + entry;
        }
    }

    /** Reads what {@link #toString()} wrote. */
    public static Recipients parse(String text) {
        var list = new ArrayList<Recipient>();
        for (var recipient : text.split(",")) {
            list.add(Recipient.parse(recipient));
        }
        return new Recipients(list);
    }

    /** {@code user/connection,user/connection/entry…}: ids hold neither sign. */
    @Override
    public String toString() {
        var text = new StringJoiner(",");
        list.forEach(recipient -> text.add(recipient.toString()));
        return text.toString();
    }
}
