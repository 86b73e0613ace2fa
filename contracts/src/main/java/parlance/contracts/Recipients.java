package parlance.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * The connections that a record in a gateway's inbox is for, each with its user, who must be known
 * without the gateway that died.
 */
public record Recipients(List<Recipient> list) {

    /** One connection of one user. */
    public record Recipient(UserId userId, ConnectionId connectionId) {}

    /** Reads what {@link #toString()} wrote. */
    public static Recipients parse(String text) {
        var list = new ArrayList<Recipient>();
        for (var entry : text.split(",")) {
            var slash = entry.indexOf('/');
            list.add(
                    new Recipient(
                            new UserId(entry.substring(0, slash)),
                            new ConnectionId(entry.substring(slash + 1))));
        }
        return new Recipients(list);
    }

    /** {@code user/connection,user/connection…}: ids hold neither sign. */
    @Override
    public String toString() {
        var text = new StringJoiner(",");
        list.forEach(r -> text.add(r.userId().value() + "/" + r.connectionId().value()));
        return text.toString();
    }
}
